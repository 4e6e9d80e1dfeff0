"""How calls end: the line's outcomes on their way to the records, none lost and none twice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from threading import Lock

from ivr.company.disposition import Disposition
from ivr.dialer.kit import Kit
from ivr.dialer.ports import LineOutcome, OpenAttempt
from ivr.dialer.running import Running
from ivr.errors import IvrError
from ivr.log import logger

# The line tells of a hang-up while the conversation is still writing its last turn, or its first one.
SETTLES_WITHIN = timedelta(seconds=2)
LAST_TURN_WITHIN = timedelta(seconds=15)
LOOK_EVERY = timedelta(seconds=0.2)  # whether it has
AGAIN_AFTER = timedelta(seconds=5)  # an outcome that could not be put on record for a reason of its own


def final(opened: OpenAttempt, outcome: Disposition, waited: timedelta) -> Disposition | None:
    """The one disposition of an attempt whose channel is gone; None while the conversation may still say it.

    What was talked about wins over what the line saw. A call on record without a result means that the
    service died meanwhile: nobody knows what was agreed.
    """
    if opened.result is not None:
        return opened.result
    if opened.talked:
        patience = LAST_TURN_WITHIN if opened.call_open else SETTLES_WITHIN
        return Disposition.LOST if waited >= patience else None
    picked_up = outcome is Disposition.ABANDONED
    return None if picked_up and waited < SETTLES_WITHIN else outcome


@dataclass(frozen=True, slots=True)
class _Heard:
    outcome: LineOutcome
    since: datetime
    not_before: datetime  # when it is looked at next


class Ending:
    """Outcomes that are not on record yet. ``tell`` is for any thread; all else is the dispatcher's."""

    def __init__(self, kit: Kit, running: Running, wake: Callable[[], None] = lambda: None) -> None:
        self._kit = kit
        self._running = running
        self._wake = wake
        self._lock = Lock()
        self._heard: dict[str, _Heard] = {}  # by attempt; the first word of the line stands

    def tell(self, outcome: LineOutcome) -> None:
        """Take an outcome in: the originator's sink. Does nothing else, and never raises."""
        now = self._kit.clock()
        with self._lock:
            self._heard.setdefault(outcome.attempt, _Heard(outcome, now, now))
        self._wake()

    def knows(self, attempt: str) -> bool:
        """Whether the line has said how that attempt ended, and it is not on record yet."""
        with self._lock:
            return attempt in self._heard

    def write(self) -> None:
        """Put on record what can be.

        Raises:
            RecordsUnavailableError: the records fail; what is not on record stays here, and with the line.
        """
        now = self._kit.clock()
        for heard in self._due(now):
            try:
                self._one(heard, now)
            except IvrError:
                raise
            except Exception:
                logger().exception("outcome_not_written", attempt=heard.outcome.attempt)
                self._later(heard, now + AGAIN_AFTER)

    def _due(self, now: datetime) -> list[_Heard]:
        with self._lock:
            return [heard for heard in self._heard.values() if heard.not_before <= now]

    def _later(self, heard: _Heard, at: datetime) -> None:
        with self._lock:
            self._heard[heard.outcome.attempt] = replace(heard, not_before=at)

    def _one(self, heard: _Heard, now: datetime) -> None:
        opened = self._kit.records.attempt(heard.outcome.attempt)
        if opened is not None:
            disposition = final(opened, heard.outcome.disposition, now - heard.since)
            if disposition is None:
                return self._later(heard, now + LOOK_EVERY)
            self.end(opened, disposition, heard.outcome.at, heard.outcome.cause)
        return self._forget(heard.outcome.attempt)

    def end(
        self, opened: OpenAttempt, disposition: Disposition, at: datetime, cause: int | None = None
    ) -> None:
        """Write the one end of an attempt, and what becomes of its work."""
        following = self._running.after(opened, disposition)
        if self._kit.records.end_attempt(opened.id, at, disposition, following):
            self._running.ended(opened, disposition)
            logger().info(
                "attempt_ended",
                attempt=opened.id,
                call_id=opened.call_id,
                campaign=opened.campaign,
                promise=opened.promise,
                contact=opened.contact,
                disposition=disposition.value,
                cause=cause,
                then=following.state.value,
                next_at=following.at,
                why=following.reason,
            )

    def _forget(self, attempt: str) -> None:
        self._kit.line.forget(attempt)
        with self._lock:
            self._heard.pop(attempt, None)
