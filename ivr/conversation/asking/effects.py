"""What is said and remembered where it is asked openly or asked back: one function per Effect."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace as changed

from ivr.conversation.actions import KeepMessage, OptOut
from ivr.conversation.anew import fresh
from ivr.conversation.moves import Done, Effect, Signal
from ivr.conversation.scene import Scene
from ivr.conversation.state import State, replace


def _ask_back(scene: Scene) -> Done:
    if scene.meaning is None:
        raise ValueError("Nothing was said that could be asked about.")
    about, wished = scene.meaning.between, scene.meaning.wished
    return replace(scene.state, between=about, wished=wished), ()


def _missed(scene: Scene) -> State:
    return replace(scene.state, missed=scene.state.missed + 1, between=(), wished=None)


def _excuse_wish(scene: Scene) -> Done:
    return _missed(scene), (scene.say("wish.unknown"),)


def _offer_choices(scene: Scene) -> Done:
    return scene.state, (scene.say("wish.unheard"),)


def _offer_menu(scene: Scene) -> Done:
    return _missed(scene), (scene.say("wish.menu"),)


def _regret_wish(scene: Scene) -> Done:
    return _person(scene), (scene.say("wish.person"),)


def _regret_language(scene: Scene) -> Done:
    return replace(_person(scene), message=None), (*kept(scene), scene.say("language.none"))


def _person(scene: Scene) -> State:
    person = scene.person()
    cleared = replace(scene.state, missed=0, between=(), wished=None)
    return replace(cleared, department=person, wanted=scene.state.wanted or person)


def _tell_who(scene: Scene) -> Done:
    return scene.state, (scene.say("who.speaks"),)


def _tell_even_so(scene: Scene) -> Done:
    """Asked often enough; whoever just wanted to know who speaks is told even so."""
    asks = scene.meaning is not None and scene.meaning.signal is Signal.WHO
    return _tell_who(scene) if asks else (scene.state, ())


def stop_calls(scene: Scene) -> Done:
    """Nobody of ours calls again; what was recorded for a department is kept all the same."""
    known = changed(scene.state.known, promise=None, may_be_called=False)
    state = replace(fresh(scene, scene.first_menu()), known=known, message=None, missed=0)
    # Asked anew: a question that is asked too often would pass the wish over.
    state = replace(state, question="", asked=0) if scene.state.known.may_be_called else state
    return state, (*kept(scene), OptOut(scene.said), scene.say("never.noted"), scene.say("never.kept"))


def _interrupt(scene: Scene) -> Done:
    """Where we called, how far the call has come tells where it goes on."""
    place = None if scene.state.errand else (scene.state.step, scene.state.question)
    return replace(scene.state, interrupted=place), ()


def _go_back(scene: Scene) -> Done:
    """The question counts as asked but once before: it is asked with its keys."""
    _, question = scene.state.interrupted or (None, "")
    return replace(scene.state, interrupted=None, question=question, asked=1), ()


def kept(scene: Scene) -> tuple[KeepMessage, ...]:
    """What was recorded and not confirmed, for whom it was meant."""
    if scene.state.message is None:
        return ()
    return (KeepMessage(scene.state.wanted or scene.company.operator, *scene.state.message),)


EFFECTS: Mapping[Effect, Callable[[Scene], Done]] = {
    Effect.ASK_BACK: _ask_back,
    Effect.EXCUSE_WISH: _excuse_wish,
    Effect.OFFER_CHOICES: _offer_choices,
    Effect.OFFER_MENU: _offer_menu,
    Effect.REGRET_WISH: _regret_wish,
    Effect.REGRET_LANGUAGE: _regret_language,
    Effect.TELL_WHO: _tell_who,
    Effect.TELL_EVEN_SO: _tell_even_so,
    Effect.STOP_CALLS: stop_calls,
    Effect.INTERRUPT: _interrupt,
    Effect.GO_BACK: _go_back,
}
