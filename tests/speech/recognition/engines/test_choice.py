"""Which engine hears which language."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace

import numpy as np
import pytest

from ivr.errors import OperatorError, SpeechError
from ivr.settings import HearingSettings
from ivr.speech.recognition.engines.choice import engines, languages
from ivr.speech.recognition.recognizer import Expected, Hypothesis

SOUND = np.zeros(800, np.int16)
WORDS = {
    "sales": [("sales", 0.9)],
    "no": [],
    "two": [("two", 0.4), ("sales", 0.8)],
    "unknown": [("[unk]", 1.0)],
}


class Kaldi:
    """Stands in for vosk.KaldiRecognizer: hears whatever its model is called after."""

    def __init__(self, model: str, rate: float, *phrases: str) -> None:
        assert rate == 8_000
        self.words, self.phrases = WORDS[Path(model).parent.name], phrases

    def SetWords(self, _: bool) -> None: ...  # noqa: N802

    def AcceptWaveform(self, sound: bytes) -> None:  # noqa: N802
        assert len(sound) == 1_600

    def FinalResult(self) -> str:  # noqa: N802
        return json.dumps(
            {
                "text": " ".join(word for word, _ in self.words),
                "result": [{"word": word, "conf": conf} for word, conf in self.words],
            }
        )


@pytest.fixture
def vosk(monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("vosk")
    module.SetLogLevel, module.Model, module.KaldiRecognizer = lambda _: None, str, Kaldi
    monkeypatch.setitem(sys.modules, "vosk", module)


@pytest.fixture
def whisper(monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    asked: dict[str, object] = {"segments": []}

    class Model:
        def __init__(self, folder: str, **settings: object) -> None:
            asked["folder"] = folder

        def transcribe(self, samples: np.ndarray, **settings: object) -> tuple[list[object], None]:
            asked.update(settings, samples=len(samples))
            return asked["segments"], None

    module = ModuleType("faster_whisper")
    module.WhisperModel = Model
    monkeypatch.setitem(sys.modules, "faster_whisper", module)
    return asked


def settings(folder: Path | None = None, whisper: Path | None = None) -> HearingSettings:
    return HearingSettings(("127.0.0.1", 0), 1, folder, whisper)


@pytest.mark.parametrize(
    ("model", "found"),
    [
        ("sales", (Hypothesis("Sales!", 0.9),)),
        ("two", (Hypothesis("two sales", 0.4),)),
        ("no", ()),
        ("unknown", ()),
    ],
)
def test_vosk_hears_its_languages(
    vosk: None, tmp_path: Path, model: str, found: tuple[Hypothesis, ...]
) -> None:
    (tmp_path / model / "en").mkdir(parents=True)
    (tmp_path / model / "README").touch()
    given = settings(tmp_path / model)
    assert languages(given) == {"en"}
    assert engines(given).recognize(SOUND, Expected("en", ("Sales!",), ())) == found


def segment(text: str, logprob: float = -0.1, silent: float = 0.0) -> SimpleNamespace:
    return SimpleNamespace(text=text, avg_logprob=logprob, no_speech_prob=silent)


@pytest.mark.parametrize(
    ("segments", "words", "confidence"),
    [
        ([segment(" Rēķini.")], "Rēķini!", 0.905),
        ([segment(" Es gribu"), segment(" rēķinu.", -0.5)], "Es gribu rēķinu", 0.607),
        ([segment(" Paldies.", silent=0.9)], None, 0),
        ([], None, 0),
        ([segment(" Jā", silent=0.5)], "Jā", 0.452),
    ],
    ids=["a phrase", "free speech", "invented over silence", "nothing", "doubtful"],
)
def test_whisper_hears_latvian(
    whisper: dict[str, object], tmp_path: Path, segments: list[object], words: str | None, confidence: float
) -> None:
    whisper["segments"] = segments
    given = settings(whisper=tmp_path)
    assert languages(given) == {"en", "lv"}
    found = engines(given).recognize(SOUND, Expected("lv", ("Rēķini!",), ("intent",)))
    assert [one.words for one in found] == ([words] if words else [])
    assert all(one.confidence == pytest.approx(confidence, abs=0.001) for one in found)
    assert whisper["language"] == "lv"
    assert whisper["hotwords"] == "Rēķini!"
    assert whisper["samples"] == 1_600


def test_english_stays_with_pocketsphinx_beside_whisper(whisper: dict[str, object], tmp_path: Path) -> None:
    engines(settings(whisper=tmp_path)).recognize(SOUND, Expected("en", ("sales",), ()))
    assert "language" not in whisper


def test_a_language_that_nobody_hears_is_said() -> None:
    with pytest.raises(SpeechError, match='No engine hears "lv"'):
        engines(settings()).recognize(SOUND, Expected("lv", ("rēķini",), ()))


@pytest.mark.parametrize("extra", ["vosk", "whisper"])
def test_what_is_missing_is_said_with_its_cure(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, extra: str
) -> None:
    monkeypatch.setitem(sys.modules, "vosk", None)
    monkeypatch.setitem(sys.modules, "faster_whisper", None)
    with pytest.raises(OperatorError, match=rf"pip install 'ivr\[{extra}\]'"):
        engines(settings(tmp_path) if extra == "vosk" else settings(whisper=tmp_path))
