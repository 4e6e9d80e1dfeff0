"""The next thirteen months in quarters of an hour: when who is open, and when nobody can be reached."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import groupby, pairwise, takewhile

from ivr.company.hours import hours_of, on_day, spans_from
from ivr.company.models import Company

MONTHS = timedelta(days=396)  # thirteen months
QUARTER = timedelta(minutes=15)
_DAY = timedelta(days=1)
Manner = tuple[tuple[bool, bool], ...]  # of each department: is it open, and has the day a name


@dataclass(frozen=True)
class Stretch:
    """A time in which nothing opens or closes."""

    start: datetime  # UTC
    end: datetime  # not in it any more
    open: frozenset[str]  # departments


def stretches(company: Company, since: datetime) -> tuple[Stretch, ...]:
    """The thirteen months from ``since`` (aware) on, cut wherever somebody opens or closes."""
    until = since + MONTHS
    spans = {id_: tuple(_spans(company, id_, since, until)) for id_ in company.departments}
    turns = {edge for each in spans.values() for span in each for edge in span}
    cuts = sorted({since, *_midnights(company, since), *(cut for cut in turns if since < cut < until), until})
    changes = _changes(spans)
    found, now = [], frozenset[str]()
    for start, end in pairwise(cuts):
        now = frozenset(id_ for id_ in company.departments if _is_open(changes[id_], start, id_ in now))
        found.append(Stretch(start, end, now))
    return tuple(found)


def _midnights(company: Company, since: datetime) -> Iterator[datetime]:
    first = since.astimezone(company.zone).date()
    for number in range(1, MONTHS.days):
        yield datetime.combine(first + number * _DAY, time(0), company.zone).astimezone(UTC)


def _spans(
    company: Company, department: str, since: datetime, until: datetime
) -> Iterator[tuple[datetime, datetime]]:
    key = ("spans", hours_of(company, department).model_dump_json(), since)
    known = company.derived(key, lambda: tuple(_before(company, department, since, until)))
    return ((max(start, since), end) for start, end in known)


def _before(
    company: Company, department: str, since: datetime, until: datetime
) -> Iterator[tuple[datetime, datetime]]:
    return takewhile(lambda span: span[0] < until, spans_from(company, department, since))


def _changes(
    spans: Mapping[str, tuple[tuple[datetime, datetime], ...]],
) -> Mapping[str, Mapping[datetime, bool]]:
    found = {}
    for id_, each in spans.items():
        ends: dict[datetime, bool] = {end: False for _, end in each}
        found[id_] = {**ends, **{start: True for start, _ in each}}
    return found


def _is_open(changes: Mapping[datetime, bool], at: datetime, before: bool) -> bool:
    return changes.get(at, before)


def moments(company: Company, since: datetime) -> tuple[datetime, ...]:
    """One moment for each way in which departments are open, closed, and closed on a day that has a name."""
    return company.derived(("moments", since), lambda: _moments(company, since))


def _moments(company: Company, since: datetime) -> tuple[datetime, ...]:
    found: dict[Manner, datetime] = {}
    for stretch in stretches(company, since):
        if stretch.end - stretch.start >= QUARTER:
            found.setdefault(_manner(company, stretch), stretch.start)
    by_day = sorted(
        found.values(), key=lambda at: not MORNING <= at.astimezone(company.zone).time() < EVENING
    )
    return tuple(by_day)


MORNING, EVENING = time(8), time(20)


def _manner(company: Company, stretch: Stretch) -> Manner:
    named = _named(company, stretch.start)
    return tuple((id_ in stretch.open, id_ not in stretch.open and named) for id_ in company.departments)


def _named(company: Company, at: datetime) -> bool:
    return on_day(company, None, at.astimezone(company.zone).date()).holiday is not None


# When nobody can be reached


@dataclass(frozen=True)
class Closed:
    """A time in which nobody can be reached."""

    start: datetime  # on the company's clocks
    end: datetime


def unreachable(company: Company, since: datetime) -> tuple[Closed, ...]:
    """Every stretch of the thirteen months in which nobody is there, in order."""
    nobody = ((not each.open, each) for each in stretches(company, since))
    runs = (tuple(each for _, each in run) for alone, run in groupby(nobody, key=lambda two: two[0]) if alone)
    zone = company.zone
    return tuple(Closed(run[0].start.astimezone(zone), run[-1].end.astimezone(zone)) for run in runs)


def told(company: Company, since: datetime) -> tuple[str, ...]:
    """When nobody can be reached, in words for an operator: what is usual in a week, and other days."""
    closed = unreachable(company, since)
    if not closed:
        return ("Somebody can be reached at any time.",)
    return tuple(_lines(company, since, closed))


def _lines(company: Company, since: datetime, closed: tuple[Closed, ...]) -> Iterator[str]:
    days = _by_day(company, since, closed)
    usual = {weekday: _commonest(days, weekday) for weekday in range(7)}
    for spans, run in groupby(range(7), key=lambda weekday: usual[weekday]):
        if spans:
            yield f"every {_week(tuple(run))}: {', '.join(spans)}"
    odd = [day for day, spans in days.items() if spans != usual[day.weekday()]]
    yield from _odd(odd, days)


def _by_day(company: Company, since: datetime, closed: tuple[Closed, ...]) -> dict[date, tuple[str, ...]]:
    first = since.astimezone(company.zone).date() + _DAY
    days: dict[date, list[str]] = {first + n * _DAY: [] for n in range(MONTHS.days - 1)}
    for each in closed:
        for day, words in _cut(each):
            if day in days:
                days[day].append(words)
    return {day: tuple(spans) for day, spans in days.items()}


def _cut(closed: Closed) -> Iterator[tuple[date, str]]:
    day = closed.start.date()
    while day <= closed.end.date():
        start = closed.start.time() if day == closed.start.date() else time(0)
        end = f"{closed.end:%H:%M}" if day == closed.end.date() else "24:00"
        if end != "00:00":
            yield day, f"{start:%H:%M}–{end}"
        day += _DAY


def _commonest(days: Mapping[date, tuple[str, ...]], weekday: int) -> tuple[str, ...]:
    found = [spans for day, spans in days.items() if day.weekday() == weekday]
    return max(dict.fromkeys(found), key=found.count)


_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _week(run: tuple[int, ...]) -> str:
    return _NAMES[run[0]] if len(run) == 1 else f"{_NAMES[run[0]]} to {_NAMES[run[-1]]}"


def _odd(days: list[date], known: Mapping[date, tuple[str, ...]]) -> Iterator[str]:
    runs: list[list[date]] = []
    for day in days:
        if runs and day - runs[-1][-1] == _DAY and known[day] == known[runs[-1][-1]]:
            runs[-1].append(day)
        else:
            runs.append([day])
    for run in runs:
        when = f"{run[0]:%Y-%m-%d}" if len(run) == 1 else f"{run[0]:%Y-%m-%d} to {run[-1]:%Y-%m-%d}"
        yield f"{when}: {', '.join(known[run[0]]) or 'somebody is there all day'}"


def midnight(company: Company, at: datetime) -> datetime:
    """The beginning of the day of ``at`` on the company's clocks, in UTC."""
    day = at.astimezone(company.zone).date()
    return datetime.combine(day, time(0), company.zone).astimezone(UTC)
