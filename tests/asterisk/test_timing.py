"""What the line measures of a call, against what its caller heard."""

from __future__ import annotations

import pytest

from ivr.conversation.performed import Cut
from tests.asterisk.conftest import Exchange
from tests.asterisk.phrases import GREETING, INFO

pytestmark = pytest.mark.asterisk

NEAR = 0.5  # seconds between what is measured at the service and what the caller hears


async def test_the_greetings_delay_and_a_barge_in_are_measured(exchange: Exchange) -> None:
    async with exchange.caller() as caller:
        talk = await exchange.ring(caller)
        greeting = await talk.cut_short(*GREETING)
        await talk.call.press("4")
        await talk.hears("menu.group.info", *INFO)
        await talk.call.hang_up()
        record = await talk.closed("caller hung up")
    first, menu, last = (turn.performed for turn in record.turns)
    assert first.cut is Cut.KEY
    assert 0 < first.waited < greeting.arrived - talk.call.answered + NEAR
    assert first.lasts > 5
    assert (menu.cut, last) == (None, None)
    assert 0 < menu.waited < NEAR
