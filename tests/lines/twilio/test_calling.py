"""A whole campaign through Twilio: dispatcher, REST API, calls, webhooks, records. Nobody is called twice."""

from __future__ import annotations

from collections import defaultdict
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest

from ivr.company.disposition import Disposition
from ivr.dialer.ports import CampaignState, ContactState, PromiseState
from ivr.lines.twilio.standin.rest import broken, too_many, unanswered, unreachable
from tests.dialer.test_crash import AGAIN, OVER, KilledError, Killer
from tests.dialer.world import number
from tests.lines.twilio import calling
from tests.lines.twilio.calling import AWAY, BUSY, UNKNOWN, Town

pytestmark = pytest.mark.usefixtures("migrated_once")
D = Disposition


@pytest.fixture
def town(company_file, tmp_path):
    made = Town(calling.company(company_file), tmp_path / "prompts")
    yield made
    made.close()


def until_done(town: Town, minutes: int = 120) -> None:
    for _ in range(minutes):
        town.pass_time(60)
        over = town.records.runs()[0].state is not CampaignState.RUNNING
        if over and not town.records.open_attempts():
            return
    raise AssertionError("There is no end to it.")


# What happens to whom: lives, and the ends of the attempts.
PEOPLE = [
    ([calling.accepts], [D.ACCEPTED]),
    ([calling.refuses], [D.REFUSED]),
    ([BUSY, calling.accepts], [D.BUSY, D.ACCEPTED]),
    ([AWAY], [D.NO_ANSWER, D.NO_ANSWER]),
    ([calling.machine, calling.quick_machine], [D.MACHINE, D.MACHINE]),
    ([UNKNOWN], [D.INVALID_NUMBER]),
    ([calling.asks_for_later, calling.accepts], [D.LATER, D.ACCEPTED]),
    ([calling.hangs_up, calling.opts_out], [D.HUNG_UP, D.OPTED_OUT]),
    ([calling.says_nothing, calling.refuses], [D.SILENT, D.REFUSED]),
    ([calling.hangs_up_at_once, calling.accepts], [D.HUNG_UP, D.ACCEPTED]),
    ([calling.person_taken_for_a_machine], [D.ACCEPTED]),
]


@pytest.mark.parametrize("twice", [False, True], ids=["once", "each webhook twice"])
def test_a_campaign_runs_to_its_end(town, twice):
    town.delivers_twice = twice
    people = {number(place): lives for place, (lives, _) in enumerate(PEOPLE)}
    town.lives |= {to: list(lives) for to, lives in people.items()}
    nobody = "+37120000666"
    town.api.refuses = {nobody: (400, 21211)}
    town.calls(*people, nobody)
    town.start()
    until_done(town)
    ends = {to: town.records.ends(to) for to in people}
    assert ends == {number(place): expected for place, (_, expected) in enumerate(PEOPLE)}
    assert town.records.ends(nobody) == [D.INVALID_NUMBER]
    assert town.called() == {to: len(expected) for to, expected in ends.items()}
    assert town.records.runs()[0].state is CampaignState.DONE
    assert [each.state for each in town.records.promises.values()] == [PromiseState.KEPT]
    assert town.platform.faults == []
    assert max(sent.status for sent in town.webhooks.sent) < 300


def test_orders_keep_the_accounts_pace(town):
    people = [number(place) for place in range(8)]
    town.calls(*people)
    town.start()
    until_done(town)
    times = sorted(row.new.at for row in town.records.attempts.values())
    assert len(times) == 8
    assert min(later - sooner for sooner, later in pairwise(times)) > timedelta(seconds=0.7)
    assert times[-1] - times[0] >= timedelta(seconds=7)


def test_what_was_agreed_is_promised_and_kept_at_its_time(town):
    town.lives[number(1)] = [calling.asks_for_later, calling.refuses]
    town.calls(number(1))
    town.start()
    town.pass_time(60)
    (promise,) = town.records.promises.values()
    assert promise.state is PromiseState.OPEN
    town.pass_time((promise.at - town.now).total_seconds() - 1)
    town.pass_time(60, idle=0.25)
    (_, second) = town.records.attempts.values()
    assert promise.at <= second.new.at <= promise.at + timedelta(seconds=1)
    assert second.new.promise == promise.id


# ── Twilio's bad days ───────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("trouble", "ends"),
    [
        (too_many("POST /Calls.json", retry_after=3), [D.ACCEPTED]),
        (too_many("POST /Calls.json", retry_after=60), [D.FAILED, D.ACCEPTED]),
        (unreachable("POST /Calls.json"), [D.FAILED, D.ACCEPTED]),
        (broken("POST /Calls.json"), [D.LOST]),
        (unanswered("POST /Calls.json", done=False), [D.LOST]),
        (broken("POST /Calls.json", done=True), [D.ACCEPTED]),
        (unanswered("POST /Calls.json", done=True), [D.ACCEPTED]),
    ],
)
def test_an_order_that_goes_wrong_is_never_two_calls(town, trouble, ends):
    town.api.troubles.append(trouble)
    town.calls(number(1))
    town.start()
    until_done(town)
    assert town.records.ends(number(1)) == ends
    assert town.called()[number(1)] == (D.ACCEPTED in ends)


def test_a_call_of_which_no_webhook_came_is_found_on_twilios_list(town):
    town.lives[number(1)] = [BUSY, calling.accepts]
    town.calls(number(1))
    town.start()
    town.pass_time(2)
    service, town.service = town.service, None  # the network to us is down; we still reach Twilio
    for _ in range(40):
        town.now += timedelta(seconds=1)
        town._live()
    town.service = service
    until_done(town)
    assert town.records.ends(number(1)) == [D.BUSY, D.ACCEPTED]


def test_while_twilio_does_not_answer_nothing_is_taken_for_lost(town):
    town.lives[number(1)] = [calling.says_nothing]
    town.calls(number(1))
    dispatcher = town.start()
    town.pass_time(5)
    town.api.troubles.extend(broken("GET /Calls") for _ in range(30))
    dispatcher._reconcile_at = town.now
    town.pass_time(20)
    assert town.records.ends(number(1)) == []
    town.api.troubles.clear()
    until_done(town)
    assert town.records.ends(number(1)) == [D.SILENT, D.SILENT]


def test_a_campaign_that_is_stopped_hangs_up_what_rings(town):
    town.lives[number(1)] = [lambda call: iter([120.0])]  # nobody comes to the telephone
    town.calls(number(1))
    town.start()
    town.pass_time(2)
    (call,) = town.ours()
    call.rings()
    (run,) = town.records.runs()
    town.records.set_run(replace(run, state=CampaignState.STOPPED), town.now)
    town.pass_time(3)
    assert call.status == "canceled"
    assert town.records.ends(number(1)) == [D.NO_ANSWER]


# ── Killed ──────────────────────────────────────────────────────────────────────────────────────


def peopled(town: Town) -> None:
    lives = [calling.accepts], [BUSY, calling.accepts], [calling.asks_for_later, calling.accepts], [AWAY]
    town.lives |= {number(place): list(each) for place, each in enumerate(lives)}
    town.calls(*town.lives)


def check(town: Town) -> None:
    """What must hold whatever happened."""
    records, called = town.records, town.attempts_called()
    assert len(called) == len(set(called)), "an attempt was dialled twice"
    by_work = defaultdict(list)
    for id_, row in records.attempts.items():
        assert len(row.ends) == 1
        assert row.ends[0] is not D.FAILED or id_ not in called
        by_work[row.new.promise or row.new.contact].append(row.ends[0])
        assert row.result is None or row.ends == [row.result]
    for work, ends in by_work.items():
        assert set(ends[:-1]) <= AGAIN | {D.UNREACHABLE}, f"{work} was dialled again after {ends}"
    assert not records.claims
    assert {each.state for each in records.contacts.values()} <= {ContactState.DONE, ContactState.REFUSED}
    assert all(each.state in OVER for each in records.promises.values())


@pytest.fixture(scope="module")
def undisturbed(company_file, tmp_path_factory) -> list[str]:
    """The steps of a service that nobody kills."""
    town = Town(calling.company(company_file), tmp_path_factory.mktemp("undisturbed"))
    killer = Killer()
    peopled(town)
    town.start(killer.wrapped)
    until_done(town)
    check(town)
    town.close()
    return killer.steps


KILLED_AT = ("claim_contacts", "begin_attempt", "place", "attempt", "end_attempt", "forget", "claim_promises")


@pytest.mark.parametrize("name", KILLED_AT)
@pytest.mark.parametrize("which", [0, -1], ids=["first", "last"])
def test_killed_at_a_step(town, undisturbed, name, which):
    places = [place for place, step in enumerate(undisturbed) if step == name]
    killer = Killer(places[which])
    peopled(town)
    town.start(killer.wrapped)
    with suppress(KilledError):
        until_done(town)
    assert len(killer.steps) == places[which] + 1
    town.stop()
    town.pass_time(5)
    town.start()
    until_done(town)
    check(town)


@pytest.mark.parametrize("seconds", [1, 4, 6, 11, 17])
def test_killed_at_any_time(town, seconds):
    peopled(town)
    town.start()
    town.pass_time(seconds)
    town.stop()
    town.pass_time(30)
    town.start()
    until_done(town)
    check(town)
