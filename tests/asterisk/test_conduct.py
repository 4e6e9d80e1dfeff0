"""Callers who are rude: warned once, calmly, then put through to a person; it is on record (C1, C2, C3).

The company is that of the callers who speak, and records its calls.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from ivr.conversation.actions import Raise, Say, Transfer
from ivr.conversation.state import Step, Turn
from ivr.phrases.sentence import SpeechAct
from ivr.records.incidents import IncidentLine, Incidents
from tests.asterisk.calling import Books
from tests.asterisk.conftest import Exchange
from tests.asterisk.containers import Asterisk, Service
from tests.asterisk.phone import answer_and_accept
from tests.asterisk.speaking import Conversation
from tests.asterisk.talk import can_talk
from tests.asterisk.test_speech import (
    FILE,
    open_exchange,
    put_in_force,
    rings,
    spoken_company,
    spoken_voice,
)

__all__ = ["open_exchange", "spoken_voice"]
pytestmark = [pytest.mark.asterisk, pytest.mark.together]

MOST_SAID = 4  # times that somebody is rude until it is heard


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


async def raises(caller: Conversation, words: str, severity: str) -> Turn:
    """Say so until it is heard. Raises AssertionError where it is not, or something else is done."""
    for _ in range(MOST_SAID):
        await caller.says(words)
        turn = await caller.next()
        raised = [action for action in turn.actions if isinstance(action, Raise)]
        if raised:
            assert [each.severity for each in raised] == [severity]
            return turn
        assert turn.state.step in {Step.HELP, Step.MENU}, caller.talk.story()
    raise AssertionError(f'"{words}" was not heard.\n{caller.talk.story()}')


def acts(turn: Turn) -> list[SpeechAct]:
    """What is done by what is said."""
    return [action.sentence.act for action in turn.actions if isinstance(action, Say)]


def incident(books: Books, caller: Conversation) -> IncidentLine:
    """That of the call. Raises AssertionError where there is not one."""
    call = caller.talk.transcript().call.call_id
    (found,) = [each for each in Incidents(books.engine).listed() if each.call_id == call]
    return found


def is_recorded(caller: Conversation) -> bool:
    """Whether the whole call is on record as a sound."""
    return any(each.reference for each in caller.talk.transcript().recordings)


@pytest.mark.long(60)
async def test_who_is_abusive_twice_is_warned_calmly_and_comes_to_a_person(
    open_exchange: Exchange, books: Books
) -> None:
    async with open_exchange.caller() as phone, open_exchange.extension("200", answer_and_accept) as desk:
        caller = await rings(open_exchange, phone)
        warned = await raises(caller, "you are an idiot", "abuse")
        assert acts(warned)[0] is SpeechAct.WARNS
        put_through = await raises(caller, "go to hell", "abuse")
        assert SpeechAct.WARNS not in acts(put_through)
        transfer = put_through.actions[-1]
        assert isinstance(transfer, Transfer)
        assert [sentence.phrase for sentence in transfer.briefing].count("brief.upset") == 1
        call = await desk.rung()
        await call.accepted()
        await can_talk(caller.talk.call, call)
    assert is_recorded(caller)
    assert incident(books, caller).severity == "abuse"


@pytest.mark.long(40)
async def test_who_threatens_comes_to_a_person_at_once(open_exchange: Exchange, books: Books) -> None:
    async with open_exchange.caller() as phone, open_exchange.extension("200", answer_and_accept) as desk:
        caller = await rings(open_exchange, phone)
        turn = await raises(caller, "I will burn down your office", "threat")
        assert turn.state.step is Step.TRANSFER
        call = await desk.rung()
        await call.accepted()
        await can_talk(caller.talk.call, call)
    assert is_recorded(caller)
    assert incident(books, caller).severity == "threat"


@pytest.mark.long(40)
async def test_who_apologises_goes_on(open_exchange: Exchange) -> None:
    async with open_exchange.caller() as phone, open_exchange.extension("201") as sales:
        caller = await rings(open_exchange, phone)
        await raises(caller, "you are an idiot", "abuse")
        await caller.answers("I would like to order", Step.TRANSFER)
        await sales.rung()
