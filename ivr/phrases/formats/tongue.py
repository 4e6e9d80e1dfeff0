"""What every language has to be able to write out, and what all languages do alike."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from itertools import groupby
from typing import Protocol

import phonenumbers
from babel.dates import get_timezone_location
from babel.numbers import format_decimal

from ivr.company.models import Hours, Span
from ivr.phrases.sentence import Wording

MIDNIGHT, NOON = time(0), time(12)
ALL_WEEK, WORKDAYS = tuple(range(7)), tuple(range(5))
LONGEST_NUMBER = 9  # digits; what is longer is a code of some kind and read digit by digit
DOMAINS = "lv|com|eu|net|org|info|biz|io|app|ee|lt|de|pl|fi|se|dk|uk|gov|edu"
SAID_AS_WORDS = frozenset({"com", "net", "org", "info", "biz", "app"})


class Tongue(Protocol):
    """A language; see the functions of the same names in ``ivr.phrases.formats``."""

    def moment(self, when: datetime, today: date) -> Wording: ...
    def choice(self, whens: Sequence[datetime], today: date) -> Wording: ...
    def appointment(self, when: datetime, zone: str) -> Wording: ...
    def day(self, on: date, today: date) -> Wording: ...
    def weekday(self, number: int) -> Wording: ...
    def clock_time(self, at: time) -> Wording: ...
    def number(self, value: int) -> Wording: ...
    def digits(self, text: str) -> Wording: ...
    def phone(self, e164: str) -> Wording: ...
    def key(self, sign: str) -> Wording: ...
    def week(self, hours: Hours) -> Wording: ...
    def spans(self, spans: tuple[Span, ...]) -> Wording: ...
    def day_first(self, on: date, today: date) -> Wording: ...
    def coming_days(self, days: Sequence[date], today: date) -> Wording: ...
    def spoken(self, text: str) -> str: ...


def table(lines: str) -> dict[str, str]:
    """A table written for the eye: on each line keys, separated by spaces, "=", and the value they share."""
    rows = (line.split(" = ") for line in lines.strip().splitlines())
    return {key: value.strip() for keys, value in rows for key in keys.split()}


# Telephone numbers and codes


@lru_cache(maxsize=1024)
def phone_groups(number: str, country: str | None = None) -> str | None:
    """``number`` as the world writes it, "+371 67 000 201", or None where it is no possible number.

    Without a plus it is looked for in ``country`` (ISO 3166-1 alpha-2), and written without its code.
    """
    try:
        parsed = phonenumbers.parse(number, country)
    except phonenumbers.NumberParseException:
        return None
    style = phonenumbers.PhoneNumberFormat
    written = phonenumbers.format_number(
        parsed, style.INTERNATIONAL if number.startswith("+") else style.NATIONAL
    )
    kept = _digits_of(written) == _digits_of(number)  # a national prefix would be dropped, a digit unsaid
    return written if kept and phonenumbers.is_possible_number(parsed) else None


def _digits_of(number: str) -> str:
    return re.sub(r"\D", "", number)


def by_signs(text: str, names: Mapping[str, str]) -> str:
    """Sign by sign, with a pause (a comma) between groups: "67 000" → "seši septiņi, nulle nulle nulle"."""
    groups = re.split(r"[^\w+*#]+|_", text.strip())
    return ", ".join(" ".join(_sign(sign, names) for sign in group) for group in groups if group)


def _sign(sign: str, names: Mapping[str, str]) -> str:
    value = unicodedata.digit(sign, None)
    return names.get(sign.lower(), sign) if value is None else names[str(value)]


# Internet addresses


@dataclass(frozen=True)
class Signs:
    """How the signs of an internet address are called."""

    at: str
    dot: str
    slash: str
    hyphen: str
    underscore: str
    www: str
    letters: Mapping[str, str]  # letters, and digits, by name


ADDRESS = re.compile(
    rf"(?:https?://)?(?:[\w.+-]+@)?(?:\w[\w-]*\.)+(?:{DOMAINS})(?![^\W\d_])(?:/[\w./-]*\w)?/?",
)
_PIECE = re.compile(r"[^\W\d_]+|\d+|[@./_+-]")
_VOWELS = re.compile(r"[aeiouyāēīōū]", re.IGNORECASE)


def address(text: str, signs: Signs) -> str:
    """An e-mail or web address in words, a pause after each: "info, et, ozols, punkts, el vē"."""
    pieces = _PIECE.findall(re.sub(r"^https?://", "", text, flags=re.IGNORECASE).rstrip("/"))
    names = {"@": signs.at, ".": signs.dot, "/": signs.slash, "-": signs.hyphen, "_": signs.underscore}
    names["www"] = signs.www
    return ", ".join(names.get(piece.lower()) or _label(piece, signs) for piece in pieces)


def _label(piece: str, signs: Signs) -> str:
    known = piece.lower() in SAID_AS_WORDS
    if known or (len(piece) > 2 and piece.isalpha() and _VOWELS.search(piece)):
        return piece
    return by_signs(piece, signs.letters)


# Opening hours


def alike(hours: Hours) -> list[tuple[tuple[int, ...], tuple[Span, ...]]]:
    """Open days with equal spans together, in the order of their first days; closed days are left out."""
    found: dict[tuple[Span, ...], tuple[int, ...]] = {}
    for number, spans in enumerate(hours.week):
        if spans:
            found[spans] = (*found.get(spans, ()), number)
    return [(days, spans) for spans, days in found.items()]


def runs(days: tuple[int, ...]) -> list[tuple[int, ...]]:
    """Days of the week in unbroken runs of three and more; shorter runs fall into single days."""
    unbroken = [
        tuple(number for _, number in group)
        for _, group in groupby(enumerate(days), lambda pair: pair[1] - pair[0])
    ]
    return [part for run in unbroken for part in ([run] if len(run) > 2 else [(number,) for number in run])]


def whole_day(spans: tuple[Span, ...]) -> bool:
    """Open from midnight to midnight."""
    return spans == (Span(start=MIDNIGHT, end=MIDNIGHT),)


def listed(parts: Iterable[str], last: str) -> str:
    """ "a, b and c", with ``last`` for "and"."""
    *head, tail = parts
    return f"{', '.join(head)} {last} {tail}" if head else tail


def near_day(on: date, today: date, names: Mapping[int, str]) -> str | None:
    """The word for a day so many days from today, where the language has one."""
    return names.get((on - today) // timedelta(days=1))


@lru_cache(maxsize=1024)
def zone_city(zone: str, locale: str) -> str:
    """The city that stands for an IANA zone, as CLDR names it: "America/New_York" → "Ņujorka".

    A zone without a city is called by its distance from Greenwich; "Etc/GMT+3" lies west of it: "GMT-3".
    """
    named: str = get_timezone_location(zone, locale=locale, return_city=True)
    if named.startswith("GMT"):
        return named.translate(_OTHER_SIGN)
    return named.rpartition("/")[2].partition(",")[0]


_OTHER_SIGN = str.maketrans("+-", "-+")  # POSIX counts hours to the west


@lru_cache(maxsize=1024)
def grouped(value: int, locale: str) -> str:
    """A number as a screen shows it, its thousands set apart."""
    return str(format_decimal(value, locale=locale))


# Free text

Say = Callable[[re.Match[str]], str]


@dataclass(frozen=True)
class Rule:
    """Something that is found in a sentence, and how it is said."""

    found: re.Pattern[str]
    say: Say  # may answer with the match unchanged
    digits: bool = False  # looks for digits: not tried on a sentence without any


def rule(pattern: str, say: Say, *, exact: bool = False) -> Rule:
    """A rule for ``pattern``, looking for digits, in verbose mode, ignoring case unless ``exact``."""
    return Rule(re.compile(pattern, re.VERBOSE | (0 if exact else re.IGNORECASE)), say, digits=True)


def written_out(text: str, rules: tuple[Rule, ...]) -> str:
    """``text`` with every rule applied, in their order, to all that it finds, until nothing more is found."""
    text = plain_digits(text)
    for _ in range(_PASSES):
        before, text = text, _applied(text, rules)
        if text == before:
            break
    return text


def _applied(text: str, rules: tuple[Rule, ...]) -> str:
    for each in rules:
        if not each.digits or _DIGIT.search(text):
            text = each.found.sub(each.say, text)
    return text


_PASSES = 4  # words set apart by a first pass ("5St." → "five St.") are found by the next; two always did
_DIGIT = re.compile(r"\d")


def plain_digits(text: str) -> str:
    """Digits of any script, superscripts and circled numbers included, as 0 to 9, and "½" as "1/2"."""
    return text if text.isascii() else "".join(_plain_digit(sign) for sign in text)


def _plain_digit(sign: str) -> str:
    if sign.isascii() or not sign.isnumeric() or sign.isalpha():
        return sign
    plain = unicodedata.normalize("NFKC", sign).replace("\N{FRACTION SLASH}", "/")
    return "".join(str(unicodedata.digit(one, one)) for one in plain)


def abbreviations(words: Mapping[str, str], closing: frozenset[str] = frozenset()) -> Rule:
    """A rule for whole abbreviations: lower-case keys, with their dots; a capital first letter is kept.

    The dot of one that is ``closing`` may end the sentence too, and is then kept.
    """
    longest_first = sorted(words, key=len, reverse=True)
    shapes = "|".join(re.escape(word).replace(r"\.", r"\.\s?").removesuffix(r"\s?") for word in longest_first)
    return Rule(
        re.compile(rf"(?<![^\W\d])(?<!\.)(?:{shapes})(?![^\W\d_])", re.IGNORECASE),
        lambda found: _unabbreviated(found, words, closing),
    )


def _unabbreviated(found: re.Match[str], words: Mapping[str, str], closing: frozenset[str]) -> str:
    short = "".join(found[0].lower().split())
    word = words[short] + (stop(found) if short in closing else "")
    return spaced(found, word[0].upper() + word[1:] if found[0][0].isupper() else word)


def stop(found: re.Match[str]) -> str:
    """The full stop that an abbreviation or a date shares with the end of its sentence, or nothing."""
    rest = found.string[found.end() :]
    following = rest.lstrip()[:1]
    ends = not following or (rest[0].isspace() and following.isupper())
    return "." if ends and found[0].endswith(".") else ""


def spaced(found: re.Match[str], said: str) -> str:
    """``said`` set apart from letters and digits that touch what was found."""
    left = " " if found.string[: found.start()][-1:].isalnum() else ""
    right = " " if found.string[found.end() :][:1].isalnum() else ""
    return left + said + right
