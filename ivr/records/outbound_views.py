"""What the records tell of the company's own calls, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from ivr.company.disposition import Disposition
from ivr.dialer.ports import CampaignRun, CampaignState, ContactState, PromiseState


@dataclass(frozen=True, slots=True)
class RunChange:
    """A time that a campaign was started, paused, stopped or done."""

    at: datetime
    state: CampaignState
    why: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Status:
    """A campaign at a glance."""

    id: str
    run: CampaignRun | None  # None: it was never started
    contacts: Mapping[ContactState, int]  # states without any are left out
    attempts: int  # all that were made, with those that go on
    up: int  # that go on
    promises_open: int  # made in the campaign, and still to be kept
    next_at: datetime | None  # when the next pending contact is due; may be past


@dataclass(frozen=True, slots=True)
class Report:
    """What a campaign came to, over all times it ran."""

    id: str
    run: CampaignRun | None
    contacts: Mapping[ContactState, int]
    dispositions: Mapping[Disposition, int]  # contacts by the end of their last attempt
    attempts: Mapping[Disposition, int]  # attempts that have ended, by their end
    reached: int  # contacts with whom we talked at least once
    refused: Mapping[str, int]  # contacts that may not be called, by the reason in words
    answers: Mapping[str, Mapping[str | None, int]]  # by question and what was understood: each person's last
    promises_made: int
    promises_open: int
    promises_kept: int
    promises_on_time: int  # of the kept: dialled within 60 s of the instant, or talked before it
    promises_cancelled: int
    promises_handed_over: int


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """An answer in a campaign."""

    call_id: str
    number: str  # of the person
    name: str | None
    question: str
    said: str
    understood: str | None
    at: datetime


@dataclass(frozen=True, slots=True)
class AttemptLine:
    """An attempt, with its call where there was one."""

    id: str
    node: str
    at: datetime
    number: str
    campaign: str | None  # id
    promise: str | None  # id
    contact: int | None
    answered_at: datetime | None  # somebody or something picked up, and was spoken to
    ended_at: datetime | None
    disposition: Disposition | None  # None while it goes on
    call_id: str | None


@dataclass(frozen=True, slots=True)
class PromiseChange:
    """A change of a promise."""

    at: datetime
    was: PromiseState | None  # None when it was made
    became: PromiseState
    next_at: datetime
    reason: str
    by: str
    call_id: str | None


@dataclass(frozen=True, slots=True)
class ListedLine:
    """That a number is, or was, on the do-not-call list."""

    number: str
    listed_at: datetime
    source: str  # the words or the key and the call; or which list, and who entered it
    call_id: str | None
    lifted_at: datetime | None  # None: it is on the list
    lifted_why: str | None
