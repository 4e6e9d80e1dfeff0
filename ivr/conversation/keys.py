"""What a key means at a question: what the question gives it, otherwise what it means everywhere."""

from __future__ import annotations

from collections.abc import Mapping

from ivr.company.models import LANGUAGE_KEY, PERSON_KEY, REPEAT_KEY
from ivr.conversation.events import Heard, HearingLost, HungUp, NotUnderstood, Pressed
from ivr.conversation.moves import Signal
from ivr.conversation.outreach.keys import INTERRUPTIONS
from ivr.conversation.scene import Scene

Meanings = Mapping[str, Signal]

# In calls to us, and in calls of ours.
_THEIRS: Meanings = {PERSON_KEY: Signal.PERSON}
_OURS: Meanings = INTERRUPTIONS
_OTHERWISE: Mapping[type, Signal] = {
    HungUp: Signal.HUNG_UP,
    Heard: Signal.NO_MEANING,
    NotUnderstood: Signal.NO_MEANING,
    HearingLost: Signal.HEARING_LOST,
}


def key(scene: Scene, meanings: Meanings) -> Signal:
    """The signal of what was pressed, or of what else happened; what makes no sense counts as silence."""
    if not isinstance(scene.event, Pressed):
        return _OTHERWISE.get(type(scene.event), Signal.SILENT)
    return {**everywhere(scene), **meanings}.get(scene.event.keys, Signal.WRONG_KEY)


def everywhere(scene: Scene) -> Meanings:
    """Keys that mean the same at every question of this call."""
    other = {LANGUAGE_KEY: Signal.LANGUAGE} if len(scene.company.languages) > 1 else {}
    return {**(_OURS if scene.state.errand else _THEIRS), REPEAT_KEY: Signal.REPEAT, **other}
