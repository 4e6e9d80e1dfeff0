"""What a caller hears who waits in a queue: a ringing tone of ours, whose length is known.

Twilio's own music comes in pieces of minutes, and nothing could be offered, or ended, before one is over.
"""

from __future__ import annotations

import io
import wave
from array import array
from functools import cache
from math import pi, sin

NAME = "ringing.wav"  # of the sound that we serve
SECONDS = 5  # of one ring with its pause
# ETSI TR 101 041-2: 425 Hz for one second, then four of silence, as in Latvia and most of Europe.
_HERTZ, _RING = 425, 1  # Hz; seconds
_RATE, _LOUDNESS, _FADE = 8_000, 6_000, 160  # samples a second; of 32,767; samples


@cache
def sound() -> bytes:
    """A wav file of one ring: 8 kHz, 16 bit, mono."""
    file = io.BytesIO()
    with wave.open(file, "wb") as writer:
        writer.setparams((1, 2, _RATE, 0, "NONE", ""))
        writer.writeframes(_samples().tobytes())
    return file.getvalue()


def _samples() -> array[int]:
    count = _RING * _RATE
    silence = (SECONDS - _RING) * _RATE
    return array("h", [*(_sample(place, count) for place in range(count)), *([0] * silence)])


def _sample(place: int, count: int) -> int:
    """Faded in and out, because a tone that starts at full strength clicks."""
    fade = min(place, count - 1 - place, _FADE) / _FADE
    return round(_LOUDNESS * fade * sin(2 * pi * _HERTZ * place / _RATE))
