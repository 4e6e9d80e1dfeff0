"""Dates: "the twenty third of March", "March 3, 2027", "the third to the fifth"."""

from __future__ import annotations

from dataclasses import replace

from ivr.understanding.times.grammar import GROUPS
from ivr.understanding.times.grammar.numbers import FIRST_YEAR, LAST_YEAR
from ivr.understanding.times.meaning import Bound, Date, Length, Moment, Number
from ivr.understanding.times.rules import layer
from ivr.understanding.times.spans import NamedMonth
from ivr.understanding.times.when import Grain

LAST_DAY = 31
Ordinal = Number | int


def whole(said: Ordinal) -> int | None:
    """The number of a day, a week, …; None where it is none."""
    if isinstance(said, int):
        return said
    exact = said.value == int(said.value) and said.most is None and not said.vague
    return int(said.value) if exact else None


def year_of(said: Ordinal) -> int | None:
    """The number of a year."""
    year = whole(said)
    return year if year is not None and FIRST_YEAR <= year <= LAST_YEAR else None


def day_of_month(day: Ordinal) -> Moment | None:
    """The third."""
    number = whole(day)
    return Moment(date=Date(day=number)) if number is not None and 1 <= number <= LAST_DAY else None


def dated(day: Ordinal, month: int) -> Moment | None:
    """The third of March."""
    named = day_of_month(day)
    return replace(named, date=Date(day=whole(day), month=month)) if named else None


def month_first(month: int, day: Ordinal) -> Moment | None:
    """March the third."""
    return dated(day, month)


def _of_the_month(day: Ordinal, unit: Length) -> Moment | None:
    """The first of the month: of the next one, if that of this one is past."""
    return day_of_month(day) if unit.grain is Grain.MONTH and unit.count == 1 else None


def in_year(moment: Moment, year: Ordinal) -> Moment | None:
    """A date or a month of that year."""
    number, date = year_of(year), moment.date
    if number is None:
        return None
    if isinstance(moment.span, NamedMonth) and not moment.span.year:
        return replace(moment, span=replace(moment.span, year=number))
    full = date and date.day and date.month and not date.year
    return replace(moment, date=replace(date, year=number)) if full and date else None


def of_year(year: Ordinal, moment: Moment) -> Moment | None:
    """The same, where the year is said first."""
    return in_year(moment, year)


def _spoken_year(moment: Moment, century: Number, rest: Number) -> Moment | None:
    """Twenty twenty six."""
    spoken = century.value in {19, 20} and rest.value >= 10 and not century.digits
    return in_year(moment, Number(century.value * 100 + rest.value)) if spoken else None


def from_to(first: Ordinal, last: Ordinal, month: int) -> Moment | None:
    """The third to the fifth of March."""
    start, end = dated(first, month), dated(last, month)
    return Moment(low=Bound(start), high=Bound(end, beyond=True)) if start and end else None


def _month_from_to(month: int, first: Ordinal, last: Ordinal) -> Moment | None:
    return from_to(first, last, month)


DATES = layer(
    GROUPS,
    ("days from to", "", "from? the? ORD|num TO the? ORD|num of? MONTH", from_to),
    ("days from to", "", "between the? ORD|num and the? ORD|num of? MONTH", from_to),
    ("days from to", "", "from? MONTH the? ORD|num TO the? ORD|num !COUNTED|meridiem|oclock", _month_from_to),
    ("day of month", "", "the? ORD|num of? MONTH", dated),
    ("day of the month", "", "the? ORD|num of the unit", _of_the_month),
    ("month and day", "", "MONTH the? ORD !UNIT|weekday", month_first),
    ("month and day", "", "MONTH the? num !COUNTED|meridiem|oclock", month_first),
)
YEARS = layer(
    GROUPS,
    ("year", "", "day comma? in? num|ord", in_year),
    ("year", "", "day num num", _spoken_year),
    ("year", "", "num|ord unit day", lambda year, _, day: of_year(year, day)),
)
