from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ivr import wiring
from ivr.calls.desk import Desk
from ivr.conversation.codec import event_to_json
from ivr.lines.asterisk.peers import peers
from ivr.lines.asterisk.server import AgiServer
from ivr.phrases.check import load_standard
from ivr.records.store import SqlRecords
from tests.conftest import EXAMPLE
from tests.lines.asterisk.fake import FakeAsterisk, FakePrompts

DAY, NIGHT = datetime(2026, 11, 25, 8, 0, tzinfo=UTC), datetime(2026, 11, 25, 19, 0, tzinfo=UTC)


@dataclass
class Service:
    """A server with the real desk, and records one can look into."""

    server: AgiServer
    store: SqlRecords
    written: list[str]  # every turn's event as JSON, in the order written; "null" for the answer
    spool: Path

    def asterisk(self, script: str = "call", **environment: str) -> FakeAsterisk:
        return FakeAsterisk(self.server.address, agi_network_script=script, **environment)

    def call(self, call_id: str = "1795534913.0"):
        return self.store.load(call_id)


@dataclass
class SeenRecords:
    """The records, with what was written noted down."""

    store: SqlRecords
    written: list[str]

    def __getattr__(self, name):
        return getattr(self.store, name)

    def save(self, entry) -> None:
        self.store.save(entry)
        self.written.append(event_to_json(entry.event) if entry.event else "null")


@pytest.fixture
def now():
    """When the calls of a test come in."""
    return DAY


@pytest.fixture
def service(migrated_once, tmp_path, now):
    store, written = wiring.records(f"sqlite:///{tmp_path / 'ivr.db'}"), []
    _, standards = wiring.desk(store, load_standard(EXAMPLE))
    desk = Desk(SeenRecords(store, written), standards, lambda: now)
    prompts, spool = tmp_path / "p", tmp_path / "spool"
    prompts.mkdir()
    server = AgiServer(desk, FakePrompts(prompts), ("127.0.0.1", 0), peers(["127.0.0.1"]), spool)
    server.start()
    yield Service(server, store, written, spool)
    assert server.drain(5), "a session was left behind"
