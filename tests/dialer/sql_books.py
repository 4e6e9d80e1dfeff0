"""The real records behind the fake's face: the same worlds on SqlDialer and SqlRecords."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy import Engine

from ivr.clock import Clock
from ivr.company.disposition import Disposition
from ivr.conversation.actions import Action, Conclude, HangUp, MakePromise, OptOut
from ivr.conversation.events import Pressed
from ivr.conversation.state import Step
from ivr.dialer.ports import CampaignRun, Contact, Promise, Work
from ivr.records import tables
from ivr.records.dialer import SqlDialer
from ivr.records.engine import INSERT
from ivr.records.entries import contact_of, promise_of
from ivr.records.store import SqlRecords
from tests.dialer.fake_records import Attempt
from tests.records.ledger_samples import talk
from tests.records.samples import ASK, entry, turn


class SqlBooks:
    """DialerRecords, and what conversations and operators write."""

    def __init__(self, engine: Engine, clock: Clock) -> None:
        self.engine, self.clock = engine, clock
        self.dialer = SqlDialer(engine)
        self.calls = SqlRecords(engine, node="one", clock=clock)

    def __getattr__(self, name: str):
        return getattr(self.dialer, name)

    # ── Looking ─────────────────────────────────────────────────────────────────────────────────

    @property
    def promises(self) -> dict[str, Promise]:
        return {row.id: promise_of(row) for row in self._rows(tables.Promise)}

    @property
    def contacts(self) -> dict[int, Contact]:
        return {row.id: contact_of(row) for row in self._rows(tables.Contact)}

    @property
    def campaigns(self) -> dict[str, CampaignRun]:
        return {run.id: run for run in self.dialer.runs()}

    @property
    def attempts(self) -> dict[str, Attempt]:
        rows = sorted(self._rows(tables.Attempt), key=lambda row: row.at)
        return {row.id: self._attempt(row) for row in rows}

    @property
    def claims(self) -> set[str | int]:
        works = (*self._rows(tables.Promise), *self._rows(tables.Contact))
        return {row.id for row in works if row.claimed_by is not None}

    def _attempt(self, row) -> Attempt:
        ends = [] if row.disposition is None else [Disposition(row.disposition)]
        result = None if row.result is None else Disposition(row.result)
        return Attempt(row, 0, result, ends=ends)

    def _rows(self, table) -> list:
        with self.engine.connect() as connection:
            return list(connection.execute(sa.select(*table.__table__.c)))

    # ── Writing ─────────────────────────────────────────────────────────────────────────────────

    def keep(self, what: Work | CampaignRun) -> None:
        """Write it as it is."""
        if isinstance(what, CampaignRun):
            self.dialer.set_run(what, self.clock())
            return
        table = tables.Promise if isinstance(what, Promise) else tables.Contact
        row = asdict(what) | ({} if isinstance(what, Promise) else {"imported_at": self.clock()})
        new = INSERT["sqlite"](table).values(row)
        with self.engine.begin() as connection:
            connection.execute(new.on_conflict_do_update(index_elements=["id"], set_=row))

    def pick_up(self, attempt: str) -> None:
        """The first turn of its conversation is written."""
        self.calls.save(replace(talk(self.attempts[attempt].new, ASK), at=self.clock()))

    def conclude(self, attempt: str, result: Disposition, promise: Promise | None = None) -> None:
        """The last turn."""
        stored = self.calls.load(attempt)
        deeds: list[Action] = [Conclude(result), HangUp("done")]
        if result is Disposition.OPTED_OUT:
            deeds.insert(0, OptOut("9"))
        if promise is not None:
            deeds.insert(0, self._promising(promise))
        state = stored.turn.state
        fields = {"called": state.called, "caller": state.caller, "errand": state.errand}
        made = turn(*deeds, step=Step.ENDED, **fields)
        last = entry(1, Pressed("1"), made, stored.call)
        self.calls.save(replace(last, at=self.clock(), campaign=stored.campaign))

    def _promising(self, promise: Promise) -> MakePromise:
        terms = (promise.at, promise.zone, promise.words, promise.origin, promise.department)
        return MakePromise(*terms, promise.campaign)

    def contact_of(self, attempt: str) -> int | None:
        """The campaign's contact that is talked with."""
        return self.attempts[attempt].new.contact

    def close_lost(self) -> None:
        """A service starts: calls of the dead one are over."""
        self.calls.close_lost(self.clock())

    def bar(self, number: str, now: datetime) -> None:
        """Put a number on the list."""
        with self.engine.begin() as connection:
            connection.execute(
                sa.insert(tables.DoNotCall), {"number": number, "listed_at": now, "source": "a test"}
            )
