"""``ivr campaign check``, ``start``, ``pause``, ``stop`` and ``status`` as an operator uses them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Engine

from ivr.calls import prover
from ivr.calls.proofs import fingerprint
from ivr.company.campaign_file import parse_campaign
from ivr.dialer.ports import CampaignState
from ivr.errors import FileProblems
from ivr.records.dialer import SqlDialer
from ivr.records.outbound import Outbound
from ivr.records.store import SqlRecords
from tests.calls.proving import GRAVE, Standin
from tests.cli.conftest import NOW, Run, refused
from tests.company.files import example
from tests.records.ledger_samples import attempt, contact_row, with_contacts

CAMPAIGN = "maintenance"


@pytest.fixture
def listed(engine: Engine) -> Engine:
    """Records with two contacts of the campaign."""
    with_contacts(engine, contact_row("+37120000001", CAMPAIGN), contact_row("+37120000002", CAMPAIGN))
    return engine


# Checking


def test_check_tells_of_every_campaign_or_of_those_named(run: Run, tmp_path: Path) -> None:
    every = run("campaign", "check")
    assert every.exit_code == 0
    assert [line.split(" is good")[0].rpartition("/")[2] for line in every.stdout.splitlines()] == [
        "maintenance.yaml",
        "satisfaction.yaml",
        "spring_offer.yaml",
    ]
    one = run("campaign", "check", tmp_path / "company" / "campaigns" / "spring_offer.yaml")
    assert one.stdout.count("is good") == 1
    assert "Only contacts with a consent on record are called." in one.stdout


def test_check_prints_the_faults_of_each_file_and_exits_1(run: Run, tmp_path: Path) -> None:
    for name in ("maintenance", "satisfaction"):
        path = tmp_path / "company" / "campaigns" / f"{name}.yaml"
        path.write_text(path.read_text(encoding="utf-8").replace("department: support", "department: x", 1))
    result = run("campaign", "check")
    assert result.exit_code == 1
    assert [line.split(": ")[1] for line in result.stdout.splitlines()[:2]] == ["department", "department"]
    assert "spring_offer.yaml is good" in result.stdout
    assert result.stderr == "2 faults.\n"


def test_check_without_any_campaign_says_how_to_get_one(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IVR_CAMPAIGNS", "/nowhere")
    assert refused(run, "campaign", "check").endswith("/nowhere. ivr init DIR writes examples.")


def test_check_needs_a_good_company_file(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IVR_CAMPAIGNS", str(Path("company") / "campaigns"))
    monkeypatch.setenv("IVR_COMPANY", "/nowhere.yaml")
    result = run("campaign", "check", "x.yaml")
    assert (result.exit_code, "cannot be read" in result.stdout) == (1, True)


# Starting and stopping


def test_start_keeps_both_files_and_sets_the_campaign_running(
    run: Run, listed: Engine, tmp_path: Path
) -> None:
    result = run("campaign", "start", CAMPAIGN)
    assert result.exit_code == 0, result.output
    assert "is running: 2 contacts (2 to be called)." in result.stdout
    assert "IVR_AMI is set; it is not set here" in result.stdout
    found = Outbound(listed).run(CAMPAIGN)
    assert found is not None
    assert (found.state, found.why) == (CampaignState.RUNNING, "started by operator dace")
    kept = SqlRecords(listed).company_text(found.fingerprint)
    assert kept is not None
    assert hashlib.sha256(kept[1].encode()).hexdigest() == found.fingerprint
    assert parse_campaign(Path(kept[0]), kept[1], example().company).id == CAMPAIGN
    assert SqlRecords(listed).company_text(found.company) is not None


def test_start_does_not_speak_of_ami_where_it_is_set(
    run: Run, listed: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("IVR_AMI", "asterisk:5038")
    monkeypatch.setenv("IVR_AMI_PASSWORD", "x")
    assert "IVR_AMI" not in run("campaign", "start", CAMPAIGN).stdout


def test_start_says_what_a_campaign_on_twilio_needs(
    run: Run, listed: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("IVR_AMI", "asterisk:5038")
    monkeypatch.setenv("IVR_AMI_PASSWORD", "x")
    file = tmp_path / "company" / "campaigns" / f"{CAMPAIGN}.yaml"
    text = file.read_text(encoding="utf-8")
    assert text.count("\nline: asterisk") == 1
    file.write_text(text.replace("\nline: asterisk", "\nline: twilio"), encoding="utf-8")
    said = run("campaign", "start", CAMPAIGN)
    assert said.exit_code == 0, said.output
    assert "Calls on the line twilio are made by ivr serve where IVR_TWILIO_ACCOUNT_SID is set" in said.stdout
    assert "trunk" not in said.stdout


def test_start_says_that_no_call_gets_out_without_a_trunk(run: Run, listed: Engine, tmp_path: Path) -> None:
    company = tmp_path / "company" / "company.yaml"
    assert f"{company} names no trunk." in run("campaign", "start", CAMPAIGN).stdout
    with company.open("a", encoding="utf-8") as file:
        file.write("\ntrunk: {host: sip.example.com}\n")
    assert "trunk" not in run("campaign", "start", CAMPAIGN).stdout


def test_a_running_campaign_is_started_again_only_by_a_changed_file(
    run: Run, listed: Engine, tmp_path: Path
) -> None:
    run("campaign", "start", CAMPAIGN)
    assert "running already" in refused(run, "campaign", "start", CAMPAIGN)
    path = tmp_path / "company" / "campaigns" / f"{CAMPAIGN}.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "\n# changed\n", encoding="utf-8")
    assert run("campaign", "start", CAMPAIGN).exit_code == 0
    company = tmp_path / "company" / "company.yaml"
    company.write_text(company.read_text(encoding="utf-8") + "\n# changed\n", encoding="utf-8")
    assert run("campaign", "start", CAMPAIGN).exit_code == 0
    assert len(Outbound(listed).changes(CAMPAIGN)) == 3


def test_start_refuses_a_faulty_file(run: Run, listed: Engine, tmp_path: Path) -> None:
    path = tmp_path / "company" / "campaigns" / f"{CAMPAIGN}.yaml"
    path.write_text("purpose: survey\n")
    result = run("campaign", "start", CAMPAIGN)
    assert isinstance(result.exception, FileProblems)
    assert Outbound(listed).run(CAMPAIGN) is None


def test_start_refuses_a_campaign_that_is_not_proved(
    run: Run, listed: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    standin = Standin(company=(GRAVE,), campaign=(replace(GRAVE, id="O1"),), product=fingerprint())
    monkeypatch.setattr(prover, "apart", standin)
    for _ in range(2):
        said = refused(run, "campaign", "start", CAMPAIGN)
        assert f'{CAMPAIGN}.yaml: O1: "notice.recording" is not said.' in said
        assert said.endswith("company/company.yaml")
    assert Outbound(listed).run(CAMPAIGN) is None
    assert [len(asked.campaigns) for asked in standin.asked] == [1]


def test_start_takes_what_is_proved_already(
    run: Run, listed: Engine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    standin = Standin(company=(GRAVE,), product=fingerprint())  # the company's own calls are not its matter
    monkeypatch.setattr(prover, "apart", standin)
    for _ in range(2):
        assert run("campaign", "start", CAMPAIGN).exit_code == 0
        run("campaign", "pause", CAMPAIGN)
    assert len(standin.asked) == 1
    assert list((tmp_path / "data" / "proofs").glob("*.json"))


def test_start_refuses_a_rude_campaign_at_its_line(run: Run, listed: Engine, tmp_path: Path) -> None:
    path = tmp_path / "company" / "campaigns" / f"{CAMPAIGN}.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"(?m)^( *en: ).*$", r"\1Shut up.", text, count=1), encoding="utf-8")
    result = run("campaign", "start", CAMPAIGN)
    assert "is not polite" in str(result.exception)


@pytest.mark.parametrize(
    ("id_", "says"),
    [
        ("nobody", 'no campaign "nobody". Use one of: maintenance, satisfaction, spring_offer.'),
        ("satisfaction", "has no contacts. Bring them in with ivr campaign import FILE.csv --campaign sat"),
    ],
)
def test_start_needs_a_file_and_contacts(run: Run, listed: Engine, id_: str, says: str) -> None:
    assert says in refused(run, "campaign", "start", id_)


def test_pause_stop_and_start_again(run: Run, listed: Engine) -> None:
    assert "no campaign" in refused(run, "campaign", "pause", CAMPAIGN)
    run("campaign", "start", CAMPAIGN)
    assert "is paused; 0 of its calls are up." in run("campaign", "pause", CAMPAIGN).stdout
    assert "it is paused (paused by operator dace)" in refused(run, "campaign", "pause", CAMPAIGN)
    assert "is stopped" in run("campaign", "stop", CAMPAIGN).stdout
    assert "it is stopped" in refused(run, "campaign", "stop", CAMPAIGN)
    assert run("campaign", "start", CAMPAIGN).exit_code == 0
    states = [change.state.value for change in Outbound(listed).changes(CAMPAIGN)]
    assert states == ["running", "paused", "stopped", "running"]


# Status


def test_status_shows_where_contacts_stand_and_what_is_up(run: Run, listed: Engine) -> None:
    run("campaign", "start", CAMPAIGN)
    dialer = SqlDialer(listed)
    (first,) = dialer.claim_contacts(CAMPAIGN, NOW.replace(year=2027), 1, "one")
    dialer.begin_attempt(attempt(work=first))
    result = run("campaign", "status", CAMPAIGN)
    shown = dict(line.split("  ", 1) for line in result.stdout.splitlines())
    assert {name: value.strip() for name, value in shown.items()} == {
        "Campaign": CAMPAIGN,
        "State": "running",
        "Why": "started by operator dace",
        "To be called": "1",
        "Being called": "1",
        "Promised a call": "0",
        "Done": "0",
        "Not to be called": "0",
        "Attempts": "1",
        "Calls up": "1",
        "Promises open": "0",
        "Next due (Europe/Riga)": "2026-11-24 14:00:00",
    }
    assert "1 of its calls is up" in run("campaign", "pause", CAMPAIGN).stdout


def test_status_of_all_is_a_line_each(run: Run, listed: Engine) -> None:
    with_contacts(listed, contact_row("+37120000001", "satisfaction", state="done"))
    lines = run("campaign", "status").stdout.splitlines()
    assert [line.split()[:3] for line in lines[1:]] == [
        [CAMPAIGN, "not", "started"],
        ["satisfaction", "not", "started"],
    ]
    assert "2 contacts (2 to be called)" in lines[1]
    assert "1 contact (1 done)" in lines[2]


def test_status_before_anything(run: Run, engine: Engine) -> None:
    assert "No campaign has contacts yet" in run("campaign", "status").stdout
    assert 'no campaign "x" on record' in refused(run, "campaign", "status", "x")


def test_status_without_records_says_so(run: Run) -> None:
    assert refused(run, "campaign", "status")


def test_times_are_the_companys_of_the_records_where_the_file_is_faulty(
    run: Run, listed: Engine, tmp_path: Path, file: Callable[..., Path]
) -> None:
    path = tmp_path / "company" / "company.yaml"
    SqlRecords(listed).keep_company("f1", str(path), path.read_text(encoding="utf-8"))
    path.write_text("name: x\n")
    assert "Next (Europe/Riga)" in run("campaign", "status").stdout


def test_without_any_company_its_faults_are_told(run: Run, listed: Engine, tmp_path: Path) -> None:
    (tmp_path / "company" / "company.yaml").write_text("name: x\n")
    assert "operator: it is missing" in refused(run, "campaign", "status")
