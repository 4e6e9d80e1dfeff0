"""O7: what happens next."""

from __future__ import annotations

from ivr.company.disposition import Disposition
from ivr.conversation.actions import KeepMessage, MakePromise, MovePromise
from ivr.conversation.moves import Signal
from ivr.conversation.state import Step
from ivr.etiquette.course import Beat, Standard
from ivr.etiquette.example import ERRAND, HANG_UP, PICKED_UP, YES, ask, say, talk, turn
from ivr.etiquette.norm import Norm
from ivr.etiquette.signs import always, does, meant, parts, says, there
from ivr.phrases.sentence import SpeechAct

_A = SpeechAct
_CALLED_OFF = (Disposition.WRONG_PERSON, Disposition.OPTED_OUT)  # nothing follows any more
_TELLS = (_A.AGREES, _A.CONNECTS)  # whoever is put through at once knows what happens next


def _watch(owed: bool, beat: Beat, _: Standard) -> tuple[bool, str | None]:
    told = says(beat, *_TELLS) or does(beat, KeepMessage)
    owed = (owed or _agreed(beat)) and not (told or _called_off(beat))
    if owed and parts(beat):
        return False, "they agreed, and nobody says what happens next"
    return owed, "a call is promised without telling" if _promises(beat) and not told and there(
        beat
    ) else None


def _called_off(beat: Beat) -> bool:
    doubts = beat.before is not None and beat.before.step is Step.NEVER_AGAIN  # whether we may call at all
    return doubts or beat.state.result in _CALLED_OFF or meant(beat, Signal.WANTS_NEITHER)


def _agreed(beat: Beat) -> bool:
    return beat.before is not None and beat.state.answered == "yes" != beat.before.answered


def _promises(beat: Beat) -> bool:
    return does(beat, MakePromise, MovePromise)


NORM = Norm(
    id="O7",
    words="Whatever was agreed is told before the goodbye: what happens next.",
    starred=True,
    applies=always,
    start=False,
    watch=_watch,
    broken_by=talk(
        turn(PICKED_UP, say(_A.PROPOSES, "Shall our engineer come?"), ask("proposal")),
        turn(YES, say(_A.THANKS, "Thank you."), say(_A.PARTS, "Goodbye!"), HANG_UP, answered="yes"),
        errand=ERRAND,
    ),
)
