"""Measures how a line performs the turns of a call, one watch for each turn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic

from ivr.conversation.performed import Cut, Performed

Ticks = Callable[[], float]  # seconds that only grow, from any beginning


@dataclass(slots=True)
class Watch:
    """One turn on its way to the other side. Not to be shared between threads."""

    since: float  # when what the turn answers ended, by ``ticks``
    ticks: Ticks = monotonic
    quiet: float = 0.0  # seconds for which the other side was silent already when its answer was told
    _waited: float | None = None  # until the first sound
    _lasts: float | None = None  # of all sounds
    _ends: float = 0.0  # when it will have been heard to its end
    _cut: Cut | None = None

    @property
    def performed(self) -> Performed | None:
        """What was measured; None where nothing was to be heard."""
        if self._waited is None:
            return None
        return Performed(round(self._waited, 3), self._lasts and round(self._lasts, 3), self._cut)

    def sounds(self, seconds: float) -> None:
        """A sound of so many seconds is handed to the line now."""
        if not seconds:
            return
        self.shown()
        self._ends = self.ticks() + seconds
        self._lasts = (self._lasts or 0.0) + seconds

    def shown(self) -> None:
        """The other side has something of us now, be it on a screen."""
        if self._waited is None:
            self._waited = max(self.ticks() - self.since, 0.0)

    def stopped(self, by: Cut | None) -> None:
        """The line has noticed a key or speech now; it cut us short where the sound was not at its end."""
        if by is not None and self.ticks() < self._ends:
            self._cut = by

    def following(self) -> Watch:
        """That of the next turn: the other side has come to the end of its answer."""
        return Watch(self.ticks() - self.quiet, self.ticks)
