"""Opens the database that a URL names, set up for many threads that write short transactions."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from weakref import finalize

from sqlalchemy import URL, Connection, Engine, StaticPool, create_engine, event, make_url
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.exc import TimeoutError as AllTakenError

from ivr.calls.ports import RecordsUnavailableError
from ivr.errors import OperatorError

BUSY_SECONDS = 10  # how long one writer waits for another on SQLite
_PATIENCE: dict[str, Any] = {  # a server that is gone must not hold a call for minutes
    "connect_timeout": 5,  # seconds
    "tcp_user_timeout": 10_000,  # milliseconds
    "application_name": "ivr",
}
# The inserts that know ON CONFLICT, by the name of the dialect.
INSERT: dict[str, Any] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}
# What SQLAlchemy raises when the database fails: the driver's errors, and that no connection became free.
FAILURES = (DBAPIError, AllTakenError)
_BEGIN = "ivr_begin"  # execution option: how a transaction on SQLite begins
_HOW = "Set IVR_DATABASE_URL to sqlite:///PATH or postgresql://USER:PASSWORD@HOST:5432/DATABASE."


def open_engine(url: str, make: bool = True) -> Engine:
    """An engine for ``url`` whose database has answered; SQLite's folder and file are made if ``make``.

    ``sqlite://`` is a database in memory, for one thread at a time.

    Raises:
        OperatorError: the URL is wrong, the file cannot be made or is missing, or the server is not reached.
    """
    parsed = _parsed(url)
    engine = _open_sqlite(parsed, make) if parsed.get_backend_name() == "sqlite" else _open_postgres(parsed)
    # A command leaves its engine behind, and from Python 3.13 on an unclosed connection is a warning.
    finalize(engine, engine.pool.dispose)
    return engine


def is_file(url: str) -> bool:
    """Whether the database is a file beside us, and no server that is waited for. Raises OperatorError."""
    return _parsed(url).get_backend_name() == "sqlite"


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection to read with. Raises RecordsUnavailableError when the database fails."""
    try:
        with engine.connect() as connection:
            yield connection
    except FAILURES as error:
        raise unavailable(error) from error


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One transaction to write in; on SQLite it takes the write lock at once instead of failing half-way.

    Raises RecordsUnavailableError when the database fails; nothing was written then.
    """
    try:
        with engine.execution_options(**{_BEGIN: "BEGIN IMMEDIATE"}).begin() as connection:
            yield connection
    except FAILURES as error:
        raise unavailable(error) from error


@contextmanager
def writing_once(engine: Engine) -> Iterator[Connection]:
    """As ``writing``, for a single statement on PostgreSQL: no journeys to begin and to commit."""
    if engine.dialect.name == "sqlite":
        with writing(engine) as connection:
            yield connection
        return
    with reading(engine.execution_options(isolation_level="AUTOCOMMIT")) as connection:
        yield connection


def unavailable(error: Exception) -> RecordsUnavailableError:
    """The database's complaint as a sentence; the values of the statement are not in it."""
    cause = error.orig if isinstance(error, DBAPIError) and error.orig is not None else error
    reason = " ".join(str(cause).split()).rstrip(".")
    return RecordsUnavailableError(
        f"The records cannot be used now: {reason}. Check the database, its disk and its server."
    )


def _parsed(url: str) -> URL:
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError) as error:
        raise OperatorError(f"The database URL cannot be read. {_HOW}") from error
    if parsed.get_backend_name() not in {"sqlite", "postgresql", "postgres"}:
        raise OperatorError(f'The database URL begins with "{parsed.drivername}". {_HOW}')
    return parsed


def _open_sqlite(url: URL, make: bool) -> Engine:
    if url.database in {None, "", ":memory:"}:
        return _listening(_in_memory())
    path = Path(str(url.database))
    _make_file(path) if make else _expect_file(path)
    try:
        _switch_to_wal(path)
    except sqlite3.Error as error:
        raise OperatorError(f"The database {path} cannot be opened ({error}). {_HOW}") from error
    return _listening(
        create_engine(
            url.set(drivername="sqlite+pysqlite"),
            hide_parameters=True,  # an error message in a log must not carry callers' numbers
            connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False},
        )
    )


def _in_memory() -> Engine:
    """A single connection; threads may have it one after another, as those of a server with one call do."""
    one = {"check_same_thread": False}
    return create_engine("sqlite://", poolclass=StaticPool, connect_args=one, hide_parameters=True)


def _make_file(path: Path) -> None:
    # It holds callers' numbers: readable by owner and group. SQLite gives its other files the same mode.
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o640)
    except OSError as error:
        raise OperatorError(
            f"The database {path} cannot be made ({error.strerror}). Let this user write to that folder, "
            "or set IVR_DATABASE_URL to another place."
        ) from error


def _expect_file(path: Path) -> None:
    if not path.exists():
        raise OperatorError(
            f"There are no records: {path} does not exist. The first call makes it (ivr talk, ivr serve). "
            "If there were calls, IVR_HOME or IVR_DATABASE_URL must say where they are."
        )


def _listening(engine: Engine) -> Engine:
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: sqlite3.Connection, _: object) -> None:
    connection.isolation_level = None  # transactions begin where _begin says, not where the driver guesses
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("PRAGMA synchronous=NORMAL")  # in WAL: safe against a killed process


def _begin(connection: Connection) -> None:
    driver: Any = connection.connection.driver_connection
    driver.execute(connection.get_execution_options().get(_BEGIN, "BEGIN"))


def _switch_to_wal(path: Path) -> None:
    # The mode stays with the file. SQLite does not always wait for others while it switches, so we do.
    until = time.monotonic() + BUSY_SECONDS
    with closing(sqlite3.connect(path, timeout=BUSY_SECONDS)) as connection:
        while True:
            try:
                connection.execute("PRAGMA journal_mode=WAL")
                return
            except sqlite3.OperationalError as error:
                if "locked" not in str(error) or time.monotonic() > until:
                    raise
                time.sleep(0.02)


def _open_postgres(url: URL) -> Engine:
    engine = create_engine(
        url.set(drivername="postgresql+psycopg"),
        hide_parameters=True,
        pool_size=10,
        max_overflow=20,
        pool_timeout=BUSY_SECONDS,
        pool_pre_ping=True,  # a server that was restarted costs no call
        connect_args={name: value for name, value in _PATIENCE.items() if name not in url.query},
    )
    try:
        with engine.connect():
            return engine
    except DBAPIError as error:
        raise OperatorError(_unreachable(url, error)) from None


def _unreachable(url: URL, error: DBAPIError) -> str:
    reason = " ".join(str(error.orig).split())
    for secret in {url.password, url.query.get("password")} - {None, ""}:
        reason = reason.replace(str(secret), "***")
    where = f'The database "{url.database}" at {url.host or "this machine"}:{url.port or 5432}'
    return (
        f"{where} cannot be used as {url.username or 'this user'}: {reason.rstrip('.?')}. "
        "Check that the server runs and takes connections from here, and IVR_DATABASE_URL."
    )
