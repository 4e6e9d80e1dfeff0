"""Why the company calls somebody, and what it knows of somebody who calls."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Origin(StrEnum):
    """Where a promise to call comes from."""

    ASKED = "asked"  # the caller asked for it
    CLOSED = "closed"  # the department was closed
    BUSY = "busy"
    UNANSWERED = "unanswered"  # nobody answered, declined or could be reached
    QUEUE = "queue"  # the caller left a queue
    NOT_NOW = "not_now"  # our call was not convenient
    AGREED = "agreed"  # the follow-up of a proposal
    OPERATOR = "operator"  # somebody of the company entered it


@dataclass(frozen=True, slots=True)
class Promised:
    """A promise as a conversation sees it."""

    id: str
    at: datetime  # aware, in UTC
    zone: str  # IANA
    origin: Origin
    department: str
    made_at: datetime  # aware, in UTC
    campaign: str | None = None  # id
    said: tuple[str, ...] = ()  # what was wanted, in the very words


@dataclass(frozen=True, slots=True)
class Errand:
    """Why we call: a campaign, a promise, or a promise made in a campaign."""

    attempt: str  # id
    language: str
    zone: str  # IANA zone of the person, for the times that are agreed
    name: str | None = None  # of the person, as the contact list has it
    campaign: str | None = None  # id
    promise: Promised | None = None
    resume: str = ""  # where it goes on, see MakePromise


@dataclass(frozen=True, slots=True)
class Appointment:
    """What a time is agreed for; set on the way to the step SEEKING."""

    department: str  # whose hours and places count: it talks with the person, or stands behind the campaign
    origin: Origin
    campaign: str | None = None  # id, when a campaign's call is to go on
    resume: str = ""  # see MakePromise
    moves: str | None = None  # id of the promise that gets another time
    ruled_out: tuple[tuple[str, str], ...] = ()  # stretches in which it does not suit, as in WishedTime


@dataclass(frozen=True, slots=True)
class WishedTime:
    """A time as it was said: an instant, or a stretch in which any time would do.

    Times are ISO 8601 with offset, as the person's clocks show them.
    """

    words: str  # as they were heard
    start: str
    end: str | None = None  # not in it any more; None with ``exact``, or where it has no end
    exact: bool = False  # that very time; otherwise times within are offered
    excluded: tuple[tuple[str, str], ...] = ()  # stretches that were ruled out
    hour_missing: bool = False  # a day was said, or a part of it
    other_half: str | None = None  # "at eight": the same on the other half of the day, where that is open
    day_missing: bool = False  # an hour was said, or a part of the day: the same on another day would do
    about: bool = False  # with ``exact``: "or so", "in half an hour"; a time close to it would do
    rules_out: bool = False  # only what does not suit was said: "not on Friday"


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of somebody who calls."""

    promise: Promised | None = None  # the next call promised to this number
    may_be_called: bool = (
        True  # not on the do-not-call list, and this service makes calls: else none is offered
    )


NOBODY = Known()
