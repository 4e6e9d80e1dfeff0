"""O6: sorry that it did not suit."""

from __future__ import annotations

from ivr.conversation.moves import Signal
from ivr.conversation.state import Step
from ivr.etiquette.course import Beat, Standard
from ivr.etiquette.example import ERRAND, HANG_UP, NO, PICKED_UP, ask, say, talk, turn
from ivr.etiquette.norm import Norm
from ivr.etiquette.signs import meant, outbound, parts, says
from ivr.phrases.sentence import SpeechAct

_A = SpeechAct
_SORRY = "the proposal did not suit, and nobody is sorry"


def _watch(owed: bool, beat: Beat, _: Standard) -> tuple[bool, str | None]:
    """Whoever wants to hear no proposal at all has declined as well."""
    declined = beat.before is not None and beat.state.answered == "no" != beat.before.answered
    owed = (owed or declined or _refused(beat)) and not says(beat, _A.APOLOGISES)
    return owed, _SORRY if owed and parts(beat) else None


def _refused(beat: Beat) -> bool:
    asked = beat.before is not None and beat.before.step is Step.CONVENIENT
    return asked and meant(beat, Signal.NO)


NORM = Norm(
    id="O6",
    words="Whoever declines hears an apology before the goodbye.",
    starred=True,
    applies=outbound,
    start=False,
    watch=_watch,
    broken_by=talk(
        turn(PICKED_UP, say(_A.PROPOSES, "Shall our engineer come?"), ask("proposal")),
        turn(NO, say(_A.THANKS, "Thank you."), say(_A.PARTS, "Goodbye!"), HANG_UP, answered="no"),
        errand=ERRAND,
    ),
)
