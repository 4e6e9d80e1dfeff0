"""A call to the bot as a test tells it: the bot says these phrases, the caller presses that key.

What the bot should say is checked twice. The records, written before it speaks, must hold the phrases
that the test expects; and those very sentences must be heard.
"""

from __future__ import annotations

import asyncio
import itertools
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

from ivr.calls.ports import Prompts
from ivr.company.models import Company
from ivr.conversation.actions import Say
from ivr.conversation.events import Event
from ivr.phrases.sentence import Sentence
from ivr.records.history import History
from ivr.records.views import CallLine, Transcript, TurnLine, Wanted
from tests.asterisk.hearing import Heard, Prompt, read_wav, tone
from tests.asterisk.phone import Call

PATIENCE = 6.0  # seconds until a sentence begins that is on record
TURN_PATIENCE = 45.0  # seconds until the next turn is: a menu said to its end, and a silence
SPEAKERS = itertools.count(int(time.time()) % 90_000 * 10)  # a number of their own for each caller of a run


def fresh_number() -> str:
    """A caller's number that no other call of these tests has."""
    return f"+3712{next(SPEAKERS) % 10_000_000:07}"


@dataclass(frozen=True)
class Voice:
    """What sentences sound like."""

    company: Company
    prompts: Prompts  # of the harness's own: not what lies in the volume, which may be wrong
    made: dict[Sentence, Prompt] = field(default_factory=dict)

    def prompt(self, sentence: Sentence) -> Prompt:
        """The sound of one sentence."""
        if sentence not in self.made:
            sound = read_wav(self.prompts.file(self.company, (sentence,)))
            self.made[sentence] = Prompt(f"{sentence.phrase} ({sentence.language}): {sentence.text}", sound)
        return self.made[sentence]


@dataclass
class Talk:
    """One call, with its records."""

    call: Call
    caller: str  # the number it shows, by which it is found on record
    voice: Voice
    history: History
    number: int = 0  # of the turn that comes next

    # What the bot says

    async def hears(self, *phrases: str) -> list[Heard]:
        """The bot says exactly these phrases next, and all of it is heard. Raises AssertionError."""
        sentences = await self._next(phrases)
        return [await self._hear(sentence) for sentence in sentences]

    async def begins(self, *phrases: str) -> Heard:
        """The bot says exactly these phrases next; only the first is listened to. Raises AssertionError."""
        sentences = await self._next(phrases)
        return await self._hear(sentences[0])

    async def cut_short(self, *phrases: str) -> Heard:
        """The same, listened to only as long as it takes to know the first sentence: to interrupt it."""
        sentences = await self._next(phrases)
        return await self.call.hear_beginning(self.voice.prompt(sentences[0]), PATIENCE)

    async def _hear(self, sentence: Sentence) -> Heard:
        return await self.call.hear(self.voice.prompt(sentence), PATIENCE)

    async def _next(self, phrases: Sequence[str]) -> list[Sentence]:
        sentences = said(await self.turn(self.number))
        told = [sentence.phrase for sentence in sentences]
        as_expected = len(told) == len(phrases) and all(map(_is, told, phrases))
        assert as_expected, f"Turn {self.number} says {told}, not {list(phrases)}.\n{self.story()}"
        self.number += 1
        return sentences

    # What is on record

    async def turn(self, number: int) -> TurnLine:
        """A turn as soon as it is on record. Raises AssertionError."""
        until = time.monotonic() + (TURN_PATIENCE if number else PATIENCE)  # the answer comes at once
        while True:
            found = self.find()
            if found and number < found.turns:
                return self.transcript().turns[number]
            assert time.monotonic() < until, f"There is no turn {number} on record.\n{self.story()}"
            await asyncio.sleep(0.05)

    def find(self) -> CallLine | None:
        """The call on record, if it is there yet."""
        return next(iter(self.history.list_calls(Wanted(caller=self.caller, limit=1))), None)

    def transcript(self) -> Transcript:
        """Everything on record about it. Raises AssertionError when there is nothing."""
        found = self.find()
        assert found, f"There is no call from {self.caller} on record."
        return self.history.transcript(found.call_id)

    async def closed(self, outcome: str, within: float = PATIENCE) -> Transcript:
        """The records say that the call is over and why. Raises AssertionError."""
        until = time.monotonic() + within
        while (told := self.transcript()).call.ended_at is None:
            assert time.monotonic() < until, f"The call is still open on record.\n{self.story()}"
            await asyncio.sleep(0.05)
        assert told.call.outcome == outcome, f"It ended with {told.call.outcome!r}, not {outcome!r}."
        return told

    def events(self) -> list[Event | None]:
        """What happened, turn by turn."""
        return [turn.event for turn in self.transcript().turns]

    def transfers(self) -> list[tuple[str, str | None, bool | None]]:
        """Each transfer: department, outcome, whether they talked."""
        return [(line.department, line.outcome, line.talked) for line in self.transcript().call.transfers]

    def story(self) -> str:
        """The call as it stands on record, to be read."""
        found = self.find()
        if found is None:
            return f"Nothing is on record from {self.caller}."
        turns = (_told(turn) for turn in self.history.transcript(found.call_id).turns)
        return "\n".join([f"On record of {found.call_id} ({found.outcome or 'open'}):", *turns])


async def can_talk(caller: Call, department: Call) -> None:
    """Caller and department hear each other. Raises AssertionError."""
    await asyncio.gather(caller.say(tone(440, 1.0)), department.hear_tone(440))
    await asyncio.gather(department.say(tone(620, 1.0)), caller.hear_tone(620))


def said(turn: TurnLine) -> list[Sentence]:
    """The sentences of a turn."""
    return [action.sentence for action in turn.turn.actions if isinstance(action, Say)]


def _is(told: str, phrase: str) -> bool:
    return told == phrase or told.startswith(f"{phrase}.")


def _told(turn: TurnLine) -> str:
    words = " / ".join(sentence.text for sentence in said(turn))
    wait = turn.turn.actions[-1]
    return f"  {turn.number}. {turn.event or 'answered'} -> {words} [{wait.kind}]"
