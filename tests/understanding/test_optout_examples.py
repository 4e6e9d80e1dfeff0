"""What was learnt from examples: they are heard, what only resembles them is not, and neither are unheard-of
wordings lost."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from ivr.understanding import optout
from ivr.understanding.optout import OptOut, learnt, opt_out, prepare, prepare_for
from ivr.understanding.recall import Arrays
from ivr.understanding.result import Match, NoMatch

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


def test_nothing_is_looked_for_in_words_in_which_nothing_was_found_before(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked, other = UNKNOWN[0], "we need another invoice"
    kept: dict[str, Arrays] = {}
    prepare()
    prepare_for((asked, other), lambda of, find: kept.setdefault(of, find()))
    opt_out.cache_clear()
    monkeypatch.setattr(optout, "_opt_out", lambda _: Match(OptOut.NEVER_AGAIN, 1.0, "looked for"))
    assert opt_out(other) == NoMatch(optout.NOTHING)
    assert isinstance(opt_out(asked), Match)


def test_what_was_found_is_kept_for_the_same_words(monkeypatch: pytest.MonkeyPatch) -> None:
    prepare()
    prepare_for(("mhm",), lambda _, __: {"other": np.array([True])})
    monkeypatch.setattr(optout, "own_words", None)
    assert opt_out("mhm") == NoMatch(optout.NOTHING)
    prepare()
    with pytest.raises(TypeError):
        opt_out("mhm")
