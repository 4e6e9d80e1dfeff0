"""English clock times, and the layers of the English grammar in their order."""

from __future__ import annotations

from dataclasses import replace

from ivr.understanding.times.grammar import GROUPS
from ivr.understanding.times.grammar.clocks import (
    Said,
    about_hour,
    ends_at,
    hour,
    later,
    on_half,
    pair,
    past,
    short_of,
)
from ivr.understanding.times.grammar.counting import FROM_DAYS, weekday_of_week, within
from ivr.understanding.times.grammar.dates import DATES, YEARS
from ivr.understanding.times.grammar.durations import DURATIONS
from ivr.understanding.times.grammar.hours import HOURS
from ivr.understanding.times.grammar.joining import BOUNDS, JOINING, PARTS_OF_DAY, WHOLE
from ivr.understanding.times.grammar.numbers import NUMBERS, OTHERS, RANGES
from ivr.understanding.times.grammar.offsets import OFFSETS, WITHIN
from ivr.understanding.times.grammar.spans import EDGES, SPANS
from ivr.understanding.times.meaning import MIDNIGHT, NOON, Half, Length, Moment, Number, either
from ivr.understanding.times.rules import Layer, layer
from ivr.understanding.times.when import Grain


def _pair_on_half(hours: Number, minutes: Number, half: Half) -> Moment | None:
    found = pair(hours, minutes)
    return on_half(found, half) if found else None


def _dotted_on_half(moments: tuple[Moment, ...], half: Half) -> Moment | None:
    """7.30 p.m."""
    return on_half(moments[0], half)


def _twelve(number: Number, clock: Moment) -> Moment | None:
    """12 noon."""
    named = clock.clock and clock.clock.half is Half.EXACT and clock.clock.minute in {NOON, MIDNIGHT}
    return clock if named and number.value == 12 else None


def _military(number: Number, unit: Length) -> Moment | None:
    """1400 hours."""
    return hour(number) if unit.grain is Grain.HOUR and len(number.digits) == 4 else None


def _the_one(of: Said | int, number: Number) -> Said | int | None:
    """The Friday one, the three o'clock one: no clock time."""
    return of if number.value == 1 and not number.digits else None


def _quarter_past(quarter: int, of: Said) -> Moment | None:
    return later(of, quarter) if _whole_hour(of) else None


def _quarter_to(quarter: int, of: Said) -> Moment | None:
    return later(of, -quarter) if _whole_hour(of) else None


def _half_past(of: Said) -> Moment | None:
    return later(of, 30) if _whole_hour(of) else None


def _short_of(said: Number | Length, of: Said) -> Moment | None:
    """Ten to two; ten to eleven may as well be an hour."""
    short, hours = short_of(said, of), hour(said) if isinstance(said, Number) else None
    end = hour(of)
    if short and hours and hours.clock and end and end.clock and end.clock.minute == hours.clock.minute + 60:
        return replace(either(short, ends_at(hours, end)), sure=0.5)
    return short


def _whole_hour(of: Said) -> bool:
    found = hour(of)
    return bool(found and found.clock and found.clock.minute % 60 == 0)


def _half_to(of: Said) -> Moment | None:
    return later(of, -30)


_MARKED = layer(
    GROUPS,
    ("the one on", "weekday", "the weekday num !oclock|meridiem|num|letter|half|UNIT", _the_one),
    ("oh minutes", "num", "oh num", lambda number: Number(number.value, f"0{int(number.value)}")),
    ("hour and minutes", "", "num num in? the? meridiem", _pair_on_half),
    ("a.m. or p.m.", "", "num|clock oclock? in? the? meridiem", on_half),
    # "at 3p": a letter alone after a number may be that of a house, so something has to tell.
    ("a.m. or p.m.", "", "clock letter", on_half),
    ("a.m. or p.m.", "", "<PREPOSITION num letter", on_half),
    ("a.m. or p.m.", "", "num letter =comma? =at|on|in? =weekday|day|moment|TO", on_half),
    ("a.m. or p.m.", "", "dotted in? the? meridiem", _dotted_on_half),
    ("noon", "", "num clock", _twelve),
    ("o'clock", "", "num oclock", hour),
    ("the one at", "", "the part|clock num", _the_one),
    ("the one at", "", "<weekday part num !oclock|meridiem|num|letter|half|UNIT", _the_one),
    ("military", "", "num units", _military),
    ("ish", "", "num ish", about_hour),
    ("a.m. or p.m.", "", "clock in? the? meridiem", on_half),
)
_PAST = layer(
    GROUPS,
    ("half past", "", "half past|after num|clock", _half_past),
    ("half to", "", "half to|till|before num|clock", _half_to),
    ("half past", "", "halfpast num|clock", _half_past),
    ("half three", "", "half num|clock !UNIT|second|a|TO", _half_past),
    ("quarter past", "", "a? quarter past|after num|clock", _quarter_past),
    ("quarter to", "", "a? quarter to|till|before|of num|clock", _quarter_to),
    ("minutes past", "", "num|dur past|after num|clock !UNIT|second", past),
    (
        "minutes to",
        "",
        "<!from|between|num num|dur to|till|before|of num|clock !UNIT|second|MONTH",
        _short_of,
    ),
    ("a.m. or p.m.", "", "clock in? the? meridiem", on_half),
    ("o'clock", "", "clock oclock", lambda clock: clock),
)

LAYERS: tuple[Layer, ...] = (
    NUMBERS,
    OTHERS,
    _MARKED,
    RANGES,
    DURATIONS,
    WITHIN,
    _PAST,
    DATES,
    YEARS,
    SPANS,
    EDGES,
    within(weekday_of_week),
    FROM_DAYS,
    EDGES,
    OFFSETS,
    HOURS,
    PARTS_OF_DAY,
    JOINING,
    BOUNDS,
    WHOLE,
)
