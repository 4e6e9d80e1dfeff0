"""The engines there are, as one: each language is heard by the best one that is configured."""

from __future__ import annotations

from ivr.conversation.vocabulary import Vocabulary
from ivr.errors import SpeechError
from ivr.settings import HearingSettings
from ivr.speech.recognition.engines.sphinx import Sphinx
from ivr.speech.recognition.recognizer import Hypothesis, Recognizer, Samples


class Choice:
    """A Recognizer made of others; the first one that hears a language is asked."""

    def __init__(self, engines: tuple[Recognizer, ...]) -> None:
        self._engines = engines

    @property
    def languages(self) -> frozenset[str]:
        """See the port."""
        return frozenset(language for engine in self._engines for language in engine.languages)

    @property
    def seconds(self) -> float:
        """See the port: of the slowest one."""
        return max(engine.seconds for engine in self._engines)

    def prepare(self, vocabulary: Vocabulary) -> None:
        """See the port."""
        self._of(vocabulary).prepare(vocabulary)

    def recognize(self, samples: Samples, vocabulary: Vocabulary) -> tuple[Hypothesis, ...]:
        """See the port."""
        return self._of(vocabulary).recognize(samples, vocabulary)

    def _of(self, vocabulary: Vocabulary) -> Recognizer:
        for engine in self._engines:
            if vocabulary.language in engine.languages:
                return engine
        raise SpeechError(f'No engine hears "{vocabulary.language}".')


def engines(given: HearingSettings) -> Choice:
    """Every engine that is configured."""
    del given
    return Choice((Sphinx(),))


def languages(given: HearingSettings) -> frozenset[str]:
    """What they hear, without making them."""
    del given
    return Sphinx.languages
