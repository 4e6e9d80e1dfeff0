"""When it is open, why, until when and from when: around clock changes, midnight, holidays and own days."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ivr.company.hours import Opening, Reason, on_day, opening, public_holiday, unusual
from ivr.company.models import Company
from tests.company.files import TEXT, example

RIGA = ZoneInfo("Europe/Riga")


def at(text: str, fold: int = 0) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=RIGA, fold=fold)


def company_open(hours: str, *changes: tuple[str, str]) -> Company:
    return example(('  mon-fri: "09:00-18:00"', f"  {hours}"), *changes).company


def told(opening_: Opening) -> tuple[str, str | None]:
    """The reason, and the instant that matters next, in local time with its offset."""
    moment = opening_.until if opening_.open else opening_.next
    return opening_.reason.value, moment.isoformat(timespec="minutes") if moment else None


USUAL = [
    ("2026-10-16T08:59", None, "outside_hours", "2026-10-16T09:00+03:00"),
    ("2026-10-16T09:00", None, "open", "2026-10-16T18:00+03:00"),
    ("2026-10-16T17:59", None, "open", "2026-10-16T18:00+03:00"),
    ("2026-10-16T18:00", None, "outside_hours", "2026-10-19T09:00+03:00"),  # Friday evening → Monday
    ("2026-10-16T19:00", "support", "open", "2026-10-16T20:00+03:00"),
    ("2026-10-16T20:00", "support", "outside_hours", "2026-10-17T10:00+03:00"),
    ("2026-10-16T10:00", "sales", "open", "2026-10-16T18:00+03:00"),  # office hours, as it says nothing else
    ("2026-10-15T12:29", "billing", "open", "2026-10-15T12:30+03:00"),
    ("2026-10-15T12:30", "billing", "outside_hours", "2026-10-15T13:00+03:00"),  # its break
    ("2026-10-15T13:00", "billing", "open", "2026-10-15T17:00+03:00"),
]
HOLIDAYS = [
    ("2026-06-22T10:00", None, "holiday", "2026-06-25T09:00+03:00"),  # day off, moved to a Saturday
    ("2026-06-23T10:00", None, "holiday", "2026-06-25T09:00+03:00"),  # Līgo
    ("2026-06-24T10:00", "support", "holiday", "2026-06-25T08:00+03:00"),  # Jāņi
    ("2026-11-18T10:00", None, "holiday", "2026-11-19T09:00+02:00"),
    ("2026-05-04T10:00", None, "holiday", "2026-05-05T09:00+03:00"),
    ("2025-05-05T10:00", None, "holiday", "2025-05-06T09:00+03:00"),  # 4 May on a Sunday: Monday is free
    ("2026-12-31T23:59", None, "holiday", "2027-01-05T09:00+02:00"),  # New Year, day off, own closed day
    ("2027-01-01T00:00", None, "holiday", "2027-01-05T09:00+02:00"),
    (
        "2027-03-26T10:00",
        None,
        "holiday",
        "2027-03-30T09:00+03:00",
    ),  # Good Friday, over Easter and the clocks
    ("2027-01-04T10:00", None, "closed_day", "2027-01-05T09:00+02:00"),
    ("2027-07-12T00:00", None, "closed_day", "2027-07-19T09:00+03:00"),  # first of a stretch
    ("2027-07-16T23:59", None, "closed_day", "2027-07-19T09:00+03:00"),  # last of it, on a Friday
    ("2026-12-23T08:30", "support", "outside_hours", "2026-12-23T09:00+02:00"),  # open day, also for support
    ("2026-12-23T13:59", None, "open_day", "2026-12-23T14:00+02:00"),
    (
        "2026-12-23T14:00",
        None,
        "outside_hours",
        "2026-12-28T09:00+02:00",
    ),  # Christmas is Thursday to Saturday
]


@pytest.mark.parametrize(("when", "department", "reason", "moment"), [*USUAL, *HOLIDAYS])
def test_the_example_is_open_or_closed_for_its_reason(
    when: str, department: str | None, reason: str, moment: str
) -> None:
    assert told(opening(example().company, department, at(when))) == (reason, moment)


def test_a_holiday_has_its_name_in_each_language() -> None:
    found = opening(example().company, None, at("2026-06-23T10:00")).holiday
    assert found is not None
    assert (found.into("lv"), found.into("en")) == ("Līgo diena", "Midsummer Eve")


def test_a_closed_day_has_the_name_that_the_company_gave_it() -> None:
    found = opening(example().company, None, at("2027-01-04T10:00")).holiday
    assert found is not None
    assert found.into("en") == "our stock-taking day"


def test_names_of_holidays_can_be_said() -> None:
    named = public_holiday(example().company, at("2026-05-01T10:00").date())
    moved = public_holiday(example().company, at("2026-06-22T10:00").date())
    assert named is not None
    assert moved is not None
    assert (named.into("lv"), moved.into("lv")) == (
        "Darba svētki",
        "Brīvdiena",
    )  # no ";", no "(pārcelta no …)"


def test_a_language_unknown_to_the_calendar_gets_the_countrys_own_name() -> None:
    company = example().company.model_copy(update={"languages": ("lv", "ja")})
    found = public_holiday(company, at("2026-06-23T10:00").date())
    assert found is not None
    assert found.into("ja") == "Līgo diena"


# Hours of the office, instant, fold, reason, what comes next. The clocks go 03:00 → 04:00 on 2027-03-28
# and 04:00 → 03:00 on 2026-10-25, both Sundays.
CLOCKS = [
    ('sun: "02:00-05:00"', "2027-03-28T02:59", 0, "open", "2027-03-28T05:00+03:00"),
    ('sun: "02:00-05:00"', "2027-03-28T04:00", 0, "open", "2027-03-28T05:00+03:00"),
    ('sun: "00:00-03:30"', "2027-03-28T04:29", 0, "open", "2027-03-28T04:30+03:00"),  # end in the gap
    ('sun: "00:00-03:30"', "2027-03-28T04:30", 0, "outside_hours", "2027-04-04T00:00+03:00"),
    ('sun: "03:30-05:00"', "2027-03-28T02:00", 0, "outside_hours", "2027-03-28T04:30+03:00"),  # start in it
    ('sun: "03:30-05:00"', "2027-03-28T04:30", 0, "open", "2027-03-28T05:00+03:00"),
    (
        'sun: "03:30-04:00"',
        "2027-03-28T02:00",
        0,
        "outside_hours",
        "2027-04-04T03:30+03:00",
    ),  # nothing is left
    (
        'sun: "03:30-05:00"',
        "2026-10-25T03:15",
        0,
        "outside_hours",
        "2026-10-25T03:30+03:00",
    ),  # the first 03:30
    ('sun: "03:30-05:00"', "2026-10-25T03:15", 1, "open", "2026-10-25T05:00+02:00"),  # between the two
    ('sun: "00:00-03:30"', "2026-10-25T03:29", 0, "open", "2026-10-25T03:30+03:00"),
    ('sun: "00:00-03:30"', "2026-10-25T03:29", 1, "outside_hours", "2026-11-01T00:00+02:00"),
    ('mon-sun: "00:00-24:00"', "2026-10-25T03:30", 1, "open", None),
    ('sun: "00:00-24:00"', "2026-10-25T12:00", 0, "open", "2026-10-26T00:00+02:00"),
    ('fri: "22:00-24:00"\n  sat: "00:00-06:00"', "2026-10-16T23:00", 0, "open", "2026-10-17T06:00+03:00"),
    ('fri: "22:00-24:00"\n  sat: "00:00-06:00"', "2026-10-17T00:00", 0, "open", "2026-10-17T06:00+03:00"),
    ('mon: "09:00-12:00, 12:00-15:00"', "2026-10-19T10:00", 0, "open", "2026-10-19T15:00+03:00"),
]


@pytest.mark.parametrize(("hours", "when", "fold", "reason", "moment"), CLOCKS)
def test_clock_changes_and_midnights(
    hours: str, when: str, fold: int, reason: str, moment: str | None
) -> None:
    company = company_open(hours, ("  public: true ", "  public: false "))  # 2027-03-28 is Easter
    assert told(opening(company, None, at(when, fold))) == (reason, moment)


def test_new_years_eve_is_over_at_midnight() -> None:
    company = company_open('thu-fri: "09:00-24:00"')
    assert told(opening(company, None, at("2026-12-30T10:00"))) == ("outside_hours", "2027-01-07T09:00+02:00")


def test_midnight_that_a_clock_change_skips() -> None:
    company = company_open('mon-sun: "08:00-24:00"', ("timezone: Europe/Riga ", "timezone: Africa/Cairo "))
    evening = datetime(2026, 4, 23, 23, 30, tzinfo=ZoneInfo("Africa/Cairo"))  # 24 April begins at 01:00
    assert told(opening(company, None, evening)) == ("open", "2026-04-24T01:00+03:00")


def test_always_knows_no_holiday_no_closed_day_and_no_end() -> None:
    text = '    hours:\n      mon-thu: "09:00-12:30, 13:00-17:00"\n      fri: "09:00-13:00"\n'
    company = example((text, "    hours: always\n")).company
    for day in ("2026-12-25T03:00", "2027-01-04T10:00", "2026-12-23T20:00"):
        assert opening(company, "billing", at(day)) == Opening(True, Reason.OPEN, None, None, None)


def test_hours_on_holidays_keep_to_their_week_all_the_same() -> None:
    company = company_open('mon-fri: "09:00-18:00"\n  on_holidays: true')
    assert told(opening(company, None, at("2026-12-25T10:00"))) == ("open", "2026-12-25T18:00+02:00")
    assert told(opening(company, None, at("2026-12-26T10:00"))) == ("outside_hours", "2026-12-28T09:00+02:00")
    assert told(opening(company, None, at("2026-12-23T15:00"))) == ("open", "2026-12-23T18:00+02:00")


def test_a_stretch_of_one_closed_day_may_be_written_as_its_date() -> None:
    closed = TEXT[TEXT.index("  closed:  ") : TEXT.index("  open:  ")]
    company = example((closed, "  closed: 2026-12-22\n")).company
    assert opening(company, None, at("2026-12-22T10:00")).reason is Reason.CLOSED_DAY


def test_a_company_may_work_on_public_holidays() -> None:
    company = example(("  public: true ", "  public: false ")).company
    assert opening(company, None, at("2026-12-25T10:00")).open


def test_an_open_day_is_stronger_than_a_holiday_and_a_closed_stretch() -> None:
    own = '    2026-12-23: "09:00-14:00"'
    company = example((own, '    2026-12-25: "10:00-11:00"\n    2027-07-14: "10:00-11:00"')).company
    assert opening(company, None, at("2026-12-25T10:30")).reason is Reason.OPEN_DAY
    assert told(opening(company, None, at("2027-07-13T12:00"))) == ("closed_day", "2027-07-14T10:00+03:00")


def test_the_next_opening_is_looked_for_in_four_hundred_days() -> None:
    stretch = ("      last: 2027-07-16", "      last: 2029-07-16")
    found = opening(example(stretch).company, None, at("2027-07-13T12:00"))
    assert (found.open, found.next) == (False, None)


def test_the_instant_may_come_in_any_zone_but_not_in_none() -> None:
    company = example().company
    assert opening(company, None, datetime(2026, 10, 16, 6, 0, tzinfo=UTC)).open  # 09:00 in Riga
    assert opening(
        company, None, datetime(2026, 10, 15, 20, 30, tzinfo=ZoneInfo("America/New_York"))
    ).next == at("2026-10-16T09:00")
    with pytest.raises(ValueError, match="aware"):
        opening(company, None, datetime(2026, 10, 16, 9, 0))  # noqa: DTZ001 - that is the point
    with pytest.raises(KeyError):
        opening(company, "nobody", at("2026-10-16T09:00"))


@settings(max_examples=150, deadline=None)
@given(
    moment=st.datetimes(datetime(2026, 1, 1), datetime(2028, 12, 31), timezones=st.just(UTC)),  # noqa: DTZ001
    department=st.sampled_from([None, "support", "billing"]),
)
def test_until_and_next_are_where_the_answer_changes(moment: datetime, department: str | None) -> None:
    company = example().company
    found = opening(company, department, moment)
    turn = found.until if found.open else found.next
    assert turn is not None
    assert turn > moment
    just_before = max(turn - timedelta(seconds=1), moment)
    assert opening(company, department, just_before.astimezone(UTC)).open is found.open
    assert opening(company, department, turn.astimezone(UTC)).open is not found.open


DAYS = [
    ("2026-12-21", None, "09:00-18:00", "open", None),
    ("2026-12-23", "support", "09:00-14:00", "open_day", None),
    ("2026-12-25", None, "", "holiday", "Christmas Day"),
    ("2026-12-26", "support", "", "holiday", "Second Day of Christmas"),
    ("2026-12-27", None, "", "outside_hours", None),
    ("2027-01-04", "billing", "", "closed_day", "our stock-taking day"),
    ("2026-12-22", "billing", "09:00-12:30 13:00-17:00", "open", None),
]


@pytest.mark.parametrize(("day", "department", "spans", "reason", "name"), DAYS)
def test_the_hours_of_a_day(day: str, department: str | None, spans: str, reason: str, name: str) -> None:
    found = on_day(example().company, department, date.fromisoformat(day))
    assert " ".join(f"{span.start:%H:%M}-{span.end:%H:%M}" for span in found.spans) == spans
    assert (found.reason.value, found.holiday and found.holiday.into("en")) == (reason, name)


@pytest.mark.parametrize(
    ("first", "department", "days"),
    [
        ("2026-11-23", None, []),
        ("2026-12-21", None, ["23", "24", "25"]),  # on Saturday it is closed anyway
        ("2026-12-21", "support", ["23", "24", "25", "26"]),
        ("2027-07-15", None, ["15", "16"]),
    ],
)
def test_days_that_differ_from_the_week(first: str, department: str | None, days: list[str]) -> None:
    found = unusual(example().company, department, date.fromisoformat(first), 7)
    assert [f"{day:%d}" for day, _ in found] == days


def test_the_hours_of_nobody_are_refused() -> None:
    with pytest.raises(KeyError):
        on_day(example().company, "nobody", date(2026, 12, 21))
