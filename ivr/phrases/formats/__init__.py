"""Times, dates, numbers, telephone numbers and opening hours written out in words, per language.

A synthesiser spells "plkst." letter by letter and reads a telephone number as millions, so nothing but words
reaches it. Every function here answers with both forms (``Wording``: for the screen and for the ear), or, for
a whole sentence written by an operator, with the words to be said (``spoken``).

Each language is one ``Tongue`` in a file of its own; to add a language, write its file and list it below.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from functools import lru_cache

from ivr.company.models import Hours, Span
from ivr.errors import OperatorError
from ivr.phrases.formats.english import English
from ivr.phrases.formats.latvian import Latvian
from ivr.phrases.formats.tongue import Tongue
from ivr.phrases.sentence import Wording

TONGUES: Mapping[str, Tongue] = {"lv": Latvian(), "en": English()}


def moment(language: str, when: datetime, today: date) -> Wording:
    """When something happens, as an adverbial: "rīt, pulksten deviņos", "tomorrow at nine in the morning".

    Args:
        language: "lv", "en".
        when: aware, in the time zone in which it is to be said.
        today: the listener's date; yesterday, today and tomorrow are called so, another year is named.

    Raises:
        OperatorError: no such language; every function here raises it.
        ValueError: ``when`` is naive.
    """
    if when.tzinfo is None:
        raise ValueError(f"{when} has no time zone; give the moment in the zone in which it is to be said.")
    return tongue(language).moment(when, today)


def choice(language: str, whens: Sequence[datetime], today: date) -> Wording:
    """Moments to choose from: "tomorrow at nine in the morning, at noon or on Friday at three".

    A day is said once for all its hours, and a day of the coming week by its name alone.

    Args:
        whens: aware, in order, in the time zone in which they are to be said; one at least.
        today: the listener's date.
    """
    return tongue(language).choice(whens, today)


def appointment(language: str, when: datetime, zone: str) -> Wording:
    """When something was agreed to happen, so that it can mean one instant only.

    "ceturtdien, trešajā decembrī, pulksten četrpadsmitos pēc Rīgas laika", "on Thursday, the third of
    December, at two in the afternoon, Riga time". No year is named: what is agreed lies within two months.

    Args:
        when: aware, in ``zone``.
        zone: IANA name.
    """
    return tongue(language).appointment(when, zone)


def day(language: str, on: date, today: date) -> Wording:
    """The day on which something happens, as an adverbial: "piektdien, divdesmit septītajā novembrī"."""
    return tongue(language).day(on, today)


def weekday(language: str, number: int) -> Wording:
    """On a day of the week, 0 for Monday: "piektdien", "on Friday"."""
    return tongue(language).weekday(number)


def clock_time(language: str, at: time) -> Wording:
    """When in the day something happens, as an adverbial: "pulksten deviņos", "at nine in the morning"."""
    return tongue(language).clock_time(at)


def number(language: str, value: int) -> Wording:
    """A cardinal number as one counts: "divdesmit viens", "twenty-one"."""
    return tongue(language).number(value)


def digits(language: str, text: str) -> Wording:
    """An extension or a code, sign by sign: "divi nulle viens"."""
    return tongue(language).digits(text)


def phone(language: str, e164: str) -> Wording:
    """A telephone number, digit by digit in its usual groups; what is no such number is read sign by sign."""
    return tongue(language).phone(e164)


def key(language: str, sign: str) -> Wording:
    """The name of a telephone's key: "viens", "zvaigznīte", "restīte". Raises KeyError for other signs."""
    return tongue(language).key(sign)


def week(language: str, hours: Hours) -> Wording:
    """The opening hours, to follow "we are open": days that are alike together, closed days not mentioned."""
    return tongue(language).week(hours)


def spans(language: str, of_day: tuple[Span, ...]) -> Wording:
    """The opening hours of one day: "from 9:00 to 12:30 and from 13:00 to 17:00"; one span at least."""
    return tongue(language).spans(of_day)


def day_first(language: str, on: date, today: date) -> Wording:
    """The day at the beginning of a sentence: "tomorrow", "on Friday, 25 December,"."""
    return tongue(language).day_first(on, today)


def coming_days(language: str, days: Sequence[date], today: date) -> Wording:
    """Days from today on within a week, by their names alone: "today, tomorrow and on Friday"."""
    return tongue(language).coming_days(days, today)


@lru_cache(maxsize=4096)
def spoken(language: str, text: str) -> str:
    """A sentence with its numbers, times, dates, amounts, telephone numbers and abbreviations in words.

    Words are left as they are. What was written out once stays the same when it is written out again.
    """
    return tongue(language).spoken(text)


def tongue(language: str) -> Tongue:
    """The rules of a language. Raises OperatorError where there are none, saying where to add them."""
    if language not in TONGUES:
        known = ", ".join(sorted(TONGUES))
        raise OperatorError(
            f'Times and numbers cannot be written out in the language "{language}", only in: {known}. '
            "Add a file for it beside ivr/phrases/formats/english.py, and list it in TONGUES in "
            "ivr/phrases/formats/__init__.py."
        )
    return TONGUES[language]
