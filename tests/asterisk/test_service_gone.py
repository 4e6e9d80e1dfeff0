"""The service is killed, stopped, or overtaken by a new company file: no caller is left in silence."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from ivr.phrases.fallback import fallback_prompts
from tests.asterisk import phone
from tests.asterisk.conftest import COMPANY, Exchange
from tests.asterisk.hearing import Prompt, read_wav
from tests.asterisk.phrases import GOODBYE, GREETING, INFO, MORE
from tests.asterisk.talk import Talk, can_talk
from tests.asterisk.test_hanging_up import in_the_talk

pytestmark = pytest.mark.asterisk


@pytest.fixture(autouse=True)
def service_comes_back(exchange: Exchange) -> Iterator[None]:
    """Whatever a test did to the service, the next one finds it well."""
    yield
    exchange.service.start()


def fallback(exchange: Exchange, name: str = COMPANY.removeprefix("+")) -> Prompt:
    """What the dialplan itself says, as sound."""
    sentences = fallback_prompts(exchange.voice.company)[name]
    path = exchange.voice.prompts.file(exchange.voice.company, sentences)
    return Prompt(" ".join(sentence.text for sentence in sentences), read_wav(path))


async def off(work, *arguments: object) -> None:
    """Do something slow to a container while calls go on."""
    await asyncio.to_thread(work, *arguments)


async def test_killed_in_dialogue_the_dialplan_greets_and_rings_the_operator(exchange: Exchange) -> None:
    async with (
        exchange.caller() as caller,
        exchange.extension("200", phone.answer) as reception,
    ):
        talk = await exchange.ring(caller)
        await talk.begins(*GREETING)
        await off(exchange.service.kill)
        await talk.call.hear(fallback(exchange))
        call = await reception.rung()
        await can_talk(talk.call, call)
        await call.hang_up()
        await talk.call.ended(within=10)
    await off(exchange.service.start)
    await talk.closed("service stopped")


async def test_a_call_that_comes_while_the_service_is_down_meets_the_fallback(exchange: Exchange) -> None:
    await off(exchange.service.kill)
    async with (
        exchange.caller() as caller,
        exchange.extension("200", phone.answer) as reception,
    ):
        call = await caller.dial(COMPANY, "+37120000009")
        await call.hear(fallback(exchange))
        await can_talk(call, await reception.rung())


async def test_without_service_and_operator_the_caller_hears_an_apology(exchange: Exchange) -> None:
    await off(exchange.service.kill)
    async with exchange.caller() as caller:
        call = await caller.dial(COMPANY, "+37120000009")
        await call.hear(fallback(exchange))
        await call.hear(fallback(exchange, "sorry-lv"))
        await call.ended()
    assert call.ended_by == "them"


async def test_killed_in_a_talk_the_talk_goes_on_and_the_caller_comes_back(exchange: Exchange) -> None:
    async with exchange.caller() as caller, exchange.extension("201") as sales:
        talk = await exchange.ring(caller)
        await in_the_talk(exchange, talk, sales)
        (call,) = sales.calls.values()
        await off(exchange.service.kill)
        await can_talk(talk.call, call)
        await off(exchange.service.start)
        await can_talk(talk.call, call)
        await call.hang_up()
        await talk.begins(*MORE)
        await talk.call.press("2")
        await talk.hears(*GOODBYE)
        await talk.closed("goodbye")
    assert talk.transfers() == [("sales", "talked", True)]


async def test_stopped_gracefully_a_dialogue_is_finished_and_new_calls_meet_the_fallback(
    exchange: Exchange,
) -> None:
    async with exchange.caller() as caller, exchange.extension("200") as reception:
        talk = await exchange.ring(caller)
        await talk.begins(*GREETING)
        stopping = asyncio.ensure_future(off(exchange.service.stop, 60))
        await asyncio.sleep(1.5)  # SIGTERM has been taken
        other = await caller.dial(COMPANY, "+37120000009")
        await other.hear(fallback(exchange))
        await reception.rung()
        await other.hang_up()
        await _finish(talk)
        ended = time.monotonic()
        await stopping
    assert time.monotonic() - ended < 15
    await talk.closed("goodbye")


async def _finish(talk: Talk) -> None:
    await talk.call.press("4")
    await talk.begins("menu.group.info", *INFO)
    await talk.call.press("2")
    await talk.begins("answer.address", *MORE)
    await talk.call.press("2")
    await talk.hears(*GOODBYE)
    await talk.call.ended()


COMPANY_FILE = Path("/etc/ivr/company.yaml")
NEW_ADDRESS = ("Cēsīs, Pils ielā trīs", "Siguldā, Pils ielā pieci")


@pytest.fixture
def company_file(exchange: Exchange) -> Iterator[Path]:
    """The company file of the running service, to be changed; put back afterwards."""
    text = COMPANY_FILE.read_text("utf-8")
    yield COMPANY_FILE
    COMPANY_FILE.write_text(text, "utf-8")
    time.sleep(3)  # the service looks every second


async def test_a_changed_company_file_holds_for_new_calls_only(
    exchange: Exchange, company_file: Path
) -> None:
    async with exchange.caller() as caller:
        old = await exchange.ring(caller)
        await old.begins(*GREETING)
        company_file.write_text(company_file.read_text("utf-8").replace(*NEW_ADDRESS), "utf-8")
        await _until_logged(exchange, "company_file_in_force")
        new = await exchange.ring(caller)
        await new.begins(*GREETING)
        told = [await _address(talk) for talk in (old, new)]
    assert [NEW_ADDRESS[0] in told[0], NEW_ADDRESS[1] in told[1]] == [True, True]


async def test_a_faulty_company_file_is_refused_and_calls_go_on(
    exchange: Exchange, company_file: Path
) -> None:
    async with exchange.caller() as caller:
        company_file.write_text("name: [", "utf-8")
        await _until_logged(exchange, "company_file_refused")
        talk = await exchange.ring(caller)
        await talk.begins(*GREETING)


async def _address(talk: Talk) -> str:
    await talk.call.press("4")
    await talk.begins("menu.group.info", *INFO)
    await talk.call.press("2")
    return (await talk.begins("answer.address", *MORE)).prompt.name


async def _until_logged(exchange: Exchange, action: str) -> None:
    until = time.monotonic() + 20
    while action not in exchange.service.log(200, exchange.began):
        assert time.monotonic() < until, f"The service did not log {action}."
        await asyncio.sleep(0.3)
