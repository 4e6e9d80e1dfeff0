"""I3: the obligatory question."""

from __future__ import annotations

from ivr.company.models import BACK_KEY
from ivr.conversation.actions import Ask
from ivr.conversation.moves import Signal
from ivr.conversation.state import Step
from ivr.etiquette.course import Beat, Standard
from ivr.etiquette.example import ask, say, talk, turn
from ivr.etiquette.norm import Norm
from ivr.etiquette.signs import inbound, meant, own_department, pressed, says
from ivr.phrases.sentence import SpeechAct

_WANTING = ("menu:", "help:")  # the questions what the caller wants


def _watch(done: bool, beat: Beat, standard: Standard) -> tuple[bool, str | None]:
    """Somebody who is expected because of a promise is asked about that first."""
    if done or says(beat, SpeechAct.OFFERS_HELP):
        return True, None
    asks = isinstance(beat.end, Ask) and beat.end.question.startswith(_WANTING)
    unasked = asks and _serves(beat, standard) and not _went_there(beat)
    return asks, "the caller is not asked how to help" if unasked else None


def _went_there(beat: Beat) -> bool:
    """Whoever chose that very menu was not asked, and need not be."""
    asked_back = beat.before is not None and beat.before.step in {Step.MEANT, Step.BETWEEN}
    return asked_back or meant(beat, Signal.CHOSE_GROUP, Signal.BACK) or pressed(beat, BACK_KEY)


def _serves(beat: Beat, standard: Standard) -> bool:
    own = own_department(beat, standard)
    return own is None or standard.company.departments[own].offers_help


NORM = Norm(
    id="I3",
    words="A number that serves customers asks how it can help before it asks anything else.",
    starred=False,
    applies=inbound,
    start=False,
    watch=_watch,
    broken_by=talk(turn(None, say(SpeechAct.GREETS, "Ozols, good afternoon."), ask("menu:main"))),
)
