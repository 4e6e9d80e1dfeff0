"""What becomes of promises and contacts: every disposition, every refusal; nothing is dropped silently."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ivr.company.disposition import FINAL, Disposition
from ivr.dialer.following import COURSES, IN_WORDS, Course, after, put_off
from ivr.dialer.ports import ContactState, Decision, Next, OpenAttempt, PromiseState
from tests.dialer.cases import TUESDAY, attempt, campaign, company, contact, promise

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
THREE_TRIES = company({"tries": 3, "retry_minutes": 10})
D, P, C = Disposition, PromiseState, ContactState


def promised(tries: int = 0, **given: Any) -> OpenAttempt:
    return attempt(promise="p1", contact=None, campaign=None, tries=tries, **given)


@pytest.mark.parametrize("table", [COURSES, IN_WORDS])
def test_every_disposition_has_its_consequence(table: dict[Disposition, object]) -> None:
    assert set(table) == set(Disposition)


PROMISES = [  # how it ended, tries before, state, minutes until it is tried again, a part of the reason
    (D.ACCEPTED, 0, P.KEPT, None, "agreed"),
    (D.REFUSED, 0, P.KEPT, None, "did not want"),
    (D.UNDECIDED, 0, P.KEPT, None, "think"),
    (D.TRANSFERRED, 2, P.KEPT, None, "put through"),
    (D.OPTED_OUT, 0, P.CANCELLED, None, "does not want to be called again"),
    (D.LATER, 0, P.HANDED_OVER, None, "another time"),
    (D.NOT_NOW, 0, P.HANDED_OVER, None, "not convenient"),
    (D.WRONG_PERSON, 0, P.HANDED_OVER, None, "Somebody else"),
    (D.INVALID_NUMBER, 0, P.HANDED_OVER, None, "no such number"),
    (D.LOST, 0, P.HANDED_OVER, None, "Nobody knows how the call ended: a person has to call."),
    (D.BUSY, 0, P.OPEN, 10, "The line was busy, at try 1 of 3."),
    (D.BUSY, 1, P.OPEN, 10, "at try 2 of 3"),
    (D.BUSY, 2, P.HANDED_OVER, None, "The line was busy, at try 3 of 3: a person has to call."),
    (D.BUSY, 9, P.HANDED_OVER, None, "try 10 of 3"),  # the company allows fewer since
    (D.NO_ANSWER, 0, P.OPEN, 10, "Nobody answered"),
    (D.MACHINE, 0, P.OPEN, 10, "machine"),
    (D.SCREENED, 0, P.OPEN, 10, "assistant"),
    (D.DECLINED, 0, P.OPEN, 10, "declined"),
    (D.UNREACHABLE, 2, P.HANDED_OVER, None, "could not be reached"),
    (D.HUNG_UP, 0, P.OPEN, 10, "hung up"),
    (D.SILENT, 2, P.HANDED_OVER, None, "said nothing"),
    (D.ABANDONED, 0, P.OPEN, 10, "nobody spoke"),
    (D.FAILED, 0, P.OPEN, 10, "never left us"),
]


@pytest.mark.parametrize(("end", "tries", "state", "minutes", "says"), PROMISES)
def test_a_promise_after_an_attempt(
    end: Disposition, tries: int, state: PromiseState, minutes: int | None, says: str
) -> None:
    found = after(promised(tries), end, THREE_TRIES, None, TUESDAY)
    assert (found.state, found.at) == (state, TUESDAY + minutes * MINUTE if minutes else None)
    assert says in found.reason


CONTACTS = [  # how it ended, tries before, state, minutes, a part of the reason
    (D.ACCEPTED, 0, C.DONE, None, "agreed"),
    (D.OPTED_OUT, 0, C.DONE, None, "does not want"),
    (D.LOST, 0, C.DONE, None, "Nobody knows"),
    (D.LATER, 0, C.WAITING, None, "another time is promised"),
    (D.LATER, 2, C.WAITING, None, "another time is promised"),
    (D.NOT_NOW, 0, C.PENDING, 60, "not convenient"),
    (D.BUSY, 0, C.PENDING, 60, "at try 1 of 3"),  # 15 by the table, but the company's gap is longer
    (D.NO_ANSWER, 0, C.PENDING, 120, "at try 1 of 3"),
    (D.MACHINE, 1, C.PENDING, 240, "at try 2 of 3"),
    (D.MACHINE, 2, C.DONE, None, "at try 3 of 3"),
    (D.DECLINED, 0, C.PENDING, 90, "declined"),  # the campaign's own gap
    (D.FAILED, 0, C.PENDING, 60, "never left us"),
]


@pytest.mark.parametrize(("end", "tries", "state", "minutes", "says"), CONTACTS)
def test_a_contact_after_an_attempt(
    end: Disposition, tries: int, state: ContactState, minutes: int | None, says: str
) -> None:
    own = campaign(attempts={"most": 3, "gaps": {"declined": 90, "hung_up": 5}})
    found = after(attempt(tries=tries), end, company(), own, TUESDAY)
    assert (found.state, found.at) == (state, TUESDAY + minutes * MINUTE if minutes else None)
    assert says in found.reason


def test_a_short_gap_of_the_campaign_holds_where_the_company_asks_for_less() -> None:
    own = campaign(attempts={"gaps": {"hung_up": 5}})
    found = after(attempt(), D.HUNG_UP, company(gap_minutes=2), own, TUESDAY)
    assert found.at == TUESDAY + 5 * MINUTE
    assert after(attempt(), D.BUSY, company(gap_minutes=2), own, TUESDAY).at == TUESDAY + 15 * MINUTE


def test_a_contact_whose_campaign_cannot_be_read_goes_by_the_usual_numbers() -> None:
    assert after(attempt(), D.NO_ANSWER, company(), None, TUESDAY).at == TUESDAY + 120 * MINUTE
    assert after(attempt(tries=2), D.NO_ANSWER, company(), None, TUESDAY).state is C.DONE


def test_an_attempt_at_a_promise_of_a_contact_is_the_promise_s() -> None:
    assert after(attempt(promise="p1"), D.BUSY, company(), campaign(), TUESDAY).state is P.OPEN


def test_an_attempt_at_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="a1 belongs to no promise and no contact"):
        after(attempt(contact=None), D.BUSY, company(), None, TUESDAY)


def refusal(not_before: Any, rule: str = "window") -> Decision:
    return Decision(False, rule, "It is outside the window.", not_before)


NEVER = refusal(None)
PUT_OFF = [
    (contact(), refusal(TUESDAY + HOUR), Next(C.PENDING, TUESDAY + HOUR, "It is outside the window.")),
    (contact(), NEVER, Next(C.REFUSED, None, "It is outside the window.")),
    (promise(), refusal(TUESDAY + HOUR), Next(P.OPEN, TUESDAY + HOUR, "It is outside the window.")),
    (promise(), refusal(None, "do_not_call"), Next(P.CANCELLED, None, "It is outside the window.")),
]


@pytest.mark.parametrize(("work", "decision", "expected"), PUT_OFF)
def test_work_that_policy_refused(work: Any, decision: Decision, expected: Next) -> None:
    assert put_off(work, decision) == expected


@pytest.mark.parametrize("decision", [NEVER, refusal(TUESDAY + 73 * HOUR)])
def test_a_promise_that_cannot_be_kept_in_time_is_a_person_s(decision: Decision) -> None:
    found = put_off(promise(), decision)
    assert (found.state, found.at) == (P.HANDED_OVER, None)
    assert found.reason.endswith("It cannot be called in time: a person has to call.")


@settings(max_examples=50)
@given(st.lists(st.sampled_from(list(Disposition)), min_size=20, max_size=20), st.integers(1, 10))
def test_a_promise_always_comes_to_an_end_with_a_reason(ends: list[Disposition], most: int) -> None:
    """Whatever happens: at most so many tries, always later ones, and never a silent end."""
    firm, now = company({"tries": most}), TUESDAY
    for tries, end in enumerate(ends):
        found = after(promised(tries), end, firm, None, now)
        assert found.reason.endswith(".")
        if found.state is not P.OPEN:
            break
        assert found.at is not None
        assert found.at > now
        now = found.at
    assert tries < most
    assert found.state in {P.KEPT, P.CANCELLED, P.HANDED_OVER}
    assert (found.state is P.KEPT) == (COURSES[end] is Course.KEPT)


@settings(max_examples=50)
@given(st.lists(st.sampled_from(list(Disposition)), min_size=20, max_size=20), st.integers(1, 10))
def test_a_contact_always_comes_to_an_end_with_a_reason(ends: list[Disposition], most: int) -> None:
    own, now = campaign(attempts={"most": most}), TUESDAY
    for tries, end in enumerate(ends):
        found = after(attempt(tries=tries), end, company(), own, now)
        assert found.reason.endswith(".")
        if found.state is not C.PENDING:
            break
        assert found.at is not None
        assert found.at > now
        assert end not in FINAL
        now = found.at
    assert tries < most
    assert (found.state is C.WAITING) == (end is D.LATER)
