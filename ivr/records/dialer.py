"""The ledger as dispatchers use it: the port DialerRecords over SQLAlchemy."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Engine, func, insert, or_, select, text, union

from ivr.company.disposition import Disposition
from ivr.dialer.ports import (
    CampaignRun,
    Contact,
    Facts,
    NewAttempt,
    Next,
    OpenAttempt,
    Promise,
    Work,
)
from ivr.records import attempts, claims, tables
from ivr.records.engine import INSERT, reading, writing, writing_once
from ivr.records.entries import run_of
from ivr.records.reader import reader_for

_RUNS = select(*tables.Campaign.__table__.c).order_by(tables.Campaign.id)
_UNFINISHED = text("state IN ('pending', 'calling', 'waiting')")
_BUSY = union(
    select(tables.Attempt.node).where(text(tables.OPEN)),
    select(tables.Promise.claimed_by).where(text("state = 'calling'")),
    select(tables.Contact.claimed_by).where(text("state = 'calling'")),
).subquery()


class SqlDialer:
    """DialerRecords on an engine of open_engine, its schema upgraded. May be used from any thread.

    Every method raises RecordsUnavailableError when the database fails; nothing was written then.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._reader = reader_for(engine)

    def claim_promises(
        self, now: datetime, limit: int, node: str, but: frozenset[str | None] = frozenset()
    ) -> tuple[Promise, ...]:
        """See DialerRecords.claim_promises."""
        if not self._may_be_due(now):
            return ()
        with writing_once(self._engine) as connection:
            return claims.claim_promises(connection, now, limit, node, but)

    def claim_contacts(self, campaign: str, now: datetime, limit: int, node: str) -> tuple[Contact, ...]:
        """See DialerRecords.claim_contacts."""
        with writing_once(self._engine) as connection:
            return claims.claim_contacts(connection, campaign, now, limit, node)

    def put_back(self, work: Work, following: Next, now: datetime) -> None:
        """See DialerRecords.put_back."""
        with writing(self._engine) as connection:
            claims.carry_on(connection, work, following, now)

    def release_claims(self, node: str, before: datetime, now: datetime) -> int:
        """See DialerRecords.release_claims."""
        with writing(self._engine) as connection:
            return claims.release(connection, node, before, now)

    def begin_attempt(self, attempt: NewAttempt) -> None:
        """See DialerRecords.begin_attempt."""
        with writing(self._engine) as connection:
            attempts.begin(connection, attempt)

    def end_attempt(
        self, attempt: str, at: datetime, disposition: Disposition, following: Next | None
    ) -> bool:
        """See DialerRecords.end_attempt."""
        with writing(self._engine) as connection:
            return attempts.end(connection, attempt, at, disposition, following)

    def open_attempts(self, node: str | None = None) -> tuple[OpenAttempt, ...]:
        """See DialerRecords.open_attempts."""
        with reading(self._engine) as connection:
            return attempts.open_ones(connection, node)

    def attempt(self, attempt: str) -> OpenAttempt | None:
        """See DialerRecords.attempt."""
        with reading(self._engine) as connection:
            found = attempts.open_ones(connection, attempt=attempt)
        return found[0] if found else None

    def facts(self, number: str, person: str | None, campaign: str | None, now: datetime) -> Facts:
        """See DialerRecords.facts."""
        with reading(self._engine) as connection:
            return attempts.facts(connection, number, person, campaign, now)

    def runs(self) -> tuple[CampaignRun, ...]:
        """See DialerRecords.runs."""
        return tuple(map(run_of, self._reader.rows(_RUNS, {})))

    def set_run(self, run: CampaignRun, now: datetime) -> None:
        """See DialerRecords.set_run."""
        what = {"fingerprint": run.fingerprint, "company": run.company, "state": run.state, "why": run.why}
        new = INSERT[self._engine.dialect.name](tables.Campaign).values(id=run.id, changed_at=now, **what)
        with writing(self._engine) as connection:
            connection.execute(
                new.on_conflict_do_update(index_elements=["id"], set_=what | {"changed_at": now})
            )
            connection.execute(insert(tables.CampaignChange), what | {"campaign": run.id, "at": now})

    def unfinished(self, campaign: str) -> int:
        """See DialerRecords.unfinished. It counts rows: ask when there is nothing left to claim."""
        left = select(func.count()).select_from(tables.Contact)
        with reading(self._engine) as connection:
            return connection.execute(
                left.where(tables.Contact.campaign == campaign, _UNFINISHED)
            ).scalar_one()

    def beat(self, node: str, now: datetime) -> None:
        """See DialerRecords.beat."""
        new = INSERT[self._engine.dialect.name](tables.Node).values(node=node, seen_at=now)
        with writing(self._engine) as connection:
            connection.execute(new.on_conflict_do_update(index_elements=["node"], set_={"seen_at": now}))

    def live_nodes(self, now: datetime, within: timedelta) -> tuple[str, ...]:
        """See DialerRecords.live_nodes."""
        seen = select(tables.Node.node).where(tables.Node.seen_at >= now - within).order_by(tables.Node.node)
        with reading(self._engine) as connection:
            return tuple(connection.execute(seen).scalars())

    def dead_nodes(self, now: datetime, after: timedelta) -> tuple[str, ...]:
        """See DialerRecords.dead_nodes."""
        silent = (
            select(_BUSY.c.node)
            .join(tables.Node, tables.Node.node == _BUSY.c.node, isouter=True)
            .where(or_(tables.Node.seen_at.is_(None), tables.Node.seen_at < now - after))
            .order_by(_BUSY.c.node)
        )
        with reading(self._engine) as connection:
            return tuple(connection.execute(silent).scalars())

    def _may_be_due(self, now: datetime) -> bool:
        """False where a claim could find no promise. Dispatchers look twice a second or more, mostly in vain.

        On SQLite a claim is a transaction that keeps callers' turns from being written; on PostgreSQL it
        keeps nobody from anything, and costs the one journey that this look would cost.
        """
        on_sqlite = self._engine.dialect.name == "sqlite"
        return not on_sqlite or bool(self._reader.rows(claims.DUE_PROMISE, {"of_now": now}))
