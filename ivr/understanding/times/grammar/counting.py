"""Days that are counted: within a month, from another day, from now, and weekdays."""

from __future__ import annotations

from dataclasses import replace

from ivr.understanding.times.days import Dated, Day, FeastDay, Following, Near, Offset, Shifted
from ivr.understanding.times.feasts import Feast
from ivr.understanding.times.grammar import GROUPS
from ivr.understanding.times.grammar.dates import Ordinal, day_of_month, whole
from ivr.understanding.times.grammar.spans import CYCLES
from ivr.understanding.times.meaning import SURE, Date, Length, Moment, Number
from ivr.understanding.times.rules import Layer, Make, layer
from ivr.understanding.times.spans import Around, Cycle, DatedIn, NamedMonth, Nth, NthOf, NthWeekend, Weekend
from ivr.understanding.times.when import Grain

NEXT_SURE = 0.8  # of "next Friday": people mean either


def nth_day(nth: Ordinal, weekday: int | None, within: Moment) -> Moment | None:
    """The second Monday of March."""
    known = whole(nth)
    return Moment(days=(Nth(known, weekday, within.span),)) if known and within.span else None


def nth_unit(nth: Ordinal, unit: Length, within: Moment) -> Moment | None:
    """The second week of March, the last day of the month."""
    number = whole(nth)
    if unit.grain is Grain.DAY:
        return nth_day(nth, None, within)
    if not number or not within.span or unit.grain not in CYCLES:
        return None
    return Moment(span=NthOf(number, unit.grain, within.span))


def nth_from_end(nth: Ordinal, last: int, what: Length | int, within: Moment) -> Moment | None:
    """The fifth last day of May."""
    number = whole(nth)
    if last >= 0 or number is None:
        return None
    return nth_unit(-number, what, within) if isinstance(what, Length) else nth_day(-number, what, within)


def last_of(last: int, what: Length | int, within: Moment) -> Moment | None:
    """The last Monday, day, week of March."""
    return nth_from_end(1, last, what, within)


def nth_weekend(nth: Ordinal, _: Weekend, within: Moment) -> Moment | None:
    """The first weekend of April, the last one of March."""
    number = whole(nth)
    known = number and -1 <= number <= 4 and within.span
    return Moment(span=NthWeekend(number, within.span)) if known and number and within.span else None


def day_in(day: Ordinal, within: Moment) -> Moment | None:
    """The twentieth of next month."""
    named, span = day_of_month(day), within.span
    of_month = isinstance(span, NamedMonth) or (isinstance(span, Cycle) and span.grain is Grain.MONTH)
    return replace(named, span=span) if named and of_month else None


def nearest_weekday(direction: int, weekday: int) -> Moment:
    """The first such day that comes; 2: the one after it, -1: the last one."""
    nth = {0: 1, -1: 0}.get(direction, direction)
    return Moment(date=Date(weekday=weekday, nth=nth), sure=SURE if direction <= 0 else NEXT_SURE)


def _after_next(weekday: int, direction: int) -> Moment | None:
    """Tuesday after next."""
    return nearest_weekday(2, weekday) if direction == 1 else None


def weekday_of_week(direction: int, weekday: int) -> Moment:
    """Next Friday is that of next week; this Friday the first that comes, last Friday the last one."""
    if direction <= 0:
        return nearest_weekday(direction, weekday)
    return Moment(date=Date(weekday=weekday), span=Cycle(Grain.WEEK, direction), sure=NEXT_SURE)


def _weekdays_from_now(count: Number, weekday: int) -> Moment | None:
    nth = whole(count)
    return Moment(date=Date(weekday=weekday, nth=nth)) if nth and nth > 0 else None


def _weekday_and_day(weekday: int, day: Ordinal) -> Moment | None:
    named = day_of_month(day)
    return replace(named, date=Date(weekday=weekday, day=whole(day))) if named else None


def _weekday_and_number(weekday: int, day: Number) -> Moment | None:
    """Tuesday 19: what is no hour of twelve is a date."""
    return _weekday_and_day(weekday, day) if day.value > 12 else None


def feast(of: Feast) -> Moment:
    """Easter."""
    return Moment(days=(FeastDay(of),))


def _next_feast(direction: int, of: Feast) -> Moment | None:
    return feast(of) if direction >= 0 else None


def base(moment: Moment) -> Day | None:
    """A day to count from."""
    if len(moment.days) == 1 and moment.date is None:
        return moment.days[0]
    if moment.days or not moment.date:
        return None
    return DatedIn(moment.date, moment.span) if moment.span else Dated(moment.date)


def after_day(length: Length, day: Moment) -> Moment | None:
    """Two days after Easter."""
    start = base(day)
    counted = not length.seconds and not length.most
    shifted = Shifted(start, length) if start and counted else None
    return replace(day, days=(shifted,), date=None, span=None) if shifted else None


def _weeks_from(length: Length, day: Moment) -> Moment | None:
    """A week today, two weeks tomorrow."""
    near = len(day.days) == 1 and isinstance(day.days[0], Offset)
    return after_day(length, day) if near and length.grain is Grain.WEEK else None


def before_day(length: Length, day: Moment) -> Moment | None:
    """Two days before Easter."""
    return after_day(replace(length, months=-length.months, days=-length.days), day)


def _weekday_week(day: Moment, length: Length) -> Moment | None:
    """Tuesday week."""
    return after_day(length, day) if length.grain is Grain.WEEK and length.count == 1 else None


def unit_beside(unit: Length, day: Moment, step: int) -> Moment | None:
    """The week of a day, the one after it or before it; the day after it or before it."""
    if unit.grain is Grain.DAY:
        return after_day(replace(unit, days=step), day) if step else None
    start = base(day)
    return Moment(span=Around(start, unit.grain, step)) if start and unit.grain in CYCLES else None


def _weekday_beside(weekday: int, day: Moment, step: int) -> Moment | None:
    start = base(day)
    return Moment(days=(Following(weekday, start, step),)) if start else None


def _closest(weekday: int, day: Moment) -> Moment | None:
    """The Friday closest to the tenth."""
    start = base(day)
    return Moment(days=(Near(weekday, start),)) if start else None


def _nth_weekday_after(nth: Ordinal, weekday: int, day: Moment) -> Moment | None:
    """The second Saturday after Christmas."""
    start, number = base(day), whole(nth)
    known = start and number and number > 0
    return Moment(days=(Following(weekday, start, 1, number),)) if known and start and number else None


def within(next_weekday: Make) -> Layer:
    """Days and weeks within others; which day "next Friday" is differs by language."""
    return layer(
        GROUPS,
        ("nth from the end", "", "the? ORD to? dir unit|weekday of|in the? span", nth_from_end),
        ("nth weekday", "", "the? ORD weekday of|in the? span", nth_day),
        ("nth week", "", "the? ORD unit of|in the? span", nth_unit),
        ("nth weekend", "", "the? ORD|dir weekend of|in the? span", nth_weekend),
        ("last of", "", "the? dir unit|weekday of|in the? span", last_of),
        ("day in", "", "the? ORD|num of|in the? span", day_in),
        ("weekdays from now", "", "in? num weekday|weekdays fromnow", _weekdays_from_now),
        ("next weekday", "", "dir weekday", next_weekday),
        ("after next", "", "the? weekday after dir !DIRECTED", _after_next),
        ("next feast", "", "dir feast", _next_feast),
        ("weekday and day", "", "weekday comma? the? ORD !UNIT|weekday|MONTH", _weekday_and_day),
        ("weekday and day", "", "weekday num !COUNTED|oclock|meridiem|TO|past", _weekday_and_number),
        ("feast", "", "feast", feast),
    )


FROM_DAYS = layer(
    GROUPS,
    ("day of the month", "", "<on the num !COUNTED|oclock|meridiem", day_of_month),
    ("day of the month", "", "the ORD !COUNTED", day_of_month),
    ("day of the month", "", "<on|until|by|after|before|from|to|between|and ORD !COUNTED", day_of_month),
    ("so long from", "", "dur from|after the? day", after_day),
    ("a week from", "", "unit from the? day", after_day),
    ("so long on", "", "<!in|after dur on day", after_day),
    ("a week today", "", "<!in|after|for|within dur day", _weeks_from),
    ("so long before", "", "dur before the? day", before_day),
    ("the week of", "", "the? unit of the? day", lambda unit, day: unit_beside(unit, day, 0)),
    ("the week after", "", "the? unit after the? day", lambda unit, day: unit_beside(unit, day, 1)),
    ("the week before", "", "the? unit before the? day", lambda unit, day: unit_beside(unit, day, -1)),
    ("nth weekday after", "", "the? ORD weekday after the? day", _nth_weekday_after),
    ("weekday after", "", "the? weekday after the? day", lambda n, day: _weekday_beside(n, day, 1)),
    ("closest weekday", "", "the? closest weekday to the? day", _closest),
    ("weekday before", "", "the? weekday before the? day", lambda n, day: _weekday_beside(n, day, -1)),
    ("weekday", "", "weekday|weekdays", lambda number: Moment(date=Date(weekday=number))),
    ("weekday week", "", "day unit", _weekday_week),
)
