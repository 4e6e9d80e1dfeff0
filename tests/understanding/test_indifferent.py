"""Whether somebody leaves the choice to us."""

from __future__ import annotations

import pytest

from ivr.understanding.indifferent import indifferent


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "whichever"),
        ("en", "oh, any of them"),
        ("en", "either is fine"),
        ("en", "they are all the same, both are fine"),
        ("en", "I don't mind"),
        ("en", "it doesn't matter"),
        ("en", "you choose"),
        ("en", "the soonest please"),
        ("en", "the earliest possible"),
        ("lv", "man vienalga"),
        ("lv", "jebkurš der"),
        ("lv", "jebkuru no tiem"),
        ("lv", "visi der"),
        ("lv", "nav svarīgi"),
        ("lv", "agrāko"),
        ("lv", "pirmo brīvo"),
    ],
)
def test_any_of_them_would_do(language, words):
    assert indifferent(words, language)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "I can't do any of those"),
        ("en", "not either of them"),
        ("en", "the first"),
        ("en", "none of them"),
        ("en", "earlier"),
        ("lv", "nevaru jebkurā"),
        ("lv", "jebkurā citā laikā"),
        ("lv", "neviens"),
        ("lv", "pirmo"),
        ("lv", "agrāk"),
    ],
)
def test_something_else_is_meant(language, words):
    assert not indifferent(words, language)
