"""Rows of the ledger as the dialer's values."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Row

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

_AnyRow = Row[*tuple[Any, ...]]


def promise_of(row: _AnyRow) -> Promise:
    """A row of promises."""
    return Promise(
        id=row.id,
        number=row.number,
        name=row.name,
        department=row.department,
        campaign=row.campaign,
        contact=row.contact,
        at=row.at,
        zone=row.zone,
        language=row.language,
        words=row.words,
        origin=Origin(row.origin),
        resume=row.resume,
        state=PromiseState(row.state),
        tries=row.tries,
        next_at=row.next_at,
        made_at=row.made_at,
        made_in=row.made_in,
    )


def contact_of(row: _AnyRow) -> Contact:
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


def run_of(row: _AnyRow) -> CampaignRun:
    """A row of campaigns."""
    return CampaignRun(row.id, row.fingerprint, row.company, CampaignState(row.state), row.why)


def disposition_of(word: str | None) -> Disposition | None:
    """A disposition, where there is one."""
    return None if word is None else Disposition(word)
