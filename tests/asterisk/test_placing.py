"""Calls of ours as the line has them: how each way of not talking looks, and what is kept of it.

The attempts here are on nobody's record, so the service takes none of them up: whoever answers meets the
dialplan alone.
"""

from __future__ import annotations

import asyncio
import os
import time
import uuid
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import pytest

from ivr.company.disposition import Disposition
from ivr.dialer.ports import LineOutcome, OpenAttempt, Order
from ivr.lines.asterisk.originate import AsteriskOriginator
from tests.asterisk import phone
from tests.asterisk.callees import BEEP, ENDPOINT, HELLO
from tests.asterisk.conftest import COMPANY, Exchange
from tests.asterisk.hearing import tone
from tests.asterisk.phone import Behaviour, Call
from tests.asterisk.test_service_gone import fallback, off
from tests.asterisk.test_transfer import reach
from tests.dialer import cases

pytestmark = pytest.mark.asterisk

NUMBER = "+37129999999"
SIGHT = 3.0  # seconds in which an outcome is told


@dataclass
class Line:
    """The line to telephones of which each does as ``behaviours`` says, by number."""

    originator: AsteriskOriginator
    behaviours: dict[str, Behaviour] = field(default_factory=dict)
    calls: dict[str, Call] = field(default_factory=dict)
    outcomes: dict[str, LineOutcome] = field(default_factory=dict)
    placed: list[OpenAttempt] = field(default_factory=list)

    async def place(self, behaviour: Behaviour, seconds: int = 20, detect: bool = False) -> str:
        """Call somebody who does that; the attempt."""
        attempt, number = uuid.uuid4().hex, f"+3712{len(self.behaviours):07}"
        self.behaviours[number] = behaviour
        order = Order(attempt, number, COMPANY, "test", seconds, detect, "lv")
        await asyncio.to_thread(self.originator.place, order)
        self.placed.append(opened(attempt))
        return attempt

    async def behave(self, call: Call) -> None:
        """What the telephone behind ENDPOINT does."""
        self.calls[call.called] = call
        await self.behaviours[call.called](call)

    async def outcome(self, attempt: str, within: float = SIGHT) -> LineOutcome:
        """How it ended, as soon as that is told. Raises AssertionError."""
        await until(lambda: attempt in self.outcomes, within)
        return self.outcomes[attempt]

    async def live(self) -> object:
        """Which of the attempts are up."""
        return await self.asked(self.originator.live, self.placed)

    async def asked(self, question: Callable[..., object], *arguments: object) -> object:
        """What the originator answers."""
        return await asyncio.to_thread(question, *arguments)


def opened(attempt: str) -> OpenAttempt:
    """An attempt whose end is not on record."""
    return cases.attempt(id=attempt, line="test")


async def until(condition: Callable[[], object], within: float) -> None:
    """Wait for ``condition``. Raises AssertionError."""
    end = time.monotonic() + within
    while not condition():
        assert time.monotonic() < end, f"It did not happen within {within} s."
        await asyncio.sleep(0.02)


def connected(outcomes: dict[str, LineOutcome]) -> AsteriskOriginator:
    """An originator of the test's own, beside the service's."""
    made = AsteriskOriginator(("asterisk", 5038), "ivr", os.environ["IVR_AMI_PASSWORD"])
    made.start(lambda outcome: outcomes.__setitem__(outcome.attempt, outcome))
    return made


@asynccontextmanager
async def line(exchange: Exchange) -> AsyncIterator[Line]:
    """A line, with its telephones registered."""
    outcomes: dict[str, LineOutcome] = {}
    made = Line(connected(outcomes), outcomes=outcomes)
    try:
        await until(made.originator.ready, 10)
        async with exchange.extension(ENDPOINT, made.behave):
            yield made
    finally:
        made.originator.stop()


def refuses(code: int, rings: bool = False) -> Behaviour:
    """A telephone that refuses, after having rung or without."""

    async def behave(call: Call) -> None:
        if rings:
            call.ring()
            await asyncio.sleep(0.2)
        call.refuse(code)

    return behave


async def nothing(_: Call) -> None:
    """Not even ring."""


async def leaves_at_once(call: Call) -> None:
    """Take the call and leave while the dialplan listens who it is."""
    await phone.answer(call)
    await asyncio.sleep(0.3)
    await call.hang_up()


CASES: tuple[tuple[str, Behaviour, Disposition], ...] = (
    ("486", refuses(486), Disposition.BUSY),
    ("603", refuses(603), Disposition.DECLINED),
    ("404", refuses(404), Disposition.INVALID_NUMBER),
    ("480", refuses(480), Disposition.UNREACHABLE),
    ("503", refuses(503), Disposition.UNREACHABLE),
    ("480 after ringing", refuses(480, rings=True), Disposition.NO_ANSWER),
    ("603 after ringing", refuses(603, rings=True), Disposition.DECLINED),
    ("rings out", phone.only_ring, Disposition.NO_ANSWER),
    ("never rings", nothing, Disposition.UNREACHABLE),
    ("leaves at once", leaves_at_once, Disposition.HUNG_UP),
)


async def test_every_way_of_not_talking_has_its_disposition(exchange: Exchange) -> None:
    async with line(exchange) as out:
        attempts = {name: await out.place(behaviour, 2, detect=True) for name, behaviour, _ in CASES}
        ended = {name: (await out.outcome(attempt, 6)).disposition for name, attempt in attempts.items()}
        assert ended == {name: disposition for name, _, disposition in CASES}
        assert {call.caller for call in out.calls.values()} == {COMPANY}
        assert await out.live() == frozenset()


async def test_a_telephone_that_is_not_registered_is_not_called(exchange: Exchange) -> None:
    outcomes: dict[str, LineOutcome] = {}
    out = Line(connected(outcomes), outcomes=outcomes)
    await until(out.originator.ready, 10)
    assert (await out.outcome(await out.place(nothing))).disposition is Disposition.FAILED
    out.originator.stop()


async def test_a_call_is_live_until_it_is_hung_up(exchange: Exchange) -> None:
    async with line(exchange) as out:
        attempt = await out.place(phone.only_ring)
        await until(lambda: out.calls, SIGHT)
        assert await out.live() == {attempt}
        await out.asked(out.originator.hang_up, opened(attempt))
        (call,) = out.calls.values()
        await call.ended()
        await out.outcome(attempt)
        assert await out.live() == frozenset()
        await out.asked(out.originator.hang_up, opened(attempt))  # once more is no error


async def test_what_happens_while_nobody_listens_is_remembered_until_it_is_forgotten(
    exchange: Exchange,
) -> None:
    await off(exchange.service.stop, 10)  # which would hear it, too
    async with line(exchange) as out:
        attempt = await out.place(refuses_after(1.5))
        out.originator.stop()
        (call,) = [await arrived(out)]
        await call.ended()
        assert out.outcomes == {}
        out.originator = connected(out.outcomes)
        await until(out.originator.ready, 10)
        kept = await out.asked(out.originator.remembered, opened(attempt))
        assert isinstance(kept, LineOutcome)
        assert (kept.attempt, kept.disposition, kept.cause) == (attempt, Disposition.DECLINED, 21)
        assert abs(kept.at.timestamp() - time.time()) < 10
        assert await out.outcome(attempt) == kept  # told as soon as we were let in again
        await out.asked(out.originator.forget, attempt)
        assert await out.asked(out.originator.remembered, opened(attempt)) is None
    await off(exchange.service.start)


def refuses_after(seconds: float) -> Behaviour:
    """Ring, then decline."""

    async def behave(call: Call) -> None:
        call.ring()
        await asyncio.sleep(seconds)
        call.refuse(603)

    return behave


async def arrived(out: Line) -> Call:
    """The call that has reached a telephone."""
    await until(lambda: out.calls, SIGHT)
    (call,) = out.calls.values()
    return call


async def test_the_exchange_dies_and_comes_back(exchange: Exchange) -> None:
    async with line(exchange) as out:
        attempt = await out.place(phone.only_ring)
        await arrived(out)
        await off(exchange.asterisk.kill)
        await until(lambda: not out.originator.ready(), 15)
        await off(exchange.asterisk.container.start)
        await until(out.originator.ready, 30)
        # Nobody knows how it ended, and that is what is told: it is not up, and nothing is kept of it.
        assert await out.live() == frozenset()
        assert await out.asked(out.originator.remembered, opened(attempt)) is None
        assert attempt not in out.outcomes


# ── Who picks up while the service is not there ─────────────────────────────────────────────────


def speaks(*sounds: object) -> Behaviour:
    """Take the call, say something, stay."""

    async def behave(call: Call) -> None:
        await phone.answer(call)
        for sound in sounds:
            await call.say(sound)  # type: ignore[arg-type]
        await call.over.wait()

    return behave


@pytest.mark.parametrize("detect", [True, False])
@pytest.mark.parametrize("says", [(HELLO,), ()])
async def test_a_person_whom_the_service_cannot_serve_hears_an_apology(
    exchange: Exchange, detect: bool, says: tuple[object, ...]
) -> None:
    async with line(exchange) as out:
        attempt = await out.place(speaks(*says), detect=detect)
        call = await arrived(out)
        await call.hear(fallback(exchange, "outbound-lv"), 8)
        await call.ended()
        assert (await out.outcome(attempt)).disposition is Disposition.ABANDONED


async def test_a_machine_is_told_nothing_where_the_service_cannot_speak(exchange: Exchange) -> None:
    async with line(exchange) as out:
        attempt = await out.place(speaks(tone(310, 4.0), BEEP), detect=True)
        call = await arrived(out)
        await call.ended(10)
        assert (await out.outcome(attempt)).disposition is Disposition.MACHINE


# ── A service that takes the call and says nothing ──────────────────────────────────────────────


@asynccontextmanager
async def frozen(exchange: Exchange) -> AsyncIterator[None]:
    """The service stands still: its port takes connections, and nothing answers."""
    await off(exchange.service.container.pause)
    try:
        yield
    finally:
        await off(exchange.service.container.unpause)


async def test_a_caller_of_a_frozen_service_is_put_through_by_the_dialplan(exchange: Exchange) -> None:
    async with (
        exchange.caller() as caller,
        exchange.extension("200", phone.answer) as reception,
        frozen(exchange),
    ):
        call = await caller.dial(COMPANY, "+37120000009")
        await call.hear(fallback(exchange), 8)
        department = await reception.rung()
        await asyncio.sleep(6)  # longer than the time limit: it does not cut off a talk
        assert not call.over.is_set()
        await department.hang_up()
        await call.ended()
    await exchange.idle()


async def test_whom_we_call_from_a_frozen_service_hears_an_apology(exchange: Exchange) -> None:
    async with line(exchange) as out, frozen(exchange):
        attempt = await out.place(speaks(HELLO))
        call = await arrived(out)
        await call.hear(fallback(exchange, "outbound-lv"), 12)
        await call.ended()
        assert (await out.outcome(attempt)).disposition is Disposition.ABANDONED


async def test_a_caller_who_hangs_up_on_a_frozen_service_leaves_nothing_behind(exchange: Exchange) -> None:
    async with exchange.caller() as caller, frozen(exchange):
        call = await caller.dial(COMPANY, "+37120000009")
        await asyncio.sleep(1)
        await call.hang_up()
        await until(lambda: not exchange.asterisk.channels(), 5)
    await exchange.idle()


# ── The queue ───────────────────────────────────────────────────────────────────────────────────


async def test_who_waits_in_a_queue_may_ask_to_be_called_back(exchange: Exchange) -> None:
    async with exchange.caller() as caller, exchange.extension("211") as support:
        talk = await reach(exchange, caller, "2", "support")
        await support.rung()
        await talk.call.press("1")
        await talk.hears("sorry.left")
    assert talk.transfers() == [("support", "left", False)]
