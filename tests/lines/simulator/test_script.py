"""Scripts: head, caller's lines, and faults with their line."""

from __future__ import annotations

from pathlib import Path

import pytest

from ivr.cli.talk import play
from ivr.errors import FileProblems, OperatorError
from ivr.lines.simulator.script import Script, head, parse
from ivr.phrases.check import load_standard
from tests.conftest import EXAMPLE

pytestmark = pytest.mark.usefixtures("migrated_once")

PATH = Path("call.txt")


def test_a_whole_dialogue_is_a_script_again():
    text = "# About\ncalled: +371\nat: 2026-11-25T10:00\n---\nbot: Hello\n> /dtmf 1\nbot: Bye\n> /hangup\n"
    assert parse(PATH, text) == Script(
        "About", "+371", None, "2026-11-25T10:00", ((6, "/dtmf 1"), (8, "/hangup"))
    )


def test_bare_lines_are_a_script_too():
    assert parse(PATH, "/dtmf 1\n\n/hangup\n").lines == ((1, "/dtmf 1"), (3, "/hangup"))


def test_bare_lines_may_be_words_and_what_the_machine_said_is_none_of_them():
    text = "---\nbot: Hello\n     (waits for a key: 1)\n# now I speak\nI need help\n1\n"
    assert parse(PATH, text).lines == ((5, "I need help"), (6, "1"))


def test_a_head_that_says_nothing_is_refused_with_its_line():
    with pytest.raises(FileProblems, match=r"call.txt:2: .*coler: 1"):
        parse(PATH, "called: +371\ncoler: 1\n---\n")


def _play(*lines: str, at: str | None = "2026-11-25T10:00") -> list[str]:
    script = Script("", None, None, at, tuple(enumerate(lines, start=1)))
    return list(play(load_standard(EXAMPLE), script, "call.txt"))


def test_a_line_after_the_end_is_refused():
    with pytest.raises(FileProblems, match=r"call\.txt:2: The call is over"):
        _play("/hangup", "/dtmf 1")


def test_a_line_that_makes_no_sense_is_refused_with_its_line():
    with pytest.raises(FileProblems, match=r"call.txt:1: .*waits for a key"):
        _play("/busy")


def test_a_time_that_is_none_is_refused():
    with pytest.raises(OperatorError, match='"noon" is no time'):
        _play(at="noon")


def test_a_time_with_an_offset_is_taken_as_it_is():
    assert "bot: SIA Ozols, labvakar!" in _play(at="2026-11-25T16:00+00:00")


KEYS = "called: +37167000100\nat: 2026-11-25T10:00\n---\n"
HEARS = KEYS.replace("at: ", "hears: lv en\nat: ")


def test_the_languages_that_are_heard_go_through_the_head_and_back():
    script = parse(PATH, HEARS)
    assert script.hears == ("lv", "en")
    assert "\n".join(head(script)) + "\n" == HEARS


def test_no_language_can_be_heard_that_the_company_does_not_speak():
    script = parse(PATH, HEARS.replace("lv en", "lv de"))
    with pytest.raises(FileProblems, match=r'call\.txt:1: The company does not speak "de"'):
        list(play(load_standard(EXAMPLE), script, "call.txt"))


@pytest.mark.parametrize(("text", "waits"), [(KEYS, "a key"), (HEARS, "words or a key")])
def test_the_machine_waits_for_what_the_line_hears(text, waits):
    assert list(play(load_standard(EXAMPLE), parse(PATH, text), "call.txt"))[-1].startswith(
        f"     (waits for {waits}: "
    )
