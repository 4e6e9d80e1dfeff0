"""How an attempt to call somebody ended, in one word: what campaigns, conversations and reports share."""

from __future__ import annotations

from enum import StrEnum


class Disposition(StrEnum):
    """The one end of an attempt. What was talked about wins over what the line says."""

    # The person was there
    ACCEPTED = "accepted"  # the proposal suits, or every question is answered where nothing is proposed
    REFUSED = "refused"  # the proposal does not suit
    UNDECIDED = "undecided"  # the person wants to think about it
    LATER = "later"  # not convenient; another time is promised
    NOT_NOW = "not_now"  # not convenient, and no other time was found
    TRANSFERRED = "transferred"  # put through to a person of the company
    OPTED_OUT = "opted_out"  # does not want to be called again (B2)
    WRONG_PERSON = "wrong_person"  # somebody else's number
    HUNG_UP = "hung_up"  # the person left before the end of the conversation
    SILENT = "silent"  # picked up, and neither spoke nor pressed a key
    # Something else was there
    MACHINE = "machine"  # an answering machine
    SCREENED = "screened"  # an assistant that asks who is calling
    # Nobody was reached
    BUSY = "busy"
    NO_ANSWER = "no_answer"  # rang until the time was up
    DECLINED = "declined"  # the call was rejected
    UNREACHABLE = "unreachable"  # switched off, out of coverage, network congestion
    INVALID_NUMBER = "invalid_number"  # no such number
    # Our own fault
    ABANDONED = "abandoned"  # the person picked up, and nobody spoke with them
    FAILED = "failed"  # the call certainly never left us
    LOST = "lost"  # nobody knows: we stopped in the middle; never redialled without a person's decision


TALKED = frozenset(
    {
        Disposition.ACCEPTED,
        Disposition.REFUSED,
        Disposition.UNDECIDED,
        Disposition.LATER,
        Disposition.NOT_NOW,
        Disposition.TRANSFERRED,
        Disposition.OPTED_OUT,
        Disposition.WRONG_PERSON,
        Disposition.HUNG_UP,
        Disposition.SILENT,
    }
)  # a person answered
FINAL = frozenset(
    {
        Disposition.ACCEPTED,
        Disposition.REFUSED,
        Disposition.UNDECIDED,
        Disposition.LATER,
        Disposition.TRANSFERRED,
        Disposition.OPTED_OUT,
        Disposition.WRONG_PERSON,
        Disposition.INVALID_NUMBER,
        Disposition.LOST,
    }
)  # a campaign never tries again by itself
