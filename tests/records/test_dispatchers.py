"""Two dispatchers at work at once on one database, as two services are: nobody is called by both."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from threading import Lock, Timer

from sqlalchemy import Engine

from ivr.company.disposition import Disposition
from ivr.dialer.dispatch import Dispatcher
from ivr.dialer.kit import Kit
from ivr.dialer.ports import ContactState, LineOutcome, OpenAttempt, Order, PromiseState
from ivr.records import tables
from ivr.records.dialer import SqlDialer
from tests.dialer.world import NOON, RUN, Standards, campaign, company, contact, number, promise
from tests.records.ledger_samples import rows

CONTACTS, PROMISES = 16, 12


class Exchange:
    """One exchange for both, on which everybody is somebody else."""

    def __init__(self, clock) -> None:
        self.clock, self.lock, self.sinks = clock, Lock(), []
        self.up: dict[str, str] = {}
        self.ids: Counter = Counter()
        self.numbers: Counter = Counter()
        self.twice: list[str] = []

    def start(self, sink) -> None:
        self.sinks.append(sink)

    def ready(self) -> bool:
        return True

    def place(self, order: Order) -> None:
        with self.lock:
            if order.number in self.up.values():
                self.twice.append(order.number)
            self.up[order.attempt] = order.number
            self.ids[order.attempt] += 1
            self.numbers[order.number] += 1
        Timer(0.1, self._end, (order.attempt, order.number)).start()

    def _end(self, attempt: str, to: str) -> None:
        with self.lock:
            del self.up[attempt]
        outcome = LineOutcome(attempt, Disposition.WRONG_PERSON, self.clock())
        for sink in self.sinks:
            sink(outcome)

    def live(self, attempts: Sequence[OpenAttempt]) -> frozenset[str]:
        with self.lock:
            return frozenset(self.up)

    def remembered(self, attempt: OpenAttempt) -> LineOutcome | None:
        return None

    def forget(self, attempt: str) -> None:
        pass

    def stop(self) -> None:
        pass


def _peopled(dialer: SqlDialer, engine: Engine) -> None:
    dialer.set_run(RUN, NOON)
    with engine.begin() as connection:
        for place in range(1, CONTACTS + 1):
            row = replace(contact(place, number(place)), next_at=NOON)
            values = {name: getattr(row, name) for name in row.__slots__} | {"imported_at": NOON}
            connection.execute(tables.Contact.__table__.insert(), values)
        for place in range(PROMISES):
            row = promise(f"p{place}", number(50 + place))
            values = {name: getattr(row, name) for name in row.__slots__}
            connection.execute(tables.Promise.__table__.insert(), values)


def _over(dialer: SqlDialer, engine: Engine) -> bool:
    states = {state for (state,) in rows(engine, tables.Promise, "state")}
    return dialer.unfinished("reminder") == 0 and states == {PromiseState.HANDED_OVER.value}


def test_nobody_is_called_by_both(engine: Engine) -> None:
    began = time.monotonic()

    def clock():
        return NOON + timedelta(seconds=8 * (time.monotonic() - began))  # the day goes by faster

    dialer, line = SqlDialer(engine), Exchange(clock)
    _peopled(dialer, engine)
    standards = Standards(company(at_once=50), campaign(pacing={"per_second": 5, "at_once": 50}))
    both = [
        Dispatcher(Kit(node, clock, SqlDialer(engine), line, standards, lambda *_: None, _sleep))
        for node in ("one", "two")
    ]
    for dispatcher in both:
        dispatcher.start()
    until = time.monotonic() + 60
    while not _over(dialer, engine) and time.monotonic() < until:
        time.sleep(0.1)
    assert all([dispatcher.drain(20) for dispatcher in both])  # noqa: C419 - both are to be drained
    for dispatcher in both:
        dispatcher.stop()
    assert not line.twice
    assert set(line.ids.values()) == {1}
    assert line.numbers == {number(p): 1 for p in (*range(1, CONTACTS + 1), *range(50, 50 + PROMISES))}
    assert {state for (state,) in rows(engine, tables.Contact, "state")} == {ContactState.DONE.value}
    ends = Counter(end for (end,) in rows(engine, tables.Attempt, "disposition"))
    assert ends == {Disposition.WRONG_PERSON.value: CONTACTS + PROMISES}


def _sleep(seconds: float) -> None:
    time.sleep(seconds / 8)
