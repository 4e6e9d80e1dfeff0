"""Departments that nobody reaches, and hours at which somebody is left alone, are named."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from ivr.conversation.errand import NOBODY
from ivr.conversation.hearing.wanting import wanted
from ivr.conversation.meaning import Spoken
from ivr.conversation.scene import Scene
from ivr.conversation.spoken import known
from ivr.conversation.state import State, Step
from ivr.conversation.ways import ways
from ivr.etiquette.proof import reach
from ivr.etiquette.proof.graph import Graph
from ivr.understanding.intent import Target
from ivr.understanding.result import Match
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


def test_whoever_says_what_the_file_has_is_led_there_without_a_router(example, monkeypatch):
    monkeypatch.setattr(reach, "intents", None)
    assert [*reach.by_voice(example)] == []


@pytest.mark.parametrize("language", ["lv", "en"])
def test_words_that_stand_in_the_file_for_a_department_alone_lead_to_it_in_a_call(language, example):
    number = next(iter(example.numbers))
    scene = Scene(State(Step.HELP, language, number, None, known=NOBODY), example, DAY)
    said = {words: target for words, target in known(example, language).items() if "department" in target}
    meant = {words: wanted(scene, Spoken(words, 1.0)) for words in said}
    assert {words: meaning.target for words, meaning in meant.items() if meaning} == said


LED_TO = {"the department": ("sales", []), "another one": ("support", ["sales"])}


@pytest.mark.parametrize(("where", "not_led_to"), LED_TO.values(), ids=LED_TO)
def test_where_a_department_has_no_words_of_its_own_the_router_decides(
    where, not_led_to, example, monkeypatch
):
    others = {f"words of {id_}": f"department {id_}" for id_ in example.departments if id_ != "sales"}
    found = Match(Target("department", where), 0.9, "it sounds so")
    monkeypatch.setattr(reach, "known", lambda *_: others)
    monkeypatch.setattr(reach, "intents", lambda *_: SimpleNamespace(route=lambda _: found))
    named = {what.rpartition(" ")[2] for _, what in reach.by_voice(example)}
    assert named == set(not_led_to)
