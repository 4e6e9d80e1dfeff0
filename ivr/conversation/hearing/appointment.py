"""What words mean while a time is agreed on."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ivr.conversation.appointment.wish import is_ahead, understood, wish
from ivr.conversation.errand import WishedTime
from ivr.conversation.meaning import Meaning, Said, Spoken
from ivr.conversation.scene import Scene
from ivr.conversation.state import Step

HEAR: Mapping[Step, Callable[[Scene, Spoken], Meaning | None]] = {}
SAID: Mapping[Step, Said] = {}


def wished(scene: Scene, spoken: Spoken) -> WishedTime | None:
    """The time that is said; None where none is said, or one that is past."""
    found = wish(spoken.words, understood(spoken.words, scene.state.language, scene.now, scene.zone))
    return found if found and is_ahead(found, scene.now) else None
