"""Recordings of what people said, brought to what a telephone line gives."""

from __future__ import annotations

import wave
from pathlib import Path

import numpy as np
import soxr

from ivr.errors import OperatorError
from ivr.speech.recognition.recognizer import RATE, Samples


def read(file: Path) -> Samples:
    """The first channel of a wav file of 16 bit, at 8 kHz. Raises OperatorError: it is none."""
    try:
        with wave.open(str(file)) as told:
            rate, channels, width = told.getframerate(), told.getnchannels(), told.getsampwidth()
            content = told.readframes(told.getnframes())
    except OSError as error:
        raise OperatorError(f"{file} cannot be read as a wav file: {error.strerror}.") from error
    except (EOFError, wave.Error) as error:
        raise OperatorError(f"{file} cannot be read as a wav file: {error}.") from error
    if width != 2:
        raise OperatorError(f"{file} has {8 * width} bits a sample. Make it 16: sox {file} -b 16 other.wav")
    samples = np.frombuffer(content, "<i2")[::channels]
    return samples if rate == RATE else np.asarray(soxr.resample(samples, rate, RATE), np.int16)
