"""What an event means at the step where it came, and what a crossed step finds out."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ivr.company.menu import menu
from ivr.company.models import BACK_KEY, LANGUAGE_KEY, PERSON_KEY, REPEAT_KEY
from ivr.conversation.events import HungUp, Pressed, Recorded, TransferEnded, TransferOutcome
from ivr.conversation.moves import Signal
from ivr.conversation.outreach import signals as outreach
from ivr.conversation.scene import MESSAGE, PERSON, Scene
from ivr.conversation.state import Step
from ivr.conversation.table import QUESTIONS

MAX_TURNS = 40  # after so many, every question leads on: the call ends with a person, a message or a goodbye
SHORTEST_MESSAGE = 1.0  # seconds; less is a click or a breath
MESSAGE_KEY, SEND_KEY, ANEW_KEY, MORE_KEY, ALL_KEY = "1", "1", "2", "1", "2"
WAY_KEYS = "23"  # departments offered beside the message

# Keys that mean the same at every question.
_COMMON: Mapping[str, Signal] = {
    PERSON_KEY: Signal.PERSON,
    REPEAT_KEY: Signal.REPEAT,
    LANGUAGE_KEY: Signal.LANGUAGE,
}
_OF_KIND: Mapping[str, Signal] = {
    "department": Signal.CHOSE_DEPARTMENT,
    "group": Signal.CHOSE_GROUP,
    "answer": Signal.CHOSE_ANSWER,
    "back": Signal.BACK,
}
# What is not cut short by the bound on turns: it brings the call forward by itself.
_NEVER_CUT = frozenset(
    {
        Signal.HUNG_UP,
        Signal.LEFT_AFTER_MESSAGE,
        Signal.RECORDED,
        Signal.SEND,
        Signal.THAT_IS_ALL,
        *outreach.NEVER_CUT,
    }
)


def signal(scene: Scene) -> Signal:
    """What the event means where the conversation stands; one that makes no sense there counts as silence."""
    found = _LISTEN[scene.state.step](scene)
    tired = scene.state.turns >= MAX_TURNS and scene.state.step in QUESTIONS
    return Signal.ENOUGH if tired and found not in _NEVER_CUT else found


def crossing(scene: Scene) -> Signal:
    """What a step finds out that awaits nothing."""
    return _CROSS[scene.state.step](scene)


def way_key(scene: Scene, way: str) -> str:
    """The key that stands for a way in CHOICE."""
    if way in _WAY_KEYS:
        return _WAY_KEYS[way]
    return WAY_KEYS[[other for other in scene.state.ways if other not in _WAY_KEYS].index(way)]


_WAY_KEYS = {MESSAGE: MESSAGE_KEY, PERSON: PERSON_KEY}


def _key(scene: Scene, meanings: Mapping[str, Signal]) -> Signal:
    if isinstance(scene.event, HungUp):
        return Signal.HUNG_UP
    if not isinstance(scene.event, Pressed):
        return Signal.SILENT
    only_language = scene.event.keys == LANGUAGE_KEY and len(scene.company.languages) == 1
    known = {} if only_language else {**_COMMON, **meanings}
    return known.get(scene.event.keys, Signal.WRONG_KEY)


def _menu(scene: Scene) -> Signal:
    choices = menu(scene.company, scene.state.menu).choices
    return _key(scene, {choice.key: _OF_KIND[choice.kind] for choice in choices})


def _anything_else(scene: Scene) -> Signal:
    return _key(scene, {MORE_KEY: Signal.MORE, ALL_KEY: Signal.THAT_IS_ALL})


def _choice(scene: Scene) -> Signal:
    departments = {way_key(scene, way): Signal.CHOSE_DEPARTMENT for way in scene.state.ways}
    fixed = {way_key(scene, MESSAGE): Signal.LEAVE_MESSAGE} if MESSAGE in scene.state.ways else {}
    return _key(scene, {**departments, **fixed, PERSON_KEY: Signal.PERSON, BACK_KEY: Signal.BACK})


def _confirm(scene: Scene) -> Signal:
    return _key(scene, {SEND_KEY: Signal.SEND, ANEW_KEY: Signal.ANEW})


def _transfer(scene: Scene) -> Signal:
    if isinstance(scene.event, HungUp):
        return Signal.HUNG_UP
    talked = isinstance(scene.event, TransferEnded) and scene.event.outcome is TransferOutcome.TALKED
    return Signal.TALKED if talked else Signal.NOT_REACHED


def _message(scene: Scene) -> Signal:
    if isinstance(scene.event, HungUp):
        return Signal.HUNG_UP
    if not isinstance(scene.event, Recorded) or scene.event.seconds < SHORTEST_MESSAGE:
        left = isinstance(scene.event, Recorded) and scene.event.hung_up
        return Signal.HUNG_UP if left else Signal.NOTHING_RECORDED
    return Signal.LEFT_AFTER_MESSAGE if scene.event.hung_up else Signal.RECORDED


def _greeting(scene: Scene) -> Signal:
    own = scene.own_department()
    asks = own is None or scene.company.departments[own].offers_help
    return Signal.HELP_OFFERED if asks else Signal.PUT_THROUGH


def _routing(scene: Scene) -> Signal:
    is_open = scene.opening(scene.state.department or scene.company.operator).open
    return Signal.OPEN if is_open else Signal.CLOSED


def _offering(scene: Scene) -> Signal:
    # Somebody just said "not now" in person: the caller decides, nobody else is rung unasked.
    declined = scene.state.reason == TransferOutcome.DECLINED
    only = len(scene.state.ways) == 1 and scene.state.ways[0] != MESSAGE
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
    **outreach.LISTEN,
}
_CROSS: Mapping[Step, Callable[[Scene], Signal]] = {
    Step.GREETING: _greeting,
    Step.ROUTING: _routing,
    Step.OFFERING: _offering,
    Step.CLOSING: _closing,
    **outreach.CROSS,
}
