"""The engine Vosk, for the languages of which a model lies in the folder that IVR_VOSK_MODELS names.

A model is a folder named by its language: ``en``, ``de``. Where a vocabulary consists of phrases alone, the
model listens for these and for what is none of them ("[unk]"); otherwise it writes down whatever is said.
Models that were built with a fixed graph ignore the phrases.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from ivr.errors import OperatorError
from ivr.speech.recognition import grammar
from ivr.speech.recognition.recognizer import RATE, Expected, Hypothesis, Samples

UNKNOWN = "[unk]"


class Vosk:
    """See the port."""

    seconds = 2.0

    def __init__(self, folder: Path) -> None:
        vosk = _library()
        vosk.SetLogLevel(-1)
        self._kaldi = vosk.KaldiRecognizer
        self._models = {language: _model(vosk, folder / language) for language in languages(folder)}

    @property
    def languages(self) -> frozenset[str]:
        """See the port."""
        return frozenset(self._models)

    def prepare(self, vocabulary: Expected) -> None:
        """Nothing: a model takes its phrases with the utterance."""

    def recognize(self, samples: Samples, vocabulary: Expected) -> tuple[Hypothesis, ...]:
        """See the port. The confidence is that of the least certain word."""
        heard = self._kaldi(self._models[vocabulary.language], RATE, *_listened_for(vocabulary))
        heard.SetWords(True)
        heard.AcceptWaveform(samples.tobytes())
        told = json.loads(heard.FinalResult())
        words = told.get("text", "")
        if not words or UNKNOWN in words:
            return ()
        said = grammar.phrases(vocabulary).get(tuple(words.split()), words)
        return (Hypothesis(said, min(word["conf"] for word in told["result"])),)


def languages(folder: Path) -> frozenset[str]:
    """Of which there is a model in ``folder``."""
    return frozenset(model.name for model in folder.iterdir() if model.is_dir() and len(model.name) == 2)


def _listened_for(vocabulary: Expected) -> tuple[str, ...]:
    if vocabulary.grammars or not vocabulary.phrases:
        return ()
    return (json.dumps([*map(" ".join, grammar.phrases(vocabulary)), UNKNOWN], ensure_ascii=False),)


def _library() -> Any:
    try:
        import vosk  # noqa: PLC0415 - an extra of the package
    except ImportError as error:
        raise OperatorError(
            "IVR_VOSK_MODELS is set, and Vosk is missing: pip install 'ivr[vosk]'."
        ) from error
    return vosk


def _model(vosk: Any, folder: Path) -> Any:
    try:
        return vosk.Model(str(folder))
    except Exception as error:
        raise OperatorError(
            f"{folder} holds no model of Vosk. Unpack one there, or unset IVR_VOSK_MODELS."
        ) from error
