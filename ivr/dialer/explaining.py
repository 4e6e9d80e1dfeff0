"""Why somebody was called, was not, or will be: what is planned, and what every rule says to it. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal, Protocol

from ivr.company.campaign import Campaign
from ivr.company.models import Company
from ivr.dialer.policy import Call, call_for, judge, may_call
from ivr.dialer.ports import (
    CampaignRun,
    CampaignState,
    Contact,
    ContactState,
    Decision,
    Facts,
    LineName,
    Past,
    Promise,
    PromiseState,
    Work,
)
from ivr.dialer.rules.case import on_clock
from ivr.dialer.zones import country_of, is_zone, zones_of


class NumberRecords(Protocol):
    """What is on record about one number. Every method is one transaction."""

    def facts(self, number: str, person: str | None, campaign: str | None, now: datetime) -> Facts:
        """See DialerRecords.facts."""

    def runs(self) -> tuple[CampaignRun, ...]:
        """Every campaign that was ever started."""

    def contacts_of(self, number: str) -> tuple[Contact, ...]:
        """The number in every campaign that has it, by campaign."""

    def promises_of(self, number: str) -> tuple[Promise, ...]:
        """Calls promised to the number, settled ones too, the newest first; at most 20."""

    def file_text(self, fingerprint: str) -> tuple[str, str] | None:
        """Path and text of a file that is kept, by its fingerprint."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is on record about the number."""

    contacts: tuple[Contact, ...]
    promises: tuple[Promise, ...]
    runs: Mapping[str, CampaignRun]  # by id
    campaigns: Mapping[str, Campaign]  # by id; those whose file can be read


@dataclass(frozen=True, slots=True)
class Matter:
    """One reason to call the number, and what the policy says to it."""

    kind: Literal["campaign", "promise", "anything"]
    id: str  # of the campaign or the promise; "" for anything
    stands: str  # where it stands, in a sentence or two
    planned: bool  # whether it is called by itself once every rule allows it
    decision: Decision
    rules: tuple[Decision, ...]  # each rule by itself, in their order
    line: LineName  # by which it is called
    settled: bool = False  # whether that is over: then the rules matter no more


@dataclass(frozen=True, slots=True)
class Explanation:
    """Everything about calling one number at one instant."""

    number: str  # E.164
    country: str | None  # ISO 3166
    zones: tuple[str, ...]  # IANA; all where the person may be
    at: datetime
    past: tuple[Past, ...]  # attempts to the person in the 30 days before now, the oldest first
    matters: tuple[Matter, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """May this number be called?"""

    number: str  # E.164
    at: datetime  # aware
    now: bool  # whether ``at`` is this very moment: only then the calls that are up matter
    company: Company
    campaign: str | None  # only about this campaign
    facts: Callable[[str | None], Facts]  # as to a campaign


def explain(asked: Question, known: Known) -> Explanation:
    """The answer, from what is on record now; attempts later than ``at`` are left out."""
    facts = _as_of(asked, None)
    stored = (facts.zone,) if facts.zone and is_zone(facts.zone) else ()
    return Explanation(
        number=asked.number,
        country=country_of(asked.number),
        zones=stored or zones_of(asked.number),
        at=asked.at,
        past=facts.past,
        matters=tuple(_matters(asked, known)),
    )


def _matters(asked: Question, known: Known) -> Iterator[Matter]:
    planned: tuple[Work, ...] = (*known.promises, *known.contacts)
    wanted = [work for work in planned if asked.campaign in {None, work.campaign}]
    for work in wanted:
        yield _matter(asked, known, work)
    if asked.campaign and not any(isinstance(work, Contact) for work in wanted):
        told = f'The number is not among the contacts of campaign "{asked.campaign}".'
        yield _judged(asked, known, ("campaign", asked.campaign, told, False), Call(asked.campaign))
    elif all(work.state in _SETTLED for work in wanted):
        told = "No further call is planned: no campaign wants the number now, and none is promised to it."
        yield _judged(asked, known, ("anything", "", told, False), Call(asked.campaign))


_SETTLED = frozenset(
    {
        PromiseState.KEPT,
        PromiseState.CANCELLED,
        PromiseState.HANDED_OVER,
        ContactState.DONE,
        ContactState.REFUSED,
    }
)
"""States that no rule changes any more."""


def _matter(asked: Question, known: Known, work: Work) -> Matter:
    return replace(_of_work(asked, known, work), settled=work.state in _SETTLED)


def _of_work(asked: Question, known: Known, work: Work) -> Matter:
    if isinstance(work, Promise):
        planned = work.state in {PromiseState.OPEN, PromiseState.CALLING}
        return _judged(asked, known, ("promise", work.id, _of_promise(work), planned), call_for(work))
    running, run_told = _of_run(known.runs.get(work.campaign), work.campaign)
    planned = running and work.state in {ContactState.PENDING, ContactState.CALLING}
    told = f"{_of_contact(work, asked.company)} {run_told}"
    return _judged(asked, known, ("campaign", work.campaign, told, planned), call_for(work))


def _judged(
    asked: Question,
    known: Known,
    what: tuple[Literal["campaign", "promise", "anything"], str, str, bool],
    call: Call,
) -> Matter:
    kind, id_, stands, planned = what
    campaign = known.campaigns.get(call.campaign or "")
    if kind == "campaign" and campaign is None:
        none = Decision(
            False, "file", f'The file of campaign "{id_}" is missing or faulty: ivr check says why.'
        )
        return Matter(kind, id_, stands, False, none, (), asked.company.callbacks.line)
    line = campaign.line if campaign else asked.company.callbacks.line
    facts = _as_of(asked, call.campaign)
    decision = may_call(facts, call, asked.company, campaign, asked.at)
    rules = judge(facts, call, asked.company, campaign, asked.at)
    return Matter(kind, id_, stands, planned, decision, rules, line)


def _as_of(asked: Question, campaign: str | None) -> Facts:
    """What is known, as far as it bears on ``at``."""
    facts = asked.facts(campaign)
    past = tuple(each for each in facts.past if each.at <= asked.at)
    barred = facts.do_not_call if facts.do_not_call and facts.do_not_call <= asked.at else None
    facts = replace(facts, past=past, do_not_call=barred)
    return facts if asked.now else replace(facts, up=0, up_in_campaign=0)


# ── Where things stand ──────────────────────────────────────────────────────────────────────────


def _of_promise(promise: Promise) -> str:
    when = f"{on_clock(promise.at, promise.zone)} ({promise.zone})"
    told = _PROMISES[promise.state].format(next=on_clock(promise.next_at, promise.zone), tries=promise.tries)
    return f"A call is promised for {when}, by {promise.department}: {told}"


_PROMISES = {
    PromiseState.OPEN: "it is due at {next}; tries so far: {tries}.",
    PromiseState.CALLING: "it is being made.",
    PromiseState.KEPT: "it was kept.",
    PromiseState.CANCELLED: "it was cancelled.",
    PromiseState.HANDED_OVER: "it was handed to a person; tries: {tries}.",
}


def _of_contact(contact: Contact, company: Company) -> str:
    due = on_clock(contact.next_at, company.timezone)
    told = _CONTACTS[contact.state].format(next=due, tries=contact.tries)
    why = f" {_sentence(contact.reason)}" if contact.reason else ""
    return f'Campaign "{contact.campaign}": {told}{why}'


_CONTACTS = {
    ContactState.PENDING: "its next call is due at {next}; tries so far: {tries}.",
    ContactState.CALLING: "it is being called.",
    ContactState.WAITING: "a promised call carries it on.",
    ContactState.DONE: "it is done; tries: {tries}.",
    ContactState.REFUSED: "the number was refused; tries: {tries}.",
}


def _of_run(run: CampaignRun | None, campaign: str) -> tuple[bool, str]:
    """Whether the campaign runs, and what to tell of it."""
    if run is None:
        return False, f"The campaign was never started: ivr campaign start {campaign}."
    if run.state is CampaignState.RUNNING:
        return True, "The campaign is running."
    return False, f"The campaign is {run.state.value}. {_sentence(run.why)}"


def _sentence(why: str) -> str:
    """A reason as it is on record, which is a sentence or the words of one."""
    return f"{why[:1].upper()}{why[1:].removesuffix('.')}."
