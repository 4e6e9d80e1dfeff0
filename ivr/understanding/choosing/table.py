"""What a language's table of choices holds. Its patterns are written over words with numbers in digits."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Choices:
    """How people of one language choose from what was read out."""

    stem: Callable[[str], str]  # a plain word without its ending
    small: frozenset[str]  # plain words that tell no option from another
    denied: re.Pattern[str]  # what is said not to be meant
    corrected: re.Pattern[str]  # what takes back the words before it
    places: Mapping[int, re.Pattern[str]]  # place among the options (-1: the last) → how it is called
    middle: re.Pattern[str]  # the one in the middle
    refused: re.Pattern[str]  # what stands right before a place that is not meant
    other: re.Pattern[str]  # the other one, of two
    keys: re.Pattern[str]  # what may stand beside a key
    none: re.Pattern[str]  # none of them, whatever is named besides
    else_: re.Pattern[str]  # none of them, where none is named
    every: re.Pattern[str]  # any of them, or all
