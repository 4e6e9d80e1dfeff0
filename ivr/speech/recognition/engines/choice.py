"""The engines there are, as one: each language is heard by the best one that is configured."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ivr.errors import SpeechError
from ivr.settings import HearingSettings
from ivr.speech.recognition.engines.sphinx import Sphinx
from ivr.speech.recognition.engines.vosk import Vosk
from ivr.speech.recognition.engines.vosk import languages as vosk_languages
from ivr.speech.recognition.engines.whisper import LANGUAGES, Whisper
from ivr.speech.recognition.recognizer import Expected, Hypothesis, Recognizer, Samples


class Choice:
    """A Recognizer made of others; the first one that hears a language is asked."""

    def __init__(self, engines: Iterable[Recognizer]) -> None:
        self._engines = tuple(engines)

    @property
    def languages(self) -> frozenset[str]:
        """See the port."""
        return frozenset(language for engine in self._engines for language in engine.languages)

    @property
    def seconds(self) -> float:
        """See the port: of the slowest one."""
        return max(engine.seconds for engine in self._engines)

    def prepare(self, vocabulary: Expected) -> None:
        """See the port."""
        self._of(vocabulary).prepare(vocabulary)

    def recognize(self, samples: Samples, vocabulary: Expected) -> tuple[Hypothesis, ...]:
        """See the port."""
        return self._of(vocabulary).recognize(samples, vocabulary)

    def _of(self, vocabulary: Expected) -> Recognizer:
        for engine in self._engines:
            if vocabulary.language in engine.languages:
                return engine
        raise SpeechError(f'No engine hears "{vocabulary.language}".')


def engines(given: HearingSettings) -> Choice:
    """Every engine that is configured. Raises OperatorError: a model cannot be loaded."""
    return Choice(make() for make in configured(given))


def configured(given: HearingSettings) -> tuple[Callable[[], Recognizer], ...]:
    """What makes each engine that is configured, the better ones first."""
    vosk, whisper = given.vosk, given.whisper
    return (
        *([lambda: Vosk(vosk)] if vosk else []),
        Sphinx,
        *([lambda: Whisper(whisper)] if whisper else []),
    )


def languages(given: HearingSettings) -> frozenset[str]:
    """What they hear, without making them."""
    vosk = vosk_languages(given.vosk) if given.vosk else frozenset()
    return Sphinx.languages | vosk | (LANGUAGES if given.whisper else frozenset())
