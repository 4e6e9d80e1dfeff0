"""What is built out of which settings: on which lines people are called, and may be promised a call."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from threading import Event

import pytest

from ivr import log, wiring
from ivr.calls import prover
from ivr.calls.proofs import Flaw, NotProvedError, fingerprint
from ivr.cli.on_record import zone
from ivr.clock import utc_now
from ivr.dialer.ports import CampaignRun, CampaignState
from ivr.errors import OperatorError
from ivr.phrases.check import load_standard
from ivr.records.history import History
from ivr.records.store import SqlRecords
from ivr.settings import Settings, from_environment
from tests.calls.proving import GRAVE, SLIGHT, Standin, campaign
from tests.conftest import EXAMPLE

pytestmark = pytest.mark.usefixtures("migrated_once")

AMI = {"IVR_AMI": "127.0.0.1:5038", "IVR_AMI_PASSWORD": "x"}
TWILIO = {
    "IVR_TWILIO_ACCOUNT_SID": "AC" + "a" * 32,
    "IVR_TWILIO_AUTH_TOKEN": "token",
    "IVR_TWILIO_PUBLIC_URL": "https://bot.example.com",
    "IVR_TWILIO_CALLS_PER_SECOND": "2.5",
}
LINES = [
    ({}, set()),
    (AMI, {"asterisk", "test"}),
    (TWILIO, {"twilio"}),
    (AMI | TWILIO, {"asterisk", "test", "twilio"}),
]


@pytest.fixture
def store() -> Iterator[SqlRecords]:
    made = wiring.records("sqlite://")
    yield made
    made.close()
    made.engine.dispose()


def given(env: dict[str, str]) -> Settings:
    return from_environment({"IVR_NODE": "north", **env})


@pytest.mark.parametrize(("env", "lines"), LINES)
def test_people_are_called_on_the_lines_that_are_set(env, lines):
    assert wiring.lines(given(env)) == lines


@pytest.mark.parametrize("line", ["asterisk", "twilio", "test"])
@pytest.mark.parametrize(("env", "lines"), LINES)
def test_a_call_is_promised_where_the_line_of_the_callbacks_is_served(store, env, lines, line):
    file = load_standard(EXAMPLE)
    desk, standards = wiring.desk(store, file, lines=wiring.lines(given(env)))
    callbacks = file.company.callbacks.model_copy(update={"line": line})
    standards._current = ("changed", file.company.model_copy(update={"callbacks": callbacks}))
    assert desk.ledger.known("+37120000001").may_be_called is (line in lines)


@pytest.mark.parametrize(("env", "lines"), LINES)
def test_each_line_has_a_dispatcher_of_its_own(store, tmp_path, env, lines):
    settings = given(env)
    _, standards = wiring.desk(store, load_standard(EXAMPLE))
    ours = wiring.our_calls(settings)
    prompts, proved = wiring.prompt_cache(tmp_path), [].append
    made = wiring.dispatchers(settings, store, standards, prompts, ours, proved)
    kits = [each._kit for each in made._dispatchers] if made else []
    assert [kit.prove for kit in kits] == [proved] * len(kits)
    assert {line for kit in kits for line in kit.lines} == lines
    named = {"twilio" in kit.lines: (kit.node, kit.per_second) for kit in kits}
    expected = {False: ("north", None), True: ("north/twilio", 2.5)}
    assert named == {twilio: expected[twilio] for twilio in named}
    assert (ours is not None) == ("twilio" in lines)


# ── Nothing is served that is not proved ────────────────────────────────────────────────────────


@pytest.fixture
def home(tmp_path) -> Settings:
    """An installation with the example."""
    shutil.copytree(EXAMPLE.parent, tmp_path / "company")
    return given({"IVR_HOME": str(tmp_path)})


def proves(monkeypatch, *company: Flaw, campaign: tuple[Flaw, ...] = ()) -> Standin:
    standin = Standin(company, campaign, fingerprint())
    monkeypatch.setattr(prover, "apart", standin)
    return standin


def logged(capsys, level: str) -> list[dict]:
    lines = map(json.loads, capsys.readouterr().err.splitlines())
    return [line for line in lines if line["level"] == level]


def test_a_company_that_is_not_proved_is_not_served_and_nothing_is_rendered(home, monkeypatch):
    proves(monkeypatch, GRAVE)
    with pytest.raises(NotProvedError, match="own:recorded"):
        wiring.service(home)
    assert not home.prompts.exists()


def test_a_company_is_proved_before_it_is_served_with_the_good_campaigns_beside_it(home, monkeypatch, capsys):
    log.configure()
    (home.campaigns / "satisfaction.yaml").write_text("purpose: survey\n", "utf-8")
    standin = proves(monkeypatch, SLIGHT, campaign=(GRAVE,))
    wiring.prove(home, wiring.prover(home, Event()), load_standard(home.company), urgent=True)
    assert [[each.path.stem for each in asked.campaigns] for asked in standin.asked] == [
        ["maintenance", "spring_offer"]
    ]
    assert [(line["action"], line["campaign"]) for line in logged(capsys, "error")] == [
        ("campaign_file_refused", "satisfaction"),
        ("campaign_not_proved", "maintenance"),
        ("campaign_not_proved", "spring_offer"),
    ]


def test_a_changed_file_that_is_not_proved_leaves_the_old_one_in_force(home, monkeypatch, capsys):
    log.configure()
    monkeypatch.setattr(wiring, "prepare", lambda *_: None)
    standin = proves(monkeypatch)
    service = wiring.service(home)
    before = service.standards.current()
    home.company.write_text(home.company.read_text("utf-8") + "\n# changed\n", "utf-8")
    standin.company = (GRAVE,)
    assert not service.reload()
    assert service.standards.current() == before
    assert [asked.urgent for asked in standin.asked] == [True, False]
    (refused,) = logged(capsys, "error")
    assert refused["problems"][0] == f"{home.company}: {GRAVE.id}: {GRAVE.what}."


def test_a_campaign_that_runs_is_proved_by_its_text_and_the_company_in_force(store, home, monkeypatch):
    standin = proves(monkeypatch, GRAVE, campaign=(GRAVE,))
    file, started = load_standard(home.company), campaign(changed="\n# as it was started\n")
    store.keep_company(started.fingerprint, str(started.path), started.text)
    _, standards = wiring.desk(store, file)
    proved = wiring.run_prover(wiring.prover(home, Event()), store, standards)
    run = CampaignRun("any", started.fingerprint, "of another company file", CampaignState.RUNNING, "")
    with pytest.raises(NotProvedError, match=r"maintenance\.yaml: own:recorded"):
        proved(run)
    assert [asked.campaigns[0].text for asked in standin.asked] == [started.text]
    with pytest.raises(OperatorError, match="Start the campaign again"):
        proved(replace(run, fingerprint="lost"))


def test_calls_are_audited_and_told_by_the_company_file_also_after_a_campaign_was_started(store, home):
    file = load_standard(home.company)
    SqlRecords(store.engine, clock=utc_now).keep_company(file.fingerprint, "company.yaml", file.text)
    started = campaign()
    later = SqlRecords(store.engine, clock=lambda: utc_now() + timedelta(hours=1))
    later.keep_company(started.fingerprint, str(started.path), started.text)
    assert wiring.auditor_of(store.engine)._standards.current()[0] == file.fingerprint
    assert zone(History(store.engine)) == file.company.zone
