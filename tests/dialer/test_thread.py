"""The dispatcher as the service runs it: in a thread of its own."""

from __future__ import annotations

import time
from datetime import timedelta
from threading import Event

import pytest

from ivr.calls.ports import RecordsUnavailableError
from ivr.company.disposition import Disposition
from ivr.dialer.dispatch import Dispatcher
from ivr.dialer.ports import LineOutcome, PromiseState
from tests.dialer.world import NOON, World, number, promise


class Quick:
    """A line on which calls stay up until they are ended."""

    def __init__(self) -> None:
        self.orders, self.sink, self.stopped, self.placed = [], None, False, Event()

    def start(self, sink) -> None:
        self.sink = sink

    def ready(self) -> bool:
        return not self.stopped

    def place(self, order) -> None:
        self.orders.append(order)
        self.placed.set()

    def live(self, attempts) -> frozenset[str]:
        return frozenset(order.attempt for order in self.orders)

    def remembered(self, attempt) -> LineOutcome | None:
        return None

    def forget(self, attempt: str) -> None:
        self.orders = [order for order in self.orders if order.attempt != attempt]

    def stop(self) -> None:
        self.stopped = True


@pytest.fixture
def line() -> Quick:
    return Quick()


def serving(world: World, line: Quick) -> Dispatcher:
    world.records.keep(promise("p", number(1)))
    began = time.monotonic()
    clock = lambda: NOON + timedelta(seconds=time.monotonic() - began)  # noqa: E731
    return Dispatcher(world.kit(clock=clock, line=line, sleep=time.sleep))


def wait(condition) -> None:
    until = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < until
        time.sleep(0.01)


def test_it_calls_and_ends_and_leaves(world, line):
    dispatcher = serving(world, line)
    dispatcher.start()
    assert line.placed.wait(10)
    (order,) = line.orders
    line.sink(LineOutcome(order.attempt, Disposition.NO_ANSWER, NOON))
    wait(lambda: world.records.attempts[order.attempt].ends == [Disposition.NO_ANSWER])
    assert dispatcher.drain(10)
    dispatcher.stop()
    assert line.stopped


def test_draining_is_over_when_a_ringing_telephone_is_answered(world, line):
    dispatcher = serving(world, line)
    dispatcher.start()
    assert line.placed.wait(10)
    assert dispatcher.drain(0.1) is False
    world.records.pick_up(line.orders[0].attempt)
    assert dispatcher.drain(10)
    dispatcher.stop()
    assert world.records.promises["p"].state is PromiseState.CALLING  # goes on without us


def test_the_thread_outlives_whatever_goes_wrong(world, line, monkeypatch):
    monkeypatch.setattr("ivr.dialer.dispatch.AFTER_TROUBLE", timedelta(0))
    troubles = [RecordsUnavailableError("No disk."), ZeroDivisionError("A fault of ours.")]
    runs = world.records.runs

    def failing():
        if troubles:
            raise troubles.pop()
        return runs()

    world.records.runs = failing
    dispatcher = serving(world, line)
    dispatcher.start()
    assert line.placed.wait(10)
    dispatcher.stop()


def test_a_dispatcher_that_never_began_leaves_too(world, line):
    dispatcher = serving(world, line)
    assert dispatcher.drain(1)
    dispatcher.stop()
    assert line.stopped
