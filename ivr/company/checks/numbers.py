"""Telephone numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import phonenumbers

from ivr.company.checks.found import Check, Found

if TYPE_CHECKING:
    from ivr.company.loader import CompanyFile


def _numbers(file: CompanyFile) -> Found:
    for number in file.company.numbers:
        if not _callable(number):
            wrong = "no country has such a telephone number."
            yield file.problem(
                f"numbers.{number}", wrong, "Mend the digits; it begins with + and the country code."
            )


def _callable(number: str) -> bool:
    try:
        return bool(phonenumbers.is_valid_number(phonenumbers.parse(number)))
    except phonenumbers.NumberParseException:
        return False


IN_PARTS: tuple[Check, ...] = (_numbers,)
