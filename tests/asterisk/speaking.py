"""People who speak: English sentences in a synthetic voice, and calls told by what is said in them."""

from __future__ import annotations

import asyncio
import functools
import subprocess
import tempfile
import wave
from dataclasses import dataclass

import numpy as np

from ivr.conversation.actions import LookUp
from ivr.conversation.state import Step, Turn
from ivr.speech.sound import Sound as Spoken
from ivr.speech.sound import shape
from tests.asterisk.hearing import ALIKE, AUDIBLE, Heard, Prompt, Recording, level
from tests.asterisk.phone import Call
from tests.asterisk.rtp import FRAME, RATE, Sound
from tests.asterisk.talk import Talk, said

PEOPLE = (
    "rms",
    "slt",
)  # their voices: of flite, since the recogniser hears espeak-ng's little better than noise
PATIENCE = 8.0  # seconds until a sentence begins that is on record
QUIET = 0.05  # of a prompt's own level: what is below is silence
MOST_SAID = 4  # times that somebody says something until it is understood
MISSED = 10  # pieces in a row, 0.2 s, that were not heard: the prompt is over
PIECE, NEAR = RATE // 10, RATE // 50  # samples: of a prompt that is looked for, and how far from its place


@functools.cache
def speech(text: str, voice: str = PEOPLE[0]) -> Sound:
    """``text`` as somebody says it, before the telephone makes G.711 of it."""
    with tempfile.NamedTemporaryFile(suffix=".wav") as file:
        subprocess.run(["flite", "-voice", voice, "-t", text, "-o", file.name], check=True)
        with wave.open(file.name) as sound:
            samples = np.frombuffer(sound.readframes(sound.getnframes()), "<i2")
            return shape(Spoken(samples, sound.getframerate())).samples


@dataclass
class Conversation:
    """A call of somebody who speaks and listens."""

    talk: Talk
    voice: str = PEOPLE[0]
    at: Step | None = None  # where the bot stands

    async def hears(self, step: Step) -> Turn:
        """The bot stands at ``step`` next, and begins to say what it says there. Raises AssertionError."""
        found = await self.next()
        assert found.state.step is step, f"It stands at {found.state.step}, not {step}.\n{self.talk.story()}"
        return found

    async def next(self) -> Turn:
        """The bot's next turn, as soon as its first sentence is known by its sound. Raises AssertionError.

        Turns between which only the ledger is asked are one.
        """
        line = await self.talk.turn(self.talk.number)
        self.talk.number += 1
        for sentence in said(line)[:1]:
            await self.talk.call.hear_beginning(self.talk.voice.prompt(sentence), PATIENCE)
        if isinstance(line.turn.actions[-1], LookUp):
            return await self.next()
        self.at = line.turn.state.step
        return line.turn

    async def says(self, words: str) -> float:
        """Say so; when it began, in seconds since the call's start."""
        sound = await asyncio.to_thread(speech, words, self.voice)
        self.talk.call.cursor = max(self.talk.call.cursor, self.talk.call.media.ear.end)
        begin = self.talk.call.media.now()
        await self.talk.call.say(sound)
        return begin + onset(sound)

    async def answers(self, words: str, step: Step, question: int = 0) -> Turn:
        """Say so until the bot is at ``step``: again where it asks again, "yes please" where it asks whether.

        Args:
            question: which of a campaign's it is, at that step.

        Raises:
            AssertionError: it goes elsewhere, or asks too often.
        """
        asks = {self.at, Step.MENU, Step.MEANT}
        reply = words
        for _ in range(MOST_SAID):
            await self.says(reply)
            state = (found := await self.next()).state
            if state.step is step and (step is not Step.QUESTION or state.asked_question == question):
                return found
            if state.step not in asks:
                break
            reply = "yes please" if state.step is Step.MEANT else words
        raise AssertionError(f"It stands at {self.at}, not at {step}.\n{self.talk.story()}")


def onset(sound: Sound) -> float:
    """Seconds from the beginning of a sound to where it is loud enough to be heard."""
    loud = np.flatnonzero(np.abs(sound) > QUIET * np.max(np.abs(sound)))
    return float(loud[0]) / RATE if len(loud) else 0.0


def outlasts(call: Call, prompt: Prompt, heard: Heard, after: float, within: float = 2.0) -> float:
    """Seconds for which a prompt was still heard after the moment ``after``; 0.0 where it was silent by then.

    Args:
        prompt: all that is said without a pause for answers.
        heard: its first sentence, as it was heard.
        after: in seconds since the call's start.
    """
    begin = round(heard.begin * RATE)
    first = max(round(after * RATE) - begin, 0)
    last, missed = None, 0
    for at in range(first, min(first + round(within * RATE), len(prompt.sound) - PIECE), FRAME):
        piece = prompt.sound[at : at + PIECE]
        if _is_heard(call, piece, begin + at):
            last, missed = at + PIECE, 0
        elif missed == MISSED:  # what may be like it later is chance
            break
        else:
            missed += level(piece) >= AUDIBLE
    return max(call.media.ear.arrival(begin + last) - after, 0.0) if last else 0.0


def _is_heard(call: Call, piece: Sound, place: int) -> bool:
    if level(piece) < AUDIBLE:
        return False
    around = call.media.ear.sound(max(place - NEAR, 0), place + PIECE + NEAR)
    return float(np.max(Recording(around).similarity(piece), initial=0.0)) > ALIKE
