"""The port of a recogniser: sound in, words out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

RATE = 8_000  # samples per second of everything that is heard
Samples = NDArray[np.int16]  # shape (n,), mono, at RATE


@dataclass(frozen=True, slots=True)
class Expected:
    """What may be said: a Vocabulary (ivr/conversation), as decoding processes know it.

    They know nothing of conversations, whose modules take a second to import.
    """

    language: str
    phrases: tuple[str, ...]
    grammars: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """Words that may have been said."""

    words: str  # never empty; as they stand in the vocabulary, where it is a phrase of it
    confidence: float  # 0 to 1: how likely it is that they were


class Recognizer(Protocol):
    """An engine. It belongs to one thread of one process."""

    @property
    def languages(self) -> frozenset[str]:
        """Languages that it hears."""

    @property
    def seconds(self) -> float:
        """How long an utterance may keep it before it is taken for stuck."""

    def prepare(self, vocabulary: Expected) -> None:
        """Make ready for what may be said, so that the first utterance is not late. Raises SpeechError."""

    def recognize(self, samples: Samples, vocabulary: Expected) -> tuple[Hypothesis, ...]:
        """What may have been said in one utterance, the likeliest first; nothing where it fits no words.

        Raises:
            SpeechError: the engine cannot hear by this vocabulary at all.
        """
