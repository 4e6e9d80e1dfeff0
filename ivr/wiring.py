"""The only place that builds real objects out of settings."""

from __future__ import annotations

import os
import socket

from ivr.calls.desk import Desk
from ivr.calls.standards import FileStandards
from ivr.clock import Clock, utc_now
from ivr.company.loader import CompanyFile
from ivr.records.engine import open_engine
from ivr.records.migrate import upgrade
from ivr.records.store import SqlRecords
from ivr.settings import Settings, from_environment


def settings() -> Settings:
    """Settings of this process. Raises OperatorError naming the variable to cure."""
    return from_environment(os.environ)


def records(database_url: str) -> SqlRecords:
    """The records, migrated to the present schema."""
    engine = open_engine(database_url)
    upgrade(engine)
    return SqlRecords(engine, node=socket.gethostname())


def desk(store: SqlRecords, file: CompanyFile, clock: Clock = utc_now) -> tuple[Desk, FileStandards]:
    """A desk that answers with ``file``, and the standards by which the file can be replaced."""
    standards = FileStandards(store, file)
    return Desk(store, standards, clock), standards
