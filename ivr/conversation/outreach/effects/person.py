"""A person of ours, or what there is instead; and the farewell."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ivr.company.disposition import Disposition
from ivr.conversation.errand import Origin
from ivr.conversation.events import HungUp, Recorded, TransferEnded, TransferOutcome
from ivr.conversation.moves import Done, Effect
from ivr.conversation.outreach import place
from ivr.conversation.outreach.effects.agreed import clear
from ivr.conversation.outreach.effects.convenience import settled, wished_time
from ivr.conversation.outreach.effects.recorded import kept, spoken
from ivr.conversation.scene import Scene
from ivr.conversation.state import replace
from ivr.conversation.ways import CLOSED, opens, origin, unreached


def _call_department(scene: Scene) -> Done:
    whose = place.followed_up_by(scene)
    return replace(scene.state, department=whose, wanted=whose), ()


def _call_our_person(scene: Scene) -> Done:
    wanted = place.wanted(scene)
    person = wanted if wanted not in scene.state.tried else scene.company.operator
    return replace(scene.state, department=person, appointment=None), spoken(scene)


def _regret_closed(scene: Scene) -> Done:
    whose = scene.state.department or place.department(scene)
    return unreached(scene.state, whose, CLOSED), (scene.say("sorry.closed", whose), *opens(scene, whose))


def _regret_not_reached(scene: Scene) -> Done:
    ended = scene.event.outcome if isinstance(scene.event, TransferEnded) else TransferOutcome.UNAVAILABLE
    whose = scene.state.department or place.department(scene)
    return unreached(scene.state, whose, ended.value), (scene.say(f"sorry.{ended.value}"),)


def _seek_time(scene: Scene) -> Done:
    """Nobody could talk: the department calls at another time."""
    left = isinstance(scene.event, TransferEnded)
    because = Origin.QUEUE if left else origin(scene.state, Origin.UNANSWERED)
    sought = place.appointment(scene, because, place.wanted(scene), False)
    return replace(scene.state, appointment=sought, wished=wished_time(scene)), ()


def _leave_it(scene: Scene) -> Done:
    """Neither another call nor a message is wanted: the one that was promised is not needed any more."""
    state = replace(scene.state, result=clear(scene, Disposition.UNDECIDED))
    return settled(scene, state, "cancelled")


def _keep_talk(scene: Scene) -> Done:
    state = replace(scene.state, result=clear(scene, Disposition.TRANSFERRED))
    return settled(scene, state, "kept")


def _be_left_talking(scene: Scene) -> Done:
    talked = isinstance(scene.event, HungUp) and scene.event.talked
    return _keep_talk(scene) if talked else (scene.state, ())


def _keep_note(scene: Scene) -> Done:
    """A message in place of the talk: the call that was promised is not needed any more."""
    whose = place.wanted(scene)
    ended = replace(scene.state, result=clear(scene, Disposition.UNDECIDED))
    state, deeds = settled(scene, ended, "cancelled")
    gone = isinstance(scene.event, Recorded) and scene.event.hung_up
    said = () if gone else (scene.say("message.kept", whose),)
    return state, (*kept(scene, whose), *deeds, *said)


def _take_leave(scene: Scene) -> Done:
    """The apology where the proposal did not suit (O6); thanks and a goodbye whatever happened (O8, B1)."""
    refused = scene.state.result == Disposition.REFUSED and scene.state.answered
    sorry = (scene.say("proposal.sorry"),) if refused else ()
    return scene.state, (*sorry, scene.say("farewell.thanks"), scene.say("closing.goodbye"))


EFFECTS: Mapping[Effect, Callable[[Scene], Done]] = {
    Effect.CALL_DEPARTMENT: _call_department,
    Effect.CALL_OUR_PERSON: _call_our_person,
    Effect.REGRET_CLOSED: _regret_closed,
    Effect.REGRET_NOT_REACHED: _regret_not_reached,
    Effect.SEEK_TIME: _seek_time,
    Effect.LEAVE_IT: _leave_it,
    Effect.KEEP_TALK: _keep_talk,
    Effect.KEEP_NOTE: _keep_note,
    Effect.BE_LEFT_TALKING: _be_left_talking,
    Effect.TAKE_LEAVE: _take_leave,
}
