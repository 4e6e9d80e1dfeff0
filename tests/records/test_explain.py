"""``ivr explain`` as an operator uses it, on real records."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa
from typer.testing import CliRunner, Result

from ivr.cli import app
from ivr.company.disposition import Disposition
from ivr.dialer.ports import CampaignRun, CampaignState, ContactState, NewAttempt, Next
from ivr.errors import IvrError
from ivr.records import tables
from ivr.records.engine import open_engine
from ivr.records.numbers import SqlNumbers
from ivr.records.store import SqlRecords
from tests.conftest import with_schema
from tests.records.ledger_samples import promised

ANNA, JURIS = "+37129123456", "+37129000000"
Run = Callable[..., Result]


def riga(text: str) -> datetime:
    """In winter."""
    return datetime.fromisoformat(f"{text}+02:00").astimezone(UTC)


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command ``ivr`` in an installation of its own, with the example's campaigns."""
    for name in [name for name in os.environ if name.startswith("IVR_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("IVR_HOME", str(tmp_path))

    def invoke(*words: str) -> Result:
        return CliRunner().invoke(app, list(words))

    assert invoke("init", str(tmp_path / "company")).exit_code == 0
    return invoke


@pytest.fixture
def numbers(run: Run, tmp_path: Path) -> Iterator[SqlNumbers]:
    """Its records: Anna was called by "maintenance" on Monday and did not answer."""
    engine = open_engine(f"sqlite:///{tmp_path}/data/ivr.db")
    with_schema(engine)
    records = SqlNumbers(engine)
    monday = riga("2026-11-23T10:00")
    _contact(engine, "maintenance", ANNA, monday)
    records.set_run(CampaignRun("maintenance", "c1", "f1", CampaignState.RUNNING, "Started."), monday)
    (work,) = records.claim_contacts("maintenance", monday, 1, "main")
    records.begin_attempt(_attempt(work.id, monday))
    again = Next(ContactState.PENDING, monday + timedelta(hours=2), "Nobody answered, at try 1 of 3.")
    records.end_attempt("a1", monday + timedelta(minutes=1), Disposition.NO_ANSWER, again)
    yield records
    engine.dispose()


def _attempt(contact: int, at: datetime) -> NewAttempt:
    return NewAttempt(
        id="a1",
        node="main",
        line="asterisk",
        at=at,
        number=ANNA,
        person=ANNA,
        caller_id="+37167000102",
        language="lv",
        zone="Europe/Riga",
        name=None,
        campaign="maintenance",
        fingerprint="c1",
        promise=None,
        contact=contact,
    )


def _contact(engine: sa.Engine, campaign: str, number: str, at: datetime) -> None:
    row = {"campaign": campaign, "number": number, "person": number, "state": "pending", "tries": 0}
    with engine.begin() as connection:
        connection.execute(sa.insert(tables.Contact), row | {"next_at": at, "imported_at": at})


def told(run: Run, *words: str) -> str:
    result = run("explain", *words)
    assert result.exit_code == 0, result.exception
    return result.output


@pytest.fixture(autouse=True)
def _on_tuesday(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ivr.cli.explain.utc_now", lambda: riga("2026-11-24T10:30"))


def test_why_it_was_called_and_that_it_will_be(run: Run, numbers: SqlNumbers) -> None:
    found = told(run, ANNA)
    assert "+37129123456 (LV; Europe/Riga), at 2026-11-24 10:30 (Europe/Riga)" in found
    assert "2026-11-23 10:00" in found
    assert "Nobody answered (no_answer)" in found
    assert "tries so far: 1. Nobody answered, at try 1 of 3. The campaign is running." in found
    assert "Every rule allows a call now." in found
    assert "Calls on the line asterisk are made by ivr serve where IVR_AMI is set; it is not set" in found


def test_why_it_will_not_be_called_with_each_rule_and_when_it_may_be(run: Run, numbers: SqlNumbers) -> None:
    found = told(run, "29123456", "--at", "2026-11-23T20:30", "--campaign", "maintenance")
    assert (
        "It may not be called then: It is 2026-11-23 20:30 in Europe/Riga, outside the window of preset lv "
        "(2026-11-23: 09:00-20:00). All allow it first at 2026-11-24 10:00 (Europe/Riga)."
    ) in found
    lines = {line.split()[0]: line for line in found.splitlines() if line.startswith("  ")}
    assert lines["window"].split()[1] == "refuses"
    assert lines["window"].rstrip().endswith("2026-11-24 10:00")
    assert lines["caps"].split()[1] == "allows"


def test_a_number_on_the_do_not_call_list(run: Run, numbers: SqlNumbers) -> None:
    row = {"number": ANNA, "listed_at": riga("2026-11-24T09:00"), "source": "key 9", "call_id": None}
    with numbers._engine.begin() as connection:
        connection.execute(sa.insert(tables.DoNotCall), row)
    found = told(run, ANNA)
    assert "It may not be called: The number is on the do-not-call list since 2026-11-24 09:00." in found
    assert "until that changes" in found


def test_what_is_missing_for_a_commercial_campaign(run: Run, numbers: SqlNumbers) -> None:
    found = told(run, ANNA, "--campaign", "spring_offer")
    assert 'The number is not among the contacts of campaign "spring_offer".' in found
    assert "No consent is stored" in found


def test_a_started_campaign_is_judged_as_it_was_started(
    run: Run, numbers: SqlNumbers, tmp_path: Path
) -> None:
    """Its file has other hours by now."""
    file = tmp_path / "company" / "campaigns" / "maintenance.yaml"
    text = file.read_text(encoding="utf-8")
    row = {"fingerprint": "c1", "path": str(file), "text": text, "kept_at": riga("2026-11-23T10:00")}
    with numbers._engine.begin() as connection:
        connection.execute(sa.insert(tables.CompanyFile), row)
    assert text.count("mon-fri:") == 1
    file.write_text(text.replace("mon-fri:", "mon:"), encoding="utf-8")
    assert "Every rule allows a call now." in told(run, ANNA)


def test_a_promise(run: Run, numbers: SqlNumbers, tmp_path: Path) -> None:
    store = SqlRecords(numbers._engine)
    promised(store, number=JURIS, at=riga("2026-11-24T11:00"))
    found = told(run, JURIS)
    assert "It was not called in the last 30 days." in found
    assert "A call is promised for 2026-11-24 11:00 (Europe/Riga), by sales" in found
    assert "All allow it first at 2026-11-24 11:00 (Europe/Riga)." in found
    store.close()


def test_json_holds_the_same(run: Run, numbers: SqlNumbers) -> None:
    found = json.loads(told(run, ANNA, "--json", "--at", "2026-11-24T21:00"))
    (matter,) = found["matters"]
    assert (matter["decision"]["rule"], matter["planned"]) == ("window", True)
    assert datetime.fromisoformat(matter["decision"]["not_before"]) == riga("2026-11-25T10:00")
    assert [each["disposition"] for each in found["past"]] == ["no_answer"]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("abc",), '"abc" is not a telephone number. Write it like +37129123456.'),
        ((ANNA, "--campaign", "nope"), 'there is no campaign "nope". Use one of: maintenance'),
        ((ANNA, "--at", "tomorrow"), '--at is "tomorrow".'),
    ],
)
def test_what_cannot_be_answered_says_what_to_do(
    run: Run, numbers: SqlNumbers, words: tuple[str, ...], says: str
) -> None:
    result = run("explain", *words)
    assert isinstance(result.exception, IvrError)
    assert says in str(result.exception)


def test_without_records_it_says_so(run: Run) -> None:
    result = run("explain", ANNA)
    assert isinstance(result.exception, IvrError)
    assert "There are no records" in str(result.exception)
