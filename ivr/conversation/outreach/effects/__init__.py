"""What is said and remembered on the way in a call of ours: one function per Effect, one file a subject."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ivr.conversation.moves import Done, Effect
from ivr.conversation.outreach.effects import (
    agreed,
    anytime,
    calling,
    convenience,
    person,
    proposal,
    questions,
)
from ivr.conversation.outreach.effects.agreed import clear, request
from ivr.conversation.outreach.effects.convenience import settled
from ivr.conversation.scene import Scene

__all__ = ["EFFECTS", "clear", "request", "settled"]

EFFECTS: Mapping[Effect, Callable[[Scene], Done]] = {
    **calling.EFFECTS,
    **anytime.EFFECTS,
    **convenience.EFFECTS,
    **questions.EFFECTS,
    **proposal.EFFECTS,
    **agreed.EFFECTS,
    **person.EFFECTS,
}
