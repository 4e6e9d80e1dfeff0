"""Parts of the day: from when to when they are meant, and which clock times go with them."""

from __future__ import annotations

from dataclasses import dataclass

HOUR = 60  # minutes


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the day, in minutes from its midnight; beyond 1440 it is the next day's night."""

    name: str
    start: int
    end: int  # not in it any more
    first: int  # the earliest clock time that is said with it: "five in the evening"
    last: int  # the latest


def _part(name: str, start: float, end: float, first: float, last: float) -> Part:
    return Part(name, *(int(hours * HOUR) for hours in (start, end, first, last)))


PARTS = {
    part.name: part
    for part in (
        # A morning is whatever comes before noon: opening hours say when it begins.
        _part("morning", 0, 12, 1, 11.99),
        _part("early morning", 0, 9, 1, 9.99),
        _part("late morning", 9, 12, 9, 11.99),
        _part("mid morning", 9, 11, 8, 11.99),
        _part("mid afternoon", 14, 16, 13, 17),
        _part("before lunch", 9, 12, 8, 12),
        _part("day", 9, 17, 8, 17.99),
        _part("lunch", 12, 14, 11, 15),
        _part("after lunch", 13, 17, 12, 17.99),
        _part("afternoon", 12, 19, 12, 19.99),
        _part("early afternoon", 12, 15, 12, 15.99),
        _part("late afternoon", 15, 19, 14, 19.99),
        _part("after school", 15, 21, 14, 21),
        _part("after work", 17, 21, 16, 21),
        _part("evening", 18, 24, 16, 24),
        _part("early evening", 17, 20, 16, 20),
        _part("late evening", 21, 24, 19, 24),
        _part("night", 18, 24, 18, 29.99),
        _part("late night", 21, 24, 20, 29.99),
        _part("small hours", 22, 30, 20, 29.99),
    )
}

EARLY = {"morning": "early morning", "afternoon": "early afternoon", "evening": "early evening"}
LATE = {
    "morning": "late morning",
    "afternoon": "late afternoon",
    "evening": "late evening",
    "night": "late night",
}
