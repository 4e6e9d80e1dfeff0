"""Features of telephone speech."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from ivr.speech.recognition.engines import features
from ivr.speech.recognition.engines.sphinx import _MODEL
from ivr.speech.recognition.recognizer import RATE, Samples


def cepstra(samples: Samples) -> np.ndarray:
    return np.frombuffer(features.features(samples), np.float32).reshape(-1, features.CEPSTRA)


def tone(hertz: float, seconds: float = 0.5, loud: float = 5_000) -> Samples:
    return (loud * np.sin(2 * np.pi * hertz * np.arange(int(seconds * RATE)) / RATE)).astype(np.int16)


def test_there_are_a_hundred_a_second_with_silence_on_both_sides() -> None:
    assert cepstra(tone(440, 1.0)).shape == pytest.approx((158, 13), abs=1)


def test_the_mean_is_taken_off() -> None:
    assert np.abs(cepstra(tone(440)).mean(0)).max() < 1e-3


def test_loud_and_quiet_speech_are_alike() -> None:
    np.testing.assert_allclose(cepstra(tone(700)), cepstra(tone(700, loud=500)), atol=0.5)


def test_tones_differ() -> None:
    middle = slice(40, 60)
    assert np.abs(cepstra(tone(400))[middle].mean(0) - cepstra(tone(2500))[middle].mean(0)).max() > 5


@pytest.mark.parametrize("samples", [0, 1, 100], ids=["nothing", "a sample", "less than a window"])
def test_there_is_no_sound_too_short(samples: int) -> None:
    assert np.isfinite(cepstra(np.ones(samples, np.int16))).all()


def test_what_was_left_out_stays_left_out() -> None:
    once = features.projection()
    assert np.abs(once).max() < 2
    assert np.linalg.matrix_rank(once) == features.CEPSTRA  # nothing that the telephone carries is lost


def test_the_transform_is_written_for_each_stream(tmp_path: Path) -> None:
    features.write_transform(_MODEL / "en-us", tmp_path / "t.mllr")
    lines = (tmp_path / "t.mllr").read_text().splitlines()
    assert lines[:3] == ["1", "3", "13"]
    assert len(lines) == 2 + 3 * (1 + 13 + 2)
    assert all(0 < float(value) <= 2 for value in lines[2 + 15].split())
