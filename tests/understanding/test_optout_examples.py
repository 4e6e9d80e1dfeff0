"""What was learnt from examples: they are heard, what only resembles them is not, and neither are unheard-of
wordings lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from ivr.understanding import optout
from ivr.understanding.optout import learnt, opt_out, prepare
from ivr.understanding.result import Match

UNKNOWN = (
    "please deregister my number from your calling scheme",
    "kindly see that this line is not troubled by your firm any more",
    "lūdzu parūpējieties ka mans tālrunis jūsu dēļ vairs nezvana",
)


def _examples(name: str) -> list[str]:
    text = (Path(learnt.__file__).with_name("words") / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]


def _heard(lines: list[str]) -> float:
    return sum(isinstance(opt_out(line), Match) for line in lines) / len(lines)


@pytest.mark.parametrize("language", ["en", "lv"])
def test_the_examples_are_heard(language: str) -> None:
    assert _heard(_examples(f"asked_{language}.txt")) >= 0.96


@pytest.mark.parametrize("language", ["en", "lv"])
def test_what_resembles_them_is_left_alone(language: str) -> None:
    assert _heard(_examples(f"other_{language}.txt")) <= 0.01


@pytest.mark.parametrize("words", UNKNOWN)
def test_wordings_that_no_rule_knows_are_heard_but_not_for_sure(words: str) -> None:
    found = opt_out(words)
    assert isinstance(found, Match)
    assert found.confidence < 0.6


def test_no_example_stands_on_both_sides() -> None:
    for language in ("en", "lv"):
        assert not set(_examples(f"asked_{language}.txt")) & set(_examples(f"other_{language}.txt"))


def test_nothing_has_to_be_learnt_once_it_is_prepared(monkeypatch: pytest.MonkeyPatch) -> None:
    prepare()
    monkeypatch.setattr(optout, "learn", None)
    assert isinstance(opt_out(UNKNOWN[0]), Match)
