"""What may be wished of the conversation itself, and what a language's table of it holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from ivr.understanding.patterns import Row, Rule, Vocabulary, rules


class Kind(StrEnum):
    """What is wished. Where several are, the first of this list counts."""

    WRONG_PERSON = "wrong_person"  # the call is not meant for the one who speaks
    PERSON = "person"  # to speak with a human being
    LANGUAGE = "language"  # to speak another language
    SOURCE = "source"  # to know where we have the number from
    SLOWER = "slower"
    LOUDER = "louder"
    OPTIONS = "options"  # to know what there is to choose
    REPEAT = "repeat"  # to hear it again
    ROBOT = "robot"  # to know whether this is a machine
    WHO = "who"  # to know who calls, or who answers
    GOODBYE = "goodbye"  # to end the call
    CANCEL_CALL = "cancel_call"  # not to be called after all
    OTHER_TIME = "other_time"  # none of the times that are offered
    CALLBACK = "callback"  # to be called, or to talk at a time to come


@dataclass(frozen=True, slots=True)
class Wish:
    """A wish."""

    kind: Kind
    language: str | None = None  # of LANGUAGE: two letters (ISO 639-1); None where it is not said which


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to say a wish."""

    wish: Wish
    rule: Rule


@dataclass(frozen=True, slots=True)
class Wishes:
    """How people of one language wish things."""

    same: Mapping[str, str]  # synonyms, and "" for idle words; the wordings are written in what remains
    wordings: tuple[Wording, ...]


def wordings(kind: Kind, table: Iterable[Row], names: Vocabulary) -> tuple[Wording, ...]:
    """Wordings of one wish."""
    return tuple(Wording(Wish(kind), rule) for rule in rules(table, names))


def languages(
    named: Mapping[str, str], frames: Iterable[Row], names: Vocabulary, *, own: str, foreign: Row
) -> tuple[Wording, ...]:
    """Wordings for every language.

    Args:
        named: language → how it is called.
        frames: wordings with LANG where the language stands.
        own: the language of these wordings, wished for by those who say that they do not speak another.
        foreign: how they say that.
    """
    return (
        *(Wording(Wish(Kind.LANGUAGE, own), rule) for rule in rules((foreign,), names)),
        *(
            Wording(Wish(Kind.LANGUAGE, code), rule)
            for code, words in named.items()
            for rule in rules(frames, {**names, "LANG": f"({words})"})
        ),
    )
