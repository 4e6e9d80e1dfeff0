"""What a call waits for, what may happen then, and how it goes on."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from ivr.errors import LineError
from ivr.lines.twilio.standin.verbs import Dial, Gather, Record

if TYPE_CHECKING:
    from ivr.lines.twilio.standin.call import Call

T = TypeVar("T")

# ── What a call waits for ───────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Gathers:
    """<Gather>: everything in it has been said."""

    verb: Gather


@dataclass(frozen=True, slots=True)
class Records:
    """<Record>: after the tone."""

    verb: Record


@dataclass(frozen=True, slots=True)
class Dials:
    """<Dial>: it rings there."""

    verb: Dial
    legs: tuple[Call, ...]  # those that ring, or hear what is said before they are connected


@dataclass(frozen=True, slots=True)
class Talks:
    """<Dial>, <Enqueue>: they are connected."""

    leg: Call | None  # whom the caller talks with; None: somebody who took the call from a queue


@dataclass(frozen=True, slots=True)
class Queues:
    """<Enqueue>: at the door of the queue, and whenever a document of the waitUrl has come to its end."""

    name: str
    arrived: bool  # False: at the door


Wait = Gathers | Records | Dials | Talks | Queues

# ── What happens ────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Presses:
    """The person presses keys, one after another."""

    keys: str


@dataclass(frozen=True, slots=True)
class Speaks:
    """The person says something."""

    words: str
    confidence: float = 0.9
    seconds: float = 1.0
    key: str = ""  # pressed afterwards
    left: bool = False  # and hangs up


@dataclass(frozen=True, slots=True)
class Silent:
    """The person does nothing until something else happens."""


@dataclass(frozen=True, slots=True)
class HangsUp:
    """The person hangs up, or the call is ended by REST."""


@dataclass(frozen=True, slots=True)
class Go:
    """Go on with the document at an address."""

    url: str
    method: str = "POST"
    parameters: Mapping[str, str] = field(default_factory=dict)  # besides those of every request


@dataclass(frozen=True, slots=True)
class Redirected:
    """The call is sent to another document by REST."""

    go: Go


@dataclass(frozen=True, slots=True)
class Taken:
    """Somebody takes the call from its queue."""


@dataclass(frozen=True, slots=True)
class TurnedAway:
    """The queue does not take the call."""

    result: str  # QueueResult: "queue-full", "system-error"


@dataclass(frozen=True, slots=True)
class TimesUp:
    """It has rung until the time was up."""


@dataclass(frozen=True, slots=True)
class Connected:
    """Who was dialled has answered, and heard what is said before."""

    leg: Call


@dataclass(frozen=True, slots=True)
class LegEnded:
    """Who was dialled is gone, or never came."""

    leg: Call


@dataclass(frozen=True, slots=True)
class TalkEnded:
    """Who took the call from the queue has hung up."""

    seconds: float


Did = (
    Presses
    | Speaks
    | Silent
    | HangsUp
    | Redirected
    | Taken
    | TurnedAway
    | TimesUp
    | Connected
    | LegEnded
    | TalkEnded
)

# ── How it goes on ──────────────────────────────────────────────────────────────────────────────

Steps = Generator[Wait, Did, T]  # of a performance: gives what it waits for, and is sent what happened


class How(StrEnum):
    """How a document came to its end, where it led to no other."""

    FELL_OFF = "fell off"  # nothing is left to perform
    HUNG_UP = "hung up"
    BUSY = "busy"  # <Reject reason="busy">
    REJECTED = "rejected"
    LEFT = "left"  # <Leave>


@dataclass(frozen=True, slots=True)
class Ended:
    """How a call came to its end."""

    status: str  # CallStatus
    fell_off: bool = False  # with nothing left to perform


class StandInError(LineError):
    """What is asked of the stand-in cannot happen as it stands."""


class CallerGone(Exception):
    """This side has hung up."""


class Diverted(Exception):
    """REST sends the call to another document."""

    def __init__(self, go: Go) -> None:
        self.go = go
        super().__init__(go.url)


class FailedError(LineError):
    """No document can be had."""


class TakenOut(Exception):
    """Somebody takes the call from its queue."""
