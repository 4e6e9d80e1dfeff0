"""An engine that counts, and sentences to say."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from ivr.company.models import Company, Voice
from ivr.errors import SpeechError
from ivr.phrases.sentence import Sentence, SpeechAct
from ivr.speech.engine import Sound
from ivr.speech.prompts import PromptCache


def tone(hertz: float = 440, seconds: float = 1.0, rate: int = 22050, level: float = 0.5) -> Sound:
    """A sine."""
    moments = np.arange(round(seconds * rate)) / rate
    return Sound((level * 32767 * np.sin(2 * np.pi * hertz * moments)).astype(np.int16), rate)


def sentence(text: str, phrase: str = "help.offer", language: str = "lv", fixed: bool = True) -> Sentence:
    return Sentence(phrase, SpeechAct.OFFERS_HELP, language, text, text, fixed)


class FakeEngine:
    """Says every text as a tone of its own, and remembers what it was asked."""

    version = "fake 1"

    def __init__(
        self, fails: Callable[[str, str, Voice], bool] = lambda text, language, voice: False
    ) -> None:
        self.asked: list[tuple[str, str, Voice]] = []
        self.during: Callable[[], object] = lambda: None  # called while rendering
        self._fails = fails
        self._lock = threading.Lock()

    def render(self, text: str, language: str, voice: Voice) -> Sound:
        with self._lock:
            self.asked.append((text, language, voice))
        self.during()
        if self._fails(text, language, voice):
            raise SpeechError("out of order")
        return tone(300 + sum(text.encode()) % 400)


@pytest.fixture
def company(example: Company, tmp_path: Path) -> Company:
    """The example without voices of its own; recordings belong into tmp_path/own."""
    return example.model_copy(update={"recordings": tmp_path / "own", "voices": {}})


@pytest.fixture
def engine() -> FakeEngine:
    return FakeEngine()


@pytest.fixture
def cache(tmp_path: Path, engine: FakeEngine) -> PromptCache:
    return PromptCache(tmp_path / "prompts", {"espeak": engine})
