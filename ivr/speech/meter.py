"""How loud a sound is to a listener: gated loudness after ITU-R BS.1770-4, of one channel.

The libraries that measure it filter with scipy's signal package, whose import takes as long as the rest of a
start. Here a filter is a multiplication of the spectrum. Its two stages are the recommendation's, as
functions of the rate: a shelf (+4 dB above 1500 Hz, for the head) and a high pass (38 Hz), with coefficients
after R. Bristow-Johnson, "Cookbook formulae for audio EQ biquad filter coefficients".
"""

from __future__ import annotations

import functools
import math

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]  # shape (n,), full scale is ±1

BLOCK = 0.4  # seconds that are measured at a time, and at least
_STEP = 0.1  # seconds from one to the next
_SILENT = -70.0  # LUFS; blocks below are not counted
_QUIETER = 10.0  # nor are those that are so many LU below the rest
_OFFSET = -0.691  # LU
_SHELF = (4.0, 1 / math.sqrt(2), 1500.0)  # gain in dB, Q, Hz
_HIGH_PASS = (0.5, 38.0)  # Q, Hz
_FADED = 0.5  # seconds in which the filters have forgotten a sound


def loudness(samples: Floats, rate: int) -> float:
    """Loudness in LUFS of a sound of at least a block; minus infinity for silence."""
    power = _blocks(_weighted(samples, rate), rate)
    heard = power[_level(power) >= _SILENT]
    if not len(heard):
        return -math.inf
    counted = heard[_level(heard) > _level(heard.mean()) - _QUIETER]
    return float(_level(counted.mean()))


def _level(power: Floats) -> Floats:
    with np.errstate(divide="ignore"):
        level: Floats = _OFFSET + 10 * np.log10(power)
    return level


def _blocks(samples: Floats, rate: int) -> Floats:
    """The power of each block."""
    number = round((len(samples) / rate - BLOCK) / _STEP) + 1
    starts = np.round(np.arange(number) * _STEP * rate).astype(int)
    total = np.concatenate([[0.0], np.cumsum(samples**2)])
    ends = np.minimum(starts + round(BLOCK * rate), len(samples))
    power: Floats = (total[ends] - total[starts]) / (BLOCK * rate)
    return np.maximum(power, 0.0)


def _weighted(samples: Floats, rate: int) -> Floats:
    """The sound as an ear weighs it."""
    size = 2 ** math.ceil(math.log2(len(samples) + _FADED * rate))
    spectrum = np.fft.rfft(samples, size) * _response(rate, size)
    heard: Floats = np.fft.irfft(spectrum, size)[: len(samples)]
    return heard


@functools.lru_cache(32)  # a rate, and as many sizes as there are lengths of sentences, in powers of two
def _response(rate: int, size: int) -> NDArray[np.complex128]:
    """What the filters do to each frequency of a spectrum."""
    late = np.exp(-2j * np.pi * np.arange(size // 2 + 1) / size)  # by one sample
    powers = np.stack([np.ones_like(late), late, late**2])
    response: NDArray[np.complex128] = np.ones_like(late)
    for over, under in (_shelf(rate), _high_pass(rate)):
        response *= (np.array(over) @ powers) / (np.array(under) @ powers)
    return response


_Stage = tuple[
    tuple[float, float, float], tuple[float, float, float]
]  # of z⁰, z⁻¹, z⁻²: numerator, denominator


def _shelf(rate: int) -> _Stage:
    gain, q, frequency = _SHELF
    a, at = 10 ** (gain / 40), 2 * math.pi * frequency / rate
    cosine, wide = math.cos(at), math.sqrt(a) * math.sin(at) / q
    more, less = a + 1, a - 1
    over = (
        a * (more + less * cosine + wide),
        -2 * a * (less + more * cosine),
        a * (more + less * cosine - wide),
    )
    return over, (more - less * cosine + wide, 2 * (less - more * cosine), more - less * cosine - wide)


def _high_pass(rate: int) -> _Stage:
    q, frequency = _HIGH_PASS
    at = 2 * math.pi * frequency / rate
    cosine, wide = math.cos(at), math.sin(at) / (2 * q)
    return ((1 + cosine) / 2, -1 - cosine, (1 + cosine) / 2), (1 + wide, -2 * cosine, 1 - wide)
