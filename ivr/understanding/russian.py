"""Russian, as Latvians mix it in: in Cyrillic or in Latin letters, which everybody spells differently."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ivr.understanding.patterns import Row, Rule, Vocabulary, compiled, vocabulary

# How a letter of our spelling (as Cyrillic is made plain) may be written: хватит is hvatit, khvatit, xvatitj.
_WRITTEN = {
    "sc": "s(h)?(ch|c|h)?",
    "s": "sh?",
    "z": "zh?",
    "c": "(ch|ts|c)",
    "h": "(kh|h|x)",
    "j": "[jyi]?",
    "y": "[jyi]",  # as j, but never left out
    "i": "[iy]",
    "t": "t[j']?",
    "n": "nj?",
    "l": "lj?",
}
_LETTERS = re.compile("|".join(_WRITTEN))


def russian_vocabulary(**names: str) -> Vocabulary:
    """As ``vocabulary``, for every way of writing the words."""
    return vocabulary(**{name: _spelled(words) for name, words in names.items()})


def russian_rules(table: Iterable[Row], names: Vocabulary) -> tuple[Rule, ...]:
    """As ``rules``, for every way of writing the words."""
    return tuple(Rule(row[0], compiled(_spelled(row[1]), names), *row[2:]) for row in table)


def _spelled(text: str) -> str:
    return _LETTERS.sub(lambda letters: _WRITTEN[letters[0]], text)
