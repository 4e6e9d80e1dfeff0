"""A caller leaves a message, and it is kept as it was said."""

from __future__ import annotations

from pathlib import Path

import pytest

from ivr.conversation.events import Recorded
from ivr.records.views import MessageLine
from tests.asterisk.conftest import Exchange
from tests.asterisk.hearing import Prompt, read_wav, transcribe
from tests.asterisk.phone import Phone
from tests.asterisk.phrases import GOODBYE, GREETING, INVITED, OFFER, RECORDED, connecting
from tests.asterisk.talk import Talk

pytestmark = pytest.mark.asterisk

ENOUGH = 0.7  # of what was said; a machine that is short of time may lose a moment on the way in
SPOOL = Path("/var/spool/ivr")
SAID = "greeting.company.day"  # any sentence will do as a message: its sound is at hand


async def to_the_tone(exchange: Exchange, caller: Phone) -> Talk:
    """A call in which nobody of sales is there, up to the tone after which the message is said."""
    talk = await exchange.ring(caller)
    await talk.begins(*GREETING)
    await talk.call.press("1")
    await talk.begins(*connecting("sales"))
    await talk.begins("sorry.unavailable", *OFFER)
    await talk.call.press("1")
    await talk.hears(*INVITED)
    await talk.call.hear_anything()
    await talk.call.hear_nothing(0.3)
    return talk


def a_message(exchange: Exchange) -> Prompt:
    """What the caller says."""
    return next(prompt for prompt in exchange.known if prompt.name.startswith(f"{SAID} (en)"))


def assert_kept_as_said(message: MessageLine, said: Prompt) -> None:
    """The file in the spool holds what was said, as long as it was said."""
    sound = read_wav(SPOOL / message.reference)
    heard = transcribe(sound, [said])
    assert len(heard) == 1
    assert heard[0].score >= ENOUGH
    assert said.seconds <= message.seconds < said.seconds + 8


async def test_a_message_is_kept_as_it_was_said_and_confirmed(exchange: Exchange) -> None:
    said = a_message(exchange)
    async with exchange.caller() as caller:
        talk = await to_the_tone(exchange, caller)
        await talk.call.say(said.sound)
        await talk.call.press("5")
        await talk.hears(*RECORDED)
        await talk.call.press("1")
        await talk.hears("message.kept.sales", *GOODBYE)
        await talk.call.ended()
        record = await talk.closed("goodbye")
    (message,) = record.messages
    assert (message.department, message.caller, message.language) == ("sales", talk.caller, "lv")
    assert_kept_as_said(message, said)


async def test_a_message_ends_by_itself_when_the_caller_falls_silent(exchange: Exchange) -> None:
    said = a_message(exchange)
    async with exchange.caller() as caller:
        talk = await to_the_tone(exchange, caller)
        await talk.call.say(said.sound)
        await talk.begins(*RECORDED)
        await talk.call.hang_up()
        record = await talk.closed("caller hung up")
    (message,) = record.messages
    assert_kept_as_said(message, said)


async def test_a_message_said_anew_replaces_the_first_one(exchange: Exchange) -> None:
    said = a_message(exchange)
    async with exchange.caller() as caller:
        talk = await to_the_tone(exchange, caller)
        await talk.call.say(said.sound)
        await talk.call.press("#")
        await talk.begins(*RECORDED)
        await talk.call.press("2")
        await talk.hears(*INVITED)
        await talk.call.hear_anything()
        await talk.call.hear_nothing(0.3)
        await talk.call.say(said.sound)
        await talk.call.press("#")
        await talk.begins(*RECORDED)
        await talk.call.press("1")
        await talk.hears("message.kept.sales", *GOODBYE)
        await talk.call.ended()
        record = await talk.closed("goodbye")
    (message,) = record.messages
    first = next(event for event in talk.events() if isinstance(event, Recorded))
    assert message.reference != first.reference
    assert not (SPOOL / first.reference).exists()
    assert_kept_as_said(message, said)


async def test_a_caller_who_leaves_in_the_middle_of_a_message_has_left_it(exchange: Exchange) -> None:
    said = a_message(exchange)
    async with exchange.caller() as caller:
        talk = await to_the_tone(exchange, caller)
        await talk.call.say(said.sound)
        await talk.call.hang_up()
        record = await talk.closed("caller hung up")
    (message,) = record.messages
    assert_kept_as_said(message, said)


async def test_a_caller_who_leaves_at_the_tone_leaves_nothing_behind(exchange: Exchange) -> None:
    before = exchange.service.spool()
    async with exchange.caller() as caller:
        talk = await to_the_tone(exchange, caller)
        await talk.call.hang_up()
        record = await talk.closed("caller hung up")
    assert record.messages == ()
    assert exchange.service.spool() == before
