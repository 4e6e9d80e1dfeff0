"""Many threads and processes write at once; one killed in the middle leaves whole turns only."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

from sqlalchemy import Engine

from ivr.calls.ports import TurnTakenError
from ivr.conversation.events import Pressed
from ivr.records.engine import open_engine
from ivr.records.history import History
from ivr.records.store import SqlRecords
from ivr.records.views import Wanted
from tests.records.samples import call, entry, first, turn, whole

ROOT = Path(__file__).parents[2]
THREADS, CALLS = 20, 10


def test_many_threads_write_and_read_at_once(records: SqlRecords, history: History) -> None:
    together = Barrier(THREADS)

    def work(thread: int) -> None:
        together.wait()
        for number in range(CALLS):
            of = call(f"{thread}.{number}")
            for each in whole(of):
                records.save(each)
                assert records.load(of.call_id).turn == each.turn

    with ThreadPoolExecutor(THREADS) as pool:
        list(pool.map(work, range(THREADS)))
    found = history.list_calls(Wanted(limit=THREADS * CALLS + 1))
    assert len(found) == THREADS * CALLS
    assert {(line.turns, line.outcome) for line in found} == {(3, "done")}


def _race(records: SqlRecords, together: Barrier, number: int) -> str:
    together.wait()
    try:
        records.save(entry(number, Pressed("1"), turn(menu=f"by{id(records)}")))
    except TurnTakenError:
        return "taken"
    return f"by{id(records)}"


def test_two_services_that_race_for_a_turn_have_one_winner(url: str, engine: Engine) -> None:
    other = open_engine(url)
    rivals = [SqlRecords(engine, "one"), SqlRecords(other, "two")]
    rivals[0].save(first())
    together = Barrier(2)
    for number in range(1, 21):
        with ThreadPoolExecutor(2) as pool:
            results = list(pool.map(_race, rivals, [together] * 2, [number] * 2))
        assert results.count("taken") == 1
        [winner] = [result for result in results if result != "taken"]
        assert rivals[0].load(call().call_id).turn.state.menu == winner
    for rival in rivals:
        rival.close()
    other.dispose()


WRITER = """
import sys
from ivr.records.engine import open_engine
from ivr.records.store import SqlRecords
from tests.records.samples import call, whole
records = SqlRecords(open_engine(sys.argv[1]))
for number in range(1_000_000):
    for each in whole(call(f"{sys.argv[2]}.{number}"), turns=4):
        records.save(each)
    if number == 20:
        print("writing", flush=True)
"""


def test_a_killed_process_leaves_whole_turns_and_the_database_opens(url: str, engine: Engine) -> None:
    for life in range(3):
        command = [sys.executable, "-c", WRITER, url, str(life)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == b"writing\n"
            process.kill()
    again = open_engine(url)
    _check_whole(History(again))
    records = SqlRecords(again)
    records.save(first())  # and it takes new calls
    records.close()
    again.dispose()


def _check_whole(history: History) -> None:
    calls = history.list_calls(Wanted(limit=1_000_000))
    assert len(calls) > 60
    for line in calls[:5] + calls[-5:]:
        numbers = [found.number for found in history.transcript(line.call_id).turns]
        assert numbers == list(range(line.turns))
    ended = [line for line in calls if line.ended_at is not None]
    assert {line.turns for line in ended} == {4}
    assert len(calls) - len(ended) <= 3  # the one that each life was writing
    assert all(line.turns < 4 for line in calls if line.ended_at is None)
