"""Patience with a recording that cannot be fetched grows, and ends."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from ivr.calls.fetching import LONGEST_WAIT, PATIENCE, KeptRecording, next_try

NOW = datetime(2026, 11, 25, 8, tzinfo=UTC)
KEPT = KeptRecording("c1", 1, "message", "messages/a.wav", "RE1", NOW, 1, False, False, NOW)
SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("tries", "wait"),
    [(1, 5 * SECOND), (2, 10 * SECOND), (3, 20 * SECOND), (10, 2560 * SECOND), (11, LONGEST_WAIT)],
)
def test_each_wait_is_twice_the_last_up_to_an_hour(tries: int, wait: timedelta) -> None:
    assert next_try(replace(KEPT, tries=tries), NOW) == NOW + wait


def test_it_is_given_up_after_a_week() -> None:
    kept = replace(KEPT, tries=100_000)
    assert next_try(kept, NOW + PATIENCE) == NOW + PATIENCE + LONGEST_WAIT
    assert next_try(kept, NOW + PATIENCE + SECOND) is None
