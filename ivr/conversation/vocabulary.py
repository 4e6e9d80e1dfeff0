"""What is likely to be said where the conversation stands: recognisers hear better what they know."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ivr.company.campaign import Campaign
from ivr.company.models import Company
from ivr.conversation.actions import Ask, Expects
from ivr.conversation.hearing import appointment, outreach, reception
from ivr.conversation.meaning import Said
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


# Where more is understood than the question asks for.
BESIDE: Mapping[Step, tuple[str, ...]] = {
    Step.ANYTHING_ELSE: ("yes_no",),
    Step.MEANT: ("intent",),
    Step.BETWEEN: ("intent", "yes_no"),
    Step.CHOICE: ("intent", "yes_no", "time"),
    Step.EXPECTED: ("intent", "yes_no"),
    Step.SCREENED: ("yes_no",),
    Step.THEIR_NUMBER: ("time",),
    Step.CONVENIENT: ("time",),
    Step.QUESTION: ("yes_no",),
    Step.PROPOSAL: ("time",),
    Step.INSTEAD: ("yes_no", "time"),
    Step.READ_BACK: ("time",),
}

_SAID: Mapping[Step, Said] = {**reception.SAID, **appointment.SAID, **outreach.SAID}


def vocabulary(
    state: State, ask: Ask, company: Company, campaign: Campaign | None = None
) -> Vocabulary | None:
    """What may be said to ``ask``; None where it expects keys alone."""
    if ask.expects is None:
        return None
    likely = _SAID.get(state.step)
    said = likely(state, company, campaign) if likely else ()
    grammars = dict.fromkeys((*GRAMMARS[ask.expects], *BESIDE.get(state.step, ())))
    return Vocabulary(state.language, said, tuple(grammars))
