"""What is told by how it is written, in any language: digits, dates, marks, telephone numbers."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from ivr.understanding.patterns import regex
from ivr.understanding.times.meaning import MIDNIGHT, Clock, Date, Half, Length, Moment, Number, either
from ivr.understanding.times.pieces import OTHER, Read, Shape
from ivr.understanding.times.when import Grain

Shaped = tuple[str, Any] | None

_LONG_YEAR = 100  # below it the century is left out


def shape(pattern: str, read: Read) -> Shape:
    """A shape; the pattern is for small letters, and no letter or digit comes before."""
    return Shape(regex(rf"(?<!\w)(?:{pattern})"), read)


def mark(pattern: str, kind: str, value: Any = None) -> Shape:
    """A mark that is a piece of its own, wherever it stands."""
    return Shape(regex(pattern), lambda _: (kind, value))


def day(day_of_month: str, month: str, year: str | None = None) -> Moment | None:
    """A date in digits; None where no month has that day."""
    values = int(day_of_month), int(month), int(year) if year else None
    if not (1 <= values[0] <= 31 and 1 <= values[1] <= 12):
        return None
    full = values[2] + 2000 if values[2] is not None and values[2] < _LONG_YEAR else values[2]
    return Moment(date=Date(day=values[0], month=values[1], year=full))


def _clock(match: re.Match[str]) -> Shaped:
    hour, minute = int(match[1]), int(match[2])
    if hour > 24 or minute > 59 or hour * 60 + minute > MIDNIGHT:
        return None
    of_24 = hour > 12 or hour == 0 or match[1].startswith("0")
    half = Half.EXACT if of_24 else Half.OPEN
    return "clock", Moment(clock=Clock(hour * 60 + minute, half, Grain.MINUTE))


def _ymd(match: re.Match[str]) -> Shaped:
    found = day(match[3], match[2], match[1])
    return ("day", found) if found else None


def _iso(match: re.Match[str]) -> Shaped:
    """2026-11-24T10:00."""
    found, minute = day(match[3], match[2], match[1]), int(match[4]) * 60 + int(match[5])
    clock = Clock(minute, Half.EXACT, Grain.MINUTE)
    return ("moment", replace(found, clock=clock)) if found and minute < MIDNIGHT else None


def _dmy(match: re.Match[str]) -> Shaped:
    found = day(match[1], match[2], match[3])
    return ("day", found) if found else None


def _slashed(match: re.Match[str]) -> Shaped:
    """Day and month as in Europe, or as in America; both where both are possible."""
    orders = ((match[1], match[2]), (match[2], match[1]))
    found = [moment for order in orders if (moment := day(*order, match[3]))]
    return ("day", either(*dict.fromkeys(found))) if found else None


def _dotted(match: re.Match[str]) -> Shaped:
    """A clock time, or a date; what stands before it may tell."""
    clock, date = _clock(match), day(match[1], match[2])
    found = tuple(moment for moment in (clock and clock[1], date) if moment)
    return ("dotted", found) if found else None


def _dotted_date(match: re.Match[str]) -> Shaped:
    """With a dot at the end it is a date, if it may be one and nothing else is said."""
    clock, date = _clock(match), day(match[1], match[2])
    return ("dotdate", tuple(moment for moment in (clock and clock[1], date) if moment)) if date else None


def _number(match: re.Match[str]) -> Shaped:
    return "num", Number(int(match[0]), match[0])


def _decimal(match: re.Match[str]) -> Shaped:
    return "num", Number(float(match[0].replace(",", ".")))


_PHONE = r"""
    \+\d[\d\s()-]{6,}\d | \d{3}[-. ]\d{3}[-. ]\d{4} | \d{2}(?:[ -]\d{3}){2} |
    (?:\d{2}[ -]){3}\d{2} | \d{4}[ ]\d{4} | \d{5,}
"""

SHAPES = (
    shape(r"(\d{4})-(\d{2})-(\d{2})t(\d{2}):(\d{2})(?::\d{2})?(?!\w)", _iso),
    shape(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\w)", _ymd),
    shape(r"(\d{1,2})-(\d{1,2})-(\d{4})(?!\w)", _slashed),
    shape(r"1/2(?=\s*(?:an?\s+)?h)", lambda _: ("half", None)),
    shape(rf"(?x:{_PHONE})(?!\w)", lambda _: (OTHER, None)),
    shape(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})(?!\w)\.?", _dmy),
    shape(r"(\d{1,2})\.\s?(\d{1,2})\.(?=\s*\S)()", _dmy),
    shape(r"(\d{1,2})\.\s?(\d)\.(?!\d)()", _dmy),
    shape(r"(\d{1,2})/(\d{1,2})(?:/(\d{4}|\d{2}))?(?!\w)", _slashed),
    shape(r"(\d{1,2}):(\d{2}):\d{2}(?!\d)", _clock),
    shape(r"(\d{1,2})[:h](\d{2})(?!\d)", _clock),
    shape(r"(\d{1,2})\.(\d{2})\.(?=\s*$)", _dotted_date),
    shape(r"(\d{1,2})\.(\d{2})(?!\d|\.\d)", _dotted),
    shape(r"\d+[.,]\d(?!\d)", _decimal),
    shape(r"\d+(?:st|nd|rd|th)(?!\w)", lambda match: ("ord", int(match[0][:-2]))),
    mark(r"(?<=\d)\s?['′](?!\w)", "unit", Length(seconds=60, grain=Grain.MINUTE)),
    mark(r"(?<=\d)a(?!\w)", "letter", Half.AM),
    mark(r"(?<=\d)p(?!\w)", "letter", Half.PM),
    mark(r"[–—]|-+(?=[\s\d])", "dash"),
    mark(r"[%€$£]", "counted"),
    mark(r",", "comma"),
    mark(r"[.!?;:]", "stop"),
    mark(r"@", "at"),
)
NUMBER = Shape(regex(r"(?<!\d)\d+"), _number)  # after the shapes of a language
