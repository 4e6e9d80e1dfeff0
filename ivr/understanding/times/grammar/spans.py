"""Weeks, months, years, seasons, weekends, and their beginnings and ends."""

from __future__ import annotations

from dataclasses import replace

from ivr.understanding.times.days import Offset
from ivr.understanding.times.grammar import GROUPS
from ivr.understanding.times.grammar.dates import Ordinal, in_year, whole, year_of
from ivr.understanding.times.grammar.offsets import inside
from ivr.understanding.times.meaning import Length, Moment
from ivr.understanding.times.rules import layer
from ivr.understanding.times.spans import (
    Cycle,
    Edge,
    EdgeOf,
    MonthOf,
    NamedMonth,
    NamedYear,
    NthOf,
    Season,
    Weekend,
)
from ivr.understanding.times.when import Grain

CYCLES = frozenset({Grain.WEEK, Grain.MONTH, Grain.QUARTER, Grain.YEAR})


def cycle(direction: int, unit: Length) -> Moment | None:
    """Next week, this month, the next three days."""
    count = int(unit.count)
    if count != unit.count or unit.most or not count:
        return None
    if count == 1 and unit.grain is Grain.DAY:
        return Moment(days=(Offset(direction),))
    first = direction if direction >= 0 else -count
    return Moment(span=Cycle(unit.grain, first, count))


def _within_next(direction: int, length: Length) -> Moment | None:
    """The next half hour."""
    return inside(length) if direction > 0 else None


def _unit_after_next(unit: Length, direction: int) -> Moment | None:
    """The week after next."""
    return cycle(2, unit) if direction == 1 else None


def this_unit(unit: Length) -> Moment | None:
    """The week, the month that it is now."""
    return cycle(0, unit) if unit.grain in CYCLES and unit.count == 1 else None


def month(number: int) -> Moment:
    """March."""
    return Moment(span=NamedMonth(number))


def _month_of_year(one: Moment, two: Moment) -> Moment | None:
    """January next year."""
    for of_month, of_year in ((one.span, two.span), (two.span, one.span)):
        if isinstance(of_month, NamedMonth) and isinstance(of_year, Cycle) and of_year.grain is Grain.YEAR:
            return Moment(span=MonthOf(of_month.month, of_year))
    return None


def _next_month(direction: int, number: int) -> Moment | None:
    return month(number) if direction >= 0 else None


def _year(number: Ordinal) -> Moment | None:
    known = year_of(number)
    return Moment(span=NamedYear(known)) if known else None


def _next_weekend(direction: int, weekend: Weekend) -> Moment:
    return Moment(span=replace(weekend, offset=direction))


def _next_season(direction: int, season: Season) -> Moment | None:
    return Moment(span=replace(season, offset=direction)) if direction >= 0 else None


def _nth_quarter(nth: Ordinal, _: object) -> Moment | None:
    known = whole(nth)
    if known is None or known not in range(1, 5):
        return None
    return Moment(span=NthOf(known, Grain.QUARTER, Cycle(Grain.YEAR, 0)))


def _quarter_of_year(nth: Ordinal, _: object, year: Ordinal) -> Moment | None:
    known, number = year_of(year), whole(nth)
    if known is None or number is None or number not in range(1, 5):
        return None
    return Moment(span=NthOf(number, Grain.QUARTER, NamedYear(known)))


def edge(which: Edge, moment: Moment) -> Moment | None:
    """The beginning, middle or end of a week, a month, …"""
    only = moment.span if moment.date is None and not moment.days else None
    return replace(moment, span=EdgeOf(which, only), approximate=True) if only else None


def edge_after(moment: Moment, which: Edge) -> Moment | None:
    """The same, where the edge is named last."""
    return edge(which, moment)


def edge_of_unit(which: Edge, unit: Length) -> Moment | None:
    """The end of the month."""
    known = this_unit(unit)
    return edge(which, known) if known else None


SPANS = layer(
    GROUPS,
    ("next week", "", "dir the? unit !of", cycle),
    ("next weeks", "", "dir the? dur", cycle),
    ("next half hour", "", "the? dir dur", _within_next),
    ("next quarter", "", "dir quarter", lambda to, _: Moment(span=Cycle(Grain.QUARTER, to))),
    ("after next", "", "the? unit after dir !DIRECTED", _unit_after_next),
    ("of the week", "", "<of the? unit !TIME|after|before|from|of", this_unit),
    ("next month by name", "", "dir MONTH", _next_month),
    ("weekend", "", "dir weekend !of", _next_weekend),
    ("weekend", "", "<!ord|second|dir the? weekend", lambda weekend: Moment(span=weekend)),
    ("season", "", "dir season", _next_season),
    ("season", "", "<in the? season", lambda season: Moment(span=season)),
    ("quarter of a year", "", "ORD quarter of|in? num", _quarter_of_year),
    ("quarter of the year", "", "ORD quarter !past|to|after|before", _nth_quarter),
    ("month", "", "<in|of|dir|edge|early|late|until|by|before|after|from weakmonth !num|ord|link", month),
    ("month", "", "month", month),
    ("year of a month", "", "span comma? in? num|ord", in_year),
    ("year", "", "<in|of num", _year),
    ("month of next year", "", "span of|in? the? span", _month_of_year),
)
EDGES = layer(
    GROUPS,
    ("edge", "", "the? edge of? the? span", edge),
    ("edge", "", "the? edge of? the? unit", edge_of_unit),
    ("edge", "", "early in|of? the? span", lambda moment: edge(Edge.BEGIN, moment)),
    ("edge", "", "late in|of? the? span", lambda moment: edge(Edge.END, moment)),
    ("edge", "", "early in the? unit", lambda unit: edge_of_unit(Edge.BEGIN, unit)),
    ("edge", "", "late in the? unit", lambda unit: edge_of_unit(Edge.END, unit)),
)
