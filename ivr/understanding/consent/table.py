"""What a language's table of yes and no holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from ivr.understanding.patterns import Pattern, Row, Rule, Vocabulary, rules


class Answer(StrEnum):
    """What somebody answers to a question that asks for yes or no."""

    YES = "yes"
    NO = "no"
    LATER = "later"  # another time, or wants to think about it
    UNCLEAR = "unclear"  # an answer, but neither: maybe, I don't know


class Place(StrEnum):
    """Where in an answer a wording has to stand to count."""

    ANYWHERE = "anywhere"
    EDGE = "edge"  # at the beginning or at the end: "yes, I would", "I have to say no"
    START = "start"  # at the beginning, with little after it: "sure", but not "sure, what does it cost"
    WHOLE = "whole"  # nothing else is said: "that is right", but not "that is right behind the station"


@dataclass(frozen=True, slots=True)
class Cue:
    """A wording and what it answers."""

    answer: Answer
    place: Place
    rule: Rule
    flips: bool = False  # a bare yes or no, which means its opposite where it is asked what speaks against it


@dataclass(frozen=True, slots=True)
class Answers:
    """How people of one language answer."""

    hidden: Pattern  # what only looks like an answer; blanked in what was said
    same: Mapping[str, str]  # synonyms, and "" for idle words; the cues are written in what remains
    cues: tuple[Cue, ...]  # of two that overlap the longer one counts
    nothing: tuple[Rule, ...]  # what may stand beside an answer and says nothing: "I think", "thank you"
    contrasts: Pattern  # words after which the answer proper comes: "but"


def cues(
    answer: Answer, place: Place, table: Iterable[Row], names: Vocabulary, *, flips: bool = False
) -> tuple[Cue, ...]:
    """Cues of one answer, of a table of rules."""
    return tuple(Cue(answer, place, rule, flips) for rule in rules(table, names))
