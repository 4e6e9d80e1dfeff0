"""Dispatchers race for the same work and the same people; one that is killed loses nothing."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from threading import Barrier

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine

from ivr.calls.ports import TurnEntry
from ivr.conversation.actions import OptOut, SettlePromise
from ivr.dialer.ports import AlreadyCallingError, DoNotCallError, Promise, PromiseState
from ivr.records import tables
from ivr.records.callbacks import Callbacks
from ivr.records.deeds import Circumstances, lock, opt_out
from ivr.records.dialer import SqlDialer
from ivr.records.store import SqlRecords
from tests.records.ledger_samples import (
    ANNA,
    at,
    attempt,
    contact_row,
    promised,
    rows,
    run,
    with_contacts,
)
from tests.records.samples import NOON, call, entry, turn

ROOT = Path(__file__).parents[2]
MANY = 60


def _numbers() -> list[str]:
    return [f"+3712600{number:04}" for number in range(MANY)]


def _promise_many(records: SqlRecords) -> None:
    for number in _numbers():
        promised(records, number=number)


def test_many_dispatchers_claim_everything_once(records: SqlRecords, engine: Engine) -> None:
    _promise_many(records)
    with_contacts(engine, *(contact_row(number) for number in _numbers()))
    SqlDialer(engine).set_run(run(), NOON)
    together = Barrier(6)

    def claim(node: int) -> list[object]:
        dialer, found = SqlDialer(engine), []
        together.wait()
        while batch := [
            *dialer.claim_promises(at(60), 7, f"node{node}"),
            *dialer.claim_contacts("spring", at(60), 7, f"node{node}"),
        ]:
            found += [each.id for each in batch]
        return found

    with ThreadPoolExecutor(6) as pool:
        claimed = Counter(id_ for found in pool.map(claim, range(6)) for id_ in found)
    assert len(claimed) == 2 * MANY
    assert set(claimed.values()) == {1}
    changes = Counter(rows(engine, tables.PromiseChange, "became"))
    assert changes == {("open",): MANY, ("calling",): MANY}


CLAIMER = """
import sys
from ivr.records.dialer import SqlDialer
from ivr.records.engine import open_engine
from tests.records.ledger_samples import at
dialer = SqlDialer(open_engine(sys.argv[1]))
sys.stdin.readline()
while batch := dialer.claim_promises(at(60), 3, sys.argv[2]):
    print(*(promise.id for promise in batch), sep="\\n", flush=True)
"""


def test_two_processes_claim_everything_once(records: SqlRecords, url: str) -> None:
    _promise_many(records)
    processes = [_start(CLAIMER, url, node) for node in ("one", "two")]
    for process in processes:
        assert process.stdin is not None
        process.stdin.write(b"go\n")
        process.stdin.flush()
    found = Counter(line for process in processes for line in process.communicate()[0].split())
    assert len(found) == MANY
    assert set(found.values()) == {1}


def _start(program: str, *words: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", program, *words]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT)


DIALLER = """
import sys
from ivr.records.dialer import SqlDialer
from ivr.records.engine import open_engine
from tests.records.ledger_samples import at, attempt
dialer = SqlDialer(open_engine(sys.argv[1]))
for number in range(1_000_000):
    for promise in dialer.claim_promises(at(60), 3, "one"):
        if promise.number[-1] in "02468":
            dialer.begin_attempt(attempt(work=promise, id=promise.id, at=at(60)))
    if number == 3:
        print("dialling", flush=True)
"""


def test_a_dispatcher_killed_between_claim_and_attempt_loses_nothing(
    records: SqlRecords, engine: Engine, url: str
) -> None:
    _promise_many(records)
    with _start(DIALLER, url) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"dialling\n"
        process.kill()
    dialer = SqlDialer(engine)
    dialled = {open_.promise for open_ in dialer.open_attempts("one")}
    claimed = {promise.id for promise in Callbacks(engine).listed((PromiseState.CALLING,))}
    assert dialled
    assert dialled < claimed
    assert dialer.release_claims("one", at(61), at(61)) == len(claimed) - len(dialled)
    again = {promise.id for promise in dialer.claim_promises(at(61), MANY, "two")}
    assert again.isdisjoint(dialled)
    assert len(again) + len(dialled) == MANY


def test_racing_attempts_at_one_person_have_one_winner(engine: Engine) -> None:
    together = Barrier(4)

    def dial(node: int) -> bool:
        together.wait()
        try:
            SqlDialer(engine).begin_attempt(attempt(ANNA, node=f"node{node}"))
        except AlreadyCallingError:
            return False
        return True

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(dial, range(4))) == [False, False, False, True]


def _claimed(records: SqlRecords, dialer: SqlDialer, number: str) -> Promise:
    promised(records, number=number)
    [promise] = dialer.claim_promises(at(60), 1, "one")
    return promise


def test_an_opt_out_that_races_with_a_dial_comes_before_or_after_it(
    records: SqlRecords, engine: Engine
) -> None:
    """Where it was dialled, the number came on the list after that; and nothing is dialled any more."""
    dialer, together, outcomes = SqlDialer(engine), Barrier(2), Counter[str]()

    def save(made: TurnEntry) -> None:
        together.wait()
        records.save(made)

    def dial(promise: Promise) -> str:
        together.wait()
        try:
            dialer.begin_attempt(attempt(work=promise))
        except DoNotCallError:
            return "refused"
        return "dialled"

    with ThreadPoolExecutor(2) as pool:
        for number in _numbers()[:30]:
            promise = _claimed(records, dialer, number)
            deeds = turn(SettlePromise(promise.id, "cancelled"), OptOut("9"))
            made = entry(0, None, deeds, call(number, number))
            written = pool.submit(save, made)
            outcomes[pool.submit(dial, promise).result()] += 1
            written.result()
            _nothing_goes_on(engine, dialer, promise)
    assert outcomes.total() == 30


def _nothing_goes_on(engine: Engine, dialer: SqlDialer, promise: Promise) -> None:
    assert Callbacks(engine).promise(promise.id).state is PromiseState.CANCELLED
    assert dialer.facts(promise.number, None, None, at(61)).do_not_call is not None
    with pytest.raises(DoNotCallError):
        dialer.begin_attempt(attempt(promise.number))


def test_a_dial_waits_for_an_opt_out_that_is_being_written(url: str, engine: Engine, records) -> None:
    """On PostgreSQL nothing but the lock of the number keeps the dial from seeing the list as it was."""
    if engine.dialect.name != "postgresql":
        return
    dialer = SqlDialer(engine)
    promise = _claimed(records, dialer, ANNA)
    with ThreadPoolExecutor(1) as pool, engine.begin() as writing:
        for write in _opt_out_writes(ANNA):
            writing.execute(write.statement, write.values)
        dialling = pool.submit(dialer.begin_attempt, attempt(work=promise))
        _await_lock(engine)
        assert not dialling.done()
        writing.commit()
        assert isinstance(dialling.exception(timeout=10), DoNotCallError)


def _await_lock(engine: Engine) -> None:
    waiting = sa.text("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        for _ in range(1000):
            if connection.execute(waiting).scalar_one():
                return
            connection.execute(sa.text("SELECT pg_sleep(0.01)"))
    raise AssertionError("the dial does not wait for the opt-out")


def _opt_out_writes(number: str):
    return [lock(number), *opt_out(number, "key 9", Circumstances(NOON + timedelta(minutes=60)))]
