"""Reckoning with dates: adding months, the beginnings of weeks, months, quarters and years."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime, timedelta
from typing import TypeVar

from ivr.understanding.times.meaning import Length
from ivr.understanding.times.when import Grain

AnyDate = TypeVar("AnyDate", date, datetime)

_MONTHS = {Grain.MONTH: 1, Grain.QUARTER: 3, Grain.YEAR: 12}
_LENGTHS = {
    Grain.SECOND: timedelta(seconds=1),
    Grain.MINUTE: timedelta(minutes=1),
    Grain.HOUR: timedelta(hours=1),
    Grain.DAY: timedelta(days=1),
    Grain.WEEK: timedelta(weeks=1),
}


def months_later(day: AnyDate, months: int) -> AnyDate:
    """The same day of another month, or its last one where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return day.replace(year=year, month=month + 1, day=min(day.day, monthrange(year, month + 1)[1]))


def added(day: AnyDate, length: Length) -> AnyDate:
    """So many months and days later, on the clocks of the place; seconds are left out."""
    whole = int(length.months)
    extra = round((length.months - whole) * 30) + length.days
    return months_later(day, whole) + timedelta(days=int(extra))


def floor(now: datetime, grain: Grain) -> datetime:
    """The beginning of the second, …, year in which ``now`` lies."""
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    if grain is Grain.WEEK:
        return midnight - timedelta(days=now.weekday())
    if grain in _MONTHS:
        return midnight.replace(day=1, month=(now.month - 1) // _MONTHS[grain] * _MONTHS[grain] + 1)
    return {
        Grain.SECOND: now.replace(microsecond=0),
        Grain.MINUTE: now.replace(second=0, microsecond=0),
        Grain.HOUR: now.replace(minute=0, second=0, microsecond=0),
    }.get(grain, midnight)


def stepped(start: datetime, grain: Grain, count: int) -> datetime:
    """So many seconds, …, years later."""
    if grain in _MONTHS:
        return months_later(start, count * _MONTHS[grain])
    return start + count * _LENGTHS[grain]
