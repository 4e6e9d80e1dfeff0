"""A caller is put through, or comes back with an apology and a choice."""

from __future__ import annotations

import pytest

from ivr.conversation.actions import Transfer
from ivr.conversation.events import Pressed, TransferEnded, TransferOutcome
from tests.asterisk import phone
from tests.asterisk.conftest import COMPANY, COURIER, Exchange
from tests.asterisk.phone import Behaviour, Phone
from tests.asterisk.phrases import GOODBYE, GREETING, INFO, MORE, OFFER, connecting
from tests.asterisk.talk import Talk, can_talk

pytestmark = pytest.mark.asterisk

DECLINED, UNAVAILABLE = "sorry.declined", "sorry.unavailable"


async def reach(exchange: Exchange, caller: Phone, key: str, department: str) -> Talk:
    """A call that has pressed its way to a department, which is about to ring."""
    talk = await exchange.ring(caller)
    await talk.begins(*GREETING)
    await talk.call.press(key)
    await talk.begins(*connecting(department))
    return talk


async def test_a_department_hears_the_briefing_and_takes_the_call(exchange: Exchange) -> None:
    async with exchange.caller() as caller, exchange.extension("201") as sales:
        talk = await reach(exchange, caller, "1", "sales")
        call = await sales.rung()
        await call.pick_up()
        (transfer,) = [a for a in (await talk.turn(1)).turn.actions if isinstance(a, Transfer)]
        for sentence in transfer.briefing:
            await call.hear(talk.voice.prompt(sentence))
        await talk.call.hear_anything()  # music while the department listens
        await call.press("1")
        await can_talk(talk.call, call)
        await call.hang_up()
        await talk.begins(*MORE)
        await talk.call.press("2")
        await talk.begins(*GOODBYE)
        await talk.call.ended()
        await talk.closed("goodbye")
    phrases = [sentence.phrase for sentence in transfer.briefing]
    assert phrases == ["brief.number", "brief.language.lv", "brief.caller", "brief.accept", "brief.decline"]
    assert call.caller == talk.caller
    assert talk.events() == [None, Pressed("1"), TransferEnded(TransferOutcome.TALKED), Pressed("2")]
    assert talk.transfers() == [("sales", "talked", True)]


async def test_two_phones_ring_at_once_and_the_first_has_the_call(exchange: Exchange) -> None:
    async with (
        exchange.caller() as caller,
        exchange.extension("201") as one,
        exchange.extension("202", phone.answer_and_accept) as other,
    ):
        talk = await reach(exchange, caller, "1", "sales")
        call = await other.rung()
        withdrawn = await one.rung()
        await withdrawn.ended()
        await call.accepted()
        await can_talk(talk.call, call)
    assert withdrawn.ended_by == "them"


@pytest.mark.parametrize(
    ("behaviour", "outcome", "apology"),
    [
        pytest.param(phone.busy, TransferOutcome.BUSY, "sorry.busy", id="busy"),
        pytest.param(phone.only_ring, TransferOutcome.NO_ANSWER, "sorry.no_answer", id="unanswered"),
        pytest.param(phone.decline, TransferOutcome.DECLINED, DECLINED, id="refused"),
        pytest.param(phone.answer_and_decline, TransferOutcome.DECLINED, DECLINED, id="declined"),
        pytest.param(phone.answer_and_hang_up, TransferOutcome.DECLINED, DECLINED, id="hangs up"),
    ],
)
async def test_a_department_that_cannot_take_the_call_is_apologised_for(
    exchange: Exchange, behaviour: Behaviour, outcome: TransferOutcome, apology: str
) -> None:
    async with exchange.caller() as caller, exchange.extension("201", behaviour):
        talk = await reach(exchange, caller, "1", "sales")
        await talk.begins(apology, *OFFER)
    assert talk.events()[2] == TransferEnded(outcome)
    assert talk.transfers() == [("sales", outcome.value, False)]


async def test_nobody_registered_is_apologised_for_at_once(exchange: Exchange) -> None:
    async with exchange.caller() as caller:
        talk = await reach(exchange, caller, "1", "sales")
        await talk.begins(UNAVAILABLE, *OFFER)
    assert talk.events()[2] == TransferEnded(TransferOutcome.UNAVAILABLE)


async def test_a_busy_department_leads_on_to_a_person(exchange: Exchange) -> None:
    async with (
        exchange.caller() as caller,
        exchange.extension("201", phone.busy),
        exchange.extension("200", phone.answer_and_accept) as reception,
    ):
        talk = await reach(exchange, caller, "1", "sales")
        await talk.begins("sorry.busy", *OFFER)
        await talk.call.press("0")
        await talk.begins(*connecting("reception"))
        call = await reception.rung()
        await call.accepted()
        await can_talk(talk.call, call)
    assert talk.transfers()[0] == ("sales", "busy", False)


async def test_phones_in_turn_ring_one_after_the_other(exchange: Exchange) -> None:
    async with (
        exchange.caller() as caller,
        exchange.extension("221") as first,
        exchange.extension("222", phone.answer_and_accept) as second,
    ):
        talk = await reach(exchange, caller, "3", "billing")
        unanswered = await first.rung()
        assert second.arrived.empty()
        await unanswered.ended(within=8)
        call = await second.rung()
        await call.accepted()
        await can_talk(talk.call, call)
        await call.hang_up()
        await talk.begins(*MORE)
    assert talk.transfers() == [("billing", "talked", True)]


async def test_a_queue_rings_the_next_member_when_one_declines(exchange: Exchange) -> None:
    async with (
        exchange.caller() as caller,
        exchange.extension("211", phone.answer_and_decline) as one,
        exchange.extension("212", phone.answer_and_accept) as other,
    ):
        talk = await reach(exchange, caller, "2", "support")
        call = await other.rung()
        await call.accepted()
        await can_talk(talk.call, call)
        await talk.call.hang_up()
        await talk.closed("caller hung up")
        await call.ended()
    assert one.arrived.qsize() <= 1
    assert talk.transfers() == [("support", "hung_up", True)]


async def test_a_queue_that_nobody_answers_brings_the_caller_back(exchange: Exchange) -> None:
    async with exchange.caller() as caller, exchange.extension("211"):
        talk = await reach(exchange, caller, "2", "support")
        await talk.begins("sorry.no_answer", *OFFER)
    assert talk.transfers() == [("support", "no_answer", False)]


async def test_an_empty_queue_brings_the_caller_back_at_once(exchange: Exchange) -> None:
    async with exchange.caller() as caller:
        talk = await reach(exchange, caller, "2", "support")
        await talk.begins(UNAVAILABLE, *OFFER)
    assert talk.transfers() == [("support", "unavailable", False)]


async def test_a_number_that_only_greets_connects_at_once_without_a_briefing(exchange: Exchange) -> None:
    async with exchange.caller() as caller, exchange.extension("241", phone.answer) as courier:
        talk = await exchange.ring(caller, COURIER)
        await talk.hears("greeting.department.courier", *connecting("courier"))
        call = await courier.rung()
        await can_talk(talk.call, call)
        await call.hang_up()
        await talk.begins(*MORE)
    assert talk.transfers() == [("courier", "talked", True)]


async def test_a_closed_department_offers_a_message_or_another_department(exchange: Exchange) -> None:
    async with exchange.caller() as caller, exchange.extension("201", phone.answer_and_accept) as sales:
        talk = await exchange.ring(caller, COMPANY)
        await talk.begins(*GREETING)
        await talk.call.press("4")
        await talk.begins("menu.group.info", *INFO)
        await talk.call.press("3")
        offer = ("choice.message", "choice.department.sales.2", "choice.callback", "menu.back")
        await talk.hears("sorry.closed.warehouse", "closed.holiday", *offer)
        await talk.call.press("2")
        await talk.begins(*connecting("sales"))
        call = await sales.rung()
        await call.accepted()
        await can_talk(talk.call, call)
    assert talk.transfers()[0][0] == "sales"
