"""The check of health is light enough to be asked every few seconds, and says what is wrong."""

from __future__ import annotations

import socket
import subprocess
import sys

from ivr.lines.asterisk.health import main

LOADED = (
    "import sys, ivr.lines.asterisk.health; print(*({'pydantic', 'sqlalchemy', 'typer'} & set(sys.modules)))"
)


def test_nobody_listening_is_unhealthy_and_says_where(monkeypatch, capsys):
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
    monkeypatch.setenv("IVR_AGI_BIND", f"127.0.0.1:{port}")
    assert main() == 1
    assert f"does not answer at 127.0.0.1:{port}" in capsys.readouterr().err


def test_it_imports_nothing_heavy():
    """A process every few seconds that loaded the whole product would cost more than many calls."""
    command = [sys.executable, "-c", LOADED]
    assert subprocess.run(command, capture_output=True, check=True, text=True).stdout == "\n"
