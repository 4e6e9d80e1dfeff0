"""What understanding tells of a time: when it begins and ends, how finely it was said, what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Grain(StrEnum):
    """How finely a time was said."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


class Missing(StrEnum):
    """What has to be asked for."""

    DAY = "day"  # an hour, or nothing at all, was said; ``start`` supposes the next such day
    HOUR = "hour"  # a day, or a part of it, was said


@dataclass(frozen=True, slots=True)
class Interval:
    """A stretch of time."""

    start: datetime  # aware
    end: datetime  # aware; not in it any more


@dataclass(frozen=True, slots=True)
class When:
    """An instant or an interval, in the zone of the person. It may be past where the words say so."""

    start: datetime  # aware
    end: datetime | None  # aware, not in it any more; None: an instant, or without an end (``open_ended``)
    grain: Grain
    missing: Missing | None = None
    excluded: tuple[Interval, ...] = ()  # what was ruled out, in order; five weeks of what comes again
    approximate: bool = False  # "about", "or so"
    part: str | None = None  # the part of the day that was named: "morning"
    open_ended: bool = False  # "after Monday": from ``start`` on
    other_half: datetime | None = None  # "at eight": the same on the other half of the day, if that is open
    from_now: bool = False  # "in half an hour", "now": told by how far off it is, and so hardly to the minute
