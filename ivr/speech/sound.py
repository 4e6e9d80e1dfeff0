"""Sound for the telephone: 8 kHz, 16 bit, mono; all of it equally loud.

Level: RFC 7874 section 4 recommends -19 dBm0 of active speech (after ITU-T G.169 and G.115), which for 16-bit
samples is an RMS of 2600, that is -22 dB of full scale. Active speech is measured with the gated loudness of
ITU-R BS.1770-4, so the target is -22 LUFS. Peaks stay at or below -1 dBFS.
"""

from __future__ import annotations

import contextlib
import io
import math
import os
import tempfile
import wave
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO

import numpy as np
import soxr
from numpy.typing import NDArray

from ivr.errors import SpeechError
from ivr.speech import meter
from ivr.speech.engine import Sound

RATE = 8000  # Hz, of G.711 and of every file written here
LOUDNESS = -22.0  # LUFS
PAUSE = 0.25  # seconds between two sentences
FORMAT = "8000 Hz 16 bit mono -22 LUFS 1"  # part of a cached prompt's name: raise it when the shaping changes

_CEILING = 10 ** (-1 / 20)  # -1 dBFS
_QUIET = 10 ** (-45 / 20)  # of the loudest moment: what is below at either end is silence
_KEPT = 0.03  # seconds left before the first and after the last sound, so that no consonant is cut
_FADE = 0.005  # seconds; no click where a sentence begins or ends

Floats = NDArray[np.float64]  # shape (n,), full scale is ±1


class UnwritableError(SpeechError):
    """The folder of prompts cannot be written: no other voice would help."""


def shape(sound: Sound) -> Sound:
    """``sound`` as callers are to hear it: trimmed, resampled, levelled, with soft ends.

    Raises:
        SpeechError: there is nothing to hear in it.
    """
    heard = _trimmed(sound.samples / 32768, sound.rate)
    wave_form = np.asarray(soxr.resample(heard, sound.rate, RATE, quality="VHQ"))
    soft = _faded(_levelled(wave_form))
    return Sound(np.rint(soft * 32767).astype(np.int16), RATE)


def loudness(sound: Sound) -> float:
    """Gated loudness in LUFS after ITU-R BS.1770-4; minus infinity for silence."""
    return _loudness(sound.samples / 32768, sound.rate)


def join(sounds: Sequence[Sound], pause: float = PAUSE) -> Sound:
    """Telephone sounds one after another with ``pause`` seconds between them."""
    silence = np.zeros(round(pause * RATE), np.int16)
    pieces = [piece for sound in sounds for piece in (silence, sound.samples)]
    return Sound(np.concatenate(pieces[1:]), RATE)


def read(path: Path) -> Sound:
    """The sound of a wav file, its channels mixed to one.

    Raises:
        SpeechError: it cannot be read, or its samples are not 16 bit PCM.
    """
    try:
        with wave.open(str(path), "rb") as file:
            width, channels, rate = file.getsampwidth(), file.getnchannels(), file.getframerate()
            data = file.readframes(file.getnframes())
    except (OSError, EOFError, wave.Error) as error:
        raise SpeechError(f"{path} cannot be read as wav ({error}). Save it as PCM wav, 16 bit.") from error
    if width != 2:
        raise SpeechError(f"{path} has samples of {8 * width} bit. Save it as PCM wav, 16 bit.")
    whole = data[: len(data) // (2 * channels) * 2 * channels]
    mixed = np.frombuffer(whole, "<i2").reshape(-1, channels).mean(axis=1)
    return Sound(mixed.astype(np.int16), rate)


def wav(sound: Sound) -> bytes:
    """``sound`` as a wav file: 16 bit PCM, mono."""
    content = io.BytesIO()
    with wave.open(content, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(sound.rate)
        out.writeframes(sound.samples.astype("<i2").tobytes())
    return content.getvalue()


def write(path: Path, sound: Sound) -> None:
    """Write a wav file that appears whole or not at all, readable by every user (0644, new folders 0755).

    Raises:
        UnwritableError: the folder cannot be written.
    """
    try:
        _make(path.parent)
        with _replacing(path) as file:
            file.write(wav(sound))
    except OSError as error:
        cure = "Make room there, or set IVR_PROMPTS to a folder that this user may write."
        raise UnwritableError(f"{path.parent} cannot be written ({error.strerror}). {cure}") from error


def _trimmed(samples: Floats, rate: int) -> Floats:
    step = rate // 100
    frames = np.pad(samples, (0, -len(samples) % step)).reshape(-1, step)
    level = np.sqrt((frames**2).mean(axis=1))
    loud = np.flatnonzero(level > level.max(initial=0) * _QUIET)
    if not len(loud):
        raise SpeechError("The sound is silent.")
    kept = round(_KEPT * rate)
    first, last = int(loud[0]) * step - kept, (int(loud[-1]) + 1) * step + kept
    return samples[max(0, first) : last]


def _levelled(samples: Floats) -> Floats:
    """As loud as all else. Holding peaks under the ceiling takes loudness away, so it is levelled again."""
    loud = samples * _gain(samples)
    limited = _limited(loud)
    return loud if limited is loud else _limited(limited * _gain(limited))


def _gain(samples: Floats) -> float:
    measured = _loudness(samples, RATE)
    if math.isinf(measured):
        raise SpeechError("The sound is silent.")
    return float(10 ** ((LOUDNESS - measured) / 20))


def _loudness(samples: Floats, rate: int) -> float:
    """Loudness in LUFS; a sound shorter than a measuring block is measured as if repeated."""
    if not len(samples):
        return -math.inf
    times = math.ceil((meter.BLOCK * rate + 1) / len(samples))
    return meter.loudness(np.tile(samples, times), rate)


def _limited(samples: Floats) -> Floats:
    """``samples`` with every peak held under the ceiling by a gain that moves smoothly (10 ms)."""
    if np.abs(samples).max() <= _CEILING:
        return samples
    needed = np.minimum(1.0, _CEILING / np.maximum(np.abs(samples), 1e-9))
    reach = RATE // 200
    lowest = _windows(needed, 2 * reach, 1.0).min(axis=1)  # over 10 ms around each sample
    smooth: Floats = _windows(lowest, reach, 1.0).mean(axis=1)  # never above what is needed
    return samples * smooth


def _windows(values: Floats, width: int, outside: float) -> Floats:
    """For each value the ``width`` + 1 values around it; shape (n, width + 1), a view."""
    padded = np.pad(values, (width // 2, width - width // 2), constant_values=outside)
    windows: Floats = np.lib.stride_tricks.sliding_window_view(padded, width + 1)
    return windows


def _faded(samples: Floats) -> Floats:
    count = min(round(_FADE * RATE), len(samples) // 2)
    ramp = np.sin(np.linspace(0, np.pi / 2, count)) ** 2
    soft = samples.copy()
    soft[:count] *= ramp
    soft[len(soft) - count :] *= ramp[::-1]
    return soft


@contextlib.contextmanager
def _replacing(path: Path) -> Iterator[IO[bytes]]:
    """A file beside ``path`` that takes its place when all went well, and vanishes otherwise."""
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".", suffix=".tmp", delete=False) as file:
        try:
            yield file
            file.flush()
            os.fchmod(file.fileno(), 0o644)
            Path(file.name).replace(path)
        except BaseException:
            Path(file.name).unlink()
            raise


def _make(folder: Path) -> None:
    """Make ``folder`` and what is missing above it, 0755 whatever the umask: Asterisk is another user."""
    if not folder.is_dir():
        _make(folder.parent)
        folder.mkdir(exist_ok=True)
        folder.chmod(0o755)
