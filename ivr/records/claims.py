"""Work that is due: claimed by one dispatcher, carried on after an attempt, or given back."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import (
    ColumnElement,
    Connection,
    Text,
    and_,
    bindparam,
    exists,
    func,
    insert,
    literal_column,
    select,
    text,
    update,
)

from ivr.dialer.ports import Contact, ContactState, Next, Promise, PromiseState, Work
from ivr.records import tables
from ivr.records.deeds import CARRY
from ivr.records.entries import contact_of, promise_of
from ivr.records.tables import OPEN, UtcTime

THE_DIALER = "the dialer"
_LIVE = frozenset({PromiseState.OPEN, PromiseState.CALLING})
_NOW: Any = bindparam("of_now", type_=UtcTime)
_NODE: Any = bindparam("of_node")
_LIMIT: Any = bindparam("of_limit")
_CALLING = text("state = 'calling'")
_RUNS = exists(
    select(tables.Campaign.id).where(
        tables.Campaign.id == bindparam("of_campaign"), tables.Campaign.state == "running"
    )
)


def _claim(table: Any, *due: ColumnElement[bool] | sa.TextClause) -> Any:
    # On PostgreSQL rows that another dispatcher is claiming now are passed over; SQLite has one writer.
    found = (
        select(table.id)
        .where(*due, table.next_at <= _NOW)
        .order_by(table.next_at)
        .limit(_LIMIT)
        .with_for_update(skip_locked=True)
        .cte("due")
    )
    claimed = update(table).where(table.id.in_(select(found.c.id)))
    return claimed.values(state="calling", claimed_by=_NODE, claimed_at=_NOW).returning(*table.__table__.c)


# Whether any promise is due, whoever's it is.
DUE_PROMISE = select(tables.Promise.id).where(text("state = 'open'"), tables.Promise.next_at <= _NOW).limit(1)
_CLAIM_PROMISES = _claim(
    tables.Promise,
    text("state = 'open'"),
    func.coalesce(tables.Promise.campaign, "").not_in(bindparam("of_others", expanding=True)),
)
_CLAIM_CONTACTS = _claim(
    tables.Contact, text("state = 'pending'"), tables.Contact.campaign == bindparam("of_campaign"), _RUNS
)
_NOTED = ("promise", "at", "was", "became", "next_at", "reason", "by")


def _noting() -> sa.Select[Any]:
    """Claims promises and writes the changes on one journey to the server; SQLite has no such statement.

    Its transaction need not wait for the disk. A claim that a dying server forgets was never dialled: the
    attempt, which does wait, comes after it in the log. So the promise is open again, and nothing is lost; a
    dispatcher that still holds the forgotten claim is refused the attempt (ClaimLostError).
    """
    claimed = _CLAIM_PROMISES.cte("claimed")
    words: Any = (literal_column("'open'"), literal_column("'calling'"))
    row = select(
        claimed.c.id, _NOW, *words, claimed.c.next_at, literal_column("'due'"), bindparam("of_by", type_=Text)
    )
    note = insert(tables.PromiseChange).from_select(_NOTED, row).cte("noted")
    unhurried = select(func.set_config("synchronous_commit", "off", sa.true())).scalar_subquery()
    return select(claimed, unhurried).add_cte(note)


_CLAIM_AND_NOTE = _noting()


def claim_promises(
    connection: Connection, now: datetime, limit: int, node: str, but: frozenset[str | None] = frozenset()
) -> tuple[Promise, ...]:
    """See DialerRecords.claim_promises."""
    by, others = f"{THE_DIALER} of {node}", [campaign or "" for campaign in but]
    values = {"of_now": now, "of_limit": limit, "of_node": node, "of_others": others}
    if connection.dialect.name == "sqlite":
        claimed = tuple(map(promise_of, connection.execute(_CLAIM_PROMISES, values)))
        _note_claims(connection, claimed, now, by)
    else:
        claimed = tuple(map(promise_of, connection.execute(_CLAIM_AND_NOTE, values | {"of_by": by})))
    return tuple(sorted(claimed, key=lambda promise: (promise.next_at, promise.id)))


def _note_claims(connection: Connection, claimed: tuple[Promise, ...], now: datetime, by: str) -> None:
    changes = [
        _change(promise.id, now, PromiseState.OPEN, promise.state, promise.next_at, "due", by)
        for promise in claimed
    ]
    if changes:
        connection.execute(insert(tables.PromiseChange), changes)


def claim_contacts(
    connection: Connection, campaign: str, now: datetime, limit: int, node: str
) -> tuple[Contact, ...]:
    """See DialerRecords.claim_contacts."""
    values = {"of_campaign": campaign, "of_now": now, "of_limit": limit, "of_node": node}
    claimed = map(contact_of, connection.execute(_CLAIM_CONTACTS, values))
    return tuple(sorted(claimed, key=lambda contact: (contact.next_at, contact.id)))


def carry_on(connection: Connection, work: Work, following: Next, now: datetime) -> None:
    """What becomes of work that is CALLING with no open attempt; of other work nothing does."""
    if isinstance(work, Promise):
        promise_goes_on(connection, work.id, following, now)
    else:
        contact_goes_on(connection, work.id, following)


def promise_goes_on(
    connection: Connection, promise: str, following: Next, now: datetime, tried: int = 0
) -> None:
    """A claimed promise becomes what ``following`` says, ``tried`` attempts later; the change is a row."""
    table = tables.Promise
    gone_on = (
        update(table)
        .where(table.id == promise, _CALLING, ~being_called(tables.Attempt.promise == table.id))
        .values(_following(table, following, tried))
        .returning(table.next_at)
    )
    next_at = connection.execute(gone_on).scalar_one_or_none()
    if next_at is None:
        return
    state = PromiseState(following.state)
    change = _change(promise, now, PromiseState.CALLING, state, next_at, following.reason, THE_DIALER)
    connection.execute(insert(tables.PromiseChange), change)
    if state not in _LIVE:
        connection.execute(CARRY, {"of_promise": promise, "of_reason": following.reason})


def contact_goes_on(connection: Connection, contact: int, following: Next, tried: int = 0) -> None:
    """A claimed contact becomes what ``following`` says, ``tried`` attempts later."""
    table = tables.Contact
    connection.execute(
        update(table)
        .where(table.id == contact, _CALLING, ~being_called(tables.Attempt.contact == table.id))
        .values(_following(table, following, tried) | {"reason": following.reason})
    )


def let_be(connection: Connection, promise: str | None, contact: int | None) -> None:
    """Work whose attempt ended with nothing said of what follows: nobody's claim, so never dialled again."""
    for table, id_ in ((tables.Promise, promise), (tables.Contact, contact)):
        mine = update(table).where(table.__table__.c.id == id_, _CALLING)
        connection.execute(mine.values(claimed_by=None, claimed_at=None))


def release(connection: Connection, node: str, before: datetime, now: datetime) -> int:
    """See DialerRecords.release_claims."""
    promises = connection.execute(_forgotten(tables.Promise, tables.Attempt.promise, node, before)).scalars()
    contacts = connection.execute(_forgotten(tables.Contact, tables.Attempt.contact, node, before)).scalars()
    found, reason = (list(promises), list(contacts)), f"{node} claimed it and never dialled"
    for promise in found[0]:
        promise_goes_on(connection, promise, Next(PromiseState.OPEN, None, reason), now)
    for contact in found[1]:
        contact_goes_on(connection, contact, Next(ContactState.PENDING, None, reason))
    return sum(map(len, found))


def _following(table: Any, following: Next, tried: int) -> dict[str, Any]:
    return {
        "state": following.state.value,
        "next_at": func.coalesce(sa.literal(following.at, UtcTime), table.next_at),
        "tries": table.tries + tried,
        "claimed_by": None,
        "claimed_at": None,
    }


def being_called(at_work: ColumnElement[bool]) -> ColumnElement[bool]:
    """Whether an attempt goes on; ``at_work`` says at which promise or contact."""
    return exists(select(tables.Attempt.id).where(at_work, text(OPEN)))


def _forgotten(table: Any, works: Any, node: str, before: datetime) -> sa.Select[Any]:
    mine = and_(_CALLING, table.claimed_by == node, table.claimed_at < before)
    return select(table.id).where(mine, ~being_called(works == table.id))


def _change(
    promise: str,
    at: datetime,
    was: PromiseState,
    became: PromiseState,
    next_at: datetime,
    reason: str,
    by: str,
) -> dict[str, Any]:
    return {
        "promise": promise,
        "at": at,
        "was": was.value,
        "became": became.value,
        "next_at": next_at,
        "reason": reason,
        "by": by,
    }
