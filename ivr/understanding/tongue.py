"""In which language somebody speaks, told by the small words that everybody uses."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from ivr.understanding.routing.language import language


def spoken_in(words: str, languages: Iterable[str], lead: int = 1) -> str:
    """The one of ``languages`` (ISO 639-1) that ``words`` are in; empty where that does not show.

    Args:
        lead: how many more of its words must be known than of any other language.
    """
    known = sorted(((_known(words, code), code) for code in languages), reverse=True)
    best, others = known[0] if known else (0, ""), known[1:]
    return best[1] if best[0] >= lead + max((count for count, _ in others), default=0) else ""


def _known(words: str, code: str) -> int:
    everyday = _everyday(code)
    return sum(word in everyday for word in language(code).words(words))


@lru_cache
def _everyday(code: str) -> frozenset[str]:
    """The words of everyday sentences in a language; none where it is not known."""
    known = language(code)
    return frozenset(word for sentence in known.everyday for word in known.words(sentence))
