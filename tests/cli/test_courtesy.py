"""``ivr courtesy`` as an operator uses it."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from typer.testing import CliRunner

from ivr.calls.ports import NewCall, TurnEntry
from ivr.cli import app, courtesy_plot
from ivr.cli.courtesy import By, Group, grouped
from ivr.conversation.actions import HangUp
from ivr.conversation.performed import Cut, Performed
from ivr.conversation.state import Step
from ivr.etiquette.audit import Reason
from ivr.etiquette.example import YES, ask, say, talk, turn
from ivr.etiquette.timing import Timing
from ivr.phrases.sentence import SpeechAct
from ivr.records.audits import AuditLine
from ivr.records.engine import open_engine
from ivr.records.store import SqlRecords
from ivr.records.writes import REHEARSAL
from tests.conftest import EXAMPLE, with_schema
from tests.etiquette.test_audit import GOODBYE, MENU

NOON = datetime(2026, 11, 24, 22, 30, tzinfo=UTC)  # after midnight in Riga
RUDE = turn(YES, say(SpeechAct.INFORMS, "Hey."), ask("x"))
ABRUPT = turn(YES, HangUp("goodbye"))


@pytest.fixture
def run(tmp_path, monkeypatch):
    """The command ``ivr`` in an installation with three calls: a good one, a rude one, one that goes on."""
    for name in [name for name in os.environ if name.startswith("IVR_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("IVR_HOME", str(tmp_path))
    engine = open_engine(f"sqlite:///{tmp_path}/data/ivr.db")
    with_schema(engine)
    records = SqlRecords(engine)
    records.keep_company("f", str(EXAMPLE), EXAMPLE.read_text(encoding="utf-8"))
    write(records, "good", MENU, GOODBYE, performed=Performed(0.5, 2.0))
    write(records, "rude", MENU, RUDE, ABRUPT, performed=Performed(0.5, 2.0, Cut.KEY))
    write(records, "goes-on", MENU)
    yield lambda *words: CliRunner().invoke(app, list(words))
    records.close()


def write(records, call_id, *pieces, performed=None):
    """Write a talk as a call, each turn of which but the last was heard so."""
    ended = isinstance(pieces[-1].actions[-1], HangUp)
    pieces = (*pieces[:-1], replace(pieces[-1], changes={"step": Step.ENDED})) if ended else pieces
    for number, beat in enumerate(talk(*pieces)):
        call = NewCall(call_id, "simulator", "+37167000100", "+37120000001")
        at = NOON + timedelta(seconds=20 * number)
        entry = TurnEntry(call, number, at, beat.event, beat.turn, "f")
        records.save(replace(entry, performed=performed) if number else entry)


def test_calls_are_audited_reported_and_shown(run):
    assert run("courtesy", "report").output == "No call is audited in this time.\n"
    assert run("courtesy", "audit").stdout == "Audited 2 calls.\n"
    assert run("courtesy", "audit").stdout == "Audited 0 calls.\n"
    assert run("courtesy", "audit", "--again").stdout == "Audited 2 calls.\n"
    (day,) = json.loads(run("courtesy", "report", "--json").output)
    assert day == {
        "name": "2026-11-25",
        "calls": 2,
        "score": 70.0,
        "flawless": 1,
        "starred": 1,
        "breaches": 2,
        "answered": 0.5,
        "pause": 0.5,
        "interruptions": 1.0,
    }
    rules = json.loads(run("courtesy", "report", "--by", "rule", "--json").output)
    assert [(rule["name"], rule["breaches"]) for rule in rules] == [("B1", 1), ("B3", 1)]


def test_a_rehearsal_is_judged_when_it_is_asked_for(run, tmp_path):
    records = SqlRecords(open_engine(f"sqlite:///{tmp_path}/data/ivr.db"), node=REHEARSAL)
    write(records, "talk-1", MENU, RUDE, ABRUPT)
    write(records, "talk-2", MENU)
    records.close()
    assert run("courtesy", "audit", "--again").stdout == "Audited 2 calls.\n"
    assert "Score    40 of 100" in run("courtesy", "show", "talk-1").output
    assert "the line measured nothing" in run("courtesy", "show", "talk-1").output
    assert "is not audited yet" in str(run("courtesy", "show", "talk-2").exception)
    (day,) = json.loads(run("courtesy", "report", "--json").output)
    assert day["calls"] == 2


def test_a_report_may_be_of_a_part_of_the_time(run):
    run("courtesy", "audit")
    assert "No call" in run("courtesy", "report", "--until", "2026-11-25").output
    assert "2026-11-25" in run("courtesy", "report", "--since", "2026-11-25").output
    assert run("courtesy", "audit", "--again", "--since", "2026-11-26").stdout == "Audited 0 calls.\n"


def test_each_breach_is_shown_with_its_turn(run):
    run("courtesy", "audit")
    shown = run("courtesy", "show", "rude").output
    assert "Score    40 of 100" in shown
    assert 'B3*, turn 1, -30: "Hey" is no formal address.' in shown
    assert "We speak the other side's language" in shown
    assert "0:20 bot: Hey." in shown
    assert "B1*, turn 2, -30: the call ends without thanks and a goodbye." in shown
    assert "bot: How can I help you?" not in shown  # a turn that broke nothing
    assert json.loads(run("courtesy", "show", "rude", "--json").output)["score"] == 40


def test_what_was_measured_is_shown(run):
    run("courtesy", "audit")
    timing = "greeted after 0.5 s, longest pause 0.5 s, cut short 2 times, longest speech 2 s"
    assert f"Timing   {timing}" in run("courtesy", "show", "rude").output
    assert "1.0 times" in run("courtesy", "report").output


def test_a_call_that_goes_on_has_no_audit(run):
    failed = run("courtesy", "show", "goes-on")
    assert "is not audited yet" in str(failed.exception)


@pytest.mark.parametrize("by", By)
@pytest.mark.parametrize("ending", ["png", "svg"])
def test_a_report_is_drawn(run, tmp_path, by, ending):
    run("courtesy", "audit")
    picture = tmp_path / f"courtesy.{ending}"
    assert "Wrote" in run("courtesy", "report", "--by", by.value, "--plot", str(picture)).output
    assert picture.stat().st_size > 2_000


def group(calls: int, starred: int = 0) -> Group:
    return Group("sales", calls, 99.6, 0, starred, 3, None, None, None)


LABELS = [
    (group(1), By.DAY, "100  (1 call)"),
    (group(12, 2), By.DEPARTMENT, "100  (12 calls, 2 broke a starred norm)"),
    (group(2), By.RULE, "3  in 2 calls"),
]


@pytest.mark.parametrize(("bar", "by", "label"), LABELS, ids=[label for *_, label in LABELS])
def test_a_bar_is_labelled(bar, by, label):
    assert courtesy_plot._label(bar, by) == label


def test_a_picture_has_a_name_that_tells_its_kind(run):
    assert "no name for a picture" in str(run("courtesy", "report", "--plot", "x.pdf").exception)


# How audits are put together

STAR, PLAIN, LATE = (
    Reason("B1", True, 2, 30, "w"),
    Reason("I3", False, 0, 10, "w"),
    Reason("time:pause", False, 1, 3, "w"),
)


TIMING = Timing(0.5, 0.75, 0, None, 2)


def line(call_id, score, *reasons, **changes):
    audit = AuditLine(call_id, NOON, False, "sales", None, "lv", score, TIMING, reasons)
    return replace(audit, **changes)


LINES = (
    line("a", 100),
    line("b", 60, STAR, PLAIN, department=None, timing=Timing(None, None, 0, None, None)),
    line("c", 97, LATE, campaign="spring", began_at=NOON + timedelta(days=1)),
    line("d", 20, STAR, replace(STAR, number=4)),
)
MEASURED, UNKNOWN = (0.5, 0.75, 2.0), (None, None, None)
GROUPED = {
    By.DAY: (
        Group("2026-11-24", 3, 60.0, 1, 2, 4, *MEASURED),
        Group("2026-11-25", 1, 97.0, 0, 0, 0, *MEASURED),
    ),
    By.DEPARTMENT: (
        Group("none", 1, 60.0, 0, 1, 2, *UNKNOWN),
        Group("sales", 3, 217 / 3, 1, 1, 2, *MEASURED),
    ),
    By.CAMPAIGN: (
        Group("none", 3, 60.0, 1, 2, 4, *MEASURED),
        Group("spring", 1, 97.0, 0, 0, 0, *MEASURED),
    ),
    By.RULE: (
        Group("B1", 2, 40.0, 0, 2, 3, *MEASURED),
        Group("I3", 1, 60.0, 0, 1, 1, *UNKNOWN),
        Group("time:pause", 1, 97.0, 0, 0, 1, *MEASURED),
    ),
}


@pytest.mark.parametrize(("by", "expected"), GROUPED.items(), ids=[by.value for by in GROUPED])
def test_how_audits_are_put_together(by, expected):
    assert grouped(LINES, by, UTC) == expected
