"""The service or the exchange is killed while the company calls: no promise lost, nobody called twice."""

from __future__ import annotations

import asyncio
import random
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta

import pytest

from ivr.dialer.ports import Promise, PromiseState
from ivr.records.engine import open_engine
from ivr.records.migrate import upgrade
from tests.asterisk.callees import Farm
from tests.asterisk.calling import Books, callees, number_of
from tests.asterisk.conftest import Exchange
from tests.asterisk.containers import Neighbour, Service
from tests.asterisk.test_campaign import take_and_leave
from tests.records.conftest import POSTGRES, _own_schema

pytestmark = pytest.mark.asterisk

KILLS, EXCHANGE_KILLS = 20, 3
EACH = 4  # kills a test: five tests, for as many exchanges
FOUR = pytest.mark.parametrize("first", range(1, KILLS + 1, EACH), ids=lambda first: f"from kill {first}")
CONTACTS = ("accepts", "refuses", "is busy", "accepts", "hangs up", "rings out")  # of each round's campaign
SETTLING = 150.0  # seconds in which everything that was interrupted is accounted for
SETTLED = {PromiseState.KEPT, PromiseState.HANDED_OVER}


@dataclass
class Siege:
    """Campaigns and promises while something is killed again and again."""

    books: Books
    farm: Farm
    chance: random.Random
    campaigns: list[str] = field(default_factory=list)
    contacts: list[str] = field(default_factory=list)
    promises: list[Promise] = field(default_factory=list)

    def load(self) -> None:
        """One campaign more, and one promise that falls due while it runs."""
        numbers = [number_of(manner) for manner in CONTACTS]
        self.contacts += numbers
        soon = timedelta(seconds=self.chance.uniform(0.5, 6))
        self.promises.append(self.books.promise(number_of("expects a call"), soon))
        file = self.books.campaign("fast", numbers)
        self.campaigns.append(file.id)
        self.books.start(file)

    async def round(self, victim: Neighbour, start: Callable[[], None]) -> None:
        """Begin it, kill at a random moment, start again."""
        await asyncio.to_thread(self.load)
        await asyncio.sleep(self.chance.uniform(0.2, 5))
        await asyncio.to_thread(victim.kill)
        await asyncio.sleep(self.chance.uniform(0, 1))
        await asyncio.to_thread(start)

    async def over(self) -> None:
        """Nothing is under way any more. Raises AssertionError."""
        until = time.monotonic() + SETTLING
        while left := await asyncio.to_thread(self.left):
            assert time.monotonic() < until, f"Left after {SETTLING:.0f} s: {left}"
            await asyncio.sleep(1)

    def left(self) -> str:
        """What is under way, in words."""
        opened = self.books.open_attempts()
        held = [
            p.number for p in map(self.books.read, self.promises) if p.state not in SETTLED and not p.tries
        ]
        running = [id_ for id_ in self.campaigns if self.books.calls_on(id_)]
        told = f"{opened} attempts without an end, promises {held}, campaigns {running}"
        return told if opened or held or running else ""

    def check(self) -> None:
        """Everybody was called once, and everything is accounted for. Raises AssertionError."""
        called = Counter(arrival.number for arrival in self.farm.arrivals)
        assert [number for number in self.contacts if called[number] > 1] == []
        for number in (*self.contacts, *(promise.number for promise in self.promises)):
            made = self.books.attempts(number)
            assert called[number] <= len(made), f"{number} rang {called[number]} times: {made}"
            assert all(line.disposition and line.ended_at for line in made), made
        for promise in map(self.books.read, self.promises):
            assert promise.state in {*SETTLED, PromiseState.OPEN}, promise
            self._talked_once(promise)
        print(f"Attempts by their ends: {dict(self.books.ends())}")

    def _talked_once(self, promise: Promise) -> None:
        """Whoever was spoken with is not called again for the same promise."""
        talks = [line for line in self.books.attempts(promise.number) if line.call_id]
        assert len(talks) <= 1, talks


async def besieged(exchange: Exchange, books: Books, rounds: Callable[[Siege], Awaitable[None]]) -> None:
    """Let the rounds be, and see that all is well afterwards."""
    seed = random.randrange(10**6)
    print(f"Chance: {seed}")
    farm = Farm(exchange.voice, books.load("fast").campaign)
    siege = Siege(books, farm, random.Random(seed))
    async with callees(farm, exchange.password), exchange.extension("201", take_and_leave):
        await rounds(siege)
        await siege.over()
    siege.check()


@pytest.mark.busy  # twenty starts, each of which takes a core to itself for seconds
@pytest.mark.long(90)
@FOUR
async def test_the_service_is_killed_twenty_times(exchange: Exchange, books: Books, first: int) -> None:
    async def rounds(siege: Siege) -> None:
        for _ in range(EACH):
            await siege.round(exchange.service, exchange.service.start)

    await besieged(exchange, books, rounds)


@pytest.mark.skipif(not POSTGRES, reason="Set IVR_TEST_POSTGRES_URL: make harness does.")
@pytest.mark.busy
@pytest.mark.long(90)
@FOUR
async def test_two_dispatchers_share_their_records_and_are_killed_in_turn(
    exchange: Exchange, first: int
) -> None:
    with contextmanager(_own_schema)() as url:
        engine = open_engine(url)
        upgrade(engine)
        books = Books(engine)
        await asyncio.to_thread(exchange.service.stop, 5)
        nodes = [exchange.service.twin(name, url) for name in ("one", "two")]
        try:
            await asyncio.gather(*(asyncio.to_thread(node.start) for node in nodes))
            await besieged(exchange, books, lambda siege: _in_turn(siege, nodes))
        finally:
            await asyncio.gather(*(asyncio.to_thread(node.remove) for node in nodes))
            engine.dispose()


async def _in_turn(siege: Siege, nodes: Sequence[Service]) -> None:
    """Whichever is killed, the other goes on meanwhile."""
    starting: dict[str, Awaitable[None]] = {}
    for _ in range(EACH):
        node = siege.chance.choice(nodes)
        if node.service in starting:
            await starting[node.service]
        await siege.round(node, lambda: None)
        starting[node.service] = asyncio.ensure_future(asyncio.to_thread(node.start))
    await asyncio.gather(*starting.values())


@pytest.mark.long(100)
async def test_the_exchange_is_killed_three_times(exchange: Exchange, books: Books) -> None:
    async def rounds(siege: Siege) -> None:
        for _ in range(EXCHANGE_KILLS):
            await siege.round(exchange.asterisk, exchange.asterisk.start)
            await asyncio.sleep(10)

    await besieged(exchange, books, rounds)
