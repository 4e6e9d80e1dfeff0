"""``ivr talk``: from a script and by hand, on either line."""

from __future__ import annotations

import re

import pytest
from typer.testing import CliRunner

from ivr.cli import app

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
