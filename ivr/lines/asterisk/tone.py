"""The tone before a message: ours, because Asterisk's own needs its sounds and the codec they are in."""

from __future__ import annotations

import wave
from array import array
from math import pi, sin
from pathlib import Path

FILE = "tone.wav"  # within the spool, where Asterisk finds it
SECONDS = 0.35
_RATE, _HERTZ, _LOUDNESS, _FADE = 8_000, 1_000, 8_000, 160  # samples a second; of 32,767; samples


def write(folder: Path) -> None:
    """Put the tone into ``folder``, in one step: 8 kHz, 16 bit, mono. Raises OSError."""
    new = folder / f".{FILE}.new"
    with wave.open(str(new), "wb") as file:
        file.setparams((1, 2, _RATE, 0, "NONE", ""))
        file.writeframes(_samples().tobytes())
    new.replace(folder / FILE)


def _samples() -> array[int]:
    count = round(SECONDS * _RATE)
    return array("h", (_sample(place, count) for place in range(count)))


def _sample(place: int, count: int) -> int:
    """Faded in and out, because a tone that starts at full strength clicks."""
    fade = min(place, count - 1 - place, _FADE) / _FADE
    return round(_LOUDNESS * fade * sin(2 * pi * _HERTZ * place / _RATE))
