"""What rude words, and words beside them, lead to; and what is found out about who takes over."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from ivr.conversation.conduct.people import policy, takes_over, unwelcome
from ivr.conversation.events import HungUp, TransferEnded, TransferOutcome
from ivr.conversation.meaning import Kind, Manner, Meaning
from ivr.conversation.moves import Signal
from ivr.conversation.scene import Scene
from ivr.conversation.state import Step

_N = Signal
# What is not cut short by the bound on turns: it brings the call to its end.
NEVER_CUT = frozenset({_N.ABUSIVE_AGAIN, _N.THREAT, _N.UNWELCOME, _N.DEALT_WITH, _N.NEXT_PERSON})
# What goes before whatever is said besides, save what ends the call as well, and politely.
_LAST = frozenset({_N.ABUSIVE_AGAIN, _N.THREAT})
_ENDS: Mapping[Signal, frozenset[Signal]] = {
    _N.ABUSIVE_AGAIN: frozenset({_N.OPT_OUT, _N.WRONG_PERSON, _N.DIED, _N.GOODBYE, _N.OUR_GOODBYE}),
    _N.THREAT: frozenset({_N.OPT_OUT, _N.WRONG_PERSON, _N.DIED}),
}
_NEVER = frozenset({_N.NO_MORE_CALLS, _N.OPT_OUT, _N.PERHAPS_NEVER})


def met(scene: Scene, manner: Manner, found: Meaning | None) -> Meaning:
    """What follows from words that are spoken in that manner.

    Args:
        found: what is clear in them besides; None where nothing is.
    """
    signal = _SIGNALS[manner.kind](scene, manner)
    if found is None:
        return Meaning(signal, manner.words, why=manner.why, manner=manner)
    never = found.signal in _NEVER
    said = replace(found, words=manner.words, manner=manner, never=never)
    if signal not in _LAST:
        return said
    if never and scene.state.errand:  # who only perhaps wants no more calls is not asked now
        return replace(said, signal=_N.OPT_OUT)
    return said if found.signal in _ENDS[signal] else replace(said, signal=signal)


def _frustrated(scene: Scene, manner: Manner) -> Signal:
    """A person sooner; whoever did not want our call at all is left in peace."""
    if not manner.grave and scene.state.upset + 1 < policy(scene).person_after:
        return _N.FRUSTRATED
    if scene.state.errand is None:
        return _N.FED_UP
    return _N.UNWELCOME if unwelcome(scene) and not manner.grave else _N.FED_UP_WITH_US


def _abusive(scene: Scene, _: Manner) -> Signal:
    return _N.ABUSIVE_AGAIN if scene.state.warned else _N.ABUSIVE


_SIGNALS: Mapping[Kind, Callable[[Scene, Manner], Signal]] = {
    "frustrated": _frustrated,
    "abusive": _abusive,
    "threat": lambda _, __: _N.THREAT,
    "sorry": lambda _, __: _N.SORRY,
}


def after_transfer(scene: Scene) -> Signal:
    """How a talk ended with the person who was to take over; nobody is asked anything after it."""
    if isinstance(scene.event, HungUp):
        return _N.HUNG_UP
    talked = isinstance(scene.event, TransferEnded) and scene.event.outcome is TransferOutcome.TALKED
    return _N.DEALT_WITH if talked else _N.NEXT_PERSON


def _handing_over(scene: Scene) -> Signal:
    there = takes_over(scene) is not None
    if scene.state.errand:
        return _N.OUR_PERSON_THERE if there else _N.NOBODY_OF_OURS
    return _N.PERSON_THERE if there else _N.NOBODY_THERE


CROSS: Mapping[Step, Callable[[Scene], Signal]] = {Step.HANDING_OVER: _handing_over}
