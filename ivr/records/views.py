"""What the records tell, as values: for the terminal, for JSON, for whoever reads on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from ivr.conversation.events import Event
from ivr.conversation.performed import Performed
from ivr.conversation.state import Turn


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which calls to list; what is None does not restrict."""

    since: datetime | None = None  # begun at or after
    until: datetime | None = None  # begun before
    department: str | None = None  # rung, or written to, in the call
    caller: str | None = None  # part of the person's number, whoever called
    outcome: str | None = None  # part of why it ended, or of the disposition
    limit: int = 50  # the newest so many


@dataclass(frozen=True, slots=True)
class TransferLine:
    """An attempt to put the caller through."""

    number: int  # of the turn that began it
    department: str
    started_at: datetime
    ended_at: datetime | None
    outcome: str | None  # a TransferOutcome, "hung_up" or "lost"
    talked: bool | None


@dataclass(frozen=True, slots=True)
class CallLine:
    """A call as a list shows it."""

    call_id: str
    line: str
    node: str
    called: str  # dialled number: the person's when we called
    caller: str | None  # None when withheld; the company's number when we called
    company: str  # fingerprint of its company file
    attempt: str | None  # id of the attempt that it was, when we called
    campaign: str | None  # fingerprint of the campaign file
    campaign_id: str | None
    disposition: str | None  # a Disposition: what our call came to; None while that is not known
    language: str  # of the last turn
    step: str  # where the conversation stands
    turns: int
    began_at: datetime
    ended_at: datetime | None  # None while it goes on
    outcome: str | None
    transfers: tuple[TransferLine, ...]

    @property
    def ours(self) -> bool:
        """Whether the company called."""
        return self.attempt is not None

    @property
    def person(self) -> str | None:
        """Number of the person, whoever called; None when withheld."""
        return self.called if self.ours else self.caller


@dataclass(frozen=True, slots=True)
class TurnLine:
    """One turn of a transcript."""

    number: int
    at: datetime
    event: Event | None
    turn: Turn
    performed: Performed | None = (
        None  # how it was heard; None where its line told nothing, or nothing followed
    )


@dataclass(frozen=True, slots=True)
class RecordingLine:
    """A sound file in the spool."""

    number: int  # of the turn that brought or began it
    kind: str  # "message" or "call"
    reference: str
    seconds: float | None
    at: datetime
    dropped_at: datetime | None  # not to be kept
    source: str | None  # where the line keeps, or kept, it; None: it was written into the spool
    fetched_at: datetime | None  # since when the spool has what the line kept
    next_at: datetime | None  # when the line is asked next; None: nothing is left to do, or it was given up


class Sound(StrEnum):
    """Where the sound of a message is."""

    SPOOL = "spool"
    COMING = "coming"  # still at the line, and being fetched
    LOST = "lost"  # it could not be fetched


@dataclass(frozen=True, slots=True)
class MessageLine:
    """A message left for a department, spoken by a caller or written by us."""

    id: int
    call_id: str
    number: int  # of the turn that kept it
    department: str
    reference: str | None  # of what was spoken; None for a written one
    seconds: float | None
    text: str | None  # of a written one
    caller: str | None  # the person's number, whoever called
    language: str
    taken_at: datetime
    done_at: datetime | None
    said: str  # what was wanted, in the very words, a line each
    sound: Sound | None  # None of a written one
    source: str | None  # where the line keeps, or kept, the sound; None: it was written into the spool


@dataclass(frozen=True, slots=True)
class Transcript:
    """Everything about one call."""

    call: CallLine
    turns: tuple[TurnLine, ...]
    recordings: tuple[RecordingLine, ...]
    messages: tuple[MessageLine, ...]
