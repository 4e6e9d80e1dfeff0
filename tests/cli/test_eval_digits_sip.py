"""``ivr eval digits --via sip``: figures of real calls; the calls themselves are tried by the harness."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from ivr.cli import app
from ivr.conversation.events import Heard, HearingLost, NotUnderstood
from ivr.errors import OperatorError
from tests.asterisk import recordings
from tests.asterisk.recordings import Played


@pytest.fixture
def evaluated(tmp_path):
    for name in ("4_a_1.wav", "7_a_1.wav", "8_a_1.wav", "9_a_1.wav"):
        (tmp_path / name).touch()

    def run(*options: str):
        return CliRunner().invoke(app, ["eval", "digits", str(tmp_path), "--via", "sip", *options])

    return run


def test_figures_of_real_calls(evaluated, monkeypatch):
    events = [Heard("four", 0.9), Heard("one", 0.7), NotUnderstood(), HearingLost()]

    def played(paths, vocabulary, _):
        assert vocabulary.phrases[7] == "seven"
        return [Played(path, event, 0.5) for path, event in zip(paths, events, strict=True)]

    monkeypatch.setattr(recordings, "play_all", played)
    found = json.loads(evaluated("--json").output)
    assert found == {"right": 0.25, "none": 0.5, "latency_p95_ms": 500.0, "n": 4}


def test_without_the_callers_it_says_where_they_are(evaluated, monkeypatch):
    def missing(name: str):
        raise ModuleNotFoundError(name)

    monkeypatch.setattr("ivr.cli.evaluate.digits.import_module", missing)
    assert isinstance(evaluated().exception, OperatorError)


def test_without_docker_it_says_what_is_needed(monkeypatch):
    def missing(*_, **__):
        raise FileNotFoundError

    monkeypatch.setattr(recordings.subprocess, "run", missing)
    with pytest.raises(OperatorError, match="need Docker"):
        recordings._docker("info")


def test_a_call_that_failed_has_heard_nothing():
    assert Played(Path("7.wav"), None, 0.0).words == ""
