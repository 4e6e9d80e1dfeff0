"""Asking back what is not clear, not without end."""

from __future__ import annotations

from ivr.conversation.asking.signals import missed
from ivr.conversation.meaning import Meaning
from ivr.conversation.moves import Signal
from ivr.conversation.scene import Scene
from ivr.conversation.state import Step

_ASKED_BACK = frozenset({Step.BETWEEN, Step.MEANT})


def asked_back(scene: Scene, meaning: Meaning) -> Meaning:
    """Who answers a question back with what would be asked back once more is better helped by a person."""
    again = scene.state.step in _ASKED_BACK and missed(scene.state) is Signal.BEYOND_AGAIN
    return Meaning(Signal.BEYOND_AGAIN, meaning.words, why=meaning.why, tells=True) if again else meaning
