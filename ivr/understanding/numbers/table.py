"""What a language's table of numbers holds.

Its patterns are written over words in which every number stands in digits: ``eight`` is ``8``, four and a
half ``4_5``. ``NUM`` is a number.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ivr.understanding.patterns import Pattern, Vocabulary, compiled, vocabulary

NUMBER = r"\d+(?:_\d+)?"
NAMES: Vocabulary = vocabulary(NUM=NUMBER)


@dataclass(frozen=True, slots=True)
class Numbers:
    """How people of one language say numbers, and what they say of them."""

    same: Mapping[str, str]  # word → its number in digits, or "" for idle words
    alone: Mapping[str, str]  # words that are numbers only where nothing else is said
    halves: Pattern  # a number, and a half
    points: Pattern  # a number, a point, and what comes after it
    joints: Pattern  # "and" between the parts of a number
    scale: Pattern  # "out of ten" after a number: how long the speaker's scale is
    unsaid: Pattern  # numbers that are denied or only bounds, and words that only look like numbers
    whole_scale: Pattern  # "from one to ten": no answer where another number is said
    corrected: Pattern  # what takes back the numbers before it
    hedged: Pattern  # about, maybe
    most: Pattern  # the highest possible
    least: Pattern  # the lowest possible


def pattern(text: str) -> Pattern:
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
