"""The ways to answer a webhook of Twilio's, each a server of its own, and what is measured of them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from socket import create_connection, create_server
from typing import Any

import ivr.company
from benchmarks.webhook_callers import ACCOUNT, PUBLIC, TOKEN

CONNECTIONS = 16  # at full speed
RATE, STEADY, LINES = 100, 15.0, 20  # webhooks a second, for so many seconds, over so many connections
START_SECONDS = 300  # in which the example is proved and every prompt rendered
BARE, SQLITE, POSTGRES = "bare route", "ivr on SQLite", "ivr on PostgreSQL"
_EXAMPLE = Path(ivr.company.__file__).parent / "example" / "company.yaml"
_TICKS = os.sysconf("SC_CLK_TCK")  # a second, in /proc/PID/stat


@dataclass
class Way:
    """A server, and what was measured of it."""

    name: str
    port: int
    pid: int
    rates: list[float] = field(default_factory=list)  # webhooks a second, by round
    cpu: list[float] = field(default_factory=list)  # seconds of the server's a webhook, by round
    delays: list[float] = field(default_factory=list)  # seconds from a key to its answer, at RATE
    wrong: int = 0  # answers

    def at_full_speed(self, seconds: float) -> None:
        """One round."""
        before = self._cpu()
        found = self._call(seconds, CONNECTIONS)
        self.rates.append(found["requests"] / found["seconds"])
        self.cpu.append((self._cpu() - before) / found["requests"])

    def steadily(self) -> None:
        """RATE webhooks a second."""
        self.delays = self._call(STEADY, LINES, RATE)["delays"]

    def forget(self) -> None:
        """What was measured so far was to warm up."""
        self.rates, self.cpu = [], []

    def _call(self, *given: float) -> dict[str, Any]:
        command = [sys.executable, "-m", "benchmarks.webhook_callers", str(self.port), *map(str, given)]
        found: dict[str, Any] = json.loads(subprocess.check_output(command))
        self.wrong += found["wrong"]
        return found

    def _cpu(self) -> float:
        fields = Path(f"/proc/{self.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / _TICKS


@contextmanager
def bare() -> Iterator[Way]:
    """The bare route."""
    port = _free_port()
    command = ["benchmarks.bare_webhook", str(port), TOKEN, PUBLIC]
    with _running(BARE, command, os.environ, port) as way:
        yield way


@contextmanager
def service(name: str, folder: Path, database: str) -> Iterator[Way]:
    """The bot as it is shipped, with the example company; ways may share a ``folder``."""
    port = _free_port()
    env = {key: value for key, value in os.environ.items() if not key.startswith("IVR_")}
    env |= {
        "IVR_HOME": str(folder),
        "IVR_COMPANY": str(_EXAMPLE),
        "IVR_DATABASE_URL": database,
        "IVR_AGI_BIND": "127.0.0.1:0",
        "IVR_AEAP_BIND": "off",  # Twilio hears by itself
        "IVR_TWILIO_BIND": f"127.0.0.1:{port}",
        "IVR_TWILIO_ACCOUNT_SID": ACCOUNT,
        "IVR_TWILIO_AUTH_TOKEN": TOKEN,
        "IVR_TWILIO_PUBLIC_URL": PUBLIC,
        "IVR_TWILIO_API_URL": "http://127.0.0.1:9",  # nobody is there
    }
    with _running(name, ["ivr", "serve"], env, port) as way:
        yield way


@contextmanager
def _running(name: str, module: list[str], env: Mapping[str, str], port: int) -> Iterator[Way]:
    log = Path(env.get("IVR_HOME", os.devnull))
    with (log / f"{name}.log" if log.is_dir() else log).open("wb") as told:
        process = subprocess.Popen([sys.executable, "-m", *module], env=env, stderr=told)
        try:
            _wait_for(process, port)
            yield Way(name, port, process.pid)
        finally:
            process.terminate()
            process.wait()


def _wait_for(process: subprocess.Popen[bytes], port: int) -> None:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until and process.poll() is None:
        with suppress(OSError):
            create_connection(("127.0.0.1", port), 5).close()  # it listens once it is ready
            return
        time.sleep(0.1)
    raise RuntimeError("A server did not start.")


def _free_port() -> int:
    with create_server(("127.0.0.1", 0)) as found:
        port: int = found.getsockname()[1]
        return port
