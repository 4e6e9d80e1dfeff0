"""Words that no dictionary has."""

from __future__ import annotations

import pytest

from ivr.speech.recognition.pronouncing import pronounced


@pytest.mark.parametrize(
    ("word", "phones"),
    [
        ("latvenergo", "L AE T V EH N ER G OW"),
        ("rīga", "R IY G AH"),
        ("swedbank", "S W IY D B AE NG K"),
        ("bērziņš", "B ER Z IH N SH"),
        ("…", None),
    ],
)
def test_words_are_read_as_an_english_speaker_would(word: str, phones: str | None) -> None:
    assert pronounced(word) == phones
