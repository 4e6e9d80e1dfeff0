"""An installation of its own for each test: the example company, its campaigns, and records."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine
from typer.testing import CliRunner, Result

from ivr.cli import app, commands  # noqa: F401 - registers the commands
from ivr.records.engine import open_engine
from ivr.records.migrate import upgrade
from tests.conftest import EXAMPLE

Run = Callable[..., Result]
NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)  # a Tuesday, noon in Riga
MODULES = ("campaign", "campaign_import", "callbacks", "dnc")


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command ``ivr``, at noon of a Tuesday; arguments may be paths."""
    for name in [name for name in os.environ if name.startswith("IVR_")]:  # a container's own settings
        monkeypatch.delenv(name)
    monkeypatch.setenv("IVR_HOME", str(tmp_path))
    monkeypatch.setenv("USER", "dace")
    monkeypatch.setenv("LOGNAME", "dace")
    shutil.copytree(EXAMPLE.parent, tmp_path / "company")
    for module in MODULES:
        monkeypatch.setattr(f"ivr.cli.{module}.utc_now", lambda: NOW)
    return lambda *words: CliRunner().invoke(app, [str(word) for word in words])


@pytest.fixture
def engine(run: Run, tmp_path: Path) -> Iterator[Engine]:
    """The records of that installation."""
    made = open_engine(f"sqlite:///{tmp_path}/data/ivr.db")
    upgrade(made)
    yield made
    made.dispose()


@pytest.fixture
def file(tmp_path: Path) -> Callable[..., Path]:
    """Writes a file of that content."""

    def write(text: str, name: str = "list.csv", encoding: str = "utf-8") -> Path:
        path = tmp_path / name
        path.write_bytes(text.encode(encoding))
        return path

    return write
