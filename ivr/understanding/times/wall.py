"""What the clocks of a place show, and what they skip."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, tzinfo

from ivr.understanding.times.meaning import MIDNIGHT

DAY = timedelta(days=1)


class UnclearError(Exception):
    """Words of time that make no time; the message says why."""


def local(day: date, minute: int, zone: tzinfo) -> datetime:
    """So many minutes after midnight, as the clocks show it; of a time that is repeated, the first."""
    return datetime.combine(day + minute // MIDNIGHT * DAY, time(minute % MIDNIGHT // 60, minute % 60), zone)


def first_of(day: date, zone: tzinfo) -> datetime:
    """When the day begins; that may be later than at midnight, where the clocks skip it."""
    return existing(local(day, 0, zone))


def existing(at: datetime) -> datetime:
    """``at``, or what the clocks show instead where they skip it."""
    return at.astimezone(UTC).astimezone(at.tzinfo)


def shown(at: datetime) -> datetime:
    """``at``.

    Raises:
        UnclearError: a change of the clocks skips it.
    """
    if existing(at).replace(tzinfo=None) != at.replace(tzinfo=None):
        raise UnclearError(f"the clocks skip {at:%H:%M} on {at:%Y-%m-%d}")
    return at


def after(one: datetime, two: datetime) -> bool:
    """Whether ``one`` lies after ``two``, whatever the clocks show."""
    return one.astimezone(UTC) > two.astimezone(UTC)
