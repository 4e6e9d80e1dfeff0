"""C2: what happened is kept."""

from __future__ import annotations

from collections.abc import Mapping

from ivr.conversation.actions import Raise
from ivr.conversation.events import Heard
from ivr.etiquette.course import Beat, Standard
from ivr.etiquette.example import ask, say, talk, turn
from ivr.etiquette.norm import Norm
from ivr.etiquette.signs import always, does, manner
from ivr.phrases.sentence import SpeechAct
from ivr.understanding.civility import Civility

_A = SpeechAct
_SEVERITY: Mapping[Civility | None, str] = {Civility.ABUSIVE: "abuse", Civility.THREAT: "threat"}
_UNKEPT, _UNTRUE = "{} is said, and it is not kept", "what is kept is not what was said"


def _watch(memory: None, beat: Beat, _: Standard) -> tuple[None, str | None]:
    severity = _SEVERITY.get(manner(beat))
    if not (severity or does(beat, Raise)):
        return memory, None
    raised = [action for action in beat.turn.actions if isinstance(action, Raise)]
    if severity and severity not in {each.severity for each in raised}:
        return memory, _UNKEPT.format(severity)
    said = beat.event.words if isinstance(beat.event, Heard) else ""
    return memory, _UNTRUE if any(each.words != said for each in raised) else None


NORM = Norm(
    id="C2",
    words="Abuse and threats are kept as evidence in that moment, in the very words.",
    starred=True,
    applies=always,
    start=None,
    watch=_watch,
    broken_by=talk(
        turn(None, say(_A.GREETS, "Ozols, good afternoon."), ask("menu:main")),
        turn(Heard("you are an idiot"), say(_A.WARNS, "Please let us speak politely."), ask("menu:main")),
    ),
)
