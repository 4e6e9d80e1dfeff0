"""Ends are written down soon, each once, whatever becomes of the others."""

from __future__ import annotations

import threading
from time import monotonic, sleep

import pytest

from ivr.lines.asterisk import partings
from ivr.lines.asterisk.partings import Partings


class Written:
    """The ends that were written down: by which thread, and how many at once."""

    def __init__(self) -> None:
        self.threads: dict[int, str] = {}
        self._changed = threading.Condition()

    def end(self, number: int, seconds: float = 0.0):
        def write() -> None:
            sleep(seconds)
            with self._changed:
                assert number not in self.threads
                self.threads[number] = threading.current_thread().name
                self._changed.notify_all()

        return write

    def all(self, count: int) -> dict[int, str]:
        with self._changed:
            assert self._changed.wait_for(lambda: len(self.threads) == count, 5)
        return self.threads


@pytest.fixture
def written() -> Written:
    return Written()


@pytest.fixture
def gathering(monkeypatch):
    monkeypatch.setattr(partings, "TOGETHER", 0.05)
    made = Partings()
    made.start()
    yield made
    made.close()


def test_ends_are_written_by_one_thread_and_in_their_order(gathering, written):
    for number in range(5):
        gathering.later(written.end(number))
    assert list(written.all(5).items()) == [(number, "agi-partings") for number in range(5)]
    gathering.later(written.end(5))  # and so are those that come after
    assert written.all(6)[5] == "agi-partings"


def test_one_that_waits_for_the_records_keeps_no_other_waiting(gathering, written, monkeypatch):
    monkeypatch.setattr(partings, "SLOW", 0.1)
    began = monotonic()
    for number in range(4):
        gathering.later(written.end(number, seconds=0.5))
    assert sorted(written.all(4)) == [0, 1, 2, 3]
    assert monotonic() - began < 1.6  # not 2 s: the other three wait at the same time


def test_what_was_gathered_is_written_when_it_closes_and_what_comes_later_at_once(gathering, written):
    gathering.later(written.end(1))
    gathering.close()
    gathering.close()
    gathering.later(written.end(2))
    assert written.threads[2] == threading.current_thread().name
    assert written.all(2)[1] == "agi-partings"


def test_its_thread_ends_when_it_closes(written):
    before = set(threading.enumerate())
    made = Partings()
    made.start()
    (thread,) = set(threading.enumerate()) - before
    made.later(written.end(1))
    made.close()
    thread.join(5)
    assert not thread.is_alive()
    assert written.all(1) == {1: "agi-partings"}
