"""C1: never in kind."""

from __future__ import annotations

import re
from functools import lru_cache

from ivr.etiquette.course import Standard
from ivr.etiquette.example import ask, say, talk, turn
from ivr.etiquette.norm import Norm, OfSentences
from ivr.etiquette.signs import always
from ivr.phrases.sentence import Sentence, SpeechAct
from ivr.understanding.civility import Civility, Family, plainly

_RUDE = frozenset(
    {Family.SWEARING.value, Family.THING.value}
)  # of what is no abuse, that is not for us to say
# What is no insult, and yet blunt, ironic or reproachful.
_BLUNT = re.compile(
    r"\b(?:shut up|calm down|whatever|not (?:my|our) problem|your (?:own )?fault|hurry up|get lost"
    r"|what do you want|as i (?:already )?(?:said|told)|i(?:'ve| have)? (?:already )?told you|obviously"
    r"|you should have|don't waste|stop wasting|use your (?:brain|head|ears)|are you deaf|pay attention"
    r"|good for you|congratulations, you|too bad|so what"
    r"|nomierinie(?:s|ties)|aizverie(?:s|ties)|apklus(?:ti|tiet)|nav (?:mana|mūsu) (?:problēma|darīšana)"
    r"|(?:pats|pati|paši) vainīg\w*|steidzie(?:s|ties)|kā jau (?:es )?teicu|es (?:taču|jau) teicu"
    r"|ko (?:tad |vēl )?(?:tu |jūs )?grib\w+|nešķied\w+|klausie(?:s|ties) uzmanīgi"
    r"|vai (?:jūs )?(?:esat )?kurl\w+"
    r"|tā (?:ir )?jūsu vaina|vācie(?:s|ties)|liecie(?:s|ties) mierā|nu un(?: tad)?\?)",
    re.IGNORECASE,
)


def _judge(sentence: Sentence, _: str, __: Standard) -> str | None:
    rude = impolite(sentence.text)
    return f'"{rude}" is not said politely' if rude else None


@lru_cache(maxsize=4096)
def impolite(text: str) -> str:
    """What in ``text`` nobody says politely; empty where there is nothing."""
    blunt = _BLUNT.search(text)
    if blunt:
        return blunt.group()
    found = plainly(text)
    rude = found.value in {Civility.ABUSIVE, Civility.THREAT} or found.why in _RUDE
    return text[slice(*found.span)] if rude and found.span else ""


NORM = Norm(
    id="C1",
    words="Whatever is said to us, we answer politely and calmly.",
    starred=True,
    applies=always,
    start=None,
    watch=OfSentences(_judge),
    broken_by=talk(turn(None, say(SpeechAct.ASKS_AGAIN, "Listen, you idiot."), ask("menu:main"))),
)
