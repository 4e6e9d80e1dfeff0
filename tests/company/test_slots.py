"""Times at which a call can be promised: clocks that change, other zones, holidays, leap days, full slots."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ivr.company.hours import opening
from ivr.company.models import Company, Hours
from ivr.company.slots import (
    DECENT,
    Agenda,
    Refusal,
    holds,
    instant,
    judge,
    judge_day,
    judge_keyed,
    keyed_day,
    keyed_time,
    nearest,
    nearest_to_keyed,
    offers,
    slots,
)

RIGA, NEW_YORK, KOLKATA = "Europe/Riga", "America/New_York", "Asia/Kolkata"
ALWAYS = Hours.model_validate("always")


def agenda(company: Company, now: str, zone: str = RIGA, department: str = "sales", **given) -> Agenda:
    """``now`` is local in ``zone`` where it has no offset."""
    at, person = datetime.fromisoformat(now), ZoneInfo(zone)
    return Agenda(company, department, at if at.tzinfo else at.replace(tzinfo=person), person, **given)


@pytest.fixture(scope="module")
def riga(example) -> Company:
    """Open around the clock, in Riga, for a fortnight ahead."""
    return example.model_copy(update={"office_hours": ALWAYS})


@pytest.fixture(scope="module")
def new_york(example) -> Company:
    """Open around the clock, in New York."""
    calendar = example.holidays.model_copy(update={"public": False})
    return example.model_copy(
        update={"office_hours": ALWAYS, "timezone": NEW_YORK, "country": "US", "holidays": calendar}
    )


def reason(given: Agenda, wanted: str) -> Refusal | None:
    at = datetime.fromisoformat(wanted)
    verdict = judge(given, at.date(), at.time())
    assert (verdict.at is None) == (verdict.refusal is not None)
    return verdict.refusal


_OK = None
CASES = [
    # What is past, too soon, too far
    ("2026-11-25T10:00", "2026-11-25T14:00", _OK),
    ("2026-11-25T10:00", "2026-11-25T09:30", Refusal.PAST),
    ("2026-11-25T10:00", "2026-11-25T10:00", Refusal.PAST),
    ("2026-11-25T10:20", "2026-11-25T10:30", Refusal.TOO_SOON),
    ("2026-11-25T10:15", "2026-11-25T10:30", _OK),
    ("2026-11-25T10:00", "2026-12-09T17:30", _OK),
    ("2026-11-25T10:00", "2026-12-10T09:00", Refusal.TOO_FAR),
    # Hours: 9 to 18 on workdays
    ("2026-11-25T10:00", "2026-11-26T08:30", Refusal.OUTSIDE_HOURS),
    ("2026-11-25T10:00", "2026-11-26T18:00", Refusal.OUTSIDE_HOURS),
    ("2026-11-25T10:00", "2026-11-26T17:30", _OK),
    ("2026-11-25T10:00", "2026-11-28T12:00", Refusal.OUTSIDE_HOURS),
    ("2026-11-25T10:00", "2026-11-26T14:10", Refusal.BETWEEN),
    # "Tomorrow", said a minute before midnight, and a minute after
    ("2026-11-25T23:59", "2026-11-26T09:00", _OK),
    ("2026-11-26T00:01", "2026-11-26T09:00", _OK),
    ("2026-11-25T23:59", "2026-11-25T09:00", Refusal.PAST),
    # Holidays and their eves
    ("2026-06-22T10:00", "2026-06-23T10:00", Refusal.HOLIDAY),
    ("2026-06-22T10:00", "2026-06-24T10:00", Refusal.HOLIDAY),
    ("2026-06-22T17:30", "2026-06-25T09:00", _OK),
    ("2026-12-22T10:00", "2026-12-23T13:30", _OK),  # a short day before Christmas, 9 to 14
    ("2026-12-22T10:00", "2026-12-23T14:00", Refusal.OUTSIDE_HOURS),
    ("2026-12-23T10:00", "2026-12-24T10:00", Refusal.HOLIDAY),
    ("2026-12-23T10:00", "2026-12-28T09:00", _OK),
    ("2026-12-30T10:00", "2026-12-31T10:00", Refusal.HOLIDAY),
    ("2026-12-30T10:00", "2027-01-01T10:00", Refusal.HOLIDAY),
    ("2026-12-30T10:00", "2027-01-04T10:00", Refusal.CLOSED_DAY),
    ("2026-12-30T10:00", "2027-01-05T10:00", _OK),
    # 29 February
    ("2028-02-28T10:00", "2028-02-29T10:00", _OK),
    ("2028-02-29T10:00", "2028-03-01T10:00", _OK),
]


@pytest.mark.parametrize(("now", "wanted", "refusal"), CASES)
def test_a_time_in_riga(example, now, wanted, refusal):
    assert reason(agenda(example, now), wanted) is refusal


@pytest.mark.parametrize(
    ("zone", "now", "wanted", "refusal"),
    [
        # Spring: three o'clock becomes four in Riga, two becomes three in New York
        (RIGA, "2026-03-28T12:00", "2026-03-29T02:30", _OK),
        (RIGA, "2026-03-28T12:00", "2026-03-29T03:00", Refusal.GAP),
        (RIGA, "2026-03-28T12:00", "2026-03-29T03:30", Refusal.GAP),
        (RIGA, "2026-03-28T12:00", "2026-03-29T04:00", _OK),
        (NEW_YORK, "2026-03-07T12:00", "2026-03-08T01:30", _OK),
        (NEW_YORK, "2026-03-07T12:00", "2026-03-08T02:00", Refusal.GAP),
        (NEW_YORK, "2026-03-07T12:00", "2026-03-08T02:30", Refusal.GAP),
        (NEW_YORK, "2026-03-07T12:00", "2026-03-08T03:00", _OK),
        # Autumn: the hour before four in Riga, before two in New York, comes twice
        (RIGA, "2026-10-24T12:00", "2026-10-25T03:30", _OK),
        (RIGA, "2026-10-24T12:00", "2026-10-25T04:00", _OK),
        (NEW_YORK, "2026-10-31T12:00", "2026-11-01T01:30", _OK),
        (NEW_YORK, "2026-10-31T12:00", "2026-11-01T02:00", _OK),
    ],
)
def test_days_on_which_the_clocks_change(riga, new_york, zone, now, wanted, refusal):
    company = riga if zone == RIGA else new_york
    assert reason(agenda(company, now, zone), wanted) is refusal
    # The department around the clock in Riga serves people in New York as well, and the other way round.
    assert reason(agenda(new_york if zone == RIGA else riga, now, zone), wanted) is refusal


@pytest.mark.parametrize(
    ("zone", "now", "day", "at", "utc"),
    [
        (RIGA, "2026-10-24T12:00", date(2026, 10, 25), time(3, 30), "2026-10-25T00:30+00:00"),
        (NEW_YORK, "2026-10-31T12:00", date(2026, 11, 1), time(1, 30), "2026-11-01T05:30+00:00"),
        (RIGA, "2026-10-24T12:00", date(2026, 10, 25), time(4, 0), "2026-10-25T02:00+00:00"),
    ],
)
def test_a_time_that_comes_twice_is_the_first_one(riga, new_york, zone, now, day, at, utc):
    company = riga if zone == RIGA else new_york
    found = judge(agenda(company, now, zone), day, at).at
    assert found.astimezone(UTC) == datetime.fromisoformat(utc)


@pytest.mark.parametrize(("zone", "night"), [(RIGA, "2026-10-25T00:00"), (NEW_YORK, "2026-11-01T00:00")])
def test_no_slot_lies_in_the_hour_that_comes_again(riga, new_york, zone, night):
    for company in (riga, new_york):
        found = [
            at for at in slots(agenda(company, night, zone)) if at.date() == date.fromisoformat(night[:10])
        ]
        assert [at for at in found if at.fold] == []
        assert len({at.time() for at in found}) == len(found)


@pytest.mark.parametrize(
    ("now", "wanted", "refusal"),
    [
        ("2026-11-25T10:00", "2026-11-26T03:00", _OK),  # ten in Riga, and no window forbids the night
        ("2026-11-25T10:00", "2026-11-26T10:00", _OK),  # five in the afternoon in Riga
        ("2026-11-25T10:00", "2026-11-26T11:00", Refusal.OUTSIDE_HOURS),  # six in Riga
        ("2026-06-22T20:00", "2026-06-22T22:00", Refusal.PAST),
        ("2026-06-22T10:00", "2026-06-22T23:00", Refusal.HOLIDAY),  # Monday there, Līgo in Riga
        ("2026-06-23T10:00", "2026-06-24T23:30", Refusal.OUTSIDE_HOURS),  # half past six on the 25th in Riga
        # Between the changes of the clocks in America and in Europe it is six hours, not seven
        ("2026-03-09T09:00", "2026-03-10T11:30", _OK),
        ("2026-03-09T09:00", "2026-03-10T12:00", Refusal.OUTSIDE_HOURS),
        ("2026-03-30T09:00", "2026-03-31T11:00", Refusal.OUTSIDE_HOURS),
    ],
)
def test_a_person_in_new_york_and_a_company_in_riga(example, now, wanted, refusal):
    if refusal is Refusal.PAST:
        now = "2026-06-22T22:30"
    assert reason(agenda(example, now, NEW_YORK), wanted) is refusal


def test_the_persons_night_is_no_time_for_calls(example):
    given = agenda(example, "2026-11-25T10:00", NEW_YORK, windows=(DECENT,))
    assert reason(given, "2026-11-26T07:30") is Refusal.OUTSIDE_WINDOW
    assert reason(given, "2026-11-26T08:00") is None
    assert {at.hour for at in slots(given)} == {8, 9, 10}


def test_slots_are_on_the_companys_clocks_also_for_a_zone_of_half_hours(example):
    hourly = example.model_copy(
        update={"callbacks": example.callbacks.model_copy(update={"slot_minutes": 60})}
    )
    given = agenda(hourly, "2026-11-25T09:00", KOLKATA)
    assert {at.minute for at in slots(given)} == {30}
    assert reason(given, "2026-11-26T15:00") is Refusal.BETWEEN
    assert nearest_to_keyed(given, "26111500") == datetime.fromisoformat("2026-11-26T15:30+05:30")


def test_a_slot_takes_so_many_promises(example):
    at = datetime(2026, 11, 26, 12, tzinfo=UTC)
    assert reason(agenda(example, "2026-11-25T10:00", taken={at: 1}), "2026-11-26T14:00") is None
    full = agenda(example, "2026-11-25T10:00", taken={at: 2})
    assert reason(full, "2026-11-26T14:00") is Refusal.FULL
    assert at not in slots(full)
    assert nearest(full, at) == at + timedelta(minutes=30)


def test_a_break_is_no_time_for_calls(example):
    given = agenda(example, "2026-11-25T10:00", department="billing")
    assert reason(given, "2026-11-26T12:00") is None
    assert reason(given, "2026-11-26T12:30") is Refusal.OUTSIDE_HOURS
    assert reason(given, "2026-11-27T13:00") is Refusal.OUTSIDE_HOURS  # Fridays until one


def test_the_name_of_the_holiday_is_told(example):
    verdict = judge(agenda(example, "2026-06-22T10:00"), date(2026, 6, 23), time(10))
    assert verdict.name.into("lv") == "Līgo diena"
    own = judge_day(agenda(example, "2026-12-30T10:00"), date(2027, 1, 4))
    assert (own.refusal, own.name.into("en")) == (Refusal.CLOSED_DAY, "our stock-taking day")


# Dates and times keyed in


@pytest.mark.parametrize(
    ("keys", "today", "day"),
    [
        ("2611", date(2026, 11, 25), date(2026, 11, 26)),
        ("2511", date(2026, 11, 25), date(2026, 11, 25)),  # today is the next one
        ("2411", date(2026, 11, 25), date(2027, 11, 24)),
        ("0101", date(2026, 12, 31), date(2027, 1, 1)),
        ("3112", date(2026, 12, 31), date(2026, 12, 31)),
        ("3106", date(2026, 6, 1), None),
        ("3002", date(2028, 2, 1), None),
        ("2902", date(2028, 2, 1), date(2028, 2, 29)),
        ("2902", date(2027, 2, 1), None),
        ("2902", date(2027, 12, 31), date(2028, 2, 29)),
        ("2902", date(2028, 3, 1), None),  # the next one is in 2029
        ("0000", date(2026, 11, 25), None),
        ("0113", date(2026, 11, 25), None),
        ("9999", date(2026, 11, 25), None),
    ],
)
def test_a_date_without_a_year_is_the_next_one(keys, today, day):
    assert keyed_day(keys, today) == day


@pytest.mark.parametrize(
    ("keys", "at"),
    [
        ("0000", time(0)),
        ("0930", time(9, 30)),
        ("2359", time(23, 59)),
        ("2400", None),
        ("2360", None),
        ("9999", None),
    ],
)
def test_a_time_keyed_in(keys, at):
    assert keyed_time(keys) == at


@pytest.mark.parametrize(
    ("now", "keys", "refusal", "instead"),
    [
        ("2026-06-15T10:00", "3106", Refusal.NO_SUCH_DATE, "2026-06-29T17:30"),
        ("2027-02-20T10:00", "2902", Refusal.NO_SUCH_DATE, "2027-03-01T09:00"),  # the 28th is a Sunday
        ("2026-11-25T10:00", "0113", Refusal.NO_SUCH_DATE, "2026-11-25T12:00"),  # no such month: about today
        ("2026-11-25T10:00", "26112560", Refusal.NO_SUCH_TIME, "2026-11-26T12:00"),
        ("2026-11-25T10:00", "2811", Refusal.NO_HOURS, "2026-11-27T17:30"),  # a Saturday
        ("2026-11-27T17:50", "2711", Refusal.NO_HOURS, "2026-11-30T09:00"),  # nothing of the day is left
        ("2026-11-25T10:00", "2411", Refusal.TOO_FAR, "2026-12-09T17:30"),
        ("2026-06-22T10:00", "2306", Refusal.HOLIDAY, "2026-06-25T09:00"),  # the 22nd is free, too
        ("2026-12-22T10:00", "2412", Refusal.HOLIDAY, "2026-12-23T13:30"),
        ("2026-06-22T10:00", "2406", Refusal.HOLIDAY, "2026-06-25T09:00"),
        ("2026-12-30T10:00", "0401", Refusal.CLOSED_DAY, "2027-01-05T09:00"),
        ("2026-11-25T10:00", "26111800", Refusal.OUTSIDE_HOURS, "2026-11-26T17:30"),
        ("2026-11-25T10:00", "25110930", Refusal.PAST, "2026-11-25T10:30"),
    ],
)
def test_an_impossible_wish_has_its_reason_and_the_nearest_time(example, now, keys, refusal, instead):
    given = agenda(example, now)
    assert judge_keyed(given, keys).refusal is refusal
    assert nearest_to_keyed(given, keys) == datetime.fromisoformat(instead).replace(tzinfo=ZoneInfo(RIGA))


@pytest.mark.parametrize(("day", "refusal"), [(date(2026, 11, 24), Refusal.PAST), (date(2026, 11, 26), None)])
def test_a_day_that_is_over_is_past(example, day, refusal):
    assert judge_day(agenda(example, "2026-11-25T10:00"), day).refusal is refusal


def test_a_day_that_the_clocks_make_shorter_has_its_slots(riga):
    found = [at for at in slots(agenda(riga, "2026-03-29T00:00")) if at.date() == date(2026, 3, 29)]
    assert [at.hour for at in found if at.hour in {2, 3, 4}] == [2, 2, 4, 4]


# Offers


@pytest.mark.parametrize(
    ("now", "offered"),
    [
        ("2026-11-25T10:05", ["2026-11-25T10:30", "2026-11-25T13:30", "2026-11-26T15:00"]),
        ("2026-11-25T16:10", ["2026-11-25T16:30", "2026-11-26T09:00", "2026-11-27T10:00"]),
        ("2026-11-25T22:00", ["2026-11-26T09:00", "2026-11-26T12:00", "2026-11-27T15:00"]),
        ("2026-11-27T17:15", ["2026-11-27T17:30", "2026-11-30T10:00", "2026-11-30T09:00"]),
        ("2026-12-30T22:00", ["2027-01-05T09:00", "2027-01-05T12:00", "2027-01-06T15:00"]),
    ],
)
def test_three_times_are_offered_the_soonest_a_later_one_and_another_day(example, now, offered):
    expected = sorted(datetime.fromisoformat(at).replace(tzinfo=ZoneInfo(RIGA)) for at in offered)
    assert list(offers(agenda(example, now))) == expected


def test_fewer_times_are_offered_where_fewer_are_free(example):
    now = "2026-11-25T10:05"
    free = [at.astimezone(UTC) for at in slots(agenda(example, now))]
    taken = dict.fromkeys(free[2:], 2)
    assert list(offers(agenda(example, now, taken=taken))) == free[:2]
    assert offers(agenda(example, now, taken=dict.fromkeys(free, 2))) == ()
    assert nearest(agenda(example, now, taken=dict.fromkeys(free, 2)), free[0]) is None


def test_what_was_on_offer_holds_until_it_is_taken_or_past(example):
    given = agenda(example, "2026-11-25T10:05")
    slot = offers(given)[0]
    assert holds(given, slot)
    assert holds(agenda(example, "2026-11-25T10:29"), slot)  # soon, and still to come
    assert not holds(agenda(example, "2026-11-25T10:30"), slot)
    assert not holds(agenda(example, "2026-11-25T10:05", taken={slot.astimezone(UTC): 2}), slot)


def test_a_local_time_has_at_most_one_instant():
    zone = ZoneInfo(RIGA)
    assert instant(date(2026, 3, 29), time(3, 30), zone) is None
    assert instant(date(2026, 10, 25), time(3, 30), zone) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


MOMENTS = st.integers(0, 800 * 24 * 4).map(
    lambda quarter: datetime(2026, 1, 1, tzinfo=UTC) + quarter * timedelta(minutes=15)
)


@settings(max_examples=120, deadline=None)
@given(
    now=MOMENTS,
    zone=st.sampled_from([RIGA, NEW_YORK, KOLKATA, "Australia/Lord_Howe", "Pacific/Apia", "UTC"]),
    department=st.sampled_from(["sales", "support", "billing", "reception"]),
    keys=st.one_of(
        st.from_regex(r"[0-9]{4}([0-9]{4})?", fullmatch=True),
        st.builds(
            "{:02}{:02}{:02}{}".format,
            st.integers(1, 31),
            st.integers(1, 12),
            st.integers(0, 23),
            st.sampled_from(["00", "30"]),
        ),
    ),
    full=st.booleans(),
)
def test_whatever_is_keyed_in_only_possible_times_come_out(example, now, zone, department, keys, full):
    """Never past, too soon, closed, a holiday, in a gap, beyond the horizon or over capacity."""
    first = next(slots(Agenda(example, department, now, ZoneInfo(zone))), None)
    taken = {first.astimezone(UTC): 2} if full and first else {}
    given = Agenda(example, department, now, ZoneInfo(zone), (DECENT,), taken)
    verdict = judge_keyed(given, keys)
    assert (verdict.at is None) == (verdict.refusal is not None)
    exact = (verdict.at,) if verdict.at and len(keys) == 8 else ()
    for at in filter(None, (*exact, nearest_to_keyed(given, keys), *offers(given))):
        assert at - now >= timedelta(minutes=15)
        assert opening(example, department, at).open
        assert at.astimezone(UTC) not in taken
        assert at.date() <= given.last_day
        assert instant(at.date(), at.time(), given.zone) == at
        assert time(8) <= at.time() < time(21)
        assert at.astimezone(example.zone).minute in {0, 30}
