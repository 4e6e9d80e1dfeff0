"""How calls begin: every number, campaign, language and line, and whatever is known of the other side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import product

from ivr.company.campaign import PROPOSAL, Campaign
from ivr.company.models import Company
from ivr.conversation.engine import begin, begin_outreach
from ivr.conversation.errand import NOBODY, Errand, Known, Origin, Promised
from ivr.conversation.events import Answered, AnsweredBy, Event
from ivr.conversation.state import Turn

SOMEBODY, NAME = "+37120000001", "Anna Ozola"
_TOMORROW = timedelta(days=1)


@dataclass(frozen=True)
class Opening:
    """How one call begins."""

    called: str  # E.164
    hears: tuple[str, ...]  # languages of which the line makes words
    known: Known = NOBODY  # of who calls us
    errand: Errand | None = None  # why we call
    by: AnsweredBy = AnsweredBy.PERSON  # who picked up our call

    @property
    def event(self) -> Event | None:
        """What begins it; None where somebody calls us."""
        return Answered(self.by) if self.errand else None

    def turn(self, company: Company, campaign: Campaign | None, at: datetime) -> Turn:
        """The first turn."""
        if self.errand is None:
            return begin(self.called, SOMEBODY, company, at, self.known, self.hears)
        return begin_outreach(self.errand, self.by, SOMEBODY, self.called, company, campaign, at, self.hears)


def inbound(company: Company, at: datetime) -> Iterator[Opening]:
    """Calls to the company; ``at`` is when a call is known to be promised, the day after."""
    heard = _hears(company)
    promised = Known(_promise(company, at))
    for known, hears, called in product(
        (NOBODY, promised, Known(may_be_called=False)), heard, company.numbers
    ):
        yield Opening(called, hears, known)


def outbound(company: Company, campaign: Campaign | None, id_: str | None, at: datetime) -> Iterator[Opening]:
    """Calls of a campaign, or because of a promise alone."""
    named = Errand("proof", company.default_language, company.timezone, NAME, id_)
    promise = replace(_promise(company, at), campaign=id_)
    resumed = (named, replace(named, promise=promise, resume=PROPOSAL)) if campaign else ()
    errands = (*resumed, replace(named, promise=promise))
    called = campaign.caller_id if campaign else next(iter(company.numbers))
    who = (AnsweredBy.PERSON, AnsweredBy.MACHINE, AnsweredBy.SCREENING)
    for errand, language, hears, by in product(errands, company.languages, _hears(company), who):
        yield Opening(called, hears, errand=replace(errand, language=language), by=by)


def _hears(company: Company) -> tuple[tuple[str, ...], ...]:
    """Lines that make words of what is said, and those that know keys alone."""
    understood = company.languages if company.understands is None else company.understands
    return (understood, ()) if understood else ((),)


def _promise(company: Company, at: datetime) -> Promised:
    department = next(iter(company.departments))
    return Promised("proof", at + _TOMORROW, company.timezone, Origin.CLOSED, department, at - _TOMORROW)
