"""B3: the person's language, formally."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from ivr.company.models import Company
from ivr.etiquette.course import Standard
from ivr.etiquette.example import ask, say, talk, turn
from ivr.etiquette.norm import Norm, OfSentences
from ivr.etiquette.signs import always
from ivr.phrases.sentence import Sentence, SpeechAct

_OFFER = "menu.language"  # the way to another language is told in that one
# Forms of "tu", its verbs, and greetings among friends; words of the street.
_INFORMAL: Mapping[str, re.Pattern[str]] = {
    language: re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for language, words in {
        "lv": r"tu|tev|tevi|tevis|tevī|tav(?:s|a|ā|i|u|am|ai|as|us|os|ās|iem|ām)|čau|čaviņa|sveiks|sveika"
        r"|atvaino|piedod|nospied|uzgaidi|pagaidi|atstāj ziņu|pasaki|ievadi|izvēlies (?:pats|pati)",
        "en": r"hey|yo|dude|guys|gonna|wanna|gotta|ain't|yeah|yep|nope|oops"
        r"|ok(?:ay)?ie? ?dokie?|bye-bye|no worries|what's up|you guys"
        # As an address alone: a shop may sell honey.
        r"|(?:(?<=^)|(?<=, ))(?:bro|buddy|sweetie|darling|honey)(?=\s*(?:[,.!?]|$))",
    }.items()
}


def _judge(sentence: Sentence, language: str, standard: Standard) -> str | None:
    if sentence.language != language and sentence.phrase != _OFFER:
        return f'"{sentence.phrase}" is not said in the language of the talk'
    word = informal(sentence.text, sentence.language)
    if word:  # seldom, and then it may be a name
        word = informal(sentence.text, sentence.language, names_of(standard.company, sentence.language))
    return f'"{word}" is no formal address' if word else None


@lru_cache(maxsize=4096)
def informal(text: str, language: str, names: tuple[str, ...] = ()) -> str:
    """The first word of ``text`` by which nobody is addressed formally; empty where there is none.

    Args:
        names: which address nobody, whatever they consist of.
    """
    pattern = _INFORMAL.get(language)
    found = pattern.search(_without(text, names)) if pattern else None
    return found.group() if found else ""


def names_of(company: Company, language: str) -> tuple[str, ...]:
    """The names of the company and of all that it offers, as far as they are given in that language."""
    return company.derived(("names", language), lambda: tuple(_names(company, language)))


def _names(company: Company, language: str) -> Iterator[str]:
    for things in (company.departments, company.groups, company.answers):
        named = (each.name for each in things.values())
        yield from (name.into(language) for name in named if not name.missing((language,)))
    if not company.name.missing((language,)):
        yield company.name.into(language)


def _without(text: str, names: tuple[str, ...]) -> str:
    for name in names:
        text = text.replace(name, "…")
    return text


NORM = Norm(
    id="B3",
    words="We speak the other side's language, and address everybody formally.",
    starred=True,
    applies=always,
    start=None,
    watch=OfSentences(_judge),
    broken_by=talk(turn(None, say(SpeechAct.GREETS, "Ozols, labdien!", "lv"), ask("menu:main"))),
)
