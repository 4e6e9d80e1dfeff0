"""So far from now: "in two hours", "a week from today", "within the hour"."""

from __future__ import annotations

from dataclasses import replace

from ivr.understanding.times.grammar import GROUPS
from ivr.understanding.times.grammar.clocks import later
from ivr.understanding.times.grammar.durations import MINUTE, many
from ivr.understanding.times.meaning import Bound, Length, Moment, Number
from ivr.understanding.times.rules import layer
from ivr.understanding.times.when import Grain

NOW = Moment(shift=Length(grain=Grain.MINUTE))
_DAY = 24 * 60  # minutes


def ahead(length: Length) -> Moment:
    """In two hours."""
    return Moment(shift=length, approximate=length.vague)


def ago(length: Length) -> Moment:
    """Two hours ago."""
    back = (-length.months, -length.days, -length.seconds)
    return Moment(shift=Length(*back, length.count, length.grain), approximate=length.vague)


def inside(length: Length) -> Moment:
    """Within two hours."""
    return Moment(low=Bound(NOW), high=Bound(ahead(length.most or length), beyond=False, from_now=True))


def inside_next(direction: int, length: Length) -> Moment:
    """Within the next two hours, or the last two."""
    if direction >= 0:
        return inside(length)
    return Moment(low=Bound(ago(length)), high=Bound(NOW))


def _after_clock(length: Length, clock: Moment) -> Moment | None:
    minutes = length.seconds / 60
    return later(clock, minutes) if minutes < _DAY and not length.days and not length.months else None


def _before_clock(length: Length, clock: Moment) -> Moment | None:
    return _after_clock(replace(length, seconds=-length.seconds), clock)


def _bare_minutes(number: Number) -> Moment | None:
    """In fifteen."""
    spoken = 5 <= number.value < 60 and number.value == int(number.value)
    return replace(ahead(many(number, MINUTE)), sure=0.6) if spoken else None


WITHIN = layer(
    GROUPS,
    ("within", "", "within the? dur|unit", inside),
    ("within", "", "within the dir dur|unit", inside_next),
    ("within", "", "<in the dir dur", inside_next),
)
OFFSETS = layer(
    GROUPS,
    ("after a clock time", "", "<!for dur from|after clock", _after_clock),
    ("before a clock time", "", "dur before clock", _before_clock),
    ("ago", "", "dur ago", ago),
    ("from now", "", "dur fromnow|later", ahead),
    ("in", "", "in|after the? dur time?", ahead),
    ("in so many minutes", "", "in num !COUNTED|of|TO|or|and|past|oclock|meridiem|half", _bare_minutes),
)
