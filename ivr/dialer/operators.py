"""What the operators' commands ask of the records: contacts, how a campaign stands, the ledger, DNC."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from ivr.company.disposition import Disposition
from ivr.dialer.ports import CampaignRun, Consent, ContactState, Promise, PromiseState
from ivr.errors import OperatorError

# ── Contacts ────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class ContactRow:
    """A good row of a contact list."""

    line: int  # 1-based, of the file
    number: str  # E.164
    person: str  # the list's own key; the number where it has none
    name: str | None
    language: str | None  # one of the company's
    zone: str | None  # IANA
    consent: Consent | None


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did, by lines of the file."""

    added: tuple[int, ...]
    updated: tuple[int, ...]  # in the campaign already: person, name, language, zone or consent changed
    unchanged: tuple[int, ...]  # in the campaign already, word for word
    do_not_call: tuple[int, ...] = ()  # imported, and will not be called: the number is on the list


# ── How a campaign stands ───────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class CampaignStatus:
    """A campaign at a glance."""

    id: str
    run: CampaignRun | None  # None: never started
    contacts: Mapping[ContactState, int]  # how many stand where; states without any may be left out
    attempts: int  # all that were made, open ones included
    live: int  # attempts without an end
    next_at: datetime | None  # when the next pending contact is due; may be past


@dataclass(frozen=True, slots=True)
class AnswerCount:
    """How often a question was answered so."""

    question: str  # id of the campaign's question, or "proposal"
    understood: str | None  # in the campaign's terms; None: kept as said only
    count: int


@dataclass(frozen=True, slots=True)
class SpokenAnswer:
    """One answer as it was said, for the list of free words."""

    question: str
    call_id: str
    number: str  # of the person, E.164
    said: str  # the keys, or the reference of the recording
    understood: str | None
    at: datetime


@dataclass(frozen=True, slots=True)
class PromiseCount:
    """What became of the promises that belong to a campaign."""

    made: int
    kept: int  # of these, in whatever call
    on_time: int  # of these, whose first try began within 60 s after the promised instant, or before it
    open: int  # will be called, or is being called
    cancelled: int
    handed_over: int


@dataclass(frozen=True, slots=True)
class CampaignReport:
    """What a campaign came to, over all its runs."""

    id: str
    contacts: Mapping[ContactState, int]
    attempts: int  # that have ended
    dispositions: Mapping[Disposition, int]  # of ended attempts
    last: Mapping[Disposition, int]  # contacts by the disposition of their last attempt
    reached: int  # contacts with at least one attempt whose disposition is among TALKED
    answers: tuple[AnswerCount, ...]
    said: tuple[SpokenAnswer, ...]  # the oldest first
    promises: PromiseCount


# ── The ledger and the do-not-call list ─────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class NewPromise:
    """A promise that somebody of the company enters by hand (Origin.OPERATOR)."""

    number: str  # E.164
    name: str | None
    department: str
    at: datetime  # aware
    zone: str  # IANA
    language: str
    words: str


@dataclass(frozen=True, slots=True)
class PromiseChange:
    """One row of a promise's history."""

    promise: str
    at: datetime
    state: PromiseState
    why: str


@dataclass(frozen=True, slots=True)
class Barred:
    """A number that is never called."""

    number: str  # E.164
    since: datetime
    source: str  # "call 1764012345.7, key 9"; "entered by an operator"; "list suppress.csv"


class NotOnRecordError(OperatorError):
    """There is no such campaign, promise or number on record; the message says what there is."""


class Operations(Protocol):
    """Every method is one transaction."""

    def import_contacts(self, campaign: str, rows: Iterable[ContactRow], now: datetime) -> Imported:
        """Write all ``rows``, or none when anything fails. A row whose number is in the campaign updates it.

        What was done with a contact (state, tries, next_at, disposition) is never reset. A consent is kept
        by number for all campaigns; a row without one takes none away. A campaign with new contacts that
        was DONE stays DONE until it is started again.
        """

    def keep_campaign(self, fingerprint: str, path: str, text: str) -> None:
        """Keep the text of a campaign file, as company files are kept. Idempotent."""

    def campaign_ids(self) -> tuple[str, ...]:
        """Campaigns that have contacts or were started, by name."""

    def campaign_status(self, campaign: str) -> CampaignStatus:
        """How it stands. Raises NotOnRecordError where it has neither contacts nor a run."""

    def campaign_report(self, campaign: str) -> CampaignReport:
        """What it came to. Raises NotOnRecordError."""

    def promises(
        self, states: tuple[PromiseState, ...], number: str | None = None, limit: int = 200
    ) -> tuple[Promise, ...]:
        """Promises in these states, of one number or all, the earliest ``next_at`` first."""

    def promise(self, id_: str) -> Promise:
        """By its id, or the beginning of it where that is unambiguous. Raises NotOnRecordError."""

    def promise_history(self, id_: str) -> tuple[PromiseChange, ...]:
        """Every change of state, the oldest first."""

    def add_promise(self, new: NewPromise, now: datetime) -> Promise:
        """Enter a promise. Raises OperatorError where the number is on the do-not-call list."""

    def move_promise(self, id_: str, at: datetime, words: str, now: datetime) -> Promise:
        """Another time, OPEN again, tries back to 0. Raises OperatorError where it is settled or CALLING."""

    def settle_promise(self, id_: str, state: PromiseState, why: str, now: datetime) -> Promise:
        """Set KEPT or CANCELLED by hand. Raises OperatorError where it is settled already or CALLING."""

    def bar(self, numbers: Iterable[str], source: str, now: datetime) -> int:
        """Put numbers on the do-not-call list, cancel their promises and contacts; how many were new."""

    def unbar(self, number: str, why: str, now: datetime) -> None:
        """Take a number off the list (it is kept that it was there). Raises NotOnRecordError."""

    def barred(self, limit: int | None = None) -> tuple[Barred, ...]:
        """The do-not-call list, the newest first."""
