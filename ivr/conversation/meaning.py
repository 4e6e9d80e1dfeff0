"""What words mean where the conversation stands: a signal, as a key gives one, and what it is about."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from ivr.company.campaign import Campaign
from ivr.company.models import Company
from ivr.conversation.errand import WishedTime
from ivr.conversation.moves import Signal
from ivr.conversation.state import State
from ivr.values import value

Said = Callable[[State, Company, Campaign | None], tuple[str, ...]]
"""Whole utterances that are likely at a step, in the language of the conversation."""

SURE = 0.6  # from this confidence on words are acted upon; below it they are confirmed, or asked for again


@value(frozen=True, slots=True)
class Spoken:
    """One reading of what was said."""

    words: str  # never empty
    confidence: float  # of the line, 0 to 1; 1.0 where it does not say


Kind = Literal["frustrated", "abusive", "threat", "sorry"]


@value(frozen=True, slots=True)
class Manner:
    """How somebody speaks to us, where it is not as people do."""

    kind: Kind
    words: str  # as the line heard them
    span: tuple[int, int]  # what of them is so
    why: str  # the rule of understanding
    grave: bool = False  # of what is no mere annoyance: a person is needed at once


@value(frozen=True, slots=True)
class Meaning:
    """What one reading means."""

    signal: Signal
    words: str = ""  # the reading
    keys: str = ""  # the key or keys for which the words stand, where there are such
    target: str = ""  # what is wanted: "department sales", "answer hours", "group info"
    between: tuple[str, ...] = ()  # targets between which the caller is to decide
    wished: WishedTime | None = None  # the time that was said
    whose: str = ""  # the department whose hours are asked for
    language: str = ""  # that is wished for
    tells: bool = False  # the words tell the department what it is about
    why: str = ""  # the rule or the phrases that decided, for an operator
    manner: Manner | None = None  # in which it is said; None: civilly
    never: bool = False  # besides, no more calls are wanted
