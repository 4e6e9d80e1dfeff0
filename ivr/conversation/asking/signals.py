"""What an event means where it is asked openly or asked back, and how it is asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ivr.company.models import BACK_KEY
from ivr.conversation.keys import key
from ivr.conversation.moves import Signal
from ivr.conversation.outreach import place
from ivr.conversation.scene import Scene
from ivr.conversation.state import State, Step
from ivr.conversation.targets import chosen, signal_of

YES_KEY, NO_KEY = "1", "2"
EITHER_KEYS = "12"
MOST_MISSED = 2  # in a row, before a person takes over
# What is not cut short by the bound on turns: it is the caller's right, or ends the call.
NEVER_CUT = frozenset({Signal.NO_MORE_CALLS, Signal.GOODBYE, Signal.OUR_GOODBYE})


def missed(state: State) -> Signal:
    """It was not found out what the caller wants: the menu, and the second time a person."""
    return Signal.BEYOND_AGAIN if state.missed + 1 >= MOST_MISSED else Signal.BEYOND


def not_that(state: State) -> Signal:
    """What was asked about is not meant: likewise."""
    return Signal.BEYOND_AGAIN if state.missed + 1 >= MOST_MISSED else Signal.NOT_THAT


def never_again(scene: Scene) -> Signal:
    """The signal of somebody who never wants to be called again, by who called whom."""
    return Signal.OPT_OUT if scene.state.errand else Signal.NO_MORE_CALLS


def _help(scene: Scene) -> Signal:
    return key(scene, chosen(scene))


def _between(scene: Scene) -> Signal:
    meanings = dict(zip(EITHER_KEYS, map(signal_of, scene.state.between), strict=False))
    return _not_that_again(scene, key(scene, {**meanings, BACK_KEY: Signal.NOT_THAT}))


def _meant(scene: Scene) -> Signal:
    (target,) = scene.state.between
    return _not_that_again(scene, key(scene, {YES_KEY: signal_of(target), NO_KEY: Signal.NOT_THAT}))


def _not_that_again(scene: Scene, found: Signal) -> Signal:
    return not_that(scene.state) if found is Signal.NOT_THAT else found


def _never_again(scene: Scene) -> Signal:
    return key(scene, {YES_KEY: never_again(scene), NO_KEY: Signal.MAY_CALL})


# The ways back; any other step was left for good.
CAME_FROM: Mapping[Step, Signal] = {
    Step.HELP: Signal.WAS_ASKED_OPENLY,
    Step.BETWEEN: Signal.WAS_ASKED_WHICH,
    Step.MEANT: Signal.WAS_ASKED_WHETHER,
    Step.MENU: Signal.WAS_IN_MENU,
    Step.ANYTHING_ELSE: Signal.WAS_ASKED_FOR_MORE,
    Step.CHOICE: Signal.WAS_OFFERED_WAYS,
    Step.SLOTS: Signal.WAS_OFFERED_TIMES,
    Step.DAY: Signal.WAS_ASKED_FOR_DAY,
    Step.HOUR: Signal.WAS_ASKED_FOR_HOUR,
    Step.READ_BACK: Signal.WAS_READ_TIME,
    Step.EXPECTED: Signal.WAS_EXPECTED,
}


def _asking(scene: Scene) -> Signal:
    return Signal.OPENLY if scene.listens else Signal.BY_KEYS


def _staying(scene: Scene) -> Signal:
    """Where the talk was; as long as no matter is stated, we do not rely on knowing with whom we talk."""
    if scene.state.errand is None:
        step, _ = scene.state.interrupted or (None, "")
        return CAME_FROM[step] if step else Signal.THEIR_CALL
    if scene.state.appointment:
        return Signal.NOT_CONVENIENT
    if scene.state.begun:
        return Signal.OUR_CALL_BEGUN
    return Signal.PICKED_UP_SOMEBODY if place.asks_for(scene) else Signal.OUR_CALL


LISTEN: Mapping[Step, Callable[[Scene], Signal]] = {
    Step.HELP: _help,
    Step.BETWEEN: _between,
    Step.MEANT: _meant,
    Step.NEVER_AGAIN: _never_again,
}
CROSS: Mapping[Step, Callable[[Scene], Signal]] = {
    Step.ASKING: _asking,
    Step.STAYING: _staying,
}
