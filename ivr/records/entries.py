"""Rows of the ledger as the dialer's values."""

from __future__ import annotations

from typing import Any

from ivr.company.disposition import Disposition
from ivr.conversation.errand import Origin
from ivr.dialer.ports import (
    CampaignRun,
    CampaignState,
    Contact,
    ContactState,
    Promise,
    PromiseState,
)
from ivr.records.tables import AnyRow

_ORIGINS = {origin.value: origin for origin in Origin}
_STATES = {state.value: state for state in PromiseState}


def promise_of(row: AnyRow) -> Promise:
    """A row of promises: its first columns are the fields of Promise in their order.

    By place and not by name, because a dispatcher reads dozens at once while a promise is waiting to be kept.
    """
    fields: list[Any] = list(row[:18])
    fields[10], fields[12] = _ORIGINS[row[10]], _STATES[row[12]]
    return Promise(*fields)


def contact_of(row: AnyRow) -> Contact:
    """A row of contacts."""
    return Contact(
        id=row.id,
        campaign=row.campaign,
        number=row.number,
        person=row.person,
        name=row.name,
        language=row.language,
        zone=row.zone,
        state=ContactState(row.state),
        tries=row.tries,
        next_at=row.next_at,
        reason=row.reason,
        disposition=disposition_of(row.disposition),
    )


def run_of(row: AnyRow) -> CampaignRun:
    """A row of campaigns."""
    return CampaignRun(row.id, row.fingerprint, row.company, CampaignState(row.state), row.why)


def disposition_of(word: str | None) -> Disposition | None:
    """A disposition, where there is one."""
    return None if word is None else Disposition(word)
