"""A dispatcher that is killed at any step, and one that runs after it on the same records.

Nobody is called twice for one promise or attempt, no promise is lost, every attempt ends in one disposition.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ivr.company.disposition import Disposition
from ivr.dialer.dispatch import Dispatcher
from ivr.dialer.ports import CampaignState, ContactState, PromiseState
from tests.dialer.conftest import in_memory, on_sqlite
from tests.dialer.world import NOON, RUN, SECOND, Person, World, contact, number, promise

# What changes something, or decides that something is changed: the dispatcher is killed after any of it.
STEPS = frozenset(
    {"claim_promises", "claim_contacts", "facts", "begin_attempt", "put_back", "attempt", "end_attempt"}
    | {"set_run", "place", "forget", "release_claims"}
)
IDLE = {"claim_promises": (), "claim_contacts": (), "release_claims": 0}  # nothing happened: no step
AGAIN = frozenset({Disposition.BUSY, Disposition.NO_ANSWER, Disposition.ABANDONED, Disposition.FAILED})
OVER = frozenset({PromiseState.KEPT, PromiseState.CANCELLED, PromiseState.HANDED_OVER})


class KilledError(BaseException):
    """Not an Exception: nothing in the dispatcher may catch it."""


@dataclass
class Killer:
    """Counts the steps of a dispatcher, and kills it at one of them."""

    at: int | None = None  # which step, from 0: it is done, and nobody hears of it
    steps: list[str] = field(default_factory=list)

    def wrapped(self, thing: object) -> object:
        return _Watched(thing, self)

    def step(self, name: str, does: Callable[[], object]) -> object:
        result = does()
        if name in IDLE and result == IDLE[name]:
            return result
        self.steps.append(name)
        if self.at == len(self.steps) - 1:
            raise KilledError(name)
        return result


class _Watched:
    def __init__(self, thing: object, killer: Killer) -> None:
        self._thing, self._killer = thing, killer

    def __getattr__(self, name: str):
        found = getattr(self._thing, name)
        return (lambda *of: self._killer.step(name, lambda: found(*of))) if name in STEPS else found


def peopled(world: World) -> World:
    """Two promises and five contacts, who behave in every way."""
    world.records.keep(RUN)
    for place in range(1, 6):
        world.records.keep(contact(place, number(place)))
    world.records.keep(promise("kept", number(11), NOON + SECOND))
    world.records.keep(promise("busy", number(12), NOON + 2 * SECOND))
    ends = {
        2: [Person(Disposition.BUSY, talks=False), Person()],
        3: [Person(Disposition.LATER, promises=timedelta(seconds=20)), Person()],
        4: [Person(Disposition.OPTED_OUT)],
        5: [Person(Disposition.NO_ANSWER, talks=False)],
        12: [Person(Disposition.BUSY, talks=False), Person(Disposition.REFUSED)],
    }
    world.line.people |= {number(place): people for place, people in ends.items()}
    return world


def started(world: World, killer: Killer) -> Dispatcher:
    """A service begins to run."""
    dispatcher = Dispatcher(world.kit(records=killer.wrapped(world.records), line=killer.wrapped(world.line)))
    world.line.served = True
    world.records.close_lost()
    dispatcher.connect()
    return dispatcher


def live(world: World, killer: Killer, seconds: float) -> None:
    """A service runs until it is killed: at the step that the killer waits for, or after so long."""
    dispatcher = started(world, killer)
    with suppress(KilledError):
        world.pass_time(seconds, dispatcher, least=0.25)
    world.line.lose_service()


def finish(world: World, killer: Killer) -> None:
    """A service runs undisturbed until there is nothing to do."""
    dispatcher = started(world, killer)
    for _ in range(60):
        world.pass_time(10, dispatcher, least=0.25)
        if over(world):
            return
    raise AssertionError("There is no end to it.")


def over(world: World) -> bool:
    records = world.records
    return (
        all(each.state in OVER for each in records.promises.values())
        and not any(not row.ends for row in records.attempts.values())
        and records.campaigns["reminder"].state is not CampaignState.RUNNING
    )


def check(world: World) -> None:
    """What must hold whatever happened."""
    records, line = world.records, world.line
    ids = [order.attempt for _, order in line.placed]
    assert len(ids) == len(set(ids)), "an attempt was dialled twice"
    by_work = defaultdict(list)
    for id_, row in records.attempts.items():
        assert len(row.ends) == 1
        assert (row.ends[0] is not Disposition.FAILED) or id_ not in ids
        by_work[row.new.promise or row.new.contact].append(row.ends[0])
    for work, ends in by_work.items():
        assert set(ends[:-1]) <= AGAIN, f"{work} was dialled again after {ends}"
    assert {"kept", "busy"} <= set(records.promises)
    assert all(each.state in OVER for each in records.promises.values())
    assert not records.claims
    left = {each.state for each in records.contacts.values()}
    assert left <= {ContactState.DONE, ContactState.REFUSED}
    for id_, row in records.attempts.items():
        if row.result is not None:
            assert row.ends == [row.result]
        elif id_ in line.cut:
            assert row.ends == [Disposition.LOST]


def undisturbed() -> list[str]:
    world, killer = peopled(in_memory()), Killer()
    finish(world, killer)
    check(world)
    assert not world.line.kept, "the line remembers what is on record"
    assert not any(Disposition.LOST in row.ends for row in world.records.attempts.values())
    return killer.steps


def killed(world: World, *kills: Killer) -> World:
    peopled(world)
    for killer in kills:
        live(world, killer, 60)
        world.pass_time(5)
    finish(world, Killer())
    check(world)
    return world


def test_killed_at_every_step():
    for at in range(len(undisturbed())):
        killed(in_memory(), Killer(at))


def test_killed_at_some_steps_on_the_real_records():
    steps = undisturbed()
    for name in ("claim_contacts", "begin_attempt", "place", "end_attempt", "claim_promises"):
        world = killed(on_sqlite(), Killer(steps.index(name)))
        world.records.calls.close()
        world.records.engine.dispose()


@settings(max_examples=25)
@given(st.lists(st.integers(0, 40), min_size=2, max_size=6), st.booleans())
def test_killed_again_and_again(kills, remembers):
    world = in_memory()
    world.line.remembers = remembers
    killed(world, *map(Killer, kills))


@pytest.mark.parametrize("seconds", [0.5, 2.5, 4, 6, 14, 40, 75])
def test_asterisk_killed(seconds):
    world = peopled(in_memory())
    dispatcher = started(world, Killer())
    world.pass_time(seconds, dispatcher)
    world.line.crash()
    world.pass_time(60, dispatcher)
    finish(world, Killer())
    check_lost(world)


def check_lost(world: World) -> None:
    check(world)
    for row in world.records.attempts.values():
        work = row.new.promise or row.new.contact
        if row.ends == [Disposition.LOST]:
            later = [other for other in world.records.attempts.values() if other.new.at > row.new.at]
            assert work not in {other.new.promise or other.new.contact for other in later}
