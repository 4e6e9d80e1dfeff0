"""Departments that nobody reaches, and hours at which somebody is left alone, are named."""

from __future__ import annotations

from ivr.conversation.ways import ways
from ivr.etiquette.proof import reach
from ivr.etiquette.proof.graph import Graph
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
