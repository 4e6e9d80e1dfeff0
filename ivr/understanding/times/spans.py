"""Stretches of days that have a name: weeks, months, seasons, weekends, and their beginnings and ends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Protocol

from ivr.understanding.times.days import Day, holds
from ivr.understanding.times.meaning import Date
from ivr.understanding.times.reckoning import floor, months_later, stepped
from ivr.understanding.times.wall import UnclearError
from ivr.understanding.times.when import Grain

Stretch = tuple[datetime, datetime]  # from, and until when, on the clocks of the place


class Edge(StrEnum):
    """A part of a stretch."""

    BEGIN = "begin"
    MIDDLE = "middle"
    END = "end"


class Span(Protocol):
    """A stretch that has a name."""

    @property
    def grain(self) -> Grain: ...

    def of(self, now: datetime) -> Stretch:
        """Which one is meant at that time, on the clocks of the place."""


@dataclass(frozen=True, slots=True)
class Cycle:
    """This week is 0, next week 1; several following ones may be meant."""

    grain: Grain
    offset: int
    count: int = 1

    def of(self, now: datetime) -> Stretch:
        start = stepped(floor(now, self.grain), self.grain, self.offset)
        return start, stepped(start, self.grain, self.count)


@dataclass(frozen=True, slots=True)
class NamedMonth:
    """A month by its name, this year's if it is not over."""

    month: int
    year: int | None = None
    nth: int = 1  # 2: the one after that
    grain: Grain = Grain.MONTH

    def of(self, now: datetime) -> Stretch:
        start = datetime(self.year or now.year, self.month, 1)  # noqa: DTZ001 - on the clocks of the place
        if not self.year and months_later(start, 1) <= now:
            start = months_later(start, 12)
        start = months_later(start, 12 * (self.nth - 1))
        return start, months_later(start, 1)


@dataclass(frozen=True, slots=True)
class MonthOf:
    """A month of a year."""

    month: int
    year: Span
    grain: Grain = Grain.MONTH

    def of(self, now: datetime) -> Stretch:
        start = self.year.of(now)[0].replace(month=self.month)
        return start, months_later(start, 1)


@dataclass(frozen=True, slots=True)
class NamedYear:
    """A year by its number."""

    year: int
    grain: Grain = Grain.YEAR

    def of(self, now: datetime) -> Stretch:  # noqa: ARG002 - the same at any time
        return datetime(self.year, 1, 1), datetime(self.year + 1, 1, 1)  # noqa: DTZ001


@dataclass(frozen=True, slots=True)
class Weekend:
    """Of this week, or so many weeks on."""

    offset: int = 0
    hours: int = -6  # from midnight on Saturday until it begins: on Friday evening
    grain: Grain = Grain.DAY

    def of(self, now: datetime) -> Stretch:
        monday = floor(now, Grain.WEEK) + timedelta(weeks=self.offset)
        return monday + timedelta(days=5, hours=self.hours), monday + timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class NthWeekend:
    """The nth weekend of which the Saturday lies in a stretch; from its end where ``nth`` is negative."""

    nth: int
    whole: Span
    grain: Grain = Grain.DAY

    def of(self, now: datetime) -> Stretch:
        start, end = self.whole.of(now)
        days = (start + timedelta(days=n) for n in range((end - start).days))
        saturdays = [day for day in days if day.weekday() == 5]
        if not 0 < abs(self.nth) <= len(saturdays):
            raise UnclearError("there is no such weekend")
        saturday = saturdays[self.nth - 1 if self.nth > 0 else self.nth]
        return saturday - timedelta(hours=6), saturday + timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Season:
    """From one date to another, each (month, day); this one if it is not over."""

    first: tuple[int, int]
    last: tuple[int, int]  # not in it any more
    offset: int = 0  # years on
    grain: Grain = Grain.MONTH

    def of(self, now: datetime) -> Stretch:
        years = range(now.year - 1 + self.offset, now.year + 3 + self.offset)
        return next(one for one in map(self._in, years) if one[1] > months_later(now, 12 * self.offset))

    def _in(self, year: int) -> Stretch:
        after = year + (self.last < self.first)
        return datetime(year, *self.first), datetime(after, *self.last)  # noqa: DTZ001


@dataclass(frozen=True, slots=True)
class Around:
    """The week, month, … in which a day lies, or so many of them after it."""

    day: Day
    grain: Grain
    offset: int = 0

    def of(self, now: datetime) -> Stretch:
        first = next(self.day.dates(now.date()), None)
        if first is None:
            raise UnclearError("there is no such day")
        day = datetime.combine(first, time())
        start = stepped(floor(day, self.grain), self.grain, self.offset)
        return start, stepped(start, self.grain, 1)


@dataclass(frozen=True, slots=True)
class NthOf:
    """The nth of the weeks, months, … that begin in a stretch, from its end where ``nth`` is negative."""

    nth: int
    grain: Grain
    whole: Span

    def of(self, now: datetime) -> Stretch:
        start, end = self.whole.of(now)
        first = floor(start, self.grain)
        if self.nth < 0:
            first, step = floor(end - timedelta(seconds=1), self.grain), self.nth + 1
        else:
            step = self.nth - 1
        begins = stepped(first, self.grain, step)
        return begins, stepped(begins, self.grain, 1)


_EDGES = {  # shares of the days of a stretch
    Edge.BEGIN: (0, 1 / 3),
    Edge.MIDDLE: (1 / 3, 2 / 3),
    Edge.END: (2 / 3, 1),
}
_EDGE_DAYS = {  # where days are counted instead: of a week, and of a month
    Grain.WEEK: {Edge.BEGIN: (0, 3), Edge.MIDDLE: (2, 4), Edge.END: (4, 7)},
    Grain.MONTH: {Edge.BEGIN: (0, 10), Edge.MIDDLE: (10, 20), Edge.END: (20, 31)},
}


@dataclass(frozen=True, slots=True)
class EdgeOf:
    """The beginning, middle or end of a stretch."""

    edge: Edge
    whole: Span

    @property
    def grain(self) -> Grain:
        return Grain.DAY

    def of(self, now: datetime) -> Stretch:
        start, end = self.whole.of(now)
        days = (end - start).days
        shares = _EDGE_DAYS.get(self.whole.grain, {}).get(self.edge)
        first, last = shares or (round(days * share) for share in _EDGES[self.edge])
        return start + timedelta(days=first), min(start + timedelta(days=last), end)


@dataclass(frozen=True, slots=True)
class DatedIn:
    """A day of a stretch of which something is said, as a day to count from."""

    wanted: Date
    span: Span

    def dates(self, today: date) -> Iterator[date]:
        return (day for day in _days(self.span, today) if holds(self.wanted, day))


def _days(span: Span, today: date) -> list[date]:
    start, end = span.of(datetime.combine(today, time()))
    return [start.date() + timedelta(days=n) for n in range((end - start).days)]


@dataclass(frozen=True, slots=True)
class Nth:
    """The nth such weekday, or day, of a stretch; from its end where ``nth`` is negative."""

    nth: int
    weekday: int | None
    span: Span

    def dates(self, today: date) -> Iterator[date]:
        for span in (self.span, _following(self.span)):
            those = [day for day in _days(span, today) if self.weekday in {None, day.weekday()}]
            if 0 < abs(self.nth) <= len(those):
                yield those[self.nth - 1 if self.nth > 0 else self.nth]


def _following(span: Span) -> Span:
    """The month after this one, where a day of this one may be past."""
    this = isinstance(span, Cycle) and span.offset == 0 and span.count == 1
    return replace(span, offset=1) if this and isinstance(span, Cycle) else span
