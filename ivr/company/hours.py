"""Whether a company or a department is open at an instant, why, and until or from when. Pure.

Hours are local time of the company's zone. A local time that a change of the clocks skips or repeats is read
as RFC 5545 (3.3.5) reads it: with the offset before the gap, and as the first of the two.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

import holidays

from ivr.company.base import LocalText
from ivr.company.models import Company, Hours, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

SEARCH_DAYS = 400  # how far ahead the next opening is looked for
MERGE_DAYS = 8  # how far ahead the closing is looked for: hours without a gap for a whole week have none
_MIDNIGHT = time(0)


class Reason(StrEnum):
    """Why it is open or closed."""

    OPEN = "open"  # the week says open
    OPEN_DAY = "open_day"  # open by the hours of a day of its own
    OUTSIDE_HOURS = "outside_hours"  # the day has other hours, or none
    HOLIDAY = "holiday"  # public holiday
    CLOSED_DAY = "closed_day"  # the company's own closed day


@dataclass(frozen=True, slots=True)
class Opening:
    """The answer to "is it open?", with its reason."""

    open: bool
    reason: Reason
    holiday: LocalText | None  # name of the public holiday or of the closed day, where there is one
    until: datetime | None  # when open: the closing, in the company's zone; None when not within MERGE_DAYS
    next: (
        datetime | None
    )  # when closed: the next opening, in the company's zone; None when not within SEARCH_DAYS


class Noting(datetime):
    """An instant that notes whose opening it is asked for: whoever proves conversations sees what decides."""

    def opening(self, company: Company, department: str | None) -> Opening:
        """As ``opening`` says, at this instant."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class DayHours:
    """The opening hours of one day."""

    spans: tuple[Span, ...]  # in order; none where it is closed all day
    reason: Reason  # why it is open at those times, or closed all day
    holiday: LocalText | None  # name of the public holiday or of the closed day, where there is one


@dataclass(frozen=True, slots=True)
class _Day:
    """What holds on one day."""

    spans: tuple[Span, ...]
    open: Reason  # reason when within the spans
    closed: Reason  # reason when outside them
    name: LocalText | None = None


@dataclass(frozen=True, slots=True)
class _Date:
    """What holds on one date."""

    day: _Day
    spans: tuple[tuple[datetime, datetime], ...]  # start and end, in UTC, in order


def opening(company: Company, department: str | None, at: datetime) -> Opening:
    """Whether ``department`` (None: the office) is open at ``at``.

    Args:
        company: whose hours and calendar hold.
        department: id of a department of it, or None for the office hours.
        at: any aware instant.

    Raises:
        KeyError: there is no such department.
        ValueError: ``at`` is naive.
    """
    if isinstance(at, Noting):
        return at.opening(company, department)
    if at.tzinfo is None:
        raise ValueError("opening() needs an aware instant.")
    date_ = _date(company, department, at.astimezone(company.zone).date())
    day = date_.day
    for start, end in date_.spans:
        if start <= at < end:
            return Opening(True, day.open, day.name, _until(company, department, end), None)
    return Opening(False, day.closed, day.name, None, _next(company, department, at))


def on_day(company: Company, department: str | None, day: date) -> DayHours:
    """The hours of ``department`` (None: the office) on that day. Raises KeyError for an unknown one."""
    holds = _date(company, department, day).day
    return DayHours(holds.spans, holds.open if holds.spans else holds.closed, holds.name)


def unusual(
    company: Company, department: str | None, first: date, days: int
) -> Iterator[tuple[date, DayHours]]:
    """Those of so many days from ``first`` on that have other hours than the week says, in order.

    Raises KeyError for an unknown department.
    """
    week = hours_of(company, department).week
    for day in (first + timedelta(days=n) for n in range(days)):
        found = on_day(company, department, day)
        if found.spans != week[day.weekday()]:
            yield day, found


def hours_of(company: Company, department: str | None) -> Hours:
    """The hours that hold for ``department``, or the office hours. Raises KeyError for an unknown one."""
    own = "office" if department is None else company.departments[department].hours
    return company.office_hours if isinstance(own, str) else own


def _date(company: Company, department: str | None, day: date) -> _Date:
    """Asked for again and again, and kept: a date of a department is some hundred bytes."""
    return company.derived(("date", department, day), lambda: _found(company, department, day))


def _found(company: Company, department: str | None, day: date) -> _Date:
    holds = _day(company, hours_of(company, department), day)
    return _Date(holds, tuple(_instants(holds, day, company.zone)))


def _day(company: Company, hours: Hours, day: date) -> _Day:
    usual = hours.week[day.weekday()]
    if hours.on_holidays:
        return _Day(usual, Reason.OPEN, Reason.OUTSIDE_HOURS)
    return _own_day(company, day) or _Day(usual, Reason.OPEN, Reason.OUTSIDE_HOURS)


def _own_day(company: Company, day: date) -> _Day | None:
    """The day of the calendar, strongest first: open days, closed days, public holidays."""
    calendar = company.holidays
    for own in calendar.open:
        if own.day == day:
            return _Day(own.spans, Reason.OPEN_DAY, Reason.OUTSIDE_HOURS)
    for closed in calendar.closed:
        if closed.first <= day <= closed.last:
            return _Day((), Reason.OPEN, Reason.CLOSED_DAY, closed.name)
    name = public_holiday(company, day) if calendar.public else None
    return _Day((), Reason.OPEN, Reason.HOLIDAY, name) if name else None


def spans_from(company: Company, department: str, at: datetime) -> Iterator[tuple[datetime, datetime]]:
    """Start and end, in UTC and in order, of every opening of ``department`` that is not over at ``at``.

    A span never goes beyond its day; the next SEARCH_DAYS days are looked at. Raises KeyError for an unknown
    department.
    """
    hours_of(company, department)  # said at once, not when the first is asked for
    return _spans_from(company, department, at)


def spans_on(hours: Hours, on: date, zone: tzinfo) -> Iterator[tuple[datetime, datetime]]:
    """Start and end, in UTC, of each span of the week on that day, as clocks in ``zone`` show it."""
    return _instants(_Day(hours.week[on.weekday()], Reason.OPEN, Reason.OUTSIDE_HOURS), on, zone)


def _instants(day: _Day, on: date, zone: tzinfo) -> Iterator[tuple[datetime, datetime]]:
    """Start and end of each span, in UTC: only there does a comparison see changes of the clocks."""
    for span in day.spans:
        last = on + timedelta(days=1) if span.end == _MIDNIGHT else on
        start, end = _instant(on, span.start, zone), _instant(last, span.end, zone)
        if start < end:  # a gap of the clocks can swallow a span
            yield start, end


def _instant(day: date, at: time, zone: tzinfo) -> datetime:
    return datetime.combine(day, at, zone).astimezone(UTC)


def _until(company: Company, department: str | None, end: datetime) -> datetime | None:
    """The end of the stretch of spans that follow each other without a gap, also over midnight."""
    zone, last = company.zone, end + timedelta(days=MERGE_DAYS)
    for start, following in _spans_from(company, department, end):
        if start > end:
            break
        end = max(end, following)
        if end > last:
            return None
    return end.astimezone(zone)


def _next(company: Company, department: str | None, at: datetime) -> datetime | None:
    spans = _spans_from(company, department, at)
    return next((start.astimezone(company.zone) for start, _ in spans if start > at), None)


def _spans_from(
    company: Company, department: str | None, at: datetime
) -> Iterator[tuple[datetime, datetime]]:
    """Every span that is not over at ``at``, in order, from its day on for SEARCH_DAYS."""
    first = at.astimezone(company.zone).date()
    for day in (first + timedelta(days=n) for n in range(SEARCH_DAYS)):
        for start, end in _date(company, department, day).spans:
            if at < end:
                yield start, end


def public_holiday(company: Company, day: date) -> LocalText | None:
    """The name of the public holiday on ``day`` in the company's country, in its languages."""
    return _public(company.country, company.languages, day.year).get(day)


@lru_cache(maxsize=64)
def _public(country: str, languages: tuple[str, ...], year: int) -> MappingProxyType[date, LocalText]:
    """Public holidays of a year. Names that the library lacks in a language stand in its own."""
    names = {language: _named(country, language, year) for language in languages}
    days = next(iter(names.values()))
    return MappingProxyType({day: LocalText({lang: names[lang][day] for lang in languages}) for day in days})


def _named(country: str, language: str, year: int) -> dict[date, str]:
    calendar = holidays.country_holidays(country)
    matching = (name for name in calendar.supported_languages if name.partition("_")[0] == language)
    known = next(matching, calendar.default_language)  # None would follow the machine's locale
    found = holidays.country_holidays(country, years=year, language=known)
    return {day: _sayable(name) for day, name in found.items()}


def _sayable(name: str) -> str:
    """The first of several names of a day, without what the library adds in parentheses."""
    return name.partition(";")[0].partition("(")[0].strip()
