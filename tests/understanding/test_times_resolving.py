"""Clocks that change, zones, grains, confidence, and answers to a question."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from ivr.errors import OperatorError
from ivr.understanding.result import Ambiguous, Match, NoMatch
from ivr.understanding.times import Grain, Missing, When, understand_time
from tests.understanding.times import NOTHING, NOW, RIGA, understood

BEFORE_SPRING = datetime(2027, 3, 27, 10, tzinfo=RIGA)  # the next night the clocks skip from 03:00 to 04:00
BEFORE_AUTUMN = datetime(2026, 10, 24, 10, tzinfo=RIGA)  # the next night they show 03:00 to 04:00 twice
SANTIAGO = ZoneInfo("America/Santiago")  # where the clocks skip midnight
EVENING = datetime(2026, 11, 24, 19, tzinfo=RIGA)


def when(words: str, now: datetime = NOW, zone: ZoneInfo = RIGA) -> When:
    result = understand_time(words, "en", now, zone)
    assert isinstance(result, Match), result
    return result.value


def test_a_time_that_the_clocks_skip_is_none():
    result = understand_time("tomorrow at half past three in the morning", "en", BEFORE_SPRING, RIGA)
    assert result == NoMatch("the clocks skip 03:30 on 2027-03-28")


def test_of_a_time_that_comes_twice_the_first_is_meant():
    start = when("tomorrow at half past three in the morning", BEFORE_AUTUMN).start
    assert start.astimezone(UTC) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("words", "utc"),
    [
        ("in eighteen hours", datetime(2027, 3, 28, 2, tzinfo=UTC)),  # hours as they pass
        ("in a day", datetime(2027, 3, 28, 7, tzinfo=UTC)),  # days by the calendar
        ("tomorrow at ten", datetime(2027, 3, 28, 7, tzinfo=UTC)),
    ],
)
def test_hours_pass_and_days_follow_the_calendar(words, utc):
    assert when(words, BEFORE_SPRING).start.astimezone(UTC) == utc


def test_a_day_begins_when_its_clocks_do():
    day = when("on Sunday", datetime(2026, 9, 4, 10, tzinfo=SANTIAGO), SANTIAGO)
    assert (day.start.isoformat(), day.end.isoformat()) == (
        "2026-09-06T01:00:00-03:00",
        "2026-09-07T00:00:00-03:00",
    )


def test_now_may_be_told_in_any_zone():
    same = NOW.astimezone(UTC)
    assert when("tomorrow at ten", same) == when("tomorrow at ten")
    assert when("tomorrow at ten", same).start.tzinfo == RIGA


def test_the_date_is_that_of_the_person():
    late = datetime(2026, 11, 24, 23, 30, tzinfo=UTC)  # in Riga it is the 25th already
    assert when("tomorrow", late).start == datetime(2026, 11, 26, tzinfo=RIGA)


def test_a_naive_now_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        understand_time("tomorrow", "en", datetime(2026, 11, 24), RIGA)  # noqa: DTZ001


def test_an_unknown_language_is_refused_with_the_known_ones():
    with pytest.raises(OperatorError, match="en, lv"):
        understand_time("morgen", "de", NOW, RIGA)


@pytest.mark.parametrize(
    ("words", "grain"),
    [
        ("at ten", Grain.HOUR),
        ("at ten fifteen", Grain.MINUTE),
        ("in two hours", Grain.MINUTE),
        ("tomorrow morning", Grain.HOUR),
        ("tomorrow", Grain.DAY),
        ("in two weeks", Grain.DAY),
        ("next week", Grain.WEEK),
        ("in March", Grain.MONTH),
        ("next quarter", Grain.QUARTER),
        ("next year", Grain.YEAR),
        ("between nine and half past ten", Grain.HOUR),
    ],
)
def test_the_grain_tells_how_finely_it_was_said(words, grain):
    assert when(words).grain == grain


@pytest.mark.parametrize(
    ("words", "other"),
    [
        ("tomorrow at eight", datetime(2026, 11, 25, 20, tzinfo=RIGA)),
        ("tomorrow at three", datetime(2026, 11, 25, 3, tzinfo=RIGA)),
        ("at eight", datetime(2026, 11, 25, 8, tzinfo=RIGA)),
        ("tomorrow at eight in the morning", None),
        ("tomorrow at 8 p.m.", None),
        ("tomorrow at 15:00", None),
        ("today at eleven", datetime(2026, 11, 24, 23, tzinfo=RIGA)),
        ("today at nine", datetime(2026, 11, 24, 9, tzinfo=RIGA)),  # past, but it may be meant
    ],
)
def test_the_other_half_of_the_day_is_told_where_it_is_open(words, other):
    assert when(words).other_half == other


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("at eight", "Tue 24 Nov 20:00, which day?"),
        ("at six", "Wed 25 Nov 18:00, which day?"),
        ("in the evening", "Tue 24 Nov 18:00 - Wed 25 Nov, which day?"),
        ("in the morning", "Wed 25 Nov - Wed 25 Nov 12:00, which day?"),
        ("this evening at six", "Wed 25 Nov 18:00"),  # it is past: hardly sure
        ("today at six", "Tue 24 Nov 18:00"),
        ("not before nine", "Wed 25 Nov 09:00 - Thu 26 Nov, which day?"),
        ("later today", "Tue 24 Nov 19:00 - Wed 25 Nov, which hour?"),
        ("within the hour", "Tue 24 Nov 19:00 - Tue 24 Nov 20:00"),
    ],
)
def test_in_the_evening_the_next_time_is_meant(words, told):
    assert understood(words, "en", EVENING) == told


def test_what_is_read_against_its_words_is_hardly_sure():
    sure, against = (understand_time("this evening at six", "en", now, RIGA) for now in (NOW, EVENING))
    assert isinstance(sure, Match)
    assert isinstance(against, Match)
    assert sure.confidence > 0.9
    assert against.confidence <= 0.5


@pytest.mark.parametrize(
    ("words", "least", "most"),
    [
        ("tomorrow", 0.9, 1),
        ("tomorrow at eight in the morning", 0.9, 1),
        ("tomorrow at eight", 0.8, 0.9),  # which half of the day?
        ("next Friday", 0.7, 0.85),  # of which week?
        ("ten thirty", 0.6, 0.75),  # no word says that it is a time
        ("Friday the 13th", 0, 0.5),  # months ahead: a slip?
    ],
)
def test_confidence_follows_how_open_the_words_are(words, least, most):
    result = understand_time(words, "en", NOW, RIGA)
    assert isinstance(result, Match)
    assert least <= result.confidence <= most


def test_several_readings_share_their_confidence():
    result = understand_time("Monday or Thursday", "en", NOW, RIGA)
    assert isinstance(result, Ambiguous)
    assert sum(confidence for _, confidence in result.values) <= 1


def test_the_result_carries_its_words_and_rules():
    said = "could you call me tomorrow at half past ten please"
    result = understand_time(said, "en", NOW, RIGA)
    assert isinstance(result, Match)
    assert said[slice(*result.span)] == "tomorrow at half past ten"
    assert result.why == "half past"


def test_what_was_not_understood_is_told():
    result = understand_time("tomorrow after the meeting", "en", NOW, RIGA)
    assert result == NoMatch("what stands at the characters 9 to 14 is not understood")


@pytest.mark.parametrize(
    ("words", "part"),
    [("tomorrow morning", "morning"), ("late this evening", "late evening"), ("at ten", None)],
)
def test_the_part_of_the_day_is_told(words, part):
    assert when(words).part == part


@pytest.mark.parametrize(
    ("words", "asked", "told"),
    [
        ("ten", Missing.HOUR, "Wed 25 Nov 10:00, which day?"),
        ("eleven fifteen", Missing.HOUR, "Tue 24 Nov 11:15, which day?"),
        ("eleven seventeen", Missing.HOUR, "Tue 24 Nov 11:17, which day?"),
        ("maybe eleven please", Missing.HOUR, "Tue 24 Nov 11:00, which day?"),
        ("16", Missing.HOUR, "Tue 24 Nov 16:00, which day?"),
        ("the third", Missing.DAY, "Thu 3 Dec, which hour?"),
        ("third", Missing.DAY, "Thu 3 Dec, which hour?"),
        ("25", Missing.DAY, "Wed 25 Nov, which hour?"),
        ("tomorrow", Missing.HOUR, "Wed 25 Nov, which hour?"),
        ("three cars", Missing.HOUR, NOTHING),
        ("32", Missing.DAY, NOTHING),
        ("25", Missing.HOUR, NOTHING),
        ("29 12 34 56", Missing.HOUR, NOTHING),
    ],
)
def test_a_number_alone_answers_what_was_asked(words, asked, told):
    assert understood(words, "en", asked=asked) == told


@pytest.mark.parametrize(
    ("words", "asked", "told"),
    [
        ("desmit", Missing.HOUR, "Wed 25 Nov 10:00, which day?"),
        ("vienpadsmit trīsdesmit", Missing.HOUR, "Tue 24 Nov 11:30, which day?"),
        ("trešajā", Missing.DAY, "Thu 3 Dec, which hour?"),
        ("trīs eiro", Missing.HOUR, NOTHING),
    ],
)
def test_a_latvian_number_alone_answers_what_was_asked(words, asked, told):
    assert understood(words, "lv", asked=asked) == told


@pytest.mark.parametrize(
    "words",
    [
        "in 9999 years",
        "in 9999 months",
        "the week of 31 June",
        "second weekend of next week",
        "the fifth Monday of February",
        "ten " * 400,
        "tomorrow \x00 at \ud800 ten \u200b",
        "",
        " ",
        "12:",
        "-",
        "1/2",
    ],
)
def test_nonsense_is_no_error(words):
    understand_time(words, "en", NOW, RIGA)
    understand_time(words, "lv", NOW, RIGA)
