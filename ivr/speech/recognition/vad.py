"""How likely it is that somebody speaks, 31 times a second: Silero's model, at 8 kHz.

``silero/silero_vad.onnx`` is the file of that name in the wheel ``silero-vad`` 6.2.3 (MIT, see
``silero/LICENSE``). That wheel itself is not installed, because it demands torch, which nothing here needs.
Input and state as in ``silero_vad/utils_vad.py``, class OnnxWrapper: 256 samples, preceded by the last 32.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from ivr.speech.recognition.loudness import Loudness
from ivr.speech.recognition.recognizer import RATE, Samples

CHUNK = 256  # samples that are judged at once: 32 ms
CONTEXT = 32  # samples of the chunk before, which the model wants to see again
_MODEL = Path(__file__).parent / "silero" / "silero_vad.onnx"
_FULL_SCALE = 32_768


@functools.cache
def model() -> onnxruntime.InferenceSession:
    """The model, which all streams share; loading it takes 50 ms. May be called from any thread."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3  # errors: it warns of its own unused constants
    return onnxruntime.InferenceSession(_MODEL, options, providers=["CPUExecutionProvider"])


@dataclass
class Vad:
    """One stream of sound."""

    loudness: Loudness = field(default_factory=Loudness)
    _state: NDArray[np.float32] = field(default_factory=lambda: np.zeros((2, 1, 128), np.float32))
    _context: NDArray[np.float32] = field(default_factory=lambda: np.zeros(CONTEXT, np.float32))
    _rest: Samples = field(default_factory=lambda: np.zeros(0, np.int16))  # less than a chunk

    def push(self, samples: Samples) -> Iterator[tuple[Samples, float]]:
        """Every chunk that is full now, and how likely it is that somebody speaks in it, 0 to 1."""
        heard = np.concatenate([self._rest, samples])
        whole = len(heard) // CHUNK * CHUNK
        self._rest = heard[whole:]
        for chunk in heard[:whole].reshape(-1, CHUNK):
            yield chunk, self._judge(chunk)

    def _judge(self, chunk: Samples) -> float:
        louder = np.clip(chunk * np.float32(self.loudness.gain(chunk) / _FULL_SCALE), -1.0, 1.0)
        seen = np.concatenate([self._context, louder])
        self._context = louder[-CONTEXT:]
        inputs = {"input": seen[None], "state": self._state, "sr": np.array(RATE, np.int64)}
        likely, self._state = model().run(None, inputs)
        return float(likely[0, 0])
