"""No sequence of events leads to a call that must not be made, and no work is ever dropped.

A small world: people with telephones, two campaigns, promises, opt-outs, consents, calls that end somehow.
What the policy is told is read from the history of that world at the moment of dialling, as the records do
it; whether a call was right is judged here a second time, by other code.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import holidays
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from ivr.company.campaign import Campaign
from ivr.company.disposition import Disposition
from ivr.conversation.errand import Origin
from ivr.dialer.following import after, put_off
from ivr.dialer.policy import call_for, may_call
from ivr.dialer.ports import (
    Consent,
    Contact,
    ContactState,
    Facts,
    Next,
    OpenAttempt,
    Past,
    Promise,
    PromiseState,
    Work,
)
from tests.dialer.cases import LONDON, NEW_YORK, NUMBER, OTHER, campaign, company, contact, promise

MINUTE, HOUR, DAY, WEEK = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1), timedelta(days=7)
FIRM = company({"tries": 3}, weekly_cap=4, gap_minutes=60, at_once=2)
CAMPAIGNS = {
    "spring": campaign(weekly_cap=2, attempts={"most": 5}, pacing={"at_once": 1}),
    "ads": campaign(purpose="commercial", hours={"mon-sun": "12:00-16:00"}, attempts={"most": 5}),
}
PEOPLE = {NUMBER: "anna", OTHER: "anna", LONDON: "john", NEW_YORK: "mary"}
WEEKDAYS, SATURDAYS = (
    {"LV": (9, 20), "GB": (9, 20), "US": (8, 21)},
    {"LV": (10, 18), "GB": (10, 17), "US": (8, 21)},
)
SUNDAYS = {"LV": (0, 0), "GB": (0, 0), "US": (8, 21)}
WHERE = {
    NUMBER: ("LV", "Europe/Riga"),
    OTHER: ("LV", "Europe/Riga"),
    LONDON: ("GB", "Europe/London"),
    NEW_YORK: ("US", "America/New_York"),
}
FREE = {country: holidays.country_holidays(country) for country in ("LV", "GB", "US")}
STARTS = [
    "2026-03-27T10:00Z",
    "2026-06-19T12:00Z",
    "2026-10-23T16:00Z",
    "2026-11-17T09:00Z",
    "2028-02-28T20:00Z",
]
TELEPHONES = st.sampled_from(sorted(PEOPLE))


@dataclass
class Made:
    """A call that was made."""

    id: str
    at: datetime
    number: str
    work: Work
    end: Disposition | None = None


class World(RuleBasedStateMachine):
    """People, campaigns, promises and a dialler that obeys the policy."""

    @initialize(start=st.sampled_from(STARTS))
    def begin(self, start: str) -> None:
        self.now = datetime.fromisoformat(start)
        self.calls: list[Made] = []
        self.barred: dict[str, datetime] = {}
        self.consents: dict[str, Consent] = {}
        pairs = [(name, number) for name in CAMPAIGNS for number in sorted(PEOPLE)]
        self.work: list[Work] = [
            contact(id=n, campaign=name, number=number, person=PEOPLE[number], next_at=self.now)
            for n, (name, number) in enumerate(pairs)
        ]
        self.work = [
            replace(each, state=ContactState.PENDING) for each in self.work if isinstance(each, Contact)
        ]

    # ── What happens ────────────────────────────────────────────────────────────────────────────

    @rule(minutes=st.sampled_from([1, 9, 59, 60, 61, 180, 600, 1439, 1440, 2880, 10080]))
    def time_passes(self, minutes: int) -> None:
        self.now += minutes * MINUTE

    @precondition(lambda self: self._next())
    @rule(early=st.sampled_from([timedelta(0), timedelta(microseconds=1)]))
    def until_something_is_due(self, early: timedelta) -> None:
        self.now = max(self.now, self._next() - early)

    @rule(number=TELEPHONES)
    def opts_out(self, number: str) -> None:
        self.barred.setdefault(number, self.now)

    @rule(number=TELEPHONES, source=st.sampled_from(["form", "contract"]))
    def consents_(self, number: str, source: str) -> None:
        self.consents[number] = Consent(source, self.now)

    @rule(
        number=TELEPHONES,
        name=st.sampled_from([None, "spring", "ads"]),
        origin=st.sampled_from([Origin.ASKED, Origin.NOT_NOW, Origin.OPERATOR]),
        hours=st.integers(0, 40),
    )
    def is_promised_a_call(self, number: str, name: str | None, origin: Origin, hours: int) -> None:
        when = self.now + hours * HOUR + MINUTE
        made = promise(when, id=f"p{len(self.work)}", number=number, campaign=name, origin=origin)
        self.work.append(replace(made, state=PromiseState.OPEN, zone=WHERE[number][1], department="support"))

    @rule(backwards=st.booleans())
    def dials(self, backwards: bool) -> None:
        """Everything that is due: the policy is asked about each, and obeyed."""
        due = [each for each in self.work if _waits(each) and each.next_at <= self.now]
        for work in reversed(due) if backwards else due:
            self._dial(work)

    @rule(
        ends=st.lists(st.sampled_from(list(Disposition)), min_size=6, max_size=6),
        minutes=st.sampled_from([20, 61, 150]),
    )
    def has_a_busy_day(self, ends: list[Disposition], minutes: int) -> None:
        """Call after call, some of which last long."""
        for end in ends:
            self.dials(backwards=minutes == 20)
            self.now += minutes * MINUTE
            self.dials(backwards=True)
            while any(call.end is None for call in self.calls):
                self.a_call_ends(end)

    def _dial(self, work: Work) -> None:
        told = CAMPAIGNS.get(work.campaign or "")
        decision = may_call(self._facts(work), call_for(work), FIRM, told, self.now)
        if decision.allowed:
            self._judge(work, told)
            self.calls.append(Made(f"a{len(self.calls)}", self.now, work.number, work))
            self._set(work, Next(_calling(work), None, "dialled"))
        else:
            assert decision.not_before is None or decision.not_before > self.now
            assert decision.reason.endswith(".")
            self._set(work, put_off(work, decision))

    @precondition(lambda self: any(call.end is None for call in self.calls))
    @rule(end=st.sampled_from(list(Disposition)))
    def a_call_ends(self, end: Disposition) -> None:
        call = next(call for call in self.calls if call.end is None)
        call.end = end
        if end is Disposition.OPTED_OUT:
            self.barred.setdefault(call.number, self.now)
        told = CAMPAIGNS.get(call.work.campaign or "")
        self._set(call.work, after(_attempt(call), end, FIRM, told, self.now))

    # ── What must hold ──────────────────────────────────────────────────────────────────────────

    @invariant()
    def no_work_is_dropped(self) -> None:
        """Everything is waiting for an instant, is being called, or has ended; never in between."""
        up = {_key(call.work) for call in self.calls if call.end is None}
        for each in self.work:
            assert (_key(each) in up) == (each.state in {ContactState.CALLING, PromiseState.CALLING})
            if isinstance(each, Promise) and each.number not in self.barred:
                assert each.state is not PromiseState.CANCELLED

    def _judge(self, work: Work, told: Campaign | None) -> None:
        """Whether that call was right, by other code than the policy's."""
        country, zone = WHERE[work.number]
        local, person = self.now.astimezone(ZoneInfo(zone)), PEOPLE[work.number]
        mine = [call for call in self.calls if PEOPLE[call.number] == person]
        up = [call for call in self.calls if call.end is None]
        assert work.number not in self.barred
        assert not [call for call in mine if call.end is None], "two calls to one person"
        assert len(up) < 2, "more calls than the company allows"
        if isinstance(work, Promise):
            assert self.now >= work.at
            assert work.origin is not Origin.OPERATOR or self._consented(work, told)
            if self.now >= work.at + HOUR:
                assert _open(country, local), "long after the agreed time, outside the window"
            return
        assert told is not None
        assert _open(country, local), "outside the window"
        assert self.now.astimezone(ZoneInfo("Europe/Riga")).date() not in FREE["LV"], "the company is closed"
        assert work.campaign != "ads" or 12 <= local.hour < 16, "outside the campaign's hours"
        assert self._consented(work, told), "without consent"
        rung = [call for call in mine if call.end is not Disposition.FAILED]
        week = [call for call in rung if call.at > self.now - WEEK]
        assert len(week) < FIRM.calling.weekly_cap, "above the company's cap"
        assert sum(call.work.campaign == work.campaign for call in week) < told.weekly_cap, (
            "above the campaign's"
        )
        assert sum(call.at > self.now - DAY for call in rung) < 3, "above the day's"
        assert all(self.now - call.at >= HOUR for call in rung), "inside the gap"
        assert not any(call.work.campaign == "spring" for call in up) or work.campaign != "spring"

    def _consented(self, work: Work, told: Campaign | None) -> bool:
        needs = told is not None and (told.purpose == "commercial" or work.number == NEW_YORK)
        return not needs or work.number in self.consents

    # ── The records ─────────────────────────────────────────────────────────────────────────────

    def _facts(self, work: Work) -> Facts:
        mine = [call for call in self.calls if PEOPLE[call.number] == PEOPLE[work.number]]
        up = [call for call in self.calls if call.end is None]
        return Facts(
            number=work.number,
            do_not_call=self.barred.get(work.number),
            consent=self.consents.get(work.number),
            zone=None,
            past=tuple(_past(call) for call in mine if call.at > self.now - 30 * DAY),
            up=len(up),
            up_in_campaign=sum(call.work.campaign == work.campaign for call in up),
            answered=0,
            abandoned=0,
        )

    def _set(self, work: Work, following: Next) -> None:
        place = next(n for n, each in enumerate(self.work) if _key(each) == _key(work))
        now = self.work[place]
        tried = now.tries + (now.state in {ContactState.CALLING, PromiseState.CALLING})
        assert (following.at is not None) == (following.state in {ContactState.PENDING, PromiseState.OPEN})
        assert following.at is None or following.at > self.now
        self.work[place] = replace(  # type: ignore[assignment]
            now, state=following.state, next_at=following.at or now.next_at, tries=tried
        )

    def _next(self) -> datetime | None:
        return min((each.next_at for each in self.work if _waits(each)), default=None)


def _open(country: str, local: datetime) -> bool:
    """Inside the preset's window, and on no holiday: written down a second time."""
    first, last = (*[WEEKDAYS] * 5, SATURDAYS, SUNDAYS)[local.weekday()][country]
    return first <= local.hour < last and local.date() not in FREE[country]


def _waits(work: Work) -> bool:
    return work.state in {ContactState.PENDING, PromiseState.OPEN}


def _calling(work: Work) -> ContactState | PromiseState:
    return PromiseState.CALLING if isinstance(work, Promise) else ContactState.CALLING


def _key(work: Work) -> tuple[str, str]:
    return type(work).__name__, str(work.id)


def _past(call: Made) -> Past:
    made = call.work.id if isinstance(call.work, Promise) else None
    return Past(call.at, call.number, call.work.campaign, made, call.end)


def _attempt(call: Made) -> OpenAttempt:
    promised = call.work if isinstance(call.work, Promise) else None
    return OpenAttempt(
        id=call.id,
        node="main",
        line="asterisk",
        at=call.at,
        number=call.number,
        caller_id="+37167000100",
        campaign=call.work.campaign,
        promise=promised.id if promised else None,
        contact=None if promised else call.work.id,  # type: ignore[arg-type]
        tries=call.work.tries,
        result=None,
        call_id=None,
        call_open=False,
    )


World.TestCase.settings = settings(max_examples=45, stateful_step_count=40)
TestNever = World.TestCase


def test_the_second_judge_knows_the_calendar() -> None:
    assert _open("LV", datetime(2026, 11, 24, 9, tzinfo=UTC))
    assert not _open("LV", datetime(2026, 11, 24, 20, tzinfo=UTC))
    assert not _open("LV", datetime(2026, 11, 29, 12, tzinfo=UTC))
    assert date(2026, 6, 23) in FREE["LV"]
