"""I2: a name is given where the standard says so."""

from __future__ import annotations

from dataclasses import replace

from ivr.company.base import LocalText
from ivr.etiquette.course import Beat, Course, Standard
from ivr.etiquette.example import ask, say, talk, turn
from ivr.etiquette.norm import Norm
from ivr.etiquette.signs import inbound, names, own_department
from ivr.phrases.sentence import SpeechAct

_A = SpeechAct


def _watch(answered: bool, beat: Beat, standard: Standard) -> tuple[bool, str | None]:
    name = None if answered else _name(beat, standard)
    given = name is None or any(
        names(sentence, name) for sentence in beat.sentences if sentence.act is _A.INTRODUCES
    )
    return True, None if given else "nobody introduces themselves, although the standard gives a name"


def _name(beat: Beat, standard: Standard) -> LocalText | None:
    own = own_department(beat, standard)
    return (standard.company.departments[own] if own else standard.company).introduces_as


def _example() -> Course:
    greeted = turn(None, say(_A.GREETS, "Ozols, Customer Support, good afternoon."), ask("menu:main"))
    return talk(replace(greeted, changes={"called": "+37167000102"}))


NORM = Norm(
    id="I2",
    words="Where the standard gives a name, whoever answers gives it.",
    starred=False,
    applies=inbound,
    start=False,
    watch=_watch,
    broken_by=_example(),
)
