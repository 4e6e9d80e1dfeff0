"""What is ruled out, as intervals; what comes again every day or every week, as often as it may matter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import islice

from ivr.understanding.times.clock_times import Found, Place
from ivr.understanding.times.days import Offset
from ivr.understanding.times.meaning import Date, Moment, choices, names_day, together
from ivr.understanding.times.resolve import resolved
from ivr.understanding.times.wall import UnclearError, after
from ivr.understanding.times.when import Grain, Interval, Missing, When
from ivr.understanding.times.which_days import dates

HORIZON_DAYS = 35  # for what comes again: people plan some weeks ahead
_LONG = {Grain.SECOND: 1, Grain.MINUTE: 1, Grain.HOUR: 60}  # minutes that an excluded instant takes


def excluding(found: Found, unwanted: Iterable[Moment], place: Place) -> Found:
    """With what is ruled out.

    Raises:
        UnclearError: nothing is left.
    """
    when = found.when
    gaps = sorted(set(_intervals(unwanted, when, place)), key=lambda gap: gap.start)
    cut = tuple(gap for gap in gaps if _touches(gap, when))
    if any(_covers(gap, when) for gap in cut):
        raise UnclearError("what is wanted is ruled out as well")
    return replace(found, when=replace(when, excluded=cut))


def anything(place: Place) -> Found:
    """Any time from now on, where it is only said what does not suit."""
    return Found(When(place.now, None, Grain.MINUTE, Missing.DAY, open_ended=True), 0.9)


def _intervals(unwanted: Iterable[Moment], when: When, place: Place) -> Iterator[Interval]:
    for moment in (choice for each in unwanted for choice in choices(each)):
        for one in _each(moment, when, place):
            for found in resolved(one, place):
                yield _interval(found.when)


def _each(moment: Moment, when: When, place: Place) -> Iterator[Moment]:
    """The moment on each day on which it comes again."""
    if not names_day(moment):
        yield from (_on(moment, n) for n in range(_days(when, place)))
    elif moment.date and moment.date == Date(weekday=moment.date.weekday) and not moment.span:
        today = place.clocks.date()
        for day in islice(dates(moment, place.clocks), HORIZON_DAYS // 7):
            yield _on(replace(moment, date=None), (day - today).days)
    else:
        yield moment


def _on(moment: Moment, days: int) -> Moment:
    return together(moment, Moment(days=(Offset(days),))) or moment


def _days(when: When, place: Place) -> int:
    last = when.end or place.now + timedelta(days=HORIZON_DAYS)
    return min((last.date() - place.clocks.date()).days + 1, HORIZON_DAYS)


def _interval(when: When) -> Interval:
    end = when.end or when.start + timedelta(minutes=_LONG.get(when.grain, 60))
    return Interval(when.start, end)


def _touches(gap: Interval, when: When) -> bool:
    end = _end(when)
    return after(gap.end, when.start) and (end is None or after(end, gap.start))


def _end(when: When) -> datetime | None:
    """When it is over; an instant takes a minute."""
    return when.end or (None if when.open_ended else when.start + timedelta(minutes=1))


def _covers(gap: Interval, when: When) -> bool:
    end = _end(when)
    return end is not None and not after(gap.start, when.start) and not after(end, gap.end)
