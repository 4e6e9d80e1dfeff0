"""Brings the database to the schema of this version, and back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, inspect, text

from ivr.errors import OperatorError
from ivr.records.engine import reading, writing

if TYPE_CHECKING:
    from alembic.config import Config

# Alembic is imported where it is used: every command looks whether it is needed, and hardly ever it is.
_FOLDER = Path(__file__).with_name("migrations")
_NUMBER = 4  # digits of a revision, with which the name of its file begins
_LOCK = 4_573_001  # PostgreSQL advisory lock of this product's migrations


def upgrade(engine: Engine, to: str = "head") -> None:
    """Bring the schema up to date, or to revision ``to``; quick when it is up to date.

    Processes that start together wait for one another.

    Raises:
        OperatorError: the database was written by a newer version.
    """
    if revision(engine) == newest():
        return
    from alembic import command  # noqa: PLC0415
    from alembic.util import CommandError  # noqa: PLC0415

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
    from alembic import command  # noqa: PLC0415

    with writing(engine) as connection:
        _wait_for_others(connection)
        command.downgrade(_config(connection), to)


def draft(engine: Engine, title: str) -> None:
    """For developers: write the revision that leads from ``engine``'s schema to the tables, to be tidied."""
    from alembic import command  # noqa: PLC0415

    with writing(engine) as connection:
        command.revision(_config(connection), title, autogenerate=True)


def revision(engine: Engine) -> str | None:
    """The revision that the database is at, or None when it is empty."""
    with reading(engine) as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        found: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
        return found


def newest() -> str:
    """The revision of the present schema."""
    return max(path.name[:_NUMBER] for path in (_FOLDER / "versions").glob("0*.py"))


def _wait_for_others(connection: Connection) -> None:
    # On SQLite the write lock of the transaction does the same.
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})


def _config(connection: Connection) -> Config:
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config
