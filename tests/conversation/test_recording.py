"""A call is recorded only after the notice, and never while a private answer is given; whatever happens."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ivr.conversation.actions import MonitorCall, PauseRecording, ResumeRecording, Say
from ivr.conversation.engine import advance, begin
from ivr.conversation.events import AnsweredBy, HungUp, Pressed, Silence
from ivr.conversation.state import Step
from ivr.phrases.sentence import SpeechAct
from tests.conversation.outbound import CAMPAIGNS, COMPANY, NOW, PERSON, errand, play
from tests.conversation.test_outreach_properties import ANSWERING, ERRANDS, EVENTS, HEARS, MOMENTS

RECORDING = COMPANY.model_copy(update={"records_calls": True})
YES, NINE = Pressed("1"), Pressed("9")


def private(campaign: str, *places: int):
    """That campaign, with those of its questions private."""
    given_ = CAMPAIGNS[campaign]
    questions = tuple(
        each.model_copy(update={"private": place in places}) for place, each in enumerate(given_.questions)
    )
    return given_.model_copy(update={"questions": questions})


def deeds(turn) -> list[object]:
    """Sentences by their acts, the rest by their types."""
    return [each.sentence.act if isinstance(each, Say) else type(each) for each in turn.actions]


def told(turns) -> bool:
    """Whether the notice goes before every recording."""
    noticed = False
    for deed in (deed for turn in turns for deed in deeds(turn)):
        noticed |= deed is SpeechAct.NOTIFIES
        if deed is MonitorCall and not noticed:
            return False
    return True


@settings(max_examples=60)
@given(why=ERRANDS, by=ANSWERING, now=MOMENTS, hears=HEARS, events=st.lists(EVENTS, max_size=20))
def test_our_calls_are_recorded_only_after_the_notice(why, by, now, hears, events):
    assert told(play(why, *events, by=by, now=now, hears=hears, company=RECORDING))


@settings(max_examples=60)
@given(now=MOMENTS, hears=HEARS, events=st.lists(EVENTS, max_size=20))
def test_callers_are_recorded_only_after_the_notice(now, hears, events):
    turns = [begin("+37167000100", PERSON, RECORDING, now, hears=hears)]
    for event in events:
        turns.append(advance(turns[-1].state, event, RECORDING, now))
    assert told(turns)
    assert any(MonitorCall in deeds(turn) for turn in turns)


@settings(max_examples=80)
@given(by=st.just(AnsweredBy.PERSON), now=st.just(NOW), hears=HEARS, events=st.lists(EVENTS, max_size=25))
def test_what_is_private_is_in_no_recording_and_all_else_is(by, now, hears, events):
    campaign = private("satisfaction", 0)
    turns = play(
        errand("satisfaction"), *events, by=by, now=now, hears=hears, company=RECORDING, campaign=campaign
    )
    paused = False
    for turn in turns:
        for action in turn.actions:
            assert not (isinstance(action, PauseRecording) and paused)
            assert not (isinstance(action, ResumeRecording) and not paused)
            paused = (paused or isinstance(action, PauseRecording)) and not isinstance(
                action, ResumeRecording
            )
        at_it = turn.state.step is Step.QUESTION and turn.state.asked_question == 0
        gone = turn.state.step is Step.ENDED and not any(isinstance(each, Say) for each in turn.actions)
        assert paused is at_it or (paused and gone)


def asked(*events, company=RECORDING, places=(0,)):
    turns = play(
        errand("satisfaction"), YES, *events, company=company, campaign=private("satisfaction", *places)
    )
    return [[deed for deed in deeds(turn) if deed in {PauseRecording, ResumeRecording}] for turn in turns]


def test_the_recording_pauses_before_the_wait_and_goes_on_first_of_all():
    turns = play(errand("satisfaction"), YES, YES, company=RECORDING, campaign=private("satisfaction", 0))
    assert deeds(turns[1])[-2] is PauseRecording
    assert deeds(turns[2])[0] is ResumeRecording


@pytest.mark.parametrize(
    ("events", "places", "expected"),
    [
        pytest.param((YES,), (0,), [[], [PauseRecording], [ResumeRecording]], id="one of several"),
        pytest.param((YES,), (), [[], [], []], id="none"),
        pytest.param((Silence(), YES), (0,), [[], [PauseRecording], [], [ResumeRecording]], id="asked again"),
        pytest.param((HungUp(),), (0,), [[], [PauseRecording], []], id="who left is not recorded again"),
        pytest.param((NINE,), (0,), [[], [PauseRecording], [ResumeRecording]], id="never again"),
    ],
)
def test_the_recording_pauses_for_private_questions(events, places, expected):
    assert asked(*events, places=places)[:3] == expected[:3]


def test_two_private_questions_running_are_one_pause():
    assert asked(YES, places=(0, 1))[1:] == [[PauseRecording], []]


def test_where_nothing_is_recorded_nothing_pauses():
    assert not any(asked(YES, company=COMPANY))
