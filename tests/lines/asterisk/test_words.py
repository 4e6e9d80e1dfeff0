from __future__ import annotations

import pytest

from ivr.conversation.events import TransferOutcome
from ivr.lines.asterisk.words import caller_number, transfer_outcome

TALKED, BUSY, NO_ANSWER, DECLINED, UNAVAILABLE = (
    TransferOutcome.TALKED,
    TransferOutcome.BUSY,
    TransferOutcome.NO_ANSWER,
    TransferOutcome.DECLINED,
    TransferOutcome.UNAVAILABLE,
)


@pytest.mark.parametrize(
    ("status", "accepted", "outcome"),
    [
        ("ANSWER", "1", TALKED),
        ("ANSWER", "", DECLINED),
        ("ANSWER", "0", DECLINED),
        ("BUSY", "", BUSY),
        ("NOANSWER", "", NO_ANSWER),
        ("NOANSWER", "1", TALKED),
        ("CHANUNAVAIL", "", UNAVAILABLE),
        ("CONGESTION", "", UNAVAILABLE),
        ("INVALIDARGS", "", UNAVAILABLE),
        ("DONTCALL", "", DECLINED),
        ("QUEUE:TIMEOUT", "", NO_ANSWER),
        ("QUEUE:TIMEOUT", "1", TALKED),
        ("QUEUE:FULL", "", BUSY),
        ("QUEUE:JOINEMPTY", "", UNAVAILABLE),
        ("QUEUE:LEAVEEMPTY", "", UNAVAILABLE),
        ("QUEUE:JOINUNAVAIL", "", UNAVAILABLE),
        ("QUEUE:LEAVEUNAVAIL", "", UNAVAILABLE),
        ("QUEUE:CONTINUE", "", TALKED),
        ("QUEUE:", "", UNAVAILABLE),
        ("QUEUE:", "1", TALKED),
        ("", "", UNAVAILABLE),
        ("", "1", TALKED),
    ],
)
def test_how_a_transfer_ended(status, accepted, outcome):
    assert transfer_outcome(status, accepted, "1.0") is outcome


@pytest.mark.parametrize(("status", "logged"), [("BUSY", False), ("QUEUE:", False), ("WARBLE", True)])
def test_an_unknown_word_is_logged_and_leads_on(status, logged, capsys):
    assert transfer_outcome(status, "", "1.0") is not TALKED
    assert ("dialstatus_unknown" in capsys.readouterr().out) is logged


@pytest.mark.parametrize(
    ("callerid", "presentation", "number"),
    [
        ("+37120000001", "0", "+37120000001"),
        ("20000001", "0", "+37120000001"),
        ("0037120000001", "0", "+37120000001"),
        ("37120000001", "0", "+37120000001"),
        ("+44 20 7946 0000", "0", "+442079460000"),
        ("201", "0", "201"),
        ("alice", "0", "alice"),
        ("2912345a6", "0", "2912345a6"),
        ("x\ny\0z" + "9" * 100, "0", "xyz" + "9" * 57),
        ("", "0", None),
        ("unknown", "67", None),
        ("Anonymous", "0", None),
        ("+37120000001", "32", None),
        ("+37120000001", "35", None),
        ("+37120000001", "", "+37120000001"),
        ("+37120000001", "x", "+37120000001"),
        ("\0", "0", None),
    ],
)
def test_number_of_the_caller(callerid, presentation, number):
    assert caller_number(callerid, presentation, "LV") == number
