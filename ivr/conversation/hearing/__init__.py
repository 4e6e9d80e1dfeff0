"""What somebody's words mean where the conversation stands. Each part hears for itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from ivr.conversation.events import Heard
from ivr.conversation.hearing import anywhere, appointment, outreach, reception
from ivr.conversation.meaning import Meaning, Spoken
from ivr.conversation.moves import Signal
from ivr.conversation.scene import Scene
from ivr.conversation.state import Step

Hear = Callable[[Scene, Spoken], Meaning | None]

_HEAR: Mapping[Step, Hear] = {**reception.HEAR, **appointment.HEAR, **outreach.HEAR}


def hear(scene: Scene) -> Meaning | None:
    """What the words of the scene's event mean; None where nothing was said, or no words are awaited."""
    part = _HEAR.get(scene.state.step)
    if part is None or not isinstance(scene.event, Heard):
        return None
    for spoken in _readings(scene.event):
        found = anywhere.pressing(scene, spoken) or part(scene, spoken) or anywhere.parting(scene, spoken)
        if found:
            return found
    return Meaning(Signal.NO_MEANING, scene.event.words)


def _readings(event: Heard) -> Iterator[Spoken]:
    yield Spoken(event.words, 1.0 if event.confidence is None else event.confidence)
    yield from (Spoken(words, confidence) for words, confidence in event.others)
