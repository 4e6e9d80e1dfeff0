"""Writes rows down in one transaction. SQLite and PostgreSQL each have a pen, because their costs differ.

On SQLite SQLAlchemy's own execution is most of the cost of a small transaction (about 270 µs of 330), so its
pen hands what SQLAlchemy has compiled to the driver (see ``held``). On PostgreSQL the journey to the server
dominates, and the pool keeps many threads apart.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Protocol

from sqlalchemy import Connection, Engine, Insert, Select, Update
from sqlalchemy.exc import IntegrityError

from ivr.errors import IvrError
from ivr.records.engine import FAILURES, unavailable
from ivr.records.held import Ready, held_of

_UNMET = "What was to be written depends on what is not so any more."
_Row = tuple[str, list[Any], bool]  # text, values, whether it is a condition


@dataclass(frozen=True, slots=True)
class Write:
    """One row to write, or what follows from it: a statement that lives as long as its module, and values."""

    statement: Insert | Update | Select[Any]
    values: dict[str, Any]  # by column name; what selects the row is named of_…
    is_condition: bool = False  # a SELECT that has to find a row, or else nothing is written


class ConflictError(IvrError):
    """A row contradicts what is written already; nothing was written."""


class UnmetError(IvrError):
    """A condition of what was to be written does not hold; nothing was written."""


class Pen(Protocol):
    """May be used from any thread."""

    def write(self, writes: Iterable[Write]) -> None:
        """All of ``writes`` or none of them.

        Raises:
            ConflictError: a row contradicts what is written already.
            UnmetError: a condition does not hold.
            RecordsUnavailableError: the database could not take them.
        """

    def close(self) -> None:
        """Give back what the pen holds; it may be used again afterwards."""


def pen_for(engine: Engine) -> Pen:
    """The pen for this engine's database."""
    return SqlitePen(engine) if engine.dialect.name == "sqlite" else PooledPen(engine)


def perform(connection: Connection, writes: Iterable[Write]) -> int:
    """Perform ``writes`` in a transaction that is open; how many rows the last of them touched.

    Raises UnmetError where a condition does not hold.
    """
    touched = 0
    for write in writes:
        result = connection.execute(write.statement, write.values)
        touched = result.rowcount
        if write.is_condition and result.first() is None:
            raise UnmetError(_UNMET)
    return touched


class PooledPen:
    """One transaction on a connection of the engine's pool; a single row is one by itself."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._at_once = engine.execution_options(isolation_level="AUTOCOMMIT")

    def write(self, writes: Iterable[Write]) -> None:
        """See Pen."""
        rows = list(writes)
        engine = self._at_once if len(rows) == 1 else self._engine
        try:
            with engine.begin() as connection:
                perform(connection, rows)
        except IntegrityError as error:
            raise ConflictError("What was to be written contradicts the records.") from error
        except FAILURES as error:
            raise unavailable(error) from error

    def close(self) -> None:
        """Nothing is held between writes."""


class SqlitePen:
    """The driver's own execution on the connection that the process holds."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine  # kept: what is held is held for it
        self._held = held_of(engine)
        self._ready: dict[int, Ready] = {}

    def write(self, writes: Iterable[Write]) -> None:
        """See Pen."""
        rows = [self._row(write) for write in writes]
        try:
            with self._held as driver:
                _perform(driver, rows)
        except sqlite3.IntegrityError as error:
            raise ConflictError("What was to be written contradicts the records.") from error
        except (sqlite3.Error, *FAILURES) as error:
            raise unavailable(error) from error

    def close(self) -> None:
        """Let the connection go."""
        self._held.close()

    def _row(self, write: Write) -> _Row:
        ready = self._ready.get(id(write.statement))
        if ready is None:
            ready = self._ready[id(write.statement)] = Ready(write.statement, list(write.values))
        return ready.text, ready.values(write.values), write.is_condition


def _perform(driver: sqlite3.Connection, rows: list[_Row]) -> None:
    if len(rows) == 1 and not rows[0][2]:  # a transaction of its own, as most turns are
        driver.execute(*rows[0][:2])
        return
    driver.execute("BEGIN IMMEDIATE")
    try:
        for text, values, is_condition in rows:
            cursor = driver.execute(text, values)
            if is_condition and cursor.fetchone() is None:
                raise UnmetError(_UNMET)
        driver.execute("COMMIT")
    except BaseException:
        driver.rollback()
        raise
