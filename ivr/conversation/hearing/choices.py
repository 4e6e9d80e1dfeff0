"""What is surely answered, wished or picked in calls to the company."""

from __future__ import annotations

from collections.abc import Mapping

from ivr.conversation.hearing.sure import answer, sure
from ivr.conversation.meaning import Spoken
from ivr.conversation.scene import Scene
from ivr.understanding.choosing import choose
from ivr.understanding.consent import Answer
from ivr.understanding.result import Match
from ivr.understanding.wishes import Kind, Wish, wish


def reply(scene: Scene, spoken: Spoken) -> Answer | None:
    """Yes, no or something in between; None where nothing is answered."""
    found = answer(scene, spoken)
    return found[0] if found else None


def wishes(spoken: Spoken, *among: Kind) -> Wish | None:
    """What is wished of the conversation itself; of some kinds, or of whichever."""
    found = wish(spoken.words, among or tuple(Kind))
    return found.value if isinstance(found, Match) and sure(spoken, found.confidence) else None


def picked(
    scene: Scene, spoken: Spoken, options: Mapping[str, tuple[str, ...]], keys: Mapping[str, str]
) -> Match[str | None] | None:
    """Which of what is offered is chosen, with None as its value where none of it; None where nothing is."""
    found = choose(spoken.words, scene.state.language, options, keys)
    return found if isinstance(found, Match) and sure(spoken, found.confidence) else None
