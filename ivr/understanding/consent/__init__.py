"""Yes, no, later or neither, as people answer questions; in Latvian and English.

"Maybe" is never a yes or a no, and where yes and no are both said without a "but", the person is asked again.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ivr.understanding.consent import english, latvian
from ivr.understanding.consent.table import Answer, Answers, Cue, Place
from ivr.understanding.result import Ambiguous, Match, NoMatch, Result
from ivr.understanding.utterance import Utterance, read, reduced

__all__ = ["Answer", "consent"]

TABLES: Mapping[str, Answers] = {"en": english.TABLE, "lv": latvian.TABLE}
OPPOSITE: Mapping[Answer, Answer] = {Answer.YES: Answer.NO, Answer.NO: Answer.YES}
MARKS = frozenset(".?!")
LITTLE = 2  # words beside a cue at the start that leave it an answer
BESIDE = (
    (0, 1.0),
    (LITTLE, 0.95),
    (6, 0.85),
)  # with so many other words at most: share of the cue's confidence
FAR_MORE = 0.7  # where more was said than that


@dataclass(frozen=True, slots=True)
class _Found:
    """A cue at its place."""

    answer: Answer
    cue: Cue
    words: range  # which words of the utterance


def consent(words: str, language: str, *, objection: bool = False) -> Result[Answer]:
    """What ``words`` answer to a question that asks for yes or no.

    Args:
        language: of the call, "lv" or "en".
        objection: it was asked what speaks against it ("do you mind?"): a bare no means go ahead, so YES.
    """
    table = TABLES[language]
    said = reduced(read(table.hidden.sub(lambda text: " " * len(text[0]), words)), table.same)
    found = _found(table, said, objection)
    beside = _beside(table, said, found)
    counted = tuple(one for one in found if _counts(one, beside))
    if not counted:
        return NoMatch("nothing answers yes or no")
    decided = _decided(table, said, counted)
    if decided is None:
        both = dict.fromkeys(one.answer for one in reversed(counted))
        return Ambiguous(tuple((answer, 0.5) for answer in both), "both yes and no are said")
    return _match(said, decided, len(beside))


def _found(table: Answers, said: Utterance, objection: bool) -> tuple[_Found, ...]:
    """The cues in the order they were said; of two that overlap the longer one."""
    every = [
        _Found(_meant(cue, objection), cue, _words(said, place))
        for cue in table.cues
        for place in cue.rule.pattern.finditer(said.plain)
    ]
    kept: list[_Found] = []
    for one in sorted(every, key=lambda one: -len(one.words)):
        if not any(set(one.words) & set(other.words) for other in kept):
            kept.append(one)
    return tuple(sorted(kept, key=lambda one: one.words.start))


def _words(said: Utterance, place: re.Match[str]) -> range:
    return range(said.at(place.start()), said.at(place.end() - 1) + 1)


def _meant(cue: Cue, objection: bool) -> Answer:
    return OPPOSITE[cue.answer] if cue.flips and objection else cue.answer


def _beside(table: Answers, said: Utterance, found: Iterable[_Found]) -> tuple[int, ...]:
    """The words that belong to no cue and are more than courtesy."""
    nothing = (place for rule in table.nothing for place in rule.pattern.finditer(said.plain))
    taken = set(itertools.chain(*(one.words for one in found), *(_words(said, place) for place in nothing)))
    return tuple(at for at, word in enumerate(said.words) if at not in taken and word.plain not in MARKS)


def _counts(one: _Found, beside: tuple[int, ...]) -> bool:
    """Whether a cue stands where it has to stand."""
    first = not any(at < one.words.start for at in beside)
    last = not any(at >= one.words.stop for at in beside)
    return {
        Place.ANYWHERE: True,
        Place.EDGE: first or last,
        Place.START: first and len(beside) <= LITTLE,
        Place.WHOLE: not beside,
    }[one.cue.place]


def _decided(table: Answers, said: Utterance, counted: tuple[_Found, ...]) -> _Found | None:
    """The cue that decides: of later, of unclear, of the only answer, or the last of both after a "but"."""
    for strong in (Answer.LATER, Answer.UNCLEAR):
        if found := next((one for one in counted if one.answer is strong), None):
            return found
    if len({one.answer for one in counted}) == 1:
        return counted[0]
    return counted[-1] if table.contrasts.search(said.plain) else None


def _match(said: Utterance, one: _Found, beside: int) -> Match[Answer]:
    part = next((share for most, share in BESIDE if beside <= most), FAR_MORE)
    first, last = said.words[one.words.start], said.words[one.words.stop - 1]
    confidence = round(one.cue.rule.confidence * part, 3)
    return Match(one.answer, confidence, one.cue.rule.name, (first.start, last.end))
