"""A number as people say it: a rating, how many; in Latvian and English, in words or digits.

A number is none where it is denied ("not a ten"), is a bound ("more than five"), or tells how long the
speaker's scale is ("out of ten").
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from math import ceil, floor

from ivr.understanding.numbers import english, latvian
from ivr.understanding.numbers.table import NUMBER, Numbers
from ivr.understanding.patterns import Pattern, regex
from ivr.understanding.result import Ambiguous, Match, NoMatch
from ivr.understanding.utterance import Utterance, Word, read, reduced, utterance

__all__ = ["number", "spelled", "value"]

TABLES: Mapping[str, Numbers] = {"en": english.TABLE, "lv": latvian.TABLE}
BESIDE = ((1, 0.95), (6, 0.9))  # with so many other words at most: confidence
FAR_MORE = 0.7  # where more was said than that
HEDGED = 0.75  # about, maybe
EXTREME = 0.85  # full marks

_POINT = regex(r"(?<=\d)[.,](?=\d(?!\d\d))")
_SLASH = regex(r"(?<=\d)/(?=\d)")
_NUMBER = regex(rf"(?<!\S){NUMBER}(?!\S)")
_TENS = regex(r"(?<!\S)[2-9]0 [1-9](?!\S)")
_MULTIPLES = regex(r"(?<!\S)\d{1,3} (?:100|1000)(?!\S)")
_HUNDREDS = regex(r"(?<!\S)(?:\d+000 \d{1,3}|\d+00 \d{1,2})(?!\S)")


def number(words: str, language: str, least: int, most: int) -> Match[int] | Ambiguous[int] | NoMatch:
    """The number that ``words`` say, where it is ``least`` to ``most``.

    Several numbers, and one between two whole ones, are ambiguous.

    Args:
        language: of the call, "lv" or "en".
    """
    table = TABLES[language]
    lean = spelled(words, language)
    if other := _other_scale(table, lean, most):
        return NoMatch(f"the scale that is spoken of ends at {other}, not at {most}")
    said = _meant(table, lean)
    if not said:
        return _extreme(table, lean, least, most)
    fitting = [word for word in said if least <= value(word) <= most]
    if not fitting:
        return NoMatch(f"{value(said[0]):g} is not from {least} to {most}")
    return _found(lean, fitting, 1.0 if not table.hedged.search(lean.plain) else HEDGED)


def value(word: Word) -> float:
    """The number of a word in digits."""
    return float(word.plain.replace("_", "."))


def spelled(words: str, language: str) -> Utterance:
    """What was said, with numbers in digits (one and a half is ``1_5``) and without idle words."""
    table = TABLES[language]
    marked = _SLASH.sub("?", _POINT.sub("_", words))  # "8/10": a mark that is never between digits
    lean = reduced(read(marked), table.same)
    if len(lean.words) == 1:
        return reduced(lean, table.alone)
    for pattern, together in (
        (_TENS, sum),
        (_MULTIPLES, lambda parts: parts[0] * parts[1]),
        (_HUNDREDS, sum),
        (table.joints, sum),
        (table.halves, lambda parts: parts[0] + 0.5),
        (table.points, lambda parts: parts[0] + parts[1] / 10),
    ):
        lean = _joined(lean, pattern, together)
    return lean


def _joined(lean: Utterance, pattern: Pattern, together: Callable[[list[float]], float]) -> Utterance:
    """The utterance with each place of the pattern as one number."""
    words = list(lean.words)
    for place in reversed(list(pattern.finditer(lean.plain))):
        first, last = lean.at(place.start()), lean.at(place.end() - 1)
        parts = [value(word) for word in words[first : last + 1] if _NUMBER.fullmatch(word.plain)]
        text = f"{together(parts):g}".replace(".", "_")
        words[first : last + 1] = [Word(text, words[first].start, words[last].end)]
    return utterance(lean.said, words)


def _other_scale(table: Numbers, lean: Utterance, most: int) -> str | None:
    """Where the scale that is spoken of ends, if not at ``most``."""
    found = table.scale.search(lean.plain)
    end = found[0].split()[-1] if found else str(most)
    return end if end != str(most) else None


def _meant(table: Numbers, lean: Utterance) -> list[Word]:
    """The numbers that are said and meant, in their order."""
    every = _outside(lean, (table.scale, table.unsaid))
    some = _outside(lean, (table.scale, table.unsaid, table.whole_scale)) or every
    taken_back = [found.end() for found in table.corrected.finditer(lean.plain)]
    after = [word for word in some if taken_back and word.start >= lean.span(0, taken_back[-1])[1]]
    return after or some


def _outside(lean: Utterance, patterns: Iterable[Pattern]) -> list[Word]:
    """The numbers outside the places of these patterns."""
    places = [place.span() for pattern in patterns for place in pattern.finditer(lean.plain)]
    return [
        word
        for word, start in zip(lean.words, lean.starts, strict=True)
        if _NUMBER.fullmatch(word.plain) and not any(first <= start < end for first, end in places)
    ]


def _extreme(table: Numbers, lean: Utterance, least: int, most: int) -> Match[int] | NoMatch:
    """The end of the scale that is named without its number."""
    for pattern, end in ((table.most, most), (table.least, least)):
        if found := pattern.search(lean.plain):
            return Match(end, EXTREME, "the end of the scale is named", lean.span(*found.span()))
    return NoMatch("no number is said")


def _found(lean: Utterance, said: list[Word], share: float) -> Match[int] | Ambiguous[int]:
    whole = dict.fromkeys(end for word in said for end in (floor(value(word)), ceil(value(word))))
    if len(whole) > 1:
        return Ambiguous(tuple((one, 1 / len(whole)) for one in whole), "several numbers are possible")
    beside = len(lean.words) - len(said)
    sure = next((confidence for most, confidence in BESIDE if beside <= most), FAR_MORE)
    why = "about this number" if share < 1 else "this number is said"
    return Match(next(iter(whole)), round(sure * share, 3), why, (said[0].start, said[0].end))
