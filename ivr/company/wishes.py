"""Times that somebody wishes for in words: which slots are meant, why none of them is free, what is near.

What is wished for is one time or one of two ("at eight"), or a stretch in which any time would do ("on
Monday", "after five"). Where no day was said, the same hours of any day would do. Pure.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from ivr.company.hours import opening, spans_from
from ivr.company.slots import (
    DAY,
    MOST_OFFERS,
    Agenda,
    Refusal,
    Verdict,
    in_windows,
    instant,
    judge,
    judge_day,
    of_first_days,
    offered,
    possible,
    slots,
)

# Of a clock time without a day: the day is not the right one, another may be.
_NOT_THAT_DAY = frozenset(
    {Refusal.HOLIDAY, Refusal.CLOSED_DAY, Refusal.NO_HOURS, Refusal.OUTSIDE_HOURS, Refusal.GAP, Refusal.PAST}
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Times of which any would do."""

    start: datetime  # aware
    end: datetime | None = None  # aware, not in it any more; None: it has no end
    excluded: tuple[tuple[datetime, datetime], ...] = ()  # start, and end, which is not ruled out any more
    daily: bool = False  # the same hours of any day from then on


# ── A clock time ────────────────────────────────────────────────────────────────────────────────


def judge_clock(agenda: Agenda, clocks: Sequence[datetime], *, any_day: bool = False) -> Verdict:
    """The verdict on a clock time: on the first of several readings that is possible, or else is nearly so.

    Args:
        clocks: what the person's clocks show then (naive), the likeliest reading first: "at eight" has two.
        any_day: no day was said: it may be a later one.
    """
    verdicts = [(_judged(agenda, at, any_day), at) for at in clocks]
    return min(verdicts, key=lambda found: _rank(agenda, *found))[0]


def _rank(agenda: Agenda, verdict: Verdict, at: datetime) -> int:
    """How far that reading is from possible; "today at nine" was meant of the nine at which it was open."""
    if verdict.refusal is Refusal.PAST and _was_open(agenda, at):
        return 1
    return _RANKS.get(verdict.refusal, 1 if verdict.refusal else 0)


_RANKS: Mapping[Refusal | None, int] = dict.fromkeys(_NOT_THAT_DAY, 2)


def _was_open(agenda: Agenda, at: datetime) -> bool:
    then = instant(at.date(), at.time(), agenda.zone)
    return then is not None and opening(agenda.company, agenda.department, then).open


def _judged(agenda: Agenda, at: datetime, any_day: bool) -> Verdict:
    first = judge(agenda, at.date(), at.time())
    if not any_day or first.refusal not in _NOT_THAT_DAY:
        return first
    later = (judge(agenda, day, at.time()) for day in _days_after(at.date(), agenda.last_day))
    return next((verdict for verdict in later if verdict.at), first)


def _days_after(day: date, last: date) -> Iterator[date]:
    while day < last:
        day += DAY
        yield day


# ── A stretch ───────────────────────────────────────────────────────────────────────────────────


def within(agenda: Agenda, stretch: Stretch) -> Iterator[datetime]:
    """Every free slot of the stretch, in order, in the person's zone."""
    return (at for at in slots(agenda) if contains(stretch, at))


def contains(stretch: Stretch, at: datetime) -> bool:
    """Whether a time (in the person's zone) lies in the stretch."""
    begun = stretch.start.astimezone(UTC) <= at.astimezone(UTC)
    return begun and _before_end(stretch, at) and not _is_excluded(stretch, at)


def _before_end(stretch: Stretch, at: datetime) -> bool:
    if stretch.end is None:
        return True
    if not stretch.daily:
        return at.astimezone(UTC) < stretch.end.astimezone(UTC)
    first, last = (one.astimezone(at.tzinfo).time() for one in (stretch.start, stretch.end))
    return first <= at.time() < last if first < last else at.time() >= first or at.time() < last


def _is_excluded(stretch: Stretch, at: datetime) -> bool:
    instant = at.astimezone(UTC)
    return any(start.astimezone(UTC) <= instant < end.astimezone(UTC) for start, end in stretch.excluded)


def offers_within(agenda: Agenda, stretch: Stretch) -> tuple[datetime, ...]:
    """Up to three free slots of the stretch: spread over its only day, or over several as ``offers`` does."""
    free = of_first_days(within(agenda, stretch), MOST_OFFERS)
    one_day = len({at.date() for at in free}) == 1
    return _spread(free) if one_day and len(free) > MOST_OFFERS else offered(free)


def _spread(free: tuple[datetime, ...]) -> tuple[datetime, ...]:
    return tuple(free[len(free) * third // MOST_OFFERS] for third in range(MOST_OFFERS))


def judge_stretch(agenda: Agenda, stretch: Stretch) -> Verdict:
    """The first free slot of the stretch, or why there is none."""
    free = next(within(agenda, stretch), None)
    if free:
        return Verdict(free)
    if any(contains(stretch, at) for at in possible(agenda)):
        return Verdict(None, Refusal.FULL)
    refusal = _by_clock(agenda, stretch)
    return Verdict(None, refusal) if refusal else _by_hours(agenda, stretch)


def _by_clock(agenda: Agenda, stretch: Stretch) -> Refusal | None:
    start, end = stretch.start.astimezone(UTC), stretch.end.astimezone(UTC) if stretch.end else None
    if end and end <= agenda.now:
        return Refusal.PAST
    if start >= agenda.end:
        return Refusal.TOO_FAR
    return Refusal.TOO_SOON if end and end <= agenda.soonest else None


def _by_hours(agenda: Agenda, stretch: Stretch) -> Verdict:
    """As the first of its days that is still to come; where that has slots, they lie at other hours."""
    first = max(stretch.start.astimezone(agenda.zone).date(), agenda.today)
    of_day = judge_day(agenda, first)
    return of_day if of_day.refusal else Verdict(None, _besides(agenda, stretch))


def _besides(agenda: Agenda, stretch: Stretch) -> Refusal:
    """Why none of it is possible on a day on which other hours are."""
    spans = list(_open_in(agenda, stretch))
    if not spans:
        return Refusal.OUTSIDE_HOURS
    shown = any(in_windows(agenda, start.astimezone(agenda.zone)) for start, _ in spans)
    return Refusal.BETWEEN if shown else Refusal.OUTSIDE_WINDOW


def _open_in(agenda: Agenda, stretch: Stretch) -> Iterator[tuple[datetime, datetime]]:
    """What of the stretch the department is open, in UTC."""
    last = stretch.end.astimezone(UTC) if stretch.end else agenda.end
    for start, end in spans_from(agenda.company, agenda.department, stretch.start):
        if start >= last:
            return
        yield max(start, stretch.start.astimezone(UTC)), min(end, last)


def nearest_to(agenda: Agenda, stretch: Stretch) -> datetime | None:
    """The free slot nearest to the stretch, the later of two; None where none is free."""
    free = (at for at in slots(agenda) if not _is_excluded(stretch, at))
    return min(free, key=lambda at: (_distance(stretch, at), -at.timestamp()), default=None)


def _distance(stretch: Stretch, at: datetime) -> float:
    """Seconds from the stretch; 0 within."""
    end = stretch.end.timestamp() if stretch.end else at.timestamp()
    return max(stretch.start.timestamp() - at.timestamp(), at.timestamp() - end, 0)
