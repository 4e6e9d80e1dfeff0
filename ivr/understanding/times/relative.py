"""How far from a time that was just spoken of: "an hour later", "stundu agrāk", "the next day", "later".

``understand_time`` tells times on the clock, and from now; this one needs what was spoken of before.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from ivr.understanding.numbers import spelled
from ivr.understanding.patterns import Pattern, regex

_LENGTHS = {
    "minute": timedelta(minutes=1),
    "hour": timedelta(hours=1),
    "day": timedelta(days=1),
    "week": timedelta(weeks=1),
}
_LATE = frozenset({"late", "velu"})
_PARTS = {"half": 0.5, "quarter": 0.25}


@dataclass(frozen=True, slots=True)
class Shift:
    """Away from the time that was spoken of."""

    later: bool  # or else earlier
    by: timedelta | None = None  # None: it is left open how far

    def of(self, at: datetime) -> datetime:
        """``at`` (aware) so much later or earlier: days by the calendar, hours as they pass."""
        by = (self.by or timedelta(0)) * (1 if self.later else -1)
        days, rest = timedelta(days=by.days), by - timedelta(days=by.days)
        return ((at + days).astimezone(UTC) + rest).astimezone(at.tzinfo)


@dataclass(frozen=True, slots=True)
class _Words:
    """How a language says it: plain words, numbers in digits, no articles."""

    far: Pattern  # with the groups part, count, unit, more and way
    units: Mapping[str, str]  # beginning of a word → unit
    next_day: Pattern
    open: Pattern  # with the group way
    too: Pattern  # with the group way: what is said to be too much
    later: frozenset[str]  # ways that lead later


_COUNT = r"(?:(?P<count>\d+(?:_\d+)?) )?"
TABLES: Mapping[str, _Words] = {
    "en": _Words(
        regex(
            rf"(?<!\S)(?:(?P<part>half|quarter) )?{_COUNT}(?:of )?(?P<unit>minute|hour|day|week)s?"
            r"(?P<more> and half)? "
            r"(?P<way>later|earlier|sooner|(?:after|before)(?! tomorrow| yesterday))(?!\S)"
        ),
        {unit: unit for unit in _LENGTHS},
        regex(r"(?<!\S)(?:next|following) day(?!\S)"),
        regex(r"(?<!\S)(?P<way>later|earlier|sooner)(?! than)(?!\S)"),
        regex(r"(?<!\S)(?:too|so|not that|bit|rather|quite) (?P<way>late|early|soon)(?!\S)"),
        frozenset({"later", "after"}),
    ),
    "lv": _Words(
        regex(
            rf"(?<!\S)(?P<part>pus(?=st))?{_COUNT}(?P<unit>minut|stund|dien|nedel)\w*"
            r"(?P<more> un pusi?)? (?P<way>velak|agrak|atrak|ieprieks)(?!\S)"
        ),
        {"minut": "minute", "stund": "hour", "dien": "day", "nedel": "week"},
        regex(r"(?<!\S)nakam\w+ dien\w+(?!\S)"),
        regex(r"(?<!\S)(?P<way>velak|agrak|atrak)(?! (?:par|ka))(?!\S)"),
        regex(r"(?<!\S)(?:par|tik|parak|pa) (?P<way>velu|agru|agri|atru|atri)(?!\S)"),
        frozenset({"velak"}),
    ),
}


def shift(words: str, language: str) -> Shift | None:
    """How far from what was spoken of, where it is said how far; None where it is not."""
    table, plain = TABLES[language], spelled(words, language).plain
    if table.next_day.search(plain):
        return Shift(True, _LENGTHS["day"])
    found = table.far.search(plain)
    return Shift(found["way"] in table.later, _length(table, found)) if found else None


def open_shift(words: str, language: str) -> Shift | None:
    """Only later, or only earlier, than what was spoken of; "later than five" is a time by itself."""
    table = TABLES[language]
    found = table.open.search(spelled(words, language).plain)
    return Shift(found["way"] in table.later) if found else None


def too_much(words: str, language: str) -> Shift | None:
    """Earlier than what was spoken of, because it is too late; or later, because it is too early."""
    found = TABLES[language].too.search(spelled(words, language).plain)
    return Shift(found["way"] not in _LATE) if found else None


def _length(table: _Words, found: re.Match[str]) -> timedelta:
    count = float((found["count"] or "1").replace("_", "."))
    part = 0.5 if found["part"] == "pus" else _PARTS.get(found["part"] or "", 1.0)
    more = 0.5 if found["more"] else 0.0
    return _LENGTHS[table.units[found["unit"]]] * (count * part + more)
