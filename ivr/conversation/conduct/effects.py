"""What is said and remembered where somebody is rude: one function per Effect."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Literal

from ivr.company.disposition import Disposition
from ivr.conversation.actions import Action, Raise
from ivr.conversation.asking.effects import kept, stop_calls
from ivr.conversation.conduct.people import concerned, takes_over, who_deals_with_threats
from ivr.conversation.conduct.table import FIRST
from ivr.conversation.events import TransferEnded, TransferOutcome
from ivr.conversation.meaning import Manner
from ivr.conversation.moves import Done, Effect, Signal
from ivr.conversation.outreach import place
from ivr.conversation.outreach.effects import clear, request, settled
from ivr.conversation.scene import Scene
from ivr.conversation.state import State, replace
from ivr.conversation.ways import unreached

MOST_UPSET = 3  # more is not counted: a person was there long before


def first(scene: Scene) -> Effect | None:
    """What is to be done before the words themselves are answered; None where nobody was rude."""
    kind = scene.meaning.manner.kind if scene.meaning and scene.meaning.manner else None
    if kind == "abusive" and scene.state.warned:
        return Effect.KEEP_ABUSE
    return FIRST[kind] if kind else None


def _understand(scene: Scene) -> Done:
    state = replace(scene.state, upset=min(scene.state.upset + 1, MOST_UPSET))
    sorry = scene.meaning is not None and scene.meaning.signal is Signal.FED_UP_WITH_US
    regret = (scene.say("disturbed.sorry"),) if sorry else ()
    return state, (scene.say(_understanding(scene)), *regret)


def _understanding(scene: Scene) -> str:
    """In other words where the talk stays with the machine: the same question follows as before."""
    stays = scene.meaning is not None and scene.meaning.signal is Signal.FRUSTRATED
    return "conduct.patience" if stays and scene.state.upset else "conduct.understanding"


def _warn(scene: Scene) -> Done:
    state, raised = _keep_abuse(scene)
    return replace(state, warned=True), (*raised, scene.say("conduct.warning"))


def _keep_abuse(scene: Scene) -> Done:
    raised = _raised(scene, "abuse", concerned(scene) or scene.company.operator)
    return replace(scene.state, rude=True), (raised,)


def _take_seriously(scene: Scene) -> Done:
    """Where the call ends at once for another reason, it is told besides that a person deals with it."""
    raised = _raised(scene, "threat", who_deals_with_threats(scene))
    goes_on = scene.meaning is not None and scene.meaning.signal is Signal.THREAT
    follows = () if goes_on else (scene.say("conduct.follow_up"),)
    return scene.state, (raised, scene.say("conduct.serious"), *follows)


def _raised(scene: Scene, severity: Literal["abuse", "threat"], department: str) -> Raise:
    manner = _manner(scene)
    return Raise(severity, manner.words, manner.span, manner.why, department)


def _manner(scene: Scene) -> Manner:
    if scene.meaning is None or scene.meaning.manner is None:
        raise ValueError("Nobody was rude.")
    return scene.meaning.manner


def _forgive(scene: Scene) -> Done:
    return replace(scene.state, rude=False), (scene.say("conduct.forgiven"),)


def _hand_over(scene: Scene) -> Done:
    return _handed(scene, "abuse")


def _escalate(scene: Scene) -> Done:
    return _handed(scene, "threat")


def _handed(scene: Scene, why: Literal["abuse", "threat"]) -> Done:
    """Also "never call me again" of the same sentence counts, and what was recorded is kept."""
    never = scene.meaning is not None and scene.meaning.never and scene.state.errand is None
    state, deeds = stop_calls(scene) if never else (replace(scene.state, message=None), kept(scene))
    wanted = _named(scene) or scene.state.wanted
    return replace(state, handed=why, wanted=wanted, appointment=None, between=(), wished=None), deeds


def _named(scene: Scene) -> str | None:
    """The department with which they want to talk."""
    kind, _, id_ = scene.meaning.target.partition(" ") if scene.meaning else ("", "", "")
    return id_ if kind == "department" else None


def _announce_person(scene: Scene) -> Done:
    person = takes_over(scene) or scene.company.operator
    state = replace(scene.state, department=person, question="", asked=0, ways=())
    return state, (scene.say("connect.department", person), scene.say("connect.wait"))


def _regret_person(scene: Scene) -> Done:
    """The next one is tried; each is rung once."""
    ended = scene.event.outcome if isinstance(scene.event, TransferEnded) else TransferOutcome.UNAVAILABLE
    whom = scene.state.department or scene.company.operator
    return unreached(scene.state, whom, ended.value), (scene.say(f"sorry.{ended.value}"),)


def _end_calmly(scene: Scene) -> Done:
    return scene.state, tuple(_end(scene))


def _end(scene: Scene) -> Iterator[Action]:
    threatened = scene.state.handed == "threat"
    yield scene.say("conduct.follow_up" if threatened else "conduct.end")


def _end_ours_calmly(scene: Scene) -> Done:
    """Nobody calls again because of what was not said: the promised call is not needed any more."""
    ended: State = replace(scene.state, result=clear(scene, Disposition.REFUSED))
    state, deeds = settled(scene, ended, "cancelled")
    return state, (*deeds, *_end(scene), *_owed(scene))


def _owed(scene: Scene) -> tuple[Action, ...]:
    """Who said yes before hears what follows, whatever came after it (O7)."""
    agreed = scene.state.answered == "yes" and scene.state.handed == "abuse"
    return request(scene, place.followed_up_by(scene)) if agreed else ()


EFFECTS: Mapping[Effect, Callable[[Scene], Done]] = {
    Effect.UNDERSTAND: _understand,
    Effect.WARN: _warn,
    Effect.KEEP_ABUSE: _keep_abuse,
    Effect.TAKE_SERIOUSLY: _take_seriously,
    Effect.FORGIVE: _forgive,
    Effect.HAND_OVER: _hand_over,
    Effect.ESCALATE: _escalate,
    Effect.ANNOUNCE_PERSON: _announce_person,
    Effect.REGRET_PERSON: _regret_person,
    Effect.END_CALMLY: _end_calmly,
    Effect.END_OURS_CALMLY: _end_ours_calmly,
}
