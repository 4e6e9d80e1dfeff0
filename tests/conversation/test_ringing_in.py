"""Somebody rings in before the call that the company promised: it is kept now, at its time, or cancelled."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ivr.conversation.actions import SettlePromise, Transfer
from ivr.conversation.errand import Known
from ivr.conversation.events import HungUp, Pressed, Silence, TransferEnded, TransferOutcome
from ivr.conversation.ringing_in import promise
from ivr.conversation.scene import Scene
from ivr.conversation.state import State, Step
from ivr.phrases.sentence import SpeechAct
from tests.conversation.inbound import (
    CALLER,
    COMPANY,
    EXPECTED,
    NIGHT,
    NOW,
    PROMISED,
    SALES,
    deeds,
    play,
    said,
)

TALKED, NO_ANSWER = TransferEnded(TransferOutcome.TALKED), TransferEnded(TransferOutcome.NO_ANSWER)
KEPT, CANCELLED = SettlePromise("p1", "kept"), SettlePromise("p1", "cancelled")


def test_after_the_greeting_the_promise_is_named_with_its_time(example):
    (turn,) = play(example, known=EXPECTED)
    assert said(turn)[:3] == ["greeting.company.day", "menu.language", "expected.promise"]
    assert turn.actions[2].sentence.text == "Mēs solījām Jums piezvanīt rīt, plkst. 10.00."
    assert turn.actions[2].sentence.act is SpeechAct.REFERS
    assert turn.actions[-1].keys == "#*0123"


def test_without_a_promise_nothing_is_said_of_one(example):
    (turn,) = play(example)
    assert turn.state.step is Step.MENU


@pytest.mark.parametrize("ending", [TALKED, HungUp(talked=True)])
def test_a_talk_with_the_department_keeps_the_promise(example, ending):
    turns = play(example, Pressed("1"), ending, known=EXPECTED)
    assert turns[1].actions[-1].department == "sales"
    assert deeds(turns, SettlePromise) == [KEPT]
    assert turns[-1].state.known.promise is None


@pytest.mark.parametrize("ending", [HungUp(), *(TransferEnded(o) for o in TransferOutcome if o != "talked")])
def test_without_a_talk_the_promise_stands(example, ending):
    turns = play(example, Pressed("1"), ending, known=EXPECTED)
    assert deeds(turns, SettlePromise) == []
    assert turns[-1].state.known == EXPECTED


def test_it_is_said_that_the_promise_stands_when_nobody_could_be_reached(example):
    assert said(play(example, Pressed("1"), NO_ANSWER, known=EXPECTED)[-1])[:2] == [
        "sorry.no_answer",
        "expected.stands",
    ]
    assert said(play(example, Pressed("1"), known=EXPECTED, now=NIGHT)[-1])[:3] == [
        "sorry.closed.sales",
        "closed.until",
        "expected.stands",
    ]


def test_a_talk_with_another_department_keeps_nothing(example):
    turns = play(example, Pressed("1"), NO_ANSWER, Pressed("0"), TALKED, known=EXPECTED)
    assert isinstance(turns[-2].actions[-1], Transfer)
    assert deeds(turns, SettlePromise) == []


def test_a_talk_about_something_else_keeps_nothing(example):
    turns = play(example, Pressed("2"), Pressed("1"), TALKED, known=EXPECTED)
    assert turns[2].actions[-1].department == "sales"
    assert deeds(turns, SettlePromise) == []


@pytest.mark.parametrize("event", [Pressed("2"), Silence()])
def test_the_promised_time_is_kept_and_the_menu_follows(example, event):
    turns = play(example, event, known=EXPECTED)
    assert said(turns[-1])[:2] == ["expected.stands", "help.offer"]
    assert (turns[-1].state.step, deeds(turns, SettlePromise)) == (Step.MENU, [])


def test_what_is_not_needed_any_more_is_cancelled_and_confirmed(example):
    turns = play(example, Pressed("3"), known=EXPECTED)
    assert deeds(turns, SettlePromise) == [CANCELLED]
    assert said(turns[-1])[0] == "expected.cancelled"
    assert turns[-1].state.known.promise is None


def test_a_person_may_be_asked_for_instead(example):
    turns = play(example, Pressed("0"), TALKED, known=EXPECTED)
    assert turns[1].actions[-1].department == "reception"
    assert deeds(turns, SettlePromise) == []


def test_wrong_keys_end_in_the_menu_and_the_promise_stands(example):
    turns = play(example, *[Pressed("7")] * 3, known=EXPECTED)
    assert [said(turn)[0] for turn in turns[1:]] == ["again.wrong.1", "again.wrong.2", "expected.stands"]
    assert turns[-1].state.step is Step.MENU


def test_on_a_number_that_only_connects_it_goes_on_to_ring(example):
    sales = example.departments["sales"].model_copy(update={"offers_help": False})
    company = example.model_copy(update={"departments": {**example.departments, "sales": sales}})
    turns = play(company, Pressed("2"), called=SALES, known=EXPECTED)
    assert said(turns[0])[0] == "greeting.department.sales.day"
    assert "help.offer" not in said(turns[0])
    assert turns[-1].actions[-1].department == "sales"


def test_the_promise_of_a_department_that_is_gone_is_the_operators(example):
    gone = Known(replace(PROMISED, department="exports"))
    turns = play(example, Pressed("1"), TALKED, known=gone)
    assert turns[1].actions[-1].department == "reception"
    assert deeds(turns, SettlePromise) == [KEPT]


def test_where_nothing_is_promised_there_is_no_promise_to_speak_of(example):
    with pytest.raises(ValueError, match="No call is promised"):
        promise(Scene(State(Step.MENU, "lv", COMPANY, CALLER), example, NOW))
