"""Worlds to call into."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest

from ivr import log
from tests.dialer.fake_records import FakeRecords
from tests.dialer.world import World


@pytest.fixture(autouse=True)
def _quiet() -> Iterator[None]:
    """Dispatchers that are killed a hundred times write too much."""
    log.configure(least=logging.CRITICAL)
    yield
    log.reset()


@pytest.fixture
def world() -> World:
    """A world whose records are in memory."""
    records = FakeRecords()
    return World(records, records)
