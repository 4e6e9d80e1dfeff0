"""Callers who speak: understood, interrupted, confirmed, and never stuck where hearing fails.

The company is the example that every company begins with, at any hour and in English.
"""

from __future__ import annotations

import asyncio
import os
import re
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime, timedelta
from importlib import resources
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from ivr.company.disposition import Disposition
from ivr.company.loader import load
from ivr.conversation.actions import Ask, Remember, Transfer
from ivr.conversation.events import Event, Heard, HearingLost, NotUnderstood, Pressed
from ivr.conversation.state import Step
from ivr.speech.prompts import PromptCache
from tests.asterisk.callees import ENDPOINT, HELLO, RING
from tests.asterisk.calling import Books, number_of
from tests.asterisk.conftest import COMPANY, Exchange
from tests.asterisk.containers import Asterisk, Service
from tests.asterisk.hearing import Prompt, read_wav
from tests.asterisk.phone import Call, Phone, answer_and_accept
from tests.asterisk.speaking import Conversation, outlasts
from tests.asterisk.talk import Talk, Voice, can_talk, said

pytestmark = [pytest.mark.asterisk, pytest.mark.together]

KEYS_AFTER = 2.0  # seconds after which keys work, whatever becomes of hearing
SILENT_AFTER_SPEECH, SILENT_AFTER_KEY = 0.4, 0.2  # seconds, from its onset and from its release
TRIALS, AT_ONCE = 30, 5
INTO_GREETING = 1.0  # seconds after which the greeting is interrupted
FILE, AEAP = Path(os.environ.get("IVR_COMPANY", "")), Path("/etc/asterisk/ivr-aeap.conf")
BACK_TRIES, BACK_PAUSE = 8, 3.0  # calls, and seconds between them, until recognition has to be back
RELOADED = 90.0  # seconds in which the service takes a company file in, its sentences being rendered
# In the container: the decoding processes, which are the children of the process that forks them.
DECODERS = (
    "for p in /proc/[0-9]*; do parent=$(cut -d' ' -f4 $p/stat); "
    "grep -qs forkserver $p/cmdline && grep -qs forkserver /proc/$parent/cmdline && basename $p; done; true"
)

ALWAYS_OPEN = (
    (r'"\+37167000100":.*', '"+37167000100": {language: en}'),
    (r'mon-fri: "09:00-18:00"', 'mon-sun: "00:00-24:00"'),
    (r"public: true .*", "public: false"),
    (r"    hours: +#.*\n +mon-fri.*\n +sat.*\n", "    hours: always\n"),
    (r"    hours:\n +mon-thu.*\n +fri.*\n", "    hours: always\n"),
    (r"\nrecordings: .*", ""),
)


def spoken_company() -> str:
    """The example company, always open and in English."""
    text = (resources.files("ivr.company") / "example" / "company.yaml").read_text("utf-8")
    for pattern, instead in ALWAYS_OPEN:
        text, changed = re.subn(pattern, instead, text)
        assert changed, f"The example company holds no {pattern!r} any more."
    return text


def put_in_force(service: Service, text: str) -> None:
    """Let the service answer by another company file."""
    since = time.time() - 1
    FILE.write_text(text, "utf-8")
    fingerprint = load(FILE).fingerprint[:12]
    until = time.monotonic() + RELOADED
    while f'"fingerprint": "{fingerprint}"' not in service.log(400, since):
        assert time.monotonic() < until, f"The service does not take the company file in:\n{service.log()}"
        time.sleep(0.3)


@pytest.fixture(scope="module")
def spoken(asterisk_and_service: tuple[Asterisk, Service]) -> Iterator[None]:
    """The company of these tests instead of the other tests' own."""
    service, own = asterisk_and_service[1], FILE.read_text("utf-8")
    service.start()
    try:
        put_in_force(service, spoken_company())
        yield
    finally:
        put_in_force(service, own)


@pytest.fixture(scope="module")
def spoken_voice(spoken: None, rendered: PromptCache) -> Voice:
    """How it sounds."""
    return Voice(load(FILE).company, rendered)


@pytest.fixture
def open_exchange(exchange: Exchange, spoken_voice: Voice) -> Exchange:
    """The exchange with that company behind it."""
    return replace(exchange, voice=spoken_voice)


@pytest.fixture(autouse=True)
def nothing_refused(exchange: Exchange) -> Iterator[None]:
    """Asterisk refuses some functions of the dialplan to a call in which speech was recognised."""
    began = time.time()
    yield
    assert "Dangerous function" not in exchange.asterisk.log(500, began)


async def rings(exchange: Exchange, phone) -> Conversation:
    """Somebody calls, and hears the open question begin."""
    conversation = Conversation(await exchange.ring(phone, COMPANY))
    exchange.talks.append(conversation.talk)
    asked = await conversation.hears(Step.HELP)
    assert isinstance(asked.actions[-1], Ask)
    assert asked.actions[-1].expects, "No words are awaited: the recogniser does not run."
    return conversation


def heard(conversation: Conversation) -> list[Event]:
    """What the line has told of what was said."""
    told = conversation.talk.events()
    return [event for event in told if isinstance(event, Heard | NotUnderstood | HearingLost)]


# ── Understood ──────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("words", "department", "extension"),
    [
        ("I would like to order", "sales", "201"),
        ("technical problem", "support", "211"),
        ("a question about my invoice", "billing", "221"),
        ("I would like to speak to a person", "reception", "200"),
    ],
)
async def test_who_says_what_they_want_is_put_through(
    open_exchange: Exchange, words: str, department: str, extension: str
) -> None:
    async with open_exchange.caller() as phone, open_exchange.extension(extension) as desk:
        caller = await rings(open_exchange, phone)
        turn = await caller.answers(words, Step.TRANSFER)
        assert isinstance(turn.actions[-1], Transfer)
        assert turn.actions[-1].department == department
        await desk.rung()
    assert isinstance(heard(caller)[0], Heard)


async def test_a_question_that_the_bot_answers_itself(open_exchange: Exchange) -> None:
    async with open_exchange.caller() as phone:
        caller = await rings(open_exchange, phone)
        turn = await caller.answers("what is your address", Step.ANYTHING_ELSE)
        assert turn.state.answer == "address"
        await caller.answers("no thank you", Step.ENDED)
        await caller.talk.call.ended(10)


@pytest.mark.long(40)
async def test_a_call_for_a_spoken_time_is_promised(open_exchange: Exchange, books: Books) -> None:
    now = datetime.now(ZoneInfo(open_exchange.voice.company.timezone))
    async with open_exchange.caller() as phone:
        caller = await rings(open_exchange, phone)
        await caller.answers("I would like to talk to sales tomorrow at ten", Step.READ_BACK)
        await caller.answers("yes please", Step.ANYTHING_ELSE)
        await caller.answers("no thank you", Step.ENDED)
    (promise,) = books.promises(caller.talk.caller)
    assert promise.department == "sales"
    assert promise.at.astimezone(now.tzinfo).date() == now.date() + timedelta(days=1)
    # It may be ten in the evening of who is open then.
    assert promise.at.astimezone(now.tzinfo).hour in {10, 22}


async def says_hello(call: Call) -> None:
    """Somebody takes the call."""
    call.ring()
    await asyncio.sleep(RING)
    await call.pick_up()
    await call.say(HELLO)


@pytest.mark.long(60)
async def test_a_survey_is_answered_by_words(open_exchange: Exchange, books: Books) -> None:
    number = number_of("accepts")
    campaign = books.campaign("survey", [number], "en")
    async with open_exchange.extension(ENDPOINT, says_hello) as phone:
        books.start(campaign)
        person = Conversation(Talk(await phone.rung(30), number, open_exchange.voice, open_exchange.history))
        open_exchange.talks.append(person.talk)
        await person.hears(Step.CONVENIENT)
        await person.answers("yes please", Step.QUESTION)
        await person.answers("four", Step.QUESTION, question=1)
        await person.answers("yes please", Step.ENDED)
        (contact,) = await books.settled(campaign.id, 20)
    assert contact.disposition is Disposition.ACCEPTED
    assert remembered(person.talk) == {"rating": "4", "recommend": "yes"}


def remembered(talk: Talk) -> dict[str, str | None]:
    """The answers on record, as understood."""
    actions = [action for line in talk.transcript().turns for action in line.turn.actions]
    return {action.question: action.understood for action in actions if isinstance(action, Remember)}


# ── What else a call does in which words were awaited ───────────────────────────────────────────────


async def test_a_department_is_briefed_all_the_same(open_exchange: Exchange) -> None:
    async with open_exchange.caller() as phone, open_exchange.extension("201", answer_and_accept) as sales:
        caller = await rings(open_exchange, phone)
        await caller.talk.call.press("1")
        await caller.hears(Step.TRANSFER)
        call = await sales.rung()
        await call.accepted()
        await can_talk(caller.talk.call, call)


async def test_how_a_call_of_ours_ended_is_told_all_the_same(open_exchange: Exchange, books: Books) -> None:
    number = number_of("accepts")
    campaign = books.campaign("survey", [number], "en")
    async with open_exchange.extension(ENDPOINT, says_hello) as phone:
        books.start(campaign)
        call = await phone.rung(30)
        person = Conversation(Talk(call, number, open_exchange.voice, open_exchange.history))
        open_exchange.talks.append(person.talk)
        assert (await person.hears(Step.CONVENIENT)).state.hears
        await call.hang_up()
        (contact,) = await books.settled(campaign.id, 20)
    assert contact.disposition is Disposition.HUNG_UP


# ── Interrupted ─────────────────────────────────────────────────────────────────────────────────────


async def interrupted(exchange: Exchange, by_key: bool) -> float:
    """Seconds for which the greeting is still heard after somebody has interrupted it."""
    async with exchange.caller() as phone:
        caller = await rings(exchange, phone)
        call, greeting = caller.talk.call, all_of(caller)
        await asyncio.sleep(INTO_GREETING)
        begin = (await call.press("4")).end if by_key else await caller.says("opening hours")
        await asyncio.sleep(1.0)
        assert begin < call.history[0].begin + greeting.seconds - 1.0, "The greeting was over by then."
        before = await asyncio.to_thread(outlasts, call, greeting, call.history[0], begin - 0.5)
        assert before > 0.3, "The greeting was not heard just before."
        return await asyncio.to_thread(outlasts, call, greeting, call.history[0], begin)


def all_of(caller: Conversation) -> Prompt:
    """What the bot says in the turn that is told last, in one piece."""
    sentences = tuple(said(caller.talk.transcript().turns[-1]))
    path = caller.talk.voice.prompts.file(caller.talk.voice.company, sentences)
    return Prompt("all of it", read_wav(path))


async def trials(exchange: Exchange, by_key: bool) -> list[float]:
    """TRIALS interruptions, AT_ONCE at a time."""
    found: list[float] = []
    for _ in range(TRIALS // AT_ONCE):
        found += await asyncio.gather(*(interrupted(exchange, by_key) for _ in range(AT_ONCE)))
    return found


def told(seconds: list[float]) -> str:
    """The least, the median and the most."""
    known = sorted(seconds)
    return f"{known[0]:.2f}, {known[len(known) // 2]:.2f}, {known[-1]:.2f}"


@pytest.mark.alone
@pytest.mark.long(60)
async def test_speech_interrupts_at_once(open_exchange: Exchange) -> None:
    found = await trials(open_exchange, by_key=False)
    print(f"silent {told(found)} s after the onset of speech")
    assert max(found) < SILENT_AFTER_SPEECH, sorted(found)


@pytest.mark.alone
@pytest.mark.long(60)
async def test_a_key_interrupts_at_once_where_words_are_awaited_too(open_exchange: Exchange) -> None:
    found = await trials(open_exchange, by_key=True)
    print(f"silent {told(found)} s after the release of the key")
    assert max(found) < SILENT_AFTER_KEY, sorted(found)


# ── Not understood ──────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "words",
    [
        "my grandmother used to bake the most wonderful apple pies every single sunday",
        "the train from edinburgh arrives on platform seven with a delay of forty minutes",
        "purple elephants dance quietly under the old stone bridge",
    ],
)
async def test_what_is_off_the_point_is_never_acted_upon(open_exchange: Exchange, words: str) -> None:
    async with open_exchange.caller() as phone:
        caller = await rings(open_exchange, phone)
        await caller.says(words)
        turn = await caller.next()
        assert turn.state.step in {Step.HELP, Step.MENU, Step.MEANT, Step.BETWEEN}, caller.talk.story()


# ── Where hearing fails ─────────────────────────────────────────────────────────────────────────────


async def goes_on_by_key(exchange: Exchange, caller: Conversation) -> None:
    """A key is answered soon, and the call comes to its end."""
    async with exchange.extension("200") as reception:
        key = await caller.talk.call.press("0")
        call = await reception.rung(KEYS_AFTER + 8)
        assert Pressed("0") in caller.talk.events()
        turn = (await caller.talk.turn(caller.talk.number)).turn
        assert turn.state.step is Step.TRANSFER, caller.talk.story()
        begun = await caller.talk.call.hear_beginning(caller.talk.voice.prompt(first(turn)), 5)
        assert begun.arrived - key.end < KEYS_AFTER
        await call.hang_up()


def first(turn):
    """The first sentence of a turn."""
    return next(action.sentence for action in turn.actions if action.kind == "say")


@contextmanager
def recogniser_at(asterisk: Asterisk, address: str) -> Iterator[None]:
    """Asterisk looks for the recogniser there."""
    text = AEAP.read_text("utf-8")
    AEAP.write_text(re.sub(r"url = ws://[^/]+", f"url = ws://{address}", text), "utf-8")
    asterisk.cli("module reload res_aeap.so")
    try:
        yield
    finally:
        AEAP.write_text(text, "utf-8")
        asterisk.cli("module reload res_aeap.so")


def here(port: int) -> str:
    """This container's address, as Asterisk sees it."""
    return f"{socket.gethostbyname(socket.gethostname())}:{port}"


async def answered_by_keys(exchange: Exchange) -> None:
    """A call with a recogniser that Asterisk does not reach."""
    async with exchange.caller() as phone:
        caller = Conversation(await exchange.ring(phone, COMPANY))
        await caller.next()
        greeted = caller.talk.call.history[-1].arrived - (caller.talk.call.answered or 0.0)
        assert greeted < KEYS_AFTER
        await goes_on_by_key(exchange, caller)


async def test_a_recogniser_that_refuses_asterisk_costs_nothing(open_exchange: Exchange) -> None:
    with recogniser_at(open_exchange.asterisk, here(9)):
        await answered_by_keys(open_exchange)


async def test_a_recogniser_that_never_answers_asterisk_keeps_nobody(open_exchange: Exchange) -> None:
    """Asterisk itself would wait for it without end."""
    silent = socket.create_server(("", 0), backlog=50)
    with silent, recogniser_at(open_exchange.asterisk, here(silent.getsockname()[1])):
        await answered_by_keys(open_exchange)
        await open_exchange.idle()


async def test_who_speaks_to_a_lost_recogniser_is_told_the_keys(open_exchange: Exchange) -> None:
    async with open_exchange.caller() as phone:  # it may still be avoided because of what another test did
        await (await rings_until_heard(open_exchange, phone)).talk.call.hang_up()
    with recogniser_at(open_exchange.asterisk, here(9)):
        async with open_exchange.caller() as phone:
            caller = Conversation(await open_exchange.ring(phone, COMPANY))
            await caller.hears(Step.HELP)
            turn = await caller.hears(Step.MENU)
            assert turn.state.hears == ()
            assert HearingLost() in caller.talk.events()


@pytest.mark.long(60)
async def test_decoders_that_are_killed_in_the_middle_of_a_word_lose_no_call(open_exchange: Exchange) -> None:
    async with open_exchange.caller() as phone:
        caller = await rings_until_heard(open_exchange, phone)
        await caller.says("a question about my invoice")
        pids = await asyncio.to_thread(open_exchange.service.shell, DECODERS)
        assert pids, "There is no decoding process."
        await asyncio.to_thread(open_exchange.service.shell, f"kill -9 {' '.join(pids.split())} || true")
        killed = caller.talk.call.media.now()
        await caller.next()
        assert caller.talk.call.history[-1].arrived - killed < KEYS_AFTER + 1.0
        await goes_on_by_key(open_exchange, caller)


@pytest.mark.long(40)
async def test_recognition_is_back_after_its_processes_were_killed(open_exchange: Exchange) -> None:
    await asyncio.to_thread(open_exchange.service.shell, f"kill -9 $({DECODERS}) || true")
    async with open_exchange.caller() as phone, open_exchange.extension("201") as desk:
        caller = await rings_until_heard(open_exchange, phone)
        await caller.answers("I would like to order", Step.TRANSFER)
        await desk.rung()


async def rings_until_heard(exchange: Exchange, phone: Phone) -> Conversation:
    """Call until words are awaited: new processes take a while, and what was lost is avoided for a while."""
    for _ in range(BACK_TRIES - 1):
        with suppress(AssertionError):
            return await rings(exchange, phone)
        await exchange.talks[-1].call.hang_up()
        await asyncio.sleep(BACK_PAUSE)
    return await rings(exchange, phone)
