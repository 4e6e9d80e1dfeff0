"""Twenty calls at once, every one of them heard."""

from __future__ import annotations

import asyncio

import pytest

from ivr.conversation.events import Pressed
from tests.asterisk import phone
from tests.asterisk.conftest import Exchange
from tests.asterisk.phone import Call, Phone
from tests.asterisk.phrases import GOODBYE, GREETING, INFO, MORE, connecting
from tests.asterisk.talk import Talk, can_talk

pytestmark = [pytest.mark.asterisk, pytest.mark.alone]

CALLS = 20


async def test_twenty_calls_at_once_are_all_right(exchange: Exchange) -> None:
    threads = exchange.service.threads()
    async with (
        exchange.caller() as caller,
        exchange.extension("201", phone.answer_and_accept) as sales,
    ):
        talks = await asyncio.gather(*(_hold(exchange, caller, sales, place) for place in range(CALLS)))
    assert len({talk.transcript().call.call_id for talk in talks}) == CALLS
    await exchange.idle()
    assert exchange.service.threads() <= threads + 2  # a pool may have grown, nothing per call


async def _hold(exchange: Exchange, caller: Phone, sales: Phone, place: int) -> Talk:
    """One of the calls: every other one is put through, the rest is answered by the bot."""
    talk = await exchange.ring(caller)
    await talk.begins(*GREETING)
    if place % 2:
        await _be_connected(talk, sales)
    else:
        await _be_answered(talk)
    return talk


async def _be_connected(talk: Talk, sales: Phone) -> None:
    await talk.call.press("1")
    await talk.begins(*connecting("sales"))
    department = await _leg_of(talk, sales)
    await department.accepted()
    await can_talk(talk.call, department)
    await talk.call.hang_up()
    await talk.closed("caller hung up")
    assert talk.transfers() == [("sales", "hung_up", True)]


async def _leg_of(talk: Talk, sales: Phone) -> Call:
    """The department's leg of this call among the others, by the caller's number."""
    async with asyncio.timeout(20):
        while True:
            for call in sales.calls.values():
                if call.caller == talk.caller:
                    return call
            await asyncio.sleep(0.1)


async def _be_answered(talk: Talk) -> None:
    await talk.call.press("4")
    await talk.begins("menu.group.info", *INFO)
    await talk.call.press("2")
    await talk.begins("answer.address", *MORE)
    await talk.call.press("2")
    await talk.hears(*GOODBYE)
    await talk.call.ended()
    await talk.closed("goodbye")
    assert talk.events() == [None, Pressed("4"), Pressed("2"), Pressed("2")]
