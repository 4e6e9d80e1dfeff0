"""What writing a call down costs: CPU and time per save, alone and under many threads.

    python -m benchmarks.records [DATABASE_URL]

Without a URL it uses a fresh SQLite file. A call is three turns (answer, key, goodbye) of six sentences.
"""

from __future__ import annotations

import sys
import tempfile
import threading
import time
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime

from ivr.calls.ports import NewCall, TurnEntry
from ivr.conversation.actions import Action, Ask, HangUp, Say
from ivr.conversation.events import Pressed
from ivr.conversation.state import State, Step, Turn
from ivr.phrases.sentence import Sentence, SpeechAct
from ivr.records.engine import open_engine
from ivr.records.migrate import upgrade
from ivr.records.store import SqlRecords

_TEXT = "Ja vēlaties runāt ar pārdošanas nodaļu, spiediet vienu."
_SAYS: tuple[Action, ...] = tuple(
    Say(Sentence(f"menu.{number}", SpeechAct.OFFERS_CHOICE, "lv", _TEXT, _TEXT, True)) for number in range(6)
)


def _turn(last: bool) -> Turn:
    state = State(Step.ENDED if last else Step.MENU, "lv", "+37167000000", "+37126000001")
    return Turn(state, (*_SAYS, HangUp("done") if last else Ask("menu:main", "1234*#0", 6.0)))


def turns() -> Iterator[TurnEntry]:
    """The turns of a new call."""
    call = NewCall(uuid.uuid4().hex, "asterisk", "+37167000000", "+37126000001")
    for number in range(3):
        event = Pressed("1") if number else None
        yield TurnEntry(call, number, datetime.now(UTC), event, _turn(number == 2), "f1")


def _call(records: SqlRecords) -> None:
    for entry in turns():
        records.save(entry)


def _measure(records: SqlRecords, threads: int, calls: int) -> str:
    def work() -> None:
        for _ in range(calls // threads):
            _call(records)

    workers = [threading.Thread(target=work) for _ in range(threads)]
    cpu, wall = time.process_time(), time.perf_counter()
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    saves = calls // threads * threads * 3
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    return f"{threads:4} threads: {cpu / saves * 1e6:6.0f} µs CPU a save, {saves / wall:7.0f} saves/s"


def lines(url: str | None = None) -> Iterator[str]:
    """One line per number of threads; without a URL on a fresh SQLite file."""
    with tempfile.TemporaryDirectory() as folder:
        engine = open_engine(url or f"sqlite:///{folder}/bench.db")
        upgrade(engine)
        records = SqlRecords(engine)
        _call(records)
        for threads in (1, 20, 100):
            yield _measure(records, threads, 2000)
        records.close()
        engine.dispose()


def main() -> None:
    """Print them."""
    for line in lines(sys.argv[1] if len(sys.argv) > 1 else None):
        print(line)


if __name__ == "__main__":
    main()
