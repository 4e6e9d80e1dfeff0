"""Numbers of several words."""

from __future__ import annotations

from ivr.understanding.times.grammar import GROUPS
from ivr.understanding.times.meaning import Number
from ivr.understanding.times.rules import layer

FIRST_YEAR, LAST_YEAR = 1900, 2199


def _tens(number: Number) -> bool:
    return not number.digits and number.value in range(20, 100, 10)


def both(tens: Number, unit: Number) -> Number | None:
    """Twenty three."""
    fits = _tens(tens) and not unit.digits and unit.value in range(1, 10)
    return Number(tens.value + unit.value) if fits else None


def both_ordinal(tens: Number, unit: int) -> int | None:
    """Twenty third."""
    return int(tens.value) + unit if _tens(tens) and unit in range(1, 10) else None


def _year(thousands: Number, rest: Number) -> Number | None:
    return Number(thousands.value + rest.value) if rest.value < 100 else None


def _year_ordinal(thousands: Number, rest: int) -> int | None:
    return int(thousands.value) + rest if rest < 100 else None


def _or(one: Number, two: Number) -> Number | None:
    """Two or three."""
    return Number(one.value, vague=True, most=two.value) if one.value < two.value else None


def _following(one: Number, two: Number) -> Number | None:
    """Two three."""
    return _or(one, two) if two.value - one.value == 1 else None


NUMBERS = layer(
    GROUPS,
    ("", "num", "num num", both),
    ("", "loc", "num loc", both),
    ("", "dat", "num dat", both),
    ("", "ord", "num ord|second", both_ordinal),
    ("", "num", "thousands and? num", _year),
    ("", "ord", "thousands and? ord|second", _year_ordinal),
)
OTHERS = layer(
    GROUPS,
    ("", "other", "num other? place", lambda _: True),
    ("", "other", "topic MONTH", lambda _: True),
    ("", "other", "name stop? MONTH|weekday|feast|season", lambda _: True),
)
RANGES = layer(
    GROUPS,
    ("", "num", "NUM or|TO NUM =UNIT|second", _or),
    ("", "num", "NUM NUM =UNIT|second", _following),
)
