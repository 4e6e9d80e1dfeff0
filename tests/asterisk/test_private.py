"""What is answered in private is in no recording of the call; what is said before and after it is."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ivr.company.campaign_file import CampaignFile, parse_campaign
from ivr.company.loader import load
from ivr.conversation.state import Step
from ivr.dialer.ports import NewContact
from ivr.records.outbound import Outbound
from tests.asterisk.callees import ENDPOINT
from tests.asterisk.calling import Books, number_of
from tests.asterisk.conftest import Exchange
from tests.asterisk.containers import Asterisk, Service
from tests.asterisk.hearing import Prompt, Sound, read_wav, transcribe
from tests.asterisk.speaking import Conversation, speech
from tests.asterisk.talk import Talk
from tests.asterisk.test_speech import (
    FILE,
    open_exchange,
    put_in_force,
    says_hello,
    spoken_company,
    spoken_voice,
)

__all__ = ["open_exchange", "spoken_voice"]
pytestmark = [pytest.mark.asterisk, pytest.mark.together]

YES, FOUR = "yes please", "four"
SPOOL = Path("/var/spool/ivr")
WRITTEN = 5.0  # seconds in which the recording of a call that ended is whole


@pytest.fixture(scope="module")
def spoken(asterisk_and_service: tuple[Asterisk, Service]) -> Iterator[None]:
    """The company of these tests instead of the other tests' own."""
    service, own = asterisk_and_service[1], FILE.read_text("utf-8")
    service.start()
    try:
        put_in_force(service, spoken_company().replace("\nrecords_calls: false", "\nrecords_calls: true"))
        yield
    finally:
        put_in_force(service, own)


def survey(books: Books, number: str, private: bool) -> CampaignFile:
    """The survey for that number, its first question private or not."""
    text = books.load("survey").text.replace(
        "    most: 5\n", f"    most: 5\n    private: {str(private).lower()}\n"
    )
    made = parse_campaign(books.load("survey").path, text, load(FILE).company)
    assert [question.private for question in made.campaign.questions] == [private, False]
    contact = NewContact(number, number, None, "en", None, None)
    Outbound(books.engine).import_contacts(own := f"private_{number[-5:]}", [contact], datetime.now(UTC))
    return replace(made, id=own)


async def recorded(reference: str) -> Sound:
    """A recording, when it grows no more."""
    until, length = time.monotonic() + WRITTEN, -1
    while (SPOOL / reference).stat().st_size != length and time.monotonic() < until:
        length = (SPOOL / reference).stat().st_size
        await asyncio.sleep(1)
    return read_wav(SPOOL / reference)


@pytest.mark.long(60)
@pytest.mark.parametrize("private", [True, False], ids=["private", "not private"])
async def test_a_private_answer_is_not_recorded(open_exchange: Exchange, books: Books, private: bool) -> None:
    number = number_of("accepts")
    campaign = survey(books, number, private)
    async with open_exchange.extension(ENDPOINT, says_hello) as phone:
        books.start(campaign)
        person = Conversation(Talk(await phone.rung(30), number, open_exchange.voice, open_exchange.history))
        open_exchange.talks.append(person.talk)
        await person.hears(Step.CONVENIENT)
        await person.answers(YES, Step.QUESTION)
        await person.answers(FOUR, Step.QUESTION, question=1)
        await person.answers(YES, Step.ENDED)
        await books.settled(campaign.id, 20)
    told = person.talk.transcript()
    (kept,) = (each.reference for each in told.recordings)
    words = [Prompt(words, speech(words)) for words in (YES, FOUR)]
    heard = [each.prompt.name for each in transcribe(await recorded(kept), words)]
    assert heard == ([YES, YES] if private else [YES, FOUR, YES])
