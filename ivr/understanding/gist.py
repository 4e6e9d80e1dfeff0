"""Every word as the letter of what it is about, so that rules may say what wordings have in common.

A table says which words a letter stands for; a word may be several letters, or none (a comma). Rules are
regular expressions over the letters of an utterance, where every word that no table knows is ``o``, and the
end of a sentence ``.``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from ivr.understanding.patterns import Pattern, Rule, compiled
from ivr.understanding.utterance import Utterance


@dataclass(frozen=True, eq=False)
class Kinds:
    """What words of a language are about."""

    table: tuple[tuple[str, Pattern], ...] = ()  # letters, and the words of them; the first counts


NO_KINDS = Kinds()


def kinds(table: Mapping[str, str]) -> Kinds:
    """The kinds of words, of a table of letters → words in the notation of rules."""
    return Kinds(tuple((letters, compiled(words, {})) for letters, words in table.items()))


@lru_cache(8192)
def kind(known: Kinds, word: str) -> str:
    """The letters of a plain word."""
    if word in ".?!":
        return "."
    return next((letters for letters, words in known.table if words.fullmatch(word)), "o")


def found(some: Iterable[Rule], known: Kinds, lean: Utterance) -> Iterator[tuple[Rule, tuple[int, int]]]:
    """Every rule that holds, and at which characters of the plain words."""
    spelled = [kind(known, word.plain) for word in lean.words]
    letters, owner = "".join(spelled), [at for at, some in enumerate(spelled) for _ in some]
    for rule in some:
        for place in rule.pattern.finditer(letters):
            if place.end() > place.start():
                yield rule, _characters(lean, owner[place.start()], owner[place.end() - 1])


def _characters(lean: Utterance, first: int, last: int) -> tuple[int, int]:
    return lean.starts[first], lean.starts[last] + len(lean.words[last].plain)
