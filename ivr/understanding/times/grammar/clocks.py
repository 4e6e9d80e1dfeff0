"""Clock times: making them, and reckoning with them."""

from __future__ import annotations

from dataclasses import replace

from ivr.understanding.times.meaning import MIDNIGHT, NOON, Bound, Clock, Half, Length, Moment, Number, either
from ivr.understanding.times.when import Grain

HOURS = 24
_MORE_THAN_HOURS = 3  # digits from which on minutes are among them
_CARELESS = 0.7  # how sure a time is that no word marks as one

Said = Number | Moment


def clock(minute: int, half: Half, grain: Grain, sure: float = 0.95) -> Moment:
    """A clock time as the condition of a moment."""
    return Moment(clock=Clock(minute, half, grain), sure=sure)


def hour(said: Said) -> Moment | None:
    """Nine, 15, 930, or what is a clock time already; None where it is no time of a clock."""
    if isinstance(said, Moment):
        return said if said.clock else None
    if said.most is not None or said.vague or said.value != int(said.value):
        return None
    if len(said.digits) >= _MORE_THAN_HOURS:
        return pair(Number(int(said.digits[:-2])), Number(int(said.digits[-2:])), said.digits[0] == "0")
    return _whole(int(said.value), said.digits)


def _whole(value: int, digits: str) -> Moment | None:
    if value > HOURS or (value == 0 and not digits):
        return None
    exact = value > 12 or value == 0 or digits.startswith("0")
    return clock(value * 60, Half.EXACT if exact else Half.OPEN, Grain.HOUR)


def pair(hours: Number, minutes: Number, of_24: bool = False) -> Moment | None:
    """Ten thirty."""
    known = hour(Number(hours.value, hours.digits[:2] or "0" * (hours.value == 0)))
    if known is None or known.clock is None or not 0 <= minutes.value <= 59 or hours.value == HOURS:
        return None
    half = Half.EXACT if of_24 else known.clock.half
    return clock(int(known.clock.minute + minutes.value), half, Grain.MINUTE)


def bare_pair(hours: Number, minutes: Number) -> Moment | None:
    """Ten thirty, with no word that marks it as a time: in steps of five minutes, and not all in digits."""
    stepped = 10 <= minutes.value < 60 and minutes.value % 5 == 0 and not (hours.digits and minutes.digits)
    marked = stepped or (minutes.digits.startswith("0") and not hours.digits)
    found = pair(hours, minutes) if marked and hours.value > 0 else None
    return replace(found, sure=_CARELESS) if found else None


def stepped_pair(hours: Number, minutes: Number) -> Moment | None:
    """9 15, beside a day: in steps of five minutes."""
    found = pair(hours, minutes) if minutes.value >= 10 and minutes.value % 5 == 0 else None
    return replace(found, sure=_CARELESS) if found else None


def with_minutes(said: Moment, minutes: Number) -> Moment | None:
    """At three, twenty."""
    known = said.clock
    if known is None or known.grain is not Grain.HOUR or not 0 <= minutes.value <= 59:
        return None
    if minutes.most or minutes.value != int(minutes.value) or (minutes.digits and len(minutes.digits) != 2):
        return None
    return replace(said, clock=replace(known, minute=int(known.minute + minutes.value), grain=Grain.MINUTE))


def on_half(said: Said, half: Half) -> Moment | None:
    """Three in the half of the day that is named; None for a time of the other half."""
    found = hour(said)
    if found is None or found.clock is None:
        return None
    minute, known = found.clock.minute, found.clock.half
    if known in {Half.EXACT, Half.AM, Half.PM} and minute >= NOON + 60:
        return found if half is Half.PM else None
    placed = minute % NOON + (NOON if half is Half.PM else 0)
    return replace(found, clock=replace(found.clock, minute=placed, half=half))


def later(said: Said, minutes: float) -> Moment | None:
    """So many minutes after a clock time, or before it where they are negative."""
    found = hour(said)
    if found is None or found.clock is None:
        return None
    is_open = found.clock.half is Half.OPEN
    minute = int(found.clock.minute + minutes) % (NOON if is_open else MIDNIGHT)
    half = Half.OPEN if is_open else Half.EXACT
    return replace(found, clock=Clock(minute, half, Grain.MINUTE))


def minutes_of(said: Number | Length) -> float | None:
    """How many minutes; None where it is an hour or more, or no whole number."""
    minutes = said.seconds / 60 if isinstance(said, Length) else said.value
    day_too = isinstance(said, Length) and (said.days or said.months)
    return minutes if not day_too and 0 < minutes < 60 and minutes == int(minutes) else None


def past(said: Number | Length, of: Said) -> Moment | None:
    """Twenty past three."""
    minutes = minutes_of(said)
    return later(of, minutes) if minutes else None


def short_of(said: Number | Length, of: Said) -> Moment | None:
    """Twenty to three; without the word "minutes" only in steps of five: "nine to five" are two times."""
    minutes = minutes_of(said)
    stepped = isinstance(said, Length) or (minutes and minutes % 5 == 0 and _of_twelve(of))
    return later(of, -minutes) if minutes and stepped else None


def _of_twelve(said: Said) -> bool:
    found = hour(said)
    return bool(found and found.clock and found.clock.minute <= NOON)


def about(said: Moment) -> Moment:
    """Not exactly then."""
    return replace(said, approximate=True)


def about_hour(said: Said) -> Moment | None:
    """Threeish."""
    found = hour(said)
    return about(found) if found else None


def of_two(moments: tuple[Moment, ...]) -> Moment:
    """ "10.12": a clock time or a date, as likely."""
    return replace(either(*moments), sure=0.5) if len(moments) > 1 else moments[0]


def ends_at(start: Moment, end: Moment) -> Moment:
    """From one clock time to another."""
    return Moment(low=Bound(start), high=Bound(end, beyond=True))
