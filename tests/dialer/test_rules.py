"""Each rule of the policy by itself: what it allows, what it refuses, and until when."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import pytest

from ivr.company.campaign import Campaign
from ivr.company.disposition import Disposition
from ivr.company.models import Company
from ivr.conversation.errand import Origin
from ivr.dialer.policy import RULES, Call, call_for, judge, may_call
from ivr.dialer.ports import Decision, Facts
from ivr.dialer.zones import zones_of
from tests.dialer.cases import (
    KALININGRAD,
    LONDON,
    MUMBAI,
    NEW_YORK,
    NUMBER,
    OTHER,
    SPRING,
    TUESDAY,
    US_FREE,
    at,
    campaign,
    company,
    consent,
    contact,
    facts,
    past,
    promise,
)

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
MINUTE = timedelta(minutes=1)
AD = campaign(purpose="commercial")
TEST_LINE = campaign(line="test")
PROMISE = call_for(promise())


@dataclass(frozen=True)
class Case:
    """A rule, what it is asked, and what it must answer."""

    rule: str
    allowed: bool
    says: str
    facts: Facts = field(default_factory=facts)
    call: Call = SPRING
    company: Company = field(default_factory=company)
    campaign: Campaign | None = field(default_factory=campaign)
    at: datetime = TUESDAY
    again: datetime | None = None


def allows(rule: str, says: str, **given: Any) -> Case:
    return Case(rule, True, says, **given)


def refuses(rule: str, says: str, again: datetime | None = None, **given: Any) -> Case:
    return Case(rule, False, says, again=again, **given)


def promised(when: datetime, **given: Any) -> dict[str, Any]:
    return {"call": call_for(promise(when, **given)), "campaign": None}


PERSON = [
    allows("do_not_call", "not on the do-not-call list"),
    refuses("do_not_call", "since 2026-11-23 10:00", facts=facts(do_not_call=TUESDAY - DAY)),
    refuses("do_not_call", "since", facts=facts(do_not_call=TUESDAY), **promised(TUESDAY)),
    allows("consent", "needs no stored consent"),
    refuses("consent", "No consent is stored", campaign=AD),
    allows("consent", "given on 2026-10-25 (contract 2026-117)", campaign=AD, facts=facts(consent=consent())),
    refuses(
        "consent",
        "holds only from 2026-11-25",
        TUESDAY + DAY,
        campaign=AD,
        facts=facts(consent=consent(TUESDAY + DAY)),
    ),
    allows("consent", "asked for the call", campaign=AD, call=call_for(promise(campaign="spring"))),
    refuses(
        "consent",
        "No consent",
        campaign=AD,
        call=call_for(promise(campaign="spring", origin=Origin.OPERATOR)),
    ),
    allows("consent", "asked for the call", call=call_for(promise(origin=Origin.OPERATOR)), campaign=None),
    allows("consent", "needs no stored consent", facts=facts(number=LONDON)),
    refuses("consent", "of a service campaign", facts=facts(number=NEW_YORK)),  # an artificial voice, US law
    refuses("consent", "of a service campaign", company=company(preset="us")),
    allows("number", "is a valid number"),
    refuses("number", "not a valid", facts=facts(number="+371999")),
    refuses("number", "not a valid", facts=facts(number="+999123456789")),
    refuses("number", "not a valid", facts=facts(number="+371999"), **promised(TUESDAY)),
    refuses("number", "premium-rate", facts=facts(number="+37190012345"), **promised(TUESDAY)),
    refuses(
        "number",
        "somebody else answered",
        facts=facts(past=(past(TUESDAY - DAY, Disposition.WRONG_PERSON),)),
    ),
    allows(
        "number",
        "valid",
        facts=facts(past=(past(TUESDAY - DAY, Disposition.WRONG_PERSON, number=OTHER),)),
    ),
    allows(
        "number",
        "valid",
        facts=facts(past=(past(TUESDAY - DAY, Disposition.INVALID_NUMBER),)),
        **promised(TUESDAY),
    ),
    allows("due", "It is due"),
    allows("due", "It is due", call=call_for(contact())),
    refuses("due", "due at 2026-11-24 10:30", TUESDAY + 30 * MINUTE, call=Call(due=TUESDAY + 30 * MINUTE)),
    refuses("due", "due at", TUESDAY + HOUR, **promised(TUESDAY + HOUR, next_at=TUESDAY)),
]
ZONES = [
    allows("zone", "Europe/Riga 2026-11-24 10:00"),
    allows("zone", "Asia/Tokyo 2026-11-24 17:00", facts=facts(zone="Asia/Tokyo")),
    allows("zone", "Asia/Tokyo", call=Call(zone="Asia/Tokyo")),
    allows("zone", "Europe/Berlin", facts=facts(zone="Europe/Berlin"), call=Call(zone="Asia/Tokyo")),
    allows("zone", "and 26 more zones", facts=facts(number=US_FREE)),
    refuses("zone", "unknown", facts=facts(number="+80012345678")),  # universal freephone: no country
    refuses("zone", "unknown", facts=facts(number="+371999")),
    refuses("zone", '"Mars/Phobos", does not exist', facts=facts(zone="Mars/Phobos")),
    refuses("zone", '"../etc", does not exist', facts=facts(zone="../etc")),
    refuses("zone", '"Europe", does not exist', facts=facts(zone="Europe")),
    allows("zone", "agreed to", facts=facts(zone="Mars/Phobos"), **promised(TUESDAY)),
    allows("zone", "Europe/Riga", facts=facts(number="+80012345678"), **promised(TUESDAY - 2 * HOUR)),
]
WINDOWS = [
    allows("window", "inside the window of preset lv"),
    allows("window", "inside", at=at("2026-11-24T09:00")),
    allows("window", "inside", at=at("2026-11-24T19:59:59")),
    refuses(
        "window",
        "It is 2026-11-24 08:59 in Europe/Riga, outside the window of preset lv (2026-11-24: 09:00-20:00)",
        at("2026-11-24T09:00"),
        at=at("2026-11-24T08:59"),
    ),
    refuses("window", "outside", at("2026-11-25T09:00"), at=at("2026-11-24T20:00")),
    refuses("window", "outside", at("2026-11-30T09:00"), at=at("2026-11-28T18:00")),  # Saturday → Monday
    refuses("window", "closed all day", at("2026-11-30T09:00"), at=at("2026-11-29T12:00")),
    refuses(
        "window",
        "outside the company's calling hours",
        at("2026-11-25T10:00"),
        company=company(hours={"wed": "10:00-11:00"}),
    ),
    refuses(
        "window",
        "outside the campaign's hours",
        at("2026-11-24T14:00"),
        campaign=campaign(hours={"mon-fri": "14:00-16:00"}),
    ),
    refuses(  # the two have no hour in common
        "window",
        "outside",
        None,
        company=company(hours={"mon": "09:00-12:00"}),
        campaign=campaign(hours={"mon": "12:00-16:00"}),
    ),
    refuses(  # only the Wednesday hour is in both
        "window",
        "outside",
        at("2026-11-25T11:00"),
        company=company(hours={"tue": "11:00-12:00", "wed": "11:00-12:00"}),
        campaign=campaign(hours={"tue": "12:00-13:00", "wed": "10:00-13:00"}),
    ),
    refuses(
        "window",
        "outside the window of preset us",
        at("2026-11-24T15:00"),
        at=at("2026-11-24T14:59"),
        facts=facts(number=NEW_YORK),
    ),
    allows("window", "preset us", at=at("2026-11-24T15:00"), facts=facts(number=NEW_YORK)),
    refuses(  # stricter of two: the company keeps British hours in Latvia too
        "window",
        "outside the window of preset uk",
        at("2026-11-30T09:00"),
        at=at("2026-11-28T17:30"),
        company=company(preset="uk"),
    ),
    allows("window", "inside", at=at("2026-11-28T17:30")),
    refuses(
        "window",
        "outside",
        at=at("2026-11-24T03:00"),
        again=at("2026-11-24T09:00"),
        **promised(TUESDAY - DAY),
    ),
    allows("window", "agreed to", at=at("2026-11-24T22:00"), **promised(at("2026-11-24T22:00"))),
    allows("window", "agreed to", at=at("2026-11-24T22:59"), **promised(at("2026-11-24T22:00"))),
    refuses(
        "window",
        "outside",
        at("2026-11-25T09:00"),
        at=at("2026-11-24T23:00"),
        **promised(at("2026-11-24T22:00")),
    ),
    allows("window", "the day", at=at("2026-11-29T03:00"), campaign=TEST_LINE),
    refuses(
        "window",
        "the campaign's hours",
        at("2026-11-30T09:00"),
        at=at("2026-11-29T03:00"),
        campaign=campaign(line="test", hours={"mon": "09:00-10:00"}),
    ),
    refuses("window", "no window is open", None, facts=facts(zone="Mars/Phobos")),
]
HOLIDAYS = [
    allows("holiday", "no holiday"),
    refuses("holiday", "Republic of Latvia", at("2026-11-19T00:00"), at=at("2026-11-18T12:00")),
    refuses("holiday", "our stock-taking day", at("2027-01-05T00:00"), at=at("2027-01-04T12:00")),
    allows("holiday", "no holiday", at=at("2026-12-23T12:00")),  # an open day of the company
    refuses(
        "holiday",
        "2026-11-26 is a public holiday where the person is (US): Thanksgiving",
        at("2026-11-27T00:00", "America/New_York"),
        at=at("2026-11-26T12:00", "America/New_York"),
        facts=facts(number=NEW_YORK),
    ),
    refuses(  # still Thanksgiving there, Friday in Riga
        "holiday",
        "Thanksgiving",
        at("2026-11-27T00:00", "America/New_York"),
        at=at("2026-11-27T01:00"),
        facts=facts(number=NEW_YORK),
    ),
    refuses(  # only in Scotland: any part of the country counts
        "holiday",
        "(GB)",
        at("2026-12-01T00:00", "Europe/London"),
        at=at("2026-11-30T12:00", "Europe/London"),
        facts=facts(number=LONDON),
    ),
    refuses(  # a Latvian number, of somebody who lives in New York
        "holiday",
        "(US)",
        at("2026-11-27T00:00", "America/New_York"),
        at=at("2026-11-26T12:00", "America/New_York"),
        facts=facts(zone="America/New_York"),
    ),
    allows("holiday", "agreed to", at=at("2026-11-18T12:00"), **promised(at("2026-11-18T11:30"))),
    refuses(
        "holiday",
        "Latvia",
        at("2026-11-19T00:00"),
        at=at("2026-11-18T12:31"),
        **promised(at("2026-11-18T11:30")),
    ),
    allows("holiday", "no person", at=at("2026-11-18T12:00"), campaign=TEST_LINE),
]
DEPARTMENTS = [
    allows("department", "does not depend"),
    allows("department", "sales is open", **promised(TUESDAY)),
    refuses(
        "department",
        "sales is closed",
        at("2026-11-25T09:00"),
        at=at("2026-11-24T18:00"),
        **promised(TUESDAY),
    ),
    allows(
        "department", "support is open", at=at("2026-11-24T18:00"), **promised(TUESDAY, department="support")
    ),
    refuses(
        "department",
        "gone is closed",
        at("2026-11-25T09:00"),
        at=at("2026-11-24T18:00"),
        **promised(TUESDAY, department="gone"),
    ),
    allows(
        "department", "does not depend", at=at("2026-11-24T19:00"), call=call_for(promise(campaign="spring"))
    ),
]
WEEK_AGO = TUESDAY - 7 * DAY
SPREAD = tuple(past(TUESDAY - (2 + n) * DAY) for n in range(4))  # 2 to 5 days ago
ATTEMPTS = [
    allows("caps", "No attempt in 30 days"),
    allows("caps", "2 attempts in 30 days", facts=facts(past=SPREAD[:2])),
    refuses(
        "caps", "The campaign's weekly cap is reached: 3", TUESDAY + 3 * DAY, facts=facts(past=SPREAD[:3])
    ),
    allows("caps", "3 attempts", facts=facts(past=SPREAD[:3]), call=Call("autumn")),
    refuses(
        "caps",
        "The company's weekly cap is reached: 3",
        TUESDAY + 3 * DAY,
        facts=facts(past=SPREAD[:3]),
        call=Call("autumn"),
        company=company(weekly_cap=3),
    ),
    allows(  # the oldest is seven days ago
        "caps",
        "no cap",
        facts=facts(past=(past(WEEK_AGO), *SPREAD[:2])),
    ),
    refuses(
        "caps",
        "The campaign's weekly cap",
        TUESDAY + timedelta(microseconds=1),
        facts=facts(past=(past(WEEK_AGO + timedelta(microseconds=1)), *SPREAD[:2])),
    ),
    refuses(  # other numbers and other campaigns count
        "caps",
        "daily cap of preset lv is reached: 3 attempts in 24 hours",
        TUESDAY + 21 * HOUR,
        facts=facts(past=tuple(past(TUESDAY - n * HOUR, number=OTHER, campaign="other") for n in (1, 2, 3))),
    ),
    allows(  # what never left us disturbed nobody
        "caps",
        "No attempt",
        facts=facts(past=tuple(past(TUESDAY - n * HOUR, Disposition.FAILED) for n in (1, 2, 3))),
    ),
    allows("caps", "whatever", facts=facts(past=SPREAD * 5), **promised(TUESDAY)),
    allows("gap", "long enough ago"),
    allows("gap", "long enough ago", facts=facts(past=(past(TUESDAY - HOUR),))),
    refuses(
        "gap",
        "The last attempt was at 2026-11-24 09:01, and 60 minutes must lie between.",
        TUESDAY + MINUTE,
        facts=facts(past=(past(TUESDAY - 59 * MINUTE), past(TUESDAY - DAY))),
    ),
    refuses("gap", "must lie", TUESDAY + MINUTE, facts=facts(past=(past(TUESDAY - 59 * MINUTE, None),))),
    allows("gap", "long enough", facts=facts(past=(past(TUESDAY - MINUTE, Disposition.FAILED),))),
    allows("gap", "long enough", facts=facts(past=(past(TUESDAY - DAY, Disposition.ABANDONED),))),
    refuses(
        "gap",
        "4320 minutes",
        TUESDAY + 2 * DAY,
        facts=facts(number=LONDON, past=(past(TUESDAY - DAY, Disposition.ABANDONED),)),
    ),
    allows("gap", "whatever", facts=facts(past=(past(TUESDAY - MINUTE),)), **promised(TUESDAY)),
    allows("one_at_a_time", "No call", facts=facts(past=(past(TUESDAY - MINUTE),))),
    refuses(
        "one_at_a_time",
        "is up",
        TUESDAY + MINUTE,
        facts=facts(past=(past(TUESDAY - MINUTE, None, number=OTHER),)),
        **promised(TUESDAY),
    ),
]
SECOND = timedelta(seconds=1)
LOAD = [
    allows("capacity", "19 of 20", facts=facts(up=19)),
    refuses("capacity", "the company allows 20", TUESDAY + SECOND, facts=facts(up=20)),
    refuses("capacity", "the company allows 20", TUESDAY + SECOND, facts=facts(up=20), **promised(TUESDAY)),
    allows("capacity", "5 of 20", facts=facts(up=5, up_in_campaign=4)),
    refuses("capacity", "it allows 5", TUESDAY + SECOND, facts=facts(up=5, up_in_campaign=5)),
    allows(
        "capacity", "5 of 20", facts=facts(up=5, up_in_campaign=5), call=call_for(promise(campaign="spring"))
    ),
    allows("abandoned", "3 of 20", facts=facts(answered=20, abandoned=3)),  # too few calls to tell
    refuses("abandoned", "4 of 20", TUESDAY + HOUR, facts=facts(answered=20, abandoned=4)),
    allows("abandoned", "6 of 200", facts=facts(answered=200, abandoned=6)),
    refuses("abandoned", "7 of 200", TUESDAY + HOUR, facts=facts(answered=200, abandoned=7)),
    allows("abandoned", "for campaigns", facts=facts(answered=9, abandoned=9), **promised(TUESDAY)),
]
CASES = [*PERSON, *ZONES, *WINDOWS, *HOLIDAYS, *DEPARTMENTS, *ATTEMPTS, *LOAD]


def said(case: Case) -> Decision:
    found = judge(case.facts, case.call, case.company, case.campaign, case.at)
    return next(each for each in found if each.rule == case.rule)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.rule}-{case.says[:30]}")
def test_a_rule_by_itself(case: Case) -> None:
    found = said(case)
    assert (found.allowed, found.not_before) == (case.allowed, case.again), found.reason
    assert case.says in found.reason


@pytest.mark.parametrize("case", [case for case in CASES if not case.allowed], ids=lambda case: case.rule)
def test_what_a_rule_refuses_the_policy_refuses(case: Case) -> None:
    assert not may_call(case.facts, case.call, case.company, case.campaign, case.at).allowed


def test_every_rule_has_cases_that_allow_and_that_refuse() -> None:
    names = {found.rule for found in judge(facts(), SPRING, company(), campaign(), TUESDAY)}
    assert len(names) == len(RULES)
    assert {(case.rule, case.allowed) for case in CASES} == {(n, a) for n in names for a in (True, False)}


def test_every_reason_is_a_sentence() -> None:
    for case in CASES:
        reason = said(case).reason
        assert reason.endswith(".")
        assert ".." not in reason.replace("../etc", "")


@pytest.mark.parametrize(
    ("number", "zones"),
    [
        (NUMBER, ("Europe/Riga",)),  # the library says Europe/Bucharest
        (MUMBAI, ("Asia/Kolkata",)),  # an older name of the same zone
        ("+35312345678", ("Europe/Dublin",)),
        (NEW_YORK, ("America/New_York",)),
        ("+38344123456", ("Europe/Belgrade",)),  # a country without a zone of its own
        ("+80012345678", ()),
    ],
)
def test_the_zones_of_a_number(number: str, zones: tuple[str, ...]) -> None:
    assert zones_of(number) == zones


def test_a_number_of_kaliningrad_may_be_anywhere_in_russia() -> None:
    assert {"Europe/Kaliningrad", "Europe/Moscow", "Asia/Kamchatka"} <= set(zones_of(KALININGRAD))
    assert "Europe/Bucharest" not in zones_of(KALININGRAD)
