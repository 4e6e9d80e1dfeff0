"""How far from a time that was just spoken of."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from ivr.understanding.times.relative import Shift, open_shift, shift, too_much

RIGA = ZoneInfo("Europe/Riga")
HOUR, DAY, WEEK = timedelta(hours=1), timedelta(days=1), timedelta(weeks=1)


@pytest.mark.parametrize(
    ("language", "words", "later", "by"),
    [
        ("en", "an hour later", True, HOUR),
        ("en", "no, half an hour later please", True, HOUR / 2),
        ("en", "could it be two hours earlier?", False, 2 * HOUR),
        ("en", "a quarter of an hour earlier", False, HOUR / 4),
        ("en", "an hour and a half later", True, 1.5 * HOUR),
        ("en", "fifteen minutes sooner", False, HOUR / 4),
        ("en", "the day after", True, DAY),
        ("en", "the next day please", True, DAY),
        ("en", "a week later", True, WEEK),
        ("en", "the day before", False, DAY),
        ("lv", "stundu vēlāk", True, HOUR),
        ("lv", "nē, pusstundu agrāk", False, HOUR / 2),
        ("lv", "pusotru stundu vēlāk", True, 1.5 * HOUR),
        ("lv", "vai var divas stundas vēlāk", True, 2 * HOUR),
        ("lv", "piecpadsmit minūtes agrāk", False, HOUR / 4),
        ("lv", "dienu vēlāk", True, DAY),
        ("lv", "nākamajā dienā", True, DAY),
        ("lv", "nedēļu vēlāk", True, WEEK),
        ("lv", "stundu velak", True, HOUR),
    ],
)
def test_how_far(language, words, later, by):
    assert shift(words, language) == Shift(later, by)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "later"),
        ("en", "the day after tomorrow"),
        ("en", "at eleven"),
        ("en", "in an hour"),
        ("en", "two hours"),
        ("lv", "vēlāk"),
        ("lv", "pēc stundas"),
        ("lv", "otrdien"),
    ],
)
def test_it_is_not_said_how_far(language, words):
    assert shift(words, language) is None


@pytest.mark.parametrize(
    ("language", "words", "later"),
    [
        ("en", "do you have anything a bit later", True),
        ("en", "earlier please", False),
        ("en", "sooner", False),
        ("lv", "mazliet vēlāk", True),
        ("lv", "kaut ko agrāk", False),
        ("lv", "ātrāk", False),
    ],
)
def test_later_or_earlier_at_all(language, words, later):
    found = open_shift(words, language)
    assert (found.later, found.by) == (later, None)


@pytest.mark.parametrize(
    ("language", "words", "later"),
    [
        ("en", "that's too late", False),
        ("en", "not that early please", True),
        ("en", "too soon", True),
        ("lv", "tas ir par vēlu", False),
        ("lv", "par agru", True),
        ("lv", "tik agri nevaru", True),
    ],
)
def test_too_late_is_earlier_and_too_early_is_later(language, words, later):
    assert too_much(words, language) == Shift(later)


@pytest.mark.parametrize(("language", "words"), [("en", "late in the evening"), ("lv", "vēlu vakarā")])
def test_late_is_not_too_late(language, words):
    assert too_much(words, language) is None


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "later than five"), ("en", "at five"), ("lv", "vēlāk par pieciem"), ("lv", "ne agrāk kā piecos")],
)
def test_a_bound_is_not_relative(language, words):
    assert open_shift(words, language) is None


def test_days_go_by_the_calendar_and_hours_as_they_pass():
    before_spring = datetime(2027, 3, 27, 10, tzinfo=RIGA)
    assert Shift(True, DAY).of(before_spring) == datetime(2027, 3, 28, 10, tzinfo=RIGA)
    assert Shift(True, 18 * HOUR).of(before_spring) == datetime(2027, 3, 28, 5, tzinfo=RIGA)
    assert Shift(False, HOUR).of(before_spring) == datetime(2027, 3, 27, 9, tzinfo=RIGA)
    assert Shift(False, DAY).of(before_spring) == datetime(2027, 3, 26, 10, tzinfo=RIGA)
