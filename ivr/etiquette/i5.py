"""I5: no dead end."""

from __future__ import annotations

from ivr.conversation.actions import Ask, MakePromise, MovePromise, Note, Record, Transfer
from ivr.conversation.events import TransferEnded, TransferOutcome
from ivr.conversation.state import Step
from ivr.etiquette.course import Beat, Standard
from ivr.etiquette.example import HANG_UP, say, talk, turn
from ivr.etiquette.norm import Norm
from ivr.etiquette.signs import always, does, parts, says
from ivr.phrases.sentence import SpeechAct

_A = SpeechAct
_CLOSED = "sorry.closed"
_RINGING = frozenset({Step.TRANSFER, Step.CONNECTING})
_LEADS_ON = (_A.OFFERS_CHOICE, _A.OFFERS_PERSON, _A.ASKS_TIME, _A.CONFIRMS)
_DEAD_END = "nobody could be reached, and neither a person nor a call nor a message is offered"
_UNTOLD = "the department is not told what was said to us"


def _watch(owed: bool, beat: Beat, standard: Standard) -> tuple[bool, str | None]:
    owed = (owed or _not_reached(beat)) and not _led_on(beat)
    if owed and parts(beat):
        return False, _DEAD_END
    return owed, _UNTOLD if _keeps_back(beat, standard) else None


def _not_reached(beat: Beat) -> bool:
    rang = beat.before is not None and beat.before.step in _RINGING
    ended = isinstance(beat.event, TransferEnded) and beat.event.outcome is not TransferOutcome.TALKED
    return (rang and ended) or any(sentence.phrase.startswith(_CLOSED) for sentence in beat.sentences)


def _led_on(beat: Beat) -> bool:
    if does(beat, Transfer, Record, MakePromise, MovePromise, Note):
        return True
    promised = beat.state.errand is not None and beat.state.errand.promise is not None  # it is tried again
    ended = beat.state.handed == "abuse"  # whoever goes on being abusive may be left with a polite end
    told = says(beat, _A.AGREES) or promised or ended
    return told or (isinstance(beat.end, Ask) and says(beat, *_LEADS_ON))


def _keeps_back(beat: Beat, standard: Standard) -> bool:
    end = beat.end
    if not isinstance(end, Transfer) or not beat.state.said:
        return False
    told = any(sentence.phrase == "brief.words" for sentence in end.briefing)
    return standard.company.departments[end.department].accept and not told


NORM = Norm(
    id="I5",
    words="Where nobody can be reached, a person, a call or a message is offered; what was said goes along.",
    starred=True,
    applies=always,
    start=False,
    watch=_watch,
    broken_by=talk(
        turn(
            None,
            say(_A.CONNECTS, "I am connecting you."),
            Transfer("sales", (), accept=False),
            step=Step.TRANSFER,
        ),
        turn(
            TransferEnded(TransferOutcome.BUSY),
            say(_A.APOLOGISES, "I am sorry, everybody is busy."),
            say(_A.PARTS, "Goodbye!"),
            HANG_UP,
        ),
    ),
)
