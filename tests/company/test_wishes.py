"""Times wished for in words: one of two halves of the day, stretches, why none is free, what is near."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from ivr.company.models import Company, Hours
from ivr.company.slots import DECENT, Agenda, Refusal, slots
from ivr.company.wishes import Stretch, judge_clock, judge_stretch, nearest_to, offers_within, within

RIGA, NEW_YORK = "Europe/Riga", "America/New_York"
WEDNESDAY = "2026-11-25T10:00"


def agenda(company: Company, now: str = WEDNESDAY, zone: str = RIGA, department="sales", **given) -> Agenda:
    """``now`` is local in ``zone``."""
    person = ZoneInfo(zone)
    return Agenda(company, department, datetime.fromisoformat(now).replace(tzinfo=person), person, **given)


def at(text: str, zone: str = RIGA) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))


def stretch(
    start: str, end: str | None = None, *excluded: tuple[str, str], daily=False, zone=RIGA
) -> Stretch:
    gaps = tuple((at(first, zone), at(last, zone)) for first, last in excluded)
    return Stretch(at(start, zone), at(end, zone) if end else None, gaps, daily)


def clocks(*texts: str) -> list[datetime]:
    """What clocks show."""
    return [datetime.fromisoformat(text) for text in texts]


def shown(found) -> list[str]:
    """Day of the month, hour and minute of each."""
    return [f"{one:%d %H:%M}" for one in found]


# A clock time


@pytest.mark.parametrize(
    ("now", "readings", "any_day", "expected"),
    [
        # "At eight", "at three": the half in which the department is open, 9 to 18
        (WEDNESDAY, ("2026-11-26T15:00", "2026-11-26T03:00"), False, "26 15:00"),
        (WEDNESDAY, ("2026-11-26T22:00", "2026-11-26T10:00"), False, "26 10:00"),
        (WEDNESDAY, ("2026-11-26T20:00", "2026-11-26T08:00"), False, Refusal.OUTSIDE_HOURS),
        # Nearly possible wins over another half that is not
        (WEDNESDAY, ("2026-11-26T02:10", "2026-11-26T14:10"), False, Refusal.BETWEEN),
        ("2026-11-25T10:20", ("2026-11-25T10:30", "2026-11-25T22:30"), True, Refusal.TOO_SOON),
        # Without a day: the first day on which it is possible
        ("2026-11-27T16:00", ("2026-11-28T15:00",), True, "30 15:00"),
        ("2026-11-27T16:00", ("2026-11-28T15:00",), False, Refusal.OUTSIDE_HOURS),
        ("2026-06-22T16:00", ("2026-06-23T15:00",), True, "25 15:00"),  # Līgo and Jāņi between
        ("2026-06-22T16:00", ("2026-06-23T15:00",), False, Refusal.HOLIDAY),
        (WEDNESDAY, ("2026-11-25T20:00", "2026-11-26T08:00"), True, Refusal.OUTSIDE_HOURS),  # on no day
        (WEDNESDAY, ("2026-12-10T10:00", "2026-12-10T22:00"), False, Refusal.TOO_FAR),
        (WEDNESDAY, ("2026-11-24T10:00",), False, Refusal.PAST),
        # "Today at nine", said at ten: the nine at which it was open is meant, and is past
        (WEDNESDAY, ("2026-11-25T21:00", "2026-11-25T09:00"), False, Refusal.PAST),
        (WEDNESDAY, ("2026-11-25T20:00", "2026-11-25T08:00"), False, Refusal.OUTSIDE_HOURS),
    ],
)
def test_a_clock_time_is_that_of_its_readings_which_is_possible(example, now, readings, any_day, expected):
    verdict = judge_clock(agenda(example, now), clocks(*readings), any_day=any_day)
    assert (shown([verdict.at])[0] if verdict.at else verdict.refusal) == expected


def test_a_full_slot_is_not_moved_to_another_day_or_half(example):
    taken = {datetime(2026, 11, 25, 13, tzinfo=UTC): 2}
    given = agenda(example, taken=taken)
    both = clocks("2026-11-25T15:00", "2026-11-26T03:00")
    assert judge_clock(given, both, any_day=True).refusal is Refusal.FULL


def test_a_clock_time_in_the_gap_of_the_clocks(example):
    always = example.model_copy(update={"office_hours": Hours.model_validate("always")})
    given = agenda(always, "2026-03-28T12:00")
    night = clocks("2026-03-29T03:30")
    assert judge_clock(given, night).refusal is Refusal.GAP
    assert shown([judge_clock(given, night, any_day=True).at]) == ["30 03:30"]


def test_the_name_of_the_holiday_is_told(example):
    verdict = judge_clock(agenda(example, "2026-06-22T10:00"), clocks("2026-06-23T10:00"))
    assert verdict.name.into("en") == "Midsummer Eve"


# Offers within a stretch


@pytest.mark.parametrize(
    ("now", "wanted", "expected"),
    [
        # A day: spread over it
        (WEDNESDAY, stretch("2026-11-26T00:00", "2026-11-27T00:00"), ["26 09:00", "26 12:00", "26 15:00"]),
        # Parts of a day, and what is left of today
        (WEDNESDAY, stretch("2026-11-26T12:00", "2026-11-26T19:00"), ["26 12:00", "26 14:00", "26 16:00"]),
        (WEDNESDAY, stretch("2026-11-26T13:00", "2026-11-26T14:30"), ["26 13:00", "26 13:30", "26 14:00"]),
        (WEDNESDAY, stretch("2026-11-26T13:00", "2026-11-26T14:00"), ["26 13:00", "26 13:30"]),
        ("2026-11-25T16:20", stretch("2026-11-25T00:00", "2026-11-26T00:00"), ["25 17:00", "25 17:30"]),
        # Without an end; over a weekend; a whole week
        (WEDNESDAY, stretch("2026-12-01T00:00"), ["01 09:00", "01 12:00", "02 15:00"]),
        (WEDNESDAY, stretch("2026-11-27T16:00"), ["27 16:00", "27 16:30", "30 10:00"]),
        (WEDNESDAY, stretch("2026-11-30T00:00", "2026-12-07T00:00"), ["30 09:00", "30 12:00", "01 15:00"]),
        # What is ruled out
        (
            WEDNESDAY,
            stretch("2026-11-26T00:00", "2026-11-27T00:00", ("2026-11-26T08:00", "2026-11-26T16:00")),
            ["26 16:00", "26 16:30", "26 17:00"],
        ),
        (
            WEDNESDAY,
            stretch("2026-11-26T10:00", "2026-11-26T16:01", ("2026-11-26T10:01", "2026-11-26T16:00")),
            ["26 10:00", "26 16:00"],  # at ten or at four
        ),
        # Every day: in the mornings, after five, in the night over midnight
        (
            WEDNESDAY,
            stretch("2026-11-25T00:00", "2026-11-25T12:00", daily=True),
            ["25 10:30", "26 09:00", "27 11:30"],
        ),
        (
            WEDNESDAY,
            stretch("2026-11-25T17:00", "2026-11-26T00:00", daily=True),
            ["25 17:00", "26 17:00", "27 17:00"],
        ),
        # Nothing: a Saturday, the past, a holiday, beyond the horizon
        (WEDNESDAY, stretch("2026-11-28T00:00", "2026-11-29T00:00"), []),
        (WEDNESDAY, stretch("2026-11-24T00:00", "2026-11-25T00:00"), []),
        ("2026-06-22T10:00", stretch("2026-06-23T00:00", "2026-06-24T00:00"), []),
        (WEDNESDAY, stretch("2027-01-10T00:00"), []),
    ],
)
def test_up_to_three_slots_of_a_stretch_are_offered(example, now, wanted, expected):
    assert shown(offers_within(agenda(example, now), wanted)) == expected


def test_a_stretch_of_every_night_goes_over_midnight(example):
    always = example.model_copy(update={"office_hours": Hours.model_validate("always")})
    given = agenda(always, "2026-11-25T12:00")
    found = list(within(given, stretch("2026-11-25T22:00", "2026-11-26T02:00", daily=True)))
    assert {one.hour for one in found} == {22, 23, 0, 1}


def test_slots_that_are_full_are_not_offered(example):
    taken = {datetime(2026, 11, 26, 7, tzinfo=UTC): 2, datetime(2026, 11, 26, 10, tzinfo=UTC): 1}
    found = offers_within(agenda(example, taken=taken), stretch("2026-11-26T00:00", "2026-11-26T13:00"))
    assert shown(found) == ["26 09:30", "26 10:30", "26 11:30"]


def test_a_day_that_the_clocks_make_shorter(example):
    always = example.model_copy(update={"office_hours": Hours.model_validate("always")})
    given = agenda(always, "2026-03-28T12:00")
    night = stretch("2026-03-29T02:00", "2026-03-29T05:00")
    assert shown(within(given, night)) == ["29 02:00", "29 02:30", "29 04:00", "29 04:30"]


def test_the_persons_night_is_no_time_for_calls(example):
    given = agenda(example, zone=NEW_YORK, windows=(DECENT,))
    morning = stretch("2026-11-26T00:00", "2026-11-26T12:00", zone=NEW_YORK)
    assert shown(offers_within(given, morning)) == ["26 08:00", "26 09:00", "26 10:00"]
    assert judge_stretch(given, stretch("2026-11-26T02:00", "2026-11-26T07:00", zone=NEW_YORK)).refusal is (
        Refusal.OUTSIDE_WINDOW
    )


# Why there is none, and what is near


@pytest.mark.parametrize(
    ("now", "wanted", "refusal", "near"),
    [
        (WEDNESDAY, stretch("2026-11-24T00:00", "2026-11-25T00:00"), Refusal.PAST, "25 10:30"),
        (WEDNESDAY, stretch("2026-11-25T10:00", "2026-11-25T10:14"), Refusal.TOO_SOON, "25 10:30"),
        (WEDNESDAY, stretch("2026-12-20T00:00", "2026-12-21T00:00"), Refusal.TOO_FAR, "09 17:30"),
        (WEDNESDAY, stretch("2027-01-02T00:00"), Refusal.TOO_FAR, "09 17:30"),
        (WEDNESDAY, stretch("2026-11-28T00:00", "2026-11-29T00:00"), Refusal.NO_HOURS, "27 17:30"),
        (WEDNESDAY, stretch("2026-11-28T00:00", "2026-11-30T00:00"), Refusal.NO_HOURS, "27 17:30"),
        (WEDNESDAY, stretch("2026-11-26T18:00", "2026-11-27T00:00"), Refusal.OUTSIDE_HOURS, "26 17:30"),
        (WEDNESDAY, stretch("2026-11-26T06:00", "2026-11-26T08:00"), Refusal.OUTSIDE_HOURS, "26 09:00"),
        (WEDNESDAY, stretch("2026-11-26T14:05", "2026-11-26T14:25"), Refusal.BETWEEN, "26 14:30"),
        ("2026-11-25T17:50", stretch("2026-11-25T00:00", "2026-11-26T00:00"), Refusal.NO_HOURS, "26 09:00"),
        ("2026-06-22T10:00", stretch("2026-06-23T00:00", "2026-06-24T00:00"), Refusal.HOLIDAY, "25 09:00"),
        ("2026-12-30T10:00", stretch("2027-01-04T00:00", "2027-01-05T00:00"), Refusal.CLOSED_DAY, "05 09:00"),
        ("2026-12-29T10:00", stretch("2027-01-01T00:00", "2027-01-04T00:00"), Refusal.HOLIDAY, "30 17:30"),
    ],
)
def test_why_nothing_of_a_stretch_is_possible_and_what_is_nearest(example, now, wanted, refusal, near):
    given = agenda(example, now)
    verdict = judge_stretch(given, wanted)
    assert (verdict.at, verdict.refusal) == (None, refusal)
    assert shown([nearest_to(given, wanted)]) == [near]


def test_a_stretch_may_be_full(example):
    noon = datetime(2026, 11, 26, 10, tzinfo=UTC)
    given = agenda(example, taken={noon: 2})
    wanted = stretch("2026-11-26T12:00", "2026-11-26T12:30")
    assert judge_stretch(given, wanted).refusal is Refusal.FULL
    assert shown([nearest_to(given, wanted)]) == ["26 12:30"]  # the later of two


def test_the_nearest_is_never_one_that_was_ruled_out(example):
    gap = ("2026-11-26T12:00", "2026-11-28T00:00")
    wanted = stretch("2026-11-26T12:00", "2026-11-26T13:00", gap)
    assert shown([nearest_to(agenda(example), wanted)]) == ["26 11:30"]


def test_the_first_free_slot_is_told(example):
    assert shown([judge_stretch(agenda(example), stretch("2026-11-26T00:00")).at]) == ["26 09:00"]


def test_where_nothing_is_free_nothing_is_near(example):
    free = agenda(example)
    taken = {one.astimezone(UTC): 2 for one in slots(free)}
    assert nearest_to(agenda(example, taken=taken), stretch("2026-11-26T00:00")) is None
