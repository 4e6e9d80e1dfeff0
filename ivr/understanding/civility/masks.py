"""Rude words that are disguised: f*ck, sh1t, a$$, f u c k, fuuuck, and the stars that a recogniser puts.

Only words of the list below are revealed, so a product number or a spelled name stays what it is.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from ivr.understanding.utterance import Utterance, Word, utterance

# In each language the likeliest first: "d***" may be more than one of them.
_WORDS = (
    "fuck fucking fucked fucker fuckers fuckoff motherfucker motherfucking shit shitty bullshit bitch"
    " bitches cunt"
    " cunts asshole assholes arsehole ass dick dickhead damn cock bastard bastards idiot idiots stupid"
    " moron morons"
    " whore slut pussy crap retard retarded nigger faggot wanker twat prick scum dumb hell kill"
    " kuce mauka dirsa dirst sudi suds pidars pidarasi idiote debils debili stulbenis stulba stulbi kretins"
    " suka bljad blja huj nahuj pohuj pizda pizdec jobanij mudak mudaki"
)
KNOWN = tuple(_WORDS.split())
_SET = frozenset(KNOWN)
_LEET = str.maketrans(
    {"0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "!": "i", "#": ""}
)
_DISGUISED = re.compile(r"[*@$#!_\d]|(.)\1\1")
_RUN = re.compile(r"(.)\1+")
_SHORTEST = 3  # letters of a spelled word
_LONGEST = 2 * max(map(len, KNOWN))  # with a full stop after each letter


def reveal(whole: Utterance) -> Utterance:
    """The utterance with disguised rude words written out."""
    if not _DISGUISED.search(whole.plain) and not _spelled_somewhere(whole):
        return whole
    return utterance(whole.said, (_revealed(word) for word in _joined(whole.words)))


def _spelled_somewhere(whole: Utterance) -> bool:
    return sum(len(word.plain) == 1 for word in whole.words) >= _SHORTEST


def _revealed(word: Word) -> Word:
    if not _DISGUISED.search(word.plain):
        return word
    found = next(_candidates(word.plain), word.plain)
    return Word(found, word.start, word.end)


def _candidates(plain: str) -> Iterator[str]:
    """Words of the list that may be meant, the likeliest first."""
    letters = plain.replace("_", "").translate(_LEET)
    if "*" in letters and letters[0].isalpha():
        yield from _behind_stars(letters)
    yield from (short for short in (_RUN.sub(r"\1", letters), _RUN.sub(r"\1\1", letters)) if short in _SET)


def _behind_stars(letters: str) -> Iterator[str]:
    exact = re.compile(letters.replace("*", "[a-z]"))
    loose = re.compile(re.sub(r"\*+", "[a-z]+", letters))
    for pattern in (exact, loose):
        yield from (known for known in KNOWN if pattern.fullmatch(known))


def _joined(words: tuple[Word, ...]) -> Iterator[Word]:
    """The words, with a rude word that is spelled letter by letter as one."""
    at = 0
    while at < len(words):
        spelled, length = _spelled(words[at:])
        yield spelled
        at += length


def _spelled(words: tuple[Word, ...]) -> tuple[Word, int]:
    """The longest rude word that single letters at the beginning make, and how many words it takes up."""
    letters = tuple(itertools.takewhile(lambda word: len(word.plain) == 1, words[:_LONGEST]))
    for length in range(len(letters), _SHORTEST - 1, -1):
        text = "".join(word.plain for word in letters[:length] if word.plain.isalnum())  # not its full stops
        if text in _SET:
            return Word(text, letters[0].start, letters[length - 1].end), length
    return words[0], 1
