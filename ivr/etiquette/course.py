"""A conversation as courtesy sees it: what happened, and what was said and done in answer, turn by turn."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field
from datetime import datetime
from functools import cached_property

from ivr.company.campaign import Campaign
from ivr.company.models import Company
from ivr.conversation.actions import Action, Say
from ivr.conversation.events import Event
from ivr.conversation.performed import Performed
from ivr.conversation.state import State, Turn
from ivr.phrases.sentence import Sentence, SpeechAct
from ivr.values import value


@value(frozen=True, slots=True)
class Standard:
    """By what a conversation is to be judged."""

    company: Company
    campaign: Campaign | None = None  # that calls


@value(frozen=True)
class Beat:
    """One turn of a conversation: what happened, and the machine's answer to it.

    Twenty norms ask it the same, millions of times in a proof: so the answers are worked out beforehand.
    """

    before: State | None  # where the event came; None at the beginning of a call
    event: Event | None  # None where somebody's call to us is answered
    turn: Turn
    at: datetime | None = None  # aware, when the event came; None in a proof, which lives on no clock
    performed: Performed | None = None  # as its line measured it; None where that told nothing
    # What follows from the turn:
    state: State = field(init=False, repr=False, compare=False)  # where the conversation stands after it
    outbound: bool = field(init=False, repr=False, compare=False)  # whether the company calls
    sentences: tuple[Sentence, ...] = field(init=False, repr=False, compare=False)  # said to the other side
    # Kinds of all that is done, the wait or the hang-up included, and what is done by saying it.
    done: frozenset[type | SpeechAct] = field(init=False, repr=False, compare=False)
    end: Action = field(init=False, repr=False, compare=False)  # the wait or the hang-up that ends it

    def __post_init__(self) -> None:
        """Work out what follows."""
        state, actions = self.turn.state, self.turn.actions
        sentences = tuple([action.sentence for action in actions if isinstance(action, Say)])
        done = frozenset([*map(type, actions), *[sentence.act for sentence in sentences]])
        outbound = state.errand is not None
        vars(self).update(state=state, outbound=outbound, sentences=sentences, done=done, end=actions[-1])

    @cached_property
    def text(self) -> int:
        """What is said, hashed: to see whether two turns say the same, word for word."""
        return hash(tuple([sentence.text for sentence in self.sentences]))


Course = tuple[Beat, ...]


def course_of(turns: Iterable[tuple[datetime, Event | None, Turn, Performed | None]]) -> Course:
    """The course of a call on record, each turn with when its event came, and how it was performed."""
    beats: list[Beat] = []
    for at, event, turn, performed in turns:
        beats.append(Beat(beats[-1].state if beats else None, event, turn, at, performed))
    return tuple(beats)
