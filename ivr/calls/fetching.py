"""Recordings that a line keeps until they are fetched into the spool: what that needs, and its patience."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

FIRST_WAIT = timedelta(seconds=5)  # after the first try that failed; then twice as long each time
LONGEST_WAIT = timedelta(hours=1)
PATIENCE = timedelta(days=7)  # a wrong password outlives a long weekend


@dataclass(frozen=True, slots=True)
class KeptRecording:
    """A recording at the line, taken up by one process: to be fetched, and to be deleted there."""

    call_id: str
    number: int  # of the turn that brought or began it
    kind: str  # "message" or "call"
    reference: str  # name within the spool
    source: str  # where the line keeps it
    at: datetime  # aware, in UTC: since when it is on record
    tries: int  # this one included
    dropped: bool  # not to be kept: to be deleted, at the line and in the spool
    fetched: bool  # in the spool already: to be deleted at the line
    until: datetime  # aware, in UTC: nobody else takes it up before


class KeptRecordings(Protocol):
    """The recordings that lines keep. Methods raise RecordsUnavailableError."""

    def take_up(self, line: str, now: datetime, until: datetime) -> KeptRecording | None:
        """One with which something is to be done by now; nobody else gets it before ``until``."""

    def fetched(self, recording: KeptRecording, at: datetime) -> bool:
        """It lies in the spool. False where it was dropped meanwhile: it is due again, and to be deleted."""

    def deleted(self, recording: KeptRecording) -> None:
        """The line does not keep it any more: nothing is left to do."""

    def postpone(self, recording: KeptRecording, at: datetime | None) -> None:
        """It did not work: try again at that time, or never (None)."""


def next_try(recording: KeptRecording, now: datetime) -> datetime | None:
    """When to try again after a try that failed; None where it is time to give up."""
    if now - recording.at > PATIENCE:
        return None
    doublings = min(recording.tries - 1, 20)  # more would only make the number large
    return now + min(FIRST_WAIT * (1 << doublings), LONGEST_WAIT)
