"""Recognisers that behave badly, for decoding processes of tests."""

from __future__ import annotations

import os
import signal
import time

import numpy as np

from ivr.errors import SpeechError
from ivr.speech.recognition.recognizer import Expected, Hypothesis, Samples


class Fake:
    """Does what the first phrase of the vocabulary says."""

    languages = frozenset({"en"})
    seconds = 0.5

    def prepare(self, vocabulary: Expected) -> None:
        if vocabulary.phrases == ("die early",):
            os.kill(os.getpid(), signal.SIGKILL)

    def recognize(self, samples: Samples, vocabulary: Expected) -> tuple[Hypothesis, ...]:
        self._obey(vocabulary.phrases[0])
        return (Hypothesis(f"{np.sum(samples)} in {os.getpid()}", 0.9),)

    def _obey(self, what: str) -> None:
        if what == "die":
            os.kill(os.getpid(), signal.SIGKILL)
        if what == "hang":
            time.sleep(60)
        if what == "refuse":
            raise SpeechError("Not in this language.")
