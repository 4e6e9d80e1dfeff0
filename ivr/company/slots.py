"""Which times a department can promise to call at, and why another time is not possible. Pure.

A slot begins at a multiple of ``callbacks.slot_minutes`` from midnight, on the company's clocks, while the
department is open. Times that a person hears or keys in are on the person's clocks. A local time that the
clocks repeat means the first one, so no slot lies in the second: what is read back has one meaning only.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from itertools import groupby, islice, takewhile
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from ivr.company.base import LocalText
from ivr.company.hours import Opening, Reason, opening, spans_from, spans_on
from ivr.company.models import Company, Hours, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
DIGITS = 4  # of a date, DDMM, and of a time, HHMM
NOON, MIDNIGHT = time(12), time(0)
MOST_OFFERS = 3
LATER = timedelta(hours=3)  # how much later the second offer is, on the same day
MORNING, AFTERNOON = time(10), time(15)  # what the third offer is near to: the other half of the day
DECENT = Hours(week=((Span(start=time(8), end=time(21)),),) * 7, on_holidays=True)
"""When nobody is disturbed by a call, on the person's clocks: a default of ours."""


class Refusal(StrEnum):
    """Why nobody can be called then."""

    NO_SUCH_DATE = "no_such_date"  # 31 June, 29 February of a common year
    NO_SUCH_TIME = "no_such_time"  # 25 o'clock
    GAP = "gap"  # the clocks skip it
    PAST = "past"
    TOO_SOON = "too_soon"
    TOO_FAR = "too_far"  # beyond the horizon
    HOLIDAY = "holiday"
    CLOSED_DAY = "closed_day"  # the company's own closed day
    NO_HOURS = "no_hours"  # the day of the week is a day off, or nothing of the day is left
    OUTSIDE_HOURS = "outside_hours"  # the department is closed then
    OUTSIDE_WINDOW = "outside_window"  # the department is open, and it is not an hour for calls
    BETWEEN = "between"  # calls begin at other minutes
    FULL = "full"  # as many promises as a slot takes


@dataclass(frozen=True, slots=True)
class Agenda:
    """A department's time, as somebody sees it who is to be called."""

    company: Company
    department: str  # id
    now: datetime  # aware
    zone: ZoneInfo  # the person's
    windows: tuple[Hours, ...] = ()  # hours for calls on the person's clocks, all of which hold besides
    taken: Mapping[datetime, int] = field(default_factory=dict)  # beginning of a slot, UTC → promises in it

    @property
    def today(self) -> date:
        """The person's date."""
        return self.now.astimezone(self.zone).date()

    @property
    def last_day(self) -> date:
        """The person's last date on which a time may lie."""
        return self.today + self.company.callbacks.days * DAY

    @property
    def end(self) -> datetime:
        """The first instant that is beyond the horizon, in UTC."""
        return datetime.combine(self.last_day + DAY, MIDNIGHT, self.zone).astimezone(UTC)

    @property
    def soonest(self) -> datetime:
        """The first instant that is not too soon, in UTC."""
        return self.now.astimezone(UTC) + self.company.callbacks.soonest_minutes * MINUTE


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether somebody can be called then."""

    at: datetime | None  # the slot, in the person's zone; None where it is refused
    refusal: Refusal | None = None
    name: LocalText | None = None  # of the holiday or the closed day


# ── Slots ───────────────────────────────────────────────────────────────────────────────────────


def slots(agenda: Agenda) -> Iterator[datetime]:
    """Every slot that is free, in order, in the person's zone."""
    taken, most = agenda.taken, agenda.company.callbacks.per_slot
    return (local for at, local in _possible(agenda) if taken.get(at, 0) < most)


def possible(agenda: Agenda) -> Iterator[datetime]:
    """Every slot from the soonest to the horizon, whether it is free or not."""
    return (local for _, local in _possible(agenda))


def _possible(agenda: Agenda) -> Iterator[tuple[datetime, datetime]]:
    """The same, in UTC and as the person's clocks show them.

    Those of a span are asked for again and again, and so are kept.
    """
    soonest, end = agenda.soonest, agenda.end
    known: dict[tuple[datetime, datetime], tuple[tuple[datetime, datetime], ...]]
    known = agenda.company.derived(("slots", agenda.zone.key, agenda.windows), dict)
    for span in spans_from(agenda.company, agenda.department, agenda.now):
        if span[0] >= end:
            return
        if span not in known:
            known[span] = tuple(_slots_of(agenda, *span))
        yield from (slot for slot in known[span] if soonest <= slot[0] < end)


def _slots_of(agenda: Agenda, start: datetime, end: datetime) -> Iterator[tuple[datetime, datetime]]:
    """Slots of an opening of the department."""
    company = agenda.company
    for at in _multiples(start.astimezone(company.zone), company.callbacks.slot_minutes, company.zone):
        local = at.astimezone(agenda.zone)
        if start <= at < end and not local.fold and in_windows(agenda, local):
            yield at, local


def _multiples(start: datetime, step: int, zone: ZoneInfo) -> Iterator[datetime]:
    """Multiples of ``step`` minutes from midnight, from ``start`` (in ``zone``) on its day; in UTC."""
    first = -(-(start.hour * 60 + start.minute) // step) * step
    for minute in range(first, 24 * 60, step):
        at = instant(start.date(), time(*divmod(minute, 60)), zone)
        if at is not None:
            yield at


def instant(day: date, at: time, zone: ZoneInfo) -> datetime | None:
    """A local time in UTC: the first of two, None for one that the clocks skip."""
    found = datetime.combine(day, at, zone).astimezone(UTC)
    back = found.astimezone(zone)
    return found if (back.date(), back.time()) == (day, at) else None


def in_windows(agenda: Agenda, local: datetime) -> bool:
    """Whether it is an hour for calls, whatever the hours of the department."""
    return all(_within(spans_on(each, local.date(), agenda.zone), local) for each in agenda.windows)


def _within(spans: Iterable[tuple[datetime, datetime]], at: datetime) -> bool:
    return any(start <= at < end for start, end in spans)


def _free(agenda: Agenda, at: datetime) -> bool:
    return agenda.taken.get(at.astimezone(UTC), 0) < agenda.company.callbacks.per_slot


# ── Offers ──────────────────────────────────────────────────────────────────────────────────────


def offers(agenda: Agenda) -> tuple[datetime, ...]:
    """Up to three free slots: the soonest, a later one on that or the next day, one on another day."""
    return offered(of_first_days(slots(agenda), MOST_OFFERS))


def offered(free: tuple[datetime, ...]) -> tuple[datetime, ...]:
    """The same, of free slots of a few days, in order."""
    if not free:
        return ()
    chosen, rest = [free[0]], free[1:]
    for wanted in (_later, _another_day):
        chosen.extend(islice(wanted(chosen, rest), 1))
    spare = (at for at in rest if at not in chosen)
    return tuple(sorted([*chosen, *islice(spare, MOST_OFFERS - len(chosen))]))


def of_first_days(free: Iterator[datetime], days: int) -> tuple[datetime, ...]:
    """The slots of so many days that have any, of slots in order."""
    by_day = groupby(free, lambda at: at.date())
    return tuple(at for _, same_day in islice(by_day, days) for at in same_day)


def _later(chosen: list[datetime], rest: tuple[datetime, ...]) -> Iterator[datetime]:
    first = chosen[0]
    return (at for at in rest if at - first >= LATER and at.date() - first.date() <= DAY)


def _another_day(chosen: list[datetime], rest: tuple[datetime, ...]) -> Iterator[datetime]:
    """On the first day after those on offer, near to the other half of the day than the soonest."""
    last = max(at.date() for at in chosen)
    days = [at for at in rest if at.date() > last]
    aim = AFTERNOON if chosen[0].time() < NOON else MORNING
    same_day = (at for at in days if at.date() == days[0].date())
    yield from sorted(same_day, key=lambda at: abs(_minutes(at.time()) - _minutes(aim)))


def _minutes(at: time) -> int:
    return at.hour * 60 + at.minute


def nearest(agenda: Agenda, wanted: datetime) -> datetime | None:
    """The free slot that is nearest to ``wanted`` (aware), the later of two; None where none is free."""
    found: datetime | None = None
    for at in slots(agenda):
        if found is not None and abs(at - wanted) > abs(found - wanted):
            break
        found = at
    return found


# ── Judging a wish ──────────────────────────────────────────────────────────────────────────────


def judge(agenda: Agenda, day: date, at: time) -> Verdict:
    """Whether somebody can be called at that time of the person's clocks, and why not."""
    wanted = instant(day, at, agenda.zone)
    if wanted is None:
        return Verdict(None, Refusal.GAP)
    found = opening(agenda.company, agenda.department, wanted)
    refusal = _by_clock(agenda, day, wanted) or _by_hours(agenda, wanted, found)
    if refusal is None:
        return Verdict(wanted.astimezone(agenda.zone))
    return Verdict(None, refusal, found.holiday if refusal in _NAMED else None)


def _by_clock(agenda: Agenda, day: date, wanted: datetime) -> Refusal | None:
    if wanted <= agenda.now:
        return Refusal.PAST
    if day > agenda.last_day:
        return Refusal.TOO_FAR
    return Refusal.TOO_SOON if wanted < agenda.soonest else None


def _by_hours(agenda: Agenda, wanted: datetime, found: Opening) -> Refusal | None:
    if not found.open:
        return _CLOSED.get(found.reason, Refusal.OUTSIDE_HOURS)
    local = wanted.astimezone(agenda.zone)
    if not in_windows(agenda, local):
        return Refusal.OUTSIDE_WINDOW
    if local not in _of(agenda, local.date()):
        return Refusal.BETWEEN
    return None if _free(agenda, local) else Refusal.FULL


def holds(agenda: Agenda, slot: datetime) -> bool:
    """Whether a slot that was on offer can still be promised; it may have come close meanwhile."""
    is_open = opening(agenda.company, agenda.department, slot).open
    return slot > agenda.now and is_open and in_windows(agenda, slot) and _free(agenda, slot)


def _of(agenda: Agenda, day: date) -> Iterator[datetime]:
    up_to = takewhile(lambda at: at.date() <= day, possible(agenda))
    return (at for at in up_to if at.date() == day)


_CLOSED: Mapping[Reason, Refusal] = {
    Reason.HOLIDAY: Refusal.HOLIDAY,
    Reason.CLOSED_DAY: Refusal.CLOSED_DAY,
}
_NAMED = frozenset(_CLOSED.values())


def judge_day(agenda: Agenda, day: date) -> Verdict:
    """Whether somebody can be called at any time of that date of the person's, as far as hours tell."""
    if day < agenda.today:
        return Verdict(None, Refusal.PAST)
    if day > agenda.last_day:
        return Verdict(None, Refusal.TOO_FAR)
    first = next(_of(agenda, day), None)
    return Verdict(first) if first else _day_off(agenda, day)


def _day_off(agenda: Agenda, day: date) -> Verdict:
    found = opening(agenda.company, agenda.department, datetime.combine(day, NOON, agenda.zone))
    refusal = Refusal.NO_HOURS if found.open else _CLOSED.get(found.reason, Refusal.NO_HOURS)
    return Verdict(None, refusal, found.holiday if refusal in _NAMED else None)


# ── A wish keyed in ─────────────────────────────────────────────────────────────────────────────


def is_entry(keys: str) -> bool:
    """Whether ``keys`` are a whole date or time, as far as its length goes."""
    return len(keys) == DIGITS and keys.isascii() and keys.isdecimal()


def keyed_day(keys: str, today: date) -> date | None:
    """The next date that DDMM names, today included; None where that year has no such date.

    "2902" is in the year that comes next: in a common year it names no date.
    """
    day, month = int(keys[:2]), int(keys[2:4])
    year = today.year if (month, day) >= (today.month, today.day) else today.year + 1
    try:
        return date(year, month, day)
    except ValueError:
        return None


def keyed_time(keys: str) -> time | None:
    """The time that HHMM names, "0000" to "2359"; None for another one."""
    hour, minute = int(keys[:2]), int(keys[2:4])
    return time(hour, minute) if hour < 24 and minute < 60 else None


def judge_keyed(agenda: Agenda, keys: str) -> Verdict:
    """The verdict on DDMM (of the day alone) or on DDMMHHMM."""
    day = keyed_day(keys[:4], agenda.today)
    if day is None:
        return Verdict(None, Refusal.NO_SUCH_DATE)
    if len(keys) == 4:
        return judge_day(agenda, day)
    at = keyed_time(keys[4:])
    return judge(agenda, day, at) if at else Verdict(None, Refusal.NO_SUCH_TIME)


def nearest_to_keyed(agenda: Agenda, keys: str) -> datetime | None:
    """The free slot nearest to what was probably meant by DDMM or DDMMHHMM; of a day alone, to its noon."""
    day = keyed_day(keys[:4], agenda.today) or _probable_day(keys, agenda.today)
    at = (keyed_time(keys[4:]) if len(keys) > 4 else None) or NOON
    return nearest(agenda, datetime.combine(day, at, agenda.zone))


def _probable_day(keys: str, today: date) -> date:
    """The last of a month for a day that the month lacks; today where there is no such month."""
    day, month = int(keys[:2]), int(keys[2:4])
    if not 1 <= month <= 12 or not day:
        return today
    year = today.year if month >= today.month else today.year + 1
    return date(year, month, min(day, monthrange(year, month)[1]))
