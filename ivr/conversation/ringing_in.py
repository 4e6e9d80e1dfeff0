"""Somebody rings in before the call that we promised: they talk now, keep the time, or need it no more."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace as changed

from ivr.conversation.actions import Expects, Say, SettlePromise
from ivr.conversation.errand import Promised
from ivr.conversation.events import HungUp, TransferEnded, TransferOutcome
from ivr.conversation.keys import key
from ivr.conversation.moves import Done, Effect, Signal, Table, Transition
from ivr.conversation.scene import Scene
from ivr.conversation.state import State, Step, replace
from ivr.conversation.waiting import Waiting, ask
from ivr.phrases import formats

NOW_KEY, KEEP_KEY, CANCEL_KEY = "1", "2", "3"
KEYS: Mapping[str, str] = {"now": NOW_KEY, "keep": KEEP_KEY, "cancel": CANCEL_KEY}

_S, _N, _E, _T = Step, Signal, Effect, Transition

TRANSITIONS: Table = {
    (_S.GREETING, _N.PROMISE_STANDS): _T(_S.EXPECTED, _E.GREET_EXPECTED),
    (_S.EXPECTED, _N.TALK_NOW): _T(_S.ROUTING, _E.TALK_ABOUT_PROMISE),
    (_S.EXPECTED, _N.KEEP_TIME): _T(_S.RECEIVING, _E.LET_PROMISE_STAND),
    (_S.EXPECTED, _N.NOT_NEEDED): _T(_S.RECEIVING, _E.CANCEL_PROMISE),
    **{
        (step, _N.NOT_NEEDED): _T(_S.ANYTHING_ELSE, _E.CANCEL_PROMISE)
        for step in (_S.HELP, _S.MENU, _S.ANYTHING_ELSE)
    },
    (_S.EXPECTED, _N.PERSON): _T(_S.ROUTING, _E.CHOOSE_PERSON),
    (_S.EXPECTED, _N.REPEAT): _T(_S.EXPECTED, _E.SAY_AGAIN),
    (_S.EXPECTED, _N.LANGUAGE): _T(_S.EXPECTED, _E.SWITCH_LANGUAGE),
    (_S.EXPECTED, _N.WRONG_KEY): _T(_S.EXPECTED, _E.EXCUSE_WRONG_KEY),
    (_S.EXPECTED, _N.SILENT): _T(_S.RECEIVING, _E.LET_PROMISE_STAND),
    (_S.EXPECTED, _N.ENOUGH): _T(_S.RECEIVING, _E.LET_PROMISE_STAND),
    (_S.EXPECTED, _N.HUNG_UP): _T(_S.ENDED, _E.BE_LEFT),
    (_S.RECEIVING, _N.HELP_OFFERED): _T(_S.ASKING, _E.OFFER_HELP),
    (_S.RECEIVING, _N.PUT_THROUGH): _T(_S.ROUTING),
}
CROSSED = frozenset({_S.RECEIVING})
QUESTIONS = frozenset({_S.EXPECTED})  # may be asked too often


def _expected(scene: Scene) -> Signal:
    meanings = {
        NOW_KEY: Signal.TALK_NOW,
        KEEP_KEY: Signal.KEEP_TIME,
        CANCEL_KEY: Signal.NOT_NEEDED,
    }
    return key(scene, meanings)


LISTEN: Mapping[Step, Callable[[Scene], Signal]] = {Step.EXPECTED: _expected}


def _ask(scene: Scene) -> Waiting:
    """The time is said on the company's clocks: those of the number that was called."""
    now = scene.now.astimezone(scene.company.zone)
    at = promise(scene).at.astimezone(scene.company.zone)
    when = formats.moment(scene.state.language, at, now.date())
    phrases = ("expected.now", "expected.keep", "expected.cancel", "menu.person")
    promised = scene.sentence("expected.promise", when=when)
    said = (promised, *map(scene.sentence, phrases))
    spoken = (promised, scene.sentence("expected.ask"))
    again = (scene.sentence("menu.repeat"),)
    return ask(scene, "expected", "".join(KEYS.values()), said, again, expects=Expects.YES_NO, spoken=spoken)


WAITS: Mapping[Step, Callable[[Scene], Waiting]] = {Step.EXPECTED: _ask}


def promise(scene: Scene) -> Promised:
    """The call that is promised to the caller. Raises ValueError where none is."""
    if scene.state.known.promise is None:
        raise ValueError("No call is promised to this number.")
    return scene.state.known.promise


def department(scene: Scene) -> str:
    """Who promised it; the operator where the company has no such department any more."""
    whose = promise(scene).department
    return whose if whose in scene.company.departments else scene.company.operator


def _talk_about_promise(scene: Scene) -> Done:
    whose = department(scene)
    return replace(scene.state, department=whose, wanted=whose, about_promise=True), ()


def _let_promise_stand(scene: Scene) -> Done:
    return scene.state, (scene.say("expected.stands"),)


def _cancel_promise(scene: Scene) -> Done:
    settled = SettlePromise(promise(scene).id, "cancelled")
    # Asked anew: a question that is asked too often would pass the wish over.
    state = replace(_without_promise(scene.state), question="", asked=0)
    return state, (settled, scene.say("expected.cancelled"))


def _without_promise(state: State) -> State:
    return replace(state, known=changed(state.known, promise=None), about_promise=False)


def stands(scene: Scene) -> tuple[Say, ...]:
    """Nobody could be reached whom the caller wanted to talk to about the promise: it is still kept."""
    return (scene.say("expected.stands"),) if scene.state.about_promise else ()


def settle(scene: Scene) -> Done:
    """A talk with the department that promised the call has kept the promise."""
    if not (scene.state.about_promise and _talked(scene) and scene.state.department == department(scene)):
        return scene.state, ()
    return _without_promise(scene.state), (SettlePromise(promise(scene).id, "kept"),)


def _talked(scene: Scene) -> bool:
    if isinstance(scene.event, TransferEnded):
        return scene.event.outcome is TransferOutcome.TALKED
    return isinstance(scene.event, HungUp) and scene.event.talked


EFFECTS: Mapping[Effect, Callable[[Scene], Done]] = {
    Effect.TALK_ABOUT_PROMISE: _talk_about_promise,
    Effect.LET_PROMISE_STAND: _let_promise_stand,
    Effect.CANCEL_PROMISE: _cancel_promise,
}
