"""What may be said at any question, whatever it asks."""

from __future__ import annotations

from ivr.conversation.meaning import Meaning, Spoken
from ivr.conversation.scene import Scene


def pressing(scene: Scene, spoken: Spoken) -> Meaning | None:  # noqa: ARG001
    """What goes before any answer: never to be called again, a person, another language, to hear it again."""
    return None


def parting(scene: Scene, spoken: Spoken) -> Meaning | None:  # noqa: ARG001
    """What counts only where the words are no answer: goodbye."""
    return None
