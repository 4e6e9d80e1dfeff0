from __future__ import annotations

import pytest

from ivr.company.disposition import Disposition
from ivr.conversation.events import AnsweredBy, TransferOutcome
from ivr.lines.asterisk.words import answered_by, attempt_end, caller_number, transfer_outcome

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
        ("QUEUE:LEFT", "", TransferOutcome.LEFT),
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


# ── How a call of ours ended: each line was written by Asterisk 22.10.1, the callee doing what is said ──


@pytest.mark.parametrize(
    ("written", "disposition", "cause"),
    [
        ("1795552230::Down:17:486:", Disposition.BUSY, 17),
        ("1795552230::Down:17:600:", Disposition.BUSY, 17),
        ("1795552246::Down:21:603:", Disposition.DECLINED, 21),
        ("1795552268::Down:127:607:", Disposition.DECLINED, 127),
        ("1795552246::Down:1:404:", Disposition.INVALID_NUMBER, 1),
        ("1795552265::Down:28:484:", Disposition.INVALID_NUMBER, 28),
        ("1795552265::Down:22:410:", Disposition.INVALID_NUMBER, 22),
        ("1795552247::Down:19:480:", Disposition.UNREACHABLE, 19),
        ("1795552248::Down:34:503:", Disposition.UNREACHABLE, 34),
        ("1795552266::Down:38:500:", Disposition.UNREACHABLE, 38),
        ("1795552267::Down:18:408:", Disposition.UNREACHABLE, 18),
        ("1795552268::Down:23:302:", Disposition.UNREACHABLE, 23),  # redirects us
        ("1795552259::Down:127:487:", Disposition.UNREACHABLE, 127),
        ("1795552258::Ringing:19:480:", Disposition.NO_ANSWER, 19),  # rang before
        ("1795552252::Ringing:19:180:", Disposition.NO_ANSWER, 19),  # our time was up
        ("1795552252::Down:19:183:", Disposition.NO_ANSWER, 19),  # the same, ringing told in sound
        ("1795552256::Down:19:100:", Disposition.UNREACHABLE, 19),  # the same, and it never rang
        ("1795552256::Down:19::", Disposition.UNREACHABLE, 19),  # not even that: no answer to the INVITE
        ("1795552259::Down:21:403:", Disposition.FAILED, 21),  # the provider refuses us
        ("1795552267::Down:21:401:", Disposition.FAILED, 21),
        ("1795552266::Down:58:488:", Disposition.FAILED, 58),
        ("1795552258:picked_up:Up:0:200:", Disposition.HUNG_UP, 0),  # while we listened who it is
        ("1795552258::Up:16:200:", Disposition.HUNG_UP, 16),
        ("1795552261:served:Up:16:200:", Disposition.ABANDONED, 16),
        ("1795552261:nobody:Up:16:200:", Disposition.ABANDONED, 16),
        ("1795552264:machine:Up:16:200:", Disposition.MACHINE, 16),
        ("1795552264:unheard_of:Up:16:200:", Disposition.ABANDONED, 16),
        ("1795551924:::::0", Disposition.FAILED, None),  # no such endpoint, or nobody registered
        ("1795551924:::::3", Disposition.NO_ANSWER, None),
        ("1795551924:::::5", Disposition.BUSY, None),
        ("1795551924:::::8", Disposition.UNREACHABLE, None),
        # Without a SIP status: a technology other than SIP, or a cause the far network sent (RFC 3326).
        ("1795552230::Down:17::", Disposition.BUSY, 17),
        ("1795552230::Down:1::", Disposition.INVALID_NUMBER, 1),
        ("1795552230::Down:21::", Disposition.DECLINED, 21),
        ("1795552230::Down:34::", Disposition.UNREACHABLE, 34),
        ("1795552230::Down:0::", Disposition.UNREACHABLE, 0),
        ("1795552230::Ringing:0::", Disposition.NO_ANSWER, 0),
    ],
)
def test_how_a_call_of_ours_ended(written, disposition, cause):
    end = attempt_end(written)
    assert (end.disposition, end.cause) == (disposition, cause)
    assert end.at == int(written.partition(":")[0])


@pytest.mark.parametrize(
    "written", ["", "x", "1:2", "::::::", "1795552230::Down:17:486", "1::Down:17:486:\n"]
)
def test_what_the_dialplan_never_writes_is_no_end(written):
    assert attempt_end(written) is None


@pytest.mark.parametrize("by", list(AnsweredBy))
def test_who_answered(by):
    assert answered_by(by.value, "1.0") is by


def test_whoever_the_dialplan_does_not_name_is_treated_as_a_person():
    assert answered_by("", "1.0") is AnsweredBy.UNCERTAIN
