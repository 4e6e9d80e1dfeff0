"""What a conversation forgets when it begins anew with another matter."""

from __future__ import annotations

from ivr.conversation.scene import Scene
from ivr.conversation.state import State, replace


def fresh(scene: Scene, menu_id: str) -> State:
    """The state at that menu, as if nothing had been wanted yet; what was said stays for the briefing."""
    own = menu_id.partition(":")[2] or None
    return replace(
        scene.state,
        menu=menu_id,
        ways=(),
        answer=None,
        days=(),
        whose=None,
        department=own,
        wanted=own,
        appointment=None,
        about_promise=False,
        between=(),
        wished=None,
    )
