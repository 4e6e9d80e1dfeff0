"""O4: the matter, briefly, and first."""

from __future__ import annotations

from functools import lru_cache

from ivr.company.campaign import MATTER_SECONDS, MATTER_SENTENCES
from ivr.company.sentences import seconds, sentences
from ivr.etiquette.course import Beat, Standard
from ivr.etiquette.example import ERRAND, PICKED_UP, YES, ask, say, talk, turn
from ivr.etiquette.norm import Norm
from ivr.etiquette.signs import outbound
from ivr.phrases.sentence import Sentence, SpeechAct

_A = SpeechAct
_AFTER = (_A.ASKS_QUESTION, _A.PROPOSES)


def _watch(stated: bool, beat: Beat, standard: Standard) -> tuple[bool, str | None]:
    """Who is called again goes on where the talk stopped, and has heard the matter."""
    stated = stated or bool(beat.state.errand and beat.state.errand.resume)
    why = None
    for sentence in beat.sentences:
        if sentence.act is _A.STATES_MATTER:
            stated, why = True, why or _too_long(sentence, standard)
        elif sentence.act in _AFTER and not stated:
            stated, why = True, why or "it asks or proposes before it says why it calls"
    return stated, why


def _too_long(sentence: Sentence, standard: Standard) -> str | None:
    pace = standard.company.pace(sentence.language)
    return _length(sentence.text, sentence.language, pace)


@lru_cache(maxsize=256)
def _length(text: str, language: str, pace: int) -> str | None:
    if sentences(text) > MATTER_SENTENCES:
        return f"the matter takes more than {MATTER_SENTENCES} sentences"
    took = seconds(text, language, pace)
    return f"the matter takes {took:.0f} seconds" if took > MATTER_SECONDS else None


NORM = Norm(
    id="O4",
    words="The matter comes before questions and proposal, in two sentences and twenty seconds at most.",
    starred=True,
    applies=outbound,
    start=False,
    watch=_watch,
    broken_by=talk(
        turn(PICKED_UP, say(_A.ASKS_CONVENIENCE, "Is it convenient?"), ask("convenient")),
        turn(YES, say(_A.PROPOSES, "Shall our engineer come?"), ask("proposal")),
        errand=ERRAND,
    ),
)
