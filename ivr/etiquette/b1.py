"""B1: a proper end."""

from __future__ import annotations

from ivr.etiquette.course import Beat, Standard
from ivr.etiquette.example import HANG_UP, YES, ask, say, talk, turn
from ivr.etiquette.norm import Norm
from ivr.etiquette.signs import always, names_company, parts
from ivr.phrases.sentence import SpeechAct

_A = SpeechAct
_PARTING = (_A.THANKS, _A.PARTS)
_ABRUPT, _NAMELESS = (
    "the call ends without thanks and a goodbye",
    "neither the thanks nor the goodbye is in the company's name",
)


def _watch(memory: None, beat: Beat, standard: Standard) -> tuple[None, str | None]:
    if not parts(beat):
        return memory, None
    last = beat.sentences[-len(_PARTING) :]
    if tuple(sentence.act for sentence in last) != _PARTING:
        return memory, _ABRUPT
    named = any(names_company(sentence, standard) for sentence in last)
    return memory, None if named else _NAMELESS


NORM = Norm(
    id="B1",
    words="A call ends with thanks and a goodbye in the company's name, as long as somebody is there.",
    starred=True,
    applies=always,
    start=None,
    watch=_watch,
    broken_by=talk(
        turn(None, say(_A.GREETS, "Ozols, good afternoon."), ask("menu:main")),
        turn(YES, say(_A.INFORMS, "We are open from nine to six."), HANG_UP),
    ),
)
