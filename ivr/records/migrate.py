"""Brings the database to the schema of this version, and back."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, Engine, text

from ivr.errors import OperatorError
from ivr.records.engine import reading, writing

_LOCK = 4_573_001  # PostgreSQL advisory lock of this product's migrations


def upgrade(engine: Engine, to: str = "head") -> None:
    """Bring the schema up to date, or to revision ``to``; quick when it is up to date.

    Processes that start together wait for one another.

    Raises:
        OperatorError: the database was written by a newer version.
    """
    if revision(engine) == ScriptDirectory.from_config(_config()).get_current_head():
        return
    with writing(engine) as connection:
        _wait_for_others(connection)
        try:
            command.upgrade(_config(connection), to)
        except CommandError as error:
            raise OperatorError(
                f"The records were written by a version of this program that is newer ({error}). "
                "Run that version, or restore the backup made before it."
            ) from error


def downgrade(engine: Engine, to: str = "base") -> None:
    """Take the schema back to revision ``to``; what only newer tables hold is lost."""
    with writing(engine) as connection:
        _wait_for_others(connection)
        command.downgrade(_config(connection), to)


def draft(engine: Engine, title: str) -> None:
    """For developers: write the revision that leads from ``engine``'s schema to the tables, to be tidied."""
    with writing(engine) as connection:
        command.revision(_config(connection), title, autogenerate=True)


def revision(engine: Engine) -> str | None:
    """The revision that the database is at, or None when it is empty."""
    with reading(engine) as connection:
        return MigrationContext.configure(connection).get_current_revision()


def _wait_for_others(connection: Connection) -> None:
    # On SQLite the write lock of the transaction does the same.
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    folder = Path(__file__).with_name("migrations")
    config.set_main_option("script_location", str(folder).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config
