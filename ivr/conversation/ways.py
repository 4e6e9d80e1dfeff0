"""What is offered to a caller instead of a department that cannot be reached (I5)."""

from __future__ import annotations

from collections.abc import Iterator

from ivr.company.base import is_e164
from ivr.conversation.actions import Say
from ivr.conversation.errand import Appointment, Origin
from ivr.conversation.events import TransferOutcome
from ivr.conversation.scene import CALLBACK, MESSAGE, PERSON, Scene
from ivr.conversation.state import State, replace
from ivr.phrases import formats

CLOSED = "closed"  # the one reason beside the outcomes of a transfer
MESSAGE_ONLY = (MESSAGE,)
MOST_WAYS = 4  # that are announced (B4)
_ORIGINS = {
    CLOSED: Origin.CLOSED,
    TransferOutcome.BUSY.value: Origin.BUSY,
    TransferOutcome.NO_ANSWER.value: Origin.UNANSWERED,
    TransferOutcome.DECLINED.value: Origin.UNANSWERED,
    TransferOutcome.UNAVAILABLE.value: Origin.UNANSWERED,
    TransferOutcome.LEFT.value: Origin.QUEUE,
}


def origin(state: State, otherwise: Origin) -> Origin:
    """Where a promise comes from that is made because nobody could be reached."""
    return _ORIGINS.get(state.reason or "", otherwise)


def unreached(state: State, department: str, reason: str) -> State:
    """The state after that department could not be reached."""
    return replace(state, department=department, reason=reason, tried=once(state.tried, department))


def not_reached(scene: Scene, department: str, reason: str) -> State:
    """The same, with the ways that are left."""
    state = unreached(scene.state, department, reason)
    return replace(state, ways=ways(scene.at(state), department, reason))


def ways(scene: Scene, department: str, reason: str) -> tuple[str, ...]:
    """What the company's file offers instead, less what leads nowhere now; a message is always possible.

    A call at another time is offered beside it, unless the one thing left is to ring somebody else at once,
    or the file names as many ways as a caller keeps in mind.
    """
    left = (
        tuple(way for way in _configured(scene, department, reason) if _leads_on(scene, way)) or MESSAGE_ONLY
    )
    rings_on = left != MESSAGE_ONLY and len(left) == 1 and reason != TransferOutcome.DECLINED
    if CALLBACK in left or rings_on or len(left) >= MOST_WAYS or not _leads_on(scene, CALLBACK):
        return left
    others = tuple(way for way in left if way != PERSON)
    return (*others, CALLBACK, *left[len(others) :]) if left[-1:] == (PERSON,) else (*left, CALLBACK)


def _configured(scene: Scene, department: str, reason: str) -> tuple[str, ...]:
    otherwise = scene.company.departments[department].otherwise
    by_reason = {CLOSED: otherwise.closed, TransferOutcome.BUSY.value: otherwise.busy}
    return by_reason.get(reason, otherwise.unanswered)


def _leads_on(scene: Scene, way: str) -> bool:
    if way in {MESSAGE, CALLBACK}:
        return way == MESSAGE or can_be_called(scene)
    target = scene.company.operator if way == PERSON else way
    return target not in scene.state.tried and scene.opening(target).open


def opens(scene: Scene, department: str) -> Iterator[Say]:
    """When a department that is closed opens again, on the company's clocks."""
    following = scene.opening(department).next
    if following:
        local = following.astimezone(scene.company.zone)
        today = scene.now.astimezone(scene.company.zone).date()
        yield scene.say("closed.until", when=formats.moment(scene.state.language, local, today))


# A call at another time


def can_be_called(scene: Scene) -> bool:
    """Whether the department that the caller asked for may promise a call."""
    known, number = scene.state.known, scene.state.caller or ""
    allowed = scene.company.callbacks.offered and known.may_be_called
    return allowed and wanted(scene) not in scene.state.sought and is_e164(number)


def wanted(scene: Scene) -> str:
    """Whom the caller asked for: it gets the message, and it calls back."""
    return scene.state.wanted or scene.state.department or scene.company.operator


def appointment(scene: Scene) -> Appointment:
    """The call that the caller wishes for; where one is promised by that department already, another time."""
    whose, promise = wanted(scene), scene.state.known.promise
    moves = promise.id if promise and promise.department == whose and promise.campaign is None else None
    return Appointment(whose, origin(scene.state, Origin.ASKED), moves=moves)


def once(things: tuple[str, ...], thing: str) -> tuple[str, ...]:
    """``things`` with ``thing``, which is never there twice."""
    return things if thing in things else (*things, thing)
