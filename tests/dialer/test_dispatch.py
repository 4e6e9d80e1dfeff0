"""Who is called when, and what becomes of it, on an undisturbed day and on a bad one."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from ivr.calls.ports import RecordsUnavailableError
from ivr.calls.proofs import NotProvedError, ProofStoppedError
from ivr.company.disposition import Disposition
from ivr.dialer.ports import CampaignState, ContactState, PromiseState
from ivr.errors import SpeechError
from tests.dialer.world import NOON, RUN, SECOND, Person, World, campaign, company, contact, number, promise

BUSY = Person(Disposition.BUSY, talks=False)
UNANSWERED = Person(Disposition.NO_ANSWER, talks=False)
MINUTE = 60.0


def add_promises(world: World, *promises) -> None:
    for each in promises:
        world.records.keep(each)


def add_campaign(world: World, contacts: int, run=RUN) -> None:
    world.records.keep(run)
    for place in range(1, contacts + 1):
        world.records.keep(contact(place, number(place)))


def state(world: World, id_: str) -> PromiseState:
    return world.records.promises[id_].state


def ends(world: World) -> list[Disposition]:
    return [end for row in world.records.attempts.values() for end in row.ends]


def run_of(world: World):
    return world.records.campaigns["reminder"]


# ── Looks ───────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("campaigns", "looks"), [(0, 10), (1, 40)])
def test_what_operators_want_is_looked_at_often_only_while_a_campaign_runs(
    world, monkeypatch, campaigns, looks
):
    seen = []
    runs = world.records.runs
    monkeypatch.setattr(world.records, "runs", lambda: seen.append(world.clock()) or runs())
    if campaigns:
        add_campaign(world, 1)
        world.line.people[number(1)] = [Person(seconds=60)]
    world.pass_time(10, world.dispatcher())
    assert len(seen) == pytest.approx(looks, abs=2)


# ── Promises ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("milliseconds", [0, 1, 130, 249, 990])
def test_a_promise_rings_at_its_instant_and_not_before(world, milliseconds):
    at = NOON + timedelta(seconds=7, milliseconds=milliseconds)
    add_promises(world, promise("p", number(1), at))
    world.pass_time(MINUTE, world.dispatcher())
    (rang,) = world.line.calls_to(number(1))
    assert at <= rang <= at + timedelta(seconds=0.5)
    assert state(world, "p") is PromiseState.KEPT
    assert ends(world) == [Disposition.ACCEPTED]


def test_fifty_promises_of_one_instant_all_ring_within_two_seconds(world):
    world.company = company(at_once=100)
    at = NOON + 5 * SECOND
    add_promises(world, *(promise(f"p{place}", number(place), at) for place in range(50)))
    world.pass_time(MINUTE, world.dispatcher())
    rang = [world.line.calls_to(number(place)) for place in range(50)]
    assert all(len(times) == 1 and times[0] <= at + 2 * SECOND for times in rang)


def test_an_unanswered_promise_is_tried_again_by_rule_and_then_handed_to_a_person(either):
    add_promises(either, promise("p", number(1)))
    either.line.people[number(1)] = [UNANSWERED]
    either.pass_time(5 * MINUTE, either.dispatcher())
    assert either.calls() == {number(1): 3}
    assert state(either, "p") is PromiseState.HANDED_OVER
    assert ends(either) == [Disposition.NO_ANSWER] * 3


def test_a_promise_that_was_cancelled_is_not_called(world):
    add_promises(world, promise("p", number(1), NOON + 5 * SECOND))
    dispatcher = world.dispatcher()
    world.pass_time(4, dispatcher)
    add_promises(world, replace(world.records.promises["p"], state=PromiseState.CANCELLED))
    world.pass_time(MINUTE, dispatcher)
    assert not world.line.placed


def test_a_promise_settled_between_claim_and_call_is_not_called_and_stays_settled(either):
    add_promises(either, promise("p", number(1)))
    facts = either.records.facts

    def facts_and_meanwhile_the_person_rings_in(*of):
        add_promises(either, replace(either.records.promises["p"], state=PromiseState.KEPT))
        return facts(*of)

    either.records.facts = facts_and_meanwhile_the_person_rings_in
    either.pass_time(MINUTE, either.dispatcher())
    assert not either.line.placed
    assert state(either, "p") is PromiseState.KEPT


def test_two_promises_to_one_person_are_called_one_after_the_other(either):
    add_promises(either, promise("p1", number(1)), promise("p2", number(1)))
    either.pass_time(2 * MINUTE, either.dispatcher())
    assert either.calls() == {number(1): 2}  # the line itself refuses two calls at once
    assert {state(either, "p1"), state(either, "p2")} == {PromiseState.KEPT}


def test_the_company_shows_the_number_of_the_department_that_promised(world):
    add_promises(world, replace(promise("p", number(1)), department="sales"))
    world.pass_time(1, world.dispatcher())
    ((_, order),) = world.line.placed
    assert (order.caller_id, order.line, order.language) == ("+37167000101", "test", "lv")


# ── Campaigns ───────────────────────────────────────────────────────────────────────────────────


def test_a_campaign_runs_to_its_end(either):
    add_campaign(either, 8)
    either.line.people[number(2)] = [BUSY, Person()]
    either.line.people[number(3)] = [UNANSWERED]
    either.line.people[number(4)] = [Person(Disposition.REFUSED)]
    either.pass_time(5 * MINUTE, either.dispatcher())
    assert run_of(either).state is CampaignState.DONE
    assert {each.state for each in either.records.contacts.values()} == {ContactState.DONE}
    assert either.calls() == {number(place): 2 if place in {2, 3} else 1 for place in range(1, 9)}
    assert either.records.contacts[3].disposition is Disposition.NO_ANSWER


def test_whoever_asks_for_later_is_called_at_that_time_and_the_campaign_waits_for_it(either):
    add_campaign(either, 1)
    later = Person(Disposition.LATER, promises=timedelta(seconds=90))
    either.line.people[number(1)] = [later, Person(Disposition.ACCEPTED)]
    dispatcher = either.dispatcher()
    either.pass_time(MINUTE, dispatcher)
    assert either.records.contacts[1].state is ContactState.WAITING
    assert run_of(either).state is CampaignState.RUNNING
    either.pass_time(2 * MINUTE, dispatcher)
    assert either.calls() == {number(1): 2}
    assert either.records.contacts[1].state is ContactState.DONE
    assert run_of(either).state is CampaignState.DONE


@pytest.mark.parametrize("rate", [0.5, 1, 2.5, 5, 20, 50])
def test_the_pace_is_held_and_never_exceeded(world, rate):
    world.running = campaign(pacing={"per_second": rate, "at_once": 500})
    world.company = company(at_once=500)
    add_campaign(world, 60)
    world.pass_time(MINUTE, world.dispatcher())
    times = [at for at, _ in world.line.placed]
    assert world.line.most_in_a_second() <= max(rate, 1) + (rate % 1 > 0)
    reached = (len(times) - 1) / (times[-1] - times[0]).total_seconds()
    assert 0.94 * rate <= reached <= rate


def test_no_more_calls_are_up_than_may_be(world):
    world.running = campaign(pacing={"per_second": 10, "at_once": 3})
    add_campaign(world, 12)
    dispatcher, most = world.dispatcher(), 0
    for _ in range(400):
        world.pass_time(0.25, dispatcher)
        most = max(most, len(world.line.channels))
    assert most == 3
    assert world.calls() == {number(place): 1 for place in range(1, 13)}


def test_nothing_is_called_before_the_sentences_are_rendered(world):
    add_campaign(world, 1)
    waiting = []
    dispatcher = world.dispatcher(background=waiting.append)
    world.pass_time(5, dispatcher)
    assert not world.line.placed
    assert len(waiting) == 1
    waiting.pop()()
    world.pass_time(5, dispatcher)
    assert world.rendered == ["campaign"]
    assert world.calls() == {number(1): 1}


def test_a_campaign_whose_sentences_cannot_be_rendered_is_paused_with_the_reason(world):
    def fail(*_):
        raise SpeechError("The folder for prompts cannot be written.")

    add_campaign(world, 1)
    dispatcher = world.dispatcher(prepare=fail)
    world.pass_time(5, dispatcher)
    assert not world.line.placed
    assert run_of(world).state is CampaignState.PAUSED
    assert "cannot be written" in run_of(world).why


def test_a_campaign_that_is_not_proved_is_paused_with_the_reason_and_never_rendered(world):
    def refuse(run):
        raise NotProvedError(f"{run.id}: O1: nobody is named.\nSee ivr check.")

    add_campaign(world, 1)
    world.pass_time(5, world.dispatcher(prove=refuse))
    assert (world.line.placed, world.rendered) == ([], [])
    assert run_of(world).state is CampaignState.PAUSED
    assert run_of(world).why == f"{run_of(world).id}: O1: nobody is named. See ivr check."


@pytest.mark.parametrize("error", [RecordsUnavailableError("Gone."), ProofStoppedError("The service stops.")])
def test_a_proof_that_could_not_be_made_now_is_tried_again(world, error):
    failures = [error] * 2

    def prove(_):
        if failures:
            raise failures.pop()

    add_campaign(world, 1)
    world.pass_time(5, world.dispatcher(prove=prove))
    assert world.calls() == {number(1): 1}


def test_opting_out_during_the_run_holds_for_the_very_next_dial(either):
    add_campaign(either, 3)
    either.records.keep(replace(either.records.contacts[2], number=number(4), person=number(1)))
    either.line.people[number(1)] = [Person(Disposition.OPTED_OUT)]
    either.pass_time(5 * MINUTE, either.dispatcher())
    assert either.calls() == {number(1): 1, number(3): 1}
    assert either.records.contacts[2].state is ContactState.REFUSED


def test_opting_out_between_judging_and_dialling_holds_too(either):
    add_campaign(either, 1)
    facts = either.records.facts

    def facts_and_then_the_person_opts_out(*of):
        found = facts(*of)
        either.records.bar(number(1), either.clock())
        return found

    either.records.facts = facts_and_then_the_person_opts_out
    either.pass_time(5, either.dispatcher())
    assert not either.line.placed
    assert either.records.contacts[1].state is ContactState.REFUSED


def test_a_paused_campaign_makes_no_calls_and_goes_on_when_resumed(world):
    add_campaign(world, 20)
    dispatcher = world.dispatcher()
    world.pass_time(2, dispatcher)
    world.records.keep(replace(RUN, state=CampaignState.PAUSED, why="lunch"))
    world.pass_time(0.5, dispatcher)
    made = len(world.line.placed)
    world.pass_time(MINUTE, dispatcher)
    assert 2 <= made == len(world.line.placed)
    assert not world.line.hung_up
    world.records.keep(RUN)
    world.pass_time(2 * MINUTE, dispatcher)
    assert run_of(world).state is CampaignState.DONE
    assert len(world.line.placed) == 20


def test_a_stopped_campaign_hangs_up_what_rings_and_lets_people_finish(either):
    either.running = campaign(pacing={"per_second": 1, "at_once": 20})
    add_campaign(either, 20)
    add_promises(either, promise("p", number(50), NOON + 6.5 * SECOND, campaign="reminder"))
    dispatcher = either.dispatcher()
    either.pass_time(7, dispatcher)
    greeted, up = set(either.line.greeted), dict(either.line.channels)
    either.records.keep(replace(RUN, state=CampaignState.STOPPED, why="an operator"))
    either.pass_time(MINUTE, dispatcher)
    promised = next(order.attempt for _, order in either.line.placed if order.number == number(50))
    assert set(either.line.hung_up) == set(up) - either.line.greeted - {promised}
    assert len(either.line.hung_up) >= 2
    assert len(greeted) >= 2
    assert state(either, "p") is PromiseState.KEPT
    assert run_of(either).state is CampaignState.STOPPED
    assert all(
        row.ends == [Disposition.ACCEPTED] for id_, row in either.records.attempts.items() if id_ in greeted
    )


def test_the_breaker_pauses_a_campaign_whose_calls_fail_and_a_resumed_one_begins_anew(world):
    add_campaign(world, 40)
    for place in range(1, 41):
        world.line.people[number(place)] = [Person(Disposition.UNREACHABLE, talks=False)]
    dispatcher = world.dispatcher()
    world.pass_time(MINUTE, dispatcher)
    assert run_of(world).state is CampaignState.PAUSED
    assert "breaker" in run_of(world).why
    made = len(world.line.placed)
    assert made < 20
    world.records.keep(RUN)
    world.pass_time(5, dispatcher)
    assert len(world.line.placed) > made
    assert run_of(world).state is CampaignState.RUNNING


def test_too_many_abandoned_calls_pause_the_campaign(world):
    add_campaign(world, 5)
    facts = world.records.facts
    world.records.facts = lambda *of: replace(facts(*of), answered=100, abandoned=4)
    world.pass_time(5, world.dispatcher())
    assert not world.line.placed
    assert run_of(world).state is CampaignState.PAUSED
    assert "abandoned" in run_of(world).why


def test_an_operator_who_stops_a_campaign_is_not_overruled_by_the_breaker(world):
    add_campaign(world, 5)
    facts = world.records.facts

    def stopped_meanwhile(*of):
        world.records.keep(replace(RUN, state=CampaignState.STOPPED, why="an operator"))
        return replace(facts(*of), answered=100, abandoned=50)

    world.records.facts = stopped_meanwhile
    world.pass_time(5, world.dispatcher())
    assert run_of(world).state is CampaignState.STOPPED


# ── A bad day ───────────────────────────────────────────────────────────────────────────────────


def test_an_order_that_is_refused_ends_as_failed_and_is_tried_again_later(world):
    add_promises(world, promise("p", number(1)))
    world.line.refuses = "certain"
    dispatcher = world.dispatcher()
    world.pass_time(5, dispatcher)
    assert ends(world) == [Disposition.FAILED]
    assert state(world, "p") is PromiseState.OPEN
    world.line.refuses = None
    world.pass_time(2 * MINUTE, dispatcher)
    assert world.calls() == {number(1): 1}
    assert state(world, "p") is PromiseState.KEPT


def test_when_an_order_is_refused_the_other_promises_stay_as_they_were(either):
    add_promises(either, *(promise(f"p{place}", number(place)) for place in range(5)))
    either.line.refuses = "certain"
    dispatcher = either.dispatcher()
    either.pass_time(0.75, dispatcher)
    assert ends(either) == [Disposition.FAILED]
    assert {state(either, f"p{place}") for place in range(5)} == {PromiseState.OPEN}
    assert not either.records.claims


def test_an_order_of_unknown_fate_that_was_placed_is_one_call(either):
    add_promises(either, promise("p", number(1)))
    either.line.refuses = "lost"
    either.pass_time(2 * MINUTE, either.dispatcher())
    assert either.calls() == {number(1): 1}
    assert ends(either) == [Disposition.ACCEPTED]
    assert state(either, "p") is PromiseState.KEPT


def test_an_order_of_unknown_fate_that_was_not_placed_is_handed_to_a_person(world):
    add_promises(world, promise("p", number(1)))
    world.line.refuses = "unknown"
    world.pass_time(2 * MINUTE, world.dispatcher())
    assert ends(world) == [Disposition.LOST]
    assert state(world, "p") is PromiseState.HANDED_OVER


def test_while_the_line_is_down_nothing_is_claimed_and_then_all_is_called(world):
    add_promises(world, promise("p", number(1), NOON + 5 * SECOND))
    world.line.up = False
    dispatcher = world.dispatcher()
    world.pass_time(MINUTE, dispatcher)
    assert state(world, "p") is PromiseState.OPEN
    world.line.up = True
    world.pass_time(1, dispatcher)
    assert world.calls() == {number(1): 1}


@pytest.mark.parametrize("seconds", [2, 12, 100])
def test_a_call_that_ends_while_the_connection_is_lost_ends_as_it_did(either, seconds):
    add_promises(either, promise("p", number(1)), promise("q", number(2)))
    either.line.people[number(2)] = [BUSY, Person()]
    dispatcher = either.dispatcher()
    either.pass_time(1, dispatcher)
    either.line.up = False
    either.pass_time(seconds, dispatcher)
    either.line.up = True
    either.pass_time(3 * MINUTE, dispatcher)
    assert either.calls() == {number(1): 1, number(2): 2}
    assert ends(either) == [Disposition.ACCEPTED, Disposition.BUSY, Disposition.ACCEPTED]
    assert not either.line.kept  # the line need not remember any more


def test_calls_of_an_asterisk_that_was_killed_are_lost_unless_they_had_concluded(either):
    add_promises(either, *(promise(f"p{place}", number(place)) for place in (1, 2)))
    either.line.people[number(2)] = [Person(writes_after=-8)]
    dispatcher = either.dispatcher()
    either.pass_time(8, dispatcher)
    either.line.crash()
    either.pass_time(3 * MINUTE, dispatcher)
    assert ends(either) == [Disposition.LOST, Disposition.ACCEPTED]
    assert state(either, "p1") is PromiseState.HANDED_OVER
    assert state(either, "p2") is PromiseState.KEPT
    assert either.calls() == {number(1): 1, number(2): 1}


@pytest.mark.parametrize(
    ("writes_after", "expected"),
    [(0.5, Disposition.ACCEPTED), (12, Disposition.ACCEPTED), (None, Disposition.LOST)],
)
def test_the_last_turn_may_be_written_after_the_hang_up(either, writes_after, expected):
    add_promises(either, promise("p", number(1)))
    either.line.people[number(1)] = [Person(writes_after=writes_after)]
    either.pass_time(MINUTE, either.dispatcher())
    assert ends(either) == [expected]


@pytest.mark.parametrize("fails_at", [0.4, 1, 4, 12.9])
def test_records_that_fail_for_a_while_lose_nothing(world, fails_at):
    add_promises(world, *(promise(f"p{place}", number(50 + place)) for place in range(3)))
    add_campaign(world, 5)
    world.line.talks = _Patient(world.records)
    dispatcher = world.dispatcher()
    world.pass_time(fails_at, dispatcher)
    world.records.failing = True
    world.pass_time(5, dispatcher)
    world.records.failing = False
    world.pass_time(3 * MINUTE, dispatcher)
    assert {each.state for each in world.records.promises.values()} == {PromiseState.KEPT}
    assert run_of(world).state is CampaignState.DONE
    assert set(world.calls().values()) == {1}
    assert not world.line.kept


class _Patient:
    """Conversations whose turns are written although the dispatcher's records fail."""

    def __init__(self, records) -> None:
        self.records = records

    def __getattr__(self, name: str):
        def write(*of):
            failing, self.records.failing = self.records.failing, False
            try:
                return getattr(self.records, name)(*of)
            finally:
                self.records.failing = failing

        return write


def test_work_that_cannot_be_judged_is_put_off_and_the_rest_goes_on(world):
    add_promises(world, replace(promise("p1", number(1)), department="nowhere"), promise("p2", number(2)))
    facts = world.records.facts

    def broken(to, *of):
        if to == number(1):
            raise KeyError(to)
        return facts(to, *of)

    world.records.facts = broken
    world.pass_time(MINUTE, world.dispatcher())
    assert world.calls() == {number(2): 1}
    assert state(world, "p1") is PromiseState.OPEN
    assert world.records.promises["p1"].next_at >= NOON + timedelta(minutes=10)


def test_a_service_that_stood_still_does_not_place_the_call_afterwards(world):
    add_promises(world, promise("p", number(1)))
    begin = world.records.begin_attempt

    def slow(attempt):
        begin(attempt)
        world.clock.sleep(25)

    world.records.begin_attempt = slow
    dispatcher = world.dispatcher()
    dispatcher.turn()
    assert not world.line.placed
    dispatcher.turn()
    assert ends(world) == [Disposition.FAILED]


# ── Leaving ─────────────────────────────────────────────────────────────────────────────────────


def test_draining_claims_nothing_more_and_waits_for_what_rings(world):
    add_promises(world, promise("p1", number(1)), promise("p2", number(2), NOON + 3 * SECOND))
    dispatcher = world.dispatcher()
    world.pass_time(1, dispatcher)
    dispatcher._draining.set()
    world.pass_time(1, dispatcher)
    assert not dispatcher._quiet.is_set()
    world.pass_time(MINUTE, dispatcher)
    assert dispatcher._quiet.is_set()
    assert world.calls() == {number(1): 1}
    assert state(world, "p1") is PromiseState.KEPT  # its end was put on record all the same
    assert state(world, "p2") is PromiseState.OPEN


# ── What is on its way is not lost ──────────────────────────────────────────────────────────────


@pytest.mark.parametrize("late", [1, 20])
def test_a_channel_that_is_late_is_waited_for(world, late):
    add_promises(world, promise("p", number(1)))
    live = world.line.live
    world.line.live = lambda of: frozenset() if world.clock() < NOON + late * SECOND else live(of)
    world.line.people[number(1)] = [Person(seconds=60, writes_after=-0.1)]
    dispatcher = world.dispatcher()
    for _ in range(30):  # every lost connection is a reason to look what became of the call
        world.line.up = False
        world.pass_time(0.5, dispatcher)
        world.line.up = True
        world.pass_time(0.5, dispatcher)
    world.pass_time(MINUTE, dispatcher)
    assert ends(world) == [Disposition.ACCEPTED]


def test_an_outcome_that_comes_after_its_channel_is_gone_is_waited_for(world):
    add_promises(world, promise("p", number(1)))
    world.line.people[number(1)] = [BUSY]
    world.line.remembers = False
    dispatcher = world.dispatcher()
    (sink,) = world.line.sinks
    told = []
    world.line.sinks[:] = [told.append]
    world.pass_time(
        60.5, dispatcher
    )  # reconciled at 60 s: the channel is gone since 3 s, and nobody said why
    sink(told[0])
    world.pass_time(1, dispatcher)
    assert ends(world) == [Disposition.BUSY]


def test_outcomes_that_nobody_else_remembers_outlast_failing_records(world):
    add_promises(world, promise("p", number(1)))
    world.line.people[number(1)] = [BUSY, Person()]
    world.line.remembers = False
    dispatcher = world.dispatcher()
    world.pass_time(2, dispatcher)
    world.records.failing = True
    world.pass_time(90, dispatcher)  # meanwhile the number is found busy
    world.records.failing = False
    world.pass_time(2 * MINUTE, dispatcher)
    assert ends(world) == [Disposition.BUSY, Disposition.ACCEPTED]


def test_what_was_claimed_when_the_records_failed_is_called_as_soon_as_they_work(world):
    add_promises(world, promise("p", number(1)))
    facts, failures = world.records.facts, [RecordsUnavailableError("No disk.")]

    def failing_once(*of):
        if failures:
            raise failures.pop()
        return facts(*of)

    world.records.facts = failing_once
    world.pass_time(3, world.dispatcher())
    assert world.calls() == {number(1): 1}


def test_a_connection_that_is_back_is_used_to_look_at_once(world):
    add_promises(world, promise("p", number(1)))
    world.line.people[number(1)] = [BUSY]
    dispatcher = world.dispatcher()
    world.pass_time(1, dispatcher)
    world.line.up = False
    world.pass_time(5, dispatcher)
    assert ends(world) == []
    world.line.up = True
    world.pass_time(0.6, dispatcher)
    assert ends(world) == [Disposition.BUSY]


def test_what_ended_while_nobody_listened_goes_by_the_rules_of_its_campaign(either):
    either.running = campaign(attempts={"most": 1})
    either.line.people[number(1)] = [UNANSWERED]
    add_campaign(either, 1)
    either.pass_time(1, either.dispatcher())
    either.line.lose_service()
    either.pass_time(MINUTE)  # it rings out
    either.pass_time(1, either.dispatcher())
    assert [each.state for each in either.records.contacts.values()] == [ContactState.DONE]
