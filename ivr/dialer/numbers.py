"""Telephone numbers: as people write them, made E.164 or refused with the reason; of what kind they are."""

from __future__ import annotations

import re
from functools import lru_cache

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumber, PhoneNumberType

from ivr.errors import OperatorError

# What a number may be written with; phonenumbers would take letters and much else, too.
_WRITTEN = re.compile(r"[(\s]*\+?[\d\s().\-/\u00a0\u2010-\u2013]{2,40}")
_SHORTENED = re.compile(r"\d([.,]\d+)?E\+?\d+", re.IGNORECASE)
_DEAR = frozenset({PhoneNumberType.PREMIUM_RATE, PhoneNumberType.SHARED_COST})


class NotANumberError(OperatorError):
    """That is not a telephone number which can be called; the message says why, in a sentence."""


def e164(text: str, country: str) -> str:
    """The number in E.164; without a country code it is one of ``country`` (ISO 3166).

    A spreadsheet's guards (``="+371…"``, ``'+371…``) and ``tel:`` are taken off.

    Raises:
        NotANumberError: no country has such a number, or a call to it costs more than an ordinary one.
    """
    written = text.strip().removeprefix("=").strip("\"'").strip().removeprefix("tel:")
    if not written:
        raise NotANumberError("the telephone number is missing.")
    if _SHORTENED.fullmatch(written):
        raise NotANumberError(f'"{written}" was shortened by a spreadsheet; format that column as text.')
    found = parsed(written, country) if _WRITTEN.fullmatch(written) else None
    # A number without a type is in no numbering plan: is_valid_number asks the same, for twice the time.
    if found is None or (kind := phonenumbers.number_type(found)) == PhoneNumberType.UNKNOWN:
        raise NotANumberError(f'"{_short(text)}" is not a telephone number; write it like +37120000000.')
    if kind in _DEAR:
        raise NotANumberError(f'"{_short(text)}" is a premium-rate number, which is never called.')
    return str(phonenumbers.format_number(found, phonenumbers.PhoneNumberFormat.E164))


def parsed(number: str, country: str | None = None) -> PhoneNumber | None:
    """What ``phonenumbers`` makes of it; without a country it must be written in E.164."""
    try:
        return phonenumbers.parse(number, country)
    except NumberParseException:
        return None


@lru_cache(maxsize=4096)
def is_valid(number: str) -> bool:
    """Whether such an E.164 number can exist in its country's numbering plan."""
    found = parsed(number)
    return found is not None and phonenumbers.is_valid_number(found)


@lru_cache(maxsize=4096)
def is_dear(number: str) -> bool:
    """Whether the caller pays more for it than for an ordinary call."""
    found = parsed(number)
    return found is not None and phonenumbers.number_type(found) in _DEAR


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"


def written_forms(number: str, country: str) -> frozenset[str]:
    """How lines in ``country`` (ISO 3166) may give that E.164 number: with +, 00, neither, or as dialled."""
    digits = number.removeprefix("+")
    forms, found = {number, digits, f"00{digits}"}, parsed(number)
    if found is None or found.country_code != phonenumbers.country_code_for_region(country):
        return frozenset(forms)
    national = phonenumbers.format_number(found, phonenumbers.PhoneNumberFormat.NATIONAL)
    dialled = "".join(char for char in national if char.isdigit())
    return frozenset({*forms, dialled, str(phonenumbers.national_significant_number(found))})
