"""Which of a few options that were just read out is meant; in Latvian and English.

An option is named by its words, by its place among the others ("the second one") or by its telephone key.
Words that several options share count little: of "Monday at ten" and "Monday at two", ten decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from ivr.understanding.choosing import english, latvian
from ivr.understanding.choosing.table import Choices
from ivr.understanding.numbers import spelled
from ivr.understanding.patterns import Pattern
from ivr.understanding.result import Ambiguous, Match, NoMatch, Result
from ivr.understanding.utterance import Utterance, Word, utterance

__all__ = ["choose"]

TABLES: Mapping[str, Choices] = {"en": english.TABLE, "lv": latvian.TABLE}
NAMED, NAMED_IN_PART, AMONG_MUCH = 0.95, 0.85, 0.75  # confidence by how the words of the option are said
MUCH = 6  # words beside those of the option
BY_PLACE, BY_KEY, THE_OTHER = 0.9, 0.9, 0.6
BESIDE_A_KEY = 2  # words beside a key that leave it one
NONE_OF_THEM, ELSE = 0.9, 0.75
MARKS = frozenset(",.?!")

Options = Mapping[str, tuple[str, ...]]  # id → its wordings, in the order in which they were read out
Stems = Mapping[str, int]  # words of a wording without endings → how many options have the word
Wordings = Mapping[str, tuple[Stems, ...]]


@dataclass(frozen=True, slots=True)
class _Named:
    """An option of which words were said."""

    option: str
    score: float  # the words that were said; one that several options share counts as a part of one
    share: float  # of the words of its wording, how many were said
    words: frozenset[Word]  # which words of the utterance


def choose(
    words: str, language: str, options: Options, keys: Mapping[str, str], taken: str | None = None
) -> Result[str | None]:
    """Which of the options ``words`` choose; None where it is none of them.

    Args:
        language: of the call, "lv" or "en".
        options: id → its wordings, in the order in which they were read out.
        keys: id → the telephone key that was told with it.
        taken: id of the option that was taken already: "the other one" is another than that.
    """
    table = TABLES[language]
    lean, wordings = _read(words, language), _wordings(language, options)
    if found := _declined(table, lean, wordings):
        return Match(None, NONE_OF_THEM, "none of them is wanted", lean.span(*found.span()))
    return (
        _by_words(table, lean, wordings)
        or _by_place(table, lean, tuple(options))
        or _by_rest(table, lean, tuple(options), taken)
        or _by_key(table, lean, _keys(wordings, keys))
        or _otherwise(table, lean, tuple(options))
    )


def _read(words: str, language: str) -> Utterance:
    """What was said, with numbers in digits, and a single letter as a part of the next word: e-mail is
    email."""
    lean = spelled(words, language)
    out: list[Word] = []
    for word in lean.words:
        letter = out[-1] if out and out[-1].plain == "e" and out[-1].end + 1 == word.start else None
        if letter and word.plain.isalpha():
            out[-1] = Word(letter.plain + word.plain, letter.start, word.end)
        else:
            out.append(word)
    return utterance(words, out)


def _wordings(language: str, options: Options) -> Wordings:
    """Id → each of its wordings."""
    bare = {option: [_stems(text, language) for text in some] for option, some in options.items()}
    every = [set[str]().union(*some) for some in bare.values()]
    return {
        option: tuple({stem: sum(stem in one for one in every) for stem in stems} for stems in some)
        for option, some in bare.items()
    }


@lru_cache(1024)
def _stems(text: str, language: str) -> tuple[str, ...]:
    """The words of a wording without endings; its small words only where there are no others."""
    table = TABLES[language]
    words = [word.plain for word in _read(text, language).words if word.plain not in MARKS]
    return tuple(table.stem(word) for word in words if word not in table.small) or tuple(words)


def _declined(table: Choices, lean: Utterance, wordings: Wordings) -> re.Match[str] | None:
    """Where none of them is wanted, in words that are not an option's own."""
    found = table.none.search(lean.plain)
    own = {stem for some in wordings.values() for stems in some for stem in stems}
    return found if found and table.stem(found[0].split()[0]) not in own else None


def _by_words(
    table: Choices, lean: Utterance, wordings: Wordings
) -> Match[str | None] | Ambiguous[str | None] | None:
    """The options whose words are said and meant."""
    meant = _outside(lean, table.denied)
    for words in (_corrected(table, lean, meant), meant):
        named = [_named(table, words, option, some) for option, some in wordings.items()]
        if several := sorted((one for one in named if one.score), key=_well, reverse=True):
            return _by_best(table, words, several)
    return None


def _outside(lean: Utterance, pattern: Pattern) -> list[Word]:
    """The words outside the places of a pattern, without marks."""
    places = [place.span() for place in pattern.finditer(lean.plain)]
    return [
        word
        for word, start in zip(lean.words, lean.starts, strict=True)
        if word.plain not in MARKS and not any(first <= start < end for first, end in places)
    ]


def _corrected(table: Choices, lean: Utterance, meant: Iterable[Word]) -> list[Word]:
    """Of these words, what comes after the last correction."""
    ends = [lean.span(*place.span())[1] for place in table.corrected.finditer(lean.plain)]
    return [word for word in meant if not ends or word.start >= ends[-1]]


def _named(table: Choices, words: Iterable[Word], option: str, wordings: Iterable[Stems]) -> _Named:
    """How well these words name an option: by the best of its wordings."""
    said = {stem: word for word in words for stem in (table.stem(word.plain), word.plain)}
    ways = [
        (sum(1 / owners for stem, owners in stems.items() if stem in said), _share(stems, said))
        for stems in wordings
    ]
    of_it = frozenset(said[stem] for stems in wordings for stem in stems if stem in said)
    score, share = max(ways, default=(0.0, 0.0))
    return _Named(option, score, share, of_it)


def _share(stems: Stems, said: Mapping[str, Word]) -> float:
    return sum(stem in said for stem in stems) / max(1, len(stems))


def _well(one: _Named) -> tuple[float, float]:
    return one.score, one.share


def _by_best(
    table: Choices, words: list[Word], several: list[_Named]
) -> Match[str | None] | Ambiguous[str | None]:
    """The option that is named best, unless another is named as well, or by other words."""
    best, *others = several
    named = [best]
    for one in others:
        if _well(one) == _well(best) or one.words.difference(*(other.words for other in named)):
            named.append(one)
    if len(named) > 1:
        return _ambiguous((one.option for one in named), "several options are named")
    beside = sum(word not in best.words and word.plain not in table.small for word in words)
    sure = AMONG_MUCH if beside > MUCH else NAMED if best.share == 1 else NAMED_IN_PART
    span = min(word.start for word in best.words), max(word.end for word in best.words)
    return Match(best.option, sure, "the option is named", span)


def _ambiguous(options: Iterable[str], why: str) -> Ambiguous[str | None]:
    every = tuple(options)
    return Ambiguous(tuple((option, 1 / len(every)) for option in every), why)


def _by_place(
    table: Choices, lean: Utterance, options: tuple[str, ...]
) -> Match[str | None] | Ambiguous[str | None] | NoMatch | None:
    """The option that is called by its place among the others."""
    named = _places(table, lean, len(options))
    if named and max(named) >= len(options):
        return NoMatch(f"there are only {len(options)} options")
    if len(named) > 1:
        return _ambiguous((options[place] for place in sorted(named)), "several places are named")
    for place, found in named.items():
        return Match(options[place], BY_PLACE, "its place is named", lean.span(*found.span()))
    return None


def _by_rest(
    table: Choices, lean: Utterance, options: tuple[str, ...], taken: str | None
) -> Match[str | None] | Ambiguous[str | None] | None:
    """The option that is left where the other one is wanted, or some are refused by their places."""
    others = [found for found in table.other.finditer(lean.plain) if not _refuses(table, lean, found)]
    refused = {place for place, found in _called(table, lean, len(options)) if _refuses(table, lean, found)}
    if not others and not refused:
        return None
    left = [one for at, one in enumerate(options) if at not in refused and one != taken]
    if len(left) == len(options) == 2:  # the first was offered first
        left = left[1:]
    if len(left) != 1:
        return _ambiguous(left, "another one, but not which") if left else None
    span = lean.span(*others[-1].span()) if others else None
    return Match(left[0], THE_OTHER, "the other one", span or lean.span(0, len(lean.plain)))


def _places(table: Choices, lean: Utterance, count: int) -> Mapping[int, re.Match[str]]:
    """The places that are meant, counted from 0; where one is corrected, those that follow."""
    named = [one for one in _called(table, lean, count) if not _refuses(table, lean, one[1])]
    corrected = max((found.end() for found in table.corrected.finditer(lean.plain)), default=0)
    return dict([one for one in named if one[1].start() >= corrected] or named)


def _called(table: Choices, lean: Utterance, count: int) -> list[tuple[int, re.Match[str]]]:
    """Every place that is named, also those that are refused."""
    patterns = [*table.places.items(), *([(count // 2, table.middle)] if count % 2 else [])]
    return [
        (place % count if place < 0 else place, found)
        for place, pattern in patterns
        for found in pattern.finditer(lean.plain)
    ]


def _refuses(table: Choices, lean: Utterance, named: re.Match[str]) -> bool:
    """Whether what is named there is not meant."""
    before = lean.plain[: named.start()].rstrip()
    return any(found.end() == len(before) for found in table.refused.finditer(before))


def _keys(wordings: Wordings, keys: Mapping[str, str]) -> Mapping[str, str]:
    """Key → option. Where no keys were told, a number is a place, unless options hold numbers themselves."""
    numbered = any(stem.isdigit() for some in wordings.values() for stems in some for stem in stems)
    places = {} if numbered else {str(at): option for at, option in enumerate(wordings, 1)}
    return {key: option for option, key in keys.items()} or places


def _by_key(table: Choices, lean: Utterance, keys: Mapping[str, str]) -> Match[str | None] | None:
    """The option whose key is said."""
    pressed = [word for word in lean.words if word.plain in keys]
    beside = [word for word in _outside(lean, table.keys) if word not in pressed]
    one = len({word.plain for word in pressed}) == 1 and not table.other.search(lean.plain)
    if not one or len(beside) > BESIDE_A_KEY:
        return None
    return Match(keys[pressed[0].plain], BY_KEY, "its key is said", (pressed[0].start, pressed[0].end))


def _otherwise(table: Choices, lean: Utterance, options: tuple[str, ...]) -> Result[str | None]:
    """Any of them, or something else."""
    if table.every.search(lean.plain):
        return _ambiguous(options, "any of them, or all")
    if found := table.else_.search(lean.plain):
        return Match(None, ELSE, "something else is wanted", lean.span(*found.span()))
    return NoMatch("no option is named")
