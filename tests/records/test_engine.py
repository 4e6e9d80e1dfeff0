"""A database that cannot be used is refused in words that help, and without its password."""

from __future__ import annotations

import socket
import sqlite3
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Thread

import pytest
import sqlalchemy as sa

from ivr.calls.ports import RecordsUnavailableError
from ivr.errors import OperatorError
from ivr.records.engine import open_engine, reading, writing
from ivr.records.held import held_of
from ivr.records.migrate import upgrade
from ivr.records.pen import PooledPen, pen_for
from ivr.records.reader import reader_for
from ivr.records.store import SqlRecords
from tests.records.samples import first

ONE = sa.select(sa.literal(1).label("one"))


def read_one(engine: sa.Engine) -> None:
    """Look something up."""
    assert [row.one for row in reader_for(engine).rows(ONE, {})] == [1]


@pytest.fixture
def refused() -> int:
    """A port where nobody listens."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("", "cannot be read.*IVR_DATABASE_URL"),
        ("records.db", "cannot be read.*sqlite:///PATH"),
        ("postgresql://ivr:s3same@host:port/ivr", "cannot be read"),
        ("mysql://ivr:s3same@host/ivr", '"mysql".*postgresql://USER'),
    ],
)
def test_a_wrong_url_is_explained(url: str, says: str) -> None:
    with pytest.raises(OperatorError, match=says) as caught:
        open_engine(url)
    assert "s3same" not in str(caught.value)


@pytest.mark.parametrize("password", ["s3same", "p%40ss", "127.0.0.1"])
def test_a_server_that_is_not_there_is_named_without_the_password(refused: int, password: str) -> None:
    with pytest.raises(OperatorError, match=f":{refused} cannot be used as ivr.*IVR_DATABASE_URL") as caught:
        open_engine(f"postgresql://ivr:{password}@127.0.0.1:{refused}/records")
    if password != "127.0.0.1":
        assert password not in str(caught.value)
    assert caught.value.__cause__ is None  # whose text may hold the password


def test_the_folder_of_sqlite_is_made_and_the_file_is_not_for_everybody(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "ivr.db"
    open_engine(f"sqlite:///{path}").dispose()
    assert stat.S_IMODE(path.stat().st_mode) & stat.S_IRWXO == 0


def test_a_reader_does_not_make_records(tmp_path: Path) -> None:
    with pytest.raises(OperatorError, match=r"no records: .*ivr\.db does not exist.*IVR_DATABASE_URL"):
        open_engine(f"sqlite:///{tmp_path}/ivr.db", make=False)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("kind", ["file in the way", "a folder", "not a database"])
def test_a_place_where_no_database_can_be(tmp_path: Path, kind: str) -> None:
    (tmp_path / "text").write_text("This is a letter and not a database at all. " * 30)
    places = {"file in the way": "text/ivr.db", "a folder": "", "not a database": "text"}
    with pytest.raises(OperatorError, match=r"cannot be (made|opened)"):
        open_engine(f"sqlite:///{tmp_path}/{places[kind]}")


def test_sqlite_is_set_up_for_many_writers(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path}/ivr.db")
    with reading(engine) as connection:
        found = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    assert found == {"journal_mode": "wal", "synchronous": 1, "foreign_keys": 1, "busy_timeout": 10_000}
    engine.dispose()


def test_records_in_memory_hold_calls_for_one_thread_after_another() -> None:
    engine = open_engine("sqlite://")
    upgrade(engine)
    records = SqlRecords(engine)
    other = Thread(target=records.save, args=(first(),))
    other.start()
    other.join()
    assert records.load(first().call.call_id).number == 0
    records.close()
    engine.dispose()


def test_a_database_that_fails_later_is_an_error_the_product_knows(url: str) -> None:
    engine = open_engine(url)  # without tables
    records = SqlRecords(engine)
    with pytest.raises(RecordsUnavailableError, match=r"calls.* Check the database") as caught:
        records.save(first())
    assert first().call.caller not in str(caught.value)
    with pytest.raises(RecordsUnavailableError):
        records.load("any")
    records.close()
    engine.dispose()


@pytest.mark.parametrize("pen_of", [pen_for, PooledPen])
def test_a_database_all_of_whose_connections_are_taken_is_one_that_fails(tmp_path: Path, pen_of) -> None:
    engine = sa.create_engine(f"sqlite:///{tmp_path}/ivr.db", pool_size=1, max_overflow=0, pool_timeout=0.01)
    taken = engine.raw_connection()
    records, pen = SqlRecords(engine), pen_of(engine)
    for use in (lambda: records.load("c1"), lambda: records.company_text("c1"), lambda: pen.write(())):
        with pytest.raises(RecordsUnavailableError, match="timed out"):
            use()
    with pytest.raises(RecordsUnavailableError, match="timed out"), writing(engine):
        pass
    taken.close()
    engine.dispose()


@pytest.mark.parametrize("use", [lambda engine: pen_for(engine).write(()), read_one])
def test_whoever_waits_too_long_for_another_thread_fails(tmp_path: Path, monkeypatch, use) -> None:
    monkeypatch.setattr("ivr.records.held.BUSY_SECONDS", 0.01)
    engine = open_engine(f"sqlite:///{tmp_path}/ivr.db")
    with held_of(engine), ThreadPoolExecutor(1) as another:
        failed = another.submit(use, engine).exception()
    assert isinstance(failed, RecordsUnavailableError)
    use(engine)
    engine.dispose()


def test_what_is_held_is_let_go_with_its_engine(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path}/ivr.db")
    with held_of(engine) as driver:
        driver.execute("SELECT 1")
    assert held_of(engine) is held_of(engine)
    engine.dispose()
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        driver.execute("SELECT 1")
    read_one(engine)  # with another
    engine.dispose()


def test_a_database_in_memory_outlives_what_is_held() -> None:
    engine = open_engine("sqlite://")
    with held_of(engine) as driver:
        driver.execute("CREATE TABLE kept (x)")
    held_of(engine).close()
    with held_of(engine) as driver:
        assert driver.execute("SELECT count(*) FROM kept").fetchone() == (0,)
    engine.dispose()


@pytest.mark.parametrize("table", ["calls", "turns"])
def test_a_pen_writes_again_after_a_failure(engine: sa.Engine, records: SqlRecords, table: str) -> None:
    with engine.begin() as connection:
        connection.execute(sa.text(f"ALTER TABLE {table} RENAME TO away"))
    with pytest.raises(RecordsUnavailableError):
        records.save(first())
    with engine.begin() as connection:
        connection.execute(sa.text(f"ALTER TABLE away RENAME TO {table}"))
    records.save(first())
    assert records.load(first().call.call_id).number == 0
