"""What every room's tests may use."""

from __future__ import annotations

import gc
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import cache, lru_cache
from pathlib import Path

import pytest
import structlog
from hypothesis import settings
from sqlalchemy import Engine

import ivr.company
from ivr import log, wiring
from ivr.company import document
from ivr.company.loader import load
from ivr.company.models import Company
from ivr.records.engine import open_engine
from ivr.records.migrate import revision, upgrade
from ivr.records.store import SqlRecords

# Tests keep what was learnt, read and proved; to look through all that for garbage is a tenth of their time.
gc.set_threshold(100_000, 20, 50)

# How long an example takes depends on what else the machine does; speed is measured in benchmarks/.
settings.register_profile("ivr", deadline=None)
settings.load_profile("ivr")

# To read its YAML is most of what it takes to load a company file, and most tests load the same.
READ = document.read


@cache
def _good(text: str) -> document.Document | None:
    found = READ("", text)
    return None if found.problems else found


document.read = lambda file, text: _good(text) or READ(file, text)
EXAMPLE = Path(ivr.company.__file__).parent / "example" / "company.yaml"


PLAIN = [
    structlog.processors.add_log_level,
    structlog.processors.format_exc_info,
    structlog.processors.JSONRenderer(),
]


@pytest.fixture(autouse=True)
def _plain_log() -> Iterator[None]:
    """Tracebacks without the seconds that a coloured picture of one takes; the log ends with the test.

    Commands direct it to a standard error that ends with them.
    """
    structlog.configure(PLAIN)
    yield
    log.reset()


@pytest.fixture(scope="session")
def example() -> Company:
    """The company file that the product brings along."""
    return load(EXAMPLE).company


@lru_cache
def migrated() -> sqlite3.Connection:
    """An empty database of the present schema."""
    store = SqlRecords(open_engine("sqlite://"))
    upgrade(store.engine)
    copy = sqlite3.connect(":memory:", check_same_thread=False)
    with closing(store.engine.raw_connection()) as connection:
        connection.driver_connection.backup(copy)
    return copy


def with_schema(engine: Engine) -> None:
    """Bring a database to the present schema; an empty one on SQLite by copying one that was migrated."""
    if engine.dialect.name != "sqlite" or revision(engine):
        upgrade(engine)
        return
    with closing(engine.raw_connection()) as connection:
        migrated().backup(connection.driver_connection)


@pytest.fixture
def migrated_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Databases begin as copies of one that was migrated: for tests that open hundreds of them."""
    monkeypatch.setattr(wiring, "upgrade", with_schema)
