"""Sounds of our own: the tone before a message, because Asterisk's needs its sounds and the codec they are
in; and a moment of silence, because Asterisk plays a prompt on until it is given something else to play."""

from __future__ import annotations

import wave
from array import array
from io import BytesIO
from math import pi, sin
from pathlib import Path

from ivr.calls.files import SHARED, replaced

FILE, HUSH = "tone.wav", "hush.wav"  # within the spool, where Asterisk finds them
SECONDS, HUSH_SECONDS = 0.35, 0.02
_RATE, _HERTZ, _LOUDNESS, _FADE = 8_000, 1_000, 8_000, 160  # samples a second; of 32,767; samples


def write(folder: Path) -> None:
    """Put them into ``folder``, each in one step: 8 kHz, 16 bit, mono. Raises OSError."""
    _write(folder / FILE, _samples())
    _write(folder / HUSH, array("h", bytes(2 * round(HUSH_SECONDS * _RATE))))


def _write(path: Path, samples: array[int]) -> None:
    whole = BytesIO()
    with wave.open(whole, "wb") as file:
        file.setparams((1, 2, _RATE, 0, "NONE", ""))
        file.writeframes(samples.tobytes())
    replaced(path, whole.getvalue(), SHARED)


def _samples() -> array[int]:
    count = round(SECONDS * _RATE)
    return array("h", (_sample(place, count) for place in range(count)))


def _sample(place: int, count: int) -> int:
    """Faded in and out, because a tone that starts at full strength clicks."""
    fade = min(place, count - 1 - place, _FADE) / _FADE
    return round(_LOUDNESS * fade * sin(2 * pi * _HERTZ * place / _RATE))
