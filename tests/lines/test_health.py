"""The check of health is light enough to be asked every few seconds, and says what is wrong."""

from __future__ import annotations

import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

import pytest

from ivr.errors import OperatorError
from ivr.lines.health import main
from ivr.lines.twilio import health as twilio

HEAVY = ("pydantic", "sqlalchemy", "typer", "fastapi", "requests", "twilio")
LOADED = f"import sys, ivr.lines.health; print(*(set({HEAVY}) & set(sys.modules)))"


def nobody() -> int:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port: int = closed.getsockname()[1]
        return port


@contextmanager
def answering(said: bytes) -> Iterator[int]:
    """A server that says that to whoever connects first."""

    def answer() -> None:
        connection, _ = server.accept()
        with connection:
            connection.recv(1_000)
            connection.sendall(said)

    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = Thread(target=answer)
        thread.start()
        yield server.getsockname()[1]
        thread.join()


def http(status: str, body: str) -> bytes:
    return f"HTTP/1.1 {status}\r\ncontent-length: {len(body)}\r\n\r\n{body}".encode()


AGI_OK = b'VERBOSE "ok" 1\n'
TWILIO = {
    "IVR_TWILIO_ACCOUNT_SID": f"AC{'1' * 32}",
    "IVR_TWILIO_AUTH_TOKEN": "token",
    "IVR_TWILIO_PUBLIC_URL": "https://bot.example.com",
}


def asked(monkeypatch, **env: str) -> int:
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    return main()


def test_nobody_listening_is_unhealthy_and_says_where(monkeypatch, capsys):
    port = nobody()
    assert asked(monkeypatch, IVR_AGI_BIND=f"127.0.0.1:{port}") == 1
    assert f"does not answer at 127.0.0.1:{port}" in capsys.readouterr().err


def test_without_twilio_asterisks_side_is_all(monkeypatch, capsys):
    with answering(AGI_OK) as agi:
        assert asked(monkeypatch, IVR_AGI_BIND=f"127.0.0.1:{agi}") == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("said", "healthy", "says"),
    [
        (http("200 OK", "ok\n"), 0, ""),
        (http("503 Service Unavailable", "draining\n"), 1, "is stopping, and takes no new calls."),
        (http("200 OK", "hello"), 1, "is not this service: set another IVR_TWILIO_BIND."),
        (http("404 Not Found", ""), 1, "is not this service"),
        (b"SSH-2.0-OpenSSH\r\n", 1, "The webhooks do not answer at 127.0.0.1:"),
        (b"", 1, "The webhooks do not answer at 127.0.0.1:"),
    ],
)
def test_where_twilio_is_set_its_webhooks_are_asked_too(monkeypatch, capsys, said, healthy, says):
    with answering(AGI_OK) as agi, answering(said) as web:
        binds = {"IVR_AGI_BIND": f"127.0.0.1:{agi}", "IVR_TWILIO_BIND": f"127.0.0.1:{web}"}
        assert asked(monkeypatch, **TWILIO, **binds) == healthy
    assert says in capsys.readouterr().err


def test_where_it_listens_everywhere_this_machine_is_asked():
    with pytest.raises(OperatorError, match=r"do not answer at 127\.0\.0\.1:.*IVR_TWILIO_BIND the same here"):
        twilio.check("0.0.0.0", nobody())  # noqa: S104 - nothing is bound


def test_it_imports_nothing_heavy():
    """A process every few seconds that loaded the whole product would cost more than many calls."""
    command = [sys.executable, "-c", LOADED]
    assert subprocess.run(command, capture_output=True, check=True, text=True).stdout == "\n"
