"""What texts are compared by: words, pairs of words, letters, and what the words mean."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, combinations, count, pairwise
from math import exp, log, sqrt
from operator import attrgetter
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ivr.understanding.routing.language import Language

Features = Mapping[str, float]
Rows = Any  # a sparse matrix of scipy, which brings no types: one row a text
Numbers = NDArray[np.float64]
Embed = Callable[[Sequence[str]], Numbers]  # texts → a row for each: vectors of what whole sentences mean
_LETTERS = (2, 3, 4)  # how many letters in a row are compared
_SENTENCE = 0.8  # the share of sentence vectors, where there are any; the rest is that of the features
_TINY = 1e-9  # keeps a vector of noughts what it is
_WORDS_AT_MOST = 60  # of a text; nobody says what they want in more


@dataclass(frozen=True)
class Analysed:
    """A text taken apart."""

    words: Sequence[str]
    stems: Sequence[str]
    meanings: Features  # of a word with many meanings, each counts less

    @classmethod
    def of(cls, text: str, known: Language) -> Analysed:
        """``text`` in the language it is in."""
        words = known.telling(text)[:_WORDS_AT_MOST]
        stems = [known.stem(word) for word in words]
        return cls(words, stems, _meanings(stems, known))


def _meanings(stems: Sequence[str], known: Language) -> Features:
    found: dict[str, float] = {}
    for start in range(len(stems)):
        for length in range(1, known.longest + 1):
            may_be = known.meanings.get(tuple(stems[start : start + length]), ())
            for meaning in may_be:
                found[meaning] = max(found.get(meaning, 0.0), 1 / sqrt(len(may_be)))
    return found


def _words(text: Analysed) -> Features:
    return _counted(text.stems)


def _pairs(text: Analysed) -> Features:
    """Neighbouring words; the beginning and the end count as words."""
    return _counted(" ".join(pair) for pair in pairwise(["^", *text.stems, "$"]))


def _letters(text: Analysed) -> Features:
    """Letters in a row: what slips of the ear, of the keyboard and of grammar leave alike."""
    return _counted(piece for word in text.words for piece in _pieces(word))


@lru_cache(8192)  # people say the same words again and again
def _pieces(word: str) -> tuple[str, ...]:
    return tuple(f" {word} "[at : at + length] for length in _LETTERS for at in range(len(word) + 3 - length))


def _together(text: Analysed) -> Features:
    """Every two meanings that come together."""
    return dict.fromkeys(map("+".join, combinations(sorted(text.meanings), 2)), 1.0)


_BLOCKS: tuple[tuple[str, Callable[[Analysed], Features], float], ...] = (  # what is compared, its share
    ("word", _words, 0.5),
    ("pair", _pairs, 0.5),
    ("letters", _letters, 1.0),
    ("meaning", attrgetter("meanings"), 1.0),
    ("together", _together, 0.3),
)
_LENGTHS = [sqrt(share / sum(share for _, _, share in _BLOCKS)) for _, _, share in _BLOCKS]


class Vectors:
    """Texts as rows of numbers whose products are their likeness: 1 for the same, 0 for nothing in common."""

    def __init__(self, known: Language, texts: Sequence[str], kinds: Sequence[object]) -> None:
        """Learn from ``texts`` of the ``kinds`` what occurs in few kinds, which tells most."""
        self._known = known
        found = [_blocks(Analysed.of(text, known)) for text in texts]
        self._weights = [_Weights.learnt(block, kinds) for block in zip(*found, strict=True)]
        numbers = count()
        self._columns = [{feature: next(numbers) for feature in weights.of} for weights in self._weights]
        self._width = next(numbers)
        self.rows: Rows = self._rows(found)

    def of(self, text: str) -> Numbers:
        """The row of a text: all its numbers, since to make a sparse matrix of one row takes longer."""
        cells = self._cells(_blocks(Analysed.of(text, self._known)))
        row = np.zeros(self._width)
        row[list(cells)] = list(cells.values())
        return row

    def _rows(self, found: Sequence[Sequence[Features]]) -> Rows:
        # scipy takes a while to load: no command that routes nothing is to wait for it.
        from scipy.sparse import csr_array  # noqa: PLC0415

        cells = [self._cells(blocks) for blocks in found]
        starts = list(accumulate(map(len, cells), initial=0))
        columns = [column for row in cells for column in row]
        values = [value for row in cells for value in row.values()]
        return csr_array((values, columns, starts), shape=(len(found), self._width))

    def _cells(self, found: Sequence[Features]) -> Mapping[int, float]:
        """Column → value, of what was in some text that was learnt from."""
        return {
            columns[feature]: value
            for length, features, weights, columns in zip(
                _LENGTHS, found, self._weights, self._columns, strict=True
            )
            for feature, value in weights.scaled(features, length).items()
            if feature in columns
        }


class Sentences:
    """Texts as vectors of what they mean as a whole; where nobody gives such, as vectors without numbers."""

    def __init__(self, embed: Embed | None, texts: Sequence[str]) -> None:
        """Learn from ``texts`` what all of them have in common, which tells nothing."""
        self._embed = embed or _nothing
        self.share = 0.0 if embed is None else _SENTENCE  # of the likeness of two texts
        found = self._embed(texts)
        self._common = found.mean(axis=0)
        self.rows = self._row(found)

    def of(self, texts: Sequence[str]) -> Numbers:
        """The rows of texts."""
        return self._row(self._embed(texts))

    def _row(self, found: Numbers) -> Numbers:
        apart = found - self._common
        lengths = np.linalg.norm(apart, axis=1, keepdims=True)
        row: Numbers = apart / np.maximum(lengths, _TINY)
        return row


def _nothing(texts: Sequence[str]) -> Numbers:
    return np.empty((len(texts), 0))


def _blocks(text: Analysed) -> Sequence[Features]:
    return [block(text) for _, block, _ in _BLOCKS]


@dataclass(frozen=True)
class _Weights:
    """How much the features of a block tell."""

    of: Features
    unseen: float  # of those that were in no text

    @classmethod
    def learnt(cls, found: Iterable[Features], kinds: Iterable[object]) -> _Weights:
        """A feature tells less, the more evenly it is spread over the kinds."""
        spread: dict[str, Counter[object]] = defaultdict(Counter)
        for features, kind in zip(found, kinds, strict=True):
            for feature in features:
                spread[feature][kind] += 1
        number = len({kind for counts in spread.values() for kind in counts})
        weights = {feature: 1 + log((1 + number) / _as_many(counts)) for feature, counts in spread.items()}
        return cls(weights, max(weights.values(), default=1.0) / 2)

    def scaled(self, features: Features, length: float) -> Features:
        """``features`` by their weight, as a vector of that length."""
        weighed = {name: value * self.of.get(name, self.unseen) for name, value in features.items()}
        scale = length / (sqrt(sum(value * value for value in weighed.values())) or 1.0)
        return {name: value * scale for name, value in weighed.items()}


def _as_many(counts: Counter[object]) -> float:
    """Over how many kinds something is spread, as if evenly: the exponential of the entropy."""
    whole = counts.total()
    return exp(-sum(count / whole * log(count / whole) for count in counts.values()))


def _counted(found: Iterable[str]) -> Features:
    return {feature: 1 + log(times) for feature, times in Counter(found).items()}
