"""English numerals, months and the clock; the words come from num2words and Babel."""

from __future__ import annotations

from datetime import time
from functools import lru_cache

from babel import Locale
from num2words import num2words

from ivr.phrases.formats.tongue import MIDNIGHT, NOON, zone_city

_KEPT = 512  # of each kind: calls say the same few again and again

_ENGLISH = Locale("en", "GB")
WEEKDAYS: tuple[str, ...] = tuple(_ENGLISH.days["format"]["wide"][number] for number in range(7))
MONTHS: dict[int, str] = dict(_ENGLISH.months["format"]["wide"])
NEAR_DAYS = {-1: "yesterday", 0: "today", 1: "tomorrow"}

DIGITS = {str(number): num2words(number, lang="en") for number in range(10)}
KEYS = {**DIGITS, "*": "star", "#": "hash"}
# A letter is its own name to a synthesiser, but a small "a" would be the article.
LETTERS = {letter: letter.upper() for letter in "abcdefghijklmnopqrstuvwxyzāčēģīķļņšūž"}
SIGNS = {**LETTERS, **KEYS, "+": "plus"}

# Up to, not including, that hour.
_PARTS_OF_DAY = (
    (1, "at night"),
    (12, "in the morning"),
    (18, "in the afternoon"),
    (22, "in the evening"),
    (24, "at night"),
)


@lru_cache(maxsize=_KEPT)
def cardinal(value: int) -> str:
    """A cardinal number in words."""
    return str(num2words(value, lang="en"))


@lru_cache(maxsize=_KEPT)
def ordinal(value: int) -> str:
    """An ordinal number in words: "twenty-seventh"."""
    return str(num2words(value, lang="en", to="ordinal"))


@lru_cache(maxsize=_KEPT)
def year(value: int) -> str:
    """A year as it is read: 2026 → "twenty twenty-six"."""
    return str(num2words(value, lang="en", to="year"))


@lru_cache(maxsize=_KEPT)
def month_day(day: int, month: int) -> str:
    """A day of a month: 27, 11 → "the twenty-seventh of November"."""
    return f"the {ordinal(day)} of {MONTHS[month]}"


@lru_cache(maxsize=_KEPT)
def clock(at: time) -> str:
    """A time of day: "nine in the morning", "three thirty in the afternoon", "noon"; seconds are not said."""
    named = {MIDNIGHT: "midnight", NOON: "noon"}.get(at.replace(second=0, microsecond=0))
    return named or f"{_hour_and_minute(at)} {part_of_day(at.hour)}"


def zone_time(zone: str) -> str:
    """The time of a zone, by its city: "Riga time", "New York time"."""
    return f"{zone_city(zone, 'en')} time"


def part_of_day(hour: int) -> str:
    """What an hour is called beside its number: "in the morning"."""
    return next(name for before, name in _PARTS_OF_DAY if hour < before)


def _hour_and_minute(at: time) -> str:
    hour = cardinal((at.hour - 1) % 12 + 1)
    if not at.minute:
        return hour
    return f"{hour} {'oh ' if at.minute < 10 else ''}{cardinal(at.minute)}"
