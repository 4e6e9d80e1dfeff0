"""What happened on a line, in the product's words. A line never sends an empty string or None instead.

``kind`` names the event in JSON.
Vendors' words (DIALSTATUS, CallStatus, AGI results) are translated at each line's door.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Literal

from ivr.values import value


class TransferOutcome(StrEnum):
    """How an attempt to put the caller through ended."""

    TALKED = "talked"  # the department took the call, and it is over with the caller still here
    BUSY = "busy"  # every place rang busy
    NO_ANSWER = "no_answer"  # it rang until the time was up
    DECLINED = "declined"  # somebody answered and did not take the call
    UNAVAILABLE = "unavailable"  # not registered, congestion, empty queue, unknown place
    LEFT = "left"  # the caller left the queue by the key that asks to be called back


class AnsweredBy(StrEnum):
    """Who or what picked up a call of ours."""

    PERSON = "person"
    UNCERTAIN = "uncertain"  # treated as a person
    MACHINE = "machine"
    SCREENING = "screening"  # an assistant that asks who is calling and why


@value(frozen=True, slots=True)
class Pressed:
    """The caller pressed keys."""

    keys: str  # one or more of 0123456789*#
    kind: Literal["pressed"] = "pressed"


@value(frozen=True, slots=True)
class Heard:
    """The caller said something, and the line made words of it."""

    words: str  # as the line heard them; never empty
    confidence: float | None = None  # 0 to 1; None where the line does not say
    others: tuple[tuple[str, float], ...] = ()  # what it may have been instead, the likeliest first
    kind: Literal["heard"] = "heard"


@value(frozen=True, slots=True)
class NotUnderstood:
    """Something was said, and the line could make no words of it."""

    kind: Literal["not_understood"] = "not_understood"


@value(frozen=True, slots=True)
class HearingLost:
    """The line cannot make words of speech any more (recogniser dead, slow or absent): keys from now on."""

    kind: Literal["hearing_lost"] = "hearing_lost"


@value(frozen=True, slots=True)
class Silence:
    """The time to answer ran out with nothing said or pressed."""

    kind: Literal["silence"] = "silence"


@value(frozen=True, slots=True)
class TransferEnded:
    """The caller is back from a transfer."""

    outcome: TransferOutcome
    kind: Literal["transfer_ended"] = "transfer_ended"


@value(frozen=True, slots=True)
class Recorded:
    """A recording that was asked for came to its end."""

    reference: str  # name of the recording within the spool, chosen by the line
    seconds: float  # length of what was kept; 0.0 when nothing was
    hung_up: bool = False  # the caller ended it by hanging up: HungUp follows
    key: str = ""  # the key that ended it, or else skipped what was said before it; empty without one
    source: str = ""  # where the line keeps it, until it is fetched; empty: it is in the spool
    kind: Literal["recorded"] = "recorded"


@value(frozen=True, slots=True)
class Answered:
    """Our call was picked up; the person has spoken, or two seconds have passed.

    Where a line finds out who it was only while the conversation goes on, it says so again.
    """

    by: AnsweredBy
    kind: Literal["answered"] = "answered"


@value(frozen=True, slots=True)
class Found:
    """What LookUp asked for: the slots that hold promises already, with how many."""

    taken: tuple[tuple[datetime, int], ...]  # beginning of the slot, aware, in UTC
    kind: Literal["found"] = "found"


@value(frozen=True, slots=True)
class HungUp:
    """The other side is gone."""

    talked: bool = False  # the caller was connected to a department when it ended
    kind: Literal["hung_up"] = "hung_up"


Event = (
    Pressed
    | Heard
    | NotUnderstood
    | HearingLost
    | Silence
    | TransferEnded
    | Recorded
    | Answered
    | Found
    | HungUp
)
