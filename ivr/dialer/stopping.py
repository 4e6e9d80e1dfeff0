"""A campaign that is stopped at once: what rings for it is hung up."""

from __future__ import annotations

from datetime import datetime, timedelta

from ivr.dialer.kit import Kit
from ivr.dialer.ports import OpenAttempt
from ivr.errors import LineError
from ivr.log import logger

AGAIN_AFTER = timedelta(seconds=1)  # an order may still be on its way to the line


class Stopping:
    """Used by the dispatcher's thread alone.

    A person who was greeted is talked with to the end, and a call that was promised to somebody is made
    whatever becomes of the campaign.
    """

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._quiet: frozenset[str] = frozenset()  # stopped campaigns none of whose calls ring
        self._not_before: datetime | None = None

    def hang_up(self, stopped: frozenset[str]) -> None:
        """End what rings for these campaigns. Raises RecordsUnavailableError."""
        self._quiet &= stopped
        now = self._kit.clock()
        if self._quiet >= stopped or (self._not_before is not None and now < self._not_before):
            return
        self._not_before = now + AGAIN_AFTER
        ringing = [attempt for attempt in self._ours() if attempt.campaign in stopped]
        for attempt in ringing:
            self._end(attempt)
        self._quiet = stopped - {attempt.campaign for attempt in ringing}

    def _ours(self) -> list[OpenAttempt]:
        opened = self._kit.records.open_attempts(self._kit.node)
        return [attempt for attempt in opened if attempt.promise is None and not attempt.talked]

    def _end(self, attempt: OpenAttempt) -> None:
        logger().info("call_stopped", attempt=attempt.id, campaign=attempt.campaign)
        try:
            self._kit.line.hang_up(attempt)
        except LineError as error:
            logger().warning("call_not_stopped", attempt=attempt.id, why=str(error))
