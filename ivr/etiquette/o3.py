"""O3: another time, read back."""

from __future__ import annotations

from datetime import datetime

from ivr.conversation.actions import MakePromise, MovePromise, OptOut, Transfer
from ivr.conversation.events import Found
from ivr.conversation.moves import Signal
from ivr.conversation.state import Step
from ivr.etiquette.course import Beat, Standard
from ivr.etiquette.example import ERRAND, HANG_UP, NO, PICKED_UP, ask, say, talk, turn
from ivr.etiquette.norm import Norm
from ivr.etiquette.signs import always, does, meant, parts, pressed, says
from ivr.phrases.sentence import SpeechAct

_A = SpeechAct
_YES_KEY, _NO_KEY, _WRONG_KEY = "1", "2", "8"
_READS_BACK = "time."  # the phrases that say a time and ask whether it is right
_PROMISES = (MakePromise, MovePromise)
_UNASKED = "it is not convenient, and no other time is asked for"
_UNCONFIRMED = "a call is promised for a time that was not read back and agreed to"
Memory = tuple[bool, str]  # another time is owed; how far the time that is to be promised is agreed


def _watch(memory: Memory, beat: Beat, _: Standard) -> tuple[Memory, str | None]:
    owed, agreed = memory
    owed = (owed or _inconvenient(beat)) and not _sought(beat)
    agreed = _agreed(agreed, beat)
    why = _UNCONFIRMED if _promises_another(agreed, beat) else None
    if owed and parts(beat):
        return (False, agreed), why or _UNASKED
    return (owed, agreed), why


def _inconvenient(beat: Beat) -> bool:
    before = beat.before.step if beat.before and beat.outbound else None
    return before is not None and (
        meant(beat, Signal.NOT_CONVENIENT) or (before is Step.CONVENIENT and pressed(beat, _NO_KEY))
    )


def _sought(beat: Beat) -> bool:
    """A time is asked for or proposed, none is free, or the person turned to something else."""
    none_free = isinstance(beat.event, Found) and says(beat, _A.APOLOGISES)
    other = pressed(beat, _WRONG_KEY) or meant(beat, Signal.WRONG_PERSON)
    done = does(beat, *_PROMISES, OptOut, Transfer)
    return none_free or other or done or says(beat, _A.ASKS_TIME) or _reads_back(beat)


def _reads_back(beat: Beat) -> bool:
    return says(beat, _A.CONFIRMS) and any(
        said.act is _A.CONFIRMS and said.phrase.startswith(_READS_BACK) for said in beat.sentences
    )


def _agreed(agreed: str, beat: Beat) -> str:
    """ "asked" after a time was read back, "yes" after it was agreed to."""
    if _reads_back(beat):
        return "asked"
    if agreed == "asked" and (pressed(beat, _YES_KEY) or meant(beat, Signal.RIGHT)):
        return "yes"
    return "yes" if agreed == "yes" and isinstance(beat.event, Found) else ""


def _promises_another(agreed: str, beat: Beat) -> bool:
    if not does(beat, *_PROMISES):
        return False
    promises = [each for each in beat.turn.actions if isinstance(each, _PROMISES)]
    chosen = beat.before.chosen if beat.before else None
    right = agreed == "yes" and chosen is not None
    return any(not (right and datetime.fromisoformat(str(chosen)) == each.at) for each in promises)


NORM = Norm(
    id="O3",
    words="If it is not convenient, another time is asked for; only a time that was read back and agreed to "
    "is promised.",
    starred=True,
    applies=always,
    start=(False, ""),
    watch=_watch,
    broken_by=talk(
        turn(
            PICKED_UP, say(_A.ASKS_CONVENIENCE, "Is it convenient?"), ask("convenient"), step=Step.CONVENIENT
        ),
        turn(NO, say(_A.THANKS, "Thank you."), say(_A.PARTS, "Goodbye!"), HANG_UP),
        errand=ERRAND,
    ),
)
