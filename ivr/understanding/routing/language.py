"""What the router knows of a language; of a language it does not know, it compares the bare words."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

from ivr.understanding.routing import english, latvian
from ivr.understanding.routing.folding import folded

_WORDS = Path(__file__).with_name("words")
_WORD = re.compile(r"\w+")
_ENOUGH = 3  # words that say something without those that tell nothing

Meanings = dict[tuple[str, ...], tuple[str, ...]]  # stems of a word or phrase → what it may stand for


@dataclass(frozen=True)
class Language:
    """How words are compared in one language."""

    plain: Callable[[str], str]
    stem: Callable[[str], str]
    joints: frozenset[str] = frozenset()  # plain words that join two wishes
    letters: frozenset[str] = frozenset()  # small ones that tell it from other languages
    meanings: Meanings = field(default_factory=dict)
    longest: int = 0  # words of the longest phrase with a meaning
    idle: re.Pattern[str] | None = None  # plain words and phrases that tell nothing
    everyday: tuple[str, ...] = ()  # sentences of everyday life that no company is asked

    def words(self, text: str) -> list[str]:
        """The words of ``text``, plain."""
        return list(_words(self.plain, text))

    def telling(self, text: str) -> list[str]:
        """The words of ``text`` but for the idle ones: fillers, greetings, polite beginnings.

        A text that is hardly more than these is taken as it is.
        """
        words = self.words(text)
        telling = words if self.idle is None else self.idle.sub(" ", " ".join(words)).split()
        return telling if len(telling) >= _ENOUGH else words

    def stems(self, text: str) -> list[str]:
        """The words of ``text`` without their endings."""
        return [self.stem(word) for word in self.words(text)]


@lru_cache(64)  # several things are looked for in the same words
def _words(plain: Callable[[str], str], text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(plain(text)))


@lru_cache
def language(code: str) -> Language:
    """The language of that ISO 639-1 ``code``."""
    if code not in _KNOWN:
        return Language(folded, str)
    bare = _KNOWN[code]
    meanings = _meanings(bare, code)
    return replace(
        bare,
        meanings=meanings,
        longest=max(map(len, meanings)),
        idle=_idle(bare, code),
        everyday=tuple(_lines(f"everyday_{code}.txt")),
    )


_KNOWN = {
    "en": Language(english.plain, english.stem, english.JOINTS),
    "lv": Language(latvian.plain, latvian.stem, latvian.JOINTS, latvian.LETTERS),
}


def _meanings(words: Language, code: str) -> Meanings:
    found: dict[tuple[str, ...], set[str]] = {}
    for line in _lines(f"meanings_{code}.txt"):
        meaning, _, phrases = line.partition(":")
        for phrase in phrases.split(","):
            found.setdefault(tuple(words.stems(phrase)), set()).add(meaning)
    return {stems: tuple(sorted(meanings)) for stems, meanings in found.items()}


def _idle(words: Language, code: str) -> re.Pattern[str]:
    phrases = {
        " ".join(words.words(phrase)) for line in _lines(f"idle_{code}.txt") for phrase in line.split(",")
    }
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")


def _lines(name: str) -> list[str]:
    """The lines of a file of words, but for comments; one that begins with blanks continues another."""
    text = (_WORDS / name).read_text(encoding="utf-8").replace("\n    ", " ")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
