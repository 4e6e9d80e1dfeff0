"""A sentence as pieces, and the tables that tell what its words are."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ivr.understanding.patterns import Pattern, regex
from ivr.understanding.times.meaning import kind_of

OTHER = "other"  # the kind of a word that says nothing of time
LONGEST = 1000  # characters of one utterance that are looked at: about a minute of speech


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, or several that were put together, with what it means."""

    kind: str
    value: Any  # None: the kind says it all
    start: int  # first character in what was said
    end: int  # one past the last
    rules: tuple[str, ...] = ()  # that made it, for an operator


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a mark as it stands in the sentence."""

    exact: str  # in small letters
    plain: str  # without marks on the letters
    start: int
    end: int
    glued: bool  # to the word before, by a hyphen


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a word, or several, stands for."""

    words: tuple[str, ...]
    kind: str
    value: Any = None


Read = Callable[[re.Match[str]], tuple[str, Any] | None]


@dataclass(frozen=True, slots=True)
class Shape:
    """What is told by how it is written: "15:30"."""

    pattern: Pattern
    read: Read  # None: it is not one after all


class Lexicon:
    """The words of a language, and the shapes of what is written in digits."""

    def __init__(self, shapes: Iterable[Shape], meanings: Iterable[Meaning]) -> None:
        self._shapes = tuple(shapes)
        self._by_first: dict[str, list[Meaning]] = {}
        for meaning in meanings:
            self._by_first.setdefault(meaning.words[0], []).append(meaning)
        for listed in self._by_first.values():
            listed.sort(key=lambda meaning: -len(meaning.words))

    def pieces(self, said: str) -> tuple[Piece, ...]:
        """What was said, as pieces; what idles ("uh") is left out, and what is beyond ``LONGEST``."""
        said, at, found = said[:LONGEST].lower(), 0, list[Piece]()
        while at < len(said):
            if said[at].isspace():
                at += 1
                continue
            shaped = self._shaped(said, at)
            token = None if shaped else _token(said, at)
            if shaped:
                found.append(shaped)
            elif token:
                found += self._worded(said, token, found)
            at = found[-1].end if (shaped or token) and found and found[-1].end > at else at + 1
        return _without_idle(found)

    def _shaped(self, said: str, at: int) -> Piece | None:
        for shape in self._shapes:
            match = shape.pattern.match(said, at)
            read = shape.read(match) if match else None
            if match and read:
                return Piece(*read, match.start(), match.end(), ())
        return None

    def _worded(self, said: str, token: Token, before: Sequence[Piece]) -> list[Piece]:
        meaning, end = self._longest(said, token)
        piece = Piece(meaning.kind, meaning.value, token.start, end)
        # "Monday-Friday": between two of a kind the hyphen says from and to.
        joined = (
            token.glued and before and before[-1].kind == piece.kind and piece.kind in {"weekday", "month"}
        )
        return [Piece("dash", None, token.start, token.start), piece] if joined else [piece]

    def _longest(self, said: str, token: Token) -> tuple[Meaning, int]:
        known = dict.fromkeys((token.exact, token.plain))
        meanings = [meaning for word in known for meaning in self._by_first.get(word, ())]
        tokens = [token]
        for meaning in sorted(meanings, key=lambda one: -len(one.words)):
            while len(tokens) < len(meaning.words) and (following := _token(said, tokens[-1].end)):
                tokens.append(following)
            if len(tokens) >= len(meaning.words) and _are(tokens, meaning.words):
                return meaning, tokens[len(meaning.words) - 1].end
        return Meaning((token.plain,), OTHER), token.end


def _without_idle(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Without what idles, and the comma after it: "at, um, eleven"."""
    before = (None, *pieces)
    after_idle = [bool(one and one.kind == "idle") for one in before]
    return tuple(
        piece
        for piece, idled in zip(pieces, after_idle, strict=False)
        if piece.kind != "idle" and not (idled and piece.kind == "comma")
    )


def _are(tokens: Sequence[Token], words: Sequence[str]) -> bool:
    return all(word in (token.exact, token.plain) for token, word in zip(tokens, words, strict=False))


def plain(word: str) -> str:
    """Small Latin letters, without marks and apostrophes."""
    parted = unicodedata.normalize("NFKD", word.lower())
    return "".join(sign for sign in parted if not unicodedata.combining(sign) and sign not in "'’ʼ`")


_LETTER = r"[^\W\d_][\u0300-\u036f]*"
_WORD = rf"{_LETTER}(?:\.\s?{_LETTER})+(?!\w)\.?|(?:{_LETTER})+(?:['’ʼ`](?:{_LETTER})+)*['’]?"
_TOKEN = regex(rf"(\s*-?\s*)({_WORD})")


def _token(said: str, at: int) -> Token | None:
    match = _TOKEN.match(said, at)
    if not match:
        return None
    word = re.sub(r"[.\s]", "", match[2])
    return Token(word.replace("’", "'"), plain(word), match.start(2), match.end(2), "-" in match[1])


def table(kind: str, words: Mapping[Any, str], *, strict: bool = False) -> list[Meaning]:
    """The meanings of words: values, and the phrases that stand for each, parted by ``|``.

    Args:
        kind: of the pieces; "": told by the moments that the values are.
        strict: the marks on their letters count ("rītā" is the morning, "Rita" is a name).
    """
    spelled = str.lower if strict else plain
    return [
        Meaning(tuple(spelled(phrase).split()), kind or kind_of(value), value)
        for value, phrases in words.items()
        for phrase in phrases.split("|")
        if phrase.strip()
    ]


def small(words: Mapping[str, str], *, strict: bool = False) -> list[Meaning]:
    """The meanings of words whose kind says it all: kinds, and the phrases that are of each."""
    return [
        meaning for kind, phrases in words.items() for meaning in table(kind, {None: phrases}, strict=strict)
    ]


def joined(pieces: Sequence[Piece], kind: str, value: Any, rule: str) -> Piece:
    """One piece of several."""
    rules = (*(name for piece in pieces for name in piece.rules), *((rule,) if rule else ()))
    return replace(pieces[0], kind=kind, value=value, end=pieces[-1].end, rules=rules)
