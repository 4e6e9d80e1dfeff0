"""Frustration meets understanding, abuse one calm warning, a threat a person at once (C1, C3)."""

from __future__ import annotations

from dataclasses import replace as changed

import pytest

from ivr.company.disposition import Disposition
from ivr.conversation.actions import (
    Conclude,
    HangUp,
    KeepMessage,
    Note,
    OptOut,
    Raise,
    Remember,
    Say,
    SettlePromise,
    Transfer,
)
from ivr.conversation.engine import advance
from ivr.conversation.events import Heard, HungUp, TransferEnded, TransferOutcome
from ivr.conversation.hearing import hear
from ivr.conversation.hearing.manner import polite
from ivr.conversation.moves import Signal
from ivr.conversation.scene import MAX_TURNS, Scene
from ivr.conversation.state import Step, replace
from ivr.conversation.table import QUESTIONS, RECORDINGS
from ivr.conversation.waits import waiting
from ivr.phrases.sentence import SpeechAct
from tests.conversation import outbound
from tests.conversation.inbound import NIGHT, NOW, deeds, said
from tests.conversation.outbound import BY_PROMISE, errand
from tests.conversation.test_outreach_hearing import at
from tests.conversation.test_reception import with_changes
from tests.conversation.test_reception_spoken import standing, talk

N = Signal
ABUSE, THREAT, SWEARING, SORRY = (
    "you stupid idiot",
    "I will kill you",
    "this is bullshit",
    "sorry, I am sorry",
)
BUSY, TALKED = TransferEnded(TransferOutcome.BUSY), TransferEnded(TransferOutcome.TALKED)
SLOTS = {"slots": ("2026-11-26T10:00:00+02:00",), "chosen": "2026-11-26T10:00:00+02:00", "day": "2611"}
THEIRS = (
    *(Step.HELP, Step.MENU, Step.ANYTHING_ELSE, Step.MEANT, Step.BETWEEN, Step.NEVER_AGAIN, Step.CHOICE),
    *(Step.CONFIRM, Step.EXPECTED, Step.SLOTS, Step.DAY, Step.HOUR, Step.READ_BACK),
)
OURS = {
    Step.SCREENED: {},
    Step.IDENTITY: {},
    Step.THEIR_NUMBER: {},
    Step.CONVENIENT: {},
    Step.QUESTION: {"begun": True},
    Step.QUESTION_HOUR: {"begun": True, "asked_question": 3, "day": "0112"},
    Step.PROPOSAL: {"begun": True},
    Step.INSTEAD: {"begun": True, "department": "sales", "wanted": "sales"},
    Step.NEVER_AGAIN: {"begun": True},
    **{step: {"begun": True, **SLOTS} for step in (Step.SLOTS, Step.DAY, Step.HOUR, Step.READ_BACK)},
}


def scene_at(example, step, ours=False, words="", **given) -> Scene:
    """Somebody says those words at that step, in English."""
    given = {"asked": 1, **given}
    if ours:
        scene = at(step, "en", **{**OURS[step], **given})
    else:
        scene = Scene(standing(step, **{**SLOTS, **given}), example, NOW)
    return changed(scene, event=Heard(words))


def answered(scene: Scene):
    """The turn that answers it."""
    return advance(scene.state, scene.event, scene.company, scene.now, scene.campaign)


def acts(turn) -> list[SpeechAct]:
    return [action.sentence.act for action in turn.actions if isinstance(action, Say)]


def everywhere(test):
    places = [(step, False) for step in THEIRS] + [(step, True) for step in OURS]
    ids = [f"{step.value}-{'ours' if ours else 'theirs'}" for step, ours in places]
    return pytest.mark.parametrize(("step", "ours"), places, ids=ids)(test)


# At every question


def test_every_question_that_words_answer_is_tried():
    assert {*THEIRS, *OURS} == QUESTIONS - RECORDINGS


@everywhere
def test_abuse_is_warned_once_and_the_same_question_asked_again(example, step, ours):
    turn = answered(scene_at(example, step, ours, ABUSE))
    assert turn.state.step is step
    assert acts(turn)[0] is SpeechAct.WARNS
    assert turn.actions[-1] == waiting(Scene(turn.state, example, NOW, campaign=campaign(turn))).wait
    (raised,) = deeds([turn], Raise)
    assert (raised.severity, raised.words, raised.rule) == ("abuse", ABUSE, "insults whom they speak to")
    assert raised.words[slice(*raised.span)] == ABUSE
    assert turn.state.warned


def campaign(turn):
    return outbound.CAMPAIGNS["visit"] if turn.state.errand else None


@everywhere
def test_abuse_after_the_warning_comes_to_a_person_or_to_a_polite_end(example, step, ours):
    turn = answered(scene_at(example, step, ours, ABUSE, warned=True, rude=True))
    unwanted = ours and not turn.state.begun
    assert isinstance(turn.actions[-1], HangUp if unwanted else Transfer)
    assert acts(turn)[-2:] == [SpeechAct.THANKS, SpeechAct.PARTS] if unwanted else acts(turn)[-1:]
    assert SpeechAct.WARNS not in acts(turn)
    assert len(deeds([turn], Raise)) == 1


@everywhere
def test_a_threat_comes_to_a_person_at_once(example, step, ours):
    turn = answered(scene_at(example, step, ours, THREAT))
    (raised,) = deeds([turn], Raise)
    assert (raised.severity, raised.department) == ("threat", "reception")
    assert said(turn)[0] == "conduct.serious"
    transfer = turn.actions[-1]
    assert isinstance(transfer, Transfer)
    assert transfer.department == "reception"
    assert "brief.threat" in [sentence.phrase for sentence in transfer.briefing]


@everywhere
def test_frustration_is_met_with_understanding(example, step, ours):
    turn = answered(scene_at(example, step, ours, SWEARING))
    assert turn.state.step is step
    assert said(turn)[0] == "conduct.understanding"
    assert not deeds([turn], Raise)
    assert turn.state.upset == 1


@everywhere
def test_where_the_talk_stays_with_the_machine_it_shows_understanding_in_other_words(step, ours):
    patient = with_changes(("  person_after: 2 ", "  person_after: 3 "))
    turn = answered(changed(scene_at(patient, step, ours, SWEARING, upset=1), company=patient))
    assert turn.state.step is step
    assert said(turn)[0] == "conduct.patience"


@everywhere
def test_a_second_frustration_comes_to_a_person_or_is_left_in_peace(example, step, ours):
    turn = answered(scene_at(example, step, ours, SWEARING, upset=1))
    assert said(turn)[0] == "conduct.understanding"
    unwanted = ours and not turn.state.begun
    assert isinstance(turn.actions[-1], HangUp if unwanted else Transfer)
    if ours:
        assert SpeechAct.APOLOGISES in acts(turn)


@everywhere
def test_an_apology_is_accepted_once(example, step, ours):
    turn = answered(scene_at(example, step, ours, SORRY, warned=True, rude=True))
    assert said(turn)[0] == "conduct.forgiven"
    assert turn.state.step is step
    assert (turn.state.warned, turn.state.rude) == (True, False)
    again = answered(scene_at(example, step, ours, SORRY, warned=True))
    assert "conduct.forgiven" not in said(again)


@everywhere
def test_what_is_hardly_heard_offends_nobody(example, step, ours):
    scene = changed(scene_at(example, step, ours), event=Heard(ABUSE, 0.5))
    turn = answered(scene)
    assert not turn.state.warned
    assert not deeds([turn], Raise)


# Beside something else

BESIDE = [
    ("help-sales", Step.HELP, "put me through to sales, you idiot", N.CHOSE_DEPARTMENT),
    ("help-hours", Step.HELP, "when the hell are you open", N.CHOSE_ANSWER),
    ("help-invoice", Step.HELP, "the fucking invoice is wrong again", N.CHOSE_DEPARTMENT),
    ("help-person", Step.HELP, "shut up and give me a person", N.PERSON),
    ("help-never", Step.HELP, "never call me again, you bastards", N.NO_MORE_CALLS),
    ("menu-no-comma", Step.MENU, "you are all idiots give me sales", N.CHOSE_DEPARTMENT),
    ("else-no", Step.ANYTHING_ELSE, "no, idiot", N.THAT_IS_ALL),
    ("choice-second", Step.CHOICE, "the second one, you stupid machine", N.CALL_BACK),
    ("choice-time", Step.CHOICE, "tomorrow at ten, you idiot", N.CALL_BACK),
    ("confirm-yes", Step.CONFIRM, "yes you moron", N.SEND),
    ("bye", Step.MENU, "bye, idiots", N.GOODBYE),
    ("insult alone", Step.HELP, "you are a fucking idiot", N.ABUSIVE),
    ("no yes in an insult", Step.CONFIRM, "this is you stupid idiot", N.ABUSIVE),
    ("no wish to wait", Step.EXPECTED, "I've been waiting for an hour, this is ridiculous", N.FRUSTRATED),
    ("distress", Step.HELP, "I want to kill myself", N.FED_UP),
]


@pytest.mark.parametrize(
    ("step", "words", "signal"), [row[1:] for row in BESIDE], ids=[row[0] for row in BESIDE]
)
def test_what_is_wanted_beside_it_is_done(example, step, words, signal):
    assert hear(scene_at(example, step, words=words)).signal is signal


OURS_BESIDE = [
    ("never", Step.CONVENIENT, {}, "never call me again, you bastards", N.OPT_OUT),
    ("never with a threat", Step.CONVENIENT, {}, "never call me again or I will kill you", N.OPT_OUT),
    ("perhaps never", Step.QUESTION, {"warned": True}, "don't bother me anymore, you idiots", N.OPT_OUT),
    ("yes", Step.CONVENIENT, {}, "fucking hell, yes", N.CONVENIENT),
    ("no", Step.PROPOSAL, {}, "no, idiot", N.NO),
    ("abusive again", Step.PROPOSAL, {"warned": True}, "yes you moron", N.ABUSIVE_AGAIN),
    ("left in peace", Step.CONVENIENT, {"upset": 1}, SWEARING, N.UNWELCOME),
    ("fed up", Step.QUESTION, {"upset": 1}, SWEARING, N.FED_UP_WITH_US),
    ("distress", Step.CONVENIENT, {}, "I want to kill myself", N.FED_UP_WITH_US),
]


@pytest.mark.parametrize(
    ("step", "given", "words", "signal"),
    [row[1:] for row in OURS_BESIDE],
    ids=[row[0] for row in OURS_BESIDE],
)
def test_what_is_answered_beside_it_is_taken(example, step, given, words, signal):
    assert hear(scene_at(example, step, True, words, **given)).signal is signal


def test_an_answer_is_kept_as_it_was_said(example):
    turn = answered(scene_at(example, Step.PROPOSAL, True, "no, idiot"))
    assert [kept.said for kept in deeds([turn], Remember)] == ["no, idiot"]


def test_the_warning_comes_before_what_is_wanted(example):
    turn = talk(example, "put me through to sales, you idiot")[-1]
    assert said(turn) == ["conduct.warning", "connect.department.sales", "connect.wait"]
    assert turn.actions[-1].department == "sales"


def test_no_insult_is_told_to_the_department(example):
    turns = talk(example, "put me through to somebody who knows about the stupid invoice, you fucking idiot")
    briefing = turns[-1].actions[-1].briefing
    assert all(polite(sentence.text) == sentence.text for sentence in briefing)
    assert turns[-1].state.said == ("put me through to somebody who knows about invoice",)


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("you stupid idiot", "en"),
        ("this is bullshit", "en"),
        ("fuck", "lv"),
        ("tu esi idiote", "lv"),
        ("иди нахуй, сука", "lv"),
    ],
)
def test_a_rude_sentence_is_answered_in_its_language(example, words, language):
    assert talk(example, words, language="lv")[-1].state.language == language


# A person, or a polite end


def test_abuse_after_the_warning_rings_the_next_one_and_then_ends(example):
    turns = talk(example, "sales", BUSY, ABUSE, ABUSE, BUSY)
    assert [deed.department for deed in deeds(turns, Transfer)] == ["sales", "reception"]
    assert said(turns[-1]) == ["sorry.busy", "conduct.end", "closing.thanks", "closing.goodbye"]


def test_whoever_took_over_is_the_last_to_talk_with(example):
    turns = talk(example, ABUSE, ABUSE, TALKED)
    assert said(turns[-1]) == ["closing.thanks", "closing.goodbye"]


def test_at_night_abuse_ends_politely(example):
    turns = talk(example, ABUSE, ABUSE, now=NIGHT)
    assert said(turns[-1])[-3:] == ["conduct.end", "closing.thanks", "closing.goodbye"]
    assert not deeds(turns, Transfer)


def test_at_night_a_threat_is_promised_to_be_dealt_with(example):
    turns = talk(example, THREAT, now=NIGHT)
    expected = ["conduct.serious", "conduct.follow_up", "closing.thanks", "closing.goodbye"]
    assert said(turns[-1]) == expected
    assert len(deeds(turns, Raise)) == 1


def test_the_one_who_wished_for_a_department_gets_it(example):
    turns = talk(example, ABUSE, "put me through to billing, accounts, you idiot")
    assert turns[-1].actions[-1].department == "billing"


ENDS = ("  after_warning: person ", "  after_warning: end ")
SALES_END = ("  sales:\n", "  sales:\n    conduct: {after_warning: end}\n")
AT_ONCE, LATER = (("  person_after: 2 ", f"  person_after: {times} ") for times in (1, 3))
GUARDED = ("  threat_to: reception ", "  threat_to: support ")
POLICIES = [
    ("the company ends", ENDS, (ABUSE, ABUSE), None),
    ("a department ends", SALES_END, ("sales", BUSY, ABUSE, ABUSE), None),
    ("another department does not", SALES_END, ("support", BUSY, ABUSE, ABUSE), "reception"),
    ("a person at once", AT_ONCE, (SWEARING,), "reception"),
    ("a person the third time", LATER, (SWEARING, "damn", "damn it"), "reception"),
    ("a threat to support", GUARDED, (THREAT,), "support"),
    ("a threat to the next", GUARDED, (THREAT, BUSY), "reception"),
]


@pytest.mark.parametrize(
    ("change", "events", "rung"), [row[1:] for row in POLICIES], ids=[row[0] for row in POLICIES]
)
def test_the_company_decides(change, events, rung):
    last = talk(with_changes(change), *events)[-1].actions[-1]
    assert (last.department if isinstance(last, Transfer) else None) == rung


def test_frustration_below_the_bound_asks_again():
    turns = talk(with_changes(LATER), SWEARING, "damn")
    assert turns[-1].state.step is Step.MENU or turns[-1].state.step is Step.HELP


def test_a_message_of_somebody_abusive_is_kept(example):
    given = {"message": ("messages/x.wav", 5.0), "wanted": "sales", "warned": True}
    for words, kept in ((ABUSE, 1), (THREAT, 1), ("yes you moron", 1)):
        turn = answered(scene_at(example, Step.CONFIRM, words=words, **given))
        assert deeds([turn], KeepMessage) == [KeepMessage("sales", "messages/x.wav", 5.0)] * kept
        assert turn.state.message is None


# Never to be called again, besides


@pytest.mark.parametrize("ours", [False, True], ids=["theirs", "ours"])
def test_a_threat_and_an_opt_out_both_count(example, ours):
    words = "never call me again or I will burn down your office"
    turn = answered(scene_at(example, Step.CONVENIENT if ours else Step.HELP, ours, words))
    assert [deed.severity for deed in deeds([turn], Raise)] == ["threat"]
    assert [deed.words for deed in deeds([turn], OptOut)] == [words]
    assert "never.kept" in said(turn)
    assert isinstance(turn.actions[-1], HangUp if ours else Transfer)
    assert not ours or "conduct.follow_up" in said(turn)


# In calls of ours


def ours(*words, why=None, **given):
    events = [Heard(each) if isinstance(each, str) else each for each in words]
    return outbound.play(why or errand("visit", language="en"), *events, hears=("lv", "en"), **given)


def test_who_did_not_want_our_call_is_left_in_peace():
    turns = ours(SWEARING, SWEARING)
    assert said(turns[-1]) == [
        *("conduct.understanding", "disturbed.sorry", "farewell.thanks", "closing.goodbye")
    ]
    assert deeds(turns, Conclude) == [Conclude(Disposition.REFUSED)]


def test_abuse_of_a_call_that_was_not_wanted_ends_it_politely():
    turns = ours(ABUSE, ABUSE)
    assert said(turns[-1]) == ["conduct.end", "farewell.thanks", "closing.goodbye"]
    assert deeds(turns, Conclude) == [Conclude(Disposition.REFUSED)]


def test_abuse_in_a_promised_call_comes_to_the_department():
    turns = ours("yes", why=changed(BY_PROMISE, language="en"))
    assert isinstance(turns[-1].actions[-1], Transfer)
    turns = ours(ABUSE, ABUSE, TALKED, why=changed(BY_PROMISE, language="en"))
    assert deeds(turns, Transfer)[0].department == "sales"
    assert deeds(turns, SettlePromise)[0].outcome == "kept"
    assert deeds(turns, Conclude) == [Conclude(Disposition.TRANSFERRED)]


def test_a_promised_call_that_ends_in_abuse_is_not_made_again():
    why = changed(BY_PROMISE, language="en")
    turns = ours(ABUSE, ABUSE, BUSY, BUSY, why=why)
    assert deeds(turns, SettlePromise)[0].outcome == "cancelled"
    assert deeds(turns, Conclude) == [Conclude(Disposition.REFUSED)]


def test_who_agreed_before_hears_what_follows():
    scene = scene_at(
        outbound.COMPANY, Step.INSTEAD, True, ABUSE, warned=True, answered="yes", result="accepted"
    )
    state = replace(scene.state, tried=("sales", "support", "reception"))
    turn = answered(changed(scene, state=state))
    assert [note.department for note in deeds([turn], Note)] == ["support"]
    assert said(turn)[:2] == ["conduct.end", "follow.request.support"]
    assert deeds([turn], Conclude) == [Conclude(Disposition.ACCEPTED)]


def test_a_threat_to_our_call_is_dealt_with_by_a_person():
    turns = ours(THREAT, BUSY, BUSY)
    assert [deed.department for deed in deeds(turns, Transfer)] == ["reception", "support"]
    assert said(turns[-1])[-3:] == ["conduct.follow_up", "farewell.thanks", "closing.goodbye"]


def test_who_hangs_up_on_the_way_to_a_person_has_left(example):
    assert isinstance(talk(example, THREAT, HungUp())[-1].actions[-1], HangUp)
    assert isinstance(ours(THREAT, HungUp())[-1].actions[-1], HangUp)


# The table


def test_the_bound_on_turns_keeps_nobody_from_a_person(example):
    turn = answered(scene_at(example, Step.MENU, words=THREAT, turns=MAX_TURNS))
    assert isinstance(turn.actions[-1], Transfer)


def test_the_warning_is_said_also_where_the_question_was_asked_often_enough(example):
    scene = scene_at(example, Step.MENU, words=ABUSE, asked=3, question="menu:main")
    turn = answered(scene)
    assert said(turn)[0] == "conduct.warning"
    assert isinstance(turn.actions[-1], Transfer)


def test_a_person_of_ours_hears_that_somebody_is_upset(example):
    turns = talk(example, SWEARING, SWEARING)
    assert "brief.upset" in [sentence.phrase for sentence in turns[-1].actions[-1].briefing]
    forgiven = talk(example, ABUSE, SORRY, "sales")
    assert "brief.upset" not in [sentence.phrase for sentence in forgiven[-1].actions[-1].briefing]


@pytest.mark.parametrize(("sure", "manner"), [(0.1, None), (0.9, "abusive")], ids=["unsure", "sure"])
def test_that_others_mean_the_same_makes_it_no_surer_how_it_was_said(example, sure, manner):
    scene = scene_at(example, Step.ANYTHING_ELSE)
    meant = hear(changed(scene, event=Heard("no, you moron", sure, (("no", 0.8),))))
    assert (meant.signal, meant.manner and meant.manner.kind) == (N.THAT_IS_ALL, manner)
