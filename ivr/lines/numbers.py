"""Telephone numbers as lines give them."""

from __future__ import annotations

import re

import phonenumbers

from ivr.company.base import is_e164

_DIALLED = re.compile(
    r"\+?[0-9 ()/.-]+"
)  # what a number is written with; phonenumbers would take letters, too
_NUMBER_LENGTH = 60  # what is longer is no number


def number_given(text: str, country: str) -> str | None:
    """E.164 where the number can be understood; otherwise as it came, without what cannot be printed.

    Args:
        country: ISO 3166 code of the country whose national numbers these are.

    Returns:
        None where nothing is left.
    """
    if is_e164(text):
        return text
    return _international(text, country) or _printable(text)


def _international(number: str, country: str) -> str | None:
    if not _DIALLED.fullmatch(number):
        return None
    try:
        parsed = phonenumbers.parse(number, country)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_possible_number(parsed):
        return None
    written: str = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
    return written


def _printable(text: str) -> str | None:
    return "".join(sign for sign in text if sign.isprintable())[:_NUMBER_LENGTH] or None
