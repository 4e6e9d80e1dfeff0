"""How much louder sound is made before it is judged."""

from __future__ import annotations

import numpy as np
import pytest

from ivr.speech.recognition.loudness import MOST, TARGET, Loudness
from ivr.speech.recognition.vad import CHUNK
from tests.speech.recognition.sounds import noise, silence

SECOND = round(8000 / CHUNK)  # chunks


def tone(loudest: float) -> np.ndarray:
    return np.full(CHUNK, loudest, np.int16)


@pytest.mark.parametrize(
    ("loudest", "gain"), [(0, MOST), (300, MOST), (6_000, 2.0), (12_000, 1.0), (32_767, 1.0), (-32_768, 1.0)]
)
def test_what_is_quiet_is_made_louder_within_bounds(loudest, gain):
    assert Loudness().gain(tone(loudest)) == pytest.approx(gain)


def test_what_was_loud_counts_for_a_while():
    loudness = Loudness()
    loudness.gain(tone(TARGET))
    after = [loudness.gain(silence(0.032)) for _ in range(3 * SECOND)]
    assert after[0] < 1.1
    assert after == sorted(after)
    assert after[-1] == MOST


def test_our_own_echo_is_not_made_louder():
    loudness = Loudness(played=1.0)
    found = [loudness.gain(noise(0.032, 100)) for _ in range(2 * SECOND)]
    assert set(found[: SECOND - 1]) == {1.0}
    assert min(found[SECOND + 1 :]) > 1.0
