"""What is learnt from a handful of examples."""

from __future__ import annotations

from pathlib import Path

import pytest

from ivr.understanding.ear import Ear, learn, lines
from ivr.understanding.gist import kinds
from ivr.understanding.utterance import read

KNOWN = kinds({"F": "apples?|pears?|plums?"})
FRUIT = ("I like apples", "pears are sweet", "give me an apple")
OTHER = ("I like trains", "trams are slow", "give me a ticket")


@pytest.fixture(scope="module")
def ear() -> Ear:
    return learn(KNOWN, map(read, FRUIT), map(read, OTHER), 30.0)


@pytest.mark.parametrize("words", ["plums", "a pear please"])
def test_words_of_a_known_kind_are_heard_though_no_example_has_them(ear: Ear, words: str) -> None:
    assert ear.hears(read(words)) > 0


@pytest.mark.parametrize("words", ["a slow train", "the ticket please"])
def test_other_things_are_not(ear: Ear, words: str) -> None:
    assert ear.hears(read(words)) < 0


def test_comments_and_empty_lines_are_no_examples(tmp_path: Path) -> None:
    path = tmp_path / "some.txt"
    path.write_text("# what this is\none\n\ntwo\n")
    assert lines(path) == ["one", "two"]


def test_what_was_learnt_may_be_kept_as_arrays(ear: Ear) -> None:
    assert Ear.of_arrays(KNOWN, ear.arrays()) == ear
