"""What a test says of a call's sound: heard this sentence, heard that tone, fell silent."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import numpy as np

from tests.asterisk.hearing import (
    AUDIBLE,
    SLACK,
    Heard,
    Prompt,
    Watch,
    level,
    tone_share,
    transcribe,
    write_wav,
)
from tests.asterisk.rtp import RATE, Media, Sound

POLL = 0.15  # seconds between two looks
BEGINNING = 3  # loud windows that tell that a prompt began: its first second
TONE_SECONDS = 0.3


class Listener:
    """The ear's side of a call. ``known`` are the prompts that a failure may name."""

    def __init__(self, media: Media, known: tuple[Prompt, ...] = ()) -> None:
        self.media = media
        self.known = known
        self.history: list[Heard] = []  # what was recognised, in order
        self.cursor = 0  # sample: what came before has been dealt with

    @property
    def heard(self) -> Sound:
        """Everything heard so far; index / RATE is seconds since the call's start."""
        return self.media.ear.sound()

    def save(self, path: Path) -> None:
        """Keep what was heard as a wav file."""
        write_wav(path, self.heard)

    async def hear(self, prompt: Prompt, within: float = 10.0) -> Heard:
        """Wait until the prompt was heard whole; it has to begin ``within`` seconds from now.

        Raises:
            AssertionError: it was not; the message tells what was heard instead.
        """
        heard = await self._watch(Watch(prompt, self.cursor), within + prompt.seconds)
        self.cursor = max(self.cursor, round(heard.end * RATE) - SLACK)
        self.history.append(heard)
        return heard

    async def hear_beginning(self, prompt: Prompt, within: float = 10.0) -> Heard:
        """Wait until the first second of the prompt was heard, to interrupt it. Raises AssertionError."""
        heard = await self._watch(Watch(prompt, self.cursor, BEGINNING), within + min(prompt.seconds, 1.0))
        self.cursor = max(self.cursor, round(heard.begin * RATE))
        self.history.append(heard)
        return heard

    async def hear_tone(self, hertz: float, within: float = 3.0) -> float:
        """Wait for a steady tone; the time it was sure. Raises AssertionError."""
        return await self._until(lambda: self._sounds(hertz), within, f"No tone of {hertz:.0f} Hz was heard")

    async def hear_nothing(self, seconds: float, within: float = 10.0) -> float:
        """Wait for a stretch of silence; when it began. Raises AssertionError."""
        sure = await self._until(
            lambda: self._silent(seconds), within, f"There was no silence of {seconds} s"
        )
        return sure - seconds

    async def hear_anything(self, within: float = 5.0) -> float:
        """Wait until something audible is heard from now on; when it was. Raises AssertionError."""
        begin = self._now()
        return await self._until(lambda: self._audible(begin), within, "Nothing was heard")

    async def _watch(self, watch: Watch, within: float) -> Heard:
        until = self.media.now() + within
        while True:
            over = self.media.now() > until or self.media.closed
            if heard := await asyncio.to_thread(watch.look, self._whole()):
                return replace(heard, arrived=self.media.ear.arrival(round(heard.begin * RATE)))
            if over:
                raise AssertionError(await self._instead(watch.prompt, within))
            await asyncio.sleep(POLL)

    async def _until(self, holds, within: float, otherwise: str) -> float:
        until = self.media.now() + within
        while not holds():
            if self.media.now() > until or self.media.closed:
                raise AssertionError(f"{otherwise} within {within} s. {await self._story()}")
            await asyncio.sleep(POLL / 2)
        return self.media.now()

    async def _instead(self, prompt: Prompt, within: float) -> str:
        over = " The call was over by then." if self.media.closed else ""
        return f"Not heard within {within:.1f} s: {prompt.name}.{over} {await self._story()}"

    async def _story(self) -> str:
        sound = self._whole()
        since = round(self.history[-1].end * RATE) if self.history else 0
        heard = await asyncio.to_thread(transcribe, sound[since:], self.known)
        told = self.history + [h.later(since / RATE) for h in heard]
        lines = [f"  {h.begin:6.2f}-{h.end:6.2f} s  {h.score:4.0%}  {h.prompt.name}" for h in told]
        lines += [f"  {begin:6.2f}-{end:6.2f} s  sound" for begin, end in audible(sound)]
        stalls = self.media.ear.stalls
        lines += [f"  {at / RATE:6.2f} s  the sender stalled for {n / RATE:.2f} s" for at, n in stalls]
        return "\n".join(["What was heard:", *lines]) if lines else "Nothing was heard."

    def _sounds(self, hertz: float) -> bool:
        last = self._last(TONE_SECONDS)
        return level(last) > AUDIBLE and tone_share(last, hertz) > 0.7

    def _silent(self, seconds: float) -> bool:
        return self._now() >= seconds * RATE and level(self._last(seconds)) < AUDIBLE / 4

    def _audible(self, begin: int) -> bool:
        return level(self.media.ear.sound(begin, max(self._now(), begin))) > AUDIBLE

    def _last(self, seconds: float) -> Sound:
        end = self._now()
        return self.media.ear.sound(max(end - round(seconds * RATE), 0), end)

    def _whole(self) -> Sound:
        """What has arrived, and after the end of the call the silence that follows."""
        ear = self.media.ear
        return ear.sound(0, ear.end + SLACK if self.media.closed else ear.end)

    def _now(self) -> int:
        return self.media.ear.now(self.media.now())


def audible(sound: Sound, gap: float = 0.5) -> list[tuple[float, float]]:
    """The stretches of sound, in seconds, that are apart by more than ``gap``."""
    frame = RATE // 50
    frames = sound[: len(sound) // frame * frame].reshape(-1, frame).astype(np.float64)
    loud = np.flatnonzero(np.sqrt((frames**2).mean(axis=1)) > AUDIBLE) / 50 if len(frames) else np.zeros(0)
    stretches: list[tuple[float, float]] = []
    for moment in loud:
        if stretches and moment - stretches[-1][1] <= gap:
            stretches[-1] = (stretches[-1][0], moment + 0.02)
        else:
            stretches.append((moment, moment + 0.02))
    return stretches
