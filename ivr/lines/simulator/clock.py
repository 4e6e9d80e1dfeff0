"""Time that moves with the turns of a pretended call."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol

from ivr.clock import Clock

STEP = timedelta(seconds=5)  # how far pretended time moves with each turn


class WaitingClock(Protocol):
    """A clock that can be waited by without waiting."""

    @property
    def now(self) -> datetime:
        """The present instant, aware; looking at it changes nothing."""

    def __call__(self) -> datetime:
        """The instant of the next turn."""

    def wait_until(self, at: datetime) -> None:
        """Let the time pass, unless it has."""


@dataclass
class PassingClock:
    """Real time, ahead by what was waited."""

    clock: Clock
    ahead: timedelta = timedelta()

    @property
    def now(self) -> datetime:
        """The present instant."""
        return self.clock() + self.ahead

    def __call__(self) -> datetime:
        """The present instant."""
        return self.now

    def wait_until(self, at: datetime) -> None:
        """Let the time pass, unless it has."""
        self.ahead += max(at - self.now, timedelta())


@dataclass
class PretendedClock:
    """Time that begins where the keyboard says, and moves a little with each turn."""

    now: datetime  # aware
    _started: bool = field(default=False)

    def __call__(self) -> datetime:
        if self._started:
            self.now += STEP
        self._started = True
        return self.now

    def wait_until(self, at: datetime) -> None:
        """Let the time pass, unless it has."""
        self.now = max(self.now, at)
        self._started = False
