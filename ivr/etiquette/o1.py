"""O1: who calls is said first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ivr.company.base import LocalText
from ivr.etiquette.course import Beat, Standard
from ivr.etiquette.example import ERRAND, PICKED_UP, ask, say, talk, turn
from ivr.etiquette.norm import Norm
from ivr.etiquette.signs import names, names_company, outbound, says
from ivr.phrases import formats
from ivr.phrases.sentence import Sentence, SpeechAct

_A = SpeechAct
ASKING = (_A.ASKS_WHO, _A.ASKS_CONVENIENCE, _A.ASKS_TIME, _A.STATES_MATTER, _A.ASKS_QUESTION, _A.PROPOSES)
_AUTOMATED = re.compile(
    r"automāt|automat|robot|\bbots?\b|virtuāl|virtual|digitāl|digital|mākslīg|artificial|dator|computer|machine",
    re.IGNORECASE,
)
_NAMELESS = "our call does not begin with the name of the company"
_PERSONAL = "nobody says that an automated voice speaks"
_LEFT_OUT = "the introduction leaves out {}"
_UNKNOWN = "it asks somebody who does not know yet who calls"


def _watch(introduced: bool, beat: Beat, standard: Standard) -> tuple[bool, str | None]:
    """Whoever comes to the telephone after somebody else, or after an assistant, is met anew."""
    said = beat.sentences
    why = _first(said, standard) if beat.before is None and said else None
    asks = says(beat, *ASKING)
    missing = _missing(said, standard) if asks and not (introduced or why) else None
    unknown = (_UNKNOWN if beat.before else missing) if missing else None
    waits = beat.state.step == "screened"
    return not waits and (introduced or (asks and not missing)), why or unknown


def _first(said: tuple[Sentence, ...], standard: Standard) -> str | None:
    if not _names_us(said[0], standard):
        return _NAMELESS
    return None if any(map(_is_automated, said)) else _PERSONAL


def _missing(said: tuple[Sentence, ...], standard: Standard) -> str | None:
    """What an introduction lacks; None where it is whole."""
    why = _first(said, standard) if said else _NAMELESS
    left_out = next(_left_out(said, standard), None)
    return why or (_LEFT_OUT.format(left_out) if left_out else None)


def _names_us(sentence: Sentence, standard: Standard) -> bool:
    return sentence.act in {_A.GREETS, _A.INTRODUCES} and names_company(sentence, standard)


def _is_automated(sentence: Sentence) -> bool:
    return sentence.act is _A.INTRODUCES and _tells(sentence.text)


@lru_cache(maxsize=256)
def _tells(text: str) -> bool:
    return _AUTOMATED.search(text) is not None


def _left_out(said: tuple[Sentence, ...], standard: Standard) -> Iterator[str]:
    """What the campaign prescribes and the introduction does not give."""
    introduced = tuple(sentence for sentence in said if sentence.act is _A.INTRODUCES)
    for text in _identifiers(standard, introduced[0].language if introduced else ""):
        if not any(names(sentence, text) for sentence in introduced):
            yield text.into(introduced[0].language if introduced else standard.company.default_language)


def _identifiers(standard: Standard, language: str) -> Iterator[LocalText]:
    if standard.campaign is None:
        return
    given = standard.campaign.introducer
    yield from (text for text in (given.name, given.position) if text)
    if given.number and language:
        yield LocalText({"*": formats.digits(language, given.number).text})


NORM = Norm(
    id="O1",
    words="Our call says first which company calls, then who speaks, and that it is an automated voice.",
    starred=True,
    applies=outbound,
    start=False,
    watch=_watch,
    broken_by=talk(
        turn(
            PICKED_UP,
            say(_A.GREETS, "Ozols, good afternoon."),
            say(_A.INTRODUCES, "This is Anna Bērziņa, customer adviser, operator number 17."),
            say(_A.ASKS_CONVENIENCE, "Is it convenient for you to talk now?"),
            ask("convenient"),
        ),
        errand=ERRAND,
    ),
)
