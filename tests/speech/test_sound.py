"""Sound made fit for the telephone."""

from __future__ import annotations

import os
import stat
import wave
from pathlib import Path

import numpy as np
import pytest

from ivr.errors import SpeechError
from ivr.speech import sound
from ivr.speech.engine import Sound
from tests.speech.conftest import tone

CEILING = 32767 * 10 ** (-1 / 20)


def peak(heard: Sound) -> int:
    return int(np.abs(heard.samples.astype(int)).max())


@pytest.mark.parametrize("level", [0.01, 0.2, 0.99])
@pytest.mark.parametrize("seconds", [0.05, 0.2, 0.39, 0.4, 3.0])
def test_faint_and_loud_long_and_short_come_out_equal(level: float, seconds: float) -> None:
    shaped = sound.shape(tone(600, seconds, level=level))
    assert shaped.rate == 8000
    assert shaped.samples.dtype == np.int16
    assert shaped.seconds == pytest.approx(seconds, abs=0.02)
    assert sound.loudness(shaped) == pytest.approx(-22, abs=1.5)


def test_the_level_is_that_of_rfc_7874() -> None:
    """Minus 19 dBm0 is an RMS of 2600."""
    shaped = sound.shape(tone(1000, 3))
    assert np.sqrt((shaped.samples.astype(float) ** 2).mean()) == pytest.approx(2600, rel=0.06)


def test_a_click_among_whispers_does_not_clip() -> None:
    whisper = tone(600, 2, level=0.02).samples.copy()
    whisper[22050:22060] = 32767
    whisper[300:305] = -32768  # also where the sound begins
    shaped = sound.shape(Sound(whisper, 22050))
    assert peak(shaped) <= CEILING + 1
    assert sound.loudness(shaped) == pytest.approx(-22, abs=1.5)


def test_silence_at_both_ends_goes_and_a_breath_of_it_stays() -> None:
    quiet = np.zeros(22050, np.int16)
    shaped = sound.shape(Sound(np.concatenate((quiet, tone().samples, quiet)), 22050))
    assert shaped.seconds == pytest.approx(1.06, abs=0.03)


def test_it_begins_and_ends_softly() -> None:
    shaped = sound.shape(tone(700, 1))
    assert abs(int(shaped.samples[0])) < 5
    assert abs(int(shaped.samples[-1])) < 5


@pytest.mark.parametrize("samples", [[], [0] * 8000, [0]])
def test_silence_is_an_error(samples: list[int]) -> None:
    with pytest.raises(SpeechError, match="silent"):
        sound.shape(Sound(np.array(samples, np.int16), 22050))


def test_joined_sentences_have_a_pause_between() -> None:
    one, two = sound.shape(tone(400)), sound.shape(tone(600, 0.5))
    joined = sound.join([one, two])
    assert joined.seconds == pytest.approx(one.seconds + two.seconds + 0.25)
    pause = joined.samples[len(one.samples) : len(one.samples) + 2000]
    assert not pause.any()
    assert (joined.samples[: len(one.samples)] == one.samples).all()
    assert (joined.samples[-len(two.samples) :] == two.samples).all()


def test_a_file_is_telephone_sound_that_everyone_may_read(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "er" / "a.wav"
    shaped = sound.shape(tone())
    before = os.umask(0o077)
    try:
        sound.write(path, shaped)
    finally:
        os.umask(before)
    with wave.open(str(path)) as file:
        assert (file.getframerate(), file.getsampwidth(), file.getnchannels()) == (8000, 2, 1)
    assert stat.S_IMODE(path.stat().st_mode) == 0o644
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o755
    assert stat.S_IMODE(path.parent.parent.stat().st_mode) == 0o755
    assert (sound.read(path).samples == shaped.samples).all()
    assert [found.name for found in path.parent.iterdir()] == ["a.wav"]


def test_a_write_that_breaks_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.wav"
    sound.write(path, tone(rate=8000))
    before = path.read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fchmod", full)
    with pytest.raises(sound.UnwritableError, match=r"No space left.*IVR_PROMPTS"):
        sound.write(path, tone(500, rate=8000))
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_a_stereo_file_is_mixed(tmp_path: Path) -> None:
    path = tmp_path / "a.wav"
    with wave.open(str(path), "wb") as out:
        out.setnchannels(2)
        out.setsampwidth(2)
        out.setframerate(44100)
        out.writeframes(np.array([[100, 300], [-100, -300]], "<i2").tobytes())
    heard = sound.read(path)
    assert heard.rate == 44100
    assert heard.samples.tolist() == [200, -200]


@pytest.mark.parametrize("content", [b"", b"junk", b"RIFF\x24\x00\x00\x00WAVE"])
def test_what_is_no_wav_is_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.wav"
    path.write_bytes(content)
    with pytest.raises(SpeechError, match=r"a\.wav cannot be read"):
        sound.read(path)


def test_eight_bits_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.wav"
    with wave.open(str(path), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(1)
        out.setframerate(8000)
        out.writeframes(b"\x80" * 80)
    with pytest.raises(SpeechError, match=r"8 bit.*16 bit"):
        sound.read(path)
