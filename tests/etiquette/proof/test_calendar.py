"""The thirteen months: who is open when, across changes of the clocks, holidays, nights, and never."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from ivr.company.loader import parse
from ivr.etiquette.proof.calendar import MONTHS, QUARTER, moments, stretches, told, unreachable
from tests.company.files import FILE

SINCE = datetime(2026, 11, 24, 22, tzinfo=UTC)  # midnight in Riga, a Wednesday begins
SMALL = """\
name: {lv: SIA Ozols, en: Ozols}
country: LV
timezone: Europe/Riga
languages: [lv, en]
default_language: lv
numbers: {"+37167000100": }
operator: reception
office_hours: HOURS
holidays: {public: PUBLIC}
departments:
  reception:
    name: {lv: recepcija, en: Reception}
    rings: 200
    otherwise: {closed: message, busy: message, unanswered: message}
"""


def company(hours, *, public=False):
    return parse(FILE, SMALL.replace("HOURS", hours).replace("PUBLIC", str(public).lower())).company


HOURS = {
    "in the day": '{mon-fri: "09:00-18:00"}',
    "over midnight": '{mon-sun: "00:00-06:00, 22:00-24:00"}',
    "always": "always",
}


@pytest.mark.parametrize("hours", HOURS.values(), ids=HOURS)
def test_the_months_are_covered_without_gap_and_overlap(hours):
    found = stretches(company(hours), SINCE)
    assert (found[0].start, found[-1].end) == (SINCE, SINCE + MONTHS)
    assert [each.end for each in found[:-1]] == [each.start for each in found[1:]]
    assert all(each.start < each.end for each in found)


def test_day_and_night_somebody_is_there():
    always = company("always")
    assert {each.open for each in stretches(always, SINCE)} == {frozenset({"reception"})}
    assert unreachable(always, SINCE) == ()
    assert told(always, SINCE) == ("Somebody can be reached at any time.",)
    assert len(moments(always, SINCE)) == 1


@pytest.mark.parametrize(
    ("day", "hours"),
    [("2027-03-28", 5), ("2027-10-31", 7), ("2027-03-29", 6)],
    ids=["the clocks go forward", "the clocks go back", "an ordinary night"],
)
def test_a_night_is_as_long_as_the_clocks_make_it(day, hours):
    at_night = company('{mon-sun: "00:00-06:00"}')
    zone = at_night.zone
    (night,) = (
        each
        for each in stretches(at_night, SINCE)
        if each.open and each.start.astimezone(zone).date().isoformat() == day
    )
    assert (night.end - night.start).total_seconds() == hours * 3600


def test_a_holiday_is_another_way_of_being_closed_and_is_told():
    closed_on_holidays = company('{mon-fri: "09:00-18:00"}', public=True)
    lines = told(closed_on_holidays, SINCE)
    assert "every Monday to Friday: 00:00–09:00, 18:00–24:00" in lines
    assert "2027-11-18: 00:00–24:00" in lines  # a Thursday
    assert len(moments(closed_on_holidays, SINCE)) == len(moments(company(HOURS["in the day"]), SINCE)) + 1


def test_a_way_that_lasts_less_than_a_quarter_of_an_hour_is_no_moment():
    barely = company('{mon-fri: "09:00-09:14"}')
    assert QUARTER.total_seconds() == 900
    assert len(moments(barely, SINCE)) == 1


def test_the_first_moment_is_in_the_day():
    first = moments(company(HOURS["in the day"]), SINCE)[0]
    assert first == datetime(2026, 11, 25, 7, tzinfo=UTC)
