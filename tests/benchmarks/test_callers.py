"""A caller of the benchmark knows the beginning of a prompt again."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from benchmarks.callers import Opening
from tests.asterisk.hearing import write_wav
from tests.asterisk.rtp import CODECS, FRAME, Sound

SILENCE = np.zeros(3 * FRAME, np.int16)


def noise(seed: int, frames: int = 20) -> Sound:
    return np.random.default_rng(seed).normal(0, 3000, frames * FRAME).astype(np.int16)


def wav(path: Path, *sounds: Sound) -> Path:
    write_wav(path, np.concatenate(sounds))
    return path


def heard(sound: Sound, frame: int, law: int) -> Sound:
    codec = CODECS[law]
    return codec.decode(codec.encode(sound[frame * FRAME : (frame + 1) * FRAME]))


@pytest.mark.parametrize("law", CODECS)
@pytest.mark.parametrize("frame", [0, 1, 7])
def test_a_frame_is_known_by_its_place_after_the_first_sound(tmp_path: Path, law: int, frame: int) -> None:
    sound = noise(1)
    opening = Opening.of(wav(tmp_path / "prompt.wav", SILENCE, sound))
    assert opening.place(heard(sound, frame, law)) == frame


def test_other_sounds_and_silence_are_not_taken_for_it(tmp_path: Path) -> None:
    opening = Opening.of(wav(tmp_path / "prompt.wav", noise(1)))
    assert opening.place(heard(noise(2), 0, 0)) is None
    assert opening.place(SILENCE[:FRAME]) is None


def test_what_the_earlier_prompt_says_too_is_not_sought(tmp_path: Path) -> None:
    same, own = noise(1, 2), noise(2)
    greeting = wav(tmp_path / "greeting.wav", noise(3, 4), same)
    opening = Opening.of(wav(tmp_path / "prompt.wav", same, own), unlike=greeting)
    assert opening.place(heard(same, 0, 0)) is None
    assert opening.place(heard(own, 0, 0)) == 2


def test_prompts_that_begin_alike_all_along_are_refused(tmp_path: Path) -> None:
    greeting = wav(tmp_path / "greeting.wav", noise(1))
    with pytest.raises(AssertionError, match=r"cannot be told from .*greeting\.wav"):
        Opening.of(wav(tmp_path / "prompt.wav", noise(1)), unlike=greeting)
