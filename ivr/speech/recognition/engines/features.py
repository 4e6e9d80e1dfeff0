"""Features of telephone speech for a model that was learnt from sound at 16 kHz.

The model's features are 13 cepstral coefficients of 25 mel bands from 130 to 6800 Hz (its ``feat.params``).
A telephone carries the lower 20 of these bands. Whatever stands in the others would be taken for something
that was said: /s/ without its hiss is no /s/. So both sides leave them out: here they are set to the
utterance's mean, and the means of the model's Gaussians go through the very same projection, as a linear
transform that pocketsphinx applies when it loads them (its MLLR). That needs no training, and no recordings.

Definitions: SphinxBase, ``src/fe/fe_sigproc.c`` (windows, bands, the cosine transform, the lifter) and
``src/libpocketsphinx/ps_mllr.c`` (the file).
"""

from __future__ import annotations

import functools
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ivr.speech.recognition.recognizer import RATE, Samples

Floats = NDArray[np.float64]

BANDS, CARRIED = 25, 20  # of the model; those of them that a telephone carries
LOWEST, HIGHEST = 130.0, 6800.0  # Hz
CEPSTRA, LIFTER = 13, 22
WINDOW, HOP, FFT = 205, 80, 256  # samples at 8 kHz: 25.6 and 10 ms
MODEL_RATE = 16_000  # Hz, at which the model's emphasis of high tones is defined
EMPHASIS = 0.97
LEVEL = 10_000  # every utterance is brought to: its loud samples, of 32767
FLOOR = 100.0  # power that is added to each band, against the noise of what is silent
SILENCE = 0.3  # seconds of it on both sides: the mean is to be taken over speech and silence
STREAMS = 3  # of the model: cepstra, their first and second differences


def features(samples: Samples) -> bytes:
    """What pocketsphinx decodes (``process_cep``): CEPSTRA float32 for each 10 ms, their mean taken off."""
    bands = np.log(_powers(_levelled(samples)) @ _bands().T + FLOOR)
    return bytes(((bands - bands.mean(0)) @ _cosines()[:, :CARRIED].T).astype(np.float32))


def _levelled(samples: Samples) -> Floats:
    loud = float(np.percentile(np.abs(samples.astype(np.float64)), 99)) if len(samples) else 0.0
    silence = np.zeros(int(SILENCE * RATE))
    return np.concatenate([silence, samples * (LEVEL / max(loud, 1.0)), silence])


def _powers(sound: Floats) -> Floats:
    """Power by window and frequency."""
    windows = np.lib.stride_tricks.sliding_window_view(sound, WINDOW)[::HOP]
    spectra = np.fft.rfft(windows * np.hamming(WINDOW), FFT)
    return np.asarray(np.abs(spectra) ** 2 * _emphasis())


def _frequencies() -> Floats:
    return np.asarray(np.fft.rfftfreq(FFT, 1 / RATE))


@functools.cache
def _emphasis() -> Floats:
    """Of high tones, as power; four-fold, since there are half as many samples as the model expects."""
    turn = np.exp(-2j * np.pi * _frequencies() / MODEL_RATE)
    return np.asarray(4 * np.abs(1 - EMPHASIS * turn) ** 2)


@functools.cache
def _bands() -> Floats:
    """What each carried band takes of each frequency: triangles of the same area."""
    step = MODEL_RATE / (2 * FFT)
    edges = np.floor(_hertz(np.linspace(_mel(LOWEST), _mel(HIGHEST), BANDS + 2)) / step + 0.5) * step
    left, centre, right = (edges[at : at + CARRIED, None] for at in range(3))
    rising, falling = (
        (_frequencies() - left) / (centre - left),
        (right - _frequencies()) / (right - centre),
    )
    return np.asarray(np.clip(np.minimum(rising, falling), 0, None) * 2 / (right - left))


def _mel(hertz: float) -> float:
    return 2595 * float(np.log10(1 + hertz / 700))


def _hertz(mel: Floats) -> Floats:
    return np.asarray(700 * (10 ** (mel / 2595) - 1))


@functools.cache
def _cosines() -> Floats:
    """Bands to cepstra: shape (CEPSTRA, BANDS)."""
    order, band = np.arange(CEPSTRA)[:, None], np.arange(BANDS)[None] + 0.5
    waves = np.cos(np.pi * order * band / BANDS) * np.sqrt(2 / BANDS)
    waves[0] = np.sqrt(1 / BANDS)
    return np.asarray(waves * (1 + LIFTER / 2 * np.sin(np.pi * order / LIFTER)))


def projection() -> Floats:
    """Cepstra of wide sound to those of which the bands that are not carried are left out."""
    inverse = np.linalg.pinv(_cosines())
    return np.asarray(_cosines()[:, :CARRIED] @ inverse[:CARRIED])


def write_transform(model: Path, file: Path) -> None:
    """Write ``projection`` for pocketsphinx, and how much narrower it makes the Gaussians of ``model``."""
    taken = projection()
    spreads = _variances(model / "variances")
    lines = ["1", str(STREAMS)]
    for stream in range(STREAMS):
        wide = spreads[:, stream].reshape(-1, CEPSTRA)
        wide = wide[(wide > 1e-3).all(1)]  # some Gaussians of the file were never learnt
        narrowed = np.sqrt(((taken**2 @ wide.T) / wide.T).mean(1))
        lines += [str(CEPSTRA), *(_row(row) for row in (*taken, np.zeros(CEPSTRA), narrowed))]
    file.write_text("\n".join(lines) + "\n", encoding="ascii")


def _row(values: Floats) -> str:
    return " ".join(f"{value:.6f}" for value in values)


def _variances(file: Path) -> NDArray[np.float32]:
    """Of every Gaussian: shape (codebooks, STREAMS, Gaussians, CEPSTRA). A parameter file of Sphinx 3."""
    content = file.read_bytes()
    begin = content.index(b"endhdr\n") + len(b"endhdr\n") + 4  # behind the mark of the byte order
    codebooks, streams, gaussians = np.frombuffer(content, "<i4", 3, begin)
    values = np.frombuffer(content, "<f4", offset=begin + 4 * (3 + streams + 1))
    shape = (codebooks, streams, gaussians, CEPSTRA)
    return values[: int(np.prod(shape))].reshape(shape)
