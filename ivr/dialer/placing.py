"""Claimed work on its way to the line: judged, written down, ordered; or put back with a reason."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, auto

from ivr.company.campaign import Campaign
from ivr.company.disposition import Disposition
from ivr.company.models import Company
from ivr.dialer.access import Access
from ivr.dialer.ending import Ending
from ivr.dialer.following import put_off
from ivr.dialer.kit import Kit
from ivr.dialer.policy import call_for, may_call
from ivr.dialer.ports import (
    AlreadyCallingError,
    ClaimLostError,
    Contact,
    ContactState,
    Decision,
    DoNotCallError,
    Facts,
    LineName,
    LineOutcome,
    NewAttempt,
    Next,
    NotPlacedError,
    Order,
    PlacementUnknownError,
    Promise,
    PromiseState,
    Work,
)
from ivr.dialer.running import Running
from ivr.dialer.zones import zones_of
from ivr.errors import IvrError
from ivr.log import logger

RING_SECONDS = 30  # for promises outside of campaigns
SPEAKING = timedelta(seconds=20)  # until work is looked at again whose person we are speaking with
BROKEN = timedelta(minutes=10)  # until work is looked at again that could not be judged
# Older than this an attempt may be judged lost before the line has its order: see GRACE of reconciling.
ORDER_WITHIN = timedelta(seconds=10)


class Dialled(Enum):
    """What became of claimed work."""

    PLACED = auto()
    LATER = auto()  # not now: this work alone
    FULL = auto()  # not now, nor any other of its campaign
    LINE_FAILED = auto()  # nor anything else on this line


@dataclass(frozen=True, slots=True)
class _Matter:
    """Everything about one call that is to be made."""

    work: Work
    campaign: Campaign | None
    company: Company
    facts: Facts


class Placing:
    """Used by the dispatcher's thread alone, for one piece of work after another."""

    def __init__(self, kit: Kit, running: Running, access: Access, ending: Ending) -> None:
        self._kit = kit
        self._running = running
        self._access = access
        self._ending = ending
        self.ready_at = (
            kit.clock()
        )  # when the last call was ready to be placed, before it waited for its turn

    def dial(self, work: Work, turn: datetime | None = None) -> Dialled:
        """Call somebody, if policy allows it at this moment.

        Args:
            work: claimed for this node.
            turn: a little ahead: the instant at which the pace lets the call be placed.

        Raises:
            RecordsUnavailableError: the records fail. What was claimed and not dialled is released later; an
                attempt that was written is reconciled.
        """
        try:
            return self._dial(work, turn)
        except IvrError:
            raise
        except Exception:
            logger().exception("work_not_judged", **_names(work))
            return self._unusable(work, "It could not be judged whether it may be called; the log says why.")

    def _dial(self, work: Work, turn: datetime | None) -> Dialled:
        matter = self._matter(work)
        if matter is None:
            return self._unusable(work, "The file of its campaign cannot be used.")
        if _line(matter) not in self._kit.lines:
            return self._left_to_others(work)
        decision = may_call(matter.facts, call_for(work), matter.company, matter.campaign, self._kit.clock())
        if not decision.allowed:
            return self._refused(matter, decision)
        return self._order(matter, turn)

    def _matter(self, work: Work) -> _Matter | None:
        campaign = self._running.campaign(work.campaign)
        if campaign is None and work.campaign is not None:
            return None
        now = self._kit.clock()
        facts = self._kit.records.facts(work.number, _person(work), work.campaign, now)
        return _Matter(work, campaign, self._kit.standards.current()[1], facts)

    # ── Refused ─────────────────────────────────────────────────────────────────────────────────

    def _refused(self, matter: _Matter, decision: Decision) -> Dialled:
        self._put_back(matter.work, put_off(matter.work, decision), decision.rule)
        if isinstance(matter.work, Promise) or matter.campaign is None:
            return Dialled.LATER
        if decision.rule == "abandoned":
            self._running.pause(matter.work.campaign, decision.reason)
            return Dialled.FULL
        if decision.rule == "capacity" and decision.not_before is not None:
            self._running.hold(matter.work.campaign, matter.campaign, decision.not_before)
            return Dialled.FULL
        return Dialled.LATER

    def _unusable(self, work: Work, reason: str) -> Dialled:
        """For want of ourselves; a promise is not put off for ever, but handed to a person one day."""
        again = Decision(False, "error", reason, self._kit.clock() + BROKEN)
        self._put_back(work, put_off(work, again), again.rule)
        return Dialled.LATER

    def _left_to_others(self, work: Work) -> Dialled:
        """The company file says since a moment ago that another line makes this call."""
        state = PromiseState.OPEN if isinstance(work, Promise) else ContactState.PENDING
        self._put_back(work, Next(state, None, "Another line makes the call now."), "line")
        return Dialled.LATER

    def _put_back(self, work: Work, following: Next, rule: str) -> None:
        self._kit.records.put_back(work, following, self._kit.clock())
        logger().info(
            "call_not_made",
            **_names(work),
            rule=rule,
            why=following.reason,
            then=following.state.value,
            next_at=following.at,
        )

    # ── Allowed ─────────────────────────────────────────────────────────────────────────────────

    def _order(self, matter: _Matter, turn: datetime | None) -> Dialled:
        attempt = self._attempt(matter)
        try:
            self._kit.records.begin_attempt(attempt)
        except ClaimLostError as error:
            logger().info("claim_lost", **_names(matter.work), why=str(error))
            return Dialled.LATER
        except AlreadyCallingError as error:
            speaking = Decision(False, "one_at_a_time", str(error), self._kit.clock() + SPEAKING)
            return self._refused(matter, speaking)
        except DoNotCallError as error:
            return self._refused(matter, Decision(False, "do_not_call", str(error)))
        self._await(matter, turn)
        return self._place(matter, attempt)

    def _place(self, matter: _Matter, attempt: NewAttempt) -> Dialled:
        order = _order(matter, attempt)
        try:
            self._hand_over(attempt, order)
        except NotPlacedError as error:
            self._not_placed(attempt, error)
            return Dialled.LINE_FAILED
        except PlacementUnknownError as error:
            logger().error("placement_unknown", attempt=attempt.id, **_names(matter.work), why=str(error))
            return Dialled.LINE_FAILED  # reconciliation finds out
        logger().info("call_placed", attempt=attempt.id, callee=attempt.number, **_names(matter.work))
        return Dialled.PLACED

    def _await(self, matter: _Matter, turn: datetime | None) -> None:
        """Wait for the turn, and take it."""
        self.ready_at = self._kit.clock()
        wait = (turn - self.ready_at).total_seconds() if turn else 0.0
        if wait > 0:
            self._kit.sleep(wait)
        if matter.campaign is not None and matter.work.campaign is not None:
            self._running.placed(matter.work.campaign, matter.campaign, self._kit.clock())

    def _hand_over(self, attempt: NewAttempt, order: Order) -> None:
        if self._kit.clock() - attempt.at > ORDER_WITHIN:
            raise NotPlacedError("This service stood still between writing the attempt and placing the call.")
        self._access.place(order)

    def _not_placed(self, attempt: NewAttempt, error: NotPlacedError) -> None:
        logger().error("call_not_placed", attempt=attempt.id, campaign=attempt.campaign, why=str(error))
        self._ending.tell(LineOutcome(attempt.id, Disposition.FAILED, self._kit.clock()))

    def _attempt(self, matter: _Matter) -> NewAttempt:
        work, company, campaign = matter.work, matter.company, matter.campaign
        run = self._running.run_of(work.campaign) if work.campaign and campaign else None
        return NewAttempt(
            id=uuid.uuid4().hex,
            node=self._kit.node,
            line=_line(matter),
            at=self._kit.clock(),
            number=work.number,
            person=_person(work) or work.number,
            caller_id=campaign.caller_id if campaign else number_of(company, work),
            language=_language(work, company),
            zone=_zone(work, matter.facts, company),
            name=work.name,
            campaign=work.campaign,
            fingerprint=run.fingerprint if run else None,
            promise=work.id if isinstance(work, Promise) else None,
            contact=work.contact if isinstance(work, Promise) else work.id,
        )


def number_of(company: Company, work: Work) -> str:
    """The company's number that is shown for a promise: its department's own, or else the company's."""
    department = work.department if isinstance(work, Promise) else None
    numbers = company.numbers
    own = (number for number, entry in numbers.items() if entry.department == department)
    general = (number for number, entry in numbers.items() if entry.department is None)
    return next(own, None) or next(general, None) or next(iter(numbers))


def _order(matter: _Matter, attempt: NewAttempt) -> Order:
    campaign = matter.campaign
    return Order(
        attempt=attempt.id,
        number=attempt.number,
        caller_id=attempt.caller_id,
        line=_line(matter),
        ring_seconds=campaign.ring_seconds if campaign else RING_SECONDS,
        detect_machine=campaign.detect_machine if campaign else True,
        language=attempt.language,
    )


def _line(matter: _Matter) -> LineName:
    """By which the call is made."""
    return matter.campaign.line if matter.campaign else matter.company.callbacks.line


def _person(work: Work) -> str | None:
    return work.person if isinstance(work, Contact) else None


def _language(work: Work, company: Company) -> str:
    return work.language if work.language in company.languages else company.default_language


def _zone(work: Work, facts: Facts, company: Company) -> str:
    """In which zone times are told: the one of the promise, a stored one, or the likeliest of the number."""
    stored = work.zone or facts.zone
    if stored:
        return stored
    possible = zones_of(work.number)
    return company.timezone if company.timezone in possible or not possible else possible[0]


def _names(work: Work) -> dict[str, str | int | None]:
    """What the log calls it."""
    if isinstance(work, Promise):
        return {"campaign": work.campaign, "promise": work.id}
    return {"campaign": work.campaign, "contact": work.id}
