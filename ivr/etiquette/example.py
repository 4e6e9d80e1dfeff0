"""Short talks made by hand: the examples by which the norms are shown to be broken."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from ivr.conversation.actions import Action, Ask, Expects, HangUp
from ivr.conversation.actions import Say as _Say
from ivr.conversation.errand import Errand
from ivr.conversation.events import Answered, AnsweredBy, Event, Pressed
from ivr.conversation.state import State, Step, Turn
from ivr.etiquette.course import Beat, Course
from ivr.phrases.sentence import Sentence, SpeechAct

HANG_UP = HangUp("goodbye")
PICKED_UP = Answered(AnsweredBy.PERSON)
YES, NO, NEVER = Pressed("1"), Pressed("2"), Pressed("9")
ERRAND = Errand("example", "en", "Europe/Riga", campaign="maintenance")
_CALLED, _CALLER = "+37167000100", "+37120000001"  # the numbers of the example company


@dataclass(frozen=True)
class Piece:
    """One turn of a talk before it has a state."""

    event: Event | None
    actions: tuple[Action, ...]
    changes: dict[str, Any] = field(default_factory=dict)  # of the state


def turn(event: Event | None, *actions: Action, **changes: Any) -> Piece:
    """What happened, what was done in answer, and what changes in the state."""
    return Piece(event, actions, changes)


def say(act: SpeechAct, text: str, language: str = "en", phrase: str = "") -> _Say:
    """A sentence."""
    return _Say(Sentence(phrase or act.value, act, language, text, text, fixed=True))


def ask(question: str, keys: str = "0129*#") -> Ask:
    """A question that keys and words answer."""
    return Ask(question, keys, 6.0, expects=Expects.WISH)


def talk(*pieces: Piece, errand: Errand | None = None) -> Course:
    """The talk; words of the example company's second language are heard in it."""
    state = State(Step.MENU, "en", _CALLED, _CALLER, errand=errand, hears=("en",))
    return tuple(_beats(state, pieces))


def _beats(state: State, pieces: tuple[Piece, ...]) -> list[Beat]:
    beats: list[Beat] = []
    for piece in pieces:
        before = state if beats else None
        state = replace(state, **{**_asked(state, piece.actions[-1]), **piece.changes})
        beats.append(Beat(before, piece.event, Turn(state, piece.actions)))
    return beats


def _asked(state: State, end: Action) -> dict[str, Any]:
    """What the state tells of the question with which a turn ends."""
    question = end.question if isinstance(end, Ask) else ""
    again = question != "" and question == state.question
    return {"question": question, "asked": state.asked + 1 if again else 1, "meant": ""}
