"""A database of its own for each test, on SQLite and, where there is one, on PostgreSQL."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine, make_url

from ivr.records.engine import open_engine
from ivr.records.history import History
from ivr.records.store import SqlRecords
from tests.conftest import with_schema

POSTGRES = os.environ.get("IVR_TEST_POSTGRES_URL", "")
HOW = "Set IVR_TEST_POSTGRES_URL to an empty PostgreSQL database to run this; make harness does."


def _own_schema() -> Iterator[str]:
    # A schema a test: none disturbs another, and the owner needs no right to make databases.
    schema = f"test_{uuid.uuid4().hex}"
    admin = open_engine(POSTGRES)
    with admin.begin() as connection:
        connection.execute(sa.schema.CreateSchema(schema))
    url = make_url(POSTGRES).update_query_dict({"options": f"-csearch_path={schema}"})
    yield url.render_as_string(hide_password=False)
    with admin.begin() as connection:
        connection.execute(sa.schema.DropSchema(schema, cascade=True))
    admin.dispose()


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """URL of an empty database."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'records' / 'ivr.db'}"
    elif POSTGRES:
        yield from _own_schema()
    else:
        pytest.skip(HOW)


@pytest.fixture
def engine(url: str) -> Iterator[Engine]:
    """An engine on a database of the present schema."""
    made = open_engine(url)
    with_schema(made)
    yield made
    made.dispose()


@pytest.fixture
def records(engine: Engine) -> Iterator[SqlRecords]:
    """The records of node "one"."""
    made = SqlRecords(engine, node="one")
    yield made
    made.close()


@pytest.fixture
def history(engine: Engine) -> History:
    """The same records, to read."""
    return History(engine)
