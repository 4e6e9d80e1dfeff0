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

from ivr.calls import prover
from ivr.calls.proofs import fingerprint
from ivr.cli import app
from ivr.errors import OperatorError
from ivr.records.engine import open_engine
from tests.calls.proving import Standin
from tests.conftest import EXAMPLE, with_schema

Run = Callable[..., Result]
NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)  # a Tuesday, noon in Riga
MODULES = ("campaign", "campaign_import", "callbacks", "dnc")


def refused(run: Run, *words: object) -> str:
    """Why a command is refused."""
    result = run(*words)
    assert result.exit_code == 1
    assert isinstance(result.exception, OperatorError), result.output
    return str(result.exception)


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of the present schema with nothing in it."""
    path = tmp_path_factory.mktemp("records") / "ivr.db"
    made = open_engine(f"sqlite:///{path}")
    with_schema(made)
    made.dispose()
    return path


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command ``ivr``, at noon of a Tuesday, when all is proved at once; arguments may be paths."""
    for name in [name for name in os.environ if name.startswith("IVR_")]:  # a container's own settings
        monkeypatch.delenv(name)
    monkeypatch.setenv("IVR_HOME", str(tmp_path))
    monkeypatch.setenv("IVR_VECTORS", "off")  # the same words lead to the same whatever is installed
    monkeypatch.setenv("USER", "dace")
    monkeypatch.setenv("LOGNAME", "dace")
    shutil.copytree(EXAMPLE.parent, tmp_path / "company")
    monkeypatch.setattr(prover, "apart", Standin(product=fingerprint()))
    for module in MODULES:
        monkeypatch.setattr(f"ivr.cli.{module}.utc_now", lambda: NOW)
    return lambda *words: CliRunner().invoke(app, [str(word) for word in words])


@pytest.fixture
def engine(run: Run, empty: Path, tmp_path: Path) -> Iterator[Engine]:
    """The records of that installation."""
    (tmp_path / "data").mkdir()
    shutil.copyfile(empty, tmp_path / "data" / "ivr.db")
    made = open_engine(f"sqlite:///{tmp_path}/data/ivr.db")
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
