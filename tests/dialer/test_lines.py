"""Two lines on the same records, a dispatcher on each: what one cannot do holds back its own work alone."""

from __future__ import annotations

import time
from datetime import timedelta
from itertools import pairwise
from threading import Event

import pytest

from ivr.company.disposition import Disposition
from ivr.dialer.dispatch import Dispatcher, Together
from ivr.dialer.ports import CampaignRun, CampaignState, PromiseState
from ivr.dialer.reconciling import STRANGE_FOR
from ivr.dialer.served import TWILIO
from ivr.dialer.sharing import Share, share_of
from tests.dialer.test_thread import Quick, wait
from tests.dialer.world import (
    NOON,
    RUN,
    SECOND,
    Line,
    Person,
    World,
    campaign,
    company,
    contact,
    number,
    promise,
)

SPRING = CampaignRun("spring", "f-spring", "f-company", CampaignState.RUNNING, "started by an operator")


def with_campaigns(world: World, contacts: int = 0, **pace: object) -> World:
    """The campaign "reminder" on the test line, "spring" on Twilio; the contacts are spring's."""
    world.others["f-spring"] = campaign(line="twilio", **pace)
    world.records.keep(RUN)
    world.records.keep(SPRING)
    for place in range(1, contacts + 1):
        made = contact(place, number(place))
        world.records.keep(
            type(made)(**{f: getattr(made, f) for f in made.__slots__} | {"campaign": "spring"})
        )
    return world


def of_each_line(world: World) -> None:
    """A promise outside of campaigns, on the test line, and one of Twilio's campaign."""
    world.records.keep(promise("p", number(11)))
    world.records.keep(promise("q", number(12), campaign="spring"))


def placed(line: Line) -> list[str]:
    return [order.number for _, order in line.placed]


def spacing(line: Line) -> timedelta:
    times = sorted(at for at, _ in line.placed)
    return min(later - sooner for sooner, later in pairwise(times))


def test_each_line_makes_its_own_calls(either):
    with_campaigns(either, 3)
    of_each_line(either)
    either.records.keep(contact(9, number(9)))
    either.pass_time(60, either.dispatcher(), either.on_twilio())
    assert sorted(placed(either.line)) == [number(9), number(11)]
    assert sorted(placed(either.twilio)) == [*map(number, (1, 2, 3, 12))]
    assert {row.new.line: row.new.node for row in either.records.attempts.values()} == {
        "test": "one",
        "twilio": "one/twilio",
    }
    assert {run.state for run in either.records.campaigns.values()} == {CampaignState.DONE}


@pytest.mark.parametrize("down", ["line", "twilio"])
def test_a_line_that_is_down_holds_back_its_own_promises_alone(either, down):
    with_campaigns(either)
    of_each_line(either)
    broken, other = (either.line, either.twilio)[:: 1 if down == "line" else -1]
    broken.up = False
    both = either.dispatcher(), either.on_twilio()
    either.pass_time(30, *both)
    assert (len(other.placed), broken.placed) == (1, [])
    waiting = "p" if down == "line" else "q"
    assert either.records.promises[waiting].state is PromiseState.OPEN
    broken.up = True
    either.pass_time(30, *both)
    assert {each.state for each in either.records.promises.values()} == {PromiseState.KEPT}


def test_a_line_that_refuses_is_left_alone_for_a_while_and_the_other_is_not(world):
    with_campaigns(world)
    for place in range(5):
        world.records.keep(promise(f"p{place}", number(place), NOON + place * SECOND))
    world.records.keep(promise("q", number(50), campaign="spring"))
    world.twilio.refuses = "certain"
    world.pass_time(20, world.dispatcher(), world.on_twilio())
    assert len(world.line.placed) == 5
    assert all(at <= NOON + (place + 0.5) * SECOND for place, (at, _) in enumerate(world.line.placed))


def test_a_campaign_is_rendered_and_called_by_its_line_alone(world):
    with_campaigns(world, 2)
    world.pass_time(10, world.dispatcher())
    assert (world.rendered, world.line.placed) == (["campaign"], [])  # reminder's
    world.pass_time(10, world.on_twilio())
    assert len(world.twilio.placed) == 2


# ── The account's pace ──────────────────────────────────────────────────────────────────────────


def test_promises_and_campaigns_keep_the_accounts_pace_together(either):
    with_campaigns(either, 6, pacing={"per_second": 10, "at_once": 20})
    for place in range(10, 16):
        either.records.keep(promise(f"p{place}", number(place), campaign="spring"))
    either.pass_time(30, either.on_twilio(per_second=1.0))
    assert len(either.twilio.placed) == 12
    assert spacing(either.twilio) >= SECOND
    first, *_, last = (at for at, _ in either.twilio.placed)
    assert last - first <= 12.5 * SECOND, "the pace is used"


def test_promises_that_wait_for_the_pace_are_not_claimed(world):
    with_campaigns(world)
    for place in range(10, 16):
        world.records.keep(promise(f"p{place}", number(place), campaign="spring"))
    world.pass_time(0.9, world.on_twilio(per_second=1.0))
    states = [each.state for each in world.records.promises.values()]
    assert (states.count(PromiseState.OPEN), len(world.twilio.placed)) == (5, 1)


def test_several_services_keep_the_accounts_pace_together(world):
    world.company = company(at_once=200)
    with_campaigns(world, 60, pacing={"per_second": 20, "at_once": 200})
    one, asterisk = world.on_twilio("one", per_second=2.0), world.dispatcher("one")
    world.pass_time(10, one, asterisk)
    world.pass_time(60, one, asterisk, world.on_twilio("two", per_second=2.0), least=0.001)
    assert len(world.twilio.placed) == 60
    assert world.twilio.most_in_a_second() <= 2
    nodes = {row.new.node for row in world.records.attempts.values()}
    assert nodes == {"one/twilio", "two/twilio"}


def test_promises_are_called_where_services_share_the_pace_and_none_wakes_exactly_on_time(world):
    with_campaigns(world)
    both = world.on_twilio("one", per_second=1.0), world.on_twilio("two", per_second=1.0)
    world.pass_time(20, *both, late=0.003)
    for place in range(6):
        world.records.keep(promise(f"p{place}", number(place), campaign="spring"))
    world.pass_time(10, *both, late=0.003)
    assert len(world.twilio.placed) == 6
    assert spacing(world.twilio) >= SECOND


def test_a_pace_is_shared_among_those_on_one_line():
    alive = ("a", "a/twilio", "b/twilio")
    assert share_of("a", alive) == Share()
    assert share_of("a/twilio", alive) == Share(0, 2)
    assert share_of("b/twilio", alive) == Share(1, 2)


# ── Reconciliation ──────────────────────────────────────────────────────────────────────────────


def begun_on_twilio(world: World) -> None:
    """A call rings on Twilio, and who made it dies."""
    with_campaigns(world)
    world.records.keep(promise("q", number(2), campaign="spring"))
    world.twilio.people[number(2)] = [Person(Disposition.BUSY, talks=False), Person()]
    world.pass_time(1, world.on_twilio("dead"))
    world.twilio.sinks.clear()


def test_attempts_of_a_line_are_held_against_that_line(either):
    begun_on_twilio(either)
    either.pass_time(120, either.dispatcher())
    assert [row.ends for row in either.records.attempts.values()] == [[]]
    either.pass_time(20, either.on_twilio())
    first = next(iter(either.records.attempts.values()))
    assert (first.new.node, first.ends) == ("dead/twilio", [Disposition.BUSY])


def test_attempts_of_a_line_that_is_there_no_more_are_lost_a_day_later(world):
    begun_on_twilio(world)
    dispatcher = world.dispatcher()
    world.pass_time(120, dispatcher)
    world.clock.now += STRANGE_FOR
    world.pass_time(120, dispatcher)
    assert [row.ends for row in world.records.attempts.values()] == [[Disposition.LOST]]
    assert world.records.promises["q"].state is PromiseState.HANDED_OVER


# ── The company file says another line ──────────────────────────────────────────────────────────


def test_a_promise_that_another_line_is_to_keep_meanwhile_is_left_to_it(either):
    either.records.keep(promise("p", number(1)))
    dispatcher = either.dispatcher()
    facts = either.records.facts
    standards = dispatcher._kit.standards

    def facts_and_a_new_file(*of):
        found = facts(*of)
        moved = either.company.callbacks.model_copy(update={"line": "twilio"})
        standards.company = either.company.model_copy(update={"callbacks": moved})
        either.records.facts = facts
        return found

    either.records.facts = facts_and_a_new_file
    either.pass_time(1, dispatcher)
    twilio = Dispatcher(either.kit("one/twilio", line=either.twilio, lines=TWILIO, standards=standards))
    twilio.connect()
    either.pass_time(30, dispatcher, twilio)
    assert (placed(either.line), placed(either.twilio)) == ([], [number(1)])
    assert either.records.promises["p"].state is PromiseState.KEPT


# ── In threads of their own ─────────────────────────────────────────────────────────────────────


class Stuck(Quick):
    """A line that takes its time to take an order."""

    def __init__(self) -> None:
        super().__init__()
        self.asked, self.let = Event(), Event()

    def place(self, order) -> None:
        self.asked.set()
        assert self.let.wait(10)
        super().place(order)


def test_a_line_that_answers_slowly_holds_up_no_other(world):
    began = time.monotonic()
    clock = lambda: NOON + timedelta(seconds=time.monotonic() - began)  # noqa: E731
    with_campaigns(world)
    world.records.keep(promise("q", number(2), campaign="spring"))
    quick, stuck = Quick(), Stuck()
    given = {"clock": clock, "sleep": time.sleep}
    both = Together(
        (
            Dispatcher(world.kit(line=quick, **given)),
            Dispatcher(world.kit("one/twilio", line=stuck, lines=TWILIO, **given)),
        )
    )
    both.start()
    assert stuck.asked.wait(10)
    world.records.keep(promise("p", number(1)))
    assert quick.placed.wait(10)
    stuck.let.set()
    assert stuck.placed.wait(10)
    assert both.drain(0.1) is False  # what rings on either line is waited for
    world.records.pick_up(quick.orders[0].attempt)
    world.records.pick_up(stuck.orders[0].attempt)
    wait(lambda: both.drain(0.1))
    both.stop()
    assert quick.stopped
    assert stuck.stopped
