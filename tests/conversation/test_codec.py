"""Whatever a conversation holds comes back from JSON as it was."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from pydantic_core import PydanticSerializationError

from ivr.conversation import codec
from ivr.conversation.actions import (
    Action,
    Ask,
    DropMessage,
    HangUp,
    KeepMessage,
    MonitorCall,
    Record,
    Say,
    Transfer,
)
from ivr.conversation.events import Event, HungUp, Pressed, Recorded, Silence, TransferEnded, TransferOutcome
from ivr.conversation.state import State, Step, Turn
from ivr.phrases.sentence import Sentence, SpeechAct

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
SECONDS = st.floats(allow_nan=False, allow_infinity=False)
SENTENCES = st.builds(Sentence, TEXT, st.sampled_from(SpeechAct), TEXT, TEXT, TEXT, st.booleans())
EVENTS = st.one_of(
    st.builds(Pressed, TEXT),
    st.builds(Silence),
    st.builds(TransferEnded, st.sampled_from(TransferOutcome)),
    st.builds(Recorded, TEXT, SECONDS, st.booleans()),
    st.builds(HungUp, st.booleans()),
)
ACTIONS = st.one_of(
    st.builds(Say, SENTENCES),
    st.builds(MonitorCall),
    st.builds(Ask, TEXT, TEXT, SECONDS),
    st.builds(Transfer, TEXT, st.lists(SENTENCES, max_size=3).map(tuple), st.booleans()),
    st.builds(Record, TEXT, st.integers(0, 600), st.integers(0, 15)),
    st.builds(KeepMessage, TEXT, TEXT, SECONDS),
    st.builds(DropMessage, TEXT),
    st.builds(HangUp, TEXT),
)
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
    turns=st.integers(0, 2**40),
)
TURNS = st.builds(Turn, STATES, st.lists(ACTIONS, max_size=5).map(tuple))


def test_every_kind_of_event_and_action_is_tried() -> None:
    assert {kind.__name__ for kind in Event.__args__} == {
        "Pressed",
        "Silence",
        "TransferEnded",
        "Recorded",
        "HungUp",
    }
    assert len(Action.__args__) == 8


@given(TURNS)
def test_a_turn_comes_back_as_it_was(turn: Turn) -> None:
    back = codec.turn_from_json(codec.turn_to_json(turn))
    assert back == turn
    assert repr(back) == repr(turn)  # the very types: no list for a tuple, no text for a Step, no 1 for 1.0


@given(STATES)
def test_a_state_comes_back_as_it_was(state: State) -> None:
    back = codec.state_from_json(codec.state_to_json(state))
    assert repr(back) == repr(state)


@given(EVENTS)
def test_an_event_comes_back_as_it_was(event: Event) -> None:
    back = codec.event_from_json(codec.event_to_json(event))
    assert repr(back) == repr(event)


@given(st.lists(ACTIONS, max_size=5).map(tuple))
def test_actions_come_back_as_they_were(actions: tuple[Action, ...]) -> None:
    assert repr(codec.actions_from_json(codec.actions_to_json(actions))) == repr(actions)


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
