"""``ivr purge``, ``ivr forget`` and ``ivr export`` as an operator uses them."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest
from sqlalchemy import Engine

from ivr import wiring
from ivr.company.loader import load
from ivr.conversation.actions import MonitorCall, Raise, Say
from ivr.conversation.events import Heard, HungUp
from ivr.phrases.sentence import Sentence, SpeechAct
from ivr.records.history import History
from ivr.records.incidents import Incidents
from ivr.records.store import SqlRecords
from tests.cli.conftest import NOW, Run, refused
from tests.records.ledger_samples import promising
from tests.records.samples import GREETING, ended, entry, turn

ANNA, WORDS = "+37126000001", "please call me"
NAMED = Sentence("named", SpeechAct.CONFIRMS, "lv", "Anna, sveicināti!", "Anna, sveicināti!", False)


@pytest.fixture(autouse=True)
def _at_noon(run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ivr.cli.privacy.utc_now", lambda: NOW)


@pytest.fixture
def records(engine: Engine, tmp_path: Path):
    """A call that was recorded, in which a call was promised."""
    made = SqlRecords(engine)
    made.save(entry(0, None, turn(MonitorCall(), Say(GREETING), Say(NAMED))))
    made.save(entry(1, Heard(WORDS, 0.9), turn(promising())))
    made.save(entry(2, HungUp(), ended("caller left")))
    (tmp_path / "data" / "spool" / "calls").mkdir(parents=True)
    sound(tmp_path).write_bytes(b"RIFF sound")
    yield made
    made.close()


def sound(tmp_path: Path) -> Path:
    return tmp_path / "data" / "spool" / "calls" / "1764000000.1.wav"


def keep(tmp_path: Path, days: int) -> None:
    file = tmp_path / "company" / "company.yaml"
    text = file.read_text(encoding="utf-8").replace("recordings: 90 ", f"recordings: {days} ")
    file.write_text(text, encoding="utf-8")


def test_a_purge_says_what_it_did_and_a_dry_one_what_it_would(
    run: Run, records, tmp_path, monkeypatch
) -> None:
    assert run("purge").output == "Nothing is due.\n"
    keep(tmp_path, 1)
    monkeypatch.setattr("ivr.cli.privacy.utc_now", lambda: NOW.replace(month=12))
    assert run("purge", "--dry-run").output == "would erase 1 recordings\n"
    assert sound(tmp_path).exists()
    assert run("purge").output == "erased 1 recordings, 1 files\n"
    assert not sound(tmp_path).exists()


@pytest.mark.parametrize("written", [ANNA, "26000001", "+371 2600 0001", "tel:+37126000001"])
def test_a_person_is_forgotten_by_a_number_in_any_form(run: Run, records, engine, tmp_path, written) -> None:
    said = run("forget", written).output.splitlines()
    assert said[0] == "cancelled a promised call: 2026-11-24 15:00:00, sales (in 60 minutes)"
    assert "erased 1 recordings, 1 files" in said
    assert "erased 1 calls with their transcripts" in said
    assert History(engine).list_calls() == ()
    assert not sound(tmp_path).exists()
    assert [(each.who, each.what) for each in Incidents(engine).accesses()] == [("dace", "forget a person")]


def test_what_was_said_to_the_person_alone_is_not_kept_as_sound(run: Run, records, tmp_path) -> None:
    company = load(tmp_path / "company" / "company.yaml").company
    cache = wiring.prompt_cache(tmp_path / "data" / "prompts")
    own = [cache.file(company, each) for each in ((NAMED,), (GREETING, NAMED))]
    everybodys = cache.file(company, (GREETING,))
    assert "erased 2 prompts" in run("forget", ANNA).output
    assert [path.exists() for path in own] == [False, False]
    assert everybodys.exists()


def test_what_is_on_hold_is_told(run: Run, records) -> None:
    records.save(entry(3, None, turn(Raise("abuse", WORDS, (0, 6), "insult", "sales"))))
    said = run("forget", ANNA).output
    assert "kept call 1764000000.1: its incident is on legal hold" in said


def test_of_whom_nothing_is_held_it_says_so(run: Run, engine) -> None:
    assert run("forget", ANNA).output == "Nothing is held about this number.\n"


def test_a_number_that_is_none_is_refused(run: Run, records) -> None:
    assert "is not a telephone number" in refused(run, "forget", "12")


def test_what_is_held_is_told_to_read_or_to_process(run: Run, records, engine) -> None:
    shown = run("export", "26000001").output
    assert f"Held about {ANNA}" in shown
    assert f'said "{WORDS}"' in shown
    told = json.loads(run("export", ANNA, "--json").output)
    assert told["number"] == ANNA
    assert [each["event"] for each in told["turns"]][1]["words"] == WORDS
    assert [each.what for each in Incidents(engine).accesses()] == ["export a person"] * 2


def test_what_is_held_is_written_into_a_folder_that_others_cannot_read(run: Run, records, tmp_path) -> None:
    assert run("export", ANNA, "--to", tmp_path / "anna").exit_code == 0
    folder = tmp_path / "anna"
    assert sorted(path.name for path in folder.iterdir()) == [
        "about.txt",
        "calls-1764000000.1.wav",
        "data.json",
    ]
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert WORDS in (folder / "about.txt").read_text(encoding="utf-8")
    assert "cannot be written" in refused(run, "export", ANNA, "--to", folder)
