"""What a language's table of numbers holds.

Its patterns are written over words in which every number stands in digits: ``eight`` is ``8``, four and a
half ``4_5``. ``NUM`` is a number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ivr.understanding.patterns import Vocabulary, compiled, vocabulary

NUMBER = r"\d+(?:_\d+)?"
NAMES: Vocabulary = vocabulary(NUM=NUMBER)


@dataclass(frozen=True, slots=True)
class Numbers:
    """How people of one language say numbers, and what they say of them."""

    same: Mapping[str, str]  # word → its number in digits, or "" for idle words
    alone: Mapping[str, str]  # words that are numbers only where nothing else is said
    halves: re.Pattern[str]  # a number, and a half
    points: re.Pattern[str]  # a number, a point, and what comes after it
    joints: re.Pattern[str]  # "and" between the parts of a number
    scale: re.Pattern[str]  # "out of ten" after a number: how long the speaker's scale is
    unsaid: re.Pattern[str]  # numbers that are denied or only bounds, and words that only look like numbers
    whole_scale: re.Pattern[str]  # "from one to ten": no answer where another number is said
    corrected: re.Pattern[str]  # what takes back the numbers before it
    hedged: re.Pattern[str]  # about, maybe
    most: re.Pattern[str]  # the highest possible
    least: re.Pattern[str]  # the lowest possible


def pattern(text: str) -> re.Pattern[str]:
    """A pattern of the notation of rules, with NUM."""
    return compiled(text, NAMES)


def forms(stems: Mapping[int, str], endings: Iterable[str]) -> dict[str, str]:
    """Word → number, of each stem with every ending; stems of one number are parted by ``|``."""
    ends = tuple(endings)
    return {
        f"{stem}{end}": str(value)
        for value, some in stems.items()
        for stem in some.split("|")
        for end in ends
    }
