"""After a crash, a lost connection, and every minute: what the records hold open, held against the line.

An attempt that is neither up nor remembered by the line ends with what the conversation concluded, or as
LOST: it is never dialled again by itself. Work that was claimed and never became an attempt was certainly not
dialled: it is open again.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from ivr.company.disposition import Disposition
from ivr.dialer.claiming import EVER
from ivr.dialer.ending import LAST_TURN_WITHIN, Ending
from ivr.dialer.kit import Kit
from ivr.dialer.ports import OpenAttempt
from ivr.errors import LineError
from ivr.log import logger

EVERY = timedelta(seconds=60)
STRANGE_FOR = timedelta(days=1)  # no call of a line that nobody serves any more lasts as long
AGAIN_AFTER = timedelta(seconds=2)  # while something is doubtful
DEAD_AFTER = timedelta(seconds=60)  # without a heartbeat
# An attempt is on record before the line is asked to dial: so young, it may be on its way there.
GRACE = timedelta(seconds=30)
SURE_AFTER = timedelta(seconds=3)  # that a channel is gone; its outcome may come a little later


class Reconciling:
    """Finds what nobody will tell of any more. For the dispatcher's thread, between its dialings."""

    def __init__(self, kit: Kit, ending: Ending) -> None:
        self._kit = kit
        self._ending = ending
        self._missing: dict[str, datetime] = {}  # attempts without a channel → since when

    def run(self) -> timedelta:
        """Look once; in how long to look again. Raises RecordsUnavailableError."""
        now = self._kit.clock()
        dead = self._dead(now)
        self._release(dead, now)
        opened = [*self._open(dead, now)]
        try:
            doubtful = self._compare(opened) if opened else False
        except LineError as error:
            logger().warning("not_reconciled", why=str(error))
            return AGAIN_AFTER
        return AGAIN_AFTER if doubtful else EVERY

    def _dead(self, now: datetime) -> tuple[str, ...]:
        dead = self._kit.records.dead_nodes(now, DEAD_AFTER)
        return tuple(node for node in dead if node != self._kit.node)

    def _release(self, dead: tuple[str, ...], now: datetime) -> None:
        """Claims without an attempt. Between two dialings of ours, no claim of our own can be in use."""
        released = self._kit.records.release_claims(self._kit.node, now + EVER, now)
        for node in dead:
            released += self._kit.records.release_claims(node, now - DEAD_AFTER, now)
        if released:
            logger().warning("claims_released", count=released, dead_nodes=dead)

    def _open(self, dead: tuple[str, ...], now: datetime) -> Iterator[OpenAttempt]:
        """Attempts on this line of this dispatcher and of dead ones whose end the line has not told.

        Those of another line are its own dispatchers'; where it has none any more, they are lost.
        """
        for node in (self._kit.node, *dead):
            for attempt in self._kit.records.open_attempts(node):
                ours = attempt.line in self._kit.lines or now - attempt.at > STRANGE_FOR
                if ours and not self._ending.knows(attempt.id):
                    yield attempt

    def _compare(self, opened: list[OpenAttempt]) -> bool:
        """End what is over; whether something is doubtful still. ``opened`` was read before the line is."""
        live = self._kit.line.live(opened)
        gone = [attempt for attempt in opened if attempt.id not in live]
        self._missing = {attempt.id: self._missing.get(attempt.id, self._kit.clock()) for attempt in gone}
        return any([self._gone(attempt) for attempt in gone])  # noqa: C419 - each of them is to be looked at

    def _gone(self, attempt: OpenAttempt) -> bool:
        """Whether that attempt, which has no channel, is doubtful still."""
        if self._ending.knows(attempt.id):
            return False
        outcome = self._kit.line.remembered(attempt)
        if outcome is not None:
            self._ending.tell(outcome)
            return False
        return not self._settled(attempt.id)

    def _settled(self, id_: str) -> bool:
        now = self._kit.clock()
        attempt = self._kit.records.attempt(id_)  # as it is now, a while after ``opened`` was read
        if attempt is None or self._ending.knows(id_):
            return True
        if now - attempt.at < GRACE or now - self._missing[id_] < _patience(attempt):
            return False
        logger().warning(
            "attempt_reconciled", attempt=id_, campaign=attempt.campaign, promise=attempt.promise
        )
        self._ending.end(attempt, attempt.result or Disposition.LOST, now)
        self._kit.line.forget(id_)
        return True


def _patience(attempt: OpenAttempt) -> timedelta:
    return LAST_TURN_WITHIN if attempt.call_open and attempt.result is None else SURE_AFTER
