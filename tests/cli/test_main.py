"""The command as a process of its own, and its list of commands."""

from __future__ import annotations

import subprocess
import sys

import pytest
from typer.main import get_group
from typer.testing import CliRunner

from ivr.cli import app
from ivr.cli.commands import LISTED, register

HEAVY = ("alembic", "numpy", "phonenumbers", "pydantic", "ruamel.yaml", "sqlalchemy")
HELP = f"""
import sys
from ivr.cli import main
sys.argv = ["ivr", "--help"]
try:
    main()
except SystemExit:
    print([name for name in {HEAVY} if name in sys.modules])
"""
LOADS = "import sys, ivr.cli; print('numpy' in sys.modules)"
THREADS = """
import sys
from ivr.cli import main
sys.argv = ["ivr", "schema"]
try:
    main()
except SystemExit:
    import os, numpy
    print(os.environ["OPENBLAS_NUM_THREADS"])
"""


GARBAGE = """
import gc, sys
import ivr.cli
from ivr.cli import company
company.schema_of_file = lambda: print(gc.isenabled(), gc.get_freeze_count() > 0)
sys.argv = ["ivr", "schema"]
try:
    ivr.cli.main()
except SystemExit:
    pass
"""


def told(program: str) -> list[str]:
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


def ran(program: str) -> str:
    return told(program)[-1]


def test_numpy_is_told_to_keep_to_one_thread_before_it_is_loaded():
    assert ran(LOADS) == "False"
    assert ran(THREADS) == "1"


def test_garbage_is_looked_for_as_soon_as_a_command_is_imported_and_not_in_what_was():
    assert told(GARBAGE)[0] == "True True"


def test_the_list_of_commands_needs_none_of_them():
    assert ran(HELP) == "[]"


def test_the_list_tells_what_each_command_tells_of_itself():
    register()
    commands = get_group(app).commands
    first_lines = {
        name: command.help.partition("\n\n")[0].replace("\n", " ") for name, command in commands.items()
    }
    assert {name: listed.told for name, listed in LISTED.items()} == first_lines


@pytest.mark.parametrize("name", LISTED)
def test_each_command_is_found(name):
    assert f" {name} [OPTIONS] " in CliRunner().invoke(app, [name, "--help"]).output


def test_a_command_that_is_not_there_is_told_with_those_that_may_be_meant():
    found = CliRunner().invoke(app, ["explian"])
    assert found.exit_code == 2
    assert "'explain'" in found.output
