"""Contact lists: each row a person to call, or the reason why it is none. Pure: nothing is kept here."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import BinaryIO

from ivr.company.models import Company
from ivr.dialer import lists
from ivr.dialer.numbers import NotANumberError, e164
from ivr.dialer.ports import Consent, NewContact
from ivr.dialer.zones import is_zone

# Field → what its column may be called beside that: English and Latvian, accents and capitals left out.
COLUMNS: lists.Columns = {
    "number": (
        *("phone", "phone_number", "telephone", "telephone_number", "tel", "mobile", "mobile_phone"),
        *("talrunis", "talruna_numurs", "talruna_nr", "telefons", "telefona_numurs", "mobilais", "numurs"),
    ),
    "name": ("full_name", "first_name", "vards", "vards_uzvards", "vards_un_uzvards"),
    "surname": ("last_name", "family_name", "uzvards"),
    "language": ("lang", "valoda"),
    "zone": ("timezone", "time_zone", "laika_josla", "josla"),
    "person": ("client", "customer", "customer_id", "client_id", "klients", "klienta_numurs", "klienta_nr"),
    "consent_source": ("consent", "piekrisana", "piekrisanas_avots"),
    "consent_date": ("consent_on", "piekrisanas_datums"),
}
NUMBERS: lists.Columns = {"number": COLUMNS["number"]}  # of a do-not-call list
LONGEST = 200  # characters of a name, a person's key or a source

_LANGUAGES = {
    "latvian": "lv",
    "latviesu": "lv",
    "latviski": "lv",
    "english": "en",
    "anglu": "en",
    "angliski": "en",
    "russian": "ru",
    "krievu": "ru",
}
_DAYS = (
    re.compile(r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})(?:[T ].*)?"),
    re.compile(r"(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\.\s?(?P<y>\d{4})\.?"),
)


@dataclass(frozen=True, slots=True)
class Good:
    """A row that is a contact."""

    line: int  # 1-based
    contact: NewContact


@dataclass(frozen=True, slots=True)
class Bad:
    """A row that is none, or none of its own."""

    line: int  # 1-based
    wrong: str  # one sentence
    repeats: bool = False  # an earlier row said the same, word for word: nothing is lost


class _UnfitError(Exception):
    """A cell that cannot be used; the message is a sentence."""


def contacts(stream: BinaryIO, form: lists.Form, company: Company, now: datetime) -> Iterator[Good | Bad]:
    """The rows of a list, one after another; numbers without a country code are of the company's country."""
    seen: dict[str, Good] = {}
    for record in lists.records(stream, form):
        found = _row(record, company, now)
        yield found if isinstance(found, Bad) else _first(found, seen)


def numbers(stream: BinaryIO, form: lists.Form, country: str) -> Iterator[tuple[int, str] | Bad]:
    """Line and number of the rows of a list of numbers; a number that is repeated comes once."""
    seen: set[str] = set()
    for record in lists.records(stream, form):
        found = _number_of(record, country)
        if isinstance(found, Bad):
            yield found
        elif found not in seen:
            seen.add(found)
            yield record.line, found


def _first(found: Good, seen: dict[str, Good]) -> Good | Bad:
    """``found``, or what is to be said of it where its number came before."""
    earlier = seen.setdefault(found.contact.number, found)
    if earlier is found:
        return found
    if earlier.contact == found.contact:
        return Bad(found.line, f"it repeats line {earlier.line}.", repeats=True)
    wrong = f"{found.contact.number} is on line {earlier.line} already, with other data; keep one of the two."
    return Bad(found.line, wrong)


def _row(record: lists.Record, company: Company, now: datetime) -> Good | Bad:
    if record.wrong:
        return Bad(record.line, record.wrong)
    try:
        return Good(record.line, _contact(record.cells, company, now))
    except (_UnfitError, NotANumberError) as error:
        return Bad(record.line, str(error))


def _number_of(record: lists.Record, country: str) -> str | Bad:
    if record.wrong:
        return Bad(record.line, record.wrong)
    try:
        return e164(record.cells.get("number", ""), country)
    except NotANumberError as error:
        return Bad(record.line, str(error))


def _contact(cells: Mapping[str, str], company: Company, now: datetime) -> NewContact:
    number = e164(cells.get("number", ""), company.country)
    names = (_words(cells, "name"), _words(cells, "surname"))
    return NewContact(
        number=number,
        person=_words(cells, "person") or number,
        name=" ".join(name for name in names if name) or None,
        language=_optional(cells, "language", lambda text: _language(text, company)),
        zone=_optional(cells, "zone", _zone),
        consent=_consent(cells, company, now),
    )


def _optional(cells: Mapping[str, str], field: str, read: Callable[[str], str]) -> str | None:
    text = cells.get(field, "")
    return read(text) if text else None


def _words(cells: Mapping[str, str], field: str) -> str | None:
    """Text on one line, without anything that steers a terminal or a spreadsheet's eye."""
    text = "".join(" " if unicodedata.category(char)[0] == "C" else char for char in cells.get(field, ""))
    words = " ".join(text.split())
    if len(words) > LONGEST:
        raise _UnfitError(f"the {field} has {len(words)} characters; shorten it to {LONGEST}.")
    return words or None


def _language(text: str, company: Company) -> str:
    found = _LANGUAGES.get(lists.plain(text), text.lower())
    if found not in company.languages:
        raise _UnfitError(
            f'the company does not speak "{text[:40]}"; write {" or ".join(company.languages)}.'
        )
    return found


def _zone(text: str) -> str:
    if not is_zone(text):
        raise _UnfitError(f'"{text[:40]}" is not a time zone; write one like Europe/Riga, or leave it empty.')
    return text


def _consent(cells: Mapping[str, str], company: Company, now: datetime) -> Consent | None:
    source, on = _words(cells, "consent_source"), cells.get("consent_date", "")
    if not source and not on:
        return None
    if not source or not on:
        there, lacks = ("consent_source", "consent_date") if source else ("consent_date", "consent_source")
        raise _UnfitError(f"it has a {there} and no {lacks}; a consent needs both.")
    given = datetime.combine(_day(on), time(0), company.zone)
    if given > now:
        raise _UnfitError(f"the consent_date {on} has not come yet.")
    return Consent(source, given)


def _day(text: str) -> date:
    for pattern in _DAYS:
        if found := pattern.fullmatch(text):
            try:
                return date(int(found["y"]), int(found["m"]), int(found["d"]))
            except ValueError:
                break
    raise _UnfitError(f'"{text[:40]}" is not a date; write it as 2026-11-24 or 24.11.2026.')
