"""What becomes of a promise or a contact: after an attempt, and after a call that policy refused. Pure.

Nothing is ever dropped silently: a promise ends KEPT, CANCELLED or HANDED_OVER to a person, a contact DONE or
REFUSED, each with its reason; until then it has an instant at which it goes on.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import StrEnum

from ivr.company.campaign import Attempts, Campaign
from ivr.company.disposition import FINAL, Disposition
from ivr.company.models import Company
from ivr.dialer.ports import ContactState, Decision, Next, OpenAttempt, Promise, PromiseState, Work

TOO_LATE = timedelta(hours=72)
"""A promise that cannot be kept within this after its time is given to a person."""
OTHER_GAP = 60  # minutes
GAPS: Mapping[Disposition, int] = {
    Disposition.BUSY: 15,
    Disposition.NO_ANSWER: 120,
    Disposition.MACHINE: 240,
}
"""Minutes until a contact is tried again, unless the campaign says otherwise."""

IN_WORDS: Mapping[Disposition, str] = {
    Disposition.ACCEPTED: "The person agreed",
    Disposition.REFUSED: "The person did not want what was proposed",
    Disposition.UNDECIDED: "The person wants to think about it",
    Disposition.LATER: "It was not convenient, and another time is promised",
    Disposition.NOT_NOW: "It was not convenient, and no other time was found",
    Disposition.TRANSFERRED: "The person was put through to the company",
    Disposition.OPTED_OUT: "The person does not want to be called again",
    Disposition.WRONG_PERSON: "Somebody else answered",
    Disposition.HUNG_UP: "The person hung up before the end",
    Disposition.SILENT: "Somebody picked up and said nothing",
    Disposition.MACHINE: "An answering machine answered",
    Disposition.SCREENED: "An assistant asked who was calling",
    Disposition.BUSY: "The line was busy",
    Disposition.NO_ANSWER: "Nobody answered",
    Disposition.DECLINED: "The call was declined",
    Disposition.UNREACHABLE: "The telephone could not be reached",
    Disposition.INVALID_NUMBER: "The network knows no such number",
    Disposition.ABANDONED: "The person picked up, and nobody spoke",
    Disposition.FAILED: "The call never left us",
    Disposition.LOST: "Nobody knows how the call ended",
}
"""What a disposition means, as the beginning of a sentence."""


class Course(StrEnum):
    """What a disposition means for a promise."""

    KEPT = "kept"  # by the conversation itself
    CANCELLED = "cancelled"
    AGAIN = "again"  # tried again by rule, then handed to a person
    PERSON = "person"  # handed to a person at once


COURSES: Mapping[Disposition, Course] = {
    Disposition.ACCEPTED: Course.KEPT,
    Disposition.REFUSED: Course.KEPT,
    Disposition.UNDECIDED: Course.KEPT,
    Disposition.TRANSFERRED: Course.KEPT,
    Disposition.OPTED_OUT: Course.CANCELLED,
    Disposition.LATER: Course.PERSON,  # the conversation has moved it; where it has not, a person must
    Disposition.NOT_NOW: Course.PERSON,  # asked twice, and it did not suit: ringing on would be a nuisance
    Disposition.WRONG_PERSON: Course.PERSON,  # somebody was promised a call, but not there
    Disposition.INVALID_NUMBER: Course.PERSON,
    Disposition.LOST: Course.PERSON,  # never dialled again by itself
    Disposition.HUNG_UP: Course.AGAIN,
    Disposition.SILENT: Course.AGAIN,
    Disposition.MACHINE: Course.AGAIN,
    Disposition.SCREENED: Course.AGAIN,
    Disposition.BUSY: Course.AGAIN,
    Disposition.NO_ANSWER: Course.AGAIN,
    Disposition.DECLINED: Course.AGAIN,
    Disposition.UNREACHABLE: Course.AGAIN,
    Disposition.ABANDONED: Course.AGAIN,
    Disposition.FAILED: Course.AGAIN,
}


def after(
    attempt: OpenAttempt, disposition: Disposition, company: Company, campaign: Campaign | None, at: datetime
) -> Next:
    """What becomes of the promise, or else the contact, of an attempt that ended so at ``at``.

    Args:
        attempt: with ``tries`` not counting this one.
        disposition: the final one.
        company: whose callbacks rule promises.
        campaign: whose attempts rule contacts; None: the usual numbers, where its file cannot be read.
        at: an aware instant.

    Raises:
        ValueError: the attempt was made for neither.
    """
    if attempt.promise is not None:
        return _promise_after(attempt, disposition, company, at)
    if attempt.contact is not None:
        return _contact_after(attempt, disposition, company, campaign, at)
    raise ValueError(f"Attempt {attempt.id} belongs to no promise and no contact.")


def put_off(work: Work, decision: Decision) -> Next:
    """What becomes of claimed work whose call policy refused.

    A promise that could be kept only TOO_LATE, or never, is handed to a person; one to a number on the
    do-not-call list is cancelled. A contact waits, or is refused for good.
    """
    if isinstance(work, Promise):
        return _promise_put_off(work, decision)
    if decision.not_before is None:
        return Next(ContactState.REFUSED, None, decision.reason)
    return Next(ContactState.PENDING, decision.not_before, decision.reason)


# ── Promises ────────────────────────────────────────────────────────────────────────────────────


def _promise_after(attempt: OpenAttempt, disposition: Disposition, company: Company, at: datetime) -> Next:
    course, why = COURSES[disposition], IN_WORDS[disposition]
    if course is Course.AGAIN:
        return _again(attempt.tries + 1, why, company, at)
    return Next(_ENDS[course], None, f"{why}{_HANDED if course is Course.PERSON else ''}.")


_HANDED = ": a person has to call"
_ENDS = {
    Course.KEPT: PromiseState.KEPT,
    Course.CANCELLED: PromiseState.CANCELLED,
    Course.PERSON: PromiseState.HANDED_OVER,
}


def _again(tries: int, why: str, company: Company, at: datetime) -> Next:
    most = company.callbacks.tries
    if tries >= most:
        return Next(PromiseState.HANDED_OVER, None, f"{why}, at try {tries} of {most}{_HANDED}.")
    later = at + timedelta(minutes=company.callbacks.retry_minutes)
    return Next(PromiseState.OPEN, later, f"{why}, at try {tries} of {most}.")


def _promise_put_off(promise: Promise, decision: Decision) -> Next:
    if decision.rule == "do_not_call":
        return Next(PromiseState.CANCELLED, None, decision.reason)
    if decision.not_before is None or decision.not_before > promise.at + TOO_LATE:
        told = f"{decision.reason} It cannot be called in time{_HANDED}."
        return Next(PromiseState.HANDED_OVER, None, told)
    return Next(PromiseState.OPEN, decision.not_before, decision.reason)


# ── Contacts ────────────────────────────────────────────────────────────────────────────────────


def _contact_after(
    attempt: OpenAttempt, disposition: Disposition, company: Company, campaign: Campaign | None, at: datetime
) -> Next:
    why, rule = IN_WORDS[disposition], campaign.attempts if campaign else Attempts()
    if disposition is Disposition.LATER:
        return Next(ContactState.WAITING, None, f"{why}.")
    if disposition in FINAL:
        return Next(ContactState.DONE, None, f"{why}.")
    if attempt.tries + 1 >= rule.most:
        return Next(ContactState.DONE, None, f"{why}, at try {attempt.tries + 1} of {rule.most}.")
    later = at + _gap(disposition, rule, company)
    return Next(ContactState.PENDING, later, f"{why}, at try {attempt.tries + 1} of {rule.most}.")


def _gap(disposition: Disposition, rule: Attempts, company: Company) -> timedelta:
    own = rule.gaps.get(disposition, GAPS.get(disposition, OTHER_GAP))
    return timedelta(minutes=max(own, company.calling.gap_minutes))
