"""What may be asked for by its name."""

from __future__ import annotations

import pytest

from ivr.conversation.vocabulary import Vocabulary
from ivr.settings import HearingSettings
from ivr.speech.recognition import ear as ears
from ivr.speech.recognition.ear import Ear, ear
from ivr.speech.recognition.pool import Pool
from ivr.speech.recognition.recognizer import Expected
from tests.speech.recognition.fakes import Fake

SALES = Vocabulary("en", ("sales",), ("intent",))


@pytest.fixture
def deaf() -> Ear:
    return Ear(Pool(Fake, 1), frozenset({"en"}))


def test_a_vocabulary_has_a_name_by_its_content(deaf: Ear) -> None:
    name = deaf.expect(SALES)
    assert len(name) == 16
    assert int(name, 16)
    assert deaf.expect(Vocabulary("en", ("sales",), ("intent",))) == name
    assert deaf.expect(Vocabulary("lv", ("sales",), ("intent",))) != name
    assert deaf.known(name) == Expected("en", ("sales",), ("intent",))


def test_a_name_that_nobody_gave_is_not_known(deaf: Ear) -> None:
    assert deaf.known("0" * 16) is None


def test_what_was_not_asked_for_longest_is_forgotten(deaf: Ear, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ears, "MOST", 2)
    first, second = deaf.expect(SALES), deaf.expect(Vocabulary("en", (), ("time",)))
    deaf.expect(SALES)
    deaf.expect(Vocabulary("en", (), ("number",)))
    assert deaf.known(first)
    assert deaf.known(second) is None


def test_processes_make_ready_once_for_what_is_new(deaf: Ear) -> None:
    deaf.expect(SALES)
    deaf.expect(SALES)
    assert deaf.pool._expected == (Expected("en", ("sales",), ("intent",)),)


def test_nothing_is_heard_before_a_process_is_warm(deaf: Ear) -> None:
    assert deaf.languages() == frozenset()


def test_english_is_heard_without_any_model() -> None:
    assert ear(HearingSettings(("127.0.0.1", 0), 1)).heard == {"en"}
