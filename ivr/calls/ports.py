"""What the desk needs from others, as protocols."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from ivr.company.campaign import Campaign
from ivr.company.models import Company
from ivr.conversation.errand import Errand, Known
from ivr.conversation.events import Event, Recorded
from ivr.conversation.performed import Performed
from ivr.conversation.state import Step, Turn
from ivr.errors import IvrError
from ivr.phrases.sentence import Sentence

if TYPE_CHECKING:  # with all that is understood of words, which who only reads the records need not wait for
    from ivr.conversation.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class NewCall:
    """A call that reached the company."""

    call_id: str  # the line's own unique id of the call: Asterisk's uniqueid, Twilio's CallSid
    line: str  # "asterisk", "twilio", "simulator"
    called: str  # dialled number, E.164 where the line gives it so
    caller: str | None  # E.164 or as the line gives it; None when withheld
    attempt: str | None = None  # id of the attempt, when the company calls: ``called`` is the person then
    hears: tuple[str, ...] = ()  # languages of which the line makes words in this call; told at its beginning


@dataclass(frozen=True, slots=True)
class TurnEntry:
    """One turn as it is written down before it is performed."""

    call: NewCall
    number: int  # 0 for the answer, then one more each
    at: datetime  # aware, when the event was received
    event: Event | None  # None for turn 0
    turn: Turn
    company: str  # fingerprint of the company file the call began with
    campaign: str | None = None  # fingerprint of the campaign file, when a campaign calls
    performed: Performed | None = None  # the turn before, as the line measured it; None where it told nothing
    found: Step | None = None  # where the event found the conversation; None where that is not told


@dataclass(frozen=True, slots=True)
class StoredCall:
    """A call as the records hold it, to go on with it."""

    call: NewCall
    number: int  # of the turn: the last one, unless another was asked for
    turn: Turn
    company: str  # fingerprint
    ended: bool
    campaign: str | None = None  # fingerprint


class CallUnknownError(IvrError):
    """The records hold no call of that id."""


class TurnUnknownError(IvrError):
    """The call has no turn of that number yet: what is said to answer it cannot be an answer."""


class TurnTakenError(IvrError):
    """That turn of the call is written already: the event was delivered twice, or two processes race."""


class SlotTakenError(IvrError):
    """The last place at the time that the turn promises went to somebody else since the ledger was asked."""


class RecordsUnavailableError(IvrError):
    """The records could not be written or read now: disk full, database locked, server gone."""


class CallRecords(Protocol):
    """Where calls are written down. Every method is one transaction and may be called from any thread."""

    def save(self, entry: TurnEntry) -> None:
        """Write a turn and all that follows from it (call, transfer, message, recording rows).

        Raises:
            TurnTakenError: the call already has a turn of that number; nothing was written.
            SlotTakenError: it promises a time at which no place is left; nothing was written.
            CallUnknownError: a later turn of a call that has no first one; nothing was written.
            RecordsUnavailableError: nothing was written, and it may work later.
        """

    def load(self, call_id: str, number: int | None = None) -> StoredCall:
        """The call with its last turn, or with turn ``number``. Raises CallUnknownError, TurnUnknownError."""

    def add_recording(self, call_id: str, number: int, recorded: Recorded, at: datetime) -> bool:
        """Note a recording that came outside of the conversation; nothing happens where its source is known.

        It is of the whole call, which turn ``number`` began to record, or of what that turn asked for and
        something else has answered: a message for its department, then.

        Returns:
            Whether it is on record, now or already; False where that turn asked for no recording.

        Raises:
            CallUnknownError, TurnUnknownError: there is no such call, or it has no such turn.
            RecordsUnavailableError: nothing was written, and it may work later.
        """

    def keep_company(self, fingerprint: str, path: str, text: str) -> None:
        """Keep the text of a company file, so that a call can end with the file it began with. Idempotent."""

    def company_text(self, fingerprint: str) -> tuple[str, str] | None:
        """(path, text) of a company file kept earlier, or None."""


class AttemptUnknownError(IvrError):
    """The records hold no attempt of that id, or it is over."""


@dataclass(frozen=True, slots=True)
class OutboundCall:
    """A call of ours that was picked up, as the records have it from the moment it was dialled."""

    errand: Errand
    number: str  # of the person, E.164
    caller_id: str  # the company's number that was shown
    campaign: str | None  # fingerprint of the campaign file


class Ledger(Protocol):
    """What the desk asks of the promises. Every method may be called from any thread."""

    def known(self, number: str | None) -> Known:
        """What is known of somebody who calls from ``number``; nothing of a withheld one."""

    def taken(self, department: str, after: datetime, until: datetime) -> tuple[tuple[datetime, int], ...]:
        """How many open promises a department has for each instant (UTC) from ``after`` up to ``until``."""

    def outbound(self, attempt: str) -> OutboundCall:
        """The call that an attempt is. Raises AttemptUnknownError."""


class Standards(Protocol):
    """The company files: the present one for new calls, earlier ones for calls that began with them."""

    def current(self) -> tuple[str, Company]:
        """Fingerprint and company of the file that new calls begin with."""

    def of(self, fingerprint: str) -> Company:
        """The company a call began with; read back from the records where memory has lost it."""

    def campaign(self, fingerprint: str, company: str) -> Campaign:
        """A campaign by the fingerprints of its file and of the company file it belongs to."""


class Prompts(Protocol):
    """Sentences as sound, for lines that play files. May be called from any thread."""

    def file(self, company: Company, sentences: tuple[Sentence, ...]) -> Path:
        """A wav file (8 kHz, 16 bit, mono) of ``sentences`` one after another, rendered if it is missing.

        The same sentences in the same voices always give the same path.

        Raises:
            SpeechError: not even the fallback voice could say it.
        """

    def recorded(self, company: Company, sentence: Sentence) -> bool:
        """Whether the company has a recording of its own of ``sentence``."""


class Hearing(Protocol):
    """Recognition of speech, for lines that hear only sound. May be called from any thread."""

    def languages(self) -> frozenset[str]:
        """Languages that are heard now; none while no recogniser runs."""

    def expect(self, vocabulary: Vocabulary) -> str:
        """Make ready for what may be said; the name under which the line asks for it, of [0-9a-f]."""
