"""Each reader finds what SQLAlchemy itself finds, value by value and type by type."""

from __future__ import annotations

import pytest
import sqlalchemy as sa
from sqlalchemy import Engine, bindparam

from ivr.calls.ports import RecordsUnavailableError
from ivr.records.reader import reader_for
from ivr.records.store import LAST_TURN, SqlRecords
from ivr.records.tables import Call, Promise
from tests.records.ledger_samples import at, promised
from tests.records.samples import call, first

OF_ONE = LAST_TURN.where(Call.call_id == bindparam("of_call"))
BEFORE = sa.select(*Promise.__table__.c).where(Promise.at < bindparam("of_at")).order_by(Promise.at)
LIMITED = BEFORE.limit(1)
NOWHERE = sa.select(sa.column("x")).select_from(sa.table("no_such_table"))


@pytest.mark.parametrize("statement", [OF_ONE, BEFORE, LIMITED])
def test_a_row_is_that_of_sqlalchemy(records: SqlRecords, engine: Engine, statement) -> None:
    records.save(first())
    promised(records, 30)
    promised(records, 60, "+37126000009")
    values = {"of_call": call().call_id, "of_at": at(61)}
    found = reader_for(engine).rows(statement, values)
    with engine.connect() as connection:
        expected = connection.execute(statement, values).all()
    assert [tuple(row) for row in found] == [tuple(row) for row in expected]
    assert [list(row._asdict()) for row in found] == [list(row._asdict()) for row in expected]
    assert found


def test_nothing_is_found_where_there_is_nothing(records: SqlRecords, engine: Engine) -> None:
    assert reader_for(engine).rows(OF_ONE, {"of_call": "nobody"}) == []


def test_a_connection_comes_back_whatever_happened(records: SqlRecords, engine: Engine) -> None:
    reader = reader_for(engine)
    for _ in range(50):  # more than the pool holds
        with pytest.raises(RecordsUnavailableError, match="no_such_table"):
            reader.rows(NOWHERE, {})
    assert reader.rows(OF_ONE, {"of_call": "nobody"}) == []
