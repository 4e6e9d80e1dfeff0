"""Why a number was, was not, or will be called: from contacts, promises, campaigns and the rules."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from ivr.company.disposition import Disposition
from ivr.dialer.explaining import Explanation, Known, Question, explain
from ivr.dialer.ports import CampaignRun, CampaignState, ContactState, Facts, PromiseState
from tests.dialer.cases import NUMBER, TUESDAY, campaign, company, contact, facts, past, promise

DAY = timedelta(days=1)
RUNNING = CampaignRun("spring", "c1", "f1", CampaignState.RUNNING, "Started by an operator.")
STOPPED = replace(RUNNING, state=CampaignState.STOPPED, why="stopped by operator anna")
PAUSED = replace(RUNNING, state=CampaignState.PAUSED, why="The circuit breaker: 8 of the last 10 failed.")
PENDING = contact(state=ContactState.PENDING, next_at=TUESDAY)


def known(*work: Any, run: CampaignRun | None = RUNNING, **campaigns: Any) -> Known:
    contacts = tuple(each for each in work if not hasattr(each, "origin"))
    promises = tuple(each for each in work if hasattr(each, "origin"))
    files = campaigns or {"spring": campaign()}
    return Known(contacts, promises, {run.id: run} if run else {}, files)


def asked(
    what: Known, at: datetime = TUESDAY, told: Facts | None = None, only: str | None = None, now: bool = True
) -> Explanation:
    return explain(Question(NUMBER, at, now, company(), only, lambda _: told or facts()), what)


def test_a_contact_whose_campaign_runs_is_planned() -> None:
    (matter,) = asked(known(PENDING)).matters
    assert (matter.kind, matter.id, matter.planned, matter.decision.allowed) == (
        "campaign",
        "spring",
        True,
        True,
    )
    assert matter.stands == (
        'Campaign "spring": its next call is due at 2026-11-24 10:00; tries so far: 0. '
        "The campaign is running."
    )
    assert [rule.rule for rule in matter.rules][:2] == ["do_not_call", "consent"]


@pytest.mark.parametrize(
    ("work", "run", "says"),
    [
        (PENDING, PAUSED, "The campaign is paused. The circuit breaker"),
        (PENDING, STOPPED, "The campaign is stopped. Stopped by operator anna."),
        (PENDING, None, "never started: ivr campaign start spring"),
        (contact(state=ContactState.WAITING), RUNNING, "a promised call carries it on"),
        (
            contact(state=ContactState.DONE, reason="Nobody answered, at try 3 of 3."),
            RUNNING,
            "at try 3 of 3.",
        ),
        (
            contact(state=ContactState.REFUSED, reason="No consent."),
            RUNNING,
            "refused; tries: 0. No consent.",
        ),
        (
            contact(state=ContactState.REFUSED, reason="asked not to be called again"),
            RUNNING,
            "refused; tries: 0. Asked not to be called again. The campaign",
        ),
        (promise(state=PromiseState.HANDED_OVER, tries=3), None, "handed to a person; tries: 3."),
        (promise(state=PromiseState.KEPT), None, "2026-11-24 10:00 (Europe/Riga), by sales: it was kept."),
    ],
)
def test_what_stands_still_is_not_planned_and_says_why(work: Any, run: CampaignRun | None, says: str) -> None:
    matter = asked(known(work, run=run)).matters[0]
    assert not matter.planned
    assert says in matter.stands


@pytest.mark.parametrize("state", [ContactState.DONE, ContactState.REFUSED])
def test_what_is_over_is_told_and_then_what_the_rules_say_to_any_call(state: ContactState) -> None:
    over, anything = asked(known(contact(state=state), promise(state=PromiseState.KEPT))).matters[1:]
    assert (over.kind, over.settled) == ("campaign", True)
    assert (anything.kind, anything.settled, anything.planned) == ("anything", False, False)
    assert anything.stands.startswith("No further call is planned")
    waits = asked(known(contact(state=state), promise(state=PromiseState.OPEN))).matters
    assert [matter.settled for matter in waits] == [False, True]


def test_a_promise_and_a_campaign_are_judged_each_by_its_own_rules() -> None:
    open_ = promise(state=PromiseState.OPEN, at=TUESDAY + 11 * DAY / 24)
    told = facts(past=tuple(past(TUESDAY - n * DAY) for n in (1, 2, 3)))
    promised, contacted = asked(known(open_, PENDING), told=told).matters
    assert (promised.kind, promised.planned, promised.decision.rule) == ("promise", True, "due")
    assert contacted.decision.rule == "caps"


def test_a_number_that_nobody_has_planned_to_call() -> None:
    (matter,) = asked(known()).matters
    assert (matter.kind, matter.planned) == ("anything", False)
    assert matter.decision.allowed


def test_one_campaign_alone_also_where_it_has_no_such_contact() -> None:
    (matter,) = asked(
        known(PENDING, spring=campaign(), ads=campaign(purpose="commercial")), only="ads"
    ).matters
    assert (matter.id, matter.planned, matter.decision.rule) == ("ads", False, "consent")
    assert 'not among the contacts of campaign "ads"' in matter.stands


def test_a_campaign_whose_file_cannot_be_read_is_not_judged() -> None:
    (matter,) = asked(known(PENDING, other=campaign())).matters
    assert (matter.planned, matter.rules, matter.decision.rule) == (False, (), "file")


def test_in_the_past_only_what_was_known_then_counts() -> None:
    told = facts(past=(past(TUESDAY - DAY), past(TUESDAY)), do_not_call=TUESDAY, up=99)
    found = asked(known(PENDING), TUESDAY - DAY / 2, told, now=False)
    assert [each.at for each in found.past] == [TUESDAY - DAY]
    rules = {rule.rule: rule.allowed for rule in found.matters[0].rules}
    assert rules["do_not_call"]
    assert rules["capacity"]
    assert not asked(known(PENDING), TUESDAY, told).matters[0].decision.allowed


def test_where_the_person_is() -> None:
    found = asked(known(), told=facts(zone="Asia/Kathmandu"))
    assert (found.country, found.zones) == ("LV", ("Asia/Kathmandu",))
    assert asked(known(), told=facts(zone="Mars/Phobos")).zones == ("Europe/Riga",)


def test_past_attempts_are_told_with_their_ends() -> None:
    tried = past(TUESDAY - DAY, Disposition.MACHINE)
    assert asked(known(), told=facts(past=(tried,))).past == (tried,)
