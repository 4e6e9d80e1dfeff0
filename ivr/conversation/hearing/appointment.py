"""What words mean while a time is agreed on."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ivr.conversation.meaning import Meaning, Spoken
from ivr.conversation.scene import Scene
from ivr.conversation.state import Step

HEAR: Mapping[Step, Callable[[Scene, Spoken], Meaning | None]] = {}
