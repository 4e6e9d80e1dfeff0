"""Words as letters of what they are about: several, one or none, and where a rule over them holds."""

from __future__ import annotations

import pytest

from ivr.understanding.gist import found, kind, kinds
from ivr.understanding.patterns import Rule, regex
from ivr.understanding.utterance import read

KNOWN = kinds({"": ",|well", "IW": "ill", "I": "i", "W": "will", "H": "hug|embrace", "Y": "you"})
HUGS = Rule("hugs", regex("IW?H[^.]*Y"))


@pytest.mark.parametrize(
    ("word", "letters"), [("ill", "IW"), ("hug", "H"), (",", ""), ("!", "."), ("banana", "o")]
)
def test_a_word_is_several_letters_one_or_none(word: str, letters: str) -> None:
    assert kind(KNOWN, word) == letters


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("Well, I'll hug you!", "ill hug you"),
        ("so I will embrace both of you now", "i will embrace both of you"),
        ("I hug, well, you", "i hug , well , you"),
        ("I hug. You leave", None),
    ],
)
def test_a_rule_tells_the_words_between_the_first_letter_and_the_last(words: str, place: str | None) -> None:
    lean = read(words)
    places = [lean.plain[slice(*where)] for _, where in found((HUGS,), KNOWN, lean)]
    assert places == ([place] if place else [])
