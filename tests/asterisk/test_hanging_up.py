"""Whoever hangs up, wherever: the records are closed and nothing is left behind."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from ivr.conversation.events import HungUp
from tests.asterisk.conftest import Exchange
from tests.asterisk.phone import Call, Phone
from tests.asterisk.phrases import GREETING, INFO, INVITED, MORE, OFFER, connecting
from tests.asterisk.talk import Talk

pytestmark = pytest.mark.asterisk

Phase = Callable[[Exchange, Talk, Phone], Awaitable[None]]


async def in_the_greeting(exchange: Exchange, talk: Talk, sales: Phone) -> None:
    """While the greeting is said."""
    await talk.cut_short(*GREETING)


async def after_an_answer(exchange: Exchange, talk: Talk, sales: Phone) -> None:
    """When asked whether there is anything else."""
    await talk.begins(*GREETING)
    await talk.call.press("4")
    await talk.begins("menu.group.info", *INFO)
    await talk.call.press("2")
    await talk.begins("answer.address", *MORE)


async def before_it_rings(exchange: Exchange, talk: Talk, sales: Phone) -> None:
    """While the transfer is announced."""
    await talk.begins(*GREETING)
    await talk.call.press("1")
    await talk.cut_short(*connecting("sales"))


async def while_it_rings(exchange: Exchange, talk: Talk, sales: Phone) -> None:
    """While the department's phone rings."""
    await before_it_rings(exchange, talk, sales)
    await sales.rung()
    await asyncio.sleep(0.5)


async def in_the_briefing(exchange: Exchange, talk: Talk, sales: Phone) -> None:
    """While the department hears who is calling."""
    await before_it_rings(exchange, talk, sales)
    call = await sales.rung()
    await call.pick_up()
    await call.hear_anything()


async def in_the_talk(exchange: Exchange, talk: Talk, sales: Phone) -> None:
    """While caller and department talk."""
    await in_the_briefing(exchange, talk, sales)
    (call,) = sales.calls.values()
    await call.press("1")
    await call.hear_nothing(0.5)


async def at_a_choice(exchange: Exchange, talk: Talk, sales: Phone) -> None:
    """When offered something instead of the department."""
    await before_it_rings(exchange, talk, sales)
    (await sales.rung()).refuse(486)
    await talk.begins("sorry.busy", *OFFER)


async def before_the_tone(exchange: Exchange, talk: Talk, sales: Phone) -> None:
    """While asked for a message."""
    await at_a_choice(exchange, talk, sales)
    await talk.call.press("1")
    await talk.cut_short(*INVITED)


PHASES = (
    in_the_greeting,
    after_an_answer,
    before_it_rings,
    while_it_rings,
    in_the_briefing,
    in_the_talk,
    at_a_choice,
    before_the_tone,
)


@pytest.mark.parametrize("phase", [pytest.param(phase, id=phase.__name__) for phase in PHASES])
async def test_the_caller_hangs_up(exchange: Exchange, phase: Phase) -> None:
    before = exchange.service.spool()
    async with exchange.caller() as caller, exchange.extension("201") as sales:
        talk = await exchange.ring(caller)
        await phase(exchange, talk, sales)
        await talk.call.hang_up()
        record = await talk.closed("caller hung up", within=30)  # a briefing is heard out, see dialplans
        for call in sales.calls.values():
            await call.ended(within=5)
    assert isinstance(talk.events()[-1], HungUp)
    assert all(transfer.ended_at for transfer in record.call.transfers)
    assert exchange.service.spool() == before
    await exchange.idle()


async def test_a_caller_who_hangs_up_as_soon_as_answered_leaves_no_call_open(exchange: Exchange) -> None:
    async with exchange.caller() as caller:
        talks = [await exchange.ring(caller) for _ in range(5)]
        for talk in talks:
            await talk.call.hang_up()
    await exchange.idle()
    found = [talk.find() for talk in talks]
    assert all(call.outcome == "caller hung up" for call in found if call)


async def test_the_department_hangs_up_and_the_caller_goes_on(exchange: Exchange) -> None:
    async with exchange.caller() as caller, exchange.extension("201") as sales:
        talk = await exchange.ring(caller)
        await in_the_talk(exchange, talk, sales)
        (call,) = sales.calls.values()
        await call.hang_up()
        await talk.begins(*MORE)
        await talk.call.hang_up()
        await talk.closed("caller hung up")
    assert talk.transfers() == [("sales", "talked", True)]
    await exchange.idle()


@pytest.mark.parametrize("pause", [0.0, 0.1])
@pytest.mark.parametrize("first", ["caller", "department"])
async def test_both_hang_up(exchange: Exchange, first: str, pause: float) -> None:
    async with exchange.caller() as caller, exchange.extension("201") as sales:
        talk = await exchange.ring(caller)
        await in_the_talk(exchange, talk, sales)
        (call,) = sales.calls.values()
        await _one_after_the_other(first, pause, talk.call, call)
        await talk.closed("caller hung up")
    ((department, outcome, talked),) = talk.transfers()
    assert (department, talked) == ("sales", True)
    assert outcome in {"talked", "hung_up"}
    await exchange.idle()


async def _one_after_the_other(first: str, pause: float, caller: Call, department: Call) -> None:
    calls = (caller, department) if first == "caller" else (department, caller)
    ending = asyncio.ensure_future(calls[0].hang_up())
    await asyncio.sleep(pause)
    await asyncio.gather(ending, calls[1].hang_up())
