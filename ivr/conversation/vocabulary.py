"""What is likely to be said where the conversation stands: recognisers hear better what they know."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ivr.company.campaign import Campaign
from ivr.company.models import Company
from ivr.conversation.actions import Ask, Expects
from ivr.conversation.spoken import phrases
from ivr.conversation.state import State, Step


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What may be said. A recogniser of phrases knows nothing else; one of free speech is helped by it."""

    language: str
    phrases: tuple[str, ...]  # whole utterances, in that language: names, examples, options
    grammars: tuple[str, ...]  # beside them, of GRAMMARS


GRAMMARS: Mapping[Expects, tuple[str, ...]] = {
    Expects.WISH: ("intent", "wish"),
    Expects.YES_NO: ("yes_no", "wish"),
    Expects.CHOICE: ("ordinal", "wish"),
    Expects.TIME: ("time", "yes_no", "ordinal", "wish"),
    Expects.NUMBER: ("number", "wish"),
}
"""Sorts of utterances that a recogniser knows by itself.

``wish``: what may be said at any question (a person, again, another language, never call again, goodbye);
``intent``: one of the phrases may follow a lead-in ("I would like to talk to") and be followed by a time;
``ordinal``: "the first one", "number two", "neither".
"""


def vocabulary(
    state: State, ask: Ask, company: Company, campaign: Campaign | None = None
) -> Vocabulary | None:
    """What may be said to ``ask``; None where it expects keys alone."""
    del campaign
    if ask.expects is None:
        return None
    said = tuple(phrases(company, state.menu, state.language)) if state.step is Step.MENU else ()
    return Vocabulary(state.language, said, GRAMMARS[ask.expects])
