"""People who are called: the last two digits of a number say what its telephone does.

All of them live behind one registered endpoint, to which the line "test" dials: ``farm.behave`` is the
behaviour of its phone. Those who talk go by what they hear: a key is pressed when the sentence that the
conversation begins the turn with was recognised.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

import numpy as np

from ivr.company.campaign import Campaign
from ivr.company.disposition import Disposition
from ivr.company.models import Company
from ivr.conversation.actions import LookUp, Say
from ivr.conversation.engine import advance, begin_outreach
from ivr.conversation.errand import Errand
from ivr.conversation.events import AnsweredBy, Found, Pressed
from ivr.conversation.state import Turn
from tests.asterisk import phone
from tests.asterisk.hearing import Heard, Prompt, tone
from tests.asterisk.phone import Call
from tests.asterisk.rtp import RATE, Sound
from tests.asterisk.talk import Voice

ENDPOINT = "test-callees"  # what the line "test" dials, rendered by ivr dialplan --test-endpoints
HELLO = tone(310, 0.5)  # how a person takes a call
BEEP = tone(1000, 0.6)  # after which an answering machine records
RING = 0.3  # seconds until somebody takes a call
PATIENCE = 20.0  # seconds until the sentence that is waited for begins
LONGEST = 120.0  # seconds until the bot has ended a call by itself


@dataclass(frozen=True)
class Manner:
    """What a telephone does with a call, and how an attempt to it ends."""

    code: str  # last two digits of the number
    name: str
    ends: Disposition
    keys: str = ""  # pressed one after another, each when the bot has begun the next turn
    again: str = ""  # the same when called once more, where it is something else


MANNERS = (
    Manner("01", "accepts", Disposition.ACCEPTED, "11"),
    Manner("02", "refuses", Disposition.REFUSED, "12"),
    Manner("03", "is undecided", Disposition.UNDECIDED, "13"),
    Manner("04", "asks for later", Disposition.LATER, "211", "11"),
    Manner("06", "opts out", Disposition.OPTED_OUT, "9"),
    Manner("07", "is somebody else", Disposition.WRONG_PERSON, "8"),
    Manner("08", "wants a person", Disposition.TRANSFERRED, "10"),
    Manner("10", "is busy", Disposition.BUSY),
    Manner("11", "rings out", Disposition.NO_ANSWER),
    Manner("12", "declines", Disposition.DECLINED),
    Manner("13", "does not exist", Disposition.INVALID_NUMBER),
    Manner("14", "is a machine", Disposition.MACHINE),
    Manner("15", "hangs up", Disposition.HUNG_UP),
    Manner("16", "is silent", Disposition.SILENT),
)
EXPECTING = Manner("05", "expects a call", Disposition.TRANSFERRED, "1")  # which was promised by a department
BY_CODE: Mapping[str, Manner] = {manner.code: manner for manner in (*MANNERS, EXPECTING)}
BY_NAME: Mapping[str, Manner] = {manner.name: manner for manner in BY_CODE.values()}


@dataclass(frozen=True)
class Arrival:
    """A call that reached a telephone."""

    number: str
    at: float  # Unix time of the INVITE
    call: Call

    @property
    def manner(self) -> Manner:
        """What this telephone does."""
        return BY_CODE[self.number[-2:]]


@dataclass(frozen=True)
class Course:
    """What the bot says to somebody who presses such keys, found from the conversation itself as it goes."""

    company: Company
    campaign: Campaign
    taken: Callable[[LookUp], Found] = lambda lookup: Found(())  # the slots that hold promises
    hears: tuple[str, ...] = ()  # languages of which the line makes words

    def first(self, number: str, by: AnsweredBy = AnsweredBy.PERSON) -> Turn:
        """The turn that greets whoever picked up."""
        errand = Errand("0" * 32, self.company.default_language, self.company.timezone, campaign="tests")
        shown, now = self.campaign.caller_id, datetime.now(UTC)
        return begin_outreach(errand, by, number, shown, self.company, self.campaign, now, self.hears)

    def next(self, turn: Turn, key: str) -> Turn:
        """The turn that answers a key pressed just now."""
        turn = self._next(turn, Pressed(key))
        while isinstance(lookup := turn.actions[-1], LookUp):
            looked_up = self._next(turn, self.taken(lookup))
            turn = Turn(looked_up.state, (*turn.actions[:-1], *looked_up.actions))
        return turn

    def _next(self, turn: Turn, event: Pressed | Found) -> Turn:
        return advance(turn.state, event, self.company, datetime.now(UTC), self.campaign)


@dataclass
class Farm:
    """Every telephone there is; what reached them is kept."""

    voice: Voice
    campaign: Campaign
    whole: frozenset[str] = frozenset()  # numbers at which every sentence is listened to, to its end
    tell: Callable[[Call, str], None] = lambda call, what: None  # hears what callees do and hear
    taken: Callable[[LookUp], Found] = lambda lookup: Found(())  # the slots that hold promises
    hears: tuple[str, ...] = ()  # languages of which the line makes words
    arrivals: list[Arrival] = field(default_factory=list)

    async def behave(self, call: Call) -> None:
        """Take, or not take, a call as its number says."""
        self.arrivals.append(Arrival(call.called, call.invited_at, call))
        manner = BY_CODE[call.called[-2:]]
        await _BEHAVIOURS.get(manner.name, Farm.talk)(self, call)

    async def talk(self, call: Call) -> None:
        """Say hello, and press keys as the bot asks."""
        keys = self._keys(call.called)
        await _take(call)
        await call.say(HELLO)
        turn = self._course.first(call.called)
        for key in keys:
            await self._listen(call, turn)
            await call.press(key)
            self.tell(call, f"presses {key}")
            turn = self._course.next(turn, key)
        await self._listen(call, turn)
        await call.ended(LONGEST)

    async def hang_up(self, call: Call) -> None:
        """Leave in the middle of a sentence."""
        await _take(call)
        await call.say(HELLO)
        await self._listen(call, self._course.first(call.called))
        await call.hang_up()

    async def silence(self, call: Call) -> None:
        """Take the call, and neither say nor press anything."""
        await _take(call)
        await call.ended(LONGEST)

    async def machine(self, call: Call) -> None:
        """A long greeting, a beep, and then it records."""
        left = self._course.first(call.called, AnsweredBy.MACHINE)
        await asyncio.to_thread(self._prompts, left)
        greeting = self.greeting()
        await _take(call)
        await call.say(greeting)
        await call.say(BEEP)
        await self._listen(call, left)
        await call.ended(LONGEST)

    async def expect(self, call: Call) -> None:
        """Take a promised call, and talk with the department."""
        await _take(call)
        await call.say(HELLO)
        await self._listen(call, self._course.first(call.called))
        await call.press("1")
        await call.ended(LONGEST)

    def greeting(self) -> Sound:
        """What an answering machine says: some seconds of talk, without a pause that would end it."""
        spoken = [prompt.sound for prompt in list(self.voice.made.values())]
        talk = np.concatenate([sound[np.abs(sound) > 60] for sound in spoken])
        return np.resize(talk, 7 * RATE)

    def to(self, number: str) -> list[Arrival]:
        """The calls that reached a number."""
        return [arrival for arrival in self.arrivals if arrival.number == number]

    def failures(self) -> list[str]:
        """What callees waited for in vain."""
        found = ((arrival, arrival.call.failure) for arrival in self.arrivals)
        return [f"{it.number} ({it.manner.name}): {failure}" for it, failure in found if failure]

    def _keys(self, number: str) -> str:
        manner = BY_CODE[number[-2:]]
        return manner.again if manner.again and len(self.to(number)) > 1 else manner.keys

    @property
    def _course(self) -> Course:
        return Course(self.voice.company, self.campaign, self.taken, self.hears)

    async def _listen(self, call: Call, turn: Turn) -> None:
        """Hear that the turn began, or (``whole``) all of it. Raises AssertionError."""
        if call.called in self.whole:
            for prompt in await asyncio.to_thread(self._prompts, turn):
                self._heard(call, await call.hear(prompt, PATIENCE))
        else:
            for prompt in await asyncio.to_thread(self._prompts, turn, 1):
                self._heard(call, await call.hear_beginning(prompt, PATIENCE))

    def _heard(self, call: Call, heard: Heard) -> None:
        words = heard.prompt.name.partition(": ")[2]
        self.tell(call, f"hears: {words} ({heard.score:.0%} alike)")

    def _prompts(self, turn: Turn, most: int | None = None) -> list[Prompt]:
        said = [act.sentence for act in turn.actions if isinstance(act, Say)]
        return [self.voice.prompt(sentence) for sentence in said[:most]]


async def _take(call: Call) -> None:
    call.ring()
    await asyncio.sleep(RING)
    await call.pick_up()


async def _busy(_: Farm, call: Call) -> None:
    await phone.busy(call)


async def _ring(_: Farm, call: Call) -> None:
    call.ring()
    await call.over.wait()


async def _decline(_: Farm, call: Call) -> None:
    call.ring()
    await phone.decline(call)


async def _unknown(_: Farm, call: Call) -> None:
    call.refuse(404)


# What the telephone of a manner does; one that is not named here talks.
_BEHAVIOURS: Mapping[str, Callable[[Farm, Call], Awaitable[None]]] = {
    "is busy": _busy,
    "rings out": _ring,
    "declines": _decline,
    "does not exist": _unknown,
    "is a machine": Farm.machine,
    "hangs up": Farm.hang_up,
    "is silent": Farm.silence,
    "expects a call": Farm.expect,
}


def busiest(moments: Sequence[float], span: float) -> int:
    """The most of these moments (seconds, in any order) that lie within any ``span`` seconds."""
    known = sorted(moments)
    return max((sum(first <= at < first + span for at in known) for first in known), default=0)
