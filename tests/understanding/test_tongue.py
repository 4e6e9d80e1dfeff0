"""In which language something is said."""

from __future__ import annotations

import pytest

from ivr.understanding.tongue import spoken_in, surely_in

BOTH = ("lv", "en")
CASES = {
    "hello, I would like to talk to billing tomorrow at ten": "en",
    "could somebody help me with a broken printer": "en",
    "billing please": "en",
    "labdien, es gribētu runāt ar grāmatvedību": "lv",
    "vai jums ir brīvas vietas": "lv",
    "vai jus varetu man palidzet": "lv",
    "Ozols": "",
    "1 2 3": "",
    "": "",
}


@pytest.mark.parametrize(("words", "language"), CASES.items(), ids=CASES)
def test_the_small_words_tell_the_language(words, language):
    assert spoken_in(words, BOTH) == language


def test_one_known_word_is_no_lead_of_two():
    assert (spoken_in("billing please", BOTH, 2), spoken_in("can you help me", BOTH, 2)) == ("", "en")


def test_of_a_language_without_everyday_sentences_nothing_is_known():
    assert spoken_in("guten Tag", ("de",)) == ""


SURELY = {
    "hello, I would like to talk to billing tomorrow at ten": {"en"},
    "vai jums ir brīvas vietas": {"lv"},
    "rīt pusčetros no rīta": {"lv"},  # by its letters
    "no": set(),  # a word of both
    "billing please": {"en"},
    "sales, lūdzu": set(),
    "labdien, remonts": {"lv"},
    "Ozols": set(),
    "Līga Kalniņa": {"lv"},
    "1 2 3": set(),
    "": set(),
}
TERMS = {"en": frozenset({"sale"}), "lv": frozenset({"remont"})}


@pytest.mark.parametrize(("words", "languages"), SURELY.items(), ids=SURELY)
def test_half_of_the_words_and_more_than_of_any_other_language_make_sure(words, languages):
    assert {code for code in BOTH if surely_in(words, code, {*BOTH} - {code}, TERMS)} == languages


def test_a_language_is_not_sure_while_most_words_are_unknown():
    assert not surely_in("please frobnicate gizmotron widgets", "en", ("lv",))
    assert surely_in("frobnicate please", "en", ("lv",))
