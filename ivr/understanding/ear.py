"""What sounds like something of which there are many examples, where no rule knows the wording.

Logistic regression over words, their beginnings, neighbours, and the kinds of all these.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np

from ivr.understanding.gist import Kinds, kind
from ivr.understanding.recall import Arrays
from ivr.understanding.utterance import Utterance

BEGINNING = 5  # letters that the forms of a word have in common
MARKS = frozenset(",.?!")

Features = dict[str, float]


@dataclass(frozen=True, slots=True)
class Ear:
    """What was learnt of one language."""

    known: Kinds
    weights: Mapping[str, float]  # feature → how much it speaks for what is listened for

    def hears(self, lean: Utterance) -> float:
        """Above 0: it is likelier than not, by the examples."""
        found = _features(self.known, lean)
        return sum(self.weights.get(name, 0.0) * much for name, much in found.items())

    def arrays(self) -> Arrays:
        """What was learnt, to be kept; ``of_arrays`` reads it."""
        names = np.frombuffer("\n".join(self.weights).encode(), np.uint8)
        return {"names": names, "weights": np.array([*self.weights.values()])}

    @classmethod
    def of_arrays(cls, known: Kinds, kept: Arrays) -> Ear:
        """The ear of which these are the ``arrays``."""
        names = kept["names"].tobytes().decode().split("\n")
        return cls(known, dict(zip(names, kept["weights"].tolist(), strict=True)))


def learn(known: Kinds, examples: Iterable[Utterance], other: Iterable[Utterance], strength: float) -> Ear:
    """What examples of it, and of other things that are said, teach; takes some tenths of a second.

    The strength says how closely they are followed (C of the regression).
    """
    from sklearn.feature_extraction import DictVectorizer  # noqa: PLC0415  heavy, and only used here
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415

    meant, not_meant = ([_features(known, lean) for lean in some] for some in (examples, other))
    vectors = DictVectorizer()
    rows = vectors.fit_transform([*meant, *not_meant])
    rows.indices, rows.indptr = (numbers.astype("int32") for numbers in (rows.indices, rows.indptr))
    fitted = LogisticRegression(
        C=strength, solver="liblinear", dual=True, fit_intercept=False, random_state=0
    ).fit(rows, [True] * len(meant) + [False] * len(not_meant))
    weights = zip(vectors.get_feature_names_out(), map(float, fitted.coef_[0]), strict=True)
    return Ear(known, dict(weights))


def lines(path: Path) -> list[str]:
    """The lines of a file of examples, but for comments."""
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]


def _features(known: Kinds, lean: Utterance) -> Features:
    """What is in the words, each as much as makes their squares one."""
    words = ["^", *(word.plain for word in lean.words if word.plain not in MARKS), "$"]
    found = set(_found(words, [kind(known, word) for word in words]))
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
