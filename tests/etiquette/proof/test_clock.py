"""A clock notes every look at it, and is otherwise the instant at which it stands."""

from __future__ import annotations

import pickle
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from ivr.company.hours import opening
from ivr.etiquette.proof.clock import Clock

NOW = datetime(2026, 11, 25, 8, tzinfo=UTC)
RIGA = ZoneInfo("Europe/Riga")
LOOKS = {
    "is before": lambda at: at < NOW + timedelta(1),
    "is after, asked from the other side": lambda at: NOW - timedelta(1) < at,
    "is the same": lambda at: at == NOW,
    "in another zone": lambda at: at.astimezone(RIGA),
    "its date": lambda at: at.date(),
    "its zone": lambda at: at.tzinfo,
    "its hour": lambda at: at.hour,
    "later": lambda at: at + timedelta(1),
    "how long until": lambda at: NOW + timedelta(1) - at,
    "as text": lambda at: f"{at:%H:%M}",
    "as a key": hash,
}


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_a_look_is_noted_and_sees_what_the_instant_shows(look):
    clock = Clock.at(NOW)
    assert not clock.looked_at
    assert look(clock) == look(NOW)
    assert clock.looked_at


def test_handed_on_it_is_not_looked_at():
    clock = Clock.at(NOW)
    assert {"now": clock}["now"] is clock
    assert not clock.looked_at


def test_what_is_made_of_it_notes_nothing():
    assert type(Clock.at(NOW) + timedelta(1)) is datetime
    assert type(Clock.at(NOW).astimezone(RIGA)) is datetime


def test_into_another_process_goes_the_instant():
    gone = pickle.loads(pickle.dumps(Clock.at(NOW)))  # noqa: S301 - our own
    assert (type(gone), gone) == (datetime, NOW)


def test_whose_opening_is_asked_for_is_noted_and_answered_as_at_the_instant(example):
    clock = Clock.at(NOW)
    for department in (*example.departments, None):
        assert opening(example, department, clock) == opening(example, department, NOW)
    assert clock.asked == {*example.departments, None}
    assert clock.looked_at
