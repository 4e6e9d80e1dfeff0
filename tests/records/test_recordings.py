"""Recordings that the line keeps: what is due of them, for one process at a time, and what comes late."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta
from threading import Barrier

import pytest
from sqlalchemy import Engine

from ivr.calls.fetching import KeptRecording
from ivr.calls.ports import CallUnknownError, NewCall, TurnUnknownError
from ivr.conversation.actions import DropMessage, KeepMessage, MonitorCall, Record
from ivr.conversation.events import HungUp, Pressed, Recorded
from ivr.conversation.state import Step
from ivr.records.engine import open_engine
from ivr.records.history import History
from ivr.records.recordings import SqlKeptRecordings
from ivr.records.store import SqlRecords
from ivr.records.tables import Recording
from tests.records.ledger_samples import rows
from tests.records.samples import NOON, ended, entry, first, turn

CALL = NewCall("CA1", "twilio", "+37167000000", "+37126000001")
RECORDING = turn(Record("sales", 120, 4), step=Step.MESSAGE)
SPOKEN = Recorded("messages/CA1-1.wav", 8.0, source="RE1")
LEASE = timedelta(minutes=10)


def later(seconds: float) -> datetime:
    return NOON + timedelta(seconds=seconds)


@pytest.fixture
def kept(engine: Engine) -> SqlKeptRecordings:
    return SqlKeptRecordings(engine)


def take(kept: SqlKeptRecordings, seconds: float = 10, line: str = "twilio") -> KeptRecording | None:
    now = later(seconds)
    return kept.take_up(line, now, now + LEASE)


def spoken(records: SqlRecords, recorded: Recorded = SPOKEN) -> None:
    """Somebody left a message, which is to be confirmed."""
    records.save(first(CALL))
    records.save(entry(1, Pressed("1"), RECORDING, CALL))
    records.save(entry(2, recorded, turn(step=Step.CONFIRM), CALL))


def test_what_the_line_keeps_is_due_at_once_and_only_once(records, kept) -> None:
    spoken(records)
    assert take(kept) == KeptRecording(
        *("CA1", 2, "message", "messages/CA1-1.wav", "RE1", later(2), 1, False, False, later(10) + LEASE)
    )
    assert take(kept) is None


def test_what_is_in_the_spool_is_never_due(records, kept) -> None:
    spoken(records, replace(SPOKEN, source=""))
    assert take(kept) is None


def test_what_another_line_keeps_is_not_ours(records, kept) -> None:
    spoken(records)
    assert take(kept, line="asterisk") is None


def test_what_was_fetched_is_still_to_be_deleted_at_the_line(records, kept, history: History) -> None:
    spoken(records)
    assert kept.fetched(take(kept), later(11))
    again = take(kept, 10 + LEASE.total_seconds())  # by whoever goes on after a crash
    assert (again.fetched, again.tries) == (True, 1)
    kept.deleted(again)
    assert take(kept, 1e6) is None
    [line] = history.transcript("CA1").recordings
    assert (line.source, line.fetched_at) == ("RE1", later(11))


def test_what_did_not_work_is_tried_again_then(records, kept) -> None:
    spoken(records)
    kept.postpone(take(kept), later(20))
    assert take(kept, 19) is None
    assert take(kept, 20).tries == 2


def test_what_was_given_up_is_left_alone(records, kept) -> None:
    spoken(records)
    kept.postpone(take(kept), None)
    assert take(kept, 1e6) is None


def test_whoever_held_it_too_long_changes_nothing(records, kept) -> None:
    spoken(records)
    slow = take(kept)
    quick = take(kept, 10 + LEASE.total_seconds())
    assert not kept.fetched(slow, later(700))
    kept.postpone(slow, None)
    assert kept.fetched(quick, later(701))


def test_a_message_said_anew_is_to_be_deleted(records, kept) -> None:
    spoken(records)
    records.save(entry(3, Pressed("2"), turn(DropMessage(SPOKEN.reference)), CALL))
    taken = take(kept)
    assert (taken.source, taken.dropped, taken.fetched) == ("RE1", True, False)


@pytest.mark.parametrize("deleted", [False, True])
def test_a_message_said_anew_after_it_was_fetched_is_due_again(records, kept, deleted: bool) -> None:
    spoken(records)
    taken = take(kept)
    kept.fetched(taken, later(11))
    if deleted:
        kept.deleted(taken)
    records.save(entry(3, Pressed("2"), turn(DropMessage(SPOKEN.reference)), CALL, after=12))
    if not deleted:
        kept.deleted(taken)  # which is too late: it goes by what was known before
    assert (take(kept, 12).dropped, take(kept, 12)) == (True, None)


def test_a_message_said_anew_while_it_is_fetched_is_not_taken_for_fetched(records, kept) -> None:
    spoken(records)
    taken = take(kept)
    records.save(entry(3, Pressed("2"), turn(DropMessage(SPOKEN.reference)), CALL, after=12))
    assert not kept.fetched(taken, later(13))
    assert take(kept, 13).dropped


def test_a_message_of_the_spool_said_anew_is_nothing_to_fetch(records, kept, history: History) -> None:
    spoken(records, replace(SPOKEN, source=""))
    records.save(entry(3, Pressed("2"), turn(DropMessage(SPOKEN.reference)), CALL))
    assert take(kept) is None
    assert history.transcript("CA1").recordings[0].dropped_at == later(3)


def test_two_nodes_never_take_the_same(records, url: str, engine: Engine) -> None:
    for number in range(20):
        of = replace(CALL, call_id=f"CA{number}")
        records.save(first(of))
        records.save(entry(1, Recorded(f"messages/{number}.wav", 3.0, source=f"RE{number}"), turn(), of))
    other = open_engine(url)
    together = Barrier(2)

    def work(mine: Engine) -> list[str]:
        together.wait()
        found = iter(lambda: take(SqlKeptRecordings(mine)), None)
        return [taken.source for taken in found]

    with ThreadPoolExecutor(2) as pool:
        one, two = pool.map(work, (engine, other))
    assert sorted(one + two) == sorted(f"RE{number}" for number in range(20))
    other.dispose()


# Outside of the conversation

WHOLE = Recorded("calls/CA1.wav", 95.0, source="RE9")


def test_the_recording_of_the_whole_call_is_found_once(records, kept, history: History) -> None:
    records.save(entry(0, None, turn(MonitorCall()), CALL))
    assert take(kept) is None  # it is being made
    for _ in range(2):
        assert records.add_recording("CA1", 0, WHOLE, later(99))
    taken = take(kept, 99)
    assert (taken.kind, taken.reference, taken.source) == ("call", "calls/CA1.wav", "RE9")
    assert take(kept, 99) is None
    assert history.transcript("CA1").recordings[0].seconds == 95.0


def test_a_second_recording_of_the_whole_call_is_told(records, kept) -> None:
    records.save(entry(0, None, turn(MonitorCall()), CALL))
    assert records.add_recording("CA1", 0, WHOLE, later(99))
    assert not records.add_recording("CA1", 0, replace(WHOLE, source="RE8"), later(99))
    assert (take(kept, 99).source, take(kept, 99)) == ("RE9", None)


def test_a_message_that_comes_after_the_hang_up_is_kept(records, kept, history: History) -> None:
    records.save(first(CALL))
    records.save(entry(1, Pressed("1"), RECORDING, CALL))
    records.save(entry(2, HungUp(), ended(), CALL))
    for _ in range(2):
        assert records.add_recording("CA1", 1, SPOKEN, later(30))
    [message] = history.list_messages()
    assert (message.department, message.reference, message.seconds) == ("sales", SPOKEN.reference, 8.0)
    assert (message.number, message.caller, message.taken_at) == (2, CALL.caller, later(30))
    assert take(kept, 30).source == "RE1"


def test_a_click_that_comes_after_the_hang_up_is_only_deleted(records, kept, history: History) -> None:
    records.save(first(CALL))
    records.save(entry(1, Pressed("1"), RECORDING, CALL))
    records.save(entry(2, HungUp(), ended(), CALL))
    assert records.add_recording("CA1", 1, replace(SPOKEN, seconds=0.4), later(30))
    assert history.list_messages() == ()
    assert take(kept, 30).dropped


def test_a_message_that_is_told_again_is_known(records, engine: Engine, history: History) -> None:
    spoken(records)
    records.save(entry(3, Pressed("1"), turn(KeepMessage("sales", SPOKEN.reference, 8.0)), CALL))
    assert records.add_recording("CA1", 1, SPOKEN, later(30))
    assert len(history.list_messages()) == 1
    assert rows(engine, Recording, "number", "source") == [(2, "RE1")]


def test_a_recording_that_nobody_asked_for_is_told(records, engine: Engine) -> None:
    records.save(first(CALL))
    assert not records.add_recording("CA1", 0, SPOKEN, later(30))
    assert rows(engine, Recording, "number") == []


def test_a_recording_of_no_call_or_turn_is_refused(records) -> None:
    records.save(first(CALL))
    with pytest.raises(TurnUnknownError):
        records.add_recording("CA1", 7, SPOKEN, later(30))
    with pytest.raises(CallUnknownError):
        records.add_recording("CA2", 0, SPOKEN, later(30))
