"""A person is told what is held, and forgotten everywhere except where that would harm a right."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine

from ivr.calls.ports import NewCall
from ivr.company.disposition import Disposition
from ivr.conversation.actions import KeepMessage, LookUp, MonitorCall, Note, Raise, Remember, Say, Transfer
from ivr.conversation.events import Heard, HungUp, Recorded
from ivr.conversation.state import Step
from ivr.dialer.ports import ContactState, Next, PromiseState
from ivr.errors import OperatorError
from ivr.phrases.sentence import Sentence, SpeechAct
from ivr.records.callbacks import Callbacks
from ivr.records.dialer import SqlDialer
from ivr.records.do_not_call import DoNotCall
from ivr.records.persons import Forgotten, Persons
from ivr.records.store import SqlRecords
from ivr.records.tables import Call, Recording, Table
from tests.records.ledger_samples import (
    ANNA,
    JURIS,
    attempt,
    contact_row,
    promising,
    rows,
    run,
    talk,
    with_contacts,
)
from tests.records.samples import GREETING, NOON, call, ended, entry, turn

NAME, SECRET = "Anna Kalniņa", "the secret words"
NAMED = Sentence("named", SpeechAct.ASKS_WHO, "lv", f"{NAME}?", f"{NAME}?", False)
ABUSE = Raise("abuse", SECRET, (4, 10), "insult", "sales")


@pytest.fixture
def persons(engine: Engine, tmp_path: Path) -> Persons:
    for folder in ("calls", "messages"):
        (tmp_path / folder).mkdir()
    return Persons(engine, tmp_path, "LV")


def inbound(records: SqlRecords, call_id: str, number: str, *more) -> None:
    of = call(call_id, number)
    answered = (KeepMessage("sales", f"messages/{call_id}.wav", 3.0), Remember("q", SECRET, "5"))
    records.save(entry(0, None, turn(MonitorCall(), *more, caller=number), of))
    records.save(entry(1, Heard(SECRET, 0.9), turn(promising(), Note("sales", SECRET), caller=number), of))
    records.save(entry(2, Recorded(f"messages/{call_id}.wav", 3.0), turn(*answered, caller=number), of))
    records.save(entry(3, HungUp(), ended(), of))


def outbound(engine: Engine, records: SqlRecords, number: str) -> None:
    with_contacts(engine, contact_row(number, person="p1", name=NAME))
    dialer = SqlDialer(engine)
    dialer.set_run(run(), NOON)
    [contact] = dialer.claim_contacts("spring", NOON, 1, "one")
    made = attempt(work=contact, name=NAME)
    dialer.begin_attempt(made)
    records.save(talk(made, Say(NAMED)))
    of = NewCall(made.id, "asterisk", made.number, made.caller_id, made.id)
    records.save(entry(1, HungUp(), ended(), of))
    dialer.end_attempt(made.id, NOON, Disposition.ACCEPTED, Next(ContactState.DONE, NOON, "completed"))


def everything(engine: Engine, records: SqlRecords, tmp_path: Path, number: str, call_id: str) -> None:
    inbound(records, call_id, number)
    outbound(engine, records, number)
    for folder in ("messages", "calls"):
        (tmp_path / folder / f"{call_id}.wav").write_bytes(b"sound")


def whole(engine: Engine) -> str:
    """All that stands in any table."""
    with engine.connect() as connection:
        tables = Table.metadata.sorted_tables
        return "\n".join(
            f"{each.name}: {row}" for each in tables for row in connection.execute(sa.select(each))
        )


def counts(done: Forgotten) -> dict[str, tuple[int, int]]:
    return {each.what: (each.rows, each.files) for each in done.erased}


def test_a_person_is_forgotten_everywhere(engine, records, persons, tmp_path):
    everything(engine, records, tmp_path, ANNA, "1.1")
    done = persons.forget(ANNA, "Dace", NOON)
    assert counts(done) == {
        "incidents": (0, 0),
        "messages": (2, 0),
        "recordings": (2, 2),
        "answers": (1, 0),
        "attempts": (1, 0),
        "promises": (1, 0),
        "contacts": (1, 0),
        "calls with their transcripts": (2, 0),
    }
    left = whole(engine)
    assert not [secret for secret in (ANNA, NAME, SECRET) if secret in left]
    assert list(tmp_path.glob("*/*.wav")) == []


def test_others_are_left_as_they_were(engine, records, persons, tmp_path):
    everything(engine, records, tmp_path, JURIS, "2.1")
    with_contacts(engine, contact_row(ANNA, "autumn"))
    before = whole(engine).splitlines()
    inbound(records, "1.1", ANNA)
    persons.forget(ANNA, "Dace", NOON)
    others = [line for line in before if not (line.startswith("contacts") and ANNA in line)]
    assert sorted(others) == sorted(whole(engine).splitlines())
    assert sorted(path.name for path in tmp_path.glob("*/*.wav")) == ["2.1.wav", "2.1.wav"]


def test_a_promised_call_is_cancelled_and_told(engine, records, persons):
    inbound(records, "1.1", ANNA)
    [promise] = persons.forget(ANNA, "Dace", NOON).cancelled
    assert (promise.state, promise.department) == (PromiseState.CANCELLED, "sales")
    assert Callbacks(engine).listed() == ()


def test_what_is_on_hold_stays_whole_and_is_told(engine, records, persons, tmp_path):
    inbound(records, "held", ANNA, ABUSE)
    inbound(records, "free", ANNA)
    for folder in ("messages", "calls"):
        (tmp_path / folder / "held.wav").write_bytes(b"sound")
    held = [
        line for line in whole(engine).splitlines() if "'held'" in line and not line.startswith("promise")
    ]
    done = persons.forget(ANNA, "Dace", NOON)
    assert done.held == ("held",)
    assert [line for line in held if line not in whole(engine)] == []
    left = [line for line in whole(engine).splitlines() if "'free'" in line]
    assert {line.partition(":")[0] for line in left} <= {"promise_changes"}  # of a promise that is on hold
    assert len(list(tmp_path.glob("*/*.wav"))) == 2


def test_the_proof_of_a_wish_stays(engine, records, persons):
    DoNotCall(engine).add(ANNA, "in a letter", "Dace", NOON)
    assert persons.forget(ANNA, "Dace", NOON).kept == {"do_not_call": 1, "consents": 0}
    assert [line.number for line in DoNotCall(engine).listed()] == [ANNA]


def test_nobody_is_forgotten_in_the_middle_of_a_call(engine, records, persons):
    records.save(entry(0, None, turn(), call("1.1", ANNA)))
    before = whole(engine)
    with pytest.raises(OperatorError, match="goes on at this moment"):
        persons.forget(ANNA, "Dace", NOON)
    assert whole(engine) == before


def test_nobody_is_forgotten_while_being_dialled(engine, persons):
    SqlDialer(engine).begin_attempt(attempt(ANNA))
    with pytest.raises(OperatorError, match="goes on at this moment"):
        persons.forget(ANNA, "Dace", NOON)


def test_other_numbers_of_the_person_are_told(engine, persons):
    with_contacts(engine, contact_row(ANNA, person="p1"), contact_row(JURIS, "autumn", person="p1"))
    assert persons.forget(ANNA, "Dace", NOON).other_numbers == (JURIS,)


@pytest.mark.parametrize("shown", ["+37126000001", "37126000001", "0037126000001", "26000001"])
def test_a_number_is_found_however_the_line_gave_it(records, persons, shown):
    inbound(records, "1.1", shown)
    assert persons.held(ANNA).calls == ("1.1",)


def test_a_bare_number_is_nobody_elses(records, persons):
    inbound(records, "1.1", "7911123456")
    assert persons.held("+447911123456").calls == ()


def test_to_forget_twice_does_nothing_more(engine, records, persons, tmp_path):
    everything(engine, records, tmp_path, ANNA, "1.1")
    persons.forget(ANNA, "Dace", NOON)
    again = persons.forget(ANNA, "Dace", NOON)
    assert not any(each.rows or each.files for each in again.erased)


def test_what_is_held_is_told_in_full(engine, records, persons, tmp_path):
    everything(engine, records, tmp_path, ANNA, "1.1")
    everything(engine, records, tmp_path, JURIS, "2.1")
    held = persons.held(ANNA)
    assert {name: len(found) for name, found in held.tables.items()} == {
        "calls": 2,
        "turns": 6,
        "transfers": 0,
        "answers": 1,
        "messages": 2,
        "recordings": 2,
        "contacts": 1,
        "attempts": 1,
        "promises": 1,
        "incidents": 0,
        "incident_entries": 0,
        "do_not_call": 0,
        "consents": 0,
    }
    told = json.dumps(held.tables, ensure_ascii=False)
    assert all(part in told for part in (ANNA, NAME, SECRET))
    assert JURIS not in told
    assert sorted(held.recordings) == ["calls/1.1.wav", "messages/1.1.wav"]


def test_what_was_said_in_one_breath_is_told_so_that_its_sound_can_be_deleted(records, persons):
    of = call("1.1", ANNA)
    look = LookUp("sales", NOON, NOON)
    records.save(entry(0, None, turn(Say(GREETING), look, step=Step.SEEKING), of))
    to_sales = Transfer("sales", (NAMED,), True)
    records.save(entry(1, None, turn(Say(NAMED), to_sales, step=Step.TRANSFER), of))
    records.save(entry(2, HungUp(), ended(), of))
    said = persons.forget(ANNA, "Dace", NOON).said
    assert {each for each in said if each} == {(GREETING,), (NAMED,), (GREETING, NAMED)}


def test_what_the_line_still_keeps_of_the_person_is_due_to_be_deleted_there(engine, records, persons):
    of = NewCall("CA1", "twilio", "+37167000000", ANNA)
    records.save(entry(0, Recorded("messages/t.wav", 8.0, source="RE1"), turn(), of))
    records.save(entry(1, HungUp(), ended(), of))
    persons.forget(ANNA, "Dace", NOON)
    [left] = rows(engine, Recording, "source", "dropped_at", "next_at")
    assert left == ("RE1", NOON, NOON)
    assert rows(engine, Call, "call_id", "caller") == [("CA1", None)]
