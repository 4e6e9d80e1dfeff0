"""I1: the answer opens with a name."""

from __future__ import annotations

from ivr.etiquette.course import Beat, Standard
from ivr.etiquette.example import ask, say, talk, turn
from ivr.etiquette.norm import Norm
from ivr.etiquette.signs import inbound, names, names_company, own_department
from ivr.phrases.sentence import SpeechAct

_NAMELESS = "the call is answered without the name of the company or the department"


def _watch(answered: bool, beat: Beat, standard: Standard) -> tuple[bool, str | None]:
    return True, None if answered or _opens_with_name(beat, standard) else _NAMELESS


def _opens_with_name(beat: Beat, standard: Standard) -> bool:
    first, own = next(iter(beat.sentences), None), own_department(beat, standard)
    if first is None or first.act is not SpeechAct.GREETS:
        return False
    return names_company(first, standard) or (
        own is not None and names(first, standard.company.departments[own].name)
    )


NORM = Norm(
    id="I1",
    words="Whoever calls hears the name of the company, or of the department, first.",
    starred=True,
    applies=inbound,
    start=False,
    watch=_watch,
    broken_by=talk(turn(None, say(SpeechAct.GREETS, "Good afternoon."), ask("menu:main"))),
)
