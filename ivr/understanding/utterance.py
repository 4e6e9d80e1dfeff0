"""What a person said, made plain for the tables of rules, and the way back to the characters that were said.

Plain is: small Latin letters without marks, words parted by one space, and of the punctuation only
``, . ? !``, each a word of its own. Cyrillic is written in Latin letters as Latvians write Russian, so one
table serves for both. ``don't`` is ``dont``.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

LONGEST = 600  # characters of one utterance that are looked at: some forty seconds of speech

_WORD = re.compile(r"[\w*@$#]+(?:['’ʼ`!][\w*@$#]+)*|[.,?!;:…]")
_CYRILLIC = str.maketrans(
    dict(zip("абвгдезийклмнопрстуфхцчшыэ", "abvgdezijklmnoprstufhccsie", strict=True))
    | {"ё": "jo", "ж": "z", "щ": "sc", "ю": "ju", "я": "ja", "ъ": "", "ь": ""}
)
_APOSTROPHES = str.maketrans(dict.fromkeys("'’ʼ`", ""))
_STOPS = {";": ",", ":": ",", "…": "."}


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a mark, with the characters it stands for."""

    plain: str
    start: int  # first character in what was said
    end: int  # one past the last


@dataclass(frozen=True, slots=True)
class Utterance:
    """What was said, in both forms."""

    said: str
    words: tuple[Word, ...]
    plain: str  # the plain words, parted by one space
    starts: tuple[int, ...]  # where each word begins in ``plain``

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The characters of ``said`` behind the characters ``start`` to ``end`` of ``plain``."""
        first, last = (self.words[self.at(place)] for place in (start, max(start, end - 1)))
        return first.start, last.end

    def at(self, place: int) -> int:
        """The index of the word at that character of ``plain``."""
        return max(0, bisect_right(self.starts, place) - 1)


@lru_cache(64)  # several things are looked for in the same words
def read(said: str) -> Utterance:
    """Make plain what was said; what is beyond ``LONGEST`` characters is left out."""
    return utterance(said, (_word(found) for found in _WORD.finditer(said[:LONGEST])))


def utterance(said: str, words: Iterable[Word]) -> Utterance:
    """An utterance of these words."""
    kept = tuple(word for word in words if word.plain)
    starts, place = [], 0
    for word in kept:
        starts.append(place)
        place += len(word.plain) + 1
    return Utterance(said, kept, " ".join(word.plain for word in kept), tuple(starts))


def synonyms(same: Mapping[str, str]) -> Mapping[str, str]:
    """Word → the word that stands for it, of a table of word → all that it stands for, parted by spaces.

    What stands under "" is idle: such words change nothing and are left out.
    """
    return {bare(word): name for name, words in same.items() for word in words.split()}


def reduced(whole: Utterance, same: Mapping[str, str]) -> Utterance:
    """The utterance with synonyms as one word, and idle words left out."""
    if not any(word.plain in same for word in whole.words):
        return whole
    return utterance(
        whole.said,
        (
            Word(same[word.plain], word.start, word.end) if word.plain in same else word
            for word in whole.words
        ),
    )


def fold(text: str) -> str:
    """Small Latin letters without marks or apostrophes."""
    small = text.lower().translate(_APOSTROPHES)
    if small.isascii():
        return small
    return bare(unicodedata.normalize("NFC", small).translate(_CYRILLIC))


def bare(text: str) -> str:
    """The text without the marks on its letters."""
    if text.isascii():
        return text
    return "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))


def _word(found: re.Match[str]) -> Word:
    text = found[0]
    return Word(_STOPS.get(text) or fold(text), found.start(), found.end())
