"""``ivr incident`` as an operator uses it: who may, what is kept of it, what comes out."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest
from sqlalchemy import Engine

from ivr.conversation.actions import MonitorCall, Raise
from ivr.conversation.events import Heard, HungUp
from ivr.evidence.verify import verify
from ivr.records.incidents import Incidents
from ivr.records.raising import incident_id
from ivr.records.store import SqlRecords
from tests.cli.conftest import Run, refused
from tests.records.samples import call, ended, entry, turn

ID = incident_id(call().call_id)
SHORT = ID[:8]
WORDS = "you stupid robot"
COMMANDS = {
    "show": ("show", SHORT),
    "export": ("export", SHORT),
    "note": ("note", SHORT, "x"),
    "close": ("close", SHORT),
    "hold": ("hold", SHORT, "off", "--why", "x"),
}


@pytest.fixture
def incidents(engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Incidents:
    """A call that was recorded, in which somebody was abusive, and which is over."""
    records = SqlRecords(engine)
    abuse = Raise("abuse", WORDS, (4, 10), "insult", "sales")
    for each in (
        entry(0, None, turn(MonitorCall())),
        entry(5, Heard(WORDS, 0.9), turn(abuse)),
        entry(6, HungUp(), ended("caller left")),
    ):
        records.save(each)
    records.close()
    (tmp_path / "data" / "spool" / "calls").mkdir(parents=True)
    (tmp_path / "data" / "spool" / "calls" / "1764000000.1.wav").write_bytes(b"RIFF sound")
    monkeypatch.chdir(tmp_path)
    return Incidents(engine)


def restrict(tmp_path: Path, *operators: str) -> None:
    file = tmp_path / "company" / "company.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(f"{text}\naccess:\n  incidents: [{', '.join(operators)}]\n", encoding="utf-8")


def accesses(incidents: Incidents) -> list[tuple[str, str, bool]]:
    return [(each.who, each.what, each.allowed) for each in incidents.accesses(ID)]


def test_the_list_tells_nothing_of_what_was_said(run: Run, incidents) -> None:
    shown = run("incident", "list").output
    assert f"{SHORT}" in shown
    assert "abuse" in shown
    listed = json.loads(run("incident", "list", "--json").output)
    assert [each["id"] for each in listed] == [ID]
    assert not any(secret in shown + str(listed) for secret in (WORDS, "stupid", "+37126000001"))
    assert accesses(incidents) == []


def test_without_incidents_it_says_so(run: Run, engine: Engine) -> None:
    assert run("incident", "list").output == "No incidents.\n"
    assert "There is no incident" in refused(run, "incident", "show", "1234")


def test_who_looks_sees_all_of_it_and_is_kept(run: Run, incidents) -> None:
    shown = run("incident", "show", SHORT).output
    for told in (
        ID,
        f'said "{WORDS}"',
        'told by the rule "insult"',
        "calls/1764000000.1.wav: the incident is 5.0 s",
    ):
        assert told in shown
    assert accesses(incidents) == [("dace", "show", True)]
    assert json.loads(run("incident", "show", SHORT, "--json").output)[0]["body"]["words"] == WORDS


@pytest.mark.parametrize("words", COMMANDS.values(), ids=COMMANDS)
def test_others_are_refused_and_that_is_kept(run: Run, incidents, tmp_path, words) -> None:
    run("incident", "key")
    restrict(tmp_path, "anna", "juris")
    before = incidents.find(ID)
    said = refused(run, "incident", *words)
    assert said.startswith(f"dace may not {words[0]} incidents; that it was tried is on record.")
    assert accesses(incidents) == [("dace", words[0], False)]
    assert incidents.find(ID).state == before.state
    assert not list(tmp_path.glob("*.zip"))


def test_who_has_the_role_gives_the_name(run: Run, incidents, tmp_path, monkeypatch) -> None:
    restrict(tmp_path, "anna")
    monkeypatch.setenv("IVR_OPERATOR", "anna")
    assert run("incident", "show", SHORT).exit_code == 0
    assert accesses(incidents) == [("anna (as dace)", "show", True)]
    kept = [each.body for each in incidents.entries(ID) if each.kind == "access"]
    assert kept == [{"by": "anna (as dace)", "what": "show", "allowed": True}]


def test_where_nobody_is_named_the_owner_of_the_records_may(run: Run, incidents, monkeypatch) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 64_000)
    assert "may not show incidents" in refused(run, "incident", "show", SHORT)


def test_notes_closing_and_release_in_their_order(run: Run, incidents) -> None:
    assert "on hold" in refused(run, "incident", "hold", SHORT, "off", "--why", "x")
    assert run("incident", "note", SHORT, "spoken with").output == f"The note is entered in incident {ID}.\n"
    assert "is closed. It stays on hold until" in run("incident", "close", SHORT).output
    assert run("incident", "list").output == "No incidents.\n"
    assert SHORT in run("incident", "list", "--all").output
    assert "is no longer on hold" in run("incident", "hold", SHORT, "off", "--why", "settled").output
    assert not incidents.find(ID).hold
    assert run("incident", "hold", SHORT, "on", "--why", "court").exit_code == 0
    assert incidents.find(ID).hold


def test_an_export_is_signed_verifiable_and_kept(run: Run, incidents, tmp_path) -> None:
    fingerprint = run("incident", "key").output.splitlines()[-1]
    made = run("incident", "export", SHORT)
    assert made.exit_code == 0, made.output
    bundle = tmp_path / f"incident-{SHORT}.zip"
    assert verify(bundle.read_bytes(), fingerprint).faults == ()
    assert stat.S_IMODE(bundle.stat().st_mode) == 0o600
    assert accesses(incidents) == [("dace", "export", True)]
    shown = run("incident", "verify", bundle, "--key", fingerprint)
    assert shown.exit_code == 0
    assert f"Key: {fingerprint}" in shown.output
    assert b"RIFF sound" in bundle.read_bytes()
    assert "cannot be written" in refused(run, "incident", "export", SHORT)


def test_a_bundle_that_was_changed_is_told_and_fails(run: Run, incidents, tmp_path) -> None:
    run("incident", "key")
    run("incident", "export", SHORT, "--to", tmp_path / "a.zip")
    content = (tmp_path / "a.zip").read_bytes()
    (tmp_path / "b.zip").write_bytes(content.replace(b"RIFF sound", b"RIFF music"))
    result = run("incident", "verify", tmp_path / "b.zip")
    assert result.exit_code == 1
    assert "damaged" in result.output
    assert run("incident", "verify", tmp_path / "a.zip", "--key", "ab" * 32).exit_code == 1
    assert "cannot be read" in refused(run, "incident", "verify", tmp_path / "none.zip")


def test_a_recording_that_is_gone_is_told_and_the_rest_goes_out(run: Run, incidents, tmp_path) -> None:
    run("incident", "key")
    (tmp_path / "data" / "spool" / "calls" / "1764000000.1.wav").unlink()
    result = run("incident", "export", SHORT)
    assert "calls/1764000000.1.wav is not in the spool" in result.stderr
    assert verify((tmp_path / f"incident-{SHORT}.zip").read_bytes()).faults == ()


def test_the_key_is_made_once_and_read_by_its_owner_alone(run: Run, engine: Engine, tmp_path) -> None:
    first = run("incident", "key").output
    file = tmp_path / "data" / "incident-key.pem"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert run("incident", "key").output == f"{first.splitlines()[-1]}\n"


def test_a_key_of_ones_own_is_used(run: Run, incidents, tmp_path, monkeypatch) -> None:
    run("incident", "key")
    made = tmp_path / "data" / "incident-key.pem"
    own = made.rename(tmp_path / "own.pem")
    monkeypatch.setenv("IVR_INCIDENT_KEY_FILE", str(own))
    assert run("incident", "export", SHORT).exit_code == 0
    assert not made.exists()


def test_without_a_key_nothing_goes_out_and_it_says_what_to_do(run: Run, incidents, monkeypatch) -> None:
    assert "Make one with ivr incident key" in refused(run, "incident", "export", SHORT)
    monkeypatch.setenv("IVR_INCIDENT_KEY", "nonsense")
    assert "IVR_INCIDENT_KEY holds no key" in refused(run, "incident", "export", SHORT)
    assert accesses(incidents) == []
