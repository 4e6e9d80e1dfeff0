"""Asterisk's words and what they mean to the product: one table each, and nothing else knows them."""

from __future__ import annotations

import re
from collections.abc import Mapping

import phonenumbers

from ivr.conversation.events import TransferOutcome
from ivr.log import logger

KEYS = "0123456789*#"  # a telephone's; A to D exist, and nobody has them

HANG_UP, TRANSFER = "hangup", "transfer"  # IVR_NEXT: what the dialplan is to do when AGI ends

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
}

# What agi_callerid says when there is no number, in any spelling of capitals.
WITHHELD = frozenset({"", "unknown", "anonymous", "restricted", "private", "unavailable", "withheld", "s"})
_RESTRICTED = range(0x20, 0x40)  # agi_callingpres: the number is known and not to be shown

_E164 = re.compile(r"\+[1-9][0-9]{6,14}")
_DIALLED = re.compile(
    r"\+?[0-9 ()/.-]+"
)  # what a number is written with; phonenumbers would take letters, too
_NUMBER_LENGTH = 60  # what is longer is no number


def transfer_outcome(status: str, accepted: str, call_id: str) -> TransferOutcome:
    """How a transfer ended, from IVR_DIALSTATUS and IVR_ACCEPTED ("1": a department took the call)."""
    if accepted == "1":
        return TransferOutcome.TALKED
    if status not in OUTCOMES:
        logger().warning("dialstatus_unknown", call_id=call_id, status=status)
    return OUTCOMES.get(status, TransferOutcome.UNAVAILABLE)


def caller_number(callerid: str, presentation: str, country: str) -> str | None:
    """The caller's number: E.164 where it can be understood, as it came otherwise, None when withheld.

    Args:
        callerid: agi_callerid.
        presentation: agi_callingpres, Q.931's octet in decimal.
        country: ISO 3166 code of the country whose national numbers these are.
    """
    if callerid.lower() in WITHHELD or _restricted(presentation):
        return None
    if _E164.fullmatch(callerid):
        return callerid
    return _international(callerid, country) or _printable(callerid)


def _restricted(presentation: str) -> bool:
    return presentation.isdecimal() and int(presentation) in _RESTRICTED


def _international(number: str, country: str) -> str | None:
    if not _DIALLED.fullmatch(number):
        return None
    try:
        parsed = phonenumbers.parse(number, country)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_possible_number(parsed):
        return None
    written: str = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
    return written


def _printable(text: str) -> str | None:
    return "".join(sign for sign in text if sign.isprintable())[:_NUMBER_LENGTH] or None
