"""pocketsphinx by grammars."""

from __future__ import annotations

import numpy as np
import pytest

from ivr.speech.recognition.engines import sphinx
from ivr.speech.recognition.engines.sphinx import Sphinx
from ivr.speech.recognition.recognizer import Expected
from tests.speech.recognition.sounds import noise, said, silence

PHRASES = ("Invoices", "Technical support", "Where is my order?", "Latvenergo")


@pytest.fixture(scope="module")
def engine() -> Sphinx:
    return Sphinx()


@pytest.mark.parametrize(
    ("words", "expected", "heard"),
    [
        ("not really", Expected("en", (), ("yes_no", "wish")), "not really"),
        ("technical support", Expected("en", PHRASES, ()), "Technical support"),
        ("where is my order", Expected("en", PHRASES, ("intent", "wish")), "Where is my order?"),
        ("Latvenergo", Expected("en", PHRASES, ()), "Latvenergo"),
        ("tomorrow at half past three", Expected("en", (), ("time",)), "tomorrow at half past three"),
        (
            "I would like to talk to an operator",
            Expected("en", (), ("wish",)),
            "i would like to talk to an operator",
        ),
    ],
)
def test_what_may_be_said_is_heard(engine: Sphinx, words: str, expected: Expected, heard: str) -> None:
    found = engine.recognize(said(words), expected)
    assert [one.words for one in found[:1]] == [heard]
    assert 0 < found[0].confidence <= 1
    assert [one.confidence for one in found] == sorted((one.confidence for one in found), reverse=True)


@pytest.mark.parametrize(
    "samples",
    [silence(0), silence(1), noise(1, 500), np.full(4_000, -32_768, np.int16)],
    ids=["nothing", "silence", "noise", "all of one value"],
)
def test_what_is_no_speech_is_never_sure(engine: Sphinx, samples: np.ndarray) -> None:
    assert all(one.confidence < 0.6 for one in engine.recognize(samples, Expected("en", PHRASES, ("wish",))))


def test_a_phrase_of_which_nobody_knows_the_sound_is_left_out(
    engine: Sphinx, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sphinx, "pronounced", lambda _: None)
    heard = engine._fitted.known(Expected("en", ("Sales", "Zwrdlfx sales"), ()))
    assert list(heard.phrases) == ["sales"]


def test_old_grammars_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    engine = Sphinx()
    monkeypatch.setattr(sphinx, "MOST_GRAMMARS", 1)
    for phrase in ("sales", "invoices", "sales"):
        engine.prepare(Expected("en", (phrase,), ()))
    assert [vocabulary.phrases for vocabulary in list(engine._fitted._known)[-1:]] == [("sales",)]
    assert ("invoices",) not in [vocabulary.phrases for vocabulary in engine._fitted._known]
    assert engine.recognize(said("sales"), Expected("en", ("sales",), ()))
