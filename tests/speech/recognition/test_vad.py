"""How likely it is that somebody speaks."""

from __future__ import annotations

import numpy as np
import pytest

from ivr.speech.recognition.recognizer import Samples
from ivr.speech.recognition.vad import CHUNK, Vad
from tests.speech.recognition.sounds import noise, said, silence

SENTENCE = said("I would like to talk to an operator")


def likely(samples: Samples) -> np.ndarray:
    return np.array([one for _, one in Vad().push(samples)])


@pytest.mark.parametrize("loud", [0, 60, 300], ids=["clear line", "some noise", "much noise"])
def test_speech_is_told_from_what_is_none(loud: float) -> None:
    line = noise(len(SENTENCE) / 8000 + 1, loud)
    sound = np.concatenate([silence(1.0), SENTENCE])[: len(line)] + line[: len(SENTENCE) + 8000]
    found = likely(sound.astype(np.int16))
    assert (found[:28] > 0.5).sum() <= 1
    assert (found[34:] > 0.5).mean() > 0.6


@pytest.mark.parametrize("size", [1, 160, 5_000], ids=["a sample", "a packet", "much"])
def test_it_is_the_same_in_whatever_pieces_it_comes(size: int) -> None:
    sound = SENTENCE[: 6 * CHUNK] if size == 1 else SENTENCE
    vad = Vad()
    pieces = [one for at in range(0, len(sound), size) for _, one in vad.push(sound[at : at + size])]
    np.testing.assert_allclose(pieces, likely(sound), atol=1e-5)
