"""An instant that tells whenever anybody looks at it, and whose opening is asked for.

Where nobody looks at it, any hour is the same; where openings are asked for, any at which they are alike.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, tzinfo
from typing import Any, Protocol, Self

from ivr.company.hours import Noting, Opening, opening
from ivr.company.models import Company


class Looks(Protocol):
    """Is told of every look."""

    def hour(self) -> None:
        """The instant itself is looked at."""

    def date(self, zone: tzinfo | None) -> None:
        """Only the date that it is on the clocks of a zone."""

    def opening(self, department: str | None, found: Opening) -> Opening:
        """An opening is asked for (None: the office's); what is given for it."""


class Clock(Noting):
    """An aware instant, and who is told of every look at it."""

    looks: Looks
    instant: datetime  # the same, and nobody is told

    @classmethod
    def at(cls, instant: datetime, looks: Looks) -> Self:
        """A clock that stands at that instant."""
        own = instant.timetz()
        made = cls.combine(instant.date(), own)
        made.looks, made.instant = looks, instant
        return made

    def opening(self, company: Company, department: str | None) -> Opening:
        """As at the instant."""
        return self.looks.opening(department, opening_at(company, department, self.instant))

    def astimezone(self, tz: tzinfo | None = None) -> OnClocks:
        """The same instant on the clocks of a zone; that is no look yet."""
        return OnClocks.at(self.instant.astimezone(tz), self.looks)

    def __reduce_ex__(self, protocol: Any) -> Any:
        """Into another process goes the instant: there nobody would be told."""
        return self.instant.__reduce_ex__(protocol)


class OnClocks(Clock):
    """An instant on the clocks of a zone: mostly only the date is looked at."""

    def date(self) -> date:
        """The date, which is the same at many hours."""
        self.looks.date(self.instant.tzinfo)
        return self.instant.date()


def opening_at(company: Company, department: str | None, at: datetime) -> Opening:
    """As ``opening`` says; kept, since a proof asks for the same few again and again."""
    return company.derived(("opening", department, at), lambda: opening(company, department, at))


def _looking(name: str) -> Callable[..., Any]:
    def look(self: Clock, *args: Any, **kwargs: Any) -> Any:
        self.looks.hour()
        return getattr(self.instant, name)(*args, **kwargs)

    return look


def _reading(name: str) -> property:
    def read(self: Clock) -> Any:
        self.looks.hour()
        return getattr(self.instant, name)

    return property(read)


# What a datetime is asked; "instant" answers, so of what is made of it nobody is told.
_METHODS = (
    *("date", "time", "timetz", "timestamp", "isoformat", "strftime", "weekday", "isoweekday"),
    *("isocalendar", "utcoffset", "dst", "tzname", "replace", "timetuple", "utctimetuple", "toordinal"),
    *("__add__", "__radd__", "__sub__", "__rsub__", "__lt__", "__le__", "__gt__", "__ge__", "__eq__"),
    *("__ne__", "__hash__", "__str__", "__repr__", "__format__"),
)
_FIELDS = ("year", "month", "day", "hour", "minute", "second", "microsecond", "tzinfo", "fold")
for _name in _METHODS:
    setattr(Clock, _name, _looking(_name))
for _name in _FIELDS:
    setattr(Clock, _name, _reading(_name))
