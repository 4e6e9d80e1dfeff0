"""Ways to name a day, and the dates they mean."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from typing import Protocol

from ivr.understanding.times.feasts import Feast
from ivr.understanding.times.meaning import Date, Length
from ivr.understanding.times.reckoning import added

HORIZON = 3000  # days within which a date is looked for: a leap day comes every four years, or after eight
_DAY = timedelta(days=1)


class Day(Protocol):
    """A way to name a day."""

    def dates(self, today: date) -> Iterator[date]:
        """The dates it may mean, the likeliest first."""


@dataclass(frozen=True, slots=True)
class Offset:
    """Counted from today: tomorrow is 1."""

    days: int

    def dates(self, today: date) -> Iterator[date]:
        yield today + timedelta(days=self.days)


@dataclass(frozen=True, slots=True)
class FeastDay:
    """A feast, this year's if it is still to come."""

    feast: Feast

    def dates(self, today: date) -> Iterator[date]:
        return (day for year in range(today.year, today.year + 3) if (day := self.feast(year)) >= today)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date of which only some is said, as a day to count from."""

    wanted: Date

    def dates(self, today: date) -> Iterator[date]:
        return found(self.wanted, today)


@dataclass(frozen=True, slots=True)
class Shifted:
    """So long after another day, or before it."""

    base: Day
    length: Length

    def dates(self, today: date) -> Iterator[date]:
        return (added(day, self.length) for day in self.base.dates(today))


@dataclass(frozen=True, slots=True)
class Following:
    """The nth such weekday after another day, or before it where ``step`` is -1."""

    weekday: int
    base: Day
    step: int = 1
    nth: int = 1

    def dates(self, today: date) -> Iterator[date]:
        for day in self.base.dates(today):
            near = (day + timedelta(days=n * self.step) for n in range(1, 8))
            first = next(one for one in near if one.weekday() == self.weekday)
            yield first + timedelta(weeks=(self.nth - 1) * self.step)


@dataclass(frozen=True, slots=True)
class Near:
    """The one such weekday that is nearest to another day."""

    weekday: int
    base: Day

    def dates(self, today: date) -> Iterator[date]:
        for day in self.base.dates(today):
            yield day + timedelta(days=(self.weekday - day.weekday() + 3) % 7 - 3)


def found(wanted: Date, today: date) -> Iterator[date]:
    """The dates from today on of which everything holds; of weekdays alone, from tomorrow on."""
    if wanted.nth < 1:
        return _before(wanted, today)
    start = date(wanted.year, 1, 1) if wanted.year else today
    if (wanted.day, wanted.month, wanted.year) == (None, None, None):
        start += _DAY
    days = (start + timedelta(days=n) for n in range(HORIZON))
    return islice((day for day in days if holds(wanted, day)), wanted.nth - 1, None)


def _before(wanted: Date, today: date) -> Iterator[date]:
    days = (today - timedelta(days=n) for n in range(1, HORIZON))
    return (day for day in days if holds(wanted, day))


def holds(wanted: Date, day: date) -> bool:
    """Whether the day has all that was said of it."""
    pairs = (
        (wanted.weekday, day.weekday()),
        (wanted.day, day.day),
        (wanted.month, day.month),
        (wanted.year, day.year),
    )
    return all(said is None or said == is_so for said, is_so in pairs)
