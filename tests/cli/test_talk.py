"""``ivr talk``: from a script and by hand, on either line."""

from __future__ import annotations

import re

import pytest
from typer.testing import CliRunner

from ivr.cli import app
from ivr.errors import OperatorError

SCRIPT = "caller: +37120000001\nat: 2026-11-25T10:00\n---\n> /dtmf 1\n> /talked\n> /dtmf 2\n"
TYPED = "1\n/talked\n/busy\n2\n"


@pytest.fixture
def talk(run, engine):
    """``talk(typed, …)``: the output of the command, with what is typed on its standard input."""

    def hold(typed, *words):
        result = CliRunner().invoke(app, ["talk", *words], input=typed)
        assert result.exit_code == 0, result.output
        return result.output

    return hold


def test_a_script_is_played_on_either_line(talk, file):
    path = str(file(SCRIPT, "call.txt"))
    here, there = talk("", "--script", path), talk("", "--script", path, "--line", "twilio")
    assert here == there
    assert "     (rings sales: 201 and 202)" in there


@pytest.mark.parametrize("line", ["simulator", "twilio"])
def test_a_call_by_hand_is_on_record_under_the_name_that_is_told(talk, run, line):
    output = talk(TYPED, "--at", "2026-11-25T10:00", "--line", line)
    assert "cannot be used here" in output
    (name,) = re.findall(r"On record: ivr calls show (\S+)", output)
    assert name.startswith("CA" if line == "twilio" else "talk-")
    assert "sales" in run("calls", "show", name).output


def test_on_twilio_every_webhook_is_shown(talk):
    output = talk(TYPED, "--at", "2026-11-25T10:00", "--line", "twilio")
    posted = re.findall(r"\(POST (/twilio/[a-z]+)", output)
    assert posted == [
        *("/twilio/voice", "/twilio/turn", "/twilio/whisper", "/twilio/accepted", "/twilio/transfer"),
        *("/twilio/turn", "/twilio/status"),
    ]
    assert output.index("(POST /twilio/voice") < output.index("SIA Ozols, labdien!")


def test_a_call_of_ours_is_rehearsed_on_twilio(talk):
    output = talk("/person\n1\n/hangup\n", "--outbound", "maintenance", "--line", "twilio", "--repro")
    assert re.findall(r"\(POST /twilio/([a-z]+)", output)[:3] == ["answered", "spoken", "machine"]
    assert "On record" not in output
    assert "> /person\n> 1\n> /hangup" in output


SAID = "pārdošanas nodaļa\n/hangup\n"


@pytest.mark.parametrize("line", ["simulator", "twilio"])
def test_words_are_typed_as_they_are_said(talk, line):
    output = talk(SAID, "--at", "2026-11-25T10:00", "--line", line, "--repro")
    assert "Type what you say, or 1 to press a key" in output
    assert "waits for words or a key" in output
    assert "(rings sales: 201 and 202)" in output
    assert output.endswith("hears: lv en\nat: 2026-11-25T10:00\n---\n> pārdošanas nodaļa\n> /hangup\n")


@pytest.mark.parametrize("line", ["simulator", "twilio"])
def test_with_keys_no_words_are_heard(talk, line):
    output = talk(SAID, "--at", "2026-11-25T10:00", "--line", line, "--repro", "--keys")
    assert "Type 1 to press a key" in output
    assert '"pārdošanas nodaļa" cannot be used here: the machine waits for a key.' in output
    assert "hears:" not in output
    assert "words" not in output


def test_keys_go_before_what_a_script_hears(talk, file):
    path = str(file("hears: lv\nat: 2026-11-25T10:00\n---\n> /dtmf 0\n", "call.txt"))
    assert "waits for words or a key" in talk("", "--script", path)
    assert "words" not in talk("", "--script", path, "--keys")


@pytest.mark.parametrize(
    ("head", "cure"),
    [("", "begin the script with hears: lv en and a line ---"), ("hears: lv\n", "Change the line.")],
    ids=["keys alone", "words are heard"],
)
def test_a_line_that_cannot_be_used_is_told_with_its_cure(run, engine, file, head, cure):
    line = "pārdošanas nodaļa" if not head else "/busy"
    path = str(file(f"{head}at: 2026-11-25T10:00\n---\n> {line}\n", "call.txt"))
    told = str(CliRunner().invoke(app, ["talk", "--script", path]).exception)
    assert f'"{line}" cannot be used here' in told
    assert cure in told


def test_whoever_calls_has_a_number(run, engine):
    result = CliRunner().invoke(app, ["talk", "--caller", "abc"])
    assert result.exit_code == 1
    assert isinstance(result.exception, OperatorError)
    assert "abc" in str(result.exception)


def test_it_ends_where_nothing_more_is_typed_while_our_call_rings(talk):
    output = talk("x\n", "--outbound", "maintenance")
    assert output.count("cannot be used here") == 2  # what was typed, and the hang-up in its place
