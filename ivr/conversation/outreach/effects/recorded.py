"""What somebody whom we call was saying for a recording, when something else came between."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.conversation.actions import Action, KeepMessage, Remember
from ivr.conversation.events import Recorded
from ivr.conversation.outreach import place
from ivr.conversation.recording import SHORTEST, scrap
from ivr.conversation.scene import Scene
from ivr.conversation.state import Step


def spoken(scene: Scene) -> tuple[Action, ...]:
    """What was being recorded until then is kept, unless it is too short to be anything."""
    if not isinstance(scene.event, Recorded):
        return ()
    if scene.event.seconds < SHORTEST:
        return scrap(scene)
    is_answer = scene.state.step is Step.QUESTION_WORDS
    return tuple(words(scene) if is_answer else kept(scene, place.wanted(scene)))


def words(scene: Scene) -> Iterator[Remember]:
    """The answer that was recorded; nothing where something else happened."""
    if isinstance(scene.event, Recorded):
        yield Remember(place.question(scene).id, scene.event.reference, None)


def kept(scene: Scene, whose: str) -> Iterator[KeepMessage]:
    """The message that was recorded, for that department; nothing where something else happened."""
    if isinstance(scene.event, Recorded):
        yield KeepMessage(whose, scene.event.reference, scene.event.seconds)
