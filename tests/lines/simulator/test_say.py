"""Words at a menu instead of keys."""

from __future__ import annotations

import pytest

from ivr.cli.talk import play
from ivr.lines.simulator.script import Script
from ivr.phrases.check import load_standard
from tests.conftest import EXAMPLE

pytestmark = pytest.mark.usefixtures("migrated_once")

FILE = load_standard(EXAMPLE)


def said(*lines: str) -> list[str]:
    numbered = tuple(enumerate(lines, start=1))
    script = Script("", None, "+37120000001", "2026-11-25T10:00", numbered, hears=("lv", "en"))
    return list(play(FILE, script, "call.txt"))


def test_a_name_of_the_menu_does_what_its_key_does():
    pressed, spoken = said("/dtmf 1"), said("/say Pārdošanas nodaļa!")
    assert "     (rings sales: 201 and 202)" in spoken
    assert [line for line in spoken if not line.startswith(">")] == [
        line for line in pressed if not line.startswith(">")
    ]


@pytest.mark.parametrize("words", ["how much does it cost", "  WHEN will it be delivered? "])
def test_so_does_an_example_in_the_language_of_the_call(words):
    assert "     (rings sales: 201 and 202)" in said("/dtmf #", f"/say {words}")


@pytest.mark.parametrize("words", ["vai drīkst nākt ar suni", "can I bring my dog along"])
def test_words_that_are_unknown_here_are_asked_for_again(words):
    lines = said(f"/say {words}")
    assert lines[-1].startswith("     (waits for words or a key")
    assert not any("(rings" in line for line in lines)
