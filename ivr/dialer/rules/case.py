"""What a rule judges, and how it answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from ivr.company.campaign import Campaign
from ivr.company.models import Company
from ivr.dialer.ports import Decision, Facts, Promise, Work
from ivr.dialer.presets import Preset, presets_for
from ivr.dialer.zones import clocks_of, country_of, country_of_zone, is_zone, zones_of

AGREED = timedelta(hours=1)
"""So long after a promised time the person's own choice stands in for window and holiday."""


@dataclass(frozen=True, slots=True)
class Call:
    """What somebody is to be called about: a promise, a campaign, or (for questions of operators) neither."""

    campaign: str | None = None  # id
    promise: Promise | None = None
    zone: str | None = None  # IANA, of the contact
    due: datetime | None = None  # not before


def call_for(work: Work) -> Call:
    """The call that a promise or a contact asks for."""
    if isinstance(work, Promise):
        return Call(work.campaign, work, None, max(work.at, work.next_at))
    return Call(work.campaign, None, work.zone, work.next_at)


@dataclass(frozen=True, slots=True)
class Case:
    """One question to the policy: may this call be made at this instant?"""

    facts: Facts
    call: Call
    company: Company
    campaign: Campaign | None
    at: datetime  # UTC
    zones: tuple[
        str, ...
    ]  # IANA; all in which the person may be; none: unknown, or what is stored is no zone
    countries: frozenset[str]  # ISO 3166; the number's, and that of the stored zone
    presets: tuple[Preset, ...]  # those that hold, all at once

    @property
    def agreed(self) -> bool:
        """Whether the person agreed to be called then: at the promised time (never before), or soon after."""
        promise = self.call.promise
        return promise is not None and self.at < promise.at + AGREED

    @property
    def rings_nobody(self) -> bool:
        """Whether only the built-in test telephones can ring."""
        return (self.campaign.line if self.campaign else self.company.callbacks.line) == "test"


def case_of(facts: Facts, call: Call, company: Company, campaign: Campaign | None, at: datetime) -> Case:
    """The question, with what follows from number and zone. Raises ValueError where ``at`` is naive."""
    if at.tzinfo is None:
        raise ValueError("The policy needs an aware instant.")
    countries = _countries(facts, call)
    presets = presets_for(company, countries)
    return Case(facts, call, company, campaign, at.astimezone(UTC), _zones(facts, call), countries, presets)


def _zones(facts: Facts, call: Call) -> tuple[str, ...]:
    stored = facts.zone or call.zone
    if stored is not None:
        return (stored,) if is_zone(stored) else ()
    return zones_of(facts.number) or _read_back(call.promise)


def _read_back(promise: Promise | None) -> tuple[str, ...]:
    """The zone that the person agreed to, where the number shows none."""
    return (promise.zone,) if promise and is_zone(promise.zone) else ()


def _countries(facts: Facts, call: Call) -> frozenset[str]:
    stored = facts.zone or call.zone
    found = {country_of(facts.number), country_of_zone(stored) if stored else None}
    return frozenset(country for country in found if country)


def passed(rule: str, reason: str) -> Decision:
    """The rule does not stand in the way."""
    return Decision(True, rule, reason)


def refused(rule: str, reason: str, not_before: datetime | None) -> Decision:
    """The rule forbids the call, until ``not_before`` or (None) as long as nothing else changes."""
    return Decision(False, rule, reason, not_before.astimezone(UTC) if not_before else None)


def on_clock(at: datetime, zone: str) -> str:
    """An instant as a clock in ``zone`` shows it: ``2026-11-24 09:30``."""
    return at.astimezone(clocks_of(zone)).strftime("%Y-%m-%d %H:%M")
