"""The company calls: a whole campaign, promises kept to the second, and nobody who said no."""

from __future__ import annotations

import asyncio
import csv
from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest

from ivr.company.campaign import Campaign
from ivr.company.disposition import Disposition
from ivr.dialer.ports import CampaignState, Contact, ContactState, PromiseState
from ivr.phrases.fallback import fallback_prompts
from tests.asterisk import phone
from tests.asterisk.callees import BY_CODE, BY_NAME, MANNERS, Farm, Manner, busiest
from tests.asterisk.calling import COMPANY, Books, arrived, callees, number_of
from tests.asterisk.conftest import Exchange
from tests.asterisk.hearing import Prompt, read_wav
from tests.asterisk.phone import Call

pytestmark = pytest.mark.asterisk

EACH = 4  # contacts of each manner, and as many more who accept
PACE = 4  # calls a second, as sixty.yaml has it
JITTER = 0.02  # seconds by which arrivals may differ from their orders
SOON = timedelta(seconds=8)
ON_TIME = 2.0  # seconds within which a promised call rings
HEARD_WHOLE = ("accepts", "refuses", "opts out", "is a machine")  # one of each is listened to, word for word


@pytest.fixture
def campaign(books: Books) -> Campaign:
    """What the campaigns of these tests say."""
    return books.load("sixty").campaign


async def take_and_leave(call: Call) -> None:
    """Somebody of the company who takes the call and soon ends it."""
    await phone.answer_and_accept(call)
    await asyncio.sleep(1.5)
    await call.hang_up()


@pytest.mark.alone
@pytest.mark.long(120)
async def test_a_campaign_of_sixty_runs_to_its_end(
    exchange: Exchange, books: Books, campaign: Campaign
) -> None:
    numbers = [number_of(manner.name) for manner in MANNERS for _ in range(EACH)]
    numbers += [number_of("accepts") for _ in range(60 - len(numbers))]
    whole = [next(n for n in numbers if n.endswith(BY_NAME[name].code)) for name in HEARD_WHOLE]
    _import(exchange, numbers)
    farm = Farm(exchange.voice, campaign, frozenset(whole))
    async with callees(farm, exchange.password), exchange.extension("201", take_and_leave):
        await asyncio.to_thread(exchange.service.run, "ivr", "campaign", "start", "sixty")
        contacts = await books.settled("sixty", 180, waiting=True)
        assert _ends(contacts) == {number: BY_CODE[number[-2:]].ends for number in numbers}
        await _promises_are_kept(farm, books, [n for n in numbers if _manner(n).ends is Disposition.LATER])
    assert farm.failures() == []
    # Calls that were promised in another test may fall due meanwhile.
    ours = [arrival for arrival in farm.arrivals if arrival.number in numbers]
    assert busiest([arrival.at for arrival in ours[:60]], 1.0 - JITTER) <= PACE
    assert Counter(arrival.number for arrival in ours) == {
        number: 2 if _manner(number).ends is Disposition.LATER else 1 for number in numbers
    }
    assert "DONE" in exchange.service.run("ivr", "campaign", "status", "sixty").upper()


def _import(exchange: Exchange, numbers: list[str]) -> None:
    path = COMPANY.parent / "sixty.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([["number"], *([number] for number in numbers)])
    told = exchange.service.run("ivr", "campaign", "import", str(path), "--campaign", "sixty")
    assert str(len(numbers)) in told, told


def _ends(contacts: tuple[Contact, ...]) -> dict[str, Disposition | None]:
    return {contact.number: contact.disposition for contact in contacts}


def _manner(number: str) -> Manner:
    return BY_CODE[number[-2:]]


async def _promises_are_kept(farm: Farm, books: Books, numbers: list[str]) -> None:
    """Those who asked for later are called again, and go on where it stopped."""
    promised = {number: books.promises(number)[0] for number in numbers}
    at = {number: books.move(promise, SOON) for number, promise in promised.items()}
    for number in numbers:
        late = (await arrived(farm, number, 2)).at - at[number].timestamp()
        assert 0 <= late < ON_TIME, f"{number} rang {late:.2f} s after the instant."
    accepted = dict.fromkeys(numbers, Disposition.ACCEPTED)
    await _until(lambda: _ends(books.contacts("sixty")) | accepted == _ends(books.contacts("sixty")), 60)
    assert {books.read(promise).state for promise in promised.values()} == {PromiseState.KEPT}


async def test_a_promise_of_an_operator_rings_at_its_instant_and_leads_to_the_department(
    exchange: Exchange, books: Books, campaign: Campaign
) -> None:
    farm = Farm(exchange.voice, campaign)
    number = number_of("expects a call")
    async with callees(farm, exchange.password), exchange.extension("201", take_and_leave) as sales:
        promise = books.promise(number, timedelta(seconds=4))
        late = (await arrived(farm, number)).at - promise.at.timestamp()
        assert 0 <= late < ON_TIME, f"It rang {late:.2f} s after the instant."
        await sales.rung(20)
        await _until(lambda: books.read(promise).state is PromiseState.KEPT)
        # The conversation has kept the promise in its last turn; the attempt ends with its channel.
        await _until(lambda: books.attempts(number)[0].disposition is not None)
    assert [line.disposition for line in books.attempts(number)] == [Disposition.TRANSFERRED]


async def test_who_opts_out_is_not_called_by_the_campaign_that_runs(
    exchange: Exchange, books: Books, campaign: Campaign
) -> None:
    """The very next dial knows it: the number is barred between two calls of a campaign."""
    first, barred, last = (number_of(name) for name in ("is busy", "is busy", "is busy"))
    farm = Farm(exchange.voice, campaign)
    slow = books.campaign("slow", [first, barred, last])
    async with callees(farm, exchange.password):
        books.start(slow)
        await arrived(farm, first)
        books.bar(barred)
        await arrived(farm, last)
        contacts = await books.settled(slow.id, 20)
    assert farm.to(barred) == []
    refused = {contact.number: contact.state for contact in contacts}
    assert refused == {first: ContactState.DONE, barred: ContactState.REFUSED, last: ContactState.DONE}


async def test_a_stopped_campaign_hangs_up_what_rings_and_calls_nobody_else(
    exchange: Exchange, books: Books, campaign: Campaign
) -> None:
    numbers = [number_of("rings out") for _ in range(3)]
    farm = Farm(exchange.voice, campaign)
    slow = books.campaign("slow", numbers)
    async with callees(farm, exchange.password):
        books.start(slow)
        rings = (await arrived(farm, numbers[0])).call
        books.set(slow.id, CampaignState.STOPPED)
        await rings.ended(within=4)
        await asyncio.sleep(3)
    assert len(farm.arrivals) == 1


async def test_whoever_picks_up_while_the_service_is_dead_hears_who_called_and_an_apology(
    exchange: Exchange, books: Books, campaign: Campaign
) -> None:
    number = number_of("rings out")
    farm = Farm(exchange.voice, campaign)
    slow = books.campaign("slow", [number])
    async with callees(farm, exchange.password):
        books.start(slow)
        call = (await arrived(farm, number)).call
        await asyncio.to_thread(exchange.service.kill)
        try:
            await call.pick_up()
            await call.hear(apology(exchange), 20)
            await call.ended(within=10)
        finally:
            await asyncio.to_thread(exchange.service.start)
        await _until(lambda: books.contacts(slow.id)[0].disposition is not None, within=60)
    assert books.contacts(slow.id)[0].disposition is Disposition.ABANDONED
    assert len(farm.arrivals) == 1


def apology(exchange: Exchange, language: str = "lv") -> Prompt:
    """What the dialplan says by itself to somebody whom we called."""
    sentences = fallback_prompts(exchange.voice.company)[f"outbound-{language}"]
    path = exchange.voice.prompts.file(exchange.voice.company, sentences)
    return Prompt(" ".join(sentence.text for sentence in sentences), read_wav(Path(path)))


async def _until(holds, within: float = 30.0) -> None:
    async with asyncio.timeout(within):
        while not await asyncio.to_thread(holds):
            await asyncio.sleep(0.2)
