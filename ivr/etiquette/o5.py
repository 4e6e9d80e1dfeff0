"""O5: every answer is kept."""

from __future__ import annotations

from ivr.company.campaign import PROPOSAL, Campaign
from ivr.conversation.actions import Remember
from ivr.conversation.events import Heard, Pressed
from ivr.conversation.state import Step
from ivr.etiquette.course import Beat, Standard
from ivr.etiquette.example import ERRAND, PICKED_UP, YES, ask, say, talk, turn
from ivr.etiquette.norm import Norm
from ivr.etiquette.signs import outbound
from ivr.phrases.sentence import SpeechAct

_A = SpeechAct
_ASKED = frozenset({Step.QUESTION, Step.QUESTION_HOUR, Step.QUESTION_WORDS})


def _watch(memory: None, beat: Beat, standard: Standard) -> tuple[None, str | None]:
    question = _answered(beat, standard.campaign) if standard.campaign else None
    if question is None:
        return memory, None
    kept = [each for each in beat.turn.actions if isinstance(each, Remember) and each.question == question]
    if not kept:
        return memory, f'the answer to "{question}" is not kept'
    speaks = isinstance(beat.event, Pressed | Heard)
    return memory, f'what was answered to "{question}" is not kept' if speaks and not kept[0].said else None


def _answered(beat: Beat, campaign: Campaign) -> str | None:
    """The question that is behind us with this turn."""
    before, after = beat.before, beat.state
    if before is None:
        return None
    if before.step in _ASKED and after.asked_question > before.asked_question:
        return campaign.questions[before.asked_question].id
    return PROPOSAL if after.answered and after.answered != before.answered else None


NORM = Norm(
    id="O5",
    words="Every answer to our questions and our proposal is kept, as it was said and as it was understood.",
    starred=True,
    applies=outbound,
    start=None,
    watch=_watch,
    broken_by=talk(
        turn(PICKED_UP, say(_A.PROPOSES, "Shall our engineer come?"), ask("proposal"), step=Step.PROPOSAL),
        turn(YES, say(_A.AGREES, "Our engineer will come."), ask("more"), answered="yes"),
        errand=ERRAND,
    ),
)
