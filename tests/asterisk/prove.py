"""The proof of ``make run``: a caller is greeted, presses a key, is put through, and both can talk; then the
company calls three people (``prove_calls``).

It goes by the company file that the service runs with: which number to dial, which key leads to a department
that is open now, and where that one rings. Where nobody is open it proves the apology and the offer instead.
``python -m tests.asterisk.prove`` exits 1 with a sentence about what was not heard; with ``--to-us`` nobody
is called.
"""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Engine

from ivr import wiring
from ivr.calls.ports import Prompts
from ivr.company.models import LANGUAGE_KEY, Company
from ivr.conversation.actions import Ask, LookUp, Say, Transfer
from ivr.conversation.engine import advance, begin
from ivr.conversation.events import Heard as WordsHeard
from ivr.conversation.events import Pressed
from ivr.conversation.state import Turn
from ivr.errors import IvrError
from ivr.phrases.check import load_standard
from ivr.phrases.sentence import Sentence, SpeechAct
from ivr.records.engine import open_engine
from ivr.records.history import History
from tests.asterisk.hearing import Heard, tone
from tests.asterisk.phone import Call, CallRefusedError, Phone
from tests.asterisk.prove_calls import ProofOfCalls
from tests.asterisk.speaking import speech
from tests.asterisk.talk import Talk, Voice, fresh_number

EXCHANGE = "asterisk"
LONGEST = 60.0  # seconds
TO_US = "--to-us"  # argument: prove calls to the company alone
SOMEBODY = "+37120000000"  # whoever shows a number may be offered a call back
SPOKEN = "en"  # the language of the caller who speaks
DEEP = 2  # keys that the proving call is ready to press
_PASSWORDS = (
    "The dialplan needs --test-endpoints, and this the same IVR_PHONE_PASSWORD (or IVR_TEST_PASSWORD)."
)
_CURES = {401: _PASSWORDS, 403: _PASSWORDS, 404: "The dialplan was rendered from another company file."}
REGISTERING = 8.0  # seconds: the exchange may just be reading its configuration anew


@dataclass(frozen=True)
class Way:
    """What a caller does, and what the bot says meanwhile."""

    number: str  # dialled
    keys: tuple[str, ...]
    turns: tuple[Turn, ...]  # one more than keys

    @property
    def transfer(self) -> Transfer | None:
        """Where it leads, when it leads to a department."""
        wait = self.turns[-1].actions[-1]
        return wait if isinstance(wait, Transfer) else None

    @property
    def sentences(self) -> tuple[tuple[Sentence, ...], ...]:
        """What is said in each turn."""
        return tuple(tuple(a.sentence for a in turn.actions if isinstance(a, Say)) for turn in self.turns)


def ways(company: Company, now: datetime) -> Iterator[Way]:
    """Every way of few keys through the conversation: the company's own numbers first, short ways first."""
    for number in sorted(company.numbers, key=lambda number: company.numbers[number].department is not None):
        found = [Way(number, (), (begin(number, SOMEBODY, company, now),))]
        for _ in range(DEEP + 1):
            yield from found
            found = [longer for way in found for longer in _longer(way, company, now)]


def heard_on(way: Way, company: Company, now: datetime, hears: tuple[str, ...]) -> Way:
    """The same way where the line makes words of those languages: questions are shorter, and name no keys."""
    turns = [begin(way.number, SOMEBODY, company, now, hears=hears)]
    for key in way.keys:
        turns.append(advance(turns[-1].state, Pressed(key), company, now))
    return Way(way.number, way.keys, tuple(turns))


def _longer(way: Way, company: Company, now: datetime) -> Iterator[Way]:
    wait = way.turns[-1].actions[-1]
    keys = wait.keys if isinstance(wait, Ask) else ""
    for key in sorted(filter(str.isdigit, keys), key="123456789 0".index):
        turn = advance(way.turns[-1].state, Pressed(key), company, now)
        if not isinstance(turn.actions[-1], LookUp):  # what is said then depends on the records
            yield Way(way.number, (*way.keys, key), (*way.turns, turn))


def speakable(company: Company, now: datetime) -> tuple[Way, str] | None:
    """A way to the open question in the language that is spoken here, and a department to ask for there."""
    departments = (part.name.into(SPOKEN) for part in company.departments.values() if part.key)
    words = next(departments, None) if SPOKEN in company.languages else None
    for number in company.numbers if words else ():
        first = begin(number, SOMEBODY, company, now, hears=(SPOKEN,))
        other = advance(first.state, Pressed(LANGUAGE_KEY), company, now)
        for way in (Way(number, (), (first,)), Way(number, (LANGUAGE_KEY,), (first, other))):
            wait = way.turns[-1].actions[-1]
            if isinstance(wait, Ask) and wait.expects and words:
                return way, words
    return None


class Proof:
    """One proving call, told on standard output as it goes."""

    def __init__(
        self, company: Company, prompts: Prompts, history: History, password: str, caller_password: str
    ) -> None:
        self._company, self._history = company, history
        self._password, self._caller_password = password, caller_password
        self._voice = Voice(company, prompts)
        self._began = time.monotonic()
        self.hears: tuple[str, ...] = ()  # languages of which the line makes words, once a call has shown it

    async def run(self) -> str:
        """Make the call; what it proved. Raises AssertionError with what was not heard."""
        now = datetime.now(UTC)
        found = list(ways(self._company, now))
        async with Phone(EXCHANGE, "test-caller", self._caller_password) as caller:
            for way in found:
                if way.transfer and (extension := await self._free(way.transfer.department)):
                    await self._connected(caller, way, extension)
                    return "the bot answers, is heard, and puts callers through"
            await self._not_connected(caller, _offered(found))
        return "the bot answers, is heard, and offers a way on while nobody can be reached"

    async def spoken(self) -> None:
        """Say one thing, and tell what was heard. Nothing depends on it: callers may always press keys."""
        found = speakable(self._company, datetime.now(UTC))
        if found is None:
            return
        print("\nA caller speaks:\n", flush=True)
        async with Phone(EXCHANGE, "test-caller", self._caller_password) as caller:
            try:
                self._tell("bot", await self._heard(caller, *found))
            except AssertionError as failure:
                self._tell("", f"{failure} Callers go on by keys; ivr speech doctor tells more.")

    async def _heard(self, caller: Phone, way: Way, words: str) -> str:
        sound = speech(words)
        talk = await self._pressed(caller, way)
        await talk.call.say(sound)
        self._tell("caller", f'says "{words}"')
        event = (await talk.turn(talk.number)).event
        await talk.call.hang_up()
        assert isinstance(event, WordsHeard), f"That was no words to the bot: {event and event.kind}."
        sure = "" if event.confidence is None else f", {event.confidence:.0%} sure"
        return f'heard "{event.words}"{sure}'

    async def calls(self, engine: Engine, called: bool) -> str:
        """Let the company call; what that proved. Raises AssertionError with what went wrong."""
        if not called:
            return "nobody is called, as IVR_AMI_PASSWORD is not set in company/settings.env"
        proof = ProofOfCalls(self._company, engine, self._caller_password, self._began, self.hears)
        return await proof.run()

    async def _free(self, department: str) -> str | None:
        """The phone of a department to answer with; None where somebody's own phone is registered for it."""
        rings = self._company.departments[department].rings
        for extension in rings.extensions if rings.together or rings.queue else rings.extensions[:1]:
            async with Phone(EXCHANGE, extension, self._password) as phone:
                if not await _patiently(phone.bindings):
                    return extension
        return None

    async def _connected(self, caller: Phone, way: Way, extension: str) -> None:
        async with Phone(EXCHANGE, extension, self._password) as phone:
            await phone.register()
            try:
                talk = await self._pressed(caller, way)
                await self._put_through(talk, await phone.rung(), way, extension)
                await self._on_record(talk, way)
            finally:
                await phone.register(0)

    async def _not_connected(self, caller: Phone, way: Way) -> None:
        self._tell("", "No department is open whose phones are free: what is offered instead is proved.")
        talk = await self._pressed(caller, way)
        for sentence in _up_to_an_offer(way.sentences[-1])[1:]:
            self._tell("bot", sentence.text, await talk.call.hear(self._voice.prompt(sentence)))
        await self._on_record(talk, way)

    async def _pressed(self, caller: Phone, way: Way) -> Talk:
        for said in way.sentences:
            self._voice.prompt(said[0])  # made before the call: a caller who reckons hears late
        talk = await self._answered(caller, way)
        self.hears = (await talk.turn(0)).turn.state.hears
        told = heard_on(way, self._company, datetime.now(UTC), self.hears).sentences
        for key, said in zip(("", *way.keys), told, strict=True):
            if key:
                await talk.call.press(key)
                self._tell("caller", f"presses {key}")
            heard = await talk.begins(*(sentence.phrase for sentence in said))
            self._tell("bot", said[0].text, heard)
            if not key:
                greeted = (heard.arrived - (talk.call.answered or 0.0)) * 1000
                self._tell("", f"from the answer to the greeting: {max(greeted, 0):.0f} ms")
        return talk

    async def _answered(self, caller: Phone, way: Way) -> Talk:
        number = fresh_number()
        self._tell("caller", f"{number} rings {way.number}")
        talk = Talk(await caller.dial(way.number, number), number, self._voice, self._history)
        self._tell("bot", "answers")
        return talk

    async def _put_through(self, talk: Talk, call: Call, way: Way, extension: str) -> None:
        transfer = way.transfer
        self._tell(extension, "rings, and is picked up")
        await asyncio.sleep(0.2)
        await call.pick_up()
        if transfer and transfer.accept and transfer.briefing:
            briefing = (await talk.turn(talk.number - 1)).turn.actions[-1]
            first = briefing.briefing[0] if isinstance(briefing, Transfer) else transfer.briefing[0]
            self._tell(f"bot to {extension}", first.text, await call.hear(self._voice.prompt(first)))
            await call.press("1")
            self._tell(extension, "presses 1")
        await self._talk(talk.call, call, extension)

    async def _talk(self, caller: Call, department: Call, extension: str) -> None:
        await asyncio.gather(caller.say(tone(440, 0.8)), department.hear_tone(440))
        self._tell("caller", f"speaks, and {extension} hears it")
        await asyncio.gather(department.say(tone(620, 0.8)), caller.hear_tone(620))
        self._tell(extension, "speaks, and the caller hears it")

    async def _on_record(self, talk: Talk, way: Way) -> None:
        await talk.call.hang_up()
        self._tell("caller", "hangs up")
        record = await talk.closed("caller hung up")
        if way.transfer:
            department = way.transfer.department
            assert talk.transfers() == [(department, "hung_up", True)], f"On record: {talk.transfers()}"
        print("\nOn record:\n", flush=True)
        subprocess.run(
            ["ivr", "calls", "show", record.call.call_id], check=True, env={**os.environ, "COLUMNS": "110"}
        )

    def _tell(self, who: str, what: str, heard: Heard | None = None) -> None:
        seconds = time.monotonic() - self._began
        score = f"  (heard, {heard.score:.0%} alike)" if heard else ""
        print(f"  {seconds:5.1f} s  {who:<11} {what}{score}", flush=True)


def _offered(found: list[Way]) -> Way:
    """The shortest way to an apology with an offer; else to the first question."""
    asking = [way for way in found if isinstance(way.turns[-1].actions[-1], Ask)]
    apologising = (way for way in asking if way.sentences[-1][0].phrase.startswith("sorry."))
    return next(apologising, asking[0])


def _up_to_an_offer(sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    offers = (n for n, sentence in enumerate(sentences) if sentence.act is SpeechAct.OFFERS_CHOICE)
    return sentences[: next(offers, 0) + 1]


async def _patiently(ask: Callable[[], Awaitable[tuple[str, ...]]]) -> tuple[str, ...]:
    """What ``ask`` answers once the exchange lets us in. Raises its AssertionError after some seconds."""
    until = time.monotonic() + REGISTERING
    while True:
        try:
            return await ask()
        except AssertionError:
            if time.monotonic() > until:
                raise
        await asyncio.sleep(0.3)


def main() -> int:
    """Prove it; 0 when everything was heard."""
    given = wiring.settings()
    company = load_standard(given.company).company
    password = given.phone_password or ""
    caller_password = os.environ.get("IVR_TEST_PASSWORD") or password
    engine = open_engine(given.database_url)
    proof = Proof(company, wiring.prompt_cache(given.prompts), History(engine), password, caller_password)
    try:
        proved = asyncio.run(asyncio.wait_for(proof.run(), LONGEST))
        asyncio.run(asyncio.wait_for(proof.spoken(), LONGEST))
        if TO_US not in sys.argv:
            proved += "; " + asyncio.run(proof.calls(engine, called=given.ami is not None))
    except CallRefusedError as refused:
        print(f"\nNot proved. {refused} {_CURES.get(refused.status, '')}", file=sys.stderr)
        return 1
    except (AssertionError, TimeoutError, IvrError, OSError) as failure:
        print(f"\nNot proved. {failure or f'It was not over within {LONGEST:.0f} s.'}", file=sys.stderr)
        return 1
    print(f"\nProved: {proved}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
