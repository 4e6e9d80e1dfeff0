"""Departments that nobody reaches, and hours at which somebody is left alone, are named."""

from __future__ import annotations

import pytest

from ivr.company.loader import parse
from ivr.conversation.ways import ways
from ivr.etiquette.proof import reach
from ivr.etiquette.proof.graph import Graph
from ivr.understanding.intent import digest
from tests.conftest import EXAMPLE
from tests.etiquette.proof.broken import DAY, NIGHT
from tests.etiquette.proof.test_calendar import company


def test_at_night_a_message_is_taken():
    assert list(reach.alone(Graph(company('{mon-fri: "09:00-18:00"}'), None, (DAY, NIGHT)))) == []


def test_where_nobody_is_there_and_nothing_is_offered_the_hour_is_told(monkeypatch):
    monkeypatch.setattr(reach, "ways", lambda *given: tuple(way for way in ways(*given) if way == "person"))
    found = list(reach.alone(Graph(company('{mon-fri: "09:00-18:00"}'), None, (DAY, NIGHT))))
    said = "at 2026-11-25 22:30 nobody is there, and reception takes no message and promises no call"
    assert found == [("alone", said)]


def test_where_somebody_is_there_nothing_need_be_offered(monkeypatch):
    monkeypatch.setattr(reach, "ways", lambda *_: ())
    assert list(reach.alone(Graph(company("always"), None, (DAY, NIGHT)))) == []


def test_a_department_that_is_closed_at_every_moment_is_told():
    weekdays = company('{mon-fri: "09:00-18:00"}')
    assert list(reach.opens(Graph(weekdays, None, (DAY, NIGHT)))) == []
    said = "reception is closed for thirteen months: mend its hours, or the closed days"
    assert list(reach.opens(Graph(weekdays, None, (NIGHT,)))) == [("opens", said)]


def test_which_departments_words_lead_to_is_found_out_once_for_the_same_examples(example):
    kept = {}

    def recall(of, learn):
        return kept[of] if of in kept else kept.setdefault(of, learn())

    assert [*reach.by_voice(example, recall)] == []
    nobody = {of: {"led": ~arrays["led"]} for of, arrays in kept.items()}
    assert {id_ for id_, _ in reach.by_voice(example, lambda of, _: nobody[of])} == {"voice"}


CHANGED = {
    "an example": ("is it in stock", "is it there", False),
    "a name": ("en: Opening hours", "en: When we are open", False),
    "what is offered instead": ("busy: [message, person]", "busy: [person]", True),
}


@pytest.mark.parametrize(("words", "others", "same"), CHANGED.values(), ids=CHANGED)
def test_what_is_kept_is_of_the_same_examples_and_names(words, others, same):
    text = EXAMPLE.read_text(encoding="utf-8")
    assert words in text
    before, after = (parse(EXAMPLE, some).company for some in (text, text.replace(words, others)))
    assert (digest(before, "en") == digest(after, "en")) is same
    assert digest(before, "en") != digest(before, "lv")
