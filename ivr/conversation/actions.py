"""What a line is to do. A turn is any number of deeds and then exactly one wait, or the end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ivr.phrases.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Say:
    """Say a sentence to the end of it or until a key of the following Ask is pressed."""

    sentence: Sentence
    kind: Literal["say"] = "say"


@dataclass(frozen=True, slots=True)
class MonitorCall:
    """Start to record the whole call; said only after the notice."""

    kind: Literal["monitor_call"] = "monitor_call"


@dataclass(frozen=True, slots=True)
class Ask:
    """Wait for a key. Every key interrupts what is being said in this turn (barge-in, I4).

    A line answers with Pressed (any of 0-9, *, #, also unexpected ones), Silence or HungUp.
    """

    question: str  # which question this is, e.g. "menu:main"; the same question has the same name
    keys: str  # keys that have a meaning here, e.g. "1234*#0"
    seconds: float  # how long to wait after the last sentence
    kind: Literal["ask"] = "ask"


@dataclass(frozen=True, slots=True)
class Transfer:
    """Put the caller through and come back with TransferEnded; the caller hears ringback or music.

    Where it rings is looked up by the line in the call's own company file: ``department`` there.
    """

    department: str  # department id
    briefing: tuple[Sentence, ...]  # said to the one who answers, in the department's language
    accept: bool  # the department presses 1 to take the call; otherwise connected at once
    kind: Literal["transfer"] = "transfer"


@dataclass(frozen=True, slots=True)
class Record:
    """Record a message after a tone, and come back with Recorded."""

    department: str  # whom the message is for
    seconds: int  # at most
    silence: int  # seconds of silence that end it
    kind: Literal["record"] = "record"


@dataclass(frozen=True, slots=True)
class KeepMessage:
    """The message recorded last is confirmed, or kept because the caller left: hand it to the department."""

    department: str
    reference: str  # as in Recorded
    seconds: float
    kind: Literal["keep_message"] = "keep_message"


@dataclass(frozen=True, slots=True)
class DropMessage:
    """The caller wants to say it anew: what was recorded is not to be kept."""

    reference: str
    kind: Literal["drop_message"] = "drop_message"


@dataclass(frozen=True, slots=True)
class HangUp:
    """End the call after everything said has been played."""

    reason: str  # why, for the records: "done", "caller left", …
    kind: Literal["hang_up"] = "hang_up"


Wait = Ask | Transfer | Record
Action = Say | MonitorCall | KeepMessage | DropMessage | Wait | HangUp
