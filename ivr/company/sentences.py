"""How many sentences a text has, and how long it takes to say it. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

# After these a sentence goes on, even before a capital letter or a number. Whatever is followed by a small
# letter goes on anyway ("3. decembrī", "u.c. iekārtas", "5 p.m. on Monday").
ABBREVIATIONS = frozenset(
    {
        *("dr.", "prof.", "mr.", "mrs.", "ms.", "st.", "no.", "vs.", "approx.", "e.g.", "i.e.", "tel."),
        *("plkst.", "nr.", "piem.", "sk.", "t.i.", "t.s.", "ap.", "apm.", "kab.", "akad.", "red.", "sv."),
    }
)
_END = re.compile(r"[.!?…]+[\"'»”’)\]]*(?=\s|$)")
_INITIAL = re.compile(r"(?:[A-ZĀČĒĢĪĶĻŅŠŪŽ]\.-?)+")  # J. Kalniņš, J.-P. Bērziņš
_OPENING = "\"'«„“‘(["

# Characters of a word, with the blank behind it: espeak-ng's pace is set in words of English. Measured over
# the example campaigns at 100, 140 and 200 words per minute; a number counts for what its digits would.
LETTERS: Mapping[str, float] = {"en": 6.0}
_LETTERS = 5.2  # Latvian; words of other languages are not shorter
_DIGIT = re.compile(r"\d")


def sentences(text: str) -> int:
    """The number of sentences in ``text``; words without a full stop at the end are one, too."""
    ends = [found for found in _END.finditer(text) if _ends(text, found)]
    rest = text[ends[-1].end() :] if ends else text
    return len(ends) + any(map(str.isalnum, rest))


@lru_cache(maxsize=2_048)  # calls say the same again and again
def seconds(text: str, language: str, words_per_minute: int) -> float:
    """About how long it takes to say ``text``; right within a sixth for the voices of espeak-ng."""
    characters = len(_DIGIT.sub("-" * 6, text))
    return characters / LETTERS.get(language, _LETTERS) * 60 / words_per_minute


def _ends(text: str, found: re.Match[str]) -> bool:
    following = text[found.end() :].lstrip().lstrip(_OPENING)
    if not following:
        return True
    if found.group()[0] in "!?":
        return True
    word = text[: found.end()].rsplit(maxsplit=1)[-1].lstrip(_OPENING).rstrip("\"'»”’)]")
    goes_on = word.lower() in ABBREVIATIONS or _INITIAL.fullmatch(word)
    return not goes_on and not following[0].islower()
