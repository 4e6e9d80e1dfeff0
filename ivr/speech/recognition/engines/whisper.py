"""The engine faster-whisper: free speech, also Latvian, by the model that IVR_WHISPER_MODEL names.

It takes a second or more for an utterance on one processor; a model of the size "base" or "small", converted
by ``ct2-transformers-converter --quantization int8``, is what a telephone bot can wait for.
"""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import numpy as np
import soxr

from ivr.errors import OperatorError
from ivr.speech.recognition import grammar
from ivr.speech.recognition.recognizer import RATE, Expected, Hypothesis, Samples

LANGUAGES = frozenset({"lv", "en"})
WIDE = 16_000  # samples per second that it wants
BEAM = 3
PROMPTED = 200  # characters of the vocabulary that it is told to expect
MOST_SILENT = 0.6  # likelihood that there was no speech, from which on nothing is made of it


class Whisper:
    """See the port."""

    languages = LANGUAGES
    seconds = 8.0

    def __init__(self, folder: Path) -> None:
        self._model = _model(folder)

    def prepare(self, vocabulary: Expected) -> None:
        """Nothing: it hears whatever is said."""

    def recognize(self, samples: Samples, vocabulary: Expected) -> tuple[Hypothesis, ...]:
        """See the port. The confidence is the mean likelihood of what it wrote, and of there being speech."""
        wide = soxr.resample(samples.astype(np.float32) / 32_768, RATE, WIDE)
        segments, _ = self._model.transcribe(
            wide,
            language=vocabulary.language,
            beam_size=BEAM,
            without_timestamps=True,
            condition_on_previous_text=False,
            hotwords=", ".join(vocabulary.phrases)[:PROMPTED] or None,
        )
        heard = [segment for segment in segments if segment.no_speech_prob < MOST_SILENT]
        words = " ".join(segment.text.strip() for segment in heard).strip(" .,!?")
        if not words:
            return ()
        said = tuple(grammar.tokens(words, vocabulary.language))
        return (Hypothesis(grammar.phrases(vocabulary).get(said, words), min(map(_sure, heard))),)


def _sure(segment: Any) -> float:
    return min(1.0, math.exp(segment.avg_logprob)) * (1 - float(segment.no_speech_prob))


def _model(folder: Path) -> Any:
    try:
        from faster_whisper import WhisperModel  # noqa: PLC0415 - an extra of the package
    except ImportError as error:
        raise OperatorError(
            "IVR_WHISPER_MODEL is set, and faster-whisper is missing: pip install 'ivr[whisper]'."
        ) from error
    try:
        return WhisperModel(
            str(folder), device="cpu", compute_type="int8", cpu_threads=1, local_files_only=True
        )
    except Exception as error:
        raise OperatorError(
            f"{folder} holds no model of faster-whisper. Put one there, or unset IVR_WHISPER_MODEL."
        ) from error
