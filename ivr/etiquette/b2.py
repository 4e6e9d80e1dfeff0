"""B2: never again means never again."""

from __future__ import annotations

from functools import lru_cache

from ivr.conversation.actions import Ask, HangUp, MakePromise, MovePromise, OptOut
from ivr.conversation.events import Heard, Pressed, Recorded
from ivr.conversation.moves import Signal
from ivr.conversation.outreach.keys import NEVER_KEY
from ivr.conversation.state import Step
from ivr.etiquette.course import Beat, Standard
from ivr.etiquette.example import ERRAND, NEVER, PICKED_UP, ask, say, talk, turn
from ivr.etiquette.norm import Norm
from ivr.etiquette.signs import always, awaits_words, meant, pressed, sure
from ivr.phrases.sentence import SpeechAct
from ivr.understanding.optout import opt_out
from ivr.understanding.result import Match

_A = SpeechAct
_YES_KEY = "1"
_PLAIN = 0.8  # so sure, it is said in so many words
_IGNORED = "somebody asked never to be called again, and is not put on the list at once"
_GOES_ON = "whoever asked never to be called again is asked more"
_AGAIN = "a call is promised to somebody who asked never to be called again"
Memory = tuple[bool, bool]  # they opted out; at the present wait the key alone says so


def _watch(memory: Memory, beat: Beat, _: Standard) -> tuple[Memory, str | None]:
    opted, by_key = memory
    done = _does(beat, OptOut)
    asked = _said(beat) or _confirmed(beat) or (by_key and _pressed(beat))
    now = (opted or done, _key_counts(beat))
    if asked and not done:
        return now, _IGNORED
    if done and beat.outbound and not isinstance(beat.end, HangUp):
        return now, _GOES_ON
    return now, _AGAIN if opted and _does(beat, MakePromise, MovePromise) else None


def _does(beat: Beat, *deeds: type) -> bool:
    return any(isinstance(action, deeds) for action in beat.turn.actions)


def _said(beat: Beat) -> bool:
    """In so many words; what only sounds like it is asked back."""
    if not isinstance(beat.event, Heard) or not awaits_words(beat.before):
        return False
    confidence = _heard(beat.event.words)
    return confidence >= _PLAIN and sure(beat, confidence)


@lru_cache(maxsize=4096)
def _heard(words: str) -> float:
    found = opt_out(words)
    return found.confidence if isinstance(found, Match) else 0.0


def _confirmed(beat: Beat) -> bool:
    asked = beat.before is not None and beat.before.step is Step.NEVER_AGAIN
    return asked and (pressed(beat, _YES_KEY) or meant(beat, Signal.OPT_OUT, Signal.NO_MORE_CALLS))


def _pressed(beat: Beat) -> bool:
    key = beat.event.keys if isinstance(beat.event, Pressed) else ""
    key = beat.event.key if isinstance(beat.event, Recorded) else key
    return key in {NEVER_KEY, f"*{NEVER_KEY}"}


def _key_counts(beat: Beat) -> bool:
    """Where a number or a date is keyed in, the key may be a part of it."""
    return beat.outbound and not (isinstance(beat.end, Ask) and beat.end.digits > 1)


NORM = Norm(
    id="B2",
    words="Whoever asks never to be called again is put on the list in that moment, and asked nothing more.",
    starred=True,
    applies=always,
    start=(False, False),
    watch=_watch,
    broken_by=talk(
        turn(PICKED_UP, say(_A.ASKS_CONVENIENCE, "Is it convenient?"), ask("convenient")),
        turn(NEVER, say(_A.ASKS_AGAIN, "Once more, please: yes or no?"), ask("convenient")),
        errand=ERRAND,
    ),
)
