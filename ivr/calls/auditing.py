"""Audits calls once they are over: in the background, so no caller waits for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from ivr.calls.background import Background
from ivr.calls.ports import Standards
from ivr.clock import Clock, utc_now
from ivr.errors import IvrError
from ivr.etiquette.audit import Audit, audit
from ivr.etiquette.course import Course, Standard
from ivr.log import logger

LOOK_EVERY = 10.0  # seconds
AT_ONCE = 50  # calls
# Calls that begin no earlier are looked for while we run; all of them at the start.
RECENTLY = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class HeldCall:
    """A call that is over, as the audit needs it."""

    call_id: str
    began_at: datetime  # aware
    company: str  # fingerprint
    campaign: str | None  # fingerprint
    campaign_id: str | None
    course: Course  # never empty


class AuditRecords(Protocol):
    """Where audits are kept. Every method raises RecordsUnavailableError when the records fail."""

    def unaudited(self, since: datetime | None, most: int) -> tuple[str, ...]:
        """Ids of calls that are over and not audited, begun at or after ``since``, the oldest first."""

    def held(self, call_id: str) -> HeldCall | None:
        """A call with all of its turns; None where these are erased."""

    def keep(self, call: HeldCall, found: Audit, at: datetime) -> None:
        """Keep an audit in place of an earlier one of that call."""


class Auditor(Background):
    """One call after another."""

    def __init__(self, records: AuditRecords, standards: Standards, clock: Clock = utc_now) -> None:
        super().__init__("audits", LOOK_EVERY)
        self._records, self._standards, self._clock = records, standards, clock
        self._beyond: set[str] = set()  # calls that cannot be judged: nobody tries them again
        self._caught_up = False

    def look(self) -> None:
        """See ``audit_due``."""
        self.audit_due()

    def audit_due(self) -> int:
        """Audit every call that is over and was not yet; how many. Raises RecordsUnavailableError."""
        since = self._clock() - RECENTLY if self._caught_up else None
        done = 0
        while not self._leaving.is_set():
            due = self._records.unaudited(since, AT_ONCE + len(self._beyond))
            ahead = [call_id for call_id in due if call_id not in self._beyond]
            if not ahead:
                self._caught_up = True
                return done
            done += sum(self.audit(call_id) for call_id in ahead)
        return done

    def audit(self, call_id: str) -> bool:
        """Audit one call, also once more; False where it cannot be. Raises RecordsUnavailableError."""
        judged = self.judge(call_id)
        if judged is None:
            self._beyond.add(call_id)
            return False
        call, found = judged
        self._records.keep(call, found, self._clock())
        _tell(call_id, found)
        return True

    def judge(self, call_id: str) -> tuple[HeldCall, Audit] | None:
        """A call and its audit, which is kept nowhere; None where it cannot be. RecordsUnavailableError."""
        call = self._records.held(call_id)
        try:
            return (call, audit(call.course, self._standard(call))) if call else None
        except IvrError as error:  # its company file is of an earlier version, or kept nowhere
            logger().warning("call_not_audited", call_id=call_id, why=str(error))
            return None

    def _standard(self, call: HeldCall) -> Standard:
        campaign = self._standards.campaign(call.campaign, call.company) if call.campaign else None
        return Standard(self._standards.of(call.company), campaign)


def _tell(call_id: str, found: Audit) -> None:
    broken = [reason.norm for reason in found.reasons if reason.starred]
    if broken:
        logger().warning("courtesy_broken", call_id=call_id, score=found.score, norms=broken)
