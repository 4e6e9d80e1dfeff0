"""The three ways a call can go, set up beside each other on the Asterisk of the tests, and what they cost."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import docker
from ivr import wiring
from ivr.calls.ports import Prompts
from ivr.clock import utc_now
from ivr.company.loader import load
from ivr.company.models import Company
from ivr.conversation.actions import Say
from ivr.conversation.engine import advance, begin
from ivr.conversation.events import Pressed
from ivr.conversation.state import Turn
from tests.asterisk.containers import Asterisk, Neighbour, Service

HERE = Path(__file__).parent
CONFIGURATION = Path("/etc/asterisk")  # as compose.test.yaml mounts it here, too
NUMBER, KEY = "+37167000100", "4"  # of the tests' company: it opens the menu of information
PORT = 4574  # of the bare server
RELOAD = (
    "dialplan reload",
    "module reload res_pjsip.so",
    "module reload res_pjsip_endpoint_identifier_ip.so",
)
TICKS = os.sysconf("SC_CLK_TCK")  # a second, in /proc/PID/stat
SETTLE = 0.4  # seconds in which threads and channels of ended calls finish


@dataclass(frozen=True)
class Said:
    """What all three ways say: the files that the bot itself plays."""

    greeting: Path
    prompt: Path


@dataclass(frozen=True)
class Way:
    """One way a call can go."""

    name: str
    extension: str  # what is dialled
    processes: tuple[str, ...]  # whose CPU it takes, as Meters knows them


WAYS = (
    Way("dialplan alone", "dialplan", ("asterisk",)),
    Way("bare pyst2 thread", "bare", ("asterisk", "bare")),
    Way("ivr, with records", NUMBER, ("asterisk", "ivr")),
)


def what_is_said(company: Company, prompts: Prompts) -> Said:
    """The files of the bot's first turn, and of the turn that answers KEY."""
    at = utc_now()
    first = begin(NUMBER, None, company, at)
    second = advance(first.state, Pressed(KEY), company, at)
    return Said(_file(company, prompts, first), _file(company, prompts, second))


def _file(company: Company, prompts: Prompts, turn: Turn) -> Path:
    sentences = tuple(action.sentence for action in turn.actions if isinstance(action, Say))
    return prompts.file(company, sentences)


class Meters:
    """CPU of processes, from the kernel's own counters, children and ended threads included."""

    def __init__(self, neighbours: Mapping[str, Neighbour], bare: int) -> None:
        self._neighbours = neighbours
        self._bare = bare

    def read(self) -> dict[str, float]:
        """Seconds of CPU that each process has taken since it began."""
        found = {
            name: _main_process(it.shell("cat /proc/[0-9]*/stat")) for name, it in self._neighbours.items()
        }
        return {**found, "bare": _seconds(Path(f"/proc/{self._bare}/stat").read_text(encoding="utf-8"))}


def _main_process(stats: str) -> float:
    """Of the container's own process: the first child of its init. Health checks are not among those."""
    rows = [line for line in stats.splitlines() if _fields(line)[1] == "1"]
    return _seconds(min(rows, key=lambda line: int(line.split()[0])))


def _seconds(stat: str) -> float:
    fields = _fields(stat)
    return (int(fields[11]) + int(fields[12])) / TICKS


def _fields(stat: str) -> list[str]:
    """From the state on, which stands behind the command in parentheses (proc(5))."""
    return stat.rpartition(")")[2].split()


@dataclass(frozen=True)
class Exchange:
    """Asterisk with the three ways open."""

    server: tuple[str, int]  # where callers send their SIP
    said: Said
    meters: Meters


@contextmanager
def exchange() -> Iterator[Exchange]:
    """Open the three ways on the Asterisk of the compose project that this runs in."""
    client = docker.from_env()
    asterisk, service = Asterisk(client), Service(client)
    server = (socket.gethostbyname("asterisk"), 5060)
    company = load(Path(os.environ["IVR_COMPANY"])).company
    said = what_is_said(company, wiring.prompt_cache(Path(os.environ["IVR_PROMPTS"])))
    _configure(asterisk, said, _own_address(server))
    with _bare_server(said) as pid:
        yield Exchange(server, said, Meters({"asterisk": asterisk, "ivr": service}, pid))


def _configure(asterisk: Asterisk, said: Said, host: str) -> None:
    words = {
        "greeting": str(said.greeting.with_suffix("")),
        "prompt": str(said.prompt.with_suffix("")),
        "key": KEY,
        "host": host,
        "port": PORT,
    }
    _include("extensions.conf", "dialplan.conf", words)
    _include("pjsip.conf", "pjsip.conf", words)
    for command in RELOAD:
        asterisk.cli(command)
    until = time.monotonic() + 10
    while "Unable" in asterisk.cli("pjsip show endpoint bench"):
        assert time.monotonic() < until, "Asterisk did not take the settings of the benchmark."
        time.sleep(0.2)


def _include(into: str, name: str, words: Mapping[str, object]) -> None:
    """Write a file of ours beside Asterisk's, and have it included, once."""
    added, whole = CONFIGURATION / f"bench-{name}", CONFIGURATION / into
    added.write_text((HERE / name).read_text(encoding="utf-8").format_map(words), encoding="utf-8")
    line = f"#include {added.name}\n"
    text = whole.read_text(encoding="utf-8")
    if line not in text:
        whole.write_text(f"{text}\n{line}", encoding="utf-8")


@contextmanager
def _bare_server(said: Said) -> Iterator[int]:
    paths = [str(path.with_suffix("")) for path in (said.greeting, said.prompt)]
    command = [sys.executable, "-m", "benchmarks.bare", str(PORT), paths[0], KEY, paths[1]]
    with subprocess.Popen(command) as process:
        try:
            _wait_for_port()
            yield process.pid
        finally:
            process.kill()


def _wait_for_port() -> None:
    until = time.monotonic() + 10
    while True:
        try:
            socket.create_connection(("127.0.0.1", PORT), 1).close()
        except OSError:
            assert time.monotonic() < until, "The bare FastAGI server did not start."
            time.sleep(0.1)
        else:
            return


def _own_address(server: tuple[str, int]) -> str:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect(server)
        address: str = probe.getsockname()[0]
        return address
