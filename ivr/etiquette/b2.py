"""B2: never again means never again."""

from __future__ import annotations

from functools import lru_cache

from ivr.company.models import REPEAT_KEY
from ivr.conversation.actions import Ask, HangUp, LookUp, MakePromise, MovePromise, OptOut, Transfer
from ivr.conversation.events import Heard, Pressed, Recorded
from ivr.conversation.moves import Signal
from ivr.conversation.outreach.keys import NEVER_KEY
from ivr.conversation.state import Step
from ivr.conversation.table import RECORDINGS
from ivr.etiquette.course import Beat, Standard
from ivr.etiquette.example import ERRAND, NEVER, PICKED_UP, ask, say, talk, turn
from ivr.etiquette.norm import Norm
from ivr.etiquette.signs import always, awaits_words, does, meant, pressed, sure
from ivr.phrases.sentence import SpeechAct
from ivr.understanding.optout import opt_out
from ivr.understanding.result import Match

_A = SpeechAct
_YES_KEY = "1"
_PLAIN = 0.8  # so sure, it is said in so many words
_IGNORED = "somebody asked never to be called again, and is not put on the list at once"
_GOES_ON = "whoever asked never to be called again is asked more"
_AGAIN = "a call is promised to somebody who asked never to be called again"
Memory = tuple[bool, str]  # they opted out; the keys that say so at the present wait


def _watch(memory: Memory, beat: Beat, _: Standard) -> tuple[Memory, str | None]:
    opted, keys = memory
    done = does(beat, OptOut)
    asked = _said(beat) or _confirmed(beat) or (keys != "" and _pressed(beat) == keys)
    now = (opted or done, _keys(beat))
    if asked and not (done or opted):
        return now, _IGNORED
    if done and beat.outbound and not isinstance(beat.end, HangUp):
        return now, _GOES_ON
    return now, _AGAIN if opted and does(beat, MakePromise, MovePromise) else None


def _said(beat: Beat) -> bool:
    """In so many words; what only sounds like it is asked back. "No call" may be the one that is promised."""
    if not isinstance(beat.event, Heard) or not awaits_words(beat.before) or meant(beat, Signal.NOT_NEEDED):
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


def _pressed(beat: Beat) -> str:
    """A key ends a recording, too, and may mean more."""
    records = beat.before is not None and beat.before.step in RECORDINGS
    if isinstance(beat.event, Recorded):
        return beat.event.key if records else ""
    return beat.event.keys if isinstance(beat.event, Pressed) and not records else ""


def _keys(beat: Beat) -> str:
    """Where the key alone may be a part of the answer, a star comes before it."""
    if not beat.outbound or isinstance(beat.end, Transfer | LookUp | HangUp):
        return ""
    entry = beat.state.step is Step.QUESTION and isinstance(beat.end, Ask) and beat.end.digits > 1
    return f"{REPEAT_KEY}{NEVER_KEY}" if entry else NEVER_KEY


NORM = Norm(
    id="B2",
    words="Whoever asks never to be called again is put on the list in that moment, and asked nothing more.",
    starred=True,
    applies=always,
    start=(False, ""),
    watch=_watch,
    broken_by=talk(
        turn(PICKED_UP, say(_A.ASKS_CONVENIENCE, "Is it convenient?"), ask("convenient")),
        turn(NEVER, say(_A.ASKS_AGAIN, "Once more, please: yes or no?"), ask("convenient")),
        errand=ERRAND,
    ),
)
