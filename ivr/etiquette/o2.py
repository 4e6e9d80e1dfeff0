"""O2: is it convenient?"""

from __future__ import annotations

from typing import Literal

from ivr.conversation.moves import Signal
from ivr.conversation.state import Step
from ivr.etiquette.course import Beat, Standard
from ivr.etiquette.example import ERRAND, PICKED_UP, ask, say, talk, turn
from ivr.etiquette.norm import Norm
from ivr.etiquette.signs import meant, outbound, pressed, says
from ivr.phrases.sentence import SpeechAct

_A = SpeechAct
MATTER = (_A.STATES_MATTER, _A.ASKS_QUESTION, _A.PROPOSES)
_YES_KEY = "1"
Memory = Literal["", "asked", "yes"]


def _watch(memory: Memory, beat: Beat, _: Standard) -> tuple[Memory, str | None]:
    """The yes counts for the one who said it."""
    if memory == "asked" and (pressed(beat, _YES_KEY) or meant(beat, Signal.CONVENIENT)):
        memory = "yes"
    why = (
        "it comes to the matter before it is convenient" if memory != "yes" and says(beat, *MATTER) else None
    )
    if memory == "yes" and beat.state.step is not Step.SCREENED:
        return "yes", why
    return "asked" if says(beat, _A.ASKS_CONVENIENCE) else "", why


NORM = Norm(
    id="O2",
    words="Before the matter we ask whether it is convenient, and go on only after a yes.",
    starred=True,
    applies=outbound,
    start="",
    watch=_watch,
    broken_by=talk(
        turn(PICKED_UP, say(_A.STATES_MATTER, "Your yearly service is due."), ask("proposal")), errand=ERRAND
    ),
)
