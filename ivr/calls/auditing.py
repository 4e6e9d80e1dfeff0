"""Audits calls once they are over: in the background, so no caller waits for it.

While callers are being answered it waits: on a processor that they share it would make answers later. Where
they leave no pause it begins all the same, so no call is left for long.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import inf
from time import monotonic
from typing import Protocol

from ivr.calls.background import Background
from ivr.calls.ports import Standards
from ivr.clock import Clock, utc_now
from ivr.errors import IvrError
from ivr.etiquette.audit import Audit, audit
from ivr.etiquette.course import Course, Standard
from ivr.log import logger

LOOK_EVERY = 10.0  # seconds
QUIET = 1.0  # seconds in which no caller was answered: nobody is in the midst of a talk
LATEST = 50.0  # seconds since all calls were audited, after which no pause is waited for
SHARE = 0.1  # of the time is worked at most: callers are not to wait for the processor
AT_ONCE = 10  # calls, which take some milliseconds
MOST = 200  # calls that are looked for in one go
LONGEST = timedelta(days=2)  # no call goes on for so long
APART = timedelta(minutes=5)  # clocks of services that share the records, and more


@dataclass(frozen=True, slots=True)
class HeldCall:
    """A call that is over, as the audit needs it."""

    call_id: str
    began_at: datetime  # aware
    company: str  # fingerprint
    campaign: str | None  # fingerprint
    campaign_id: str | None
    course: Course  # never empty


Judged = tuple[HeldCall, Audit]


class AuditRecords(Protocol):
    """Where audits are kept. Every method raises RecordsUnavailableError when the records fail."""

    def unaudited(self, since: datetime | None, most: int) -> tuple[str, ...]:
        """Ids of calls that are over and not audited, begun at or after ``since``, the oldest first."""

    def oldest_open(self) -> datetime | None:
        """When the call began that has gone on longest; None where none goes on."""

    def held(self, call_ids: Sequence[str]) -> tuple[HeldCall, ...]:
        """These calls with all of their turns, but for those whose turns are erased."""

    def keep(self, judged: Sequence[Judged], at: datetime) -> None:
        """Keep audits, each in place of an earlier one of that call."""


class Auditor(Background):
    """Some calls at once, since to read and to write each by itself is most of the work; then a rest."""

    def __init__(
        self,
        records: AuditRecords,
        standards: Standards,
        clock: Clock = utc_now,
        quiet: Callable[[], float] = lambda: inf,
        ticks: Callable[[], float] = monotonic,
    ) -> None:
        """``quiet`` tells for how many seconds no caller was answered, ``ticks`` the seconds that pass."""
        super().__init__("audits", LOOK_EVERY)
        self._records, self._standards, self._clock = records, standards, clock
        self._quiet, self._ticks = quiet, ticks
        self._all_done = ticks()  # when no call was left, or this began
        self._beyond: set[str] = set()  # calls that cannot be judged: nobody tries them again
        self._since: datetime | None = (
            None  # no call that began before is still to be judged; None: not known
        )

    def look(self) -> None:
        """See ``audit_due``."""
        self.audit_due()

    def audit_due(self) -> int:
        """Audit the calls that are over and were not yet, until callers need us; how many.

        Raises RecordsUnavailableError.
        """
        if self._is_needed():
            return 0
        done, until = 0, self._unfinished()
        while not self._is_needed():
            due = self._records.unaudited(self._since, MOST + len(self._beyond))
            ahead = [call_id for call_id in due if call_id not in self._beyond]
            if not ahead:
                self._since, self._all_done = until, self._ticks()
                return done
            done += sum(self._some(ahead[at : at + AT_ONCE]) for at in range(0, len(ahead), AT_ONCE))
        return done

    def _is_needed(self) -> bool:
        """Whether callers are to have the processor, or the service is to leave."""
        late = self._ticks() - self._all_done >= LATEST
        return self._leaving.is_set() or (self._quiet() < QUIET and not late)

    def _unfinished(self) -> datetime:
        """A call that is over later than now began no earlier."""
        now = self._clock()
        oldest = self._records.oldest_open() or now
        return max(min(oldest, now) - APART, now - LONGEST)

    def _some(self, call_ids: Sequence[str]) -> int:
        if self._is_needed():
            return 0
        with self.resting(SHARE):
            return self.audit(call_ids)

    def audit(self, call_ids: Sequence[str]) -> int:
        """Audit calls, also once more; how many of them could be. Raises RecordsUnavailableError."""
        judged = self.judge(call_ids)
        self._beyond.update({*call_ids} - {call.call_id for call, _ in judged})
        self._records.keep(judged, self._clock())
        for call, found in judged:
            _tell(call.call_id, found)
        return len(judged)

    def judge(self, call_ids: Sequence[str]) -> tuple[Judged, ...]:
        """Calls and their audits, which are kept nowhere; without those that cannot be judged.

        Raises RecordsUnavailableError.
        """
        return tuple(filter(None, map(self._judged, self._records.held(call_ids))))

    def _judged(self, call: HeldCall) -> Judged | None:
        try:
            return call, audit(call.course, self._standard(call))
        except IvrError as error:  # its company file is of an earlier version, or kept nowhere
            logger().warning("call_not_audited", call_id=call.call_id, why=str(error))
            return None

    def _standard(self, call: HeldCall) -> Standard:
        campaign = self._standards.campaign(call.campaign, call.company) if call.campaign else None
        return Standard(self._standards.of(call.company), campaign)


def _tell(call_id: str, found: Audit) -> None:
    broken = [reason.norm for reason in found.reasons if reason.starred]
    if broken:
        logger().warning("courtesy_broken", call_id=call_id, score=found.score, norms=broken)
