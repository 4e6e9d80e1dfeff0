"""How Twilio listens to an answer: for keys always, for words where the question expects them. Pure.

Sources: Twilio's documentation of <Gather> (speechModel, speechTimeout, hints, profanityFilter), and of its
warnings 13330, 13331 and 13335.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from ivr.calls.desk import LiveCall
from ivr.conversation.actions import Ask, Expects
from ivr.conversation.vocabulary import vocabulary
from ivr.lines.twilio import words

MOST_HINTS, LONGEST_HINT = 500, 100  # that one <Gather> takes; characters
MOST_HINTED = (
    20_000  # characters of all hints together: a document may have 64 kB, and they count up to thrice
)
# Seconds of silence after which somebody has said all: who tells what they want, or when, thinks in between.
# "auto" would end at the first pause, and goes with no model.
PAUSES: Mapping[Expects, int] = {
    Expects.WISH: 2,
    Expects.TIME: 2,
    Expects.YES_NO: 1,
    Expects.CHOICE: 1,
    Expects.NUMBER: 1,
}


def ears(live: LiveCall, ask: Ask) -> Mapping[str, Any]:
    """Attributes of the <Gather> that waits for an answer to ``ask``."""
    known = vocabulary(live.turn.state, ask, live.company, live.campaign)
    if known is None or ask.expects is None:
        return {"input": "dtmf"}
    language = words.language(live.company, known.language)
    return {
        "input": "dtmf speech",
        "language": language,
        "hints": hints(known.phrases) or None,
        "speech_model": words.speech_model(language, ask.expects),
        "speech_timeout": PAUSES[ask.expects],
        "profanity_filter": False,  # what was said is kept as it was said
    }


@lru_cache(maxsize=1_024)
def hints(phrases: tuple[str, ...]) -> str:
    """Phrases as Twilio takes them; of too many the short ones, which help most."""
    distinct = dict.fromkeys(" ".join(phrase.replace(",", " ").split()) for phrase in phrases)
    short = sorted((phrase for phrase in distinct if 0 < len(phrase) <= LONGEST_HINT), key=len)
    kept = set(_fitting(short[:MOST_HINTS]))
    return ", ".join(phrase for phrase in distinct if phrase in kept)


def _fitting(phrases: Iterable[str]) -> Iterator[str]:
    left = MOST_HINTED
    for phrase in phrases:
        left -= len(phrase) + 2
        if left < 0:
            return
        yield phrase
