"""The connection that a process keeps to its SQLite file, for the few rows that every turn of a call needs.

SQLAlchemy's own execution is most of the cost of a small statement there (about 120 µs of 140), and any other
connection has to read its pages anew whenever a turn has been written. So each statement is compiled once and
its text handed to the driver, on one connection that pens and readers of an engine share.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from typing import Any
from weakref import WeakKeyDictionary, finalize, ref

from sqlalchemy import Engine, StaticPool, event
from sqlalchemy.dialects import sqlite
from sqlalchemy.engine.interfaces import PoolProxiedConnection
from sqlalchemy.sql.compiler import SQLCompiler

from ivr.records.engine import BUSY_SECONDS, unavailable

_DIALECT = sqlite.dialect(paramstyle="qmark")
_ONES: WeakKeyDictionary[Engine, Held] = WeakKeyDictionary()
_MAKING = threading.Lock()

Process = Callable[[Any], Any]  # a value as the other side has it


def held_of(engine: Engine) -> Held:
    """The held connection of an engine: the same for everybody."""
    with _MAKING:
        return _ONES.get(engine) or _ONES.setdefault(engine, Held(engine))


class Held:
    """A context in which one thread at a time has the driver's connection; its engine must be kept meanwhile.

    The lock is fair enough where SQLite's own waiting is not: it polls, and under many threads some starve.
    Other connections, of whichever process, are waited for as the engine says.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = ref(engine)
        self._in_memory = isinstance(engine.pool, StaticPool)
        self._lock = threading.Lock()
        self._connection: PoolProxiedConnection | None = None
        self._driver: sqlite3.Connection | None = None
        event.listen(engine, "engine_disposed", lambda _: self.close())
        finalize(engine, self.close)  # before its pool goes: an unclosed connection is a warning

    def __enter__(self) -> sqlite3.Connection:
        """Raises RecordsUnavailableError where others have it too long, and what pool and driver raise."""
        if not self._lock.acquire(timeout=BUSY_SECONDS):
            raise unavailable(TimeoutError("what is written before takes too long"))
        try:
            return self._driver or self._connected()
        except BaseException:
            self._lock.release()
            raise

    def __exit__(self, *_: object) -> None:
        self._lock.release()

    def close(self) -> None:
        """Let the connection go; who needs one again gets another."""
        with self._lock:
            held, self._connection, self._driver = self._connection, None, None
            if held is None:
                return
            if not self._in_memory:  # such a database ends with its connection
                held.detach()
            held.close()

    def _connected(self) -> sqlite3.Connection:
        engine = self._engine()
        assert engine is not None  # noqa: S101 - for the type checker: whoever enters keeps it
        self._connection = engine.raw_connection()
        driver = self._connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)  # noqa: S101 - for the type checker
        self._driver = driver
        return driver


class Ready:
    """A statement compiled once: its text, and what makes values the driver's."""

    __slots__ = ("_binds", "_fixed", "text")

    def __init__(self, statement: Any, names: list[str] | None = None) -> None:
        """``names``: the columns that an INSERT or UPDATE is to set, and its parameters."""
        compiled = statement.compile(dialect=_DIALECT, column_keys=names)
        assert isinstance(compiled, SQLCompiler)  # noqa: S101 - for the type checker
        self.text = str(compiled)
        self._fixed = {
            name: bind.effective_value for name, bind in compiled.binds.items() if not bind.required
        }
        self._binds = tuple(
            (name, compiled.binds[name].type.dialect_impl(_DIALECT).bind_processor(_DIALECT))
            for name in compiled.positiontup or ()
        )

    def values(self, values: dict[str, Any]) -> list[Any]:
        """The values as the driver takes them, in its order."""
        given = {**self._fixed, **values} if self._fixed else values
        return [given[name] if process is None else process(given[name]) for name, process in self._binds]


def result_processors(columns: list[Any]) -> tuple[tuple[int, Process], ...]:
    """What makes the driver's values those of the columns, for the places that need it."""
    found = ((at, one.type.dialect_impl(_DIALECT)) for at, one in enumerate(columns))
    made = ((at, kind.result_processor(_DIALECT, None)) for at, kind in found)
    return tuple((at, process) for at, process in made if process is not None)
