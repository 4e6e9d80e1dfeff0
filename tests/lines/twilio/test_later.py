"""What is held back, and done later."""

from __future__ import annotations

from threading import Event

import pytest
from structlog.testing import capture_logs

from ivr.calls.ports import CallUnknownError, RecordsUnavailableError
from ivr.lines.twilio import later
from ivr.lines.twilio.later import Later

LONG = 3_600.0  # seconds: never within a test


class Deeds:
    """What was done, and what goes wrong meanwhile."""

    def __init__(self, holding: Later) -> None:
        self.holding, self.done, self.failures = holding, [], []

    def hold(self, name: str) -> None:
        self.holding.hold(name, name, lambda: self.do(name))

    def do(self, name: str) -> None:
        if self.failures:
            raise self.failures.pop()
        self.done.append(name)


@pytest.fixture
def deeds():
    made = Deeds(Later(LONG))
    made.holding.start()
    yield made
    made.holding.stop()


def test_what_is_held_is_not_done_before_its_time(deeds):
    deeds.hold("CA1")
    assert deeds.done == []


def test_what_is_held_is_done_when_its_time_has_come():
    done = Event()
    made = Later(0.01)
    made.start()
    made.hold("CA1", "CA1", done.set)
    assert done.wait(10)
    made.stop()


def test_what_is_released_is_done_at_once_and_once(deeds):
    deeds.hold("CA1")
    assert [deeds.holding.release(name) for name in ("CA1", "CA1", "CA2")] == [True, True, True]
    assert deeds.done == ["CA1"]


def test_what_is_held_twice_is_done_once(deeds):
    deeds.hold("CA1")
    deeds.hold("CA1")
    deeds.holding.flush()
    assert deeds.done == ["CA1"]


def test_leaving_does_all_that_is_held(deeds):
    deeds.hold("CA1")
    deeds.hold("CA2")
    deeds.holding.stop()
    assert deeds.done == ["CA1", "CA2"]


def logged(logs) -> list[tuple[str, str]]:
    return [(entry["event"], entry["call_id"]) for entry in logs]


def test_more_than_there_is_room_for_is_lost_and_logged(deeds, monkeypatch):
    monkeypatch.setattr(later, "MOST", 2)
    with capture_logs() as logs:
        for name in ("CA1", "CA2", "CA3"):
            deeds.hold(name)
    deeds.holding.flush()
    assert deeds.done == ["CA1", "CA2"]
    assert logged(logs) == [("deed_lost", "CA3")]


@pytest.mark.parametrize(
    ("failure", "log"), [(OSError("The disk is full."), "deed_lost"), (CallUnknownError(), "deed_in_vain")]
)
def test_what_fails_for_a_reason_of_its_own_is_logged_and_ends_nothing_else(deeds, failure, log):
    deeds.failures = [failure]
    deeds.hold("CA1")
    deeds.hold("CA2")
    with capture_logs() as logs:
        deeds.holding.flush()
    assert deeds.done == ["CA2"]
    assert logged(logs) == [(log, "CA1")]


def test_what_the_records_refuse_is_done_once_they_take_it(deeds):
    deeds.failures = [RecordsUnavailableError("The server is gone.")] * 2
    deeds.hold("CA1")
    deeds.hold("CA2")
    with capture_logs() as logs:
        for _ in range(3):
            deeds.holding.flush()
    assert sorted(deeds.done) == ["CA1", "CA2"]
    assert logged(logs) == [("deed_put_off", "CA1"), ("deed_put_off", "CA2")]


def test_what_the_records_refuse_is_tried_again_by_itself():
    done, failures = Event(), [RecordsUnavailableError("The server is gone.")]

    def do():
        if failures:
            raise failures.pop()
        done.set()

    made = Later(0.01)
    made.start()
    made.hold("CA1", "CA1", do)
    assert done.wait(10)
    made.stop()


def test_what_the_records_refuse_to_the_last_is_logged(deeds):
    deeds.failures = [RecordsUnavailableError("The server is gone.")]
    deeds.hold("CA1")
    with capture_logs() as logs:
        deeds.holding.stop()
    assert logged(logs) == [("deed_put_off", "CA1"), ("deed_lost", "CA1")]
