"""What the words of a time mean before it is known what "now" is: small values that are put together.

A ``Moment`` is a set of conditions: a date, a part of the day, a clock time, bounds. Each piece of a sentence
gives some of them, and pieces that do not contradict each other are put together to one moment, in whatever
order they were said.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from datetime import tzinfo
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from ivr.understanding.times.when import Grain

if TYPE_CHECKING:
    from ivr.understanding.times.days import Day
    from ivr.understanding.times.parts import Part
    from ivr.understanding.times.spans import Span

SURE = 0.95  # of what is said plainly
NOON, MIDNIGHT = 12 * 60, 24 * 60  # minutes
EARLIEST = 7 * 60  # the minute from which on an hour may be one of the morning


class Half(StrEnum):
    """Which half of the day a clock time lies in."""

    AM = "am"
    PM = "pm"
    OPEN = "open"  # the words leave it open
    EXACT = "exact"  # of 24 hours


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it was said."""

    value: float
    digits: str = ""  # as written, where it was written in digits
    vague: bool = False  # "a couple"
    most: float | None = None  # "two or three"


@dataclass(frozen=True, slots=True)
class Length:
    """How long something takes, or how far off it is."""

    months: float = 0
    days: float = 0
    seconds: float = 0
    count: float = 1  # of that unit
    grain: Grain = Grain.MINUTE  # the unit it was said in, the finest of several
    vague: bool = False
    most: Length | None = None  # "two or three hours": the longer of the two


@dataclass(frozen=True, slots=True)
class Clock:
    """A time on the clock."""

    minute: int  # of the day, 0 to 1440; of either half where ``half`` is OPEN
    half: Half = Half.OPEN
    grain: Grain = Grain.HOUR


@dataclass(frozen=True, slots=True)
class Date:
    """What is said of a date; the first one from today on that has it all is meant."""

    weekday: int | None = None  # Monday 0
    day: int | None = None  # of the month
    month: int | None = None
    year: int | None = None
    nth: int = 1  # which of the days that have it all; 0: the last one before today


@dataclass(frozen=True, slots=True)
class Bound:
    """Where an interval begins or ends."""

    moment: Moment
    beyond: bool = False  # at the end of what is named: "after Monday", "until Friday"
    from_now: bool = False  # "by": what ends there has begun already


@dataclass(frozen=True, slots=True)
class Moment:
    """The conditions of a time. Nothing set: any time."""

    date: Date | None = None
    days: tuple[Day, ...] = ()  # other ways to name a day: "tomorrow", "Easter"
    span: Span | None = None  # a week, a month, …
    shift: Length | None = None  # so far from now
    part: Part | None = None  # of the day
    clock: Clock | None = None
    length: Length | None = None  # how long it takes from there
    low: Bound | None = None
    high: Bound | None = None
    zone: tzinfo | None = None  # whose clocks show the clock time
    approximate: bool = False
    any: bool = False  # all of it suits
    rolls: bool = False  # where it is past, the same a day later is meant
    others: tuple[Moment, ...] = ()  # what may be meant instead
    sure: float = field(default=SURE)  # 0 to 1


DAY_FIELDS = frozenset({"date", "days", "span", "shift"})
HOUR_FIELDS = frozenset({"part", "clock", "low", "high", "length", "zone"})
_JOINED = ("date", "days", "part", "approximate", "any", "rolls", "others", "sure")
_SINGLE = tuple(one.name for one in fields(Moment) if one.name not in _JOINED)
_OF_DATE = tuple(one.name for one in fields(Date) if one.name != "nth")


class _ClashError(Exception):
    """Two conditions that cannot both hold."""


def together(one: Moment, two: Moment) -> Moment | None:
    """Both conditions at once; None where they contradict each other."""
    if one.others or two.others:
        return _each_together(one, two)
    try:
        return _joined(one, two)
    except _ClashError:
        return None


def _joined(one: Moment, two: Moment) -> Moment:
    single: dict[str, Any] = {name: _same(getattr(one, name), getattr(two, name)) for name in _SINGLE}
    return Moment(
        **single,
        date=_dates_joined(one.date, two.date),
        days=_same(one.days or None, two.days or None) or (),
        part=_narrower(one.part, two.part),
        approximate=one.approximate or two.approximate,
        any=one.any or two.any,
        rolls=one.rolls or two.rolls,
        sure=min(one.sure, two.sure),
    )


def _same(a: Any, b: Any) -> Any:
    """The value that is said at least once; raises _ClashError where two are said."""
    if a is not None and b is not None and a != b:
        raise _ClashError
    return b if a is None else a


def _narrower(one: Part | None, two: Part | None) -> Part | None:
    """The morning and, in it, the early morning: the early morning."""
    for part, whole in ((one, two), (two, one)):
        if part and whole and whole.start <= part.start and part.end <= whole.end:
            return part
    return _same(one, two)  # type: ignore[no-any-return]


def _dates_joined(one: Date | None, two: Date | None) -> Date | None:
    """Thursday and the fifteenth; what is counted from now is complete by itself."""
    if one is None or two is None:
        return one or two
    if min(one.nth, two.nth) < 1:
        raise _ClashError
    values: dict[str, Any] = {name: _same(getattr(one, name), getattr(two, name)) for name in _OF_DATE}
    return Date(**values, nth=max(one.nth, two.nth))


def _each_together(one: Moment, two: Moment) -> Moment | None:
    pairs = [(a, b) for a in choices(one) for b in choices(two)]
    found = [both for a, b in pairs if (both := together(a, b))]
    return either(*found) if len(found) == len(pairs) else None


def choices(moment: Moment) -> tuple[Moment, ...]:
    """Everything that may be meant, each without the others."""
    return (replace(moment, others=()), *moment.others)


def either(*moments: Moment) -> Moment:
    """One of several."""
    first, *rest = (choice for moment in moments for choice in choices(moment))
    return replace(first, others=tuple(rest))


def instead(one: Moment, two: Moment) -> Moment:
    """What is meant after a correction: ``two``, and of ``one`` what ``two`` does not speak of."""
    spoken = {name for name in (*DAY_FIELDS, *HOUR_FIELDS) if getattr(two, name)}
    gone = {name for whole in (DAY_FIELDS, HOUR_FIELDS) if spoken & whole for name in whole}
    if two.shift and two.shift.seconds:
        return two
    empty = Moment()
    values: dict[str, Any] = {name: getattr(empty, name) for name in gone}
    return together(replace(one, others=(), **values), two) or two


def usual(clock: Clock) -> Clock:
    """On the half of the day on which people do business, whatever time it is now."""
    if clock.half is not Half.OPEN:
        return clock
    minute = clock.minute % NOON
    return replace(clock, minute=minute if minute >= EARLIEST else minute + NOON, half=Half.EXACT)


def kind_of(moment: Moment) -> str:
    """What sort of conditions it has, as the kind of a piece."""
    if moment.low or moment.high:
        return "bounds"
    on_day, at_hour = names_day(moment), bool(moment.clock or moment.part)
    if on_day and at_hour:
        return "moment"
    if at_hour:
        return "moment" if moment.clock and moment.part else "clock" if moment.clock else "part"
    if moment.date or moment.days:
        return "day"
    return "shift" if moment.shift else "span" if moment.span else "any"


def names_day(moment: Moment) -> bool:
    """Whether it says which day."""
    return bool(moment.days or moment.date or moment.span or moment.shift)
