"""Whatever a conversation holds comes back from JSON as it was."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from pydantic_core import PydanticSerializationError

from ivr.company.disposition import Disposition
from ivr.conversation import codec
from ivr.conversation.actions import (
    Action,
    Ask,
    AwaitSilence,
    Conclude,
    DropMessage,
    HangUp,
    KeepMessage,
    LookUp,
    MakePromise,
    MonitorCall,
    MovePromise,
    Note,
    OptOut,
    PauseRecording,
    Raise,
    Record,
    Remember,
    ResumeRecording,
    Say,
    SettlePromise,
    Transfer,
)
from ivr.conversation.errand import Appointment, Errand, Known, Origin, Promised
from ivr.conversation.events import (
    Answered,
    AnsweredBy,
    Event,
    Found,
    Heard,
    HearingLost,
    HungUp,
    NotUnderstood,
    Pressed,
    Recorded,
    Silence,
    TransferEnded,
    TransferOutcome,
)
from ivr.conversation.state import State, Step, Turn
from ivr.phrases.sentence import Sentence, SpeechAct

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
SECONDS = st.floats(allow_nan=False, allow_infinity=False)
SENTENCES = st.builds(Sentence, TEXT, st.sampled_from(SpeechAct), TEXT, TEXT, TEXT, st.booleans())
INSTANTS = st.datetimes(datetime(1970, 1, 1), datetime(9000, 1, 1), timezones=st.just(UTC)).map(  # noqa: DTZ001
    lambda at: at.replace(fold=0)  # UTC repeats no hour
)
ORIGINS = st.sampled_from(Origin)
EVERY_EVENT = {
    Pressed: st.builds(Pressed, TEXT),
    Heard: st.builds(
        Heard, TEXT, st.none() | SECONDS, st.lists(st.tuples(TEXT, SECONDS), max_size=2).map(tuple)
    ),
    NotUnderstood: st.just(NotUnderstood()),
    HearingLost: st.just(HearingLost()),
    Silence: st.builds(Silence),
    TransferEnded: st.builds(TransferEnded, st.sampled_from(TransferOutcome)),
    Recorded: st.builds(Recorded, TEXT, SECONDS, st.booleans(), TEXT, TEXT),
    Answered: st.builds(Answered, st.sampled_from(AnsweredBy)),
    Found: st.builds(Found, st.lists(st.tuples(INSTANTS, st.integers(0, 500)), max_size=3).map(tuple)),
    HungUp: st.builds(HungUp, st.booleans()),
}
EVENTS = st.one_of(*EVERY_EVENT.values())
EVERY_ACTION = {
    Say: st.builds(Say, SENTENCES),
    MonitorCall: st.builds(MonitorCall),
    PauseRecording: st.builds(PauseRecording),
    ResumeRecording: st.builds(ResumeRecording),
    Ask: st.builds(Ask, TEXT, TEXT, SECONDS, st.integers(1, 8)),
    Transfer: st.builds(Transfer, TEXT, st.lists(SENTENCES, max_size=3).map(tuple), st.booleans()),
    Record: st.builds(Record, TEXT, st.integers(0, 600), st.integers(0, 15)),
    KeepMessage: st.builds(KeepMessage, TEXT, TEXT, SECONDS),
    DropMessage: st.builds(DropMessage, TEXT),
    LookUp: st.builds(LookUp, TEXT, INSTANTS, INSTANTS),
    AwaitSilence: st.builds(AwaitSilence, SECONDS),
    MakePromise: st.builds(
        MakePromise, INSTANTS, TEXT, TEXT, ORIGINS, TEXT, st.none() | TEXT, TEXT, st.integers(0, 500)
    ),
    MovePromise: st.builds(MovePromise, TEXT, INSTANTS, TEXT, TEXT, TEXT, TEXT, st.integers(0, 500)),
    SettlePromise: st.builds(SettlePromise, TEXT, st.sampled_from(["kept", "cancelled"])),
    OptOut: st.builds(OptOut, TEXT),
    Remember: st.builds(Remember, TEXT, TEXT, st.none() | TEXT),
    Note: st.builds(Note, TEXT, TEXT),
    Raise: st.builds(
        Raise,
        st.sampled_from(["abuse", "threat"]),
        TEXT,
        st.tuples(st.integers(0, 600), st.integers(0, 600)),
        TEXT,
        TEXT,
    ),
    Conclude: st.builds(Conclude, st.sampled_from(Disposition)),
    HangUp: st.builds(HangUp, TEXT),
}
ACTIONS = st.one_of(*EVERY_ACTION.values())
PROMISES = st.builds(Promised, TEXT, INSTANTS, TEXT, ORIGINS, TEXT, INSTANTS, st.none() | TEXT)
ERRANDS = st.builds(Errand, TEXT, TEXT, TEXT, st.none() | TEXT, st.none() | TEXT, st.none() | PROMISES, TEXT)
TEXTS = st.lists(TEXT, max_size=3).map(tuple)
STATES = st.builds(
    State,
    step=st.sampled_from(Step),
    language=TEXT,
    called=TEXT,
    caller=st.none() | TEXT,
    menu=TEXT,
    department=st.none() | TEXT,
    reason=st.none() | TEXT,
    asked=st.integers(0, 2**40),
    ways=TEXTS,
    tried=TEXTS,
    wishes=TEXTS,
    message=st.none() | st.tuples(TEXT, SECONDS),
    warned=st.booleans(),
    rude=st.booleans(),
    upset=st.integers(0, 9),
    handed=st.none() | st.sampled_from(["abuse", "threat"]),
    turns=st.integers(0, 2**40),
    known=st.builds(Known, st.none() | PROMISES, st.booleans()),
    errand=st.none() | ERRANDS,
    appointment=st.none() | st.builds(Appointment, TEXT, ORIGINS, st.none() | TEXT, TEXT, st.none() | TEXT),
    slots=TEXTS,
    chosen=st.none() | TEXT,
    day=st.none() | TEXT,
    refused=st.integers(0, 9),
    sought=TEXTS,
    about_promise=st.booleans(),
    result=st.none() | TEXT,
)
TURNS = st.builds(Turn, STATES, st.lists(ACTIONS, max_size=5).map(tuple))


def test_every_kind_of_event_and_action_is_tried() -> None:
    assert set(EVERY_EVENT) == set(get_args(Event))
    assert set(EVERY_ACTION) == set(get_args(Action))


def exact(value: object) -> str:
    """Its very types: no list for a tuple, no text for a Step, no 1 for 1.0. UTC is written in two ways."""
    return re.sub(r"tzinfo=TzInfo\((?:UTC|0)\)", "tzinfo=datetime.timezone.utc", repr(value))


@given(TURNS)
def test_a_turn_comes_back_as_it_was(turn: Turn) -> None:
    back = codec.turn_from_json(codec.turn_to_json(turn))
    assert back == turn
    assert exact(back) == exact(turn)


@given(STATES)
def test_a_state_comes_back_as_it_was(state: State) -> None:
    back = codec.state_from_json(codec.state_to_json(state))
    assert back == state
    assert exact(back) == exact(state)


@given(EVENTS)
def test_an_event_comes_back_as_it_was(event: Event) -> None:
    back = codec.event_from_json(codec.event_to_json(event))
    assert back == event
    assert exact(back) == exact(event)


@given(st.lists(ACTIONS, max_size=5).map(tuple))
def test_actions_come_back_as_they_were(actions: tuple[Action, ...]) -> None:
    assert exact(codec.actions_from_json(codec.actions_to_json(actions))) == exact(actions)


@given(TURNS)
def test_a_turn_is_its_state_and_its_actions(turn: Turn) -> None:
    whole = json.loads(codec.turn_to_json(turn))
    assert whole["state"] == json.loads(codec.state_to_json(turn.state))
    assert whole["actions"] == json.loads(codec.actions_to_json(turn.actions))


def test_json_names_the_kind() -> None:
    assert json.loads(codec.event_to_json(Pressed("1"))) == {"kind": "pressed", "keys": "1"}
    assert json.loads(codec.actions_to_json((HangUp("done"),))) == [{"kind": "hang_up", "reason": "done"}]


def test_a_state_of_an_older_version_takes_defaults() -> None:
    old = '{"step": "menu", "language": "lv", "called": "+37167000000", "caller": null}'
    assert codec.state_from_json(old) == State(Step.MENU, "lv", "+37167000000", None)


def test_a_promise_of_an_older_version_counts_no_places() -> None:
    moved = (
        '[{"kind": "move_promise", "promise": "p1", "at": "2026-11-25T11:30Z", "zone": "UTC", "words": ""}]'
    )
    assert codec.actions_from_json(moved) == (
        MovePromise("p1", datetime(2026, 11, 25, 11, 30, tzinfo=UTC), "UTC", ""),
    )


@pytest.mark.parametrize(
    ("read", "text"),
    [
        (codec.event_from_json, '{"keys": "1"}'),
        (codec.event_from_json, '{"kind": "sneezed"}'),
        (codec.event_from_json, '{"kind": "recorded", "keys": "1"}'),
        (codec.actions_from_json, '{"kind": "hang_up", "reason": "done"}'),
        (codec.state_from_json, '{"step": "dancing"}'),
        (codec.turn_from_json, '{"actions": []}'),
        (codec.turn_from_json, "{"),
    ],
)
def test_json_of_another_shape_is_refused(read, text) -> None:
    with pytest.raises(ValidationError):
        read(text)


def test_half_a_character_is_refused() -> None:
    with pytest.raises(PydanticSerializationError):
        codec.event_to_json(Pressed("\ud800"))
