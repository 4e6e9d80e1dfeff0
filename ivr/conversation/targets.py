"""What a caller may want: the choices of a menu, and the targets of words."""

from __future__ import annotations

from collections.abc import Mapping

from ivr.company.menu import menu
from ivr.conversation.moves import Signal
from ivr.conversation.scene import Scene

CALL = "call"  # kind of a target: to be called by that department
OF_KIND: Mapping[str, Signal] = {
    "department": Signal.CHOSE_DEPARTMENT,
    "group": Signal.CHOSE_GROUP,
    "answer": Signal.CHOSE_ANSWER,
    "back": Signal.BACK,
    CALL: Signal.CALL_BACK,
}


def chosen(scene: Scene) -> Mapping[str, Signal]:
    """What the keys of the menu mean."""
    return {choice.key: OF_KIND[choice.kind] for choice in menu(scene.company, scene.state.menu).choices}


def signal_of(target: str) -> Signal:
    """The signal of "department sales", "answer hours", "group info" or "call sales"."""
    return OF_KIND[target.partition(" ")[0]]


def id_of(target: str) -> str:
    """What it is about: "sales"."""
    return target.partition(" ")[2]
