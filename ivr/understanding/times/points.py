"""A moment without bounds as an instant, a part of a day, a day, a week, …"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import islice

from ivr.understanding.times.clock_times import Found, Place, at_clock, first_date, sureness
from ivr.understanding.times.meaning import Length, Moment, names_day
from ivr.understanding.times.parts import Part
from ivr.understanding.times.reckoning import added, stepped
from ivr.understanding.times.spans import Cycle, Span
from ivr.understanding.times.wall import DAY, UnclearError, after, existing, first_of, local
from ivr.understanding.times.when import Grain, Missing, When
from ivr.understanding.times.which_days import dates

_NOW = Length(grain=Grain.MINUTE)
_BY_CLOCK = frozenset({Grain.SECOND, Grain.MINUTE, Grain.HOUR})


MOST_DAYS = 60  # among which one is looked for that is not over


def points(moment: Moment, place: Place) -> tuple[Found, ...]:
    """What a moment without bounds may mean.

    Raises:
        UnclearError: it means no time.
    """
    if moment.clock:
        found = at_clock(moment, moment.clock, place)
        return tuple(_lasting(one, moment.length) for one in found)
    if moment.part:
        return (_in_part(moment, moment.part, place),)
    return (_whole(moment, place),)


def _lasting(found: Found, length: Length | None) -> Found:
    if length is None:
        return found
    end = elapsed(found.when.start, length)
    return replace(found, when=replace(found.when, end=end))


def elapsed(at: datetime, length: Length) -> datetime:
    """So long later: days by the calendar, hours as they pass."""
    on_day = existing(added(at, length))
    return (on_day.astimezone(UTC) + timedelta(seconds=length.seconds)).astimezone(at.tzinfo)


def _in_part(moment: Moment, part: Part, place: Place) -> Found:
    """A part of the day, on the first such day on which it is not over; of a week, on all its days."""
    days = list(islice(_days(moment, place), MOST_DAYS))
    if not days:
        raise UnclearError("there is no such day")
    ends = [existing(local(day, part.end, place.zone)) for day in days]
    at = next((n for n, end in enumerate(ends) if after(end, place.now)), 0)
    start = existing(local(days[at], part.start, place.zone))
    end = ends[-1] if _many_days(moment) else ends[at]
    when = When(start, end, Grain.HOUR, _missing_of_part(moment), (), moment.approximate, part.name)
    return Found(when, moment.sure)


def _missing_of_part(moment: Moment) -> Missing | None:
    if not names_day(moment):
        return Missing.DAY
    if moment.any:
        return None
    return Missing.DAY if _many_days(moment) else Missing.HOUR


def _days(moment: Moment, place: Place) -> Iterator[date]:
    return dates(moment, place.clocks) if names_day(moment) else _from_today(place)


def _from_today(place: Place) -> Iterator[date]:
    return (place.clocks.date() + n * DAY for n in range(2))


def _many_days(moment: Moment) -> bool:
    """Whether it names a week, a month, … and no day of it."""
    return bool(moment.span and not moment.days and not moment.date)


def _whole(moment: Moment, place: Place) -> Found:
    """A day, a week, …, an instant so far from now, or any time."""
    if moment.shift and (_by_clock(moment.shift) or moment.shift == _NOW):
        return Found(_at_shift(moment, moment.shift, place), moment.sure)
    if moment.shift and not moment.date and not moment.days and moment.shift.grain is Grain.DAY:
        return Found(_days_ahead(moment.shift, place), moment.sure)
    if _many_days(moment):
        return Found(_stretch(moment, place), moment.sure)
    if not names_day(moment):
        return Found(When(place.now, None, Grain.MINUTE, Missing.DAY, open_ended=True), moment.sure)
    day = _day(moment, place)
    return Found(day, sureness(moment, day.start, place))


def _by_clock(length: Length) -> bool:
    return length.grain in _BY_CLOCK and bool(length.seconds)


def _at_shift(moment: Moment, shift: Length, place: Place) -> When:
    """In two hours; this time tomorrow."""
    start = elapsed(place.now, shift)
    if moment.span and not moment.date:
        start = _in_span(moment.span, shift, place)
    if moment.days or moment.date:
        day = first_date(moment, place)
        if shift != _NOW and day != start.date():
            raise UnclearError("the day and how far off it is do not agree")
        start = existing(datetime.combine(day, start.timetz())) if shift == _NOW else start
    end = elapsed(place.now, shift.most) if shift.most else None
    return When(start, end, Grain.MINUTE, approximate=moment.approximate, from_now=True)


def _in_span(span: Span, shift: Length, place: Place) -> datetime:
    """This time next week."""
    if shift != _NOW or not isinstance(span, Cycle):
        raise UnclearError("the week and how far off it is do not agree")
    return existing(stepped(place.clocks, span.grain, span.offset).replace(tzinfo=place.zone))


def _days_ahead(shift: Length, place: Place) -> When:
    """In seven days: about this time of the day, which is to be asked."""
    end = elapsed(place.now, shift.most) if shift.most else None
    return When(elapsed(place.now, shift), end, Grain.HOUR, Missing.HOUR, approximate=True)


def _stretch(moment: Moment, place: Place) -> When:
    if moment.span is None:
        raise UnclearError("there is no such time")
    zone = place.zone
    start, end = (existing(at.replace(tzinfo=zone)) for at in moment.span.of(place.clocks))
    missing = None if moment.any or moment.span.grain in _BY_CLOCK else Missing.DAY
    return When(start, end, moment.span.grain, missing, approximate=moment.approximate)


def _day(moment: Moment, place: Place) -> When:
    day = first_date(moment, place)
    last = added(place.clocks, moment.shift.most).date() if moment.shift and moment.shift.most else day
    after = added(day, moment.length) if moment.length else last + DAY
    missing = None if moment.any else Missing.HOUR
    start, end = first_of(day, place.zone), first_of(after, place.zone)
    return When(start, end, Grain.DAY, missing, approximate=moment.approximate)
