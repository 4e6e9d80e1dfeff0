"""A caller is greeted, heard and answered by the bot itself."""

from __future__ import annotations

import pytest

from ivr.conversation.events import HungUp
from tests.asterisk.conftest import COMPANY, Exchange

pytestmark = pytest.mark.asterisk

MENU = (
    "menu.choice.sales.1",
    "menu.choice.support.2",
    "menu.choice.billing.3",
    "menu.choice.info.4",
    "menu.person",
)
GREETING = ("greeting.company", "menu.language", "help.offer", *MENU)
INFO = ("menu.choice.hours.1", "menu.choice.address.2", "menu.choice.warehouse.3", "menu.person", "menu.back")
MORE = ("more.offer", "more.yes", "more.no", "menu.person")
GOODBYE = ("closing.thanks", "closing.goodbye")


async def test_the_whole_greeting_is_heard(exchange: Exchange) -> None:
    async with exchange.caller() as caller:
        talk = await exchange.ring(caller, COMPANY)
        heard = await talk.hears(*GREETING)
        assert min(sentence.score for sentence in heard) >= 0.9
        await talk.call.hang_up()
        record = await talk.closed("caller hung up")
    assert (record.call.called, record.call.caller, record.call.language) == (COMPANY, talk.caller, "lv")
    assert talk.events() == [None, HungUp()]
