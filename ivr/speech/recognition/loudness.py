"""How much louder sound is made before it is asked whether somebody speaks in it.

Silero's model misses people who are quiet: of 480 digits that came through a real exchange, 33, most of them
under a fiftieth of full scale. Made louder like this, it missed 9, and took no noise, hum, tone or click
for speech. The recogniser itself gets the sound as it came.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp

import numpy as np

from ivr.speech.recognition.recognizer import RATE, Samples

TARGET = 12_000.0  # to about here the loudest of the last second is brought, of 32,768
MOST = 8.0  # times: 18 dB
FADES = 1.0  # seconds in which what was loud counts for a third


@dataclass
class Loudness:
    """Follows one stream of sound."""

    played: float = 0.0  # seconds in which we speak ourselves: our echo is not to be made louder
    _heard: float = 0.0  # seconds so far
    _peak: float = 1.0

    def gain(self, chunk: Samples) -> float:
        """By how much to multiply these samples, which follow those of the call before; 1 or more."""
        seconds = len(chunk) / RATE
        self._heard += seconds
        loudest = float(np.abs(chunk.astype(np.int32)).max(initial=1))
        self._peak = max(loudest, self._peak * exp(-seconds / FADES))
        return 1.0 if self._heard <= self.played else min(max(TARGET / self._peak, 1.0), MOST)
