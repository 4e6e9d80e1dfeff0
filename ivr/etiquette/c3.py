"""C3: frustration, abuse and threats are three things."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ivr.conversation.actions import HangUp, OptOut, Raise, Transfer
from ivr.conversation.events import Heard
from ivr.etiquette.course import Beat, Standard
from ivr.etiquette.example import ask, say, talk, turn
from ivr.etiquette.norm import Norm
from ivr.etiquette.signs import always, does, manner, says
from ivr.phrases.sentence import SpeechAct
from ivr.understanding.civility import Civility

_A = SpeechAct


def _watch(warned: bool, beat: Beat, _: Standard) -> tuple[bool, str | None]:
    how = manner(beat)
    warns = says(beat, _A.WARNS)
    judge = _JUDGED.get(how)
    why = judge(warned, beat) if judge else _of_nothing(beat)
    return warned or warns, "a second warning is given" if warns and warned else why


def _of_nothing(beat: Beat) -> str | None:
    return "somebody who said nothing wrong is warned" if says(beat, _A.WARNS) else None


def _of_frustration(_: bool, beat: Beat) -> str | None:
    if says(beat, _A.WARNS) or does(beat, Raise):
        return "frustration is taken for abuse"
    met = says(beat, _A.UNDERSTANDS, _A.APOLOGISES) or _over(beat)
    return None if met else "frustration is met without understanding"


def _of_abuse(warned: bool, beat: Beat) -> str | None:
    if _over(beat) or isinstance(beat.end, Transfer):
        return None
    if warned:
        return "abuse goes on after the warning, and neither a person nor a polite end follows"
    return None if says(beat, _A.WARNS) else "abuse is not answered by a calm warning"


def _of_threat(_: bool, beat: Beat) -> str | None:
    led = isinstance(beat.end, Transfer) or (isinstance(beat.end, HangUp) and says(beat, _A.PARTS))
    return None if led else "a threat is not escalated at once"


def _over(beat: Beat) -> bool:
    """The call comes to a polite end, or the person's own wish ended our calls."""
    ended = isinstance(beat.end, HangUp) and says(beat, _A.PARTS)
    return ended or does(beat, OptOut)


_JUDGED: Mapping[Civility | None, Callable[[bool, Beat], str | None]] = {
    Civility.FRUSTRATED: _of_frustration,
    Civility.ABUSIVE: _of_abuse,
    Civility.THREAT: _of_threat,
}

NORM = Norm(
    id="C3",
    words="Frustration is met with understanding, abuse with one calm warning, then a person or a polite "
    "end; a threat is escalated at once.",
    starred=True,
    applies=always,
    start=False,
    watch=_watch,
    broken_by=talk(
        turn(None, say(_A.GREETS, "Ozols, good afternoon."), ask("menu:main")),
        turn(Heard("this is damn slow"), say(_A.ASKS_AGAIN, "Once more, please."), ask("menu:main")),
    ),
)
