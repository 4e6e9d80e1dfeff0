"""Forms of Latvian words: stems with the endings that are heard in times."""

from __future__ import annotations

# Definite endings of adjectives and ordinals: "piektais, piektā, piektajā, piekto, …".
DEFINITE = [
    "ais",
    "ā",
    "o",
    "ajā",
    "ajam",
    "ajai",
    "ās",
    "ie",
    "os",
    "iem",
    "ām",
    "ajiem",
    "ajām",
    "ajos",
    "ajās",
    "am",
]
# Nouns by declension: "gads", "mēnesis", "nedēļa", "svētki".
FIRST = ["s", "a", "u", "am", "ā", "i", "us", "iem", "os"]
FOURTH = ["a", "as", "u", "ai", "ā", "ām", "ās"]


def forms(stem: str, endings: list[str]) -> str:
    """The stem with each ending, parted by ``|``."""
    return "|".join(f"{stem}{ending}" for ending in endings)


def first(word: str) -> str:
    """The forms of a noun like "gads"."""
    return forms(word.removesuffix("s"), FIRST)


def fourth(word: str) -> str:
    """The forms of a noun like "nedēļa"."""
    return forms(word.removesuffix("a"), FOURTH)


def definite(word: str) -> str:
    """The definite forms of an adjective or ordinal like "nākamais"."""
    return forms(word.removesuffix("ais"), DEFINITE)
