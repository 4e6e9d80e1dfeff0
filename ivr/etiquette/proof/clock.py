"""An instant that notes whether anybody looked at it, and whose opening was asked for.

Where nobody looks at it, any hour is the same; where openings are asked for, any at which they are alike.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from ivr.company.hours import Noting, Opening, opening
from ivr.company.models import Company


class Clock(Noting):
    """An aware instant, and whether it was looked at."""

    looked_at: bool
    asked: set[str | None]  # departments whose opening was asked for (None: the office)
    instant: datetime  # the same, without notes

    @classmethod
    def at(cls, instant: datetime) -> Clock:
        """A clock that stands at that instant."""
        own = instant.timetz()
        made = cls.combine(instant.date(), own)
        made.looked_at, made.asked, made.instant = False, set(), instant
        return made

    def opening(self, company: Company, department: str | None) -> Opening:
        """As at the instant; whose it was is noted."""
        self.looked_at = True
        self.asked.add(department)
        return opening_at(company, department, self.instant)

    def __reduce_ex__(self, protocol: Any) -> Any:
        """Into another process goes the instant: there nobody would read the notes."""
        return self.instant.__reduce_ex__(protocol)


def opening_at(company: Company, department: str | None, at: datetime) -> Opening:
    """As ``opening`` says; kept, since a proof asks for the same few again and again."""
    return company.derived(("opening", department, at), lambda: opening(company, department, at))


def _looking(name: str) -> Callable[..., Any]:
    def look(self: Clock, *args: Any, **kwargs: Any) -> Any:
        self.looked_at = True
        return getattr(self.instant, name)(*args, **kwargs)

    return look


def _reading(name: str) -> property:
    def read(self: Clock) -> Any:
        self.looked_at = True
        return getattr(self.instant, name)

    return property(read)


# What a datetime is asked; "instant" answers, so nothing that is made of it notes anything.
_METHODS = (
    *("astimezone", "date", "time", "timetz", "timestamp", "isoformat", "strftime", "weekday", "isoweekday"),
    *("isocalendar", "utcoffset", "dst", "tzname", "replace", "timetuple", "utctimetuple", "toordinal"),
    *("__add__", "__radd__", "__sub__", "__rsub__", "__lt__", "__le__", "__gt__", "__ge__", "__eq__"),
    *("__ne__", "__hash__", "__str__", "__repr__", "__format__"),
)
_FIELDS = ("year", "month", "day", "hour", "minute", "second", "microsecond", "tzinfo", "fold")
for _name in _METHODS:
    setattr(Clock, _name, _looking(_name))
for _name in _FIELDS:
    setattr(Clock, _name, _reading(_name))
