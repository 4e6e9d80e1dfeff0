"""O8: thanks for the time."""

from __future__ import annotations

from ivr.etiquette.course import Beat, Standard
from ivr.etiquette.example import ERRAND, HANG_UP, NO, PICKED_UP, ask, say, talk, turn
from ivr.etiquette.norm import Norm
from ivr.etiquette.signs import outbound, parts, says
from ivr.phrases.sentence import SpeechAct

_A = SpeechAct


def _watch(memory: None, beat: Beat, _: Standard) -> tuple[None, str | None]:
    unthanked = parts(beat) and not says(beat, _A.THANKS)
    return memory, "whom we called is not thanked for their time" if unthanked else None


NORM = Norm(
    id="O8",
    words="Whatever came of it, we thank whom we called for their time.",
    starred=True,
    applies=outbound,
    start=None,
    watch=_watch,
    broken_by=talk(
        turn(PICKED_UP, say(_A.ASKS_CONVENIENCE, "Is it convenient?"), ask("convenient")),
        turn(NO, say(_A.APOLOGISES, "I am sorry."), say(_A.PARTS, "Ozols says goodbye."), HANG_UP),
        errand=ERRAND,
    ),
)
