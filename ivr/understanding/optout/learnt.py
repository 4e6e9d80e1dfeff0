"""What sounds like "never call me again" where no rule knows the wording: learnt from many ways to say it.

Logistic regression over words, their beginnings, neighbours, and the kinds of all these. The examples are in
``words/``; the everyday sentences of the router tell what is said in other matters.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from ivr.understanding.optout.gist import kind
from ivr.understanding.optout.table import OptOuts
from ivr.understanding.quoting import own_words
from ivr.understanding.routing.language import language
from ivr.understanding.utterance import Utterance, reduced

WORDS = Path(__file__).with_name("words")
BEGINNING = 5  # letters that the forms of a word have in common
STRENGTH = 30.0  # how closely the examples are followed (C of the regression)
MARKS = frozenset(",.?!")
TOPICS = frozenset("CckOJRDLE")  # kinds of words without one of which nothing is asked about our calls

Features = dict[str, float]


@dataclass(frozen=True, slots=True)
class Ear:
    """What was learnt of one language."""

    table: OptOuts
    weights: Mapping[str, float]  # feature → how much it speaks for the wish

    def hears(self, lean: Utterance) -> float:
        """Above 0: the wish is likelier than not, by the examples; 0 where nothing is known."""
        if not any(kind(self.table.kinds, word.plain) in TOPICS for word in lean.words):
            return 0.0
        found = _features(self.table, lean)
        return sum(self.weights.get(name, 0.0) * much for name, much in found.items())


def learn(code: str, table: OptOuts) -> Ear:
    """What the examples of a language (two letters) teach; takes about half a second."""
    from sklearn.feature_extraction import DictVectorizer  # noqa: PLC0415  heavy, and only used here
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415

    asked, other = _lines(f"asked_{code}.txt"), [*_lines(f"other_{code}.txt"), *language(code).everyday]
    rows = [_features(table, reduced(own_words(text), table.same)) for text in (*asked, *other)]
    vectors = DictVectorizer()
    known = vectors.fit_transform(rows)
    known.indices, known.indptr = (numbers.astype("int32") for numbers in (known.indices, known.indptr))
    fitted = LogisticRegression(
        C=STRENGTH, solver="liblinear", dual=True, fit_intercept=False, random_state=0
    ).fit(known, [True] * len(asked) + [False] * len(other))
    weights = zip(vectors.get_feature_names_out(), map(float, fitted.coef_[0]), strict=True)
    return Ear(table, dict(weights))


def _features(table: OptOuts, lean: Utterance) -> Features:
    """What is in the words, each as much as makes their squares one."""
    words = ["^", *(word.plain for word in lean.words if word.plain not in MARKS), "$"]
    found = set(_found(words, [kind(table.kinds, word) for word in words]))
    return dict.fromkeys(found, len(found) ** -0.5)


def _found(words: list[str], kinds: list[str]) -> Iterator[str]:
    begun = [word[:BEGINNING] for word in words]
    yield from words
    yield from (f"{word}-" for word in begun)
    yield from map(" ".join, pairwise(begun))
    yield from map("+".join, pairwise(kinds))
    yield from map("+".join, zip(kinds, begun[1:], strict=False))
    yield from map("+".join, zip(begun, kinds[1:], strict=False))
    yield from map("..".join, zip(kinds, kinds[2:], strict=False))
    yield from map("..".join, zip(kinds, kinds[3:], strict=False))
    yield from map("..".join, zip(begun, begun[2:], strict=False))
    yield from map("+".join, zip(kinds, kinds[1:], kinds[2:], strict=False))


def _lines(name: str) -> list[str]:
    """The lines of a file of examples, but for comments."""
    text = (WORDS / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
