"""Fine, frustrated, abusive or a threat (C3), in Latvian, English and Russian, also mixed.

Names, products, sayings and quotes are no offence. Swearing at nobody is frustration; an insult to the one
who is spoken to is abuse; announced harm to people or property is a threat; lawyers and consumer offices are
a complaint.
"""

from __future__ import annotations

from functools import lru_cache

from ivr.understanding.civility import english, latvian, russian
from ivr.understanding.civility.english.menaces import MENACES as ENGLISH
from ivr.understanding.civility.latvian.menaces import MENACES as LATVIAN
from ivr.understanding.civility.masks import reveal
from ivr.understanding.civility.menace import learn_examples, menace, sounds_like_one
from ivr.understanding.civility.table import MEANING, Civility, Family, Rudeness
from ivr.understanding.quoting import own_words
from ivr.understanding.recall import Recall, anew
from ivr.understanding.result import Match
from ivr.understanding.utterance import Utterance, Word, reduced, utterance

__all__ = ["Civility", "Family", "civility", "impolite", "plainly", "prepare", "rude_in"]

_OF_LANGUAGE = {"en": english.TABLE, "lv": latvian.TABLE, "ru": russian.TABLE}
TABLES = tuple(_OF_LANGUAGE.values())
SERIOUS = tuple(reversed(Civility))
MAY_BE_TOLD = frozenset({Family.COMPLAINT, Family.EXASPERATION, Family.DISTRESS})
MENACES = (ENGLISH, LATVIAN)
# Beside these words what only sounds like a threat is one; in a complaint it is a figure of speech.
MAY_HINT = frozenset({Family.SWEARING, Family.THING, Family.EXASPERATION})
FINE = Match(Civility.FINE, 0.9, "nothing rude is said")


@lru_cache(64)  # of one sentence it is asked whether it is rude, and whether it may be repeated
def civility(words: str) -> Match[Civility]:
    """How ``words`` speak to us: the most serious of all that is said, with the family of its rule.

    What only sounds like a threat has so low a confidence that nobody acts upon it.
    """
    plain = plainly(words)
    if plain is not FINE and plain.why not in MAY_HINT:
        return plain
    meant = _meant(words)
    return next((match for some in MENACES if (match := sounds_like_one(some, meant))), plain)


@lru_cache(64)
def plainly(words: str) -> Match[Civility]:
    """As ``civility``, by the rules alone: what nobody foresaw is fine. Needs no ``prepare``."""
    meant = _meant(words)
    found = [match for table in TABLES if (match := _found(table, reduced(meant, table.same)))]
    worst = min(found, key=lambda match: SERIOUS.index(match.value), default=FINE)
    if worst.value is Civility.THREAT:
        return worst
    return next((match for some in MENACES if (match := menace(some, meant))), worst)


def prepare(recall: Recall = anew) -> None:
    """Learn now what the first caller would have to wait for: half a second where it was not kept."""
    for some in MENACES:
        learn_examples(some, recall)


def impolite(words: str) -> Match[Civility] | None:
    """What of ``words`` the machine may not say, nor repeat; that nobody answers, it may."""
    found = plainly(words)
    return None if found.value is Civility.FINE or found.why in MAY_BE_TOLD else found


def rude_in(words: str) -> str:
    """The language in which most of ``words`` is rude ("lv", "en", "ru"); empty where several are as likely.

    Many an insult is one in all of them: "you idiot" is English, "idiot" is any.
    """
    meant = _meant(words)
    covers = {name: _covered(table, reduced(meant, table.same)) for name, table in _OF_LANGUAGE.items()}
    likeliest = [name for name, some in covers.items() if some == max(covers.values())]
    return likeliest[0] if len(likeliest) == 1 else ""


@lru_cache(64)
def _meant(words: str) -> Utterance:
    return reveal(_without_harmless(own_words(words)))


def _covered(table: Rudeness, lean: Utterance) -> int:
    found = _found(table, lean)
    return found.span[1] - found.span[0] if found and found.span else 0


def _found(table: Rudeness, lean: Utterance) -> Match[Civility] | None:
    for rule in table.rules:
        if place := rule.pattern.search(lean.plain):
            value = MEANING[Family(rule.name)]
            return Match(value, rule.confidence, rule.name, lean.span(*place.span()))
    return None


def _without_harmless(meant: Utterance) -> Utterance:
    """The utterance without what is harmless in any language: a word may be one's own insult in one and a
    plural in another."""
    places = [
        lean.span(*found.span())
        for table in TABLES
        for lean in (reduced(meant, table.same),)
        for rule in table.innocent
        for found in rule.pattern.finditer(lean.plain)
    ]
    if not places:
        return meant
    return utterance(meant.said, (word for word in meant.words if not _within(word, places)))


def _within(word: Word, places: list[tuple[int, int]]) -> bool:
    return any(start <= word.start < end for start, end in places)
