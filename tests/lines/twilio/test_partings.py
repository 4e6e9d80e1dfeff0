"""Hang-ups that are held back."""

from __future__ import annotations

from threading import Event

import pytest
from structlog.testing import capture_logs

from ivr.lines.twilio import partings
from ivr.lines.twilio.partings import Partings

LONG = 3_600.0  # seconds: never within a test


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def holding(told):
    made = Partings(told.append, LONG)
    made.start()
    yield made
    made.stop()


def test_what_is_held_is_not_told_before_its_time(holding, told):
    holding.hold("CA1")
    assert told == []


def test_what_is_held_is_told_when_its_time_has_come():
    told = Event()
    made = Partings(lambda _: told.set(), 0.01)
    made.start()
    made.hold("CA1")
    assert told.wait(10)
    made.stop()


def test_the_page_that_tells_more_lets_the_rest_be_told_at_once_and_once(holding, told):
    holding.hold("CA1")
    holding.release("CA1")
    holding.release("CA1")
    holding.release("CA2")
    assert told == ["CA1"]


def test_a_call_that_ends_twice_is_told_once(holding, told):
    holding.hold("CA1")
    holding.hold("CA1")
    holding.flush()
    assert told == ["CA1"]


def test_leaving_tells_all_that_is_held(told):
    made = Partings(told.append, LONG)
    made.start()
    made.hold("CA1")
    made.hold("CA2")
    made.stop()
    assert told == ["CA1", "CA2"]


def test_no_more_are_held_than_there_is_room_for(holding, told, monkeypatch):
    monkeypatch.setattr(partings, "MOST", 2)
    for call_id in ("CA1", "CA2", "CA3"):
        holding.hold(call_id)
    assert told == ["CA1"]


def test_one_that_cannot_be_written_is_logged_and_ends_no_other(told):
    def tell(call_id):
        told.append(call_id)
        raise OSError("The disk is full.")

    made = Partings(tell, LONG)
    made.hold("CA1")
    made.hold("CA2")
    with capture_logs() as logs:
        made.flush()
    assert told == ["CA1", "CA2"]
    assert [(entry["event"], entry["call_id"]) for entry in logs] == [
        ("hang_up_not_written", "CA1"),
        ("hang_up_not_written", "CA2"),
    ]
