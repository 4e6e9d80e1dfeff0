"""Rules about ourselves: how many calls we can serve, and how many we left without a voice."""

from __future__ import annotations

from datetime import timedelta

from ivr.dialer.pacing import abandoned_too_often
from ivr.dialer.ports import Decision
from ivr.dialer.rules.case import Case, passed, refused

SOON = timedelta(seconds=1)  # a line may be free at any moment, and promises are waiting for one
LATER = timedelta(hours=1)


def capacity(case: Case) -> Decision:
    """Calls that may be up at once: of the company, and of a campaign (a promise does not wait for it)."""
    facts, most = case.facts, case.company.calling.at_once
    if facts.up >= most:
        return refused("capacity", f"{facts.up} calls are up; the company allows {most}.", case.at + SOON)
    if case.campaign and not case.call.promise and facts.up_in_campaign >= case.campaign.pacing.at_once:
        told = (
            f"{facts.up_in_campaign} calls of the campaign are up; it allows {case.campaign.pacing.at_once}."
        )
        return refused("capacity", told, case.at + SOON)
    return passed("capacity", f"{facts.up} of {most} calls are up.")


def abandoned(case: Case) -> Decision:
    """The abandon-rate guard of the campaign; a promise is not one of its cold calls."""
    if case.campaign is None or case.call.promise:
        return passed("abandoned", "The guard is for campaigns.")
    percent = min(preset.abandoned_percent for preset in case.presets)
    too_often = abandoned_too_often(case.facts.answered, case.facts.abandoned, percent)
    if too_often:
        return refused("abandoned", too_often, case.at + LATER)
    return passed(
        "abandoned", f"{case.facts.abandoned} of {case.facts.answered} answered calls were abandoned."
    )
