"""Which instant a clock time means: on which day, and on which half of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, tzinfo
from itertools import islice

from ivr.understanding.times.meaning import MIDNIGHT, NOON, Clock, Half, Moment, names_day
from ivr.understanding.times.parts import Part
from ivr.understanding.times.wall import UnclearError, after, local, shown
from ivr.understanding.times.when import Missing, When
from ivr.understanding.times.which_days import dates

DAY = timedelta(days=1)
MOST_DAYS = 60  # on which a clock time is tried until it lies ahead
UP = range(7 * 60, 22 * 60)  # minutes of the day at which a time without a day is meant
BUSY = range(7 * 60, 19 * 60)  # at which a time on a named day is meant
NEAR = timedelta(days=45)  # within which a weekday and a day of the month are believed
DOUBT = 0.5  # of one of two readings, and of what is read against its words
OPEN_SURE = 0.85  # of a clock time whose half of the day is guessed


@dataclass(frozen=True, slots=True)
class Found:
    """One reading."""

    when: When
    sure: float


@dataclass(frozen=True, slots=True)
class Place:
    """Now, and where."""

    now: datetime  # aware, in the person's zone

    @property
    def clocks(self) -> datetime:
        """What the clocks show now."""
        return self.now.replace(tzinfo=None)

    @property
    def zone(self) -> tzinfo:
        """Whose clocks."""
        return self.now.tzinfo or UTC


def at_clock(moment: Moment, clock: Clock, place: Place) -> tuple[Found, ...]:
    """The instants that may be meant by a clock time.

    Raises:
        UnclearError: there is no such day or time, or it does not lie in the part of the day.
    """
    there = Place(place.now.astimezone(moment.zone)) if moment.zone else place
    minutes = fitting(clock, moment.part)
    if not minutes:
        return _beside_part(moment, clock, there, place)
    find = _on_named_day if names_day(moment) else _on_any_day
    return (find(moment, clock, minutes, there, place),)


def fitting(clock: Clock, part: Part | None) -> tuple[int, ...]:
    """The minutes of the day that the clock time may mean, within the part of the day."""
    minutes = _minutes(clock, (0, NOON, MIDNIGHT) if part else (0, NOON))
    return tuple(m for m in minutes if part is None or part.first <= m <= part.last)


def _minutes(clock: Clock, steps: tuple[int, ...]) -> tuple[int, ...]:
    if clock.half is not Half.OPEN:
        return (clock.minute, clock.minute + MIDNIGHT) if len(steps) > 2 else (clock.minute,)
    return tuple(clock.minute % NOON + step for step in steps)


def _beside_part(moment: Moment, clock: Clock, there: Place, place: Place) -> tuple[Found, ...]:
    """Eleven in the afternoon: both times that are near to it, as likely as each other."""
    if clock.half is not Half.OPEN or moment.part is None:
        raise UnclearError("the clock time does not lie in that part of the day")
    part = moment.part
    near = sorted(_minutes(clock, (0, NOON, MIDNIGHT)), key=lambda m: max(part.first - m, m - part.last))[:2]
    find = _on_named_day if names_day(moment) else _on_any_day
    return tuple(
        Found(find(moment, replace(clock, half=Half.EXACT), (minute,), there, place).when, DOUBT)
        for minute in sorted(near)
    )


def _on_named_day(
    moment: Moment, clock: Clock, minutes: tuple[int, ...], there: Place, place: Place
) -> Found:
    days = list(islice(dates(moment, there.clocks), MOST_DAYS))
    if not days:
        raise UnclearError("there is no such day")
    ordered = sorted(minutes, key=lambda minute: minute not in BUSY)
    options = [local(day, minute, there.zone) for day in days for minute in ordered]
    chosen = next((at for at in options if after(at, there.now)), None)
    if chosen is None and moment.rolls:
        return _told(moment, clock, (options[0] + DAY, None), place, DOUBT)
    first = chosen or options[0]
    return _told(moment, clock, (first, _other(options, first, there)), place, sureness(moment, first, there))


def sureness(moment: Moment, at: datetime, place: Place) -> float:
    """Thursday the fifteenth, many months ahead: the day, or its number, is likely to be a slip."""
    date, far = moment.date, after(at, place.now + NEAR)
    slip = date and date.weekday is not None and date.day and not date.month and not moment.span and far
    return min(moment.sure, DOUBT) if slip else moment.sure


def _other(options: list[datetime], chosen: datetime, there: Place) -> datetime | None:
    """The same on the other half of that day: one to come, or else one that is past, if it may be meant."""
    others = [at for at in options if at != chosen and at.date() == chosen.date()]
    return next((at for at in others if after(at, there.now)), next(iter(others), None))


def _on_any_day(moment: Moment, clock: Clock, minutes: tuple[int, ...], there: Place, place: Place) -> Found:
    """The next time that the clocks show it while people are up, or at all."""
    options = sorted(_coming(minutes, there), key=lambda at: at.timestamp())
    up = [at for at in options if at.hour * 60 + at.minute in UP] or options
    first = up[0]
    other = next((at for at in options if at != first and at > first), None) if len(minutes) > 1 else None
    return _told(moment, clock, (first, other), place, moment.sure)


def _coming(minutes: tuple[int, ...], there: Place) -> Iterator[datetime]:
    today = there.clocks.date()
    for day in (today + n * DAY for n in range(3)):
        for minute in minutes:
            if after(at := local(day, minute, there.zone), there.now):
                yield at


def _told(
    moment: Moment, clock: Clock, found: tuple[datetime, datetime | None], place: Place, sure: float
) -> Found:
    at, other = (shown(one).astimezone(place.zone) if one else None for one in found)
    if at is None:
        raise UnclearError("there is no such time")
    missing = None if names_day(moment) else Missing.DAY
    part = moment.part.name if moment.part else None
    when = When(at, None, clock.grain, missing, (), moment.approximate, part, other_half=other)
    return Found(when, min(sure, OPEN_SURE) if other else sure)


def first_date(moment: Moment, place: Place) -> date:
    """The first date that fits and is not past, or else the first. Raises UnclearError where none fits."""
    days = list(islice(dates(moment, place.clocks), 2))
    if not days:
        raise UnclearError("there is no such day")
    return next((day for day in days if day >= place.clocks.date()), days[0])
