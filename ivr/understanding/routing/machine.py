"""The model: ridge regression of what a text is wanted for on how like it is to every known phrase.

A phrase of a kind pulls what is like it towards 1 for that kind, and towards 0 for all others. Ridge
regression is linear, so it can be told what each phrase contributes to a decision; and what would be
said of a phrase had it not been known, or its whole kind not, follows without learning anew. All of it
is one matrix of likenesses. Of more than ``_LANDMARKS`` phrases, likeness is taken to a part only.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Generic, TypeVar

import numpy as np

from ivr.understanding.routing.features import Embed, Numbers, Sentences, Vectors
from ivr.understanding.routing.language import Language

K = TypeVar("K", bound=Hashable)

_SHARPNESS = 2.5  # how much more one close likeness counts than several distant ones
_LANDMARKS = 3000  # phrases to which likeness is taken
_TINY = 1e-6  # keeps the equations solvable where phrases are the same


@dataclass(frozen=True, slots=True)
class Phrase(Generic[K]):
    """What somebody may say, and what for."""

    text: str
    kind: K | None  # None: nothing is to be made of it
    doubt: float  # how little it is to be trusted: the variance of what it is wanted for


class Machine(Generic[K]):
    """Learns from phrases, then scores texts."""

    def __init__(self, known: Language, phrases: Sequence[Phrase[K]], embed: Embed | None = None) -> None:
        self.phrases = tuple(phrases)
        self.kinds: tuple[K, ...] = tuple(dict.fromkeys(p.kind for p in phrases if p.kind is not None))
        self.groups = {kind: [n for n, p in enumerate(phrases) if p.kind == kind] for kind in self.kinds}
        apart = [number if p.kind is None else p.kind for number, p in enumerate(phrases)]
        texts = [p.text for p in phrases]
        self._vectors, self._sentences = Vectors(known, texts, apart), Sentences(embed, texts)
        spread = np.linspace(0, len(phrases), min(len(phrases), _LANDMARKS), endpoint=False, dtype=int)
        features, sentences = self._vectors.rows, self._sentences.rows
        self._landmarks = features[spread], sentences[spread]
        by_features = (features @ features[spread].T).toarray()
        self._likeness = self._like(by_features, sentences @ sentences[spread].T)
        self._among = self._likeness[spread] + _TINY * np.eye(self._likeness.shape[1])
        self._wanted = np.array([[float(p.kind == kind) for kind in self.kinds] for p in phrases])
        self._trust = 1 / np.array([p.doubt for p in phrases])
        self._solve()

    @property
    def by_sentence(self) -> bool:
        """Whether sentence vectors count."""
        return self._sentences.share > 0

    @property
    def digest(self) -> str:
        """Of all that decides what it has learnt, beside the product: SHA-256, hex."""
        found = sha256(repr([(p.text, p.kind, p.doubt) for p in self.phrases]).encode())
        found.update(self._sentences.rows.tobytes())
        found.update(self._trust.tobytes())
        return found.hexdigest()

    def forget(self, numbers: Sequence[int]) -> None:
        """Learn nothing from the phrases with these numbers."""
        self._trust[numbers] = 0
        self._solve()

    def knows(self, number: int) -> bool:
        """Whether something was learnt from the phrase with this number."""
        return bool(self._trust[number])

    def _solve(self) -> None:
        weighed = self._likeness.T * self._trust
        self._pull = np.linalg.solve(weighed @ self._likeness + self._among, self._likeness.T).T
        self._weights = self._pull.T @ (self._trust[:, None] * self._wanted)
        self._fitted = self._likeness @ self._weights

    def likeness(self, text: str) -> Numbers:
        """How like ``text`` is to the landmarks: what the other methods take."""
        return self.likenesses((text,))[0]

    def likenesses(self, texts: Sequence[str]) -> Sequence[Numbers]:
        """The same of several texts, whose sentence vectors cost little more than that of one."""
        features, sentences = self._landmarks
        rows = zip(texts, self._sentences.of(texts), strict=True)
        return [self._like(features @ self._vectors.of(text), sentences @ row) for text, row in rows]

    def _like(self, by_features: Numbers, by_sentence: Numbers) -> Numbers:
        share = self._sentences.share
        likeness: Numbers = np.exp(_SHARPNESS * ((1 - share) * by_features + share * by_sentence - 1))
        return likeness

    def scores(self, likeness: Numbers) -> Numbers:
        """How much a text is what each of ``kinds`` is wanted for: about 0 to 1 each."""
        scores: Numbers = likeness @ self._weights
        return scores

    def shares(self, likeness: Numbers, kind: K) -> dict[str, float]:
        """What the phrases of a kind contribute to its score, which is the sum."""
        group = self.groups[kind]
        shares = (self._pull[group] @ likeness) * self._trust[group]
        return {self.phrases[number].text: float(share) for number, share in zip(group, shares, strict=True)}

    def without(self, group: Sequence[int]) -> Numbers:
        """The scores of the phrases with the numbers in ``group``, had none of them been known."""
        own = (self._pull[group] @ self._likeness[group].T) * self._trust[group]
        rest = self._fitted[group] - own @ self._wanted[group]
        scores: Numbers = np.linalg.solve(np.eye(len(group)) - own, rest)
        return scores
