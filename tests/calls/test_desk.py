"""The desk: written down before it is performed, resumed as it was, with the file the call began with."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from ivr import wiring
from ivr.calls.ports import CallUnknownError, NewCall, TurnTakenError
from ivr.calls.standards import FileStandards
from ivr.company.loader import parse
from ivr.conversation.actions import Ask, Transfer
from ivr.conversation.events import HungUp, Pressed
from ivr.conversation.state import Step
from ivr.errors import OperatorError
from ivr.phrases.check import load_standard
from tests.conftest import EXAMPLE

NOW = datetime(2026, 11, 25, 8, tzinfo=UTC)
CALL = NewCall("c1", "asterisk", "+37167000100", "+37120000001")


@pytest.fixture
def file():
    return load_standard(EXAMPLE)


@pytest.fixture
def store():
    return wiring.records("sqlite://")


@pytest.fixture
def desk(store, file):
    return wiring.desk(store, file, lambda: NOW)[0]


def test_the_answer_is_on_record_before_it_is_performed(desk, store):
    live = desk.begin(CALL)
    stored = store.load("c1")
    assert (stored.number, stored.turn, stored.call) == (0, live.turn, CALL)
    assert isinstance(live.turn.actions[-1], Ask)


def test_a_call_goes_on_after_it_was_read_back(desk):
    desk.begin(CALL)
    live = desk.advance(desk.resume("c1"), Pressed("1"))
    assert isinstance(live.turn.actions[-1], Transfer)
    assert live.turn.actions[-1].department == "sales"
    assert desk.resume("c1") == live


def test_the_same_turn_is_never_taken_twice(desk, store):
    first = desk.begin(CALL)
    desk.advance(first, Pressed("1"))
    with pytest.raises(TurnTakenError):
        desk.advance(first, Pressed("2"))
    assert store.load("c1").turn.state.department == "sales"


def test_an_ended_call_is_marked_so(desk, store):
    desk.advance(desk.begin(CALL), HungUp())
    stored = store.load("c1")
    assert stored.ended
    assert stored.turn.state.step is Step.ENDED


def test_an_unknown_call_is_said_to_be_unknown(desk):
    with pytest.raises(CallUnknownError, match="c9"):
        desk.resume("c9")


def test_a_call_keeps_the_file_it_began_with(store, file):
    desk, standards = wiring.desk(store, file, lambda: NOW)
    desk.begin(CALL)
    changed = parse(file.path, file.text.replace("en: Ozols}", "en: Oaks}"))
    standards.put_in_force(changed)
    assert desk.begin(replace(CALL, call_id="c2")).company.name.into("en") == "Oaks"
    assert desk.resume("c1").company.name.into("en") == "Ozols"


def test_the_earlier_file_is_read_back_after_a_restart(store, file):
    FileStandards(store, file)
    changed = parse(file.path, file.text.replace("en: Ozols}", "en: Oaks}"))
    restarted = FileStandards(store, changed)
    assert restarted.of(file.fingerprint).name.into("en") == "Ozols"


def test_a_file_that_was_kept_nowhere_is_an_error_that_says_so(store, file):
    with pytest.raises(OperatorError, match="do not hold the company file abc"):
        FileStandards(store, file).of("abc")
