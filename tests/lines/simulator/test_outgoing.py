"""Our calls at the keyboard: who picks up, the promised call after them, and what makes no sense."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from typer.testing import CliRunner

from ivr.cli import app
from ivr.cli.talk import play
from ivr.errors import FileProblems, OperatorError
from ivr.lines.simulator.clock import STEP, PassingClock, PretendedClock
from ivr.lines.simulator.script import Script, head, parse
from ivr.phrases.check import load_standard
from tests.conftest import EXAMPLE

pytestmark = pytest.mark.usefixtures("migrated_once")

AT = "2026-11-25T10:00"
FILE = load_standard(EXAMPLE)


def _play(*lines: str, **fields) -> list[str]:
    given = {"outbound": "maintenance", **fields}
    script = Script("", None, given.pop("caller", None), AT, tuple(enumerate(lines, start=1)), **given)
    return list(play(FILE, script, "call.txt"))


def test_a_person_picks_up_where_nothing_else_is_said():
    assert "bot: SIA Ozols, labdien!" in _play()
    assert _play("/person")[-9:] == _play()[-9:]


@pytest.mark.parametrize(
    ("contact", "called", "greeted"),
    [
        ("+37120000007 Anna Ozola", "+37120000007", "Anna Ozola"),
        ("Anna Ozola", "+37120000001", "Anna Ozola"),
        ("+37120000007", "+37120000007", None),
        (None, "+37120000001", None),
    ],
)
def test_whom_we_call(contact, called, greeted):
    lines = _play("0", contact=contact)
    assert any(f"calls {called} for the maintenance campaign" in line for line in lines)
    assert any("Vārds: Anna Ozola" in line for line in lines) is (greeted is not None)


@pytest.mark.parametrize(
    ("line", "end"),
    [
        ("/busy", "busy"),
        ("/noanswer", "no_answer"),
        ("/decline", "declined"),
        ("/unreachable", "unreachable"),
    ],
)
def test_nobody_picks_up(line, end):
    assert _play(line)[-1] == f"     (nobody picks up: {end})"


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        (("/busy", "1"), "call.txt:2: The call is over"),
        (("/person", "/uncertain"), "call.txt:2: .*waits for a key"),
        (("/person", "5", "/machine"), "call.txt:3: .*before a key is pressed"),
        (("1", "/later"), "call.txt:2: The call goes on"),
        (("/busy", "/later"), "call.txt:2: No call is promised"),
        (("/taken sales noon 2",), 'call.txt:1: "noon" is no time'),
        (("/taken garden 2026-11-25T12:00 2",), 'call.txt:1: There is no department "garden"'),
        (("/taken sales 2026-11-25T12:00 two",), 'call.txt:1: "two" is no number'),
        (("2", "4", "/dtmf 031212"), "call.txt:3: .*waits for 4 digits"),
    ],
)
def test_a_line_that_makes_no_sense_is_refused_with_its_line(lines, says):
    with pytest.raises(FileProblems, match=says):
        _play(*lines)


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"known": ("promise sales 2026-11-25T12:00",), "caller": None}, "withheld number"),
        ({"known": ("friend",), "caller": "+37120000001"}, '"friend" is known of nobody'),
        ({"taken": ("garden 2026-11-25T12:00 1",)}, 'no department "garden"'),
    ],
)
def test_a_head_that_makes_no_sense_is_refused(fields, says):
    with pytest.raises(FileProblems, match=says):
        _play(**fields)


def test_a_campaign_that_is_nowhere_is_refused():
    with pytest.raises(OperatorError, match='no campaign "nothing"'):
        _play(outbound="nothing")


def test_times_taken_by_others_are_not_offered():
    free = [line for line in _play("2") if "10.30" in line]
    full = [line for line in _play("/taken support 2026-11-25T10:30 2", "2") if "10.30" in line]
    assert free
    assert not full
    assert not [line for line in _play("2", taken=("support 2026-11-25T10:30 2",)) if "10.30" in line]


def test_who_rings_in_is_known():
    known = ("promise sales 2026-11-25T12:00",)
    lines = _play(outbound=None, known=known, caller="+37120000001")
    plain = _play(outbound=None, caller="+37120000001")
    barred = _play("0", outbound=None, known=("do-not-call",), caller="+37120000001")
    assert lines[3:] != plain[2:]
    assert barred


def test_what_was_keyed_in_may_end_with_the_hash_key():
    assert _play("2", "4", "/dtmf 0312#", "/dtmf 14", "/hangup")[-1] == "     (hangs up: person hung up)"


def test_a_head_goes_through_its_file_and_back(tmp_path):
    text = (
        "# About\noutbound: maintenance\ncontact: +37120000001 Anna\nlanguage: en\nzone: Europe/Riga\n"
        "known: do-not-call\ntaken: sales 2026-11-25T12:00 1\ntaken: sales 2026-11-25T12:30 2\n"
        f"at: {AT}\n---\n"
    )
    script = parse(tmp_path / "call.txt", text)
    assert "\n".join(head(script)) + "\n" == text
    assert script.taken == ("sales 2026-11-25T12:00 1", "sales 2026-11-25T12:30 2")


def test_time_is_waited_for_without_waiting():
    start = datetime(2026, 11, 25, 8, tzinfo=UTC)
    pretended, passing = PretendedClock(start), PassingClock(lambda: start)
    assert (pretended(), pretended()) == (start, start + STEP)
    for clock in (pretended, passing):
        clock.wait_until(start + timedelta(hours=1))
        clock.wait_until(start)
        assert clock() == clock.now == start + timedelta(hours=1)


# By hand


def _by_hand(typed: str, *arguments: str) -> str:
    options = ["talk", "--company", str(EXAMPLE), "--at", AT, *arguments]
    done = CliRunner().invoke(app, options, input=typed, catch_exceptions=False)
    assert done.exit_code == 0
    return done.stdout


def test_by_hand_the_promised_call_can_be_played_too():
    typed = "/help\nnonsense\n/person\n2\n1\n1\n/later\n/person\n9\n"
    shown = _by_hand(typed, "--outbound", "maintenance", "--contact", "Anna", "--language", "en", "--repro")
    assert "Ozols is calling you" in shown
    assert "our call is ringing" in shown
    assert "/later plays the call that was promised" in shown
    assert "puts the number on the do-not-call list" in shown
    assert "outbound: maintenance\ncontact: Anna\nlanguage: en\n" in shown


def test_by_hand_the_promised_call_need_not_be_played():
    assert "concludes: later" in _by_hand("/person\n2\n1\n1\n/hangup\n", "--outbound", "maintenance")


def test_on_the_companys_own_records_nothing_is_rehearsed(tmp_path, monkeypatch):
    monkeypatch.setenv("IVR_DATABASE_URL", f"sqlite:///{tmp_path / 'records.db'}")
    shown = _by_hand("/later\n/taken sales 2026-11-25T12:00 1\n/hangup\n")
    assert shown.count("company's own records") == 2
    assert "On record: ivr calls show" in shown
