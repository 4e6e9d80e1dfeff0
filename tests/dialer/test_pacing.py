"""Pace, circuit breaker, backoff, abandon guard."""

from __future__ import annotations

import math
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ivr.company.disposition import Disposition
from ivr.dialer.pacing import FAILURES, SLACK, Backoff, Breaker, Pace, abandoned_too_often
from tests.dialer.cases import TUESDAY

SECOND = timedelta(seconds=1)
D = Disposition


def test_the_first_call_is_free_and_the_next_is_not() -> None:
    pace = Pace(2.0)
    assert pace.free_at(TUESDAY) == TUESDAY
    after = pace.taken(TUESDAY)
    assert after.free_at(TUESDAY) == TUESDAY + timedelta(milliseconds=525)
    assert after.free_at(TUESDAY + SECOND) == TUESDAY + SECOND


def test_a_call_that_is_not_free_is_refused() -> None:
    with pytest.raises(ValueError, match="free_at"):
        Pace(2.0).taken(TUESDAY).taken(TUESDAY + SECOND / 4)


@settings(max_examples=60)
@given(
    st.floats(0.05, 50, allow_nan=False),
    st.lists(st.floats(0, 3, allow_nan=False), min_size=2, max_size=120),
)
def test_no_second_holds_more_calls_than_configured(rate: float, waits: list[float]) -> None:
    """Callers ask after any wait, also a long one, and call as soon as it is free."""
    pace, now, calls = Pace(rate), TUESDAY, []
    for wait in waits:
        now = pace.free_at(now + timedelta(seconds=wait))
        pace = pace.taken(now)
        calls.append(now)
    for first in calls:
        assert sum(first <= call <= first + SECOND for call in calls) <= math.ceil(rate)


@pytest.mark.parametrize("rate", [0.5, 1, 3, 10, 50])
def test_the_configured_rate_is_reached(rate: float) -> None:
    pace, now = Pace(rate), TUESDAY
    for _ in range(100):
        now = pace.free_at(now)
        pace = pace.taken(now)
    assert 99 / (now - TUESDAY).total_seconds() == pytest.approx(rate / SLACK, rel=0.001)


def broken(*ends: Disposition) -> str | None:
    breaker = Breaker()
    for end in ends:
        breaker = breaker.after(end)
    return breaker.tripped


def test_the_breaker_opens_at_eight_failures_of_ten() -> None:
    assert broken(*[D.FAILED] * 7, *[D.BUSY] * 3) is None
    told = broken(*[D.UNREACHABLE] * 3, *[D.FAILED] * 5, *[D.BUSY] * 2)
    assert told == "The circuit breaker: 8 of the last 10 attempts failed (5 failed, 3 unreachable)."


def test_the_breaker_waits_for_ten_and_forgets_what_is_longer_ago() -> None:
    assert broken(*[D.FAILED] * 9) is None
    assert broken(*[D.FAILED] * 10) is not None
    assert broken(*[D.FAILED] * 10, *[D.ACCEPTED] * 3) is None


@pytest.mark.parametrize("end", sorted(set(Disposition) - FAILURES))
def test_people_who_are_busy_away_or_not_interested_break_nothing(end: Disposition) -> None:
    assert broken(*[end] * 10) is None


def test_the_line_is_asked_less_and_less_often_until_it_works() -> None:
    backoff, waits = Backoff(), []
    assert backoff.free_at(TUESDAY) == TUESDAY
    for _ in range(8):
        backoff = backoff.failed(TUESDAY)
        waits.append((backoff.free_at(TUESDAY) - TUESDAY).total_seconds())
    assert waits == [1, 2, 4, 8, 16, 32, 60, 60]
    assert backoff.free_at(TUESDAY + 99 * SECOND) == TUESDAY + 99 * SECOND
    assert backoff.worked().free_at(TUESDAY) == TUESDAY


@pytest.mark.parametrize(
    ("answered", "lost", "percent", "kept"),
    [
        (0, 0, 3, True),
        (3, 3, 3, True),
        (4, 4, 3, False),
        (133, 4, 3, False),
        (134, 4, 3, True),
        (1000, 11, 1, False),
    ],
)
def test_the_abandon_guard(answered: int, lost: int, percent: int, kept: bool) -> None:
    told = abandoned_too_often(answered, lost, percent)
    assert (told is None) == kept
    assert told is None or f"{lost} of {answered}" in told
