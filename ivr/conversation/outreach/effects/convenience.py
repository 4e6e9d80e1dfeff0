"""Whether it is convenient to talk, and the promise because of which we call."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace as changed
from typing import Literal

from ivr.company.disposition import Disposition
from ivr.conversation.actions import SettlePromise
from ivr.conversation.errand import Origin, WishedTime
from ivr.conversation.moves import Done, Effect
from ivr.conversation.outreach import place
from ivr.conversation.scene import Scene
from ivr.conversation.state import State, replace


def _regret_disturbing(scene: Scene) -> Done:
    """The time that was said with it, if one was, is the first that is tried."""
    sought = place.appointment(scene, Origin.NOT_NOW, place.department(scene), _is_campaign(scene))
    state = replace(unasked(scene), appointment=sought, result=Disposition.NOT_NOW.value)
    return replace(state, wished=wished_time(scene)), (scene.say("disturbed.sorry"),)


def _let_be(scene: Scene) -> Done:
    """Not interested, whatever it is: no other time is offered."""
    state, deeds = settled(scene, replace(scene.state, result=Disposition.REFUSED.value), "cancelled")
    return state, (*deeds, scene.say("disturbed.sorry"))


def wished_time(scene: Scene) -> WishedTime | None:
    """The time that was said with it; None where none was."""
    return scene.meaning.wished if scene.meaning else None


def unasked(scene: Scene) -> State:
    """Without what was known of the answer to the question in hand."""
    return replace(scene.state, day=None, between=(), wished=None, so_far="")


def _is_campaign(scene: Scene) -> bool:
    return place.errand(scene).campaign is not None


def _go_on(scene: Scene) -> Done:
    """A campaign's promise is kept once the conversation goes on; any other, once they have talked."""
    return settled(scene, scene.state, "kept") if scene.campaign else (scene.state, ())


def settled(scene: Scene, state: State, outcome: Literal["kept", "cancelled"]) -> Done:
    """The promise because of which we call has come to its end; nothing where there is none."""
    ours = place.errand(scene)
    if ours.promise is None:
        return state, ()
    # From now on whatever is agreed is a new promise.
    return replace(state, errand=changed(ours, promise=None)), (SettlePromise(ours.promise.id, outcome),)


EFFECTS: Mapping[Effect, Callable[[Scene], Done]] = {
    Effect.REGRET_DISTURBING: _regret_disturbing,
    Effect.LET_BE: _let_be,
    Effect.GO_ON: _go_on,
}
