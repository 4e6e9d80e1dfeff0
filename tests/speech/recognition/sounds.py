"""Speech for tests, as a telephone line gives it."""

from __future__ import annotations

import functools

import numpy as np
import soxr

from ivr.company.models import Voice
from ivr.speech.espeak import Espeak
from ivr.speech.recognition.recognizer import RATE, Samples


@functools.cache
def said(text: str, voice: str = "en-us") -> Samples:
    """A sentence in espeak-ng's voice."""
    sound = Espeak().render(text, "en", Voice(engine="espeak", name=voice))
    return (soxr.resample(sound.samples.astype(np.float32), sound.rate, RATE) / 2).astype(np.int16)


def silence(seconds: float) -> Samples:
    """Nothing."""
    return np.zeros(int(seconds * RATE), np.int16)


def noise(seconds: float, loud: float, seed: int = 1) -> Samples:
    """White noise of that root mean square."""
    return (np.random.default_rng(seed).normal(size=int(seconds * RATE)) * loud).astype(np.int16)
