"""The line as a dispatcher uses it: when it may be asked to place a call, and what came of asking."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from ivr.dialer.kit import Kit
from ivr.dialer.pacing import Backoff, Pace
from ivr.dialer.ports import Order
from ivr.dialer.running import Running
from ivr.errors import LineError

MANY = 20  # orders that a line without a pace of its own takes one after another


class Access:
    """Used by the dispatcher's thread alone."""

    def __init__(self, kit: Kit, running: Running) -> None:
        self._kit = kit
        self._running = running
        self._backoff = Backoff()
        self._pace = Pace(kit.per_second) if kit.per_second else None

    @property
    def at_once(self) -> int:
        """How many orders may be placed one after another."""
        return MANY if self._pace is None else 1

    def free_at(self, at: datetime) -> datetime | None:
        """When an order may be placed: ``at``, or later; None while the line is down."""
        if not self._kit.line.ready():
            return None
        free = self._backoff.free_at(at)
        return free if self._pace is None else self._running.turn(self._pace, free)

    def place(self, order: Order) -> None:
        """Place a call. Raises NotPlacedError and PlacementUnknownError as the line does."""
        if self._pace is not None:
            self._pace = replace(self._pace, last=self._kit.clock())
        try:
            self._kit.line.place(order)
        except LineError:
            self._backoff = self._backoff.failed(self._kit.clock())
            raise
        self._backoff = self._backoff.worked()
