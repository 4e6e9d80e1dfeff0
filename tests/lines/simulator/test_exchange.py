"""The seam by which a script is played on another line: what such a line reads on record, and tells."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from ivr import wiring
from ivr.calls.desk import Desk
from ivr.calls.ports import CallUnknownError, NewCall
from ivr.cli.talk import play
from ivr.company.disposition import Disposition
from ivr.conversation.events import HungUp, Pressed
from ivr.lines.simulator.call import said, told
from ivr.lines.simulator.exchange import SimulatedExchange
from ivr.lines.simulator.on_record import TurnsOnRecord
from ivr.lines.simulator.script import Script
from ivr.phrases.check import load_standard
from ivr.records.history import History
from tests.conftest import EXAMPLE

pytestmark = pytest.mark.usefixtures("migrated_once")

NIGHT = datetime(2026, 11, 25, 19, 0, tzinfo=UTC)
CALL = NewCall("1.0", "asterisk", "+37167000100", "+37120000001")
FILE = load_standard(EXAMPLE)


@pytest.fixture
def desk() -> Desk:
    return wiring.desk(wiring.records("sqlite://"), FILE, lambda: NIGHT)[0]


def test_what_was_heard_is_told_not_what_was_to_be_said(desk):
    live = desk.begin(CALL)
    sentences = list(said(live))
    whole = list(told(live, sentences))
    assert whole[:-1] == [f"bot: {sentence}" for sentence in sentences]
    assert "waits for a key" in whole[-1]
    assert list(told(live, ["Hello."])) == ["bot: Hello.", whole[-1]]
    assert list(told(live, [*sentences, "And more."])) == [*whole, "bot: And more."]


def test_turns_are_read_as_they_are_written(desk):
    turns = TurnsOnRecord(desk, CALL.call_id)
    live = desk.begin(CALL)
    assert list(turns.fresh()) == [live]
    assert list(turns.fresh()) == []
    second = desk.advance(live, Pressed("1"))
    third = desk.advance(second, Pressed("4"))
    assert third.number - second.number > 1  # times that are taken were looked up in between
    assert list(turns.fresh()) == [second, third]
    assert not turns.over
    desk.advance(third, HungUp())
    (last,) = turns.fresh()
    assert last.number == third.number + 1
    assert turns.over


def test_what_is_shown_is_waited_for_and_cut_short_by_nobody(desk):
    talk = SimulatedExchange(desk).incoming("+37167000100", "+37120000001", "c1")
    talk.hear("/dtmf 1")
    talk.hear("/hangup")
    turns = History(desk.records.engine).transcript("c1").turns
    assert [turn.performed is None for turn in turns] == [*[False] * (len(turns) - 1), True]
    assert {(turn.performed.lasts, turn.performed.cut) for turn in turns[:-1]} == {(None, None)}
    assert all(0 < turn.performed.waited < 5 for turn in turns[:-1])


def test_a_call_that_was_never_answered_has_no_turns(desk):
    with pytest.raises(CallUnknownError):
        list(TurnsOnRecord(desk, CALL.call_id).fresh())


class Deaf(SimulatedExchange):
    """A line of another kind: nobody is ever at home, and the network says it in its own way."""

    def unanswered(self, _, how: Disposition) -> Disposition:
        assert how is Disposition.BUSY
        return Disposition.UNREACHABLE


def test_the_line_says_how_a_call_was_not_picked_up():
    script = Script("", None, None, "2026-11-25T10:00", ((1, "/busy"),), outbound="maintenance")
    assert list(play(FILE, script, "call.txt"))[-1] == "     (nobody picks up: busy)"
    assert list(play(FILE, script, "call.txt", Deaf))[-1] == "     (nobody picks up: unreachable)"
