"""What a recording of the other side's words comes to."""

from __future__ import annotations

from ivr.conversation.actions import DropMessage
from ivr.conversation.events import HungUp, Recorded
from ivr.conversation.moves import Signal
from ivr.conversation.scene import Scene

SHORTEST = 1.0  # seconds; less is a click or a breath


def recorded(scene: Scene, said: Signal, nothing: Signal, left: Signal) -> Signal:
    """``said`` something, ``nothing``, or ``left`` after saying it; whoever left before that hung up."""
    if isinstance(scene.event, HungUp):
        return Signal.HUNG_UP
    if not isinstance(scene.event, Recorded):
        return nothing
    if scene.event.seconds < SHORTEST:
        return Signal.HUNG_UP if scene.event.hung_up else nothing
    return left if scene.event.hung_up else said


def scrap(scene: Scene) -> tuple[DropMessage, ...]:
    """What was recorded is too short to be kept. Nobody will want the file."""
    if isinstance(scene.event, Recorded) and scene.event.seconds > 0:
        return (DropMessage(scene.event.reference),)
    return ()
