"""What a phrase of the catalogue is."""

from __future__ import annotations

import string
from collections.abc import Mapping
from dataclasses import dataclass

from ivr.phrases.sentence import SpeechAct

# What each thing a phrase can be about contributes to its words. "company" is always there.
ABOUT: Mapping[str, frozenset[str]] = {
    "hello": frozenset({"hello"}),  # part of the day: morning, day, evening
    "number": frozenset({"name"}),  # who introduces itself: "company" or a department
    "department": frozenset({"department", "connect_as"}),
    "choice": frozenset({"name"}),  # what a menu offers: a department, a group or an answer
    "group": frozenset({"name"}),
    "target": frozenset({"name"}),  # what a caller may want: a department, an answer or a group
    "key": frozenset({"key"}),
    "week": frozenset({"week"}),  # the opening hours in words
    "tongue": frozenset({"tongue"}),  # a language, named in the language that is spoken
}


@dataclass(frozen=True)
class Phrase:
    """A sentence in waiting."""

    id: str  # e.g. "menu.choice"
    act: SpeechAct
    texts: Mapping[str, str]  # language → words with {parameters}
    about: tuple[str, ...] = ()  # keys of ABOUT, in the order of the suffixes of the sentence's id
    moving: tuple[str, ...] = ()  # parameters known only during a call

    @property
    def parameters(self) -> frozenset[str]:
        """Every parameter that its words may use."""
        return frozenset({"company", *self.moving}).union(*(ABOUT[thing] for thing in self.about))


def placeholders(text: str) -> frozenset[str]:
    """Names in braces in ``text``. Raises ValueError where the braces do not match."""
    return frozenset(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)


def phrase(
    name: str, act: SpeechAct, lv: str, en: str, about: tuple[str, ...] = (), moving: tuple[str, ...] = ()
) -> Phrase:
    """A phrase in the languages of the product."""
    return Phrase(name, act, {"lv": lv, "en": en}, about, moving)
