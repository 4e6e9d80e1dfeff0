"""How fast calls are made, and when to stop by ourselves. Pure values: time is passed in."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from ivr.company.disposition import Disposition

SLACK = 1.05  # a call rings up to 40 ms sooner or later than it was ordered, as measured: 50 ms in a second
ABANDON_SAMPLE = 100  # answered calls; with fewer the rate is counted as if there were so many


# ── Pace ────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Pace:
    """A token bucket that holds one token: calls are spaced evenly, and never catch up after a pause.

    So no second holds more than ``per_second`` calls (one and a half: two), wherever it begins.
    """

    per_second: float
    last: datetime | None = None  # the last call, aware

    def free_at(self, at: datetime) -> datetime:
        """When the next call may be ordered: ``at``, or later."""
        return at if self.last is None else max(at, self.last + self.interval)

    def taken(self, at: datetime) -> Pace:
        """The pace after a call was ordered at ``at``. Raises ValueError where it was not free."""
        if self.free_at(at) > at:
            raise ValueError("The next call may not be ordered yet: ask free_at().")
        return replace(self, last=at)

    @property
    def interval(self) -> timedelta:
        """Between two calls, at least."""
        return timedelta(microseconds=math.ceil(SLACK * 1e6 / self.per_second))


# ── Circuit breaker ─────────────────────────────────────────────────────────────────────────────

FAILURES = frozenset(
    {
        Disposition.FAILED,
        Disposition.LOST,
        Disposition.ABANDONED,
        Disposition.UNREACHABLE,
        Disposition.INVALID_NUMBER,
    }
)
"""Ends that speak of a broken line, of us, or of a bad list; nobody's being busy or away does."""


@dataclass(frozen=True, slots=True)
class Breaker:
    """Pauses a campaign when most of its last attempts failed. A resumed campaign begins with a new one."""

    ended: tuple[Disposition, ...] = ()  # the last ones, the oldest first
    last: int = 10
    failures: int = 8

    def after(self, disposition: Disposition) -> Breaker:
        """The breaker when one more attempt has ended."""
        return replace(self, ended=(*self.ended, disposition)[-self.last :])

    @property
    def tripped(self) -> str | None:
        """Why the campaign must pause, as a sentence for an operator; None while it may go on."""
        failed = Counter(end.value for end in self.ended if end in FAILURES)
        if len(self.ended) < self.last or failed.total() < self.failures:
            return None
        which = ", ".join(f"{count} {name}" for name, count in failed.most_common())
        return f"The circuit breaker: {failed.total()} of the last {self.last} attempts failed ({which})."


# ── The line's own failures ─────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Backoff:
    """Waits longer and longer while the line refuses orders: 1, 2, 4 … 60 s."""

    failures: int = 0  # one after the other
    until: datetime | None = None

    def failed(self, at: datetime) -> Backoff:
        """After the line refused an order at ``at``."""
        seconds = min(60, 2 ** min(self.failures, 6))
        return Backoff(self.failures + 1, at + timedelta(seconds=seconds))

    def worked(self) -> Backoff:
        """After the line took an order."""
        return Backoff()

    def free_at(self, at: datetime) -> datetime:
        """When the line may be asked again: ``at``, or later."""
        return at if self.until is None else max(at, self.until)


# ── Abandoned calls ─────────────────────────────────────────────────────────────────────────────


def abandoned_too_often(answered: int, abandoned: int, percent: int = 3) -> str | None:
    """Why no more calls may be made, as a sentence; None while the rate is kept.

    Args:
        answered: calls that a person picked up, over 30 days of a campaign.
        abandoned: of these, with nobody to speak.
        percent: the most that may be abandoned (see ivr.dialer.presets for the sources).
    """
    if abandoned * 100 <= percent * max(answered, ABANDON_SAMPLE):
        return None
    return f"{abandoned} of {answered} answered calls were abandoned in 30 days; at most {percent} % may be."
