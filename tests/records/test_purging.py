"""What was kept long enough goes, and nothing else: not what is on hold, awaited, or not dealt with."""

from __future__ import annotations

import os
from datetime import datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine

from ivr.calls.ports import NewCall
from ivr.company.disposition import Disposition
from ivr.company.keeping import Keeping
from ivr.conversation.actions import KeepMessage, MonitorCall, Raise, Remember
from ivr.conversation.events import HungUp, Recorded
from ivr.dialer.ports import ContactState, Next, PromiseState
from ivr.records import purging, tables
from ivr.records.callbacks import Callbacks
from ivr.records.dialer import SqlDialer
from ivr.records.history import History
from ivr.records.incidents import Incidents
from ivr.records.persons import Persons
from ivr.records.purging import Purge
from ivr.records.raising import incident_id
from tests.records.ledger_samples import ANNA, attempt, contact_row, promised, rows, run, talk, with_contacts
from tests.records.samples import NOON, call, ended, entry, turn

KEEPING = Keeping(calls=10, recordings=5, messages=8, answers=20, attempts=40, audits=50, incidents=30)
ABUSE = Raise("abuse", "you fool", (4, 8), "insult", "sales")
SPOKEN = Recorded("messages/a.wav", 3.0)


def days(number: float) -> datetime:
    return NOON + timedelta(days=number)


@pytest.fixture
def spool(tmp_path: Path) -> Path:
    folder = tmp_path / "spool"
    for name in ("calls", "messages"):
        (folder / name).mkdir(parents=True)
    return folder


@pytest.fixture
def purge(engine: Engine, spool: Path):
    """Purges so many days after noon; what was erased, by its kind, as (rows, files)."""

    def purged(day: float, dry: bool = False) -> dict[str, tuple[int, int]]:
        made = Purge(engine, spool, KEEPING, days(day))
        return {
            each.what: (each.rows, each.files)
            for each in (made.due() if dry else made.run())
            if each.rows or each.files
        }

    return purged


def sound(spool: Path, reference: str) -> Path:
    (spool / reference).write_bytes(b"sound")
    return spool / reference


def call_with_everything(records, spool: Path, *more) -> NewCall:
    """It is recorded, a message is left in it, and a question is answered."""
    of = call()
    records.save(entry(0, None, turn(MonitorCall(), *more), of))
    records.save(entry(1, SPOKEN, turn(), of))
    records.save(
        entry(2, None, turn(KeepMessage("sales", SPOKEN.reference, 3.0), Remember("q", "5", "5")), of)
    )
    records.save(entry(3, HungUp(), ended(), of))
    for reference in (SPOKEN.reference, f"calls/{of.call_id}.wav"):
        sound(spool, reference)
    return of


def files(spool: Path) -> list[str]:
    return sorted(path.name for path in spool.glob("*/*"))


def test_nothing_goes_before_its_time(records, spool, purge):
    call_with_everything(records, spool)
    History(records.engine).mark_done(1, NOON)
    assert purge(4.9) == {}


def test_each_kind_goes_at_its_time(engine, records, spool, purge):
    of = call_with_everything(records, spool)
    History(engine).mark_done(1, NOON)
    assert purge(6) == {"recordings": (1, 1)}
    assert files(spool) == ["a.wav"]
    assert purge(9) == {"messages": (1, 0), "recordings": (1, 1)}
    assert files(spool) == []
    assert purge(11) == {"transcripts": (1, 0)}
    assert rows(engine, tables.CallTurn, "number") == []
    assert rows(engine, tables.Call, "call_id", "caller", "called") == [(of.call_id, None, of.called)]
    assert purge(21) == {"answers": (1, 0), "calls": (1, 0)}
    assert rows(engine, tables.Call, "call_id") == []
    assert purge(22) == {}


def test_a_dry_run_tells_and_does_nothing(records, spool, purge):
    call_with_everything(records, spool)
    assert (
        purge(25, dry=True)
        == purge(25, dry=True)
        == {
            "recordings": (1, 0),
            "answers": (1, 0),
            "transcripts": (1, 0),
        }
    )
    assert files(spool) == ["1764000000.1.wav", "a.wav"]


def test_a_message_that_nobody_dealt_with_stays_with_its_sound(records, spool, purge):
    call_with_everything(records, spool)
    purge(500)
    [message] = History(records.engine).list_messages()
    assert message.reference == SPOKEN.reference
    assert files(spool) == ["a.wav"]


def test_nothing_of_a_call_on_hold_goes_until_it_is_closed_and_released(engine, records, spool, purge):
    of = call_with_everything(records, spool, ABUSE)
    History(engine).mark_done(1, NOON)
    incidents = Incidents(engine, spool, lambda: days(1))
    incidents.follow_all()
    before = History(engine).transcript(of.call_id)
    assert purge(1_000) == {}
    incidents.close(incident_id(of.call_id), "Anna")
    assert purge(1_000) == {}
    assert History(engine).transcript(of.call_id) == before
    assert files(spool) == ["1764000000.1.wav", "a.wav"]
    incidents.hold(incident_id(of.call_id), False, "settled", "Anna")
    assert purge(25) == {"messages": (1, 0), "recordings": (2, 2), "answers": (1, 0), "transcripts": (1, 0)}
    assert purge(40) == {"incidents": (1, 0), "calls": (1, 0)}
    assert rows(engine, tables.IncidentEntry, "seq") == []


def test_evidence_is_found_by_its_person_as_long_as_it_is_kept(engine, records, spool, purge):
    of = call_with_everything(records, spool, ABUSE)
    incidents = Incidents(engine, spool, lambda: days(1))
    incidents.follow_all()
    incidents.close(incident_id(of.call_id), "Anna")
    incidents.hold(incident_id(of.call_id), False, "settled", "Anna")
    assert purge(25)["transcripts"] == (1, 0)
    persons = Persons(engine, spool, "LV")
    held = persons.held(of.caller)
    assert [row["id"] for row in held.tables["incidents"]] == [incident_id(of.call_id)]
    entries = held.tables["incident_entries"]
    assert "turn" in {row["kind"] for row in entries}
    assert "Anna" not in str(entries)  # who works on it is nobody else's
    done = {each.what: each.rows for each in persons.forget(of.caller, "dace", days(25)).erased}
    assert done["incidents"] == 1
    assert rows(engine, tables.IncidentEntry, "seq") == rows(engine, tables.Call, "call_id") == []


def test_a_call_that_goes_on_stays(records, purge):
    records.save(entry(0, None, turn()))
    assert purge(1_000) == {}


def test_what_the_line_keeps_is_deleted_there_first(engine, records, spool, purge):
    of = NewCall("CA1", "twilio", "+37167000000", ANNA)
    records.save(entry(0, Recorded("messages/t.wav", 8.0, source="RE1"), turn(), of))
    records.save(entry(1, HungUp(), ended(), of))
    given_up = sa.update(tables.Recording).values(next_at=None)
    with engine.begin() as connection:
        connection.execute(given_up)
    assert purge(6) == {"recordings": (1, 0)}
    assert rows(engine, tables.Recording, "dropped_at", "next_at") == [(days(6), days(6))]
    assert purge(7) == {}  # the line has not told yet that it is deleted
    with engine.begin() as connection:
        connection.execute(given_up)
    assert purge(8) == {"recordings": (1, 0)}
    assert rows(engine, tables.Recording, "call_id") == []


def test_a_file_that_belongs_to_nothing_goes_and_one_that_may_be_needed_stays(records, spool, purge):
    call_with_everything(records, spool)
    stray, new = sound(spool, "calls/stray.wav"), sound(spool, "calls/new.wav")
    for path in (stray, spool / SPOKEN.reference):
        os.utime(path, (days(0).timestamp(), days(0).timestamp()))
    os.utime(new, (days(8).timestamp(), days(8).timestamp()))
    assert purge(9)["files that belong to nothing"] == (0, 1)
    assert files(spool) == ["a.wav", "new.wav"]


def our_call(engine: Engine, records, held: bool) -> str:
    """A call of ours to a contact, which is done."""
    with_contacts(engine, contact_row(ANNA))
    dialer = SqlDialer(engine)
    dialer.set_run(run(), NOON)
    [contact] = dialer.claim_contacts("spring", NOON, 1, "one")
    made = attempt(work=contact)
    dialer.begin_attempt(made)
    records.save(talk(made, *((ABUSE,) if held else ())))
    records.save(
        entry(1, HungUp(), ended(), NewCall(made.id, "asterisk", made.number, made.caller_id, made.id))
    )
    dialer.end_attempt(made.id, NOON, Disposition.ACCEPTED, Next(ContactState.DONE, NOON, "completed"))
    return made.id


@pytest.mark.parametrize(
    ("held", "left"), [pytest.param(False, 0, id="free"), pytest.param(True, 1, id="on hold")]
)
def test_calls_of_ours_go_with_their_contacts(engine, records, purge, held, left):
    our_call(engine, records, held)
    assert purge(39) == ({} if held else {"transcripts": (1, 0), "calls": (1, 0)})
    assert purge(41) == ({} if held else {"attempts": (1, 0), "contacts": (1, 0)})
    assert len(rows(engine, tables.Contact, "id")) == len(rows(engine, tables.Attempt, "id")) == left


@pytest.mark.parametrize("state", [None, PromiseState.KEPT, PromiseState.CANCELLED])
def test_a_promise_goes_when_nobody_waits_for_it(engine, records, purge, state):
    id_ = promised(records)
    callbacks = Callbacks(engine)
    if state is PromiseState.KEPT:
        callbacks.done(id_, "called", "Anna", NOON)
    if state is PromiseState.CANCELLED:
        callbacks.cancel(id_, "not needed", "Anna", NOON)
    assert "promises" not in purge(39)
    assert ("promises" in purge(41)) is (state is not None)
    assert (rows(engine, tables.PromiseChange, "id") == []) is (state is not None)


def test_more_than_one_batch_goes_in_one_purge(monkeypatch, records, purge):
    monkeypatch.setattr(purging, "AT_ONCE", 2)
    for number in range(5):
        of = call(f"{number}.1")
        records.save(entry(0, None, turn(), of))
        records.save(entry(1, HungUp(), ended(), of))
    assert purge(11) == {"transcripts": (5, 0), "calls": (5, 0)}


def test_who_looked_is_forgotten_with_the_time_of_incidents(engine, purge):
    Incidents(engine, clock=lambda: NOON).log("Anna", "show", None, allowed=True)
    assert purge(29) == {}
    assert purge(31) == {"accesses to incidents": (1, 0)}


def test_audits_go_at_their_own_time(engine, purge):
    audit = {
        "call_id": "1.1",
        "began_at": NOON,
        "audited_at": NOON,
        "ours": False,
        "language": "lv",
        "score": 90,
    }
    audit |= {"answered": 0.5, "pause": 0.5, "speech": 0.5, "interruptions": 0}
    breach = {
        "call_id": "1.1",
        "seq": 0,
        "number": 1,
        "norm": "I1",
        "starred": True,
        "points": 10,
        "why": "x",
    }
    with engine.begin() as connection:
        connection.execute(sa.insert(tables.Audit), audit)
        connection.execute(sa.insert(tables.Breach), breach)
    assert purge(49) == {}
    assert purge(51) == {"audits": (1, 0)}
    assert rows(engine, tables.Breach, "seq") == []
