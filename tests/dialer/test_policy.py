"""The policy as a whole: which rule decides, and when again; time, on the calendar's odd days."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ivr.company.disposition import Disposition
from ivr.company.models import Hours
from ivr.dialer.policy import Call, call_for, may_call
from ivr.dialer.ports import Decision, Facts
from ivr.dialer.rules.times import first_open, public_holidays
from tests.dialer.cases import (
    CHICAGO,
    KALININGRAD,
    LONDON,
    MUMBAI,
    NEW_YORK,
    NUMBER,
    SPRING,
    TUESDAY,
    US_FREE,
    at,
    campaign,
    company,
    consent,
    facts,
    past,
    promise,
)

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
MOMENT = timedelta(microseconds=1)
JUNE, NOVEMBER = "2026-06-16", "2026-11-24"  # a Tuesday each, in summer and in winter


def ask(known: Facts, when: datetime, call: Call = SPRING, **given: object) -> Decision:
    return may_call(known, call, company(**given), campaign(), when)


def test_what_every_rule_allows_is_allowed() -> None:
    assert ask(facts(), TUESDAY) == Decision(True, "allowed", "Every rule allows the call.")


def test_the_first_rule_that_refuses_is_named() -> None:
    decision = ask(facts(past=(past(TUESDAY - HOUR, None),), up=99), at("2026-11-24T21:00"))
    assert decision.rule == "window"


def test_a_rule_that_refuses_for_good_is_named_before_others() -> None:
    decision = ask(facts(do_not_call=TUESDAY, zone="Mars/Phobos"), TUESDAY, Call(due=TUESDAY + DAY))
    assert (decision.rule, decision.not_before) == ("do_not_call", None)
    decision = ask(facts(zone="Mars/Phobos"), TUESDAY, Call(due=TUESDAY + DAY))
    assert (decision.rule, decision.not_before) == ("zone", None)


def test_again_is_when_all_rules_allow_it() -> None:
    """The gap ends in the evening, the next day is a holiday, and the day after opens at nine."""
    evening = at("2026-11-17T19:45")
    decision = ask(facts(past=(past(evening - HOUR / 2),)), evening)
    assert (decision.rule, decision.not_before) == ("gap", at("2026-11-19T09:00"))


def test_a_cap_and_a_window_together() -> None:
    tried = tuple(past(at(f"2026-11-{day}T17:30")) for day in (21, 19, 18))
    decision = ask(facts(past=tried), TUESDAY)
    assert (decision.rule, decision.not_before) == ("caps", at("2026-11-25T17:30"))


def test_a_full_line_is_asked_again_at_once_and_a_closed_window_tomorrow() -> None:
    assert ask(facts(up=20), TUESDAY).not_before == TUESDAY + timedelta(seconds=1)
    assert ask(facts(up=20), at("2026-11-24T19:59:59.5")).not_before == at("2026-11-25T09:00")


def test_a_naive_time_is_refused() -> None:
    with pytest.raises(ValueError, match="aware"):
        ask(facts(), datetime(2026, 11, 24, 10))  # noqa: DTZ001


def test_a_promise_is_called_on_sunday_evening_when_that_was_agreed() -> None:
    sunday = at("2026-11-29T21:30")
    made = promise(sunday, campaign="spring", next_at=sunday)
    early = may_call(facts(), call_for(made), company(), campaign(), sunday - DAY)
    assert (early.rule, early.not_before) == ("due", sunday)
    assert may_call(facts(), call_for(made), company(), campaign(), sunday).allowed
    late = may_call(facts(), call_for(made), company(), campaign(), sunday + HOUR)
    assert (late.rule, late.not_before) == ("window", at("2026-11-30T09:00"))


def test_a_promise_that_leads_to_a_closed_department_waits_for_it() -> None:
    """Closed, since the company file says so, on the very day that was promised."""
    when = at("2027-01-04T10:00")
    decision = may_call(facts(), call_for(promise(when)), company(), None, when)
    assert (decision.rule, decision.not_before) == ("department", at("2027-01-05T09:00"))


def test_a_moved_promise_is_called_at_its_new_time_only() -> None:
    moved = promise(TUESDAY, next_at=TUESDAY + 2 * HOUR)
    decision = may_call(facts(), call_for(moved), company(), None, TUESDAY)
    assert decision.not_before == TUESDAY + 2 * HOUR


TIMES = [  # number, stored zone, a clock and the zone it is in, the first allowed instant (None: now)
    # Clock changes: Riga on 25 October 2026 and 26 March 2028, New York on 1 November 2026, 14 March 2027
    (NUMBER, None, "2026-10-24T17:59", "Europe/Riga", None),
    (NUMBER, None, "2026-10-24T18:00", "Europe/Riga", "2026-10-26T07:00Z"),
    (NUMBER, None, "2026-10-25T03:30", "Europe/Riga", "2026-10-26T07:00Z"),
    (NUMBER, None, "2028-03-25T18:00", "Europe/Riga", "2028-03-27T06:00Z"),
    (NUMBER, None, "2028-03-24T20:00", "Europe/Riga", "2028-03-25T08:00Z"),
    (NEW_YORK, None, "2026-10-31T21:00", "America/New_York", "2026-11-01T13:00Z"),
    (NEW_YORK, None, "2026-11-01T01:30", "America/New_York", "2026-11-01T13:00Z"),
    (NEW_YORK, None, "2026-11-01T08:00", "America/New_York", None),
    (NEW_YORK, None, "2027-03-13T21:00", "America/New_York", "2027-03-14T12:00Z"),
    (NEW_YORK, None, "2027-03-14T07:59", "America/New_York", "2027-03-14T12:00Z"),
    (NEW_YORK, None, "2027-03-14T20:59", "America/New_York", None),
    # People in other zones
    (CHICAGO, None, f"{NOVEMBER}T08:59", "America/New_York", f"{NOVEMBER}T14:00Z"),
    (CHICAGO, None, f"{NOVEMBER}T09:00", "America/New_York", None),
    (MUMBAI, None, "2026-11-17T05:29", "Europe/Riga", "2026-11-17T03:30Z"),
    (MUMBAI, None, "2026-11-17T05:30", "Europe/Riga", None),
    (MUMBAI, None, "2026-11-24T05:30", "Europe/Riga", "2026-11-25T03:30Z"),  # Guru Nanak's birthday
    (NUMBER, "Asia/Kathmandu", f"{NOVEMBER}T10:00", "Europe/Riga", None),
    (NUMBER, "Asia/Kathmandu", f"{NOVEMBER}T16:15", "Europe/Riga", "2026-11-25T03:15Z"),
    (LONDON, None, f"{NOVEMBER}T10:59", "Europe/Riga", f"{NOVEMBER}T09:00Z"),
    # Numbers that may be anywhere: Honolulu must have opened and New York not closed; all Russia likewise
    (US_FREE, None, f"{NOVEMBER}T12:59", "America/New_York", f"{NOVEMBER}T18:00Z"),
    (US_FREE, None, f"{NOVEMBER}T13:00", "America/New_York", None),
    (US_FREE, None, f"{NOVEMBER}T21:00", "America/New_York", "2026-11-25T18:00Z"),
    (KALININGRAD, None, f"{NOVEMBER}T09:30", "Europe/Kaliningrad", None),
    (KALININGRAD, None, f"{NOVEMBER}T10:00", "Europe/Kaliningrad", "2026-11-25T07:00Z"),
    # Kaliningrad keeps its clocks in summer, Riga does not
    (KALININGRAD, "Europe/Kaliningrad", f"{JUNE}T09:30", "Europe/Riga", f"{JUNE}T07:00Z"),
    (KALININGRAD, "Europe/Kaliningrad", f"{JUNE}T10:00", "Europe/Riga", None),
    (KALININGRAD, "Europe/Kaliningrad", f"{NOVEMBER}T09:00", "Europe/Riga", None),
    # 29 February, and tomorrow at 23:59
    (NUMBER, None, "2028-02-28T23:59", "Europe/Riga", "2028-02-29T07:00Z"),
    (NUMBER, None, "2028-02-29T12:00", "Europe/Riga", None),
    (NUMBER, None, "2028-02-29T23:59", "Europe/Riga", "2028-03-01T07:00Z"),
    (NUMBER, None, "2027-02-28T23:59", "Europe/Riga", "2027-03-01T07:00Z"),
    # Holidays of Latvia, their eves, and free days moved to a Monday
    (NUMBER, None, "2026-06-20T18:00", "Europe/Riga", "2026-06-25T06:00Z"),  # Līgo, after a moved day off
    (NUMBER, None, "2026-12-23T20:00", "Europe/Riga", "2026-12-28T07:00Z"),  # Christmas, then Sunday
    (NUMBER, None, "2026-12-30T20:00", "Europe/Riga", "2027-01-02T08:00Z"),
    (NUMBER, None, "2027-01-02T18:00", "Europe/Riga", "2027-01-05T07:00Z"),  # the company counts its stock
    (NUMBER, None, "2025-05-03T18:00", "Europe/Riga", "2025-05-06T06:00Z"),  # 4 May was a Sunday
    (NUMBER, None, "2028-11-17T20:00", "Europe/Riga", "2028-11-21T07:00Z"),  # 18 November was a Saturday
    (NUMBER, None, "2027-03-25T20:00", "Europe/Riga", "2027-03-27T08:00Z"),  # Good Friday
    (NUMBER, None, "2027-03-27T18:00", "Europe/Riga", "2027-03-30T06:00Z"),  # Easter, and the clocks change
    # Holidays of the person, while the company works; and the other way round
    (NEW_YORK, None, "2026-07-02T21:00", "America/New_York", "2026-07-05T12:00Z"),
    (LONDON, None, "2026-04-04T17:00", "Europe/London", "2026-04-07T08:00Z"),  # Easter Monday in England
    (LONDON, None, "2026-11-18T12:00", "Europe/London", "2026-11-19T09:00Z"),  # the company's own holiday
]


@pytest.mark.parametrize(("number", "zone", "clock", "where", "first"), TIMES)
def test_the_first_instant_at_which_somebody_may_be_called(
    number: str, zone: str | None, clock: str, where: str, first: str | None
) -> None:
    now, known = at(clock, where), facts(number=number, zone=zone, consent=consent(at("2020-01-01T00:00")))
    decision = ask(known, now)
    assert (decision.allowed, decision.not_before) == (
        first is None,
        datetime.fromisoformat(first) if first else None,
    ), decision.reason
    if first:
        assert ask(known, datetime.fromisoformat(first)).allowed
        assert not ask(known, datetime.fromisoformat(first) - MOMENT).allowed


CLOCKS = [  # hours on the days of clock changes: the first instant from midnight on
    ("2028-03-26", "Europe/Riga", "03:15-03:45", "2028-03-26T01:15Z"),  # skipped: read as before the gap
    ("2028-03-26", "Europe/Riga", "03:30-05:00", "2028-03-26T01:30Z"),
    ("2026-10-25", "Europe/Riga", "03:30-05:00", "2026-10-25T00:30Z"),  # twice: the first
    ("2027-03-14", "America/New_York", "02:30-04:00", "2027-03-14T07:30Z"),
    ("2026-11-01", "America/New_York", "01:30-02:00", "2026-11-01T05:30Z"),
]


@pytest.mark.parametrize(("day", "zone", "span", "first"), CLOCKS)
def test_windows_on_days_when_the_clocks_change(day: str, zone: str, span: str, first: str) -> None:
    assert date.fromisoformat(day).weekday() == 6
    hours = Hours.model_validate({"sun": span})
    assert first_open(hours, zone, at(f"{day}T00:00", zone)) == datetime.fromisoformat(first)


def test_a_week_is_seven_days_of_time_also_when_the_clocks_change() -> None:
    tried = tuple(past(at(f"2026-10-{day}T12:00")) for day in (20, 22, 24))
    decision = ask(facts(past=tried), at("2026-10-26T12:00"))
    assert decision.not_before == at("2026-10-27T11:00")  # 168 hours after noon in summer time


def test_a_country_without_a_known_calendar_has_no_holidays() -> None:
    assert public_holidays("001", 2026) == {}
    assert public_holidays("GG", 2026) is not None


# ── For all times and facts ─────────────────────────────────────────────────────────────────────

NUMBERS = st.sampled_from([NUMBER, LONDON, NEW_YORK, CHICAGO, KALININGRAD, MUMBAI, US_FREE])
ZONES = st.sampled_from([None, None, "Europe/Kaliningrad", "Asia/Kathmandu", "America/St_Johns"])
INSTANTS = st.datetimes(datetime(2026, 1, 1), datetime(2028, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001
ENDS = st.sampled_from([end for end in Disposition if end.value not in {"wrong_person", "invalid_number"}])
AGO = st.timedeltas(timedelta(0), timedelta(days=29))


@settings(max_examples=60)
@given(
    NUMBERS, ZONES, INSTANTS, st.lists(st.tuples(AGO, ENDS, st.sampled_from(["spring", None])), max_size=8)
)
def test_again_is_the_very_first_instant(
    number: str, zone: str | None, now: datetime, tried: list[tuple[timedelta, Disposition, str | None]]
) -> None:
    made = tuple(past(now - ago, end, campaign=where) for ago, end, where in tried)
    known = facts(number=number, zone=zone, consent=consent(now - 90 * DAY), past=made)
    decision = ask(known, now)
    assert decision.allowed or decision.not_before is not None, decision
    if decision.not_before is not None:
        assert decision.not_before > now
        assert ask(known, decision.not_before).allowed
        assert not ask(known, decision.not_before - MOMENT).allowed
        assert not ask(known, now + (decision.not_before - now) / 2).allowed
