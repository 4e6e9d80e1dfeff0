"""Where an utterance begins and ends: pure, fed with sound and with how likely it is speech."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from enum import Enum
from typing import ClassVar

import numpy as np

from ivr.speech.recognition.recognizer import RATE, Samples
from ivr.speech.recognition.vad import CHUNK

SPEAKS, SILENT = 0.5, 0.35  # likelier than the first is speech; less likely than the second is none
ONSET = 3  # chunks of speech among LOOKED that make an onset: clicks are shorter
LOOKED = 4
PRE_ROLL = 0.4  # seconds kept from before the onset
PAUSE = 0.2  # seconds of silence after which it is decoded, in the hope that nothing follows
HANGOVER = 0.5  # seconds of silence that end an utterance
SHORT_HANGOVER = 0.4  # the same where one word is expected
LONGEST = 12.0  # seconds of one utterance; whoever speaks longer is answered by what was said so far


class Step(Enum):
    """What a chunk of sound brought."""

    ONSET = "onset"  # somebody began to speak
    PAUSE = "pause"  # it is silent: what was said so far may be all
    RESUMED = "resumed"  # it was not
    END = "end"  # it was


def chunks(seconds: float) -> int:
    """So many chunks last that long."""
    return round(seconds * RATE / CHUNK)


@dataclass
class Endpoints:
    """Follows one stream until one utterance has ended in it."""

    hangover: float = HANGOVER  # seconds
    _before: deque[Samples] = field(default_factory=lambda: deque(maxlen=chunks(PRE_ROLL)))
    _last: deque[bool] = field(default_factory=lambda: deque(maxlen=LOOKED))
    _said: list[Samples] = field(default_factory=list)
    _silent: int = 0  # chunks of silence at the end
    _speaks: bool = False
    ended: bool = False

    LONGEST: ClassVar[int] = chunks(LONGEST)

    def push(self, chunk: Samples, likely: float) -> tuple[Step, ...]:
        """Take the next CHUNK samples, speech with a likelihood of ``likely``."""
        if self.ended:
            return ()
        return self._within(chunk, likely) if self._said else self._waiting(chunk, likely)

    @property
    def utterance(self) -> Samples:
        """What was said so far, with some silence before and behind; empty before the onset."""
        return np.concatenate(self._said) if self._said else np.zeros(0, np.int16)

    @property
    def silence(self) -> float:
        """Seconds for which it has been silent at the end of what was said."""
        return self._silent * CHUNK / RATE

    def _waiting(self, chunk: Samples, likely: float) -> tuple[Step, ...]:
        self._before.append(chunk)
        self._last.append(likely >= SPEAKS)
        if sum(self._last) < ONSET:
            return ()
        self._said, self._speaks = list(self._before), True
        return (Step.ONSET,)

    def _within(self, chunk: Samples, likely: float) -> tuple[Step, ...]:
        self._said.append(chunk)
        silent = likely < (SILENT if self._speaks else SPEAKS)
        self._silent = self._silent + 1 if silent else 0
        if len(self._said) >= self.LONGEST:
            return self._end()
        if silent:
            return self._quiet()
        resumed, self._speaks = not self._speaks, True
        return (Step.RESUMED,) if resumed else ()

    def _quiet(self) -> tuple[Step, ...]:
        if self._silent >= chunks(self.hangover):
            return self._end()
        if self._speaks and self._silent >= chunks(PAUSE):
            self._speaks = False
            return (Step.PAUSE,)
        return ()

    def _end(self) -> tuple[Step, ...]:
        paused = (Step.PAUSE,) if self._speaks else ()
        self.ended = True
        return (*paused, Step.END)
