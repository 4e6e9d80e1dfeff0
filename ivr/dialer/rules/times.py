"""Rules about the time: the person's zone, windows, holidays, the department that a promise leads to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from types import MappingProxyType

import holidays

from ivr.company.hours import Opening, Reason, opening, spans_on
from ivr.company.models import Hours
from ivr.dialer.ports import Decision
from ivr.dialer.rules.case import Case, on_clock, passed, refused
from ivr.dialer.zones import clocks_of

_DAY = timedelta(days=1)
WEEKS = timedelta(days=15)
"""Windows repeat every week: what has no common opening in two weeks and a day has none."""
_WHOLE = {"GB": ("ENG", "NIR", "SCT", "WLS")}  # countries without one calendar: a holiday of any part counts
_FREE = frozenset({Reason.HOLIDAY, Reason.CLOSED_DAY})

AT_AGREED_TIME = "It is the time that the person agreed to, or within an hour after it."
RINGS_NOBODY = "Only the built-in test telephones ring: no person is disturbed."


# ── Zone ────────────────────────────────────────────────────────────────────────────────────────


def zone(case: Case) -> Decision:
    """The person's time must be known: what is unknown counts as closed, never as open."""
    if case.agreed:
        return passed("zone", AT_AGREED_TIME)
    zones = case.zones
    if not zones:
        return refused("zone", _no_zone(case), None)
    clocks = ", ".join(f"{name} {on_clock(case.at, name)}" for name in zones[:3])
    more = f" and {len(zones) - 3} more zones, all of which count" if len(zones) > 3 else ""
    return passed("zone", f"The person's time is known: {clocks}{more}.")


def _no_zone(case: Case) -> str:
    stored = case.facts.zone or case.call.zone
    if stored is not None:
        return f'The time zone stored for the person, "{stored}", does not exist.'
    return "The person's time zone is unknown: the number does not show it, and none is stored."


# ── Window ──────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Window:
    """Hours in which calls may be made, in the person's time."""

    whose: str
    hours: Hours


def window(case: Case) -> Decision:
    """Inside every window that applies, in every zone where the person may be."""
    if case.agreed:
        return passed("window", AT_AGREED_TIME)
    zones, windows = case.zones, tuple(_windows(case))
    outside = next(
        ((w, z) for w in windows for z in zones if first_open(w.hours, z, case.at) != case.at), None
    )
    if zones and outside is None:
        return passed("window", f"It is inside {_named(windows)}, for the person.")
    reason = _outside(case, *outside) if outside else "Without a time zone no window is open."
    return refused("window", reason, common_opening(windows, zones, case.at))


def _windows(case: Case) -> Iterator[Window]:
    if not case.rings_nobody:
        for preset in case.presets:
            yield Window(f"the window of preset {preset.id}", preset.hours)
    if case.company.calling.hours:
        yield Window("the company's calling hours", case.company.calling.hours)
    if case.campaign and case.campaign.hours:
        yield Window("the campaign's hours", case.campaign.hours)


def _named(windows: tuple[Window, ...]) -> str:
    return ", ".join(each.whose for each in windows) or "the day (test telephones have no window)"


def _outside(case: Case, which: Window, zone_: str) -> str:
    day = case.at.astimezone(clocks_of(zone_)).date()
    spans = ", ".join(f"{span.start:%H:%M}-{_end(span.end)}" for span in which.hours.week[day.weekday()])
    when = f"{day:%Y-%m-%d}: {spans}" if spans else f"{day:%Y-%m-%d}: closed all day"
    return f"It is {on_clock(case.at, zone_)} in {zone_}, outside {which.whose} ({when})."


def _end(at: time) -> str:
    return "24:00" if at == time(0) else f"{at:%H:%M}"


def common_opening(windows: tuple[Window, ...], zones: tuple[str, ...], at: datetime) -> datetime | None:
    """The first instant from ``at`` on that is inside all windows in all zones; None where there is none."""
    moment = at
    while zones and moment < at + WEEKS:
        opened = [first_open(each.hours, name, moment) for each in windows for name in zones]
        latest = max((each for each in opened if each), default=moment)
        if None in opened or latest == moment:
            return None if None in opened else moment
        moment = latest
    return None


def first_open(hours: Hours, zone_: str, at: datetime) -> datetime | None:
    """``at`` when the hours are open then, on the clocks of ``zone_``; otherwise their next opening, UTC."""
    local, day = clocks_of(zone_), at.astimezone(clocks_of(zone_)).date()
    for on in (day + n * _DAY for n in range(WEEKS.days)):
        for start, end in spans_on(hours, on, local):
            if at < end:
                return max(at, start)
    return None


# ── Holidays ────────────────────────────────────────────────────────────────────────────────────


def holiday(case: Case) -> Decision:
    """Neither on a free day of the company nor on a public holiday where the person is."""
    if case.agreed or case.rings_nobody:
        return passed("holiday", AT_AGREED_TIME if case.agreed else RINGS_NOBODY)
    free = _company_free(case) or _person_free(case)
    if free is None:
        return passed("holiday", "It is no holiday, neither of the company nor of the person.")
    return refused("holiday", *free)


def _company_free(case: Case) -> tuple[str, datetime] | None:
    found = opening(case.company, None, case.at)
    if found.reason not in _FREE:
        return None
    return f"The company is closed that day: {_name(case, found)}.", _tomorrow(case.at, case.company.timezone)


def _name(case: Case, found: Opening) -> str:
    language = "en" if "en" in case.company.languages else case.company.default_language
    named = found.holiday
    return named.into(language) if named and not named.missing((language,)) else "its own closed day"


def _person_free(case: Case) -> tuple[str, datetime] | None:
    for name in case.zones:
        day = case.at.astimezone(clocks_of(name)).date()
        for country in sorted(case.countries):
            feast = public_holidays(country, day.year).get(day)
            if feast:
                return f"{day} is a public holiday where the person is ({country}): {feast}.", _tomorrow(
                    case.at, name
                )
    return None


def _tomorrow(at: datetime, zone_: str) -> datetime:
    """The beginning of the next day on the clocks of ``zone_``."""
    local = clocks_of(zone_)
    midnight = datetime.combine(at.astimezone(local).date() + _DAY, time(0), local)
    return midnight.astimezone(UTC)


@lru_cache(maxsize=256)
def public_holidays(country: str, year: int) -> MappingProxyType[date, str]:
    """Public holidays of a country by date, named in English where the library can; none if it knows none."""
    try:
        known = holidays.country_holidays(country)
    except NotImplementedError:
        return MappingProxyType({})
    language = "en_US" if "en_US" in known.supported_languages else known.default_language
    found: dict[date, str] = {}
    for part in _WHOLE.get(country, (None,)):
        found |= holidays.country_holidays(country, subdiv=part, years=year, language=language)
    return MappingProxyType(found)


# ── The department behind a promise ─────────────────────────────────────────────────────────────


def department(case: Case) -> Decision:
    """A promised call leads to a person: the department must be open then."""
    promise = case.call.promise
    if promise is None or promise.campaign is not None:
        return passed("department", "The call does not depend on a department's hours.")
    known = promise.department if promise.department in case.company.departments else None
    found = opening(case.company, known, case.at)
    if found.open:
        return passed("department", f"The department {promise.department} is open.")
    return refused(
        "department", f"The department {promise.department} is closed, and the call leads there.", found.next
    )
