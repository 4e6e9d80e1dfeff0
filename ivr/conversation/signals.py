"""What an event means at the step where it came, and what a crossed step finds out."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ivr.company.models import BACK_KEY, PERSON_KEY
from ivr.conversation import ringing_in
from ivr.conversation.appointment import signals as appointment
from ivr.conversation.asking import signals as asking
from ivr.conversation.conduct import signals as conduct
from ivr.conversation.events import HungUp, TransferEnded, TransferOutcome
from ivr.conversation.keys import key
from ivr.conversation.moves import Signal
from ivr.conversation.outreach import signals as outreach
from ivr.conversation.recording import recorded
from ivr.conversation.scene import CALLBACK, MESSAGE, PERSON, Scene
from ivr.conversation.state import Step
from ivr.conversation.table import QUESTIONS
from ivr.conversation.targets import chosen
from ivr.conversation.ways import can_be_called

MESSAGE_KEY, SEND_KEY, ANEW_KEY, MORE_KEY, ALL_KEY = "1", "1", "2", "1", "2"
WAY_KEYS, CALLBACK_KEY = "23", "4"  # departments offered beside the message, and a call at another time

# What is not cut short by the bound on turns: it brings the call forward by itself.
_NEVER_CUT = frozenset(
    {
        Signal.HUNG_UP,
        Signal.LEFT_AFTER_MESSAGE,
        Signal.RECORDED,
        Signal.SEND,
        Signal.THAT_IS_ALL,
        *asking.NEVER_CUT,
        *conduct.NEVER_CUT,
        *appointment.NEVER_CUT,
        *outreach.NEVER_CUT,
    }
)


def signal(scene: Scene) -> Signal:
    """What the event means where the conversation stands; one that makes no sense there counts as silence."""
    found = scene.meaning.signal if scene.meaning else _LISTEN[scene.state.step](scene)
    tired = scene.tired and scene.state.step in QUESTIONS
    return Signal.ENOUGH if tired and found not in _NEVER_CUT else found


def crossing(scene: Scene) -> Signal:
    """What a step finds out that awaits nothing."""
    return _CROSS[scene.state.step](scene)


def way_key(scene: Scene, way: str) -> str:
    """The key that stands for a way in CHOICE."""
    if way in _WAY_KEYS:
        return _WAY_KEYS[way]
    return WAY_KEYS[[other for other in scene.state.ways if other not in _WAY_KEYS].index(way)]


_WAY_KEYS = {MESSAGE: MESSAGE_KEY, PERSON: PERSON_KEY, CALLBACK: CALLBACK_KEY}
_OF_WAY = {MESSAGE: Signal.LEAVE_MESSAGE, CALLBACK: Signal.CALL_BACK}


def _menu(scene: Scene) -> Signal:
    return key(scene, chosen(scene))


def _anything_else(scene: Scene) -> Signal:
    return key(scene, {MORE_KEY: Signal.MORE, ALL_KEY: Signal.THAT_IS_ALL})


def _choice(scene: Scene) -> Signal:
    ways = {way_key(scene, way): _OF_WAY.get(way, Signal.CHOSE_DEPARTMENT) for way in scene.state.ways}
    return key(scene, {**ways, PERSON_KEY: Signal.PERSON, BACK_KEY: Signal.BACK})


def _confirm(scene: Scene) -> Signal:
    return key(scene, {SEND_KEY: Signal.SEND, ANEW_KEY: Signal.ANEW})


def _transfer(scene: Scene) -> Signal:
    if scene.state.handed:
        return conduct.after_transfer(scene)
    if isinstance(scene.event, HungUp):
        return Signal.HUNG_UP
    outcome = scene.event.outcome if isinstance(scene.event, TransferEnded) else None
    if outcome is TransferOutcome.LEFT and can_be_called(scene):
        return Signal.LEFT_QUEUE
    return Signal.TALKED if outcome is TransferOutcome.TALKED else Signal.NOT_REACHED


def _message(scene: Scene) -> Signal:
    return recorded(scene, Signal.RECORDED, Signal.NOTHING_RECORDED, Signal.LEFT_AFTER_MESSAGE)


def _greeting(scene: Scene) -> Signal:
    return Signal.PROMISE_STANDS if scene.state.known.promise else _receiving(scene)


def _receiving(scene: Scene) -> Signal:
    own = scene.own_department()
    asks = own is None or scene.company.departments[own].offers_help
    return Signal.HELP_OFFERED if asks else Signal.PUT_THROUGH


def _routing(scene: Scene) -> Signal:
    is_open = scene.opening(scene.state.department or scene.company.operator).open
    return Signal.OPEN if is_open else Signal.CLOSED


def _offering(scene: Scene) -> Signal:
    # Somebody just said "not now" in person: the caller decides, nobody else is rung unasked.
    declined = scene.state.reason == TransferOutcome.DECLINED
    only = len(scene.state.ways) == 1 and scene.state.ways[0] not in {MESSAGE, CALLBACK}
    return Signal.ONE_WAY if only and not declined else Signal.SOME_WAYS


def _closing(_: Scene) -> Signal:
    return Signal.DONE


_LISTEN: Mapping[Step, Callable[[Scene], Signal]] = {
    Step.MENU: _menu,
    Step.ANYTHING_ELSE: _anything_else,
    Step.CHOICE: _choice,
    Step.CONFIRM: _confirm,
    Step.TRANSFER: _transfer,
    Step.MESSAGE: _message,
    **asking.LISTEN,
    **ringing_in.LISTEN,
    **appointment.LISTEN,
    **outreach.LISTEN,
}
_CROSS: Mapping[Step, Callable[[Scene], Signal]] = {
    Step.GREETING: _greeting,
    Step.ROUTING: _routing,
    Step.OFFERING: _offering,
    Step.CLOSING: _closing,
    Step.RECEIVING: _receiving,
    **asking.CROSS,
    **conduct.CROSS,
    **appointment.CROSS,
    **outreach.CROSS,
}
