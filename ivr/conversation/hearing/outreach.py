"""What words mean in calls of ours."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ivr.conversation.meaning import Meaning, Said, Spoken
from ivr.conversation.scene import Scene
from ivr.conversation.state import Step

HEAR: Mapping[Step, Callable[[Scene, Spoken], Meaning | None]] = {}
SAID: Mapping[Step, Said] = {}
