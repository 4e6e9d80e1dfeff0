"""Numbers that are hours because of what stands beside them."""

from __future__ import annotations

from dataclasses import replace

from ivr.understanding.times.grammar import GROUPS
from ivr.understanding.times.grammar.clocks import (
    Said,
    about,
    bare_pair,
    hour,
    of_two,
    stepped_pair,
    with_minutes,
)
from ivr.understanding.times.grammar.numbers import FIRST_YEAR, LAST_YEAR
from ivr.understanding.times.meaning import Moment, Number
from ivr.understanding.times.rules import layer

_BESIDE = 0.8  # how sure an hour is that stands beside a day without a word between


def by_preposition(number: Number) -> Moment | None:
    """After nine: what may be a year is left alone."""
    return None if FIRST_YEAR <= number.value <= LAST_YEAR else hour(number)


def beside(said: Said) -> Moment | None:
    """Tomorrow nine."""
    found = hour(said)
    return replace(found, sure=min(found.sure, _BESIDE)) if found else None


def _before_dash(number: Number) -> Moment | None:
    return beside(number) if number.value > 0 else None


HOURS = layer(
    GROUPS,
    ("clock time", "", "<at dotted", lambda moments: moments[0]),
    ("clock time", "", "<at dotdate", lambda moments: moments[0]),
    ("date", "", "dotdate", lambda moments: moments[-1]),
    ("clock or date", "", "dotted !counted|other|unit", of_two),
    ("at", "", "<at <comma num !COUNTED", by_preposition),
    ("at", "", "<at num !counted|UNIT|second|MONTH|quarter", hour),
    ("about", "", "<about num !COUNTED", by_preposition),
    (
        "by a preposition",
        "",
        "<after|before|notbefore|until|till|by|from|between|past num !COUNTED|clock",
        by_preposition,
    ),
    ("at the latest", "", "num =latest|earliest", by_preposition),
    ("at the latest", "", "<latest|earliest num !COUNTED", by_preposition),
    ("and minutes", "", "clock num !counted|other|UNIT|second|MONTH|num|TO", with_minutes),
    ("to an hour", "", "<clock <TO|and|or num !COUNTED", by_preposition),
    ("from an hour", "", "<!other num =TO =clock", _before_dash),
    ("to an hour", "", "<clock <TO num !COUNTED", by_preposition),
    ("one of several hours", "", "<clock <comma num =or|and|comma", by_preposition),
    ("hour and minutes", "", "<!other|num num num !COUNTED", bare_pair),
    ("hour and minutes", "", "<DAY_OR_PART num num !COUNTED", stepped_pair),
    (
        "hour and minutes",
        "",
        "<!other|num num num =comma? =on|in? =the? =dir? =part|day|moment",
        stepped_pair,
    ),
    ("hours from to", "", "<!other|num|at num =TO =num !UNIT", _before_dash),
    ("beside a day", "", "<!other|counted|num num =comma? =on|in|at? =the? =dir? =DAY_OR_PART", beside),
    ("corrected", "", "<correct num !COUNTED", beside),
    ("corrected", "", "<correct <comma num !COUNTED", beside),
    ("beside a day", "", "<DAY_OR_PART num !COUNTED", beside),
    ("about", "", "about clock", about),
    ("about", "", "clock ish", about),
    ("about", "", "clock about !TIME|NUM|dur", about),
)
