"""The migrations lead to the tables and back; processes that start together do not disturb each other."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine

from ivr.calls.ports import NewCall
from ivr.conversation.actions import Note
from ivr.conversation.codec import actions_to_json, state_to_json
from ivr.conversation.events import Recorded
from ivr.errors import OperatorError
from ivr.records import migrate
from ivr.records.engine import open_engine
from ivr.records.history import History
from ivr.records.migrate import downgrade, newest, revision, upgrade
from ivr.records.store import SqlRecords
from ivr.records.tables import Table, UtcTime
from tests.records.samples import NOON, call, entry, first, turn

START = "import sys; from ivr.records.engine import open_engine; from ivr.records.migrate import upgrade; "
START += "sys.stdin.readline(); upgrade(open_engine(sys.argv[1]))"


# A call as the first version wrote it.
OLD: dict[str, dict[str, object]] = {
    "calls": {
        "call_id": "old",
        "line": "asterisk",
        "node": "main",
        "called": "+37167000000",
        "company": "f1",
        "began_at": NOON,
    },
    "turns": {
        "call_id": "old",
        "number": 0,
        "at": NOON,
        "step": "menu",
        "language": "lv",
        "state": state_to_json(turn().state),
        "actions": actions_to_json(()),
    },
    "messages": {
        "call_id": "old",
        "number": 0,
        "department": "sales",
        "reference": "m.wav",
        "seconds": 2.5,
        "language": "lv",
        "taken_at": NOON,
    },
}


def _tables(engine: Engine) -> set[str]:
    return set(sa.inspect(engine).get_table_names()) - {"alembic_version"}


def test_the_migrated_schema_is_that_of_the_tables(engine: Engine) -> None:
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Table.metadata) == []


def test_the_newest_revision_is_the_one_that_all_others_lead_to(engine: Engine) -> None:
    with engine.connect() as connection:
        script = ScriptDirectory.from_config(migrate._config(connection))
        at = MigrationContext.configure(connection).get_current_revision()
    assert (newest(), revision(engine)) == (script.get_current_head(), at)


def test_indexes_of_open_calls_hold_only_open_calls(engine: Engine) -> None:
    # compare_metadata does not look at the condition of a partial index.
    [index] = [index for index in sa.inspect(engine).get_indexes("calls") if index["name"] == "ix_calls_open"]
    [condition] = [str(value) for name, value in index["dialect_options"].items() if name.endswith("_where")]
    assert "ended_at IS NULL" in condition


def test_the_way_back_leaves_nothing_and_can_be_gone_again(engine: Engine) -> None:
    downgrade(engine)
    assert _tables(engine) == set()
    assert revision(engine) is None
    upgrade(engine)
    assert _tables(engine) == set(Table.metadata.tables)


def test_the_step_to_outbound_calls_and_back_keeps_what_there_was(url: str) -> None:
    engine = open_engine(url)
    upgrade(engine, "0001")
    with engine.begin() as connection:
        for name, row in OLD.items():
            columns = [
                sa.column(column, UtcTime() if value is NOON else None) for column, value in row.items()
            ]
            connection.execute(sa.insert(sa.table(name, *columns)), row)
    upgrade(engine)
    [message] = History(engine).list_messages()
    assert (message.reference, message.seconds, message.text, message.done_at) == ("m.wav", 2.5, None, None)
    records = SqlRecords(engine)
    assert records.load("old").call == NewCall("old", "asterisk", "+37167000000", None)
    records.save(entry(1, None, turn(Note("sales", "Call back."), Note("sales", "Soon.")), call("old")))
    assert len(History(engine).list_messages()) == 3
    downgrade(engine, "0001")
    with engine.connect() as connection:  # what was written has no place there
        kept = connection.execute(sa.text("SELECT reference, seconds FROM messages")).all()
        assert kept == [("m.wav", 2.5)]
        assert connection.execute(sa.text("SELECT count(*) FROM turns")).scalar_one() == 2
    upgrade(engine)
    records.close()
    engine.dispose()


def test_the_step_to_recordings_at_the_line_and_back_keeps_those_of_the_spool(url: str) -> None:
    engine = open_engine(url)
    upgrade(engine)
    records = SqlRecords(engine)
    records.save(first())
    records.save(entry(1, Recorded("m.wav", 2.5), turn()))
    for _ in range(2):
        downgrade(engine, "0002")
        upgrade(engine)
    [kept] = History(engine).transcript(call().call_id).recordings
    assert (kept.reference, kept.seconds, kept.source, kept.next_at) == ("m.wav", 2.5, None, None)
    records.close()
    engine.dispose()


def test_the_index_of_what_is_to_be_fetched_holds_nothing_else(engine: Engine) -> None:
    [index] = [found for found in sa.inspect(engine).get_indexes("recordings") if found["name"]]
    [where] = [str(value) for name, value in index["dialect_options"].items() if name.endswith("_where")]
    assert (index["name"], "next_at IS NOT NULL" in where) == ("ix_recordings_due", True)


def test_what_keeps_dispatchers_apart_holds_only_for_open_attempts(engine: Engine) -> None:
    found = {index["name"]: index for index in sa.inspect(engine).get_indexes("attempts")}
    for column in ("number", "person", "promise", "contact"):
        index = found[f"ux_attempts_{column}"]
        [where] = [str(value) for key, value in index["dialect_options"].items() if key.endswith("_where")]
        assert index["unique"]
        assert "ended_at IS NULL" in where


def test_an_upgrade_of_what_is_up_to_date_keeps_the_records(engine: Engine, records: SqlRecords) -> None:
    records.save(first())
    upgrade(engine)
    assert records.load(call().call_id).call == call()


def test_a_newer_database_is_refused_in_words(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(OperatorError, match=r"newer.*9999"):
        upgrade(engine)


def test_a_migration_that_fails_leaves_nothing_behind(url: str) -> None:
    engine = open_engine(url)
    with engine.begin() as connection:
        connection.execute(sa.text("CREATE TABLE messages (id INTEGER)"))  # in the way, half-way through
    with pytest.raises(Exception, match="messages"):
        upgrade(engine)
    assert _tables(engine) == {"messages"}
    engine.dispose()


def test_threads_that_start_together_migrate_once(url: str) -> None:
    engines = [open_engine(url) for _ in range(4)]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(upgrade, engines))
    assert _tables(engines[0]) == set(Table.metadata.tables)
    for engine in engines:
        engine.dispose()


def test_processes_that_start_together_migrate_once(url: str) -> None:
    command = [sys.executable, "-c", START, url]
    starting = [subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(3)]
    for process in starting:
        assert process.stdin is not None
        process.stdin.write(b"go\n")
        process.stdin.flush()
    errors = [process.communicate()[1].decode() for process in starting]
    assert errors == ["", "", ""]
    assert [process.returncode for process in starting] == [0, 0, 0]
