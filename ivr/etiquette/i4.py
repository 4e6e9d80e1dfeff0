"""I4: listening."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ivr.conversation.actions import Ask, OptOut, Record, SettlePromise
from ivr.conversation.events import Pressed, Silence
from ivr.conversation.moves import Signal
from ivr.conversation.outreach.keys import SOURCE_KEY
from ivr.conversation.state import Step
from ivr.etiquette.course import Beat, Standard
from ivr.etiquette.example import ask, say, talk, turn
from ivr.etiquette.norm import Norm
from ivr.etiquette.signs import always, does, meant
from ivr.phrases.sentence import SpeechAct

MOST_ASKED = 3  # times in a row
# What is answered with the very same again, because that is what was wished for.
_AGAIN = (Signal.REPEAT, Signal.HELLO)
# … or something that was asked was answered first; our question then counts as asked but once before.
_TOLD = (Signal.WHO, Signal.SOURCE, Signal.ASKS_ABOUT, Signal.ASKS_HOW_LONG)
_DEAF, _OFTEN, _SAME = (
    "nothing that the other side does would interrupt or answer the question",
    "the same question is asked for the fourth time",
    "the question is asked again word for word",
)
_ASKING = (Ask, Record)
Memory = tuple[int, int]  # how often in a row the present question was asked, and what was said then, hashed


def _watch(memory: Memory, beat: Beat, _: Standard) -> tuple[Memory, str | None]:
    if not isinstance(beat.end, _ASKING):
        return (0, 0), None
    asked, last = memory if _same(beat) else (0, 0)
    asked = 0 if _moved_on(beat) else asked
    asked = min(asked, 1) if beat.outbound and meant(beat, *_TOLD) else asked
    now = (min(asked + 1, MOST_ASKED + 1), beat.text)
    return now, _why(now, last if asked else None, beat)


def _forget(following: Iterable[Beat]) -> Callable[[Memory], Memory]:
    """What was said matters only where the very same may be said again."""
    again = {beat.text for beat in following if _same(beat)}
    return lambda memory: memory if memory[1] in again else (memory[0], 0)


def _moved_on(beat: Beat) -> bool:
    """A wish was fulfilled: what is asked after it is another question."""
    return does(beat, OptOut, SettlePromise)


def _same(beat: Beat) -> bool:
    return beat.before is not None and beat.state.question == beat.before.question


def _why(now: Memory, last: int | None, beat: Beat) -> str | None:
    if isinstance(beat.end, Ask) and not (beat.end.keys or beat.end.expects):
        return _DEAF
    if now[0] > MOST_ASKED:
        return _OFTEN
    return _SAME if now[1] == last and not _wished(beat) else None


def _wished(beat: Beat) -> bool:
    """An assistant is asked nothing: it is told again who calls."""
    if beat.state.step is Step.SCREENED:
        return True
    if meant(beat, *_AGAIN, *_TOLD):
        return True
    keys = beat.event.keys if isinstance(beat.event, Pressed) else ""
    return keys.endswith("*") or (beat.outbound and keys == SOURCE_KEY)


_MENU = (say(SpeechAct.OFFERS_CHOICE, "Sales: press one."), ask("menu:main"))

NORM = Norm(
    id="I4",
    words="Any prompt can be interrupted; nothing is asked more than three times, nor in the same words.",
    starred=True,
    applies=always,
    start=(0, 0),
    watch=_watch,
    forget=_forget,
    broken_by=talk(turn(None, *_MENU), turn(Silence(), *_MENU)),
)
