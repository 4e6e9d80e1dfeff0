"""Calls to write down, built by hand: the records' tests need no company file and no conversation."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from ivr.calls.ports import NewCall, TurnEntry
from ivr.conversation.actions import Action, Ask, HangUp, Say
from ivr.conversation.events import Event, Pressed
from ivr.conversation.state import State, Step, Turn
from ivr.phrases.sentence import Sentence, SpeechAct

NOON = datetime(2026, 11, 24, 12, 0, 0, 250_000, tzinfo=UTC)
GREETING = Sentence("greeting", SpeechAct.GREETS, "lv", "Labdien! Šeit Bērzs.", "Labdien! Šeit Bērzs.", True)
ASK = Ask("menu:main", "1234*#0", 6.0)


def call(call_id: str = "1764000000.1", caller: str | None = "+37126000001") -> NewCall:
    """A call on the company's number."""
    return NewCall(call_id, "asterisk", "+37167000000", caller)


def state(step: Step = Step.MENU, **fields: object) -> State:
    """A state in Latvian."""
    return State(
        **{"step": step, "language": "lv", "called": "+37167000000", "caller": "+37126000001"} | fields
    )


def turn(*actions: Action, step: Step = Step.MENU, **fields: object) -> Turn:
    """A turn that greets and asks, unless told otherwise."""
    return Turn(state(step, **fields), actions or (Say(GREETING), ASK))


def entry(
    number: int, event: Event | None, made: Turn, of: NewCall | None = None, after: float = 0
) -> TurnEntry:
    """A turn as it is written, ``after`` seconds from noon."""
    at = NOON + timedelta(seconds=after or number)
    return TurnEntry(of or call(), number, at, event, made, "f1")


def first(of: NewCall | None = None, after: float = 0) -> TurnEntry:
    """The answer."""
    return entry(0, None, turn(), of, after)


def ended(reason: str = "done") -> Turn:
    """The last turn."""
    return turn(HangUp(reason), step=Step.ENDED)


def whole(of: NewCall, turns: int = 3) -> list[TurnEntry]:
    """A call of ``turns`` turns, the last of which ends it."""
    middle = [entry(number, Pressed("1"), turn(), of) for number in range(1, turns - 1)]
    return [first(of), *middle, entry(turns - 1, Pressed("9"), ended(), of)]
