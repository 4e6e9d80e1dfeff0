"""How long: "two hours", "an hour and a half", "a week or two"."""

from __future__ import annotations

from dataclasses import replace

from ivr.understanding.times.grammar import GROUPS
from ivr.understanding.times.meaning import Length, Number
from ivr.understanding.times.rules import layer
from ivr.understanding.times.when import Grain

SECOND = Length(seconds=1, grain=Grain.SECOND)
MINUTE = Length(seconds=60, grain=Grain.MINUTE)
HOUR = Length(seconds=3600, grain=Grain.HOUR)
DAY = Length(days=1, grain=Grain.DAY)
WEEK = Length(days=7, grain=Grain.WEEK)
FORTNIGHT = Length(days=14, count=2, grain=Grain.WEEK)
MONTH = Length(months=1, grain=Grain.MONTH)
QUARTER = Length(months=3, grain=Grain.QUARTER)
YEAR = Length(months=12, grain=Grain.YEAR)

_UNITS = {unit.grain: unit for unit in (SECOND, MINUTE, HOUR, DAY, WEEK, MONTH, QUARTER, YEAR)}
_FINEST_FIRST = tuple(_UNITS)


def times(count: float, unit: Length) -> Length:
    """So many of a unit; of half an hour minutes are told."""
    grain = unit.grain if float(unit.count * count).is_integer() else _finer(unit.grain)
    return Length(
        unit.months * count, unit.days * count, unit.seconds * count, unit.count * count, grain, unit.vague
    )


def _finer(grain: Grain) -> Grain:
    return Grain.MINUTE if grain is Grain.HOUR else grain


def many(number: Number, unit: Length) -> Length:
    """Two hours, two or three hours."""
    length = replace(times(number.value, unit), vague=number.vague)
    return replace(length, most=times(number.most, unit)) if number.most else length


def one_or(one: Length, number: Number) -> Length | None:
    """An hour or two."""
    unit = _UNITS[one.grain]
    return many(Number(one.count, vague=True, most=number.value), unit) if number.value > one.count else None


def _seconds(number: Number, _: int) -> Length:
    return many(number, SECOND)


def summed(one: Length, two: Length) -> Length | None:
    """An hour and twenty minutes."""
    if _FINEST_FIRST.index(two.grain) >= _FINEST_FIRST.index(one.grain):
        return None
    parts = one.months + two.months, one.days + two.days, one.seconds + two.seconds
    return Length(*parts, 1, two.grain, one.vague or two.vague)


def _and_half(length: Length) -> Length:
    return summed(length, replace(times(0.5, _UNITS[length.grain]), grain=_finer(length.grain))) or length


def _quarters(number: Number, _: int, unit: Length) -> Length:
    return replace(times(number.value / 4, unit), grain=_finer(unit.grain))


def vague(length: Length) -> Length:
    """About so long."""
    return replace(length, vague=True)


DURATIONS = layer(
    GROUPS,
    ("so many and a half", "dur", "NUM and a? half UNIT", lambda n, unit: times(n.value + 0.5, unit)),
    ("three quarters of", "dur", "NUM quarter of a? unit", _quarters),
    ("quarter of", "dur", "a? quarter of a? unit", lambda _, unit: _quarters(Number(1), 0, unit)),
    ("half of", "dur", "a? half a? UNIT", lambda unit: times(0.5, unit)),
    ("so many", "dur", "NUM UNIT", many),
    ("so many", "dur", "NUM second", _seconds),
    ("one", "dur", "a unit", lambda unit: unit),
    ("and a half", "dur", "dur and a? half !a|NUM|past", _and_half),
    ("sum", "dur", "dur and|comma? dur", summed),
    ("one or two", "dur", "dur or NUM", one_or),
    ("one or two", "dur", "<dir unit or NUM", one_or),
    ("one", "dur", "unit =fromnow", lambda unit: unit),
    ("about", "dur", "about dur", vague),
    ("about", "dur", "dur ish", vague),
)
