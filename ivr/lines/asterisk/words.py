"""Asterisk's words and what they mean to the product: one table each, and nothing else knows them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from ivr.company.disposition import Disposition
from ivr.conversation.events import AnsweredBy, TransferOutcome
from ivr.lines.numbers import number_given
from ivr.lines.sip import REFUSALS
from ivr.log import logger

KEYS = "0123456789*#"  # a telephone's; A to D exist, and nobody has them

HANG_UP, TRANSFER = "hangup", "transfer"  # IVR_NEXT: what the dialplan is to do when AGI ends
HEARD = "IVR_HEARD"  # variable: what Asterisk allows in this call, once speech was recognised, is less
HEARS = "hears"  # argument of AGI(): Asterisk knows where speech is recognised (aeap.conf)

# Dial's DIALSTATUS, and Queue's QUEUESTATUS behind "QUEUE:". What is said here is what holds when the
# department did not take the call; when it did, they talked, whatever the word.
OUTCOMES: Mapping[str, TransferOutcome] = {
    "ANSWER": TransferOutcome.DECLINED,  # somebody answered, heard the briefing, and did not press 1
    "BUSY": TransferOutcome.BUSY,
    "NOANSWER": TransferOutcome.NO_ANSWER,
    "DECLINED": TransferOutcome.DECLINED,  # our dialplan's own word: SIP 603, Q.850 cause 21
    "CANCEL": TransferOutcome.NO_ANSWER,  # the caller gave up: told only on the way out
    "CHANUNAVAIL": TransferOutcome.UNAVAILABLE,
    "CONGESTION": TransferOutcome.UNAVAILABLE,
    "INVALIDARGS": TransferOutcome.UNAVAILABLE,
    "DONTCALL": TransferOutcome.DECLINED,
    "TORTURE": TransferOutcome.DECLINED,
    "QUEUE:UNKNOWN": TransferOutcome.UNAVAILABLE,  # there is no queue of that name
    "QUEUE:": TransferOutcome.UNAVAILABLE,  # the same, as an older Asterisk says it
    "QUEUE:CONTINUE": TransferOutcome.TALKED,  # the member hung up after the talk
    "QUEUE:TIMEOUT": TransferOutcome.NO_ANSWER,
    "QUEUE:FULL": TransferOutcome.BUSY,
    "QUEUE:JOINEMPTY": TransferOutcome.UNAVAILABLE,
    "QUEUE:LEAVEEMPTY": TransferOutcome.UNAVAILABLE,
    "QUEUE:JOINUNAVAIL": TransferOutcome.UNAVAILABLE,
    "QUEUE:LEAVEUNAVAIL": TransferOutcome.UNAVAILABLE,
    "QUEUE:WITHDRAW": TransferOutcome.UNAVAILABLE,  # an administrator took the caller out of the queue
    "QUEUE:LEFT": TransferOutcome.LEFT,  # our dialplan's own word: the caller pressed 1 to be called back
}

# ── How a call of ours ended, nobody having talked ──────────────────────────────────────────────

# How far the dialplan came with it (IVR_STAGE). What was talked wins over these.
STAGES: Mapping[str, Disposition] = {
    "picked_up": Disposition.HUNG_UP,  # while we still listened who it is
    "served": Disposition.ABANDONED,  # the service had the call
    "nobody": Disposition.ABANDONED,  # the service should have had it, and was not there
    "machine": Disposition.MACHINE,  # the same, and a machine had answered
}

# What the other side refused with, by Q.850 cause (ITU-T Q.850, table 1), where it gave no SIP status.
CAUSES: Mapping[int, Disposition] = {
    1: Disposition.INVALID_NUMBER,  # unallocated number
    17: Disposition.BUSY,
    19: Disposition.NO_ANSWER,  # user alerted
    21: Disposition.DECLINED,  # call rejected
    22: Disposition.INVALID_NUMBER,  # number changed
    28: Disposition.INVALID_NUMBER,  # incomplete or of a wrong format
    **dict.fromkeys((29, 50, 57, 58, 63, 65, 69, 79), Disposition.FAILED),  # not allowed, or not known, to us
}  # every other one (18, 20, 27, 34, 38, 41, 42, 102, 127, …): UNREACHABLE

# Why Originate failed (its Reason, main/pbx.c: a control frame's number), where there never was a channel.
REASONS: Mapping[int, Disposition] = {
    1: Disposition.NO_ANSWER,  # AST_CONTROL_HANGUP
    3: Disposition.NO_ANSWER,  # AST_CONTROL_RINGING
    5: Disposition.BUSY,  # AST_CONTROL_BUSY
    8: Disposition.UNREACHABLE,  # AST_CONTROL_CONGESTION
}  # every other one, and 0: FAILED

# What agi_callerid says when there is no number, in any spelling of capitals.
WITHHELD = frozenset({"", "unknown", "anonymous", "restricted", "private", "unavailable", "withheld", "s"})
_RESTRICTED = range(0x20, 0x40)  # agi_callingpres: the number is known and not to be shown

_END = re.compile(r"([0-9]{1,11}):([a-z_]*):([A-Za-z ]*):([0-9]{0,3}):([0-9]{0,3}):([0-9]{0,3})")
_RANG = range(180, 200)  # SIP: it rings somewhere, or its ringing can be heard


@dataclass(frozen=True, slots=True)
class End:
    """How a call of ours ended, as the dialplan wrote it down (ivr-attempt-ended)."""

    at: int  # Unix time
    stage: str  # of STAGES, or "": never picked up
    rang: bool
    cause: int | None = None  # Q.850
    refused: int | None = None  # SIP status
    reason: int | None = None  # Originate's, where there never was a channel

    @property
    def disposition(self) -> Disposition:
        """In the product's word."""
        if self.stage:
            return STAGES.get(self.stage, Disposition.ABANDONED)
        if self.reason is not None:
            return REASONS.get(self.reason, Disposition.FAILED)
        return self._unanswered()

    def _unanswered(self) -> Disposition:
        found = Disposition.UNREACHABLE
        if self.refused is not None:
            found = REFUSALS.get(self.refused, Disposition.UNREACHABLE)
        elif self.rang:
            found = Disposition.NO_ANSWER  # we gave up: Asterisk calls that cause 19, whether it rang or not
        elif self.cause and self.cause != 19:
            found = CAUSES.get(self.cause, Disposition.UNREACHABLE)
        # What a switched-off telephone answers at once (480), one that has rung says of nobody picking up.
        return Disposition.NO_ANSWER if self.rang and found is Disposition.UNREACHABLE else found


def attempt_end(written: str) -> End | None:
    """``EPOCH:STAGE:STATE:CAUSE:SIP:REASON`` as the dialplan writes it; None for anything else."""
    found = _END.fullmatch(written)
    if not found:
        return None
    at, stage, state = int(found[1]), found[2], found[3]
    if state == "Up" and not stage:
        stage = "picked_up"  # and hung up before the dialplan came to it
    cause, sip, reason = (int(number) if number else None for number in found.groups()[3:])
    rang = state == "Ringing" or sip in _RANG
    return End(at, stage, rang, cause, sip if sip and sip >= 300 else None, reason)


def transfer_outcome(status: str, accepted: str, call_id: str) -> TransferOutcome:
    """How a transfer ended, from IVR_DIALSTATUS and IVR_ACCEPTED ("1": a department took the call)."""
    if accepted == "1":
        return TransferOutcome.TALKED
    if status not in OUTCOMES:
        logger().warning("dialstatus_unknown", call_id=call_id, status=status)
    return OUTCOMES.get(status, TransferOutcome.UNAVAILABLE)


def answered_by(word: str, call_id: str) -> AnsweredBy:
    """Who picked up, from IVR_BY. What is not surely a machine is treated as a person."""
    try:
        return AnsweredBy(word)
    except ValueError:
        logger().warning("answered_by_unknown", call_id=call_id, word=word)
        return AnsweredBy.UNCERTAIN


def caller_number(callerid: str, presentation: str, country: str) -> str | None:
    """The caller's number: E.164 where it can be understood, as it came otherwise, None when withheld.

    Args:
        callerid: agi_callerid.
        presentation: agi_callingpres, Q.931's octet in decimal.
        country: ISO 3166 code of the country whose national numbers these are.
    """
    if callerid.lower() in WITHHELD or _restricted(presentation):
        return None
    return number_given(callerid, country)


def _restricted(presentation: str) -> bool:
    return presentation.isdecimal() and int(presentation) in _RESTRICTED
