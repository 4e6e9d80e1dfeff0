"""Two dispatchers on the same records and the same exchange."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from itertools import pairwise

import pytest

from ivr.company.disposition import Disposition
from ivr.dialer.ports import CampaignState, ContactState, PromiseState
from ivr.dialer.sharing import Share, share_of
from tests.dialer.world import NOON, RUN, SECOND, Person, World, campaign, company, contact, number, promise


def peopled(world: World, contacts: int = 12, promises: int = 6) -> World:
    world.running = campaign(pacing={"per_second": 4, "at_once": 6})
    world.records.keep(RUN)
    for place in range(1, contacts + 1):
        world.records.keep(contact(place, number(place)))
    for place in range(promises):
        world.records.keep(promise(f"p{place}", number(50 + place), NOON + place * SECOND))
    world.line.people[number(2)] = [Person(Disposition.BUSY, talks=False), Person()]
    return world


def test_each_person_is_called_by_one_of_them(either):
    peopled(either)
    either.pass_time(120, either.dispatcher("one"), either.dispatcher("two"), least=0.05)
    assert either.calls() == {number(p): 1 for p in (*range(1, 13), *range(50, 56))} | {number(2): 2}
    assert {each.state for each in either.records.promises.values()} == {PromiseState.KEPT}
    assert {each.state for each in either.records.contacts.values()} == {ContactState.DONE}
    assert either.records.campaigns["reminder"].state is CampaignState.DONE
    nodes = {row.new.node for row in either.records.attempts.values()}
    assert nodes == {"one", "two"}


def test_the_one_that_lives_takes_over_what_a_dead_one_left(either):
    peopled(either)
    one, two = either.dispatcher("one"), either.dispatcher("two")
    either.pass_time(14.1, one, two)
    either.records.claim_promises(NOON + timedelta(days=1), 1, "two")  # and dies with it in hand
    either.line.cut |= set(either.line.channels)
    either.line.sinks.pop()
    either.pass_time(180, one)
    assert not either.records.claims
    assert all(row.ends for row in either.records.attempts.values())
    assert {each.state for each in either.records.contacts.values()} == {ContactState.DONE}
    works = defaultdict(list)
    for row in either.records.attempts.values():
        works[row.new.promise or row.new.contact].extend(row.ends)
    assert all(Disposition.LOST not in ends[:-1] for ends in works.values())


@pytest.mark.parametrize("rate", [0.5, 3, 5, 20])
def test_together_they_keep_the_pace(world, rate):
    peopled(world, 200, 0).running = campaign(pacing={"per_second": rate, "at_once": 500})
    world.company = company(at_once=500)
    one = world.dispatcher("one")
    world.pass_time(20, one)
    two = world.dispatcher("two")
    world.pass_time(60, one, two, least=0.0005)
    assert world.line.most_in_a_second() <= max(rate, 1)
    if rate < 5:
        together = [at for at, _ in world.line.placed if at > NOON + timedelta(seconds=30)]
        reached = (len(together) - 1) / (together[-1] - together[0]).total_seconds()
        assert 0.9 * rate <= reached <= rate
        assert {row.new.node for row in world.records.attempts.values()} == {"one", "two"}


def test_a_place_among_the_living():
    assert share_of("b", ("a", "c")) == Share(1, 3)
    assert share_of("a", ()) == Share(0, 1)
    assert share_of("a", ("a",)) == Share(0, 1)


def test_slots_alternate_and_meet_nowhere():
    interval = timedelta(seconds=0.4)
    starts = [
        {Share(place, 3).free_at(NOON + timedelta(seconds=k / 10), interval) for k in range(100)}
        for place in range(3)
    ]
    together = sorted(set.union(*starts))
    assert len(together) == sum(map(len, starts))
    assert {later - sooner for sooner, later in pairwise(together)} == {interval}


@pytest.mark.parametrize(
    ("talks", "expected"), [(False, Disposition.BUSY), (True, Disposition.LOST)], ids=["remembered", "lost"]
)
def test_open_attempts_of_a_dead_dispatcher_are_ended_by_the_one_that_lives(either, talks, expected):
    either.records.keep(promise("p", number(1)))
    either.line.people[number(1)] = [
        Person(expected, talks=talks, seconds=30),
        Person(Disposition.BUSY, False),
    ]
    dead = either.dispatcher("dead")
    either.pass_time(1, dead)
    either.line.cut |= set(either.line.channels)  # the service that would talk is the same process
    either.line.sinks.clear()
    either.pass_time(120)
    either.pass_time(20, either.dispatcher("alive"))
    first = next(iter(either.records.attempts.values()))
    assert (first.new.node, first.ends) == ("dead", [expected])


def test_open_attempts_of_a_living_dispatcher_are_its_own(either):
    either.records.keep(promise("p", number(1)))
    either.line.remembers = False
    one, two = either.dispatcher("one"), either.dispatcher("two")
    either.pass_time(1, one)
    either.line.crash()  # nobody will ever tell of that call
    for _ in range(20):
        either.pass_time(2, two)
        either.records.beat("one", either.clock())
    assert not any(row.ends for row in either.records.attempts.values())
    either.pass_time(60, one)
    assert [row.ends for row in either.records.attempts.values()] == [[Disposition.LOST]]
