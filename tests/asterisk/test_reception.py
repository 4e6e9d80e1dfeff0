"""A caller is greeted, heard, and answered by the bot itself."""

from __future__ import annotations

import pytest

from ivr.conversation.events import HungUp, Pressed, Silence
from tests.asterisk.conftest import COMPANY, SUPPORT, Exchange
from tests.asterisk.phrases import GOODBYE, GREETING, INFO, MENU, MORE, SUPPORT_GREETING, SUPPORT_MENU

pytestmark = pytest.mark.asterisk

MOST_BARGE_IN = 0.5  # seconds from the key to the next prompt: what a person does not notice


async def test_the_whole_greeting_is_heard(exchange: Exchange) -> None:
    async with exchange.caller() as caller:
        talk = await exchange.ring(caller, COMPANY)
        await talk.hears(*GREETING)
        await talk.call.hang_up()
        record = await talk.closed("caller hung up")
    assert (record.call.called, record.call.caller, record.call.language) == (COMPANY, talk.caller, "lv")
    assert talk.events() == [None, HungUp()]


async def test_a_department_s_own_number_speaks_its_language_and_gives_a_name(exchange: Exchange) -> None:
    async with exchange.caller() as caller:
        talk = await exchange.ring(caller, SUPPORT)
        heard = await talk.hears(*SUPPORT_GREETING)
    assert "Customer Support" in heard[0].prompt.name
    assert "Anna" in heard[1].prompt.name


async def test_a_key_interrupts_the_greeting(exchange: Exchange) -> None:
    async with exchange.caller() as caller:
        talk = await exchange.ring(caller)
        await talk.cut_short(*GREETING)
        key = await talk.call.press("4")
        heard = await talk.hears("menu.group.info", *INFO)
    assert 0 <= heard[0].arrived - key.end < MOST_BARGE_IN
    assert talk.events()[1] == Pressed("4")


async def test_the_hash_key_changes_the_language_and_back(exchange: Exchange) -> None:
    async with exchange.caller() as caller:
        talk = await exchange.ring(caller)
        await talk.cut_short(*GREETING)
        await talk.call.press("#")
        english = await talk.hears("language.changed", "help.offer", *MENU, "menu.repeat")
        await talk.call.press("#")
        latvian = await talk.begins("language.changed", "help.offer", *MENU)
        languages = [turn.turn.state.language for turn in talk.transcript().turns]
    assert all("(en)" in heard.prompt.name for heard in english)
    assert "(lv)" in latvian.prompt.name
    assert languages[:3] == ["lv", "en", "lv"]


async def test_the_star_key_says_it_again(exchange: Exchange) -> None:
    async with exchange.caller() as caller:
        talk = await exchange.ring(caller)
        await talk.begins(*GREETING)
        await talk.call.press("*")
        await talk.begins("again.repeat", *MENU, "menu.repeat")


async def test_the_bot_answers_itself_and_says_goodbye(exchange: Exchange) -> None:
    async with exchange.caller() as caller:
        talk = await exchange.ring(caller)
        await talk.begins(*GREETING)
        await talk.call.press("4")
        await talk.begins("menu.group.info", *INFO)
        await talk.call.press("2")
        await talk.hears("answer.address", *MORE)
        await talk.call.press("2")
        await talk.hears(*GOODBYE)
        await talk.call.ended(within=3)
        await talk.closed("goodbye")
    assert talk.call.ended_by == "them"
    assert talk.events() == [None, Pressed("4"), Pressed("2"), Pressed("2")]


async def test_wrong_keys_are_excused_in_other_words_each_time(exchange: Exchange) -> None:
    async with exchange.caller() as caller, exchange.extension("200"):
        talk = await exchange.ring(caller)
        await talk.begins(*GREETING)
        await talk.call.press("8")
        await talk.begins("again.wrong.1", *MENU, "menu.repeat")
        await talk.call.press("8")
        await talk.begins("again.wrong.2", *MENU)
        await talk.call.press("8")
        await talk.begins("connect.department.reception", "connect.wait")


async def test_who_says_nothing_is_asked_twice_more_and_put_through_to_a_person(exchange: Exchange) -> None:
    async with exchange.caller() as caller, exchange.extension("211") as support:
        talk = await exchange.ring(caller, SUPPORT)
        await talk.begins(*SUPPORT_GREETING)
        await talk.begins("again.silence.1", *SUPPORT_MENU, "menu.repeat")
        await talk.begins("again.silence.2", *SUPPORT_MENU)
        await talk.begins("connect.department.support", "connect.wait")
        call = await support.rung()
        await call.hang_up()
    assert talk.events()[:4] == [None, Silence(), Silence(), Silence()]
