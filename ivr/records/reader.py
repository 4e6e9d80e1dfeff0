"""Reads one or a few rows at once, at what it costs the database: every turn of a call waits for it.

As with the pens: on SQLite SQLAlchemy's own execution is most of the cost of a small query (about 120 µs of
140), so each statement is compiled once and its text handed to the driver; on PostgreSQL the journeys to the
server are, so none is made to begin and to end a transaction.
"""

from __future__ import annotations

import sqlite3
from collections import namedtuple
from collections.abc import Callable
from typing import Any, Protocol

from sqlalchemy import Engine, Select
from sqlalchemy.dialects import sqlite
from sqlalchemy.sql.compiler import SQLCompiler

from ivr.records.engine import FAILURES, reading, unavailable

AnySelect = Select[*tuple[Any, ...]]
_DIALECT = sqlite.dialect(paramstyle="named")


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
    """The driver's own execution on a connection of the engine's pool."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._ready: dict[int, _Ready] = {}

    def rows(self, statement: AnySelect, values: dict[str, Any]) -> list[Any]:
        """See Reader."""
        ready = self._ready.get(id(statement))
        if ready is None:
            ready = self._ready[id(statement)] = _Ready(statement)
        try:
            found = self._fetch(ready.text, ready.values(values))
        except (sqlite3.Error, *FAILURES) as error:
            raise unavailable(error) from error
        return list(map(ready.row, found))

    def _fetch(self, text: str, values: dict[str, Any]) -> list[tuple[Any, ...]]:
        held = self._engine.raw_connection()
        try:
            driver = held.driver_connection
            assert isinstance(driver, sqlite3.Connection)  # noqa: S101 - for the type checker
            return driver.execute(text, values).fetchall()
        finally:
            held.close()


class _Ready:
    """A statement compiled once: its text, and what turns values and rows into the driver's and back."""

    __slots__ = ("_binds", "_columns", "_fixed", "_row", "text")

    def __init__(self, statement: AnySelect) -> None:
        compiled = statement.compile(dialect=_DIALECT)
        binds = compiled.binds if isinstance(compiled, SQLCompiler) else {}
        columns = list(statement.selected_columns)
        self.text = str(compiled)
        self._fixed = {name: bind.effective_value for name, bind in binds.items() if not bind.required}
        self._binds = tuple(
            (name, process)
            for name, bind in binds.items()
            if (process := bind.type.dialect_impl(_DIALECT).bind_processor(_DIALECT)) is not None
        )
        self._columns = tuple(
            (place, process)
            for place, column in enumerate(columns)
            if (process := column.type.dialect_impl(_DIALECT).result_processor(_DIALECT, None)) is not None
        )
        self._row = _row_of([str(column.key) for column in columns])

    def values(self, values: dict[str, Any]) -> dict[str, Any]:
        """The values as the driver takes them."""
        given = {**self._fixed, **values}
        return {**given, **{name: process(given[name]) for name, process in self._binds}}

    def row(self, found: tuple[Any, ...]) -> Any:
        """A row as the statement's types have it."""
        fields = list(found)
        for place, process in self._columns:
            fields[place] = process(fields[place])
        return self._row(*fields)


def _row_of(names: list[str]) -> Callable[..., Any]:
    made: Callable[..., Any] = namedtuple("made", names)  # type: ignore[misc] # known by the statement alone
    return made
