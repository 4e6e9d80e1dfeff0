"""Loudness as the recommendation has it, beside a library that measures it, too."""

from __future__ import annotations

import math

import numpy as np
import pyloudnorm
import pytest

from ivr.speech.meter import loudness

RATES = (8000, 16000, 22050, 48000)
CHANCE = np.random.default_rng(1)


def seconds(length: float, rate: int) -> np.ndarray:
    return np.arange(round(length * rate)) / rate


def sine(hertz: float, level: float, length: float, rate: int) -> np.ndarray:
    return 10 ** (level / 20) * np.sin(2 * np.pi * hertz * seconds(length, rate))


def spoken(rate: int, length: float = 7.3) -> np.ndarray:
    """Noise with the slow ups and downs, and the pauses, of speech."""
    noise = CHANCE.normal(size=round(length * rate)).cumsum()
    noise -= np.linspace(noise[0], noise[-1], len(noise))
    hum = np.sin(2 * np.pi * 3 * seconds(length, rate)).clip(0) ** 2
    return 0.3 * (noise / np.abs(noise).max() + sine(700, -12, length, rate)) * hum


@pytest.mark.parametrize("rate", RATES)
@pytest.mark.parametrize("level", [-3.0, -23.0, -40.0])
def test_a_tone_of_1_khz_is_as_loud_as_the_recommendation_says(rate, level):
    # BS.1770-4, annex 1: 0 dBFS at 997 Hz in one channel is -3.01 LKFS, at 48 kHz.
    assert loudness(sine(997, level, 5, rate), rate) == pytest.approx(level - 3.01, abs=0.2)


@pytest.mark.parametrize("rate", RATES)
def test_what_is_much_quieter_than_the_rest_does_not_count(rate):
    loud, quiet = sine(997, -20, 10, rate), sine(997, -45, 30, rate)
    assert loudness(np.concatenate([quiet, loud]), rate) == pytest.approx(-23.01, abs=0.3)


@pytest.mark.parametrize("silence", [np.zeros(8000), sine(997, -80, 2, 8000)], ids=["none", "almost"])
def test_silence_has_no_loudness(silence):
    assert loudness(silence, 8000) == -math.inf


SOUNDS = {
    "speech": spoken,
    "a low hum": lambda rate: sine(50, -10, 3, rate),
    "a hiss": lambda rate: 0.1 * CHANCE.normal(size=3 * rate),
    "hardly a block": lambda rate: sine(400, -20, 0.401, rate),
    "a click in silence": lambda rate: np.eye(1, 2 * rate, rate)[0],
    "no whole number of blocks": lambda rate: spoken(rate, 3.1416),
}


@pytest.mark.parametrize("rate", RATES)
@pytest.mark.parametrize("make", SOUNDS.values(), ids=SOUNDS)
def test_another_meter_measures_the_same(rate, make):
    sound = make(rate)
    assert loudness(sound, rate) == pytest.approx(
        pyloudnorm.Meter(rate).integrated_loudness(sound), abs=0.001
    )
