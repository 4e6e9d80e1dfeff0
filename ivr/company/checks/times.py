"""Where a company is and when it is there: zone, country, hours, holidays, times to be called."""

from __future__ import annotations

import zoneinfo
from typing import TYPE_CHECKING

import holidays
import phonenumbers

from ivr.company.checks.found import Check, Found
from ivr.company.explain import nearest
from ivr.company.hours import hours_of
from ivr.company.models import Hours, Span

if TYPE_CHECKING:
    from ivr.company.judge import Located
    from ivr.company.loader import CompanyFile

DAY_MINUTES = 24 * 60


def _place(file: CompanyFile) -> Found:
    company = file.company
    if not _is_zone(company.timezone):
        known = zoneinfo.available_timezones()
        wrong = f'"{company.timezone}" is not a time zone.{nearest(company.timezone, known)}'
        yield file.problem("timezone", wrong, "Use a name of the IANA database, like Europe/Riga.")
    if company.country not in phonenumbers.SUPPORTED_REGIONS:
        yield file.problem("country", f'"{company.country}" is not a country.', "Use ISO 3166, like LV.")
    elif company.holidays.public and not _has_known_holidays(company.country):
        wrong = f'the public holidays of "{company.country}" are not known.'
        yield file.problem(
            "country", wrong, "Set public: false under holidays, and list your days under closed."
        )


def _is_zone(name: str) -> bool:
    try:
        zoneinfo.ZoneInfo(name)
    except (LookupError, ValueError, OSError):  # OSError: the name of a folder of zones, like Europe
        return False
    return True


def _has_known_holidays(country: str) -> bool:
    """Asked of that country alone: the list of all of them takes a quarter of a second."""
    try:
        holidays.country_holidays(country)
    except NotImplementedError:
        return False
    return True


def _never_open(file: CompanyFile) -> Found:
    own = {f"departments.{id_}.hours": part.hours for id_, part in file.company.departments.items()}
    whole = {"office_hours": file.company.office_hours, "calling.hours": file.company.calling.hours}
    for field, hours in {**whole, **own}.items():
        if isinstance(hours, Hours):
            yield from never_open(file, field, hours)


def never_open(file: Located, field: str, hours: Hours) -> Found:
    """``hours``, which are ``field`` of ``file``, hold no time at all."""
    if not any(hours.week):
        cure = 'Give at least one day hours, like mon: "09:00-18:00".'
        yield file.problem(field, "these hours never open.", cure)


def _calendar(file: CompanyFile) -> Found:
    calendar = file.company.holidays
    for index, days in enumerate(calendar.closed):
        if days.first > days.last:
            wrong = f"it ends on {days.last}, before it begins on {days.first}."
            yield file.problem(
                f"holidays.closed.{index}", wrong, "Exchange first and last, or mend the year."
            )
    single = {days.first for days in calendar.closed if days.first == days.last}
    for own in calendar.open:
        if own.day in single:
            wrong = f"{own.day} is listed as a closed day, too."
            yield file.problem(f"holidays.open.{own.day}", wrong, "Remove it from closed or from open.")


def _slots(file: CompanyFile) -> Found:
    step = file.company.callbacks.slot_minutes
    if DAY_MINUTES % step:
        wrong = f"slots of {step} minutes do not fill a day."
        yield file.problem("callbacks.slot_minutes", wrong, "Use a divisor of 1440, like 15, 20, 30 or 60.")


def _slotless(file: CompanyFile) -> Found:
    """Hours that are always closed are told by another check."""
    company, callbacks = file.company, file.company.callbacks
    for id_ in company.departments if callbacks.offered else ():
        spans = [span for day in hours_of(company, id_).week for span in day]
        if spans and not any(_begins(span, callbacks.slot_minutes) for span in spans):
            wrong = f'no slot of {callbacks.slot_minutes} minutes begins within the hours of "{id_}".'
            yield file.problem("callbacks.slot_minutes", wrong, "Use shorter slots, or longer hours.")


def _begins(span: Span, step: int) -> bool:
    """Whether a multiple of ``step`` minutes from midnight lies in the span."""
    start, end = (at.hour * 60 + at.minute for at in (span.start, span.end))
    return -(-start // step) * step < (end or DAY_MINUTES)


IN_PARTS: tuple[Check, ...] = (
    _place,
    _never_open,
    _calendar,
    _slots,
)
BETWEEN_PARTS: tuple[Check, ...] = (_slotless,)
