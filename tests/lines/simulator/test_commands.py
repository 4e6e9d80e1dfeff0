"""What is typed becomes an event, or a sentence that says what to type instead."""

from __future__ import annotations

import pytest

from ivr.conversation.actions import Ask, Expects, Record, Transfer
from ivr.conversation.events import (
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
from ivr.lines.simulator.commands import NotNowError, event

ASK = Ask("menu:main", "12*#0", 6.0)
OPEN = Ask("help", "12*#0", 6.0, expects=Expects.WISH)
DATE = Ask("day", "*#0123456789", 6.0, digits=4, expects=Expects.TIME)
RING = Transfer("sales", (), accept=True)
TAPE = Record("sales", 120, 4)


@pytest.mark.parametrize(
    ("line", "wait", "expected"),
    [
        ("/dtmf 1", ASK, Pressed("1")),
        ("1", ASK, Pressed("1")),
        (" # ", ASK, Pressed("#")),
        ("/silence", ASK, Silence()),
        ("/say how much does it cost", OPEN, Heard("how much does it cost")),
        (" how much does it cost? ", OPEN, Heard("how much does it cost?")),
        ("/say 10", OPEN, Heard("10")),
        ("/unsure how much", OPEN, Heard("how much", 0.4)),
        ("/mumble", OPEN, NotUnderstood()),
        ("/deaf", OPEN, HearingLost()),
        ("1", OPEN, Pressed("1")),
        ("/silence", OPEN, Silence()),
        ("tomorrow at ten", DATE, Heard("tomorrow at ten")),
        ("0312", DATE, Pressed("0312")),
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
        ("/say hello", ASK, "waits for a key"),
        ("/mumble", ASK, "waits for a key"),
        ("/deaf", ASK, "waits for a key"),
        ("/say", OPEN, "any words"),
        ("/unsure", OPEN, "any words"),
        ("/busy", OPEN, "any words"),
        ("/dtmf 12", OPEN, "any words"),
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
