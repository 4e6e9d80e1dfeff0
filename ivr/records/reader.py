"""Reads one or a few rows at once, at what it costs the database: every turn of a call waits for it.

On SQLite SQLAlchemy's own part is most of that (see ``held``); on PostgreSQL the journeys to the server are,
so none is made to begin and to end a transaction.
"""

from __future__ import annotations

import sqlite3
from collections import namedtuple
from collections.abc import Callable
from typing import Any, Protocol

from sqlalchemy import Engine, Select

from ivr.records.engine import FAILURES, reading, unavailable
from ivr.records.held import Ready, held_of, result_processors

AnySelect = Select[*tuple[Any, ...]]


class Reader(Protocol):
    """May be used from any thread."""

    def rows(self, statement: AnySelect, values: dict[str, Any]) -> list[Any]:
        """What a statement finds; its columns are attributes of each row.

        Args:
            statement: lives as long as its module.
            values: by name of its parameters, all of them.

        Raises:
            RecordsUnavailableError: the database fails.
        """


def reader_for(engine: Engine) -> Reader:
    """The reader for this engine's database."""
    return SqliteReader(engine) if engine.dialect.name == "sqlite" else PooledReader(engine)


class PooledReader:
    """One statement on a connection of the engine's pool, in no transaction."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine.execution_options(isolation_level="AUTOCOMMIT")

    def rows(self, statement: AnySelect, values: dict[str, Any]) -> list[Any]:
        """See Reader."""
        with reading(self._engine) as connection:
            return list(connection.execute(statement, values))


class SqliteReader:
    """The driver's own execution on the connection that the process holds."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine  # kept: what is held is held for it
        self._held = held_of(engine)
        self._ready: dict[int, _Ready] = {}

    def rows(self, statement: AnySelect, values: dict[str, Any]) -> list[Any]:
        """See Reader."""
        ready = self._ready.get(id(statement))
        if ready is None:
            ready = self._ready[id(statement)] = _Ready(statement)
        try:
            with self._held as driver:
                found = driver.execute(ready.text, ready.values(values)).fetchall()
        except (sqlite3.Error, *FAILURES) as error:
            raise unavailable(error) from error
        return list(map(ready.row, found))


class _Ready(Ready):
    """Besides, what makes the driver's rows those of the statement."""

    __slots__ = ("_columns", "_row")

    def __init__(self, statement: AnySelect) -> None:
        super().__init__(statement)
        columns = list(statement.selected_columns)
        self._columns = result_processors(columns)
        self._row = _row_of([str(column.key) for column in columns])

    def row(self, found: tuple[Any, ...]) -> Any:
        """A row as the statement's types have it."""
        fields = list(found)
        for place, process in self._columns:
            fields[place] = process(fields[place])
        return self._row(*fields)


def _row_of(names: list[str]) -> Callable[..., Any]:
    made: Callable[..., Any] = namedtuple("made", names)  # type: ignore[misc] # known by the statement alone
    return made
