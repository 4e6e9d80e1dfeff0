"""Threats in wordings that no rule foresees: by what they have in common, and by many examples."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ivr.understanding.civility.table import Civility, Family
from ivr.understanding.ear import Ear, learn, lines
from ivr.understanding.gist import Kinds, found, kind
from ivr.understanding.patterns import Rule
from ivr.understanding.quoting import own_words
from ivr.understanding.recall import Recall, anew
from ivr.understanding.result import Match
from ivr.understanding.routing.language import language
from ivr.understanding.utterance import Utterance

WORDS = Path(__file__).with_name("words")
LOUD = 0.1  # how much has to speak for a threat
SOUNDS = 0.55  # confidence of what only resembles examples
STRENGTH = 3.0  # how closely the examples are followed: loosely, since no two threats are alike
TOPICS = frozenset("HXPhGQDRFABTL")  # kinds of words without one of which nobody is threatened


@dataclass(frozen=True, eq=False)
class Menaces:
    """What threats of a language have in common."""

    code: str  # two letters
    known: Kinds
    gists: tuple[Rule, ...]  # over the letters of the kinds, each named by its family


_EARS: dict[Menaces, Ear] = {}  # once they are learnt


def menace(some: Menaces, meant: Utterance) -> Match[Civility] | None:
    """The threat that the words are by one of the gists."""
    for rule, place in found(some.gists, some.known, meant):
        return Match(Civility.THREAT, rule.confidence, rule.name, meant.span(*place))
    return None


def sounds_like_one(some: Menaces, meant: Utterance) -> Match[Civility] | None:
    """The threat that the words are by the examples of a language."""
    told = any(TOPICS & set(kind(some.known, word.plain)) for word in meant.words)
    if not told or _ear(some).hears(meant) <= LOUD:
        return None
    return Match(Civility.THREAT, SOUNDS, Family.VEILED, meant.span(0, len(meant.plain)))


def learn_examples(some: Menaces, recall: Recall = anew) -> None:
    """Learn now what the first caller would have to wait for: half a second where it was not kept."""
    if some not in _EARS:
        kept = recall(f"threats {some.code}", lambda: _learnt(some).arrays())
        _EARS[some] = Ear.of_arrays(some.known, kept)


def _ear(some: Menaces) -> Ear:
    learn_examples(some)
    return _EARS[some]


def _learnt(some: Menaces) -> Ear:
    threats, calm = (lines(WORDS / f"{name}_{some.code}.txt") for name in ("threat", "calm"))
    return learn(
        some.known,
        [own_words(text) for text in threats],
        [own_words(text) for text in (*calm, *language(some.code).everyday)],
        STRENGTH,
    )
