"""Which dates a moment may lie on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import chain

from ivr.understanding.times.days import Dated, Near, found, holds
from ivr.understanding.times.meaning import Date, Length, Moment
from ivr.understanding.times.reckoning import added, floor, stepped
from ivr.understanding.times.spans import Stretch
from ivr.understanding.times.when import Grain

_DAY = timedelta(days=1)
AT_ONCE = Length(grain=Grain.MINUTE)  # no time from now: "now", "this time on Friday"


def dates(moment: Moment, now: datetime) -> Iterator[date]:
    """The dates that fit all that is said of the day, the likeliest first.

    Args:
        now: on the clocks of the place, without a zone.
    """
    if moment.days:
        return _named(moment, now)
    if moment.shift and moment.shift != AT_ONCE:
        return _shifted(moment, now)
    if moment.span:
        return _within(moment, moment.span.of(now))
    return _dated(moment.date, now.date()) if moment.date else iter(())


def _named(moment: Moment, now: datetime) -> Iterator[date]:
    """Days by name; what else is said has to hold for them."""
    today, first = now.date(), moment.days[0]
    inside = moment.span.of(now) if moment.span else None
    wanted = moment.date or Date()
    return (
        day
        for day in first.dates(today)
        if holds(wanted, day)
        and (inside is None or inside[0].date() <= day < inside[1].date())
        and (moment.shift is None or added(today, moment.shift) in {day, today})
    )


def _shifted(moment: Moment, now: datetime) -> Iterator[date]:
    """So far from today; a weekday is one of the week that is reached."""
    if moment.shift is None:
        return iter(())
    reached = added(now, moment.shift)
    if moment.date is None:
        return iter((reached.date(),))
    monday = floor(reached, Grain.WEEK)
    return _within(moment, (monday, stepped(monday, Grain.WEEK, 1)))


def _within(moment: Moment, stretch: Stretch) -> Iterator[date]:
    start, end = stretch
    start = start if start == floor(start, Grain.DAY) else floor(start, Grain.DAY) + _DAY  # a whole day only
    days = (start.date() + n * _DAY for n in range((end - start).days))
    return (day for day in days if moment.date is None or holds(moment.date, day))


def _dated(wanted: Date, today: date) -> Iterator[date]:
    """By the calendar. A weekday cannot move a date into another year: nobody plans so far ahead."""
    if wanted.weekday is None or not (wanted.day and wanted.month):
        return found(wanted, today)
    first = next(found(replace(wanted, weekday=None), today), None)
    return iter((first,) if first and first.weekday() == wanted.weekday else ())


def without_contradiction(moment: Moment) -> tuple[Moment, ...]:
    """Where weekday and date do not agree: the one, and the other."""
    if moment.date is None or moment.date.weekday is None:
        return ()
    weekday, rest = moment.date.weekday, replace(moment.date, weekday=None)
    by_date = replace(moment, date=None if rest == Date() else rest)
    if by_date.days:
        near: Moment = replace(moment, days=(Near(weekday, by_date.days[0]),), date=None)
    elif by_date.date and by_date.date.day:
        near = replace(moment, days=(Near(weekday, Dated(by_date.date)),), date=None)
    else:
        return ()
    return by_date, near


def ahead(days: Iterator[date], today: date) -> Iterator[date]:
    """The days from today on first, then the others."""
    listed = list(days)
    return chain((day for day in listed if day >= today), (day for day in listed if day < today))
