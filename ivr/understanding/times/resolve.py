"""From the conditions of a moment to an instant or an interval, given what "now" is. Pure.

Appointments lie ahead: of what the words leave open, the next time that comes is taken, and of the two halves
of the day the one in which people are up. A clock time that a change of the clocks skips is none; of one that
it repeats the first is meant, as everywhere in the product.
"""

from __future__ import annotations

from dataclasses import replace

from ivr.understanding.times.clock_times import DOUBT, Found, Place
from ivr.understanding.times.intervals import between
from ivr.understanding.times.meaning import Moment, choices
from ivr.understanding.times.points import points
from ivr.understanding.times.wall import UnclearError
from ivr.understanding.times.which_days import without_contradiction


def resolved(moment: Moment, place: Place) -> tuple[Found, ...]:
    """What the moment may mean, the likeliest first.

    Raises:
        UnclearError: it means no time.
    """
    return tuple(found for choice in choices(moment) for found in _readings(choice, place))


def _readings(moment: Moment, place: Place) -> tuple[Found, ...]:
    try:
        return _read(moment, place)
    except UnclearError:
        other = without_contradiction(moment)
        if not other:
            raise
    return tuple(replace(found, sure=DOUBT) for choice in other for found in _read(choice, place))


def _read(moment: Moment, place: Place) -> tuple[Found, ...]:
    return (between(moment, place),) if moment.low or moment.high else points(moment, place)
