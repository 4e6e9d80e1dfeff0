"""A scripted Asterisk: what it sends is written down in a test, what it is sent is kept."""

from __future__ import annotations

import re
import socket
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType

ENVIRONMENT = {
    "agi_network": "yes",
    "agi_network_script": "call",
    "agi_request": "agi://127.0.0.1/call",
    "agi_channel": "PJSIP/trunk-00000001",
    "agi_language": "en",
    "agi_uniqueid": "1795534913.0",
    "agi_callerid": "+37120000001",
    "agi_calleridname": "unknown",
    "agi_callingpres": "0",
    "agi_extension": "+37167000100",
    "agi_accountcode": "",
}
HOLD = "SET AUTOHANGUP 0"
SILENT = 44  # bytes of a wav file that holds no sound


def header(**changes: str) -> bytes:
    """The environment block of Asterisk 22, with what a test wants otherwise."""
    lines = [f"{name}: {value}\n" for name, value in {**ENVIRONMENT, **changes}.items()]
    return ("".join(lines) + "\n").encode()


def sent(peer: socket.socket) -> list[str]:
    """The commands that have arrived at Asterisk's end."""
    peer.setblocking(False)
    try:
        return peer.recv(65_536).decode().splitlines()
    except BlockingIOError:
        return []


class FakePrompts:
    """Prompts named after the phrases they hold, a second each."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def file(self, company, sentences) -> Path:
        path = self.folder / f"{'+'.join(sentence.phrase for sentence in sentences)}.wav"
        path.write_bytes(bytes(SILENT + 16_000))
        return path


class FakeAsterisk:
    """Asterisk's end of a connection to a server, playing a script.

    A script is pairs of a command, as a pattern of its whole line, and the lines Asterisk answers with. An
    answer of None is the end of the connection.
    """

    def __init__(self, address: tuple[str, int], **environment: str) -> None:
        self._socket = socket.create_connection(address, 10)
        self._file = self._socket.makefile("rb")
        self._socket.sendall(header(**environment))
        self.held = 0  # how often the service took back the dialplan's time limit

    def __enter__(self) -> FakeAsterisk:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()
        self._socket.close()

    def play(self, script: Iterable[tuple[str, str | None]]) -> None:
        """Go through ``script``; fails at the first command that is another."""
        for pattern, answer in script:
            command = self.line()
            if command == HOLD != pattern:  # every conversation begins so; said once here instead of in each
                self.held += 1
                self._socket.sendall(b"200 result=0\n")
                command = self.line()
            assert re.fullmatch(pattern, command), f"{pattern!r} was due, came {command!r}"
            if answer is not None:
                self._socket.sendall(answer.encode() + b"\n")

    def line(self) -> str:
        """The next command; empty when the service has ended the session."""
        return self._file.readline().decode().rstrip("\n")

    def ended(self) -> bool:
        """Whether the service ends the session now, without another command."""
        return self.line() == ""

    def vanish(self) -> None:
        """Asterisk is gone: nothing more is sent or read."""
        self._socket.shutdown(socket.SHUT_RDWR)
