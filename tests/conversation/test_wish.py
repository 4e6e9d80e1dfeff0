"""A time that is said, as it is kept: exact or a stretch, in what was talked of before, ahead or not."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from ivr.conversation.appointment.wish import NOTHING, Context, understood, wish
from ivr.conversation.errand import Errand, WishedTime
from ivr.conversation.hearing.appointment import wished
from ivr.conversation.meaning import Spoken
from ivr.conversation.scene import Scene
from ivr.conversation.state import State, Step
from tests.conversation.inbound import CALLER, COMPANY, NOW

DAY = date(2026, 11, 27)  # a Friday


def scene(example, language="en", zone: str | None = None, now=NOW) -> Scene:
    errand = Errand("a1", language, zone) if zone else None
    return Scene(State(Step.SLOTS, language, COMPANY, CALLER, errand=errand), example, now)


def short(found: WishedTime | None) -> str:
    """For a table: "26T10:00" exact, "26T10:00/" a stretch, then what marks it."""
    if found is None:
        return "none"
    start, end = found.start[8:16], (found.end or "")[8:16]
    marks = [name for name in ("hour_missing", "day_missing", "about") if getattr(found, name)]
    other = [f"or {found.other_half[8:16]}"] if found.other_half else []
    without = [f"without {gap[0][8:16]}/{gap[1][8:16]}" for gap in found.excluded[:1]]
    return " ".join([start if found.exact else f"{start}/{end}", *other, *without, *marks])


@pytest.mark.parametrize(
    ("language", "words", "expected"),
    [
        ("en", "half past three tomorrow", "26T15:30 or 26T03:30"),
        ("en", "I'd like to talk to billing tomorrow at ten", "26T10:00 or 26T22:00"),
        ("en", "at eight", "25T20:00 or 26T08:00 day_missing"),
        ("en", "tomorrow", "26T00:00/27T00:00 hour_missing"),
        ("en", "any time on Monday", "30T00:00/01T00:00"),
        ("en", "in the afternoon", "25T12:00/25T19:00 day_missing"),
        ("en", "next Friday after lunch", "04T13:00/04T17:00 hour_missing"),
        ("en", "not before five", "25T17:00/26T00:00 day_missing"),
        ("en", "after Monday", "01T00:00/"),
        ("en", "next week", "30T00:00/07T00:00"),
        ("en", "any time but not on Friday", "25T10:00/ without 27T00:00/28T00:00"),
        ("en", "in an hour or so", "25T11:00 about"),
        ("en", "in half an hour", "25T10:30 about"),
        ("en", "now", "25T10:00 about"),
        ("en", "Thursday or Friday", "26T00:00/28T00:00"),
        ("en", "tomorrow at ten or at four", "26T10:00/26T16:01 without 26T10:01/26T16:00"),
        ("en", "yesterday at ten", "none"),
        ("en", "since yesterday", "none"),
        ("en", "my invoice is wrong", "none"),
        ("lv", "pusdeviņos", "25T20:30 or 26T08:30 day_missing"),
        ("lv", "trijos pēcpusdienā", "25T15:00 day_missing"),
        ("lv", "ceturtdien ap desmitiem", "26T10:00 or 26T22:00 about"),
        ("lv", "parīt no rīta", "27T00:00/27T12:00 hour_missing"),
        ("lv", "pēc pusstundas", "25T10:30 about"),
        ("lv", "pēc jaungada", "02T00:00/"),
        ("lv", "vakar", "none"),
    ],
)
def test_a_time_that_is_said(example, language, words, expected):
    assert short(wished(scene(example, language), Spoken(words, 1.0))) == expected


def test_what_is_kept_are_the_words_and_times_on_the_persons_clocks(example):
    theirs = scene(example, zone="America/New_York")
    found = wished(theirs, Spoken("please call me tomorrow at four p.m.", 0.9))
    assert found == WishedTime(
        "please call me tomorrow at four p.m.", "2026-11-26T16:00:00-05:00", exact=True
    )


@pytest.mark.parametrize(
    ("words", "context", "expected"),
    [
        ("at eleven", Context(DAY, time(10)), "27T11:00 or 27T23:00"),
        ("at eight", Context(DAY, time(10)), "27T20:00 or 27T08:00"),
        ("in the afternoon", Context(DAY, time(10)), "27T12:00/27T19:00"),
        ("Tuesday instead", Context(DAY, time(10)), "01T10:00"),
        ("Tuesday in the afternoon", Context(DAY, time(10)), "01T12:00/01T19:00 hour_missing"),
        ("at ten or at eleven", Context(DAY, time(9)), "27T10:00/27T11:01 without 27T10:01/27T11:00"),
        ("Tuesday at four p.m.", Context(DAY, time(10)), "01T16:00"),
        ("any time on Tuesday", Context(DAY, time(10)), "01T00:00/02T00:00"),
        ("next week", Context(DAY, time(10)), "30T00:00/07T00:00"),
        ("after Monday", Context(DAY, time(10)), "01T00:00/"),
        ("not at ten", Context(DAY, time(10)), "27T00:00/28T00:00 without 25T22:00/25T23:00"),
        ("not on Friday", Context(DAY, time(10)), "25T10:00/ without 27T00:00/28T00:00"),
        ("the same time on Tuesday", Context(DAY, time(11), time(10)), "01T11:00"),
        ("in two hours", Context(DAY, time(11), time(10)), "25T12:00 about"),
        ("Tuesday", Context(DAY), "01T00:00/02T00:00 hour_missing"),
        ("at eleven", NOTHING, "25T11:00 or 25T23:00 day_missing"),
    ],
)
def test_a_day_alone_keeps_the_hour_and_an_hour_alone_the_day(example, words, context, expected):
    assert short(wish(words, understood(words, "en", NOW, example.zone), context)) == expected


def test_a_time_that_the_clocks_skip_is_kept_as_it_was_said(example):
    before = datetime(2026, 3, 28, 12, tzinfo=example.zone)
    found = wished(scene(example, now=before), Spoken("tomorrow at half past three in the morning", 1.0))
    assert found.start == "2026-03-29T03:30:00+02:00"
    assert found.exact
