"""ivr prompts as an operator runs it."""

from __future__ import annotations

import csv
import json
import shutil
import wave
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from ivr.cli import app
from ivr.company.loader import load
from ivr.errors import OperatorError, SpeechError
from ivr.phrases.compose import all_fixed
from ivr.speech import sound
from tests.conftest import EXAMPLE
from tests.speech.conftest import tone


@pytest.fixture
def home(tmp_path: Path) -> Path:
    shutil.copytree(EXAMPLE.parent, tmp_path / "company")
    return tmp_path


def run(home: Path, *arguments: str | Path) -> Result:
    env = {"IVR_COMPANY": str(home / "company" / "company.yaml"), "IVR_PROMPTS": str(home / "prompts")}
    return CliRunner().invoke(app, ["prompts", *map(str, arguments)], env=env)


def test_list_shows_every_fixed_sentence_and_where_it_comes_from(home: Path) -> None:
    sound.write(home / "company" / "recordings" / "lv" / "help.offer.wav", sound.shape(tone()))
    rows = json.loads(run(home, "list", "--json").stdout)
    sentences = all_fixed(load(EXAMPLE).company)
    assert [(row["id"], row["language"]) for row in rows] == [(s.phrase, s.language) for s in sentences]
    sources = {(row["id"], row["language"]): row["source"] for row in rows}
    assert sources.pop(("help.offer", "lv")) == "recording"
    assert set(sources.values()) == {"to render"}
    plain = run(home, "list", "--language", "lv").stdout.splitlines()
    assert plain[0].split() == ["Id", "Act", "Lang", "Source", "Text"]
    assert len(plain) == 1 + sum(s.language == "lv" for s in sentences)


def test_render_says_what_it_did_and_does_it_once(home: Path) -> None:
    total = len(all_fixed(load(EXAMPLE).company))
    first, second = run(home, "render"), run(home, "render")
    assert first.stdout == f"{total} sentences: 0 recorded, 0 cached before, {total} rendered now.\n"
    assert second.stdout == f"{total} sentences: 0 recorded, {total} cached before, 0 rendered now.\n"
    assert {row["source"] for row in json.loads(run(home, "list", "--json").stdout)} == {"cached"}


def test_render_tells_when_the_voice_is_another_one(home: Path) -> None:
    file = home / "company" / "company.yaml"
    file.write_text(file.read_text().replace("lv: {words_per_minute: 140}", "lv: {name: lv+nosuch}"))
    result = run(home, "render")
    assert result.exit_code == 0
    assert "not said as the company file wants" in result.stdout
    assert "lv+nosuch" in result.stderr


def test_render_fails_where_it_may_not_write(home: Path) -> None:
    (home / "prompts").write_text("in the way")
    assert isinstance(run(home, "render").exception, SpeechError)


def test_play_writes_what_callers_hear(home: Path) -> None:
    out = home / "out.wav"
    result = run(home, "play", "help.offer", "--language", "en", "--to", out)
    assert result.exit_code == 0
    assert "How" in result.stdout
    with wave.open(str(out)) as file:
        assert (file.getframerate(), file.getsampwidth(), file.getnchannels()) == (8000, 2, 1)
        assert file.getnframes() > 8000


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("play", "help.ofer", "--to", "a.wav"), "Did you mean help.offer"),
        (("play", "menu.choice", "--to", "a.wav"), "Did you mean menu.choice."),
        (("play", "qqqq", "--to", "a.wav"), "ivr prompts list"),
        (("play", "welcome", "--to", "a.mp3"), "ends in .wav"),
        (("play", "closed.until", "--to", "a.wav"), "worded anew in each call"),
        (("play", "help.offer", "--language", "de", "--to", "a.wav"), "lv, en"),
        (("play", "help.offer", "--to", "/no/such/a.wav"), "/no/such/a.wav cannot be written"),
        (("list", "--language", "de"), "lv, en"),
        (("script", "--out", "a.txt"), "--format"),
    ],
)
def test_a_mistake_is_answered_with_the_cure(home: Path, arguments: tuple[str, ...], says: str) -> None:
    result = run(home, *arguments)
    assert isinstance(result.exception, OperatorError)
    assert says in str(result.exception)


def test_the_script_for_a_spreadsheet_names_every_file(home: Path) -> None:
    out = home / "script.csv"
    assert run(home, "script", "--out", out).exit_code == 0
    with out.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    sentences = {(s.language, s.phrase): s for s in all_fixed(load(EXAMPLE).company)}
    recorded = [row for row in rows if row["No"]]
    assert {row["File to deliver"] for row in recorded} == {f"{lang}/{id_}.wav" for lang, id_ in sentences}
    assert [row["Language"] for row in recorded] == sorted(
        (row["Language"] for row in recorded), reverse=True
    )
    for row in recorded:
        assert row["Text"].lower() == sentences[row["Language"], row["Phrase"]].spoken.lower()
        assert row["How to say it"]
    order = [row["Phrase"] for row in recorded if row["Language"] == "lv"]
    assert order.index("greeting.company.day") < order.index("help.offer") < order.index("closing.goodbye")
    moving = [row for row in rows if not row["No"]]
    assert ("closed.until", "not to be recorded") in {(r["Phrase"], r["File to deliver"]) for r in moving}


def test_the_script_to_read_from_is_one_language_if_asked(home: Path) -> None:
    out = home / "script.md"
    assert run(home, "script", "--out", out, "--language", "en").exit_code == 0
    text = out.read_text(encoding="utf-8")
    assert "| en/help.offer.wav | help.offer | en | How " in text
    assert "lv/help.offer.wav |" not in text
    assert "8 kHz, 16 bit, mono" in text
    assert "- closed.until (en): We are open again {when}." in text


def test_a_recording_delivered_as_scripted_is_heard(home: Path) -> None:
    sound.write(home / "company" / "recordings" / "lv" / "closing.goodbye.wav", sound.shape(tone(500, 3)))
    assert run(home, "play", "closing.goodbye", "--to", home / "a.wav").exit_code == 0
    assert sound.read(home / "a.wav").seconds == pytest.approx(3, abs=0.1)
