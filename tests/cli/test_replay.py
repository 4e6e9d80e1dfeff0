"""``ivr replay``: calls on record against a draft."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine

from ivr.company.loader import parse
from ivr.errors import FileProblems
from ivr.lines.simulator.exchange import SimulatedExchange
from ivr.records.store import SqlRecords
from ivr.wiring import desk
from tests.cli.conftest import Run
from tests.company.files import FILE, TEXT

TEN = datetime(2026, 11, 25, 8, tzinfo=UTC)  # a Wednesday, ten in the morning in Riga
HELP = ("Kā varu Jums palīdzēt?", "Ko vēlaties?")
MOVED = ("    key: 1\n    competence:", "    key: 5\n    competence:")
SWAPPED = (MOVED, ("    key: 3\n    competence:", "    key: 1\n    competence:"))
FAULTY = ("country: LV", "country: XX")

Draft = Callable[..., Path]


@pytest.fixture
def draft(tmp_path: Path) -> Draft:
    """Writes a draft: the example with changes; beside it no campaigns."""

    def write(*changes: tuple[str, str]) -> Path:
        (tmp_path / "draft" / "recordings").mkdir(parents=True)
        path = tmp_path / "draft" / "company.yaml"
        path.write_text(_text(*changes), encoding="utf-8")
        return path

    return write


@pytest.fixture(autouse=True)
def held(engine: Engine) -> None:
    """Two calls that began with the example, and one with an older file."""
    _hold(engine, "first", "/dtmf 1", "/talked", "/dtmf 2")
    _hold(engine, "words", "/dtmf #", "/say a question about my invoice", "/hangup", hears=("en",))
    _hold(engine, "older", "/dtmf 0", "/hangup", changes=(HELP,))


def _text(*changes: tuple[str, str]) -> str:
    text = TEXT
    for old, new in changes:
        text = text.replace(old, new)
    return text


def _hold(engine: Engine, call_id: str, *typed: str, hears=(), changes=()) -> None:
    answering, _ = desk(SqlRecords(engine), parse(FILE, _text(*changes)), lambda: TEN)
    call = SimulatedExchange(answering, hears).incoming("+37167000100", "+37120000001", call_id)
    for line in typed:
        call.hear(line)


def _found(run: Run, *words: object) -> dict[str, dict]:
    result = run("replay", *words, "--json")
    assert result.exit_code == 0, result.output
    return {each["call_id"]: each for each in json.loads(result.stdout)}


def test_each_call_has_its_outcome_then_and_now(run, draft):
    found = _found(run, draft(*SWAPPED))
    assert {call_id: each["kind"] for call_id, each in found.items()} == {
        "first": "left",
        "words": "worded",  # the keys of the menu alone
        "older": "worded",
    }
    assert found["first"]["then"] == ["department sales", "end goodbye"]
    assert found["first"]["now"] == ["department billing"]
    assert found["first"]["left"] == "From here on billing would have been rung."
    assert found["first"]["began_at"] == "2026-11-25T08:00:00Z"


def test_the_table_shows_what_goes_otherwise(run, draft):
    told = run("replay", draft(*SWAPPED)).stdout.splitlines()
    assert told[1].split("  ")[0] == "first"
    assert "2026-11-25 10:00:00" in told[1]
    assert "department billing, From here on billing would have been rung." in told[1]
    assert told[2] == "3 calls: 2 in other words; 1 otherwise, and cannot be followed to the end."


def test_the_diff_shows_acts_and_sentences_from_the_first_turn_that_differs(run, draft):
    told = run("replay", draft(*SWAPPED), "--call", "first", "--diff").stdout
    assert "-  0:00  bot: Savienoju Jūs ar pārdošanas nodaļu.  [connects]" in told
    assert "+  0:00  bot: Savienoju Jūs ar grāmatvedību.  [connects]" in told
    assert "  0:00  caller: pressed 1" in told
    assert told.count("From here on billing would have been rung.") == 2
    assert "hangs up" not in told  # of what followed then, nothing is compared


def test_a_call_that_began_with_an_older_file_is_held_against_what_was_said_then(run, draft):
    found = _found(run, draft(), "--call", "older")["older"]
    assert found["kind"] == "worded"
    assert "-  0:00  bot: Ko vēlaties?  [offers_help]" in found["diff"]


def test_a_draft_that_changes_nothing(run, draft):
    assert run("replay", draft(), "--call", "first", "--call", "words").stdout == "2 calls: 2 the same.\n"


def test_the_newest_calls_alone(run, draft):
    assert len(_found(run, draft(), "--last", "2")) == 2


def test_a_faulty_draft_is_refused_with_its_lines(run, draft):
    result = run("replay", draft(FAULTY))
    assert isinstance(result.exception, FileProblems)
    assert f"company.yaml:{TEXT[: TEXT.index('country: LV')].count(chr(10)) + 1}: country" in str(
        result.exception
    )


def test_a_faulty_campaign_beside_the_draft_is_refused(run, draft, tmp_path):
    path = draft()
    (tmp_path / "draft" / "campaigns").mkdir()
    (tmp_path / "draft" / "campaigns" / "offer.yaml").write_text("matter: x\n", encoding="utf-8")
    result = run("replay", path)
    assert result.exit_code == 1
    assert "offer.yaml" in result.output
