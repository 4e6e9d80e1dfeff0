"""In which language something is said."""

from __future__ import annotations

import pytest

from ivr.understanding.tongue import spoken_in

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
