"""What may be remarked by somebody who is called, and what a language's table of it holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from ivr.understanding.patterns import Row, Rule, Vocabulary, rules


class Kind(StrEnum):
    """What is remarked, beside yes and no."""

    DIED = "died"  # the person is not alive any more
    UNKNOWN = "unknown"  # nobody of that name is to be found there
    AWAY = "away"  # the person is not there now
    WAIT = "wait"  # a moment, please; the person is being fetched
    HERE = "here"  # the person is on the line
    HELLO = "hello"  # a greeting
    MESSAGE = "message"  # only a message can be left
    ABOUT = "about"  # asks what it is about
    HOW_LONG = "how_long"  # asks how long it takes
    COST = "cost"  # asks what it costs
    ASKS = "asks"  # asks anything
    MINUTES = "minutes"  # has little time, but some
    NO_TIME = "no_time"  # has none now, wants to be called another time
    NOTHING = "nothing"  # wants nothing: never mind
    DECLINES = "declines"  # has no use for it: has it, cannot pay for it, is not interested
    COMPLAINS = "complains"  # says that it was bad, of whatever is asked about
    NO_ANSWER = "no_answer"  # does not want to answer, or cannot


@dataclass(frozen=True, slots=True)
class Remarks:
    """How people of one language remark things."""

    same: Mapping[str, str]  # synonyms, and "" for idle words; the rules are written in what remains
    kinds: Mapping[Kind, tuple[Rule, ...]]


def remarks(same: Mapping[str, str], names: Vocabulary, kinds: Mapping[Kind, Iterable[Row]]) -> Remarks:
    """The table of a language."""
    return Remarks(same, {kind: rules(rows, names) for kind, rows in kinds.items()})
