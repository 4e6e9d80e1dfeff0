"""What the dialer needs from others, as protocols, and the values that pass between them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Literal, Protocol

from ivr.company.disposition import Disposition
from ivr.conversation.errand import Origin
from ivr.errors import IvrError, LineError

LineName = Literal["asterisk", "twilio", "test"]  # "test" reaches Asterisk's test telephones alone

# ── What is to be done ──────────────────────────────────────────────────────────────────────────


class PromiseState(StrEnum):
    """Where a promise stands."""

    OPEN = "open"  # will be called at ``next_at``
    CALLING = "calling"  # claimed by a dispatcher, or being called
    KEPT = "kept"
    CANCELLED = "cancelled"
    HANDED_OVER = "handed_over"  # a person has to call: tries are used up, or nobody knows how the last ended


@dataclass(frozen=True, slots=True)
class Promise:
    """An entry of the ledger."""

    id: str
    number: str  # E.164
    name: str | None
    department: str
    campaign: str | None  # id
    contact: int | None  # id of the campaign's contact
    at: datetime  # the promised instant, UTC
    zone: str  # IANA zone in which it was read back
    language: str
    words: str  # as it was said to the person
    origin: Origin
    resume: str  # see MakePromise
    state: PromiseState
    tries: int  # attempts that have ended
    next_at: datetime  # when it is dialled next; ``at`` until the first try
    made_at: datetime
    made_in: str | None  # call id
    said: str = ""  # what the person wanted, in the very words, a line each


class ContactState(StrEnum):
    """Where a contact of a campaign stands."""

    PENDING = "pending"  # will be called at ``next_at`` or later
    CALLING = "calling"  # claimed, or being called
    WAITING = "waiting"  # a promise made in the campaign carries it on
    DONE = "done"  # see its last disposition
    REFUSED = "refused"  # policy will never allow it, see ``reason``


@dataclass(frozen=True, slots=True)
class Consent:
    """That a person agreed to be called by a machine for commercial ends."""

    source: str  # where and how: "contract 2026-117", "web form"
    given_on: datetime  # aware


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody whom a campaign is to call."""

    id: int
    campaign: str  # id
    number: str  # E.164
    person: str  # who it is across numbers: the list's own key, or the number
    name: str | None
    language: str | None  # None: the company's default
    zone: str | None  # IANA; None: from the number
    state: ContactState
    tries: int
    next_at: datetime
    reason: str | None  # why it is where it is, in words
    disposition: Disposition | None  # of the last attempt


class CampaignState(StrEnum):
    """What an operator wants of a campaign."""

    RUNNING = "running"
    PAUSED = "paused"  # no new calls; those that are up go on
    STOPPED = "stopped"  # calls that ring are hung up; no new ones
    DONE = "done"  # every contact is done or refused


@dataclass(frozen=True, slots=True)
class CampaignRun:
    """A campaign as it was started."""

    id: str
    fingerprint: str  # of its file's text, kept with the records
    company: str  # fingerprint of the company file it was checked with
    state: CampaignState
    why: str  # the reason of the state: "started by an operator", "the circuit breaker: 8 of 10 failed"


Work = Promise | Contact


# ── Contact lists ───────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class NewContact:
    """Somebody on a list that is imported."""

    number: str  # E.164
    person: str  # the list's own key; the number where it has none
    name: str | None
    language: str | None  # one of the company's
    zone: str | None  # IANA
    consent: Consent | None


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did, by the contacts' numbers."""

    added: tuple[str, ...]
    changed: tuple[
        str, ...
    ]  # in the campaign already: person, name, language, zone or consent is another now
    same: tuple[str, ...]  # in the campaign already, with nothing new


class ContactBook(Protocol):
    """Where contact lists go."""

    def import_contacts(self, campaign: str, contacts: Iterable[NewContact], now: datetime) -> Imported:
        """Write all of them in one transaction, or none when anything fails.

        A telephone number is in a campaign once. Who is in it already is brought up to date, and what was
        done with that contact (state, tries, next time, disposition) stays. No consent is taken away.
        """


# ── Attempts ────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class NewAttempt:
    """An attempt, written before the line is asked to dial."""

    id: str  # uuid4 hex; also the channel's unique id on Asterisk
    node: str  # the dispatcher that makes it
    line: str  # by which it is called, see Order; "simulator" where nobody is
    at: datetime
    number: str
    person: str
    caller_id: str
    language: str
    zone: str
    name: str | None
    campaign: str | None  # id
    fingerprint: str | None  # of the campaign file
    promise: str | None  # id
    contact: int | None


@dataclass(frozen=True, slots=True)
class OpenAttempt:
    """An attempt whose end is not on record yet."""

    id: str
    node: str
    line: str
    at: datetime
    number: str
    caller_id: str
    campaign: str | None
    promise: str | None
    contact: int | None
    tries: int  # attempts at the same promise or contact that ended before
    result: Disposition | None  # what the conversation concluded
    call_id: str | None  # of the call on record, as the line names it; None: nobody was greeted
    call_open: bool  # that call has not ended on record

    @property
    def talked(self) -> bool:
        """Whether the person was greeted."""
        return self.call_id is not None


@dataclass(frozen=True, slots=True)
class Next:
    """What becomes of the promise or the contact of an attempt that has ended."""

    state: PromiseState | ContactState
    at: datetime | None  # when it is tried again, for OPEN and PENDING
    reason: str  # in words


class AlreadyCallingError(IvrError):
    """The person is being called already, by this dispatcher or another; nothing was written."""


class ClaimLostError(AlreadyCallingError):
    """The work is not this dispatcher's now: settled, moved or cancelled meanwhile; nothing was written."""


class DoNotCallError(IvrError):
    """The person asked not to be called, and is on the list; nothing was written."""


class DialerRecords(Protocol):
    """Where promises, contacts and attempts are kept. Every method is one transaction, from any thread."""

    def claim_promises(
        self, now: datetime, limit: int, node: str, but: frozenset[str | None] = frozenset()
    ) -> tuple[Promise, ...]:
        """Open promises due at ``now``, earliest first, set to CALLING for ``node``: no other gets them.

        Args:
            but: campaigns whose promises are left; None among them: those outside of campaigns.
        """

    def claim_contacts(self, campaign: str, now: datetime, limit: int, node: str) -> tuple[Contact, ...]:
        """Pending contacts of a campaign due at ``now``, set to CALLING for ``node``; none unless it RUNS."""

    def begin_attempt(self, attempt: NewAttempt) -> None:
        """Write an attempt of claimed work.

        Raises:
            AlreadyCallingError: an attempt at that number or person, or at that work, has not ended.
            ClaimLostError: the work is not CALLING for ``attempt.node``: it changed since it was claimed.
            DoNotCallError: that number, or another of the person, is on the do-not-call list by now.
        """

    def put_back(self, work: Work, following: Next, now: datetime) -> None:
        """Work that was claimed and not dialled: refused by policy, or the line is down.

        It counts only while the work is CALLING and no attempt at it is open.
        """

    def end_attempt(
        self, attempt: str, at: datetime, disposition: Disposition, following: Next | None
    ) -> bool:
        """Write how an attempt ended, and what becomes of its work; False when it had ended before.

        Work that has moved on by itself (settled in the conversation, a promise moved or cancelled, a person
        opted out) stays where it is: ``following`` counts only while it is CALLING.
        """

    def open_attempts(self, node: str | None = None) -> tuple[OpenAttempt, ...]:
        """Attempts without an end, of a node or of all, the oldest first."""

    def attempt(self, attempt: str) -> OpenAttempt | None:
        """An attempt as long as it has no end."""

    def release_claims(self, node: str, before: datetime, now: datetime) -> int:
        """Open again the work that ``node`` claimed before ``before`` and never wrote an attempt for."""

    def runs(self) -> tuple[CampaignRun, ...]:
        """Every campaign that was ever started."""

    def set_run(self, run: CampaignRun, now: datetime) -> None:
        """Start, pause, stop or finish a campaign; each change is a row."""

    def unfinished(self, campaign: str) -> int:
        """Contacts that are PENDING, CALLING or WAITING."""

    def facts(self, number: str, person: str | None, campaign: str | None, now: datetime) -> Facts:
        """Everything that policy asks about, read at the moment of dialling."""

    def beat(self, node: str, now: datetime) -> None:
        """This node's dispatcher is alive; every few seconds."""

    def live_nodes(self, now: datetime, within: timedelta) -> tuple[str, ...]:
        """Nodes whose dispatchers were seen not longer ago than ``within``, by name."""

    def dead_nodes(self, now: datetime, after: timedelta) -> tuple[str, ...]:
        """Nodes not seen for ``after`` that have open attempts or claims: whoever asks may take them over."""


# ── Policy ──────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Past:
    """An attempt that was made."""

    at: datetime
    number: str
    campaign: str | None  # id
    promise: str | None
    disposition: Disposition | None  # None: it has not ended


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known at the moment of dialling."""

    number: str  # E.164
    do_not_call: datetime | None  # since when the number is on the list
    consent: Consent | None
    zone: str | None  # stored IANA zone of the person; None: from the number
    past: tuple[Past, ...]  # attempts to this person in the last 30 days, over all numbers and campaigns
    up: int  # calls of ours that are up now, over all nodes
    up_in_campaign: int
    answered: int  # calls of the campaign that a person picked up, in the last 30 days
    abandoned: int  # of these, with nobody to speak


@dataclass(frozen=True, slots=True)
class Decision:
    """Whether a call may be made now, and why."""

    allowed: bool
    rule: str  # id of the rule that decided: "window", "do_not_call", …; "allowed"
    reason: str  # a sentence for an operator
    not_before: datetime | None = None  # when it may be asked again; None: never, or allowed


# ── The line ────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Order:
    """A call to be placed."""

    attempt: str  # id
    number: str  # E.164
    caller_id: str  # E.164
    line: LineName
    ring_seconds: int
    detect_machine: bool
    language: str


@dataclass(frozen=True, slots=True)
class LineOutcome:
    """The end of a call as the line saw it."""

    attempt: str  # id
    disposition: Disposition  # ABANDONED where somebody picked up: what was talked wins over it
    at: datetime
    cause: int | None = None  # Q.850


class NotPlacedError(LineError):
    """The call certainly was not placed: the line is down, or refused the order."""


class PlacementUnknownError(LineError):
    """The order was sent, and nobody knows whether the call was placed: reconcile, never repeat."""


class Originator(Protocol):
    """Places calls. Outcomes come through the sink that it was built with, from any thread."""

    def start(self, sink: Callable[[LineOutcome], None]) -> None:
        """Connect in the background, and keep connected; every outcome seen goes to ``sink``."""

    def ready(self) -> bool:
        """Whether an order could be sent now."""

    def place(self, order: Order) -> None:
        """Order a call; returns when the line has taken the order.

        Raises:
            NotPlacedError: it has not been placed.
            PlacementUnknownError: nobody knows.
        """

    def live(self, attempts: Sequence[OpenAttempt]) -> frozenset[str]:
        """Ids of those that are up now. Raises LineError when that cannot be found out."""

    def remembered(self, attempt: OpenAttempt) -> LineOutcome | None:
        """How a call ended while nobody listened, where the line kept it. Raises LineError."""

    def forget(self, attempt: str) -> None:
        """The outcome is on record: the line need not keep it. Never raises."""

    def hang_up(self, attempt: OpenAttempt) -> None:
        """End a call, if it is up. Raises LineError."""

    def stop(self) -> None:
        """Disconnect; calls that are up go on."""
