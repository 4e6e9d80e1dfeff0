"""Rules about earlier attempts to the person, over all numbers and campaigns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from ivr.company.disposition import Disposition
from ivr.dialer.ports import Decision, Past
from ivr.dialer.rules.case import Case, on_clock, passed, refused

_WEEK, _DAY = timedelta(days=7), timedelta(days=1)
ASK_AGAIN = timedelta(minutes=1)  # while a call is up nobody knows how long it lasts
PROMISED = "A promised call is made whatever the number of earlier attempts."


@dataclass(frozen=True, slots=True)
class Cap:
    """At most so many attempts in any such span."""

    whose: str
    most: int
    span: timedelta
    made: tuple[datetime, ...]  # attempts that count


def caps(case: Case) -> Decision:
    """The caps of the company, the campaign and the presets."""
    if case.call.promise:
        return passed("caps", PROMISED)
    reached = [(free, cap) for cap in _caps(case) if (free := _free_at(cap, case.at)) is not None]
    if not reached:
        return passed("caps", f"{_times(len(_counted(case)))} in 30 days; no cap is reached.")
    free, cap = max(reached, key=lambda each: each[0])
    return refused("caps", f"{cap.whose} is reached: {cap.most} attempts in {_span(cap.span)}.", free)


def _caps(case: Case) -> Iterator[Cap]:
    made = _counted(case)
    every = tuple(past.at for past in made)
    yield Cap("The company's weekly cap", case.company.calling.weekly_cap, _WEEK, every)
    if case.campaign:
        own = tuple(past.at for past in made if past.campaign == case.call.campaign)
        yield Cap("The campaign's weekly cap", case.campaign.weekly_cap, _WEEK, own)
    for preset in case.presets:
        yield Cap(f"The daily cap of preset {preset.id}", preset.daily_cap, _DAY, every)


def _counted(case: Case) -> tuple[Past, ...]:
    """Attempts that may have rung: what certainly never left us disturbed nobody."""
    return tuple(past for past in case.facts.past if past.disposition is not Disposition.FAILED)


def _free_at(cap: Cap, at: datetime) -> datetime | None:
    """When one more fits under the cap again; None when it fits now."""
    recent = sorted((made for made in cap.made if made > at - cap.span), reverse=True)
    return recent[cap.most - 1] + cap.span if len(recent) >= cap.most else None


def _span(span: timedelta) -> str:
    return f"{span.days} days" if span.days > 1 else "24 hours"


def _times(count: int) -> str:
    return {0: "No attempt", 1: "One attempt"}.get(count, f"{count} attempts")


def gap(case: Case) -> Decision:
    """A minimum between two attempts, longer after some ends."""
    if case.call.promise:
        return passed("gap", PROMISED)
    rests = [(past.at + _rest(case, past), past) for past in _counted(case)]
    free, last = max(rests, key=lambda each: each[0], default=(case.at, None))
    if free <= case.at or last is None:
        return passed("gap", "The last attempt is long enough ago.")
    when = on_clock(last.at, case.company.timezone)
    minutes = round((free - last.at).total_seconds() / 60)
    return refused("gap", f"The last attempt was at {when}, and {minutes} minutes must lie between.", free)


def _rest(case: Case, past: Past) -> timedelta:
    usual = timedelta(minutes=case.company.calling.gap_minutes)
    own = (preset.rests.get(past.disposition, usual) for preset in case.presets if past.disposition)
    return max((usual, *own))


def one_at_a_time(case: Case) -> Decision:
    """Nobody is called while a call to them is up, on any of their numbers."""
    if all(past.disposition is not None for past in case.facts.past):
        return passed("one_at_a_time", "No call to this person is up.")
    return refused(
        "one_at_a_time", "A call to this person is up, or has not been accounted for.", case.at + ASK_AGAIN
    )
