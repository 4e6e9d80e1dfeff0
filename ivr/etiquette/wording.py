"""Whether a company's own wording of a sentence still does what the norms count on it for.

A norm goes by the speech act of a sentence, which is the product's; the words may be the company's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from ivr.company.base import ANY_LANGUAGE
from ivr.company.loader import CompanyFile
from ivr.errors import Problem
from ivr.etiquette.c1 import impolite


@dataclass(frozen=True)
class Duty:
    """What a sentence is there for."""

    wrong: str  # what is to be told where its words do not do it
    cure: str
    signs: Mapping[str, str]  # language → a pattern, of which something must be among the words


_ASKS = {"lv": r"\?", "en": r"\?"}
_THANKS = Duty(
    "these words thank nobody, and every call ends with thanks (B1, O8).",
    "Thank for the call, or for the time.",
    {"lv": r"pald|pateic", "en": r"thank|grateful|appreciat"},
)
_PARTS = Duty(
    "these words are no goodbye, and every call ends with one (B1).",
    "Say goodbye.",
    {
        "lv": r"sadzird|redzēšan|tikšan|visu labu|labu (?:dien|vakar|nakt)|jauk|ardiev|veiksm|lai jums",
        "en": r"bye|farewell|\bgood (?:day|evening|night|afternoon|morning)|\b(?:see|speak to|talk to) you"
        r"|\bhave an?\b|take care|all the best|wish you",
    },
)
_SORRY = Duty(
    "these words are no apology, and whoever declines hears one (O6).",
    "Say that you are sorry.",
    {"lv": r"atvain|piedod|žēl", "en": r"sorry|apolog|regret|pardon|unfortunate|pity"},
)
_HELP = Duty(
    "these words do not ask how to help (I3).",
    "Ask how you can help.",
    {"lv": r"\?|palīdz", "en": r"\?|help|assist"},
)
_CONVENIENT = Duty(
    "these words do not ask whether it is convenient to talk (O2).", "Make it a question.", _ASKS
)
_RIGHT = Duty("these words do not ask whether that time is right (O3).", "Make it a question.", _ASKS)
_UNDERSTANDS = Duty(
    "these words show no understanding for somebody who is frustrated (C3).",
    "Say that you understand.",
    {
        "lv": r"sapro[tm]|izprot|žēl|atvain",
        "en": r"understand|sorry|\bsee (?:that|how|why)|apprecia|\bknow\b",
    },
)
_WARNS = Duty(
    "these words do not ask for politeness (C3).",
    "Ask calmly for a polite talk.",
    {"lv": r"pieklāj|cieņ|mierīg|laipn", "en": r"polite|respect|calm|courte|civil|friendly"},
)
# By the id of the sentence.
DUTIES: Mapping[str, Duty] = {
    "closing.thanks": _THANKS,
    "farewell.thanks": _THANKS,
    "closing.goodbye": _PARTS,
    "proposal.sorry": _SORRY,
    "disturbed.sorry": _SORRY,
    "help.offer": _HELP,
    "convenient.ask": _CONVENIENT,
    "time.right": _RIGHT,
    "time.nearest": _RIGHT,
    "conduct.understanding": _UNDERSTANDS,
    "conduct.patience": _UNDERSTANDS,
    "conduct.warning": _WARNS,
}


def problems(file: CompanyFile) -> tuple[Problem, ...]:
    """Every own wording that leaves undone what its sentence is there for."""
    return tuple(_problems(file))


def does(duty: Duty, words: str, language: str) -> bool:
    """Whether the words do it; in a language without signs nobody can tell."""
    return language not in duty.signs or _pattern(duty.signs[language]).search(words) is not None


def _problems(file: CompanyFile) -> Iterator[Problem]:
    for id_, duty in DUTIES.items():
        text = file.company.wording.get(id_)
        for language, words in text.root.items() if text else ():
            spoken = file.company.languages if language == ANY_LANGUAGE else (language,)
            told = impolite(words)  # already, and that goes before
            if not told and not all(does(duty, words, each) for each in spoken):
                at = f"wording.{id_}" if language == ANY_LANGUAGE else f"wording.{id_}.{language}"
                yield file.problem(at, duty.wrong, duty.cure)


@lru_cache(maxsize=64)
def _pattern(signs: str) -> re.Pattern[str]:
    return re.compile(signs, re.IGNORECASE)
