"""B3: the person's language, formally."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from ivr.etiquette.course import Beat, Standard
from ivr.etiquette.example import ask, say, talk, turn
from ivr.etiquette.norm import Norm
from ivr.etiquette.signs import always
from ivr.phrases.sentence import Sentence, SpeechAct

_OFFER = "menu.language"  # the way to another language is told in that one
# Forms of "tu", its verbs, and greetings among friends; words of the street.
_INFORMAL: Mapping[str, re.Pattern[str]] = {
    language: re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for language, words in {
        "lv": r"tu|tev|tevi|tevis|tevī|tav(?:s|a|ā|i|u|am|ai|as|us|os|ās|iem|ām)|čau|čaviņa|sveiks|sveika"
        r"|atvaino|piedod|nospied|uzgaidi|pagaidi|atstāj ziņu|pasaki|ievadi|izvēlies (?:pats|pati)",
        "en": r"hey|yo|dude|guys|gonna|wanna|gotta|ain't|yeah|yep|nope|bro|buddy|sweetie|darling|honey|oops"
        r"|ok(?:ay)?ie? ?dokie?|bye-bye|no worries|what's up|you guys",
    }.items()
}


def _watch(memory: None, beat: Beat, _: Standard) -> tuple[None, str | None]:
    found = (_why(sentence, beat.state.language) for sentence in beat.sentences)
    return memory, next(filter(None, found), None)


def _why(sentence: Sentence, language: str) -> str | None:
    if sentence.language != language and sentence.phrase != _OFFER:
        return f'"{sentence.phrase}" is not said in the language of the talk'
    word = informal(sentence.text, sentence.language)
    return f'"{word}" is no formal address' if word else None


@lru_cache(maxsize=4096)
def informal(text: str, language: str) -> str:
    """The first word of ``text`` by which nobody is addressed formally; empty where there is none."""
    pattern = _INFORMAL.get(language)
    found = pattern.search(text) if pattern else None
    return found.group() if found else ""


NORM = Norm(
    id="B3",
    words="We speak the other side's language, and address everybody formally.",
    starred=True,
    applies=always,
    start=None,
    watch=_watch,
    broken_by=talk(turn(None, say(SpeechAct.GREETS, "Ozols, labdien!", "lv"), ask("menu:main"))),
)
