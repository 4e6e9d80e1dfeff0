"""What a language's table of choices holds. Its patterns are written over words with numbers in digits."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ivr.understanding.patterns import Pattern


@dataclass(frozen=True, slots=True)
class Choices:
    """How people of one language choose from what was read out."""

    stem: Callable[[str], str]  # a plain word without its ending
    small: frozenset[str]  # plain words that tell no option from another
    denied: Pattern  # what is said not to be meant
    corrected: Pattern  # what takes back the words before it
    places: Mapping[int, Pattern]  # place among the options (-1: the last) → how it is called
    middle: Pattern  # the one in the middle
    refused: Pattern  # what stands right before a place that is not meant
    other: Pattern  # the other one, of two
    keys: Pattern  # what may stand beside a key
    none: Pattern  # none of them, whatever is named besides
    else_: Pattern  # none of them, where none is named
    every: Pattern  # any of them, or all
