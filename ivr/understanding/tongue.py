"""In which language somebody speaks, told by the small words that everybody uses, and by its letters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType

from ivr.understanding.routing.folding import folded
from ivr.understanding.routing.language import language

Some = frozenset[str]  # words, or stems of words
Terms = Mapping[str, Some]  # language → stems of what else is said in it, such as names of departments
_NOTHING: Some = frozenset()
_NONE: Terms = MappingProxyType({})
_WORD = re.compile(r"\w+")


def spoken_in(words: str, languages: Iterable[str], lead: int = 1) -> str:
    """The one of ``languages`` (ISO 639-1) that ``words`` are in; empty where that does not show.

    Args:
        lead: how many more of its words must be known than of any other language.
    """
    known = sorted(((_known(words, code), code) for code in languages), reverse=True)
    best, others = known[0] if known else (0, ""), known[1:]
    return best[1] if best[0] >= lead + max((count for count, _ in others), default=0) else ""


def surely_in(words: str, code: str, others: Iterable[str], terms: Terms = _NONE) -> bool:
    """Whether ``words`` are in the language ``code``, so that none of the ``others`` need be tried.

    At least half of them are known of it, and more than of any other.

    Args:
        terms: what is said in each language beside everyday words.
    """
    own = _known(words, code, terms.get(code, _NOTHING), _lettered(words, code))
    half = len(language(code).words(words)) / 2
    rest = (_known(words, other, terms.get(other, _NOTHING)) for other in others)
    return own >= max(half, 1) and all(own > known for known in rest)


def _known(words: str, code: str, stems: Some = _NOTHING, lettered: Some = _NOTHING) -> int:
    """How many of the words are known of a language: everyday ones, and those given."""
    of, everyday = language(code), _everyday(code)
    return sum(word in everyday or word in lettered or of.stem(word) in stems for word in of.words(words))


def _lettered(words: str, code: str) -> Some:
    """The plain words that are written with letters of that language; names are, in any language."""
    letters, small = language(code).letters, words.lower()
    if letters.isdisjoint(small):
        return _NOTHING
    return frozenset(folded(word) for word in _WORD.findall(small) if not letters.isdisjoint(word))


@lru_cache
def _everyday(code: str) -> frozenset[str]:
    """The words of everyday sentences in a language; none where it is not known."""
    known = language(code)
    return frozenset(word for sentence in known.everyday for word in known.words(sentence))
