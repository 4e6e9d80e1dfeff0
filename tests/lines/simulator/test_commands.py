"""What is typed becomes an event, or a sentence that says what to type instead."""

from __future__ import annotations

import pytest

from ivr.conversation.actions import Ask, Record, Transfer
from ivr.conversation.events import (
    Heard,
    HungUp,
    Pressed,
    Recorded,
    Silence,
    TransferEnded,
    TransferOutcome,
)
from ivr.lines.simulator.commands import NotNowError, event

ASK = Ask("menu:main", "12*#0", 6.0)
RING = Transfer("sales", (), accept=True)
TAPE = Record("sales", 120, 4)


@pytest.mark.parametrize(
    ("line", "wait", "expected"),
    [
        ("/dtmf 1", ASK, Pressed("1")),
        ("1", ASK, Pressed("1")),
        (" # ", ASK, Pressed("#")),
        ("/silence", ASK, Silence()),
        ("/say how much does it cost", ASK, Heard("how much does it cost")),
        ("/hangup", ASK, HungUp()),
        ("/hangup", RING, HungUp()),
        ("/hangup", TAPE, HungUp()),
        ("/busy", RING, TransferEnded(TransferOutcome.BUSY)),
        ("/noanswer", RING, TransferEnded(TransferOutcome.NO_ANSWER)),
        ("/decline", RING, TransferEnded(TransferOutcome.DECLINED)),
        ("/unavailable", RING, TransferEnded(TransferOutcome.UNAVAILABLE)),
        ("/talked", RING, TransferEnded(TransferOutcome.TALKED)),
        ("please call me back", TAPE, Recorded("r", 1.6)),
        ("/leave please call", TAPE, Recorded("r", 0.8, hung_up=True)),
        ("/silence", TAPE, Recorded("r", 0.0)),
    ],
)
def test_a_line_becomes_an_event(line, wait, expected):
    assert event(line, wait, "r") == expected


@pytest.mark.parametrize(
    ("line", "wait", "says"),
    [
        ("hello", ASK, "waits for a key"),
        ("/dtmf 12", ASK, "waits for a key"),
        ("/busy", ASK, "waits for a key"),
        ("/say", ASK, "/say WORDS"),
        ("/say hello", RING, "is ringing"),
        ("1", RING, "is ringing"),
        ("/silence", RING, "is ringing"),
        ("/busy", TAPE, "a message is recorded"),
        ("/leave", TAPE, "a message is recorded"),
    ],
)
def test_a_line_that_makes_no_sense_now_is_told_what_does(line, wait, says):
    with pytest.raises(NotNowError, match=says):
        event(line, wait, "r")
