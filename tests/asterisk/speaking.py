"""People who speak: English sentences in a synthetic voice, and calls told by what is said in them."""

from __future__ import annotations

import asyncio
import functools
from dataclasses import dataclass

import numpy as np

from ivr.company.models import Voice as Speaker
from ivr.conversation.state import Step, Turn
from ivr.speech.espeak import Espeak
from ivr.speech.sound import shape
from tests.asterisk.hearing import level
from tests.asterisk.rtp import FRAME, RATE, Sound
from tests.asterisk.talk import Talk, said

PEOPLE = ("en-us+m3", "en-gb+f2", "en-us+m7")  # their voices
PATIENCE = 8.0  # seconds until a sentence begins that is on record
QUIET = 0.05  # of a prompt's own level: what is below is silence
MOST_DOUBTS = 2  # how often somebody confirms what they have said
NO_PAUSE = 0.4  # seconds of silence that are no pause between two words
SILENT = 25.0  # RMS of 16-bit samples


@functools.cache
def speech(text: str, voice: str = PEOPLE[0], words_per_minute: int = 150) -> Sound:
    """``text`` as somebody says it, before the telephone makes G.711 of it."""
    speaker = Speaker(name=voice, words_per_minute=words_per_minute)
    return shape(Espeak().render(text, "en", speaker)).samples


@dataclass
class Conversation:
    """A call of somebody who speaks and listens."""

    talk: Talk
    voice: str = PEOPLE[0]

    async def hears(self, step: Step) -> Turn:
        """The bot stands at ``step`` next, and begins to say what it says there. Raises AssertionError."""
        found = await self.next()
        assert found.state.step is step, f"It stands at {found.state.step}, not {step}.\n{self.talk.story()}"
        return found

    async def next(self) -> Turn:
        """The bot's next turn, as soon as its first sentence is known by its sound. Raises AssertionError."""
        line = await self.talk.turn(self.talk.number)
        self.talk.number += 1
        for sentence in said(line)[:1]:
            await self.talk.call.hear_beginning(self.talk.voice.prompt(sentence), PATIENCE)
        return line.turn

    async def says(self, words: str) -> float:
        """Say so; when it began, in seconds since the call's start."""
        sound = await asyncio.to_thread(speech, words, self.voice)
        self.talk.call.cursor = max(self.talk.call.cursor, self.talk.call.media.ear.end)
        begin = self.talk.call.media.now()
        await self.talk.call.say(sound)
        return begin + onset(sound)

    async def answers(self, words: str, step: Step) -> Turn:
        """Say so, confirm it where the bot is not sure, and find it at ``step``. Raises AssertionError."""
        await self.says(words)
        for _ in range(MOST_DOUBTS):
            found = await self.next()
            if found.state.step is not Step.MEANT or step is Step.MEANT:
                break
            await self.says("yes")
        else:
            found = await self.next()
        assert found.state.step is step, f"It stands at {found.state.step}, not {step}.\n{self.talk.story()}"
        return found


def onset(sound: Sound) -> float:
    """Seconds from the beginning of a sound to where it is loud enough to be heard."""
    loud = np.flatnonzero(np.abs(sound) > QUIET * np.max(np.abs(sound)))
    return float(loud[0]) / RATE if len(loud) else 0.0


def falls_silent(talk: Talk, after: float, within: float = 3.0) -> float:
    """Seconds from the moment ``after`` of a call until the bot is silent; ``within`` where it never was."""
    ear = talk.call.media.ear
    begin = round(after * RATE)
    heard = ear.sound(begin, begin + round(within * RATE))
    frames = [level(heard[at : at + FRAME]) for at in range(0, len(heard), FRAME)]
    pause = round(NO_PAUSE * RATE / FRAME)
    for place in range(len(frames) - pause):
        if max(frames[place : place + pause]) < SILENT:
            return max(ear.arrival(begin + place * FRAME) - after, 0.0)
    return within
