"""Every turn and what follows from it is written at once, and read back as it was."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from math import inf

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine

from ivr.calls.ports import CallUnknownError, NewCall, StoredCall, TurnEntry, TurnTakenError
from ivr.calls.spool import call_recording
from ivr.conversation.actions import DropMessage, HangUp, KeepMessage, MonitorCall, Record, Transfer
from ivr.conversation.events import HungUp, Pressed, Recorded, TransferEnded, TransferOutcome
from ivr.conversation.state import Step, Turn
from ivr.records import store as store_module
from ivr.records.dialer import SqlDialer
from ivr.records.history import History
from ivr.records.store import FORGOTTEN, LONGEST_TRANSFER, LONGEST_WAIT, STOPPED, SqlRecords
from ivr.records.tables import Table
from tests.records.ledger_samples import attempt, talk
from tests.records.samples import NOON, call, ended, entry, first, turn, whole

TO_SALES = turn(Transfer("sales", (), True), step=Step.TRANSFER)
RECORDING = turn(Record("sales", 120, 4), step=Step.MESSAGE)


def _save(records: SqlRecords, *entries: TurnEntry) -> None:
    for each in entries:
        records.save(each)


def _count(engine: Engine) -> dict[str, int]:
    with engine.connect() as connection:
        return {
            name: connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one()
            for name, table in Table.metadata.tables.items()
        }


def test_a_call_is_read_back_with_its_last_turn(records: SqlRecords) -> None:
    second = entry(1, Pressed("1"), TO_SALES)
    _save(records, first(), second)
    assert records.load(call().call_id) == StoredCall(call(), 1, TO_SALES, "f1", ended=False)


def test_the_end_of_a_call_is_kept_with_its_reason(records: SqlRecords, history: History) -> None:
    _save(records, first(), entry(1, HungUp(), ended("caller left"), after=7))
    assert records.load(call().call_id).ended
    [line] = history.list_calls()
    assert (line.outcome, line.ended_at) == ("caller left", NOON + timedelta(seconds=7))


def test_the_first_end_of_a_call_stands(records: SqlRecords, history: History) -> None:
    _save(records, *whole(call()), entry(3, HungUp(), ended("caller left"), after=60))
    [line] = history.list_calls()
    assert (line.outcome, line.ended_at, line.turns) == ("done", NOON + timedelta(seconds=2), 4)


def test_a_call_that_the_core_ended_without_a_hang_up_is_ended(records: SqlRecords) -> None:
    _save(records, first(), entry(1, HungUp(), turn(step=Step.ENDED)))
    assert records.load(call().call_id).ended


def test_it_is_quiet_from_the_last_turn_on(records: SqlRecords, monkeypatch: pytest.MonkeyPatch) -> None:
    ticks = iter([100.0, 100.0, 130.0, 132.5])
    monkeypatch.setattr(store_module, "monotonic", lambda: next(ticks))
    assert records.quiet() == inf
    _save(records, first())
    records.load(call().call_id)
    assert records.quiet() == 30.0
    assert records.quiet() == 32.5


def test_an_unknown_call_is_said_to_be_unknown(records: SqlRecords) -> None:
    with pytest.raises(CallUnknownError, match="no-such-call"):
        records.load("no-such-call")


@pytest.mark.parametrize(
    "caller", [None, "", "anonymous", "'; DROP TABLE calls; --", 'a"b\\c\n%_', "Bērziņš 📞", "\x1b[31m"]
)
def test_whatever_a_caller_shows_is_only_text(records: SqlRecords, caller: str | None) -> None:
    odd = call(caller=caller)
    _save(records, first(odd))
    assert records.load(odd.call_id).call == odd


@pytest.mark.parametrize("number", [0, 1])
def test_a_turn_is_written_once_and_its_rival_leaves_nothing(
    records: SqlRecords, engine: Engine, number: int
) -> None:
    _save(records, first(), entry(1, Pressed("1"), turn()))
    before = _count(engine)
    rival = turn(MonitorCall(), KeepMessage("sales", "m.wav", 3.0), HangUp("rival"), step=Step.ENDED)
    with pytest.raises(TurnTakenError, match=f"Turn {number} "):
        records.save(entry(number, Recorded("m.wav", 3.0) if number else None, rival))
    assert _count(engine) == before
    assert records.load(call().call_id) == StoredCall(call(), 1, turn(), "f1", ended=False)


def test_a_later_turn_of_an_unknown_call_is_refused(records: SqlRecords, engine: Engine) -> None:
    with pytest.raises(CallUnknownError):
        records.save(entry(1, Recorded("m.wav", 3.0), turn()))
    assert _count(engine)["turns"] == 0
    assert _count(engine)["recordings"] == 0


def test_a_naive_time_is_refused(records: SqlRecords, engine: Engine) -> None:
    naive = TurnEntry(call(), 0, datetime(2026, 11, 24, 12), None, turn(), "f1")  # noqa: DTZ001
    with pytest.raises((ValueError, sa.exc.StatementError), match="no time zone"):
        records.save(naive)
    assert _count(engine)["calls"] == 0


def test_an_instant_of_any_zone_comes_back_as_the_same_instant_in_utc(
    records: SqlRecords, history: History
) -> None:
    riga = NOON.astimezone(timezone(timedelta(hours=2)))
    records.save(TurnEntry(call(), 0, riga, None, turn(), "f1"))
    [line] = history.list_calls()
    assert line.began_at == NOON
    assert line.began_at.tzinfo is UTC


@pytest.mark.parametrize(
    ("event", "outcome", "talked"),
    [
        (TransferEnded(TransferOutcome.TALKED), "talked", True),
        (TransferEnded(TransferOutcome.BUSY), "busy", False),
        (TransferEnded(TransferOutcome.NO_ANSWER), "no_answer", False),
        (TransferEnded(TransferOutcome.DECLINED), "declined", False),
        (TransferEnded(TransferOutcome.UNAVAILABLE), "unavailable", False),
        (HungUp(), "hung_up", False),
        (HungUp(talked=True), "hung_up", True),
    ],
)
def test_a_transfer_is_on_record_with_its_outcome(records, history, event, outcome, talked) -> None:
    _save(records, first(), entry(1, Pressed("1"), TO_SALES), entry(2, event, turn(), after=30))
    [transfer] = history.list_calls()[0].transfers
    assert (transfer.department, transfer.outcome, transfer.talked) == ("sales", outcome, talked)
    assert transfer.started_at == NOON + timedelta(seconds=1)
    assert transfer.ended_at == NOON + timedelta(seconds=30)


def test_a_transfer_that_leads_to_another_keeps_both(records: SqlRecords, history: History) -> None:
    to_support = turn(Transfer("support", (), False), step=Step.TRANSFER)
    busy = TransferEnded(TransferOutcome.BUSY)
    _save(records, first(), entry(1, Pressed("1"), TO_SALES), entry(2, busy, to_support))
    one, two = history.list_calls()[0].transfers
    assert (one.department, one.outcome) == ("sales", "busy")
    assert (two.department, two.outcome, two.ended_at, two.talked) == ("support", None, None, None)


def test_a_hang_up_in_the_menu_closes_no_transfer_of_long_ago(records: SqlRecords, history: History) -> None:
    busy = TransferEnded(TransferOutcome.BUSY)
    _save(records, first(), entry(1, Pressed("1"), TO_SALES), entry(2, busy, turn()))
    _save(records, entry(3, HungUp(), ended()))
    assert [line.outcome for line in history.list_calls()[0].transfers] == ["busy"]


def test_a_message_is_kept_for_its_department(records: SqlRecords, history: History) -> None:
    kept = turn(KeepMessage("sales", "messages/a.wav", 12.3))
    _save(records, first(), entry(1, Recorded("messages/a.wav", 12.3), turn()), entry(2, Pressed("1"), kept))
    [message] = history.list_messages()
    assert (message.department, message.reference, message.seconds) == ("sales", "messages/a.wav", 12.3)
    assert (message.caller, message.language, message.done_at) == ("+37126000001", "lv", None)


def test_a_message_said_anew_drops_only_the_first_recording(records: SqlRecords, history: History) -> None:
    anew = turn(DropMessage("a.wav"), Record("sales", 120, 4), step=Step.MESSAGE)
    _save(
        records,
        first(),
        entry(1, Recorded("a.wav", 2.0), turn()),
        entry(2, Pressed("2"), anew),
        entry(3, Recorded("b.wav", 0.1 + 0.2), turn()),
    )
    one, two = history.transcript(call().call_id).recordings
    assert (one.reference, one.dropped_at) == ("a.wav", NOON + timedelta(seconds=2))
    assert (two.reference, two.dropped_at, two.seconds) == ("b.wav", None, 0.1 + 0.2)


def test_an_empty_recording_is_none(records: SqlRecords, history: History) -> None:
    _save(records, first(), entry(1, Recorded("a.wav", 0.0), turn()))
    assert history.transcript(call().call_id).recordings == ()


def test_the_recording_of_the_call_is_named_as_the_line_names_it(records, history) -> None:
    _save(records, entry(0, None, turn(MonitorCall())))
    [recording] = history.transcript(call().call_id).recordings
    assert (recording.kind, recording.reference) == ("call", call_recording(call().call_id))


def test_company_files_are_kept_once(records: SqlRecords) -> None:
    assert records.company_text("f1") is None
    records.keep_company("f1", "company.yaml", "name: Bērzs\n")
    records.keep_company("f1", "elsewhere.yaml", "name: Bērzs\n")
    assert records.company_text("f1") == ("company.yaml", "name: Bērzs\n")


def _left(records: SqlRecords, call_id: str, *more: TurnEntry) -> None:
    _save(records, first(call(call_id)), *more)


@pytest.fixture
def left(records: SqlRecords, engine: Engine) -> SqlRecords:
    """Calls as a dead process of node "one" leaves them, and one of node "two"."""
    _left(records, "menu")
    _left(records, "talking", entry(1, Pressed("1"), TO_SALES, call("talking")))
    _save(records, *whole(call("over")))
    other = SqlRecords(engine, node="two")
    _left(other, "elsewhere")
    other.close()
    return records


def test_open_calls_are_those_of_the_node(left: SqlRecords) -> None:
    assert {stored.call.call_id for stored in left.open_calls()} == {"menu", "talking"}


def test_calls_lost_in_dialogue_are_ended_and_transfers_go_on(left: SqlRecords, history: History) -> None:
    later = NOON + timedelta(minutes=1)
    assert left.close_lost(later) == ("menu",)
    outcomes = {line.call_id: (line.outcome, line.ended_at) for line in history.list_calls()}
    over = ("done", NOON + timedelta(seconds=2))
    assert outcomes == {
        "menu": (STOPPED, later),
        "talking": (None, None),
        "over": over,
        "elsewhere": (None, None),
    }
    assert left.close_lost(later) == ()


def test_a_call_begun_after_the_restart_is_not_lost(left: SqlRecords) -> None:
    assert left.close_lost(NOON - timedelta(minutes=1)) == ()


def test_a_transfer_whose_end_nobody_saw_is_over_at_last(left: SqlRecords, history: History) -> None:
    assert set(left.close_lost(NOON + LONGEST_TRANSFER + timedelta(minutes=1))) == {"menu", "talking"}
    [transfer] = history.transcript("talking").call.transfers
    assert (transfer.outcome, transfer.talked) == ("lost", None)


def test_a_talk_whose_end_nobody_saw_is_closed_by_the_tidying(left: SqlRecords, history) -> None:
    assert left.close_forgotten(NOON + LONGEST_TRANSFER) == ()  # the menu is somebody's at this moment
    assert left.close_forgotten(NOON + LONGEST_TRANSFER + timedelta(minutes=1)) == ("talking",)
    call_line = history.transcript("talking").call
    assert (call_line.outcome, call_line.transfers[0].outcome) == (FORGOTTEN, "lost")


def test_a_person_we_called_who_is_being_put_through_goes_on(records: SqlRecords) -> None:
    connecting = turn(Transfer("sales", (), True), step=Step.CONNECTING)
    _left(records, "ours", entry(1, Pressed("1"), connecting, call("ours")))
    assert records.close_lost(NOON + LONGEST_TRANSFER) == ()
    assert records.close_forgotten(NOON + LONGEST_TRANSFER + timedelta(minutes=1)) == ("ours",)


SOON, OVER = timedelta(seconds=1), timedelta(seconds=3)  # the last turn of a call below is of second 1 or 2
ON_TWILIO = [
    ("menu", turn(), LONGEST_WAIT),
    ("message", RECORDING, LONGEST_WAIT),
    ("transfer", TO_SALES, LONGEST_TRANSFER),
    ("connecting", turn(Transfer("sales", (), True), step=Step.CONNECTING), LONGEST_TRANSFER),
]


@pytest.mark.parametrize("node", ["one", "two"])  # "two" answers the next turn as well as "one"
@pytest.mark.parametrize(("call_id", "last", "longest"), ON_TWILIO, ids=lambda value: str(value)[:10])
def test_a_call_on_twilio_outlives_the_process_and_ends_when_nothing_can_come_any_more(
    records, engine, history, node: str, call_id: str, last: Turn, longest: timedelta
) -> None:
    of = NewCall(call_id, "twilio", "+37167000000", "+37126000001")
    _save(records, first(of), entry(1, Pressed("1"), last, of))
    store = SqlRecords(engine, node)
    assert store.close_lost(NOON + LONGEST_TRANSFER + OVER) == ()
    assert store.close_forgotten(NOON + longest + SOON) == ()
    assert store.close_forgotten(NOON + longest + OVER) == (call_id,)
    assert history.transcript(call_id).call.outcome == FORGOTTEN
    assert store.close_forgotten(NOON + longest + OVER) == ()
    store.close()


def test_a_call_that_ends_while_it_is_closed_keeps_its_end(records, engine, history, monkeypatch) -> None:
    if engine.dialect.name == "sqlite":
        pytest.skip("SQLite has one writer.")
    of = NewCall("CA1", "twilio", "+37167000000", "+37126000001")
    late = NOON + LONGEST_WAIT + OVER
    records.save(first(of))
    found = store_module._is_forgotten

    def meanwhile(row, at) -> bool:
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(sa.text("UPDATE calls SET ended_at = began_at, outcome = 'goodbye'"))
        return found(row, at)

    monkeypatch.setattr(store_module, "_is_forgotten", meanwhile)
    assert records.close_forgotten(late) == ()
    assert history.transcript("CA1").call.outcome == "goodbye"


def test_a_lost_call_of_ours_leaves_its_end_to_the_dispatcher(records, engine, history) -> None:
    dialer, made = SqlDialer(engine), attempt()
    dialer.begin_attempt(made)
    spoken = talk(made, step=Step.CONFIRM)
    records.save(spoken)
    assert records.load(made.id) == StoredCall(spoken.call, 0, spoken.turn, "f1", ended=False)
    records.close_lost(NOON + timedelta(minutes=1))
    [left] = dialer.open_attempts()
    assert (left.talked, left.call_open, left.result) == (True, False, None)
    assert history.list_calls()[0].outcome == STOPPED


def test_what_a_person_we_called_says_is_kept_under_the_persons_number(records, history) -> None:
    made = attempt()
    records.save(talk(made, KeepMessage("sales", "a.wav", 3.0)))
    [message] = history.list_messages()
    assert message.caller == made.number


def test_a_message_not_yet_confirmed_survives_the_service(records: SqlRecords, history: History) -> None:
    confirm = turn(step=Step.CONFIRM, department="sales", message=("a.wav", 8.0))
    _save(records, first(), entry(1, Pressed("1"), RECORDING), entry(2, Recorded("a.wav", 8.0), confirm))
    records.close_lost(NOON + timedelta(minutes=1))
    [message] = history.list_messages()
    assert (message.department, message.reference, message.seconds) == ("sales", "a.wav", 8.0)
