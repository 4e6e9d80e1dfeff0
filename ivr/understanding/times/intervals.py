"""What lies between bounds, of which one may be missing: "after five", "from nine to eleven", "by Friday"."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from itertools import islice

from ivr.understanding.times.clock_times import BUSY, Found, Place, fitting
from ivr.understanding.times.meaning import (
    DAY_FIELDS,
    NOON,
    Bound,
    Clock,
    Half,
    Length,
    Moment,
    names_day,
    together,
    usual,
)
from ivr.understanding.times.points import points
from ivr.understanding.times.wall import DAY, UnclearError, after, existing, first_of, local
from ivr.understanding.times.when import Grain, Missing, When
from ivr.understanding.times.which_days import dates

NOW = Length(grain=Grain.MINUTE)
_INSTANT = timedelta(minutes=1)
EVENING = 17  # o'clock, from which on an interval may reach into the night


def between(moment: Moment, place: Place) -> Found:
    """The interval that is meant.

    Raises:
        UnclearError: the bounds contradict each other, or what is said besides.
    """
    zone = next(
        (bound.moment.zone for bound in (moment.high, moment.low) if bound and bound.moment.zone), None
    )
    there = Place(place.now.astimezone(zone or place.zone))
    when = _interval(moment, there)
    if when is None or (when.end and not after(when.end, when.start)):
        raise UnclearError("it would end before it begins")
    return Found(_told(moment, when, place), moment.sure)


def _interval(moment: Moment, place: Place) -> When | None:
    context = replace(moment, low=None, high=None, any=False)
    low, high = (_in_context(context, bound) for bound in (moment.low, moment.high))
    if low and high:
        return _from_to(*_sharing_day(low, high), place)
    if low:
        return _from(context, low, place)
    return _until(context, high, place) if high else None


def _told(moment: Moment, when: When, place: Place) -> When:
    part = moment.part.name if moment.part else None
    missing = None if moment.any and when.missing is Missing.HOUR else when.missing
    start, end = when.start.astimezone(place.zone), when.end.astimezone(place.zone) if when.end else None
    told = replace(when, start=start, end=end, missing=missing)
    return replace(told, approximate=moment.approximate, part=part)


def _in_context(context: Moment, bound: Bound | None) -> Bound | None:
    """The bound with what is said beside the bounds."""
    if bound is None:
        return None
    whole = together(replace(context, length=None), bound.moment)
    if whole is None:
        raise UnclearError("a bound and the rest contradict each other")
    return replace(bound, moment=whole)


def _sharing_day(low: Bound, high: Bound) -> tuple[Bound, Bound]:
    """The day that one of them names holds for both; the end may be that of another day."""
    if names_day(low.moment) or not names_day(high.moment) or not low.moment.clock:
        return low, high
    given = {name: getattr(high.moment, name) for name in DAY_FIELDS}
    return replace(low, moment=replace(low.moment, **given)), high


def _from_to(low: Bound, high: Bound, place: Place) -> When:
    clock = low.moment.clock if low.moment.part else _matching(low.moment.clock, _placed(high.moment))
    matched = replace(low.moment, clock=clock)
    first = points(matched, place)[0].when
    start = _edge(first, low)
    end = _end(start, low, high, place)
    return When(start, end, min(first.grain, Grain.DAY, key=_fineness), _missing(low, high))


def _fineness(grain: Grain) -> int:
    return tuple(Grain).index(grain)


def _placed(moment: Moment) -> Clock | None:
    """Its clock time, on the half of the day that its part of the day tells."""
    clock = moment.clock
    minutes = fitting(clock, moment.part) if clock and moment.part else ()
    return Clock(minutes[0], Half.EXACT, clock.grain) if clock and minutes else clock


def _matching(low: Clock | None, high: Clock | None) -> Clock | None:
    """From three to four p.m.: on the half that is nearest before the end; from nine to five: by day."""
    if not low or not high or low.half is not Half.OPEN:
        return low
    if high.half is Half.OPEN:
        return usual(low)
    options = [minute for minute in (low.minute % NOON, low.minute % NOON + NOON) if minute < high.minute]
    return replace(low, minute=options[-1], half=Half.EXACT) if options else low


def _edge(when: When, bound: Bound) -> datetime:
    return when.end if bound.beyond and when.end and not bound.moment.clock else when.start


def _end(start: datetime, low: Bound, high: Bound, place: Place) -> datetime:
    if high.moment.clock and (not names_day(high.moment) or names_day(low.moment)):
        return _clock_after(start, high.moment, high.moment.clock, place)
    end = _edge(points(high.moment, place)[0].when, high)
    return end if after(end, start) else _edge(points(high.moment, Place(start))[0].when, high)


def _clock_after(start: datetime, moment: Moment, clock: Clock, place: Place) -> datetime:
    """The first such time after the beginning: on its day, or on the one that is named."""
    day = start.date()
    named = [one for one in islice(dates(moment, place.clocks), 60) if one >= day]
    days = named[:1] or ([day, day + DAY] if start.hour >= EVENING else [day])
    minutes = fitting(clock, moment.part)
    ordered = minutes if days[0] == day else sorted(minutes, key=lambda minute: minute not in BUSY)
    options = [existing(local(one, minute, place.zone)) for one in days for minute in ordered]
    later = [at for at in options if after(at, start)]
    if not later:
        raise UnclearError("it would end before it begins")
    return later[0]


def _from(context: Moment, low: Bound, place: Place) -> When:
    """From there to the end of the day, of what else is named, or without an end."""
    first = points(low.moment, place)[0].when
    whole = _context(context, place)
    later_today = low.moment.shift == NOW and whole is not None
    start = max(place.now, whole.start) if later_today and whole else _edge(first, low)
    end = whole.end if whole else None
    if end is None and (low.moment.clock or low.moment.part):
        end = first_of(start.date() + DAY, place.zone)
    missing = whole.missing if later_today and whole else _missing(low, low)
    return When(start, end, first.grain, missing, open_ended=end is None)


def _context(context: Moment, place: Place) -> When | None:
    """The day, part of the day, week, … that is named besides."""
    if not (names_day(context) or context.part):
        return None
    return points(replace(context, clock=None), place)[0].when


def _until(context: Moment, high: Bound, place: Place) -> When:
    """Until there, from the beginning of that day or of what else is named, or from now on."""
    last = points(high.moment, place)[0].when
    end = _edge(last, high)
    of_day = (end - _INSTANT).date()
    start = first_of(of_day, place.zone)
    if context.part:
        start = existing(local(of_day, context.part.start, place.zone))
    whole_day = not (high.moment.clock or high.moment.part)
    now = high.from_now or whole_day or not after(start, place.now)
    return When(place.now if now else start, end, last.grain, _missing(high, high))


def _missing(low: Bound, high: Bound) -> Missing | None:
    moments = (low.moment, high.moment)
    if any(one.shift and one.shift.seconds for one in moments):
        return None
    by_clock = any(one.clock or one.part for one in moments)
    return Missing.HOUR if by_clock and any(map(names_day, moments)) else Missing.DAY
