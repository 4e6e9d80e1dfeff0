"""What it costs to claim the promises that are due, with few and with very many of them in the ledger.

    python -m benchmarks.claims

On SQLite, and on PostgreSQL where IVR_TEST_POSTGRES_URL names one. Both sizes are filled first, then claimed
from in turns, so that whatever else the machine does hits both alike. Each batch that was claimed is replaced
by as many new promises: the number that is pending stays the same.
"""

from __future__ import annotations

import os
import tempfile
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime

import sqlalchemy as sa
from rich.table import Table
from sqlalchemy import Engine, make_url, text

from benchmarks.numbers import percentile
from ivr.records.dialer import SqlDialer
from ivr.records.engine import open_engine
from ivr.records.migrate import upgrade

FEW, MANY, BATCH, ROUNDS, WARM_UP = 10_000, 1_000_000, 50, 300, 20
MOST_RATIO = 1.5  # of the medians, many to few
MOST_P99 = 0.010  # seconds, on PostgreSQL
_EPOCH = 1_795_521_600  # 2026-11-24 12:00 UTC
_NOW = datetime(2030, 1, 1, tzinfo=UTC)  # by then all of them are due
_INSTANT = {  # of the promise number {place} in the queue
    "sqlite": "strftime('%Y-%m-%d %H:%M:%f000', {epoch} + {place}, 'unixepoch')",
    "postgresql": "to_timestamp({epoch} + {place})",
}
# Nobody makes a million promises in a minute: what that leaves to be done is done before the clock runs.
_SETTLE = {
    "sqlite": ("ANALYZE",),
    "postgresql": ("VACUUM ANALYZE", "CHECKPOINT"),
}
# Promises stand in the table as they were made, and come due in quite another order, within their first many.
_FILL = """
    INSERT INTO promises (id, number, department, zone, language, words, origin, resume, state, tries,
                          at, next_at, made_at)
    WITH RECURSIVE counted(i) AS (
        SELECT CAST(:first AS BIGINT) UNION ALL SELECT i + 1 FROM counted WHERE i < :last
    )
    SELECT 'promise-' || i, '+371' || (20000000 + i), 'sales', 'Europe/Riga', 'lv', 'rīt desmitos', 'closed',
           '', 'open', 0, {at}, {at}, {at}
    FROM counted
"""
_PLACE = "(i / :block) * :block + (i % :block) * 7919 % :block"


@dataclass
class Ledger:
    """A database with so many promises pending, and how long claims from it took."""

    engine: Engine
    pending: int
    made: int = 0  # promises so far
    seconds: list[float] = field(default_factory=list)

    def fill(self) -> None:
        """Make all the promises at once, within the database."""
        upgrade(self.engine)
        self._make(self.pending)
        with self.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            for settle in _SETTLE[self.engine.dialect.name]:
                connection.execute(text(settle))

    def claim(self) -> None:
        """Claim a batch, by the clock; then put the ledger back to its size."""
        dialer, begun = SqlDialer(self.engine), time.perf_counter()
        claimed = dialer.claim_promises(_NOW, BATCH, "bench")
        self.seconds.append(time.perf_counter() - begun)
        assert len(claimed) == BATCH
        with self.engine.begin() as connection:
            connection.execute(text("UPDATE promises SET state = 'kept' WHERE state = 'calling'"))
        self._make(BATCH)

    def _make(self, more: int) -> None:
        instant = _INSTANT[self.engine.dialect.name].format(epoch=_EPOCH, place=_PLACE)
        values = {"first": self.made, "last": self.made + more - 1, "block": self.pending}
        with self.engine.begin() as connection:
            connection.execute(text(_FILL.format(at=instant)), values)
        self.made += more


@dataclass(frozen=True)
class Found:
    """How long it took to claim a batch, in seconds."""

    database: str
    few: tuple[float, ...]
    many: tuple[float, ...]

    @property
    def ratio(self) -> float:
        """Median with many pending, against that with few."""
        return percentile(self.many, 0.5) / percentile(self.few, 0.5)


def measure() -> Iterator[Found]:
    """On each database that there is."""
    with tempfile.TemporaryDirectory() as folder:
        few, many = (open_engine(f"sqlite:///{folder}/{pending}.db") for pending in (FEW, MANY))
        yield _measure("SQLite", few, many)
    url = os.environ.get("IVR_TEST_POSTGRES_URL")
    if url:
        with own_schema(url) as few, own_schema(url) as many:
            yield _measure("PostgreSQL", few, many)


def _measure(database: str, few: Engine, many: Engine) -> Found:
    ledgers = (Ledger(few, FEW), Ledger(many, MANY))
    for ledger in ledgers:
        ledger.fill()
    os.sync()
    for turn in range(WARM_UP + ROUNDS):
        for ledger in ledgers if turn % 2 else reversed(ledgers):
            ledger.claim()
    for ledger in ledgers:
        ledger.engine.dispose()
    return Found(database, *(tuple(ledger.seconds[WARM_UP:]) for ledger in ledgers))


@contextmanager
def own_schema(url: str) -> Iterator[Engine]:
    """An engine on a schema of its own, which goes again."""
    name, admin = f"bench_{uuid.uuid4().hex}", open_engine(url)
    with admin.begin() as connection:
        connection.execute(sa.schema.CreateSchema(name))
    own = make_url(url).update_query_dict({"options": f"-csearch_path={name}"})
    try:
        yield open_engine(own.render_as_string(hide_password=False))
    finally:
        with admin.begin() as connection:
            connection.execute(sa.schema.DropSchema(name, cascade=True))
        admin.dispose()


def table(found: list[Found]) -> Table:
    """Medians and 99th percentiles, in ms."""
    title = f"Claiming {BATCH} due promises, {ROUNDS} times with each number of them pending, in ms"
    shown = Table(title=title, title_justify="left")
    for name in ("", f"{FEW:,}", "p99", f"{MANY:,}", "p99", "ratio"):
        shown.add_column(name, justify="right" if name else "left")
    for each in found:
        times = (percentile(values, share) * 1e3 for values in (each.few, each.many) for share in (0.5, 0.99))
        shown.add_row(each.database, *(f"{value:.1f}" for value in times), f"{each.ratio:.2f}")
    return shown


def verdicts(found: list[Found]) -> Iterator[tuple[str, str, str, bool]]:
    """What was found, what is wanted, and whether it was reached, for each aim."""
    for each in found:
        wanted = f"at most {MOST_RATIO} × between {FEW:,} and {MANY:,} pending"
        yield f"claims, {each.database}", f"{each.ratio:.2f} ×", wanted, each.ratio <= MOST_RATIO
    for each in found:
        if each.database == "PostgreSQL":
            p99 = percentile(each.many, 0.99)
            wanted = f"at most {MOST_P99 * 1e3:.0f} ms"
            yield "claims p99, PostgreSQL", f"{p99 * 1e3:.1f} ms", wanted, p99 <= MOST_P99


def main() -> None:
    """Print it."""
    from rich.console import Console  # noqa: PLC0415 - only here

    console, found = Console(width=110, highlight=False), list(measure())
    console.print(table(found))
    for what, was, wanted, reached in verdicts(found):
        console.print(f"{'reached' if reached else 'MISSED':8}{what}: {was} ({wanted})")


if __name__ == "__main__":
    main()
