"""What words were taken to mean, as an operator reads it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from ivr.conversation.engine import advance, begin
from ivr.conversation.errand import WishedTime
from ivr.conversation.events import Heard, Silence
from ivr.conversation.hearing.told import told
from ivr.conversation.meaning import Meaning
from ivr.conversation.moves import Signal

TEN, NOON = "2026-11-26T10:00:00+02:00", "2026-11-26T12:00:00+02:00"
MEANINGS = {
    "nothing": (Meaning(Signal.NO_MEANING, "hm"), "said something that was not understood"),
    "a department, and why": (
        Meaning(Signal.CHOSE_DEPARTMENT, "sales", target="department sales", why="its name"),
        "chose a department: department sales (its name)",
    ),
    "one of two": (
        Meaning(Signal.EITHER, "x", between=("department sales", "department billing")),
        "wants one of two: department sales or department billing",
    ),
    "a key": (Meaning(Signal.MORE, "jā", "1"), "wants more: as keyed 1"),
    "a language": (Meaning(Signal.LANGUAGE, "english", language="en"), "wants the other language: in en"),
    "a time": (
        Meaning(
            Signal.CALL_BACK, "ten", target="call sales", wished=WishedTime("at ten", TEN, TEN, exact=True)
        ),
        f"wants to be called back: call sales, {TEN}",
    ),
    "a stretch": (
        Meaning(Signal.CALL_BACK, "ten", wished=WishedTime("by noon", TEN, NOON)),
        f"wants to be called back: {TEN} to {NOON}",
    ),
    "an open stretch": (
        Meaning(Signal.CALL_BACK, "ten", wished=WishedTime("after ten", TEN)),
        f"wants to be called back: from {TEN}",
    ),
}


@pytest.mark.parametrize(("meaning", "says"), MEANINGS.values(), ids=MEANINGS)
def test_a_meaning_is_told(meaning, says):
    assert told(meaning) == says


def test_the_turn_of_the_words_tells_it_and_no_later_one(example):
    now = datetime(2026, 11, 25, 8, tzinfo=UTC)
    greeting = begin("+37167000100", None, example, now, hears=("lv", "en"))
    heard = advance(greeting.state, Heard("pārdošanas nodaļa"), example, now)
    assert greeting.state.meant == ""
    assert heard.state.meant.startswith("chose a department: department sales")
    assert advance(heard.state, Silence(), example, now).state.meant == ""
