"""What only Latvian grammar has, and its layers in their order."""

from __future__ import annotations

from dataclasses import replace

from ivr.understanding.times.grammar import GROUPS
from ivr.understanding.times.grammar.clocks import (
    Said,
    ends_at,
    hour,
    later,
    minutes_of,
    pair,
    past,
    short_of,
    with_minutes,
)
from ivr.understanding.times.grammar.counting import (
    FROM_DAYS,
    day_in,
    nearest_weekday,
    nth_day,
    nth_unit,
    within,
)
from ivr.understanding.times.grammar.dates import DATES, YEARS, Ordinal, day_of_month, in_year
from ivr.understanding.times.grammar.durations import DURATIONS, one_or, vague
from ivr.understanding.times.grammar.hours import HOURS, beside
from ivr.understanding.times.grammar.joining import BOUNDS, JOINING, PARTS_OF_DAY, WHOLE, named_part
from ivr.understanding.times.grammar.numbers import NUMBERS, OTHERS, RANGES, both
from ivr.understanding.times.grammar.offsets import OFFSETS, ago, inside, inside_next
from ivr.understanding.times.grammar.spans import EDGES, SPANS, cycle, edge_after, month, this_unit
from ivr.understanding.times.meaning import Length, Moment, Number, together
from ivr.understanding.times.rules import Layer, layer
from ivr.understanding.times.when import Grain


def _less(number: Number, of: Said) -> Moment | None:
    """Without fifteen, nine."""
    return later(of, -number.value) if minutes_of(number) and hour(of) else None


def _less_sum(tens: Number, units: Number, of: Said) -> Moment | None:
    """Without twenty five, nine."""
    number = both(tens, units)
    return _less(number, of) if number else None


def _less_minutes(number: Number, _: Length, of: Said) -> Moment | None:
    return _less(number, of)


def _less_sum_minutes(tens: Number, units: Number, _: Length, of: Said) -> Moment | None:
    return _less_sum(tens, units, of)


def _less_quarter(quarter: int, of: Said) -> Moment | None:
    return later(of, -quarter)


def _quarter_past(quarter: int, of: Said) -> Moment | None:
    return later(of, quarter)


def _zero_minutes(clock: Moment, zero: Number, minutes: Number) -> Moment | None:
    """At nine zero five."""
    return (
        with_minutes(clock, minutes)
        if zero.value == 0 and minutes.value < 10 and not minutes.digits
        else None
    )


def _and_minutes(clock: Moment, length: Length) -> Moment | None:
    """At nine and fifteen minutes."""
    whole = clock.clock is not None and clock.clock.grain is Grain.HOUR
    return past(length, clock) if whole else None


def _or_next(clock: Moment, hours: Said) -> Moment | None:
    """At six, seven: some time between."""
    following = hour(hours)
    if not (clock.clock and following and following.clock):
        return None
    next_one = following.clock.minute - clock.clock.minute == 60 and clock.clock.grain is Grain.HOUR
    return replace(ends_at(clock, following), approximate=True) if next_one else None


def _in_daytime(clock: Moment, unit: Length) -> Moment | None:
    """At two in the day."""
    return together(clock, named_part("day")) if unit.grain is Grain.DAY and unit.count == 1 else None


def _hour_in_daytime(number: Number, _: Length) -> Moment | None:
    clock = hour(number)
    return together(clock, named_part("day")) if clock else None


def _half_to(of: Said) -> Moment | None:
    """Half an hour before nine."""
    found = hour(of)
    whole = found and found.clock and found.clock.minute % 60 == 0
    return later(of, -30) if whole else None


def _day_of_date(day: Ordinal) -> Moment | None:
    return day_of_month(day)


def _in_year(moment: Moment, year: Ordinal, _: Length) -> Moment | None:
    return in_year(moment, year)


_WITHOUT = layer(
    GROUPS,
    ("less minutes", "", "less num NUM UNIT NUM|clock !UNIT", _less_sum_minutes),
    ("less minutes", "", "less NUM UNIT NUM|clock !UNIT", _less_minutes),
    ("less minutes", "", "less num NUM NUM|clock !UNIT", _less_sum),
    ("less minutes", "", "less NUM NUM|clock !UNIT|NUM", _less),
    ("less a quarter", "", "less quarter NUM|clock !UNIT", _less_quarter),
)
_CLOCKS = layer(
    GROUPS,
    ("hour of a part", "", "weakpart =NUM|clock", lambda part: part),
    ("quarter past", "", "quarter past|after dat|clock|num !UNIT", _quarter_past),
    ("minutes past", "", "NUM|dur past dat|clock|num !UNIT", past),
    ("minutes past", "", "num|dur after dat|clock !UNIT", past),
    ("minutes to", "", "dur before dat|clock !UNIT", short_of),
    ("hour and minutes", "", "<at num num !UNIT|counted|place|MONTH|NUM", pair),
    ("half to", "", "half NUM !UNIT", _half_to),
    ("in the day", "", "NUM inday", _hour_in_daytime),
    ("at an hour", "", "loc !UNIT|counted|place", hour),
    ("at", "", "<at num !UNIT|counted|place|MONTH|NUM", hour),
    ("by a preposition", "", "<BEFORE_DATIVE dat !UNIT|counted|place", hour),
    ("of a day", "", "<weekday|part|day|moment dat !UNIT|counted|place", hour),
    ("one hour or the next", "", "clock comma? dat|loc|clock !UNIT", _or_next),
    ("to an hour", "", "<clock <and|or|until|dash|comma dat !UNIT|counted|place", hour),
    ("and no minutes", "", "clock num num !UNIT|counted", _zero_minutes),
    ("and minutes", "", "clock num !UNIT|counted|place|MONTH|NUM", with_minutes),
    ("and minutes", "", "clock and? dur", _and_minutes),
    ("in the day", "", "clock unit|inday", _in_daytime),
    ("hour in a part", "", "<!other|counted|NUM num|dat =part", beside),
)
_ONE = layer(
    GROUPS,
    ("one", "dur", "<after|before|for|about unit !edge|ORD|dir|after|before", lambda unit: unit),
    ("one or two", "dur", "dur or NUM", one_or),
    ("about", "dur", "about dur", vague),
)
_WITHIN = layer(
    GROUPS,
    ("within", "", "dir dur|unit inside", inside_next),
    ("within", "", "dur|unit inside", inside),
)
_DATES = layer(
    GROUPS,
    ("date", "", "ORD|num datums", _day_of_date),
    ("year", "", "day comma? ORD|num unit", _in_year),
)
_MOVED = layer(
    GROUPS,
    ("moved", "", "move link|other* from TIME for|until TIME", lambda _, to: to),
)
_OF_MONTHS = layer(
    GROUPS,
    ("season", "", "<!dir season", lambda season: Moment(span=season)),
    ("month", "", "weakmonth =edge", month),
    ("month", "", "weakmonth =ORD|dir =weekday|UNIT", month),
    ("of the week", "", "<!dir unit =edge", this_unit),
    ("of the month", "", "<!dir unit =ORD|dir =weekday|UNIT", this_unit),
)
_WITHIN_SPANS = layer(
    GROUPS,
    ("edge", "", "span edge", edge_after),
    ("nth weekday", "", "span ORD|dir weekday", lambda span, nth, weekday: nth_day(nth, weekday, span)),
    ("nth weekday", "", "ORD weekday span", nth_day),
    ("nth day", "", "span ORD|dir inday", lambda span, nth, unit: nth_unit(nth, unit, span)),
    ("nth week", "", "span ORD|dir UNIT", lambda span, nth, unit: nth_unit(nth, unit, span)),
    ("nth week", "", "ORD UNIT span", nth_unit),
    ("next day", "", "dir inday", cycle),
    ("day in", "", "span ORD !UNIT|weekday", lambda span, day: day_in(day, span)),
    ("day in", "", "span num !COUNTED", lambda span, day: day_in(day, span)),
)
_AGO = layer(GROUPS, ("ago", "", "before dur !TIME", ago))
_WEAK_PARTS = layer(
    GROUPS,
    ("part of the day", "", "<day|moment weakpart", lambda part: part),
    ("part of the day", "", "<day inday", lambda _: named_part("day")),
)
# "Vai otrdien nevarētu?" asks for Tuesday, politely.
_ASKED = layer(GROUPS, ("asked for", "", "<!TIME|comma|num or link* TIME link* not", lambda moment: moment))
_INSTEAD = layer(GROUPS, ("instead of", "unwanted", "TIME insteadof", lambda moment: moment))

LAYERS: tuple[Layer, ...] = (
    _WITHOUT,
    NUMBERS,
    OTHERS,
    RANGES,
    DURATIONS,
    _ONE,
    _WITHIN,
    _CLOCKS,
    DATES,
    _DATES,
    YEARS,
    _OF_MONTHS,
    SPANS,
    _WITHIN_SPANS,
    EDGES,
    within(nearest_weekday),
    FROM_DAYS,
    _AGO,
    OFFSETS,
    HOURS,
    _WEAK_PARTS,
    PARTS_OF_DAY,
    JOINING,
    _MOVED,
    _INSTEAD,
    BOUNDS,
    _INSTEAD,
    WHOLE,
    _ASKED,
)
