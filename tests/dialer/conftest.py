"""Worlds to call into."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator

import pytest

from ivr import log
from ivr.records.engine import open_engine
from tests.conftest import with_schema
from tests.dialer.fake_records import FakeRecords
from tests.dialer.sql_books import SqlBooks
from tests.dialer.world import Clock, World


@pytest.fixture(autouse=True)
def _quiet() -> Iterator[None]:
    """Dispatchers that are killed a hundred times write too much."""
    log.configure(least=logging.CRITICAL)
    yield
    log.reset()


def in_memory() -> World:
    """A world whose records are in memory."""
    records = FakeRecords()
    return World(records, records)


def on_sqlite() -> World:
    """A world on the real records."""
    clock = Clock()
    engine = open_engine("sqlite://")
    with_schema(engine)
    books = SqlBooks(engine, clock)
    return World(books, books, clock)


@pytest.fixture
def world() -> World:
    """A world whose records are in memory."""
    return in_memory()


@pytest.fixture(params=[in_memory, on_sqlite], ids=["memory", "sqlite"])
def either(request: pytest.FixtureRequest) -> Iterator[World]:
    """A world on the fake records, and the same on the real ones."""
    make: Callable[[], World] = request.param
    made = make()
    yield made
    if isinstance(made.records, SqlBooks):
        made.records.calls.close()
        made.records.engine.dispose()
