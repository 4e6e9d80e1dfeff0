"""What an event means while a time is agreed on, and whose call it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ivr.company.models import BACK_KEY
from ivr.company.slots import DIGITS, holds, is_entry, judge_keyed, nearest_to_keyed, slots
from ivr.conversation.appointment.agenda import MOST_TRIES, agenda, chosen
from ivr.conversation.appointment.proposal import Proposal, proposal
from ivr.conversation.events import Found, HungUp
from ivr.conversation.keys import Meanings, key
from ivr.conversation.moves import Signal
from ivr.conversation.scene import Scene
from ivr.conversation.state import Step

SLOT_KEYS, OTHER_KEY = "123", "4"  # the times on offer, and another one
RIGHT_KEY, WRONG_KEY = "1", "2"
# What is not cut short by the bound on turns: it brings the call forward by itself.
NEVER_CUT = frozenset({Signal.RIGHT})


def _key(scene: Scene, meanings: Meanings) -> Signal:
    """In calls to us there is a menu to go back to."""
    back = {} if scene.state.errand else {BACK_KEY: Signal.BACK}
    return key(scene, {**back, **meanings})


# Steps that wait for the person


def _slots(scene: Scene) -> Signal:
    offered = SLOT_KEYS[: len(scene.state.slots)]
    return _key(scene, {**dict.fromkeys(offered, Signal.CHOSE_SLOT), OTHER_KEY: Signal.OTHER_TIME})


def _day(scene: Scene) -> Signal:
    keys = _digits(scene)
    if keys is None:
        return _key(scene, {})
    possible = judge_keyed(agenda(scene), keys).at is not None
    return Signal.KEYED_DAY if possible else Signal.IMPOSSIBLE_DAY


def _hour(scene: Scene) -> Signal:
    return Signal.KEYED_HOUR if _digits(scene) else _key(scene, {})


def _digits(scene: Scene) -> str | None:
    """A whole entry, as far as its length goes; the keys of one digit mean what they mean everywhere."""
    return scene.keys if is_entry(scene.keys) else None


def _read_back(scene: Scene) -> Signal:
    return _key(scene, {RIGHT_KEY: Signal.RIGHT, WRONG_KEY: not_right(scene)})


def not_right(scene: Scene) -> Signal:
    """What it means that the time that was read back is not right."""
    if scene.state.refused + 1 >= MOST_TRIES:
        return Signal.ENOUGH
    return Signal.NOT_RIGHT if chose_offer(scene) else Signal.NOT_RIGHT_KEYED


def chose_offer(scene: Scene) -> bool:
    """Whether what is read back was chosen of the times on offer, neither keyed in nor said."""
    return not (scene.state.day or scene.state.wished)


# Steps that wait for the ledger


def _seeking(scene: Scene) -> Signal:
    return _looked_up(scene) or (_wish(proposal(scene)) if scene.state.wished else _any_slot(scene))


def _wish(found: Proposal) -> Signal:
    if not found.slots:
        return Signal.NO_SLOT
    if found.as_wished:
        return Signal.POSSIBLE
    if found.verdict.refusal:
        return Signal.IMPOSSIBLE
    return Signal.SLOTS_LEFT if len(found.slots) > 1 else Signal.ONE_SLOT


def _looked_up(scene: Scene) -> Signal | None:
    """What else may come than what the ledger found: without it, no time can be promised."""
    if isinstance(scene.event, HungUp):
        return Signal.HUNG_UP
    return None if isinstance(scene.event, Found) else Signal.NO_SLOT


def _any_slot(scene: Scene) -> Signal:
    return Signal.SLOTS_LEFT if next(slots(agenda(scene)), None) else Signal.NO_SLOT


def _checking(scene: Scene) -> Signal:
    return _looked_up(scene) or _judged(scene, scene.state.day or "")


def _judged(scene: Scene, keys: str) -> Signal:
    at = judge_keyed(agenda(scene), keys).at
    # A day alone comes here when it was impossible; the night may have made it possible, its hour is missing.
    if at is not None and len(keys) > DIGITS:
        return Signal.POSSIBLE
    return Signal.IMPOSSIBLE if nearest_to_keyed(agenda(scene), keys) else Signal.NO_SLOT


def _securing(scene: Scene) -> Signal:
    return _looked_up(scene) or _still_free(scene)


def _still_free(scene: Scene) -> Signal:
    if holds(agenda(scene), chosen(scene)):
        return Signal.POSSIBLE
    if scene.state.refused + 1 >= MOST_TRIES:
        return Signal.ENOUGH
    return Signal.IMPOSSIBLE if _any_slot(scene) is Signal.SLOTS_LEFT else Signal.NO_SLOT


# Steps that are crossed


def _whose_call(scene: Scene) -> Signal:
    return Signal.OUR_CALL if scene.state.errand else Signal.THEIR_CALL


LISTEN: Mapping[Step, Callable[[Scene], Signal]] = {
    Step.SEEKING: _seeking,
    Step.SLOTS: _slots,
    Step.DAY: _day,
    Step.HOUR: _hour,
    Step.CHECKING: _checking,
    Step.READ_BACK: _read_back,
    Step.SECURING: _securing,
}
CROSS: Mapping[Step, Callable[[Scene], Signal]] = {
    Step.AGREED: _whose_call,
    Step.NOT_AGREED: _whose_call,
}
