"""How the tests of times write down what was understood: short enough for a table."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from ivr.understanding.result import Ambiguous, NoMatch
from ivr.understanding.times import Missing, When, understand_time

RIGA = ZoneInfo("Europe/Riga")
NOW = datetime(2026, 11, 24, 10, tzinfo=RIGA)  # a Tuesday
NOTHING = "nothing"


def understood(words: str, language: str, now: datetime = NOW, asked: Missing | None = None) -> str:
    """ "Wed 25 Nov 10:00", with what is missing and ruled out; several readings are parted by ``|``."""
    result = understand_time(words, language, now, RIGA, asked)
    if isinstance(result, NoMatch):
        return NOTHING
    values = [value for value, _ in result.values] if isinstance(result, Ambiguous) else [result.value]
    return " | ".join(told(when) for when in values)


def told(when: When) -> str:
    """What a ``When`` says, without its grain and its other half."""
    about = "about " if when.approximate else ""
    missing = f", which {when.missing}?" if when.missing else ""
    return (
        f"{about}{_stretch(when.start, when.end)}{' on' if when.open_ended else ''}{missing}{_excluded(when)}"
    )


def _stretch(start: datetime, end: datetime | None) -> str:
    """A whole day is told by its date, other midnights without their hour."""
    if end is None:
        return f"{_date(start)} {start:%H:%M}"
    if end - start == timedelta(days=1) and not start.hour:
        return _date(start)
    return f"{_edge(start)} - {_edge(end)}"


def _edge(at: datetime) -> str:
    return f"{_date(at)} {at:%H:%M}".removesuffix(" 00:00")


def _date(at: datetime) -> str:
    return f"{at:%a} {at.day} {at:%b}{'' if at.year == NOW.year else f' {at.year}'}"


def _excluded(when: When) -> str:
    """The first of what is ruled out, and how many more there are."""
    if not when.excluded:
        return ""
    first, more = when.excluded[0], len(when.excluded) - 1
    return f"; not {_stretch(first.start, first.end)}{f' and {more} more' if more else ''}"
