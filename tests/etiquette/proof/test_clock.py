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
    "in another zone": lambda at: at.astimezone(RIGA).hour,
    "its date": lambda at: at.date(),
    "its zone": lambda at: at.tzinfo,
    "its hour": lambda at: at.hour,
    "later": lambda at: at + timedelta(1),
    "how long until": lambda at: NOW + timedelta(1) - at,
    "as text": lambda at: f"{at:%H:%M}",
    "as a key": hash,
}


class Told(list):
    """Is told of looks."""

    def hour(self):
        self.append("hour")

    def date(self, zone):
        self.append(("date", zone))

    def opening(self, department, found):
        self.append(("opening", department))
        return found


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_a_look_is_told_and_sees_what_the_instant_shows(look):
    clock = Clock.at(NOW, told := Told())
    assert not told
    assert look(clock) == look(NOW)
    assert set(told) == {"hour"}


def test_handed_on_it_is_not_looked_at():
    clock = Clock.at(NOW, told := Told())
    assert {"now": clock}["now"] is clock
    assert not told


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_a_look_on_other_clocks_is_one(look):
    there = Clock.at(NOW, told := Told()).astimezone(RIGA)
    assert not told
    assert look(there) == look(NOW.astimezone(RIGA))
    assert set(told) == {("date", RIGA) if look is LOOKS["its date"] else "hour"}


def test_of_what_is_made_of_it_nobody_is_told():
    clock = Clock.at(NOW, Told())
    assert {type(made) for made in (clock + timedelta(1), clock.astimezone(RIGA) + timedelta(1))} == {
        datetime
    }


def test_into_another_process_goes_the_instant():
    gone = pickle.loads(pickle.dumps(Clock.at(NOW, Told())))  # noqa: S301 - our own
    assert (type(gone), gone) == (datetime, NOW)


def test_whose_opening_is_asked_for_is_told_and_answered_as_at_the_instant(example):
    clock = Clock.at(NOW, told := Told())
    for department in (*example.departments, None):
        assert opening(example, department, clock) == opening(example, department, NOW)
    assert told == [("opening", department) for department in (*example.departments, None)]
