"""Telephone numbers as people write them, made E.164, or refused with the reason."""

from __future__ import annotations

import re

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
    found = _parsed(written, country)
    # A number without a type is in no numbering plan: is_valid_number asks the same, for twice the time.
    if found is None or (kind := phonenumbers.number_type(found)) == PhoneNumberType.UNKNOWN:
        raise NotANumberError(f'"{_short(text)}" is not a telephone number; write it like +37120000000.')
    if kind in _DEAR:
        raise NotANumberError(f'"{_short(text)}" is a premium-rate number, which is never called.')
    return str(phonenumbers.format_number(found, phonenumbers.PhoneNumberFormat.E164))


def _parsed(written: str, country: str) -> PhoneNumber | None:
    if not _WRITTEN.fullmatch(written):
        return None
    try:
        return phonenumbers.parse(written, country)
    except NumberParseException:
        return None


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"
