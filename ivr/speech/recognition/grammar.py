"""What may be said: the phrases of a vocabulary, and the grammars that we bring along.

A grammar of ours is a file ``grammars/LANGUAGE/NAME.gram`` with the rule ``<NAME>`` and the rules that it
needs, beside those of the other files; ``a_m`` is one word, as its letters are said.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from num2words import num2words

from ivr.speech.recognition.automaton import Automaton, Rules, automaton
from ivr.speech.recognition.confidence import OFFENCES
from ivr.speech.recognition.recognizer import Expected

_FOLDER = Path(__file__).parent / "grammars"
INTENT = "intent"  # the grammar that stands around the phrases
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d+")
_COMMENT = re.compile(r"^//.*\n", re.MULTILINE)
_RULE = re.compile(r"^(<\w+>) = (.*?);$", re.MULTILINE | re.DOTALL)


def tokens(phrase: str, language: str) -> tuple[str, ...]:
    """The words of a phrase as they are said, in small letters; numbers in words."""
    text = phrase.lower().replace("’", "'").replace("&", " and ")
    return tuple(word for found in _WORD.findall(text) for word in _said(found, language))


def _said(word: str, language: str) -> Iterable[str]:
    return _WORD.findall(num2words(int(word), lang=language)) if word.isdigit() else (word,)


def phrases(vocabulary: Expected) -> dict[tuple[str, ...], str]:
    """Every phrase by its words; the first one, where two are said alike."""
    found: dict[tuple[str, ...], str] = {}
    for phrase in vocabulary.phrases:
        said = tokens(phrase, vocabulary.language)
        if said:
            found.setdefault(said, phrase)
    return found


def written(words: str) -> str:
    """Words of a grammar as people write them."""
    return words.replace("_", "")


def automaton_of(vocabulary: Expected, said: Iterable[tuple[str, ...]]) -> Automaton:
    """All that may be said; ``said`` are the phrases of which every word can be heard."""
    rules = dict(_rules(vocabulary.language))
    listed = " | ".join(map(" ".join, said))
    names = [name for name in vocabulary.grammars if listed or name != INTENT]
    if listed and INTENT not in names:
        names.append("phrase")
    rules["<phrase>"] = listed
    return automaton(" | ".join(f"<{name}>" for name in names), rules)


def offence(words: str, language: str) -> str | None:
    """The rule of the grammar ``conduct`` by which those words are rude; None where they are not."""
    said = words.split()
    return next((name for name, rude in _offences(language).items() if rude.accepts(said)), None)


@functools.cache
def _offences(language: str) -> Mapping[str, Automaton]:
    rules = dict(_rules(language))
    return {name: automaton(f"<{name}>", rules) for name in OFFENCES if f"<{name}>" in rules}


@functools.cache
def _rules(language: str) -> Rules:
    """Every rule of a language by its name."""
    texts = (file.read_text(encoding="utf-8") for file in sorted((_FOLDER / language).glob("*.gram")))
    return {name: said for text in texts for name, said in _RULE.findall(_COMMENT.sub("", text))}
