"""Writes rows down in one transaction. SQLite and PostgreSQL each have a pen, because their costs differ.

On SQLite SQLAlchemy's own execution is most of the cost of a small transaction (about 270 µs of 330), so its
pen lets SQLAlchemy compile each statement once and hands the text to the driver. On PostgreSQL the journey to
the server dominates, and the pool keeps many threads apart.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Protocol

from sqlalchemy import Connection, Engine, Insert, Select, Update
from sqlalchemy.dialects import sqlite
from sqlalchemy.engine.interfaces import PoolProxiedConnection
from sqlalchemy.exc import IntegrityError
from sqlalchemy.sql.compiler import SQLCompiler

from ivr.errors import IvrError
from ivr.records.engine import BUSY_SECONDS, FAILURES, unavailable

_UNMET = "What was to be written depends on what is not so any more."
_DIALECT = sqlite.dialect(paramstyle="named")


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
    """One connection of its own, and one writer of this process at a time.

    The lock is fair enough where SQLite's own waiting is not: it polls, and under many threads some starve.
    Other processes are waited for as the engine says.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._lock = threading.Lock()
        self._held: PoolProxiedConnection | None = None
        self._ready: dict[int, _Ready] = {}

    def write(self, writes: Iterable[Write]) -> None:
        """See Pen."""
        rows = [self._row(write) for write in writes]
        if not self._lock.acquire(timeout=BUSY_SECONDS):
            raise unavailable(TimeoutError("what is written before takes too long"))
        try:
            self._perform(rows)
        except sqlite3.IntegrityError as error:
            raise ConflictError("What was to be written contradicts the records.") from error
        except (sqlite3.Error, *FAILURES) as error:
            raise unavailable(error) from error
        finally:
            self._lock.release()

    def close(self) -> None:
        """Give the connection back to the pool."""
        with self._lock:
            if self._held is not None:
                self._held.close()
                self._held = None

    def _row(self, write: Write) -> tuple[str, dict[str, Any], bool]:
        ready = self._ready.get(id(write.statement))
        if ready is None:
            ready = self._ready[id(write.statement)] = _Ready(write)
        return ready.text, ready.values(write.values), write.is_condition

    def _perform(self, rows: list[tuple[str, dict[str, Any], bool]]) -> None:
        driver = self._driver()
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

    def _driver(self) -> sqlite3.Connection:
        if self._held is None:
            self._held = self._engine.raw_connection()
        driver = self._held.driver_connection
        assert isinstance(driver, sqlite3.Connection)  # noqa: S101 - for the type checker
        return driver


class _Ready:
    """A statement compiled once: its text, and what turns values into the driver's."""

    __slots__ = ("processors", "text")

    def __init__(self, write: Write) -> None:
        compiled = write.statement.compile(dialect=_DIALECT, column_keys=list(write.values))
        binds = compiled.binds if isinstance(compiled, SQLCompiler) else {}
        self.text = str(compiled)
        self.processors = tuple(
            (name, process)
            for name, bind in binds.items()
            if (process := bind.type.dialect_impl(_DIALECT).bind_processor(_DIALECT)) is not None
        )

    def values(self, values: dict[str, Any]) -> dict[str, Any]:
        """The values as the driver takes them."""
        return {**values, **{name: process(values[name]) for name, process in self.processors}}
