"""What every room's tests may use."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from functools import lru_cache
from pathlib import Path

import pytest
from hypothesis import settings
from sqlalchemy import Engine

import ivr.company
from ivr import log, wiring
from ivr.company.loader import load
from ivr.company.models import Company

# How long an example takes depends on what else the machine does; speed is measured in benchmarks/.
settings.register_profile("ivr", deadline=None)
settings.load_profile("ivr")

EXAMPLE = Path(ivr.company.__file__).parent / "example" / "company.yaml"


@pytest.fixture(autouse=True)
def _logs_end_with_the_test() -> Iterator[None]:
    """Commands direct the log to a standard error that ends with them."""
    yield
    log.reset()


@pytest.fixture(scope="session")
def example() -> Company:
    """The company file that the product brings along."""
    return load(EXAMPLE).company


@lru_cache
def _migrated() -> bytes:
    """An empty database of the present schema."""
    store = wiring.records("sqlite://")
    with closing(store.engine.raw_connection()) as connection:
        return connection.driver_connection.serialize()


def _as_migrated(engine: Engine) -> None:
    with closing(engine.raw_connection()) as connection:
        connection.driver_connection.deserialize(_migrated())


@pytest.fixture
def migrated_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Databases in memory begin as copies of one that was migrated: for tests that open hundreds of them."""
    _migrated()
    given = wiring.upgrade

    def upgrade(engine: Engine) -> None:
        (_as_migrated if str(engine.url) == "sqlite://" else given)(engine)

    monkeypatch.setattr(wiring, "upgrade", upgrade)
