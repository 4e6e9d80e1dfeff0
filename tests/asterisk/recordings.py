"""Recordings played through real calls: SIP, Asterisk, AEAP, and what the line makes of them.

Asterisk runs in a container of its own (image ivr-asterisk). What answers it, our FastAGI session and our
recogniser, runs in a process of its own, so that many callers here do not slow it down.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import socket
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from multiprocessing.queues import Queue
from pathlib import Path, PurePosixPath
from typing import Any

import ivr.company
from ivr import log
from ivr.company.loader import load
from ivr.conversation.events import Event, Heard
from ivr.conversation.vocabulary import Vocabulary
from ivr.errors import LineError, OperatorError
from ivr.lines.asterisk import dialplan, tone, words
from ivr.lines.asterisk.session import Session
from ivr.lines.asterisk.speech import Listening, Recogniser
from ivr.lines.listening import listening
from ivr.settings import HearingSettings
from tests.asterisk.hearing import read_wav
from tests.asterisk.phone import Phone

IMAGE = "ivr-asterisk"
COMPANY = Path(ivr.company.__file__).parent / "example" / "company.yaml"
PASSWORD = "callers-of-recordings"
UP = 30.0  # seconds in which the exchange has to be up
ANSWER = 10.0  # seconds in which a call has to be ready to hear
WAIT = 6.0  # seconds of silence after which nothing was heard
PAUSE = 0.3  # seconds between the beginning of listening and that of the recording
WITHOUT_DOCKER = (
    "Calls through SIP need Docker, and the image ivr-asterisk: run docker/images asterisk first."
)


@dataclass(frozen=True)
class Played:
    """What became of one recording."""

    path: Path
    event: Event | None  # None: the call failed
    seconds: float  # from its last sample to the event

    @property
    def words(self) -> str:
        """What was heard; empty where nothing was."""
        return self.event.words if isinstance(self.event, Heard) else ""


def play_all(
    paths: Sequence[Path], vocabulary: Vocabulary, hearing: HearingSettings, at_once: int = 20
) -> list[Played]:
    """Play each recording (8 kHz, 16 bit, mono) in a call of its own, so many calls at once.

    Raises:
        OperatorError: there is no Docker here, or Asterisk did not come up; says what to do.
    """
    with (
        tempfile.TemporaryDirectory(prefix="ivr-recordings-") as made,
        _service(made, vocabulary, hearing) as line,
        _exchange(Path(made), line.agi, line.aeap) as address,
    ):
        return asyncio.run(_play(paths, address, line.told, at_once))


# ── The service's end, in a process of its own ──────────────────────────────────────────────────────


@dataclass(frozen=True)
class _Line:
    agi: int  # ports
    aeap: int
    told: Queue[Any]  # (caller's number, "ready" or the event, Unix time)


@contextmanager
def _service(folder: str, vocabulary: Vocabulary, hearing: HearingSettings) -> Iterator[_Line]:
    context = multiprocessing.get_context("spawn")
    told: Queue[Any] = context.Queue()
    process = context.Process(target=_serve, args=(folder, vocabulary, hearing, told))
    process.start()
    try:
        agi, aeap = told.get(timeout=UP)
        yield _Line(agi, aeap, told)
    finally:
        process.terminate()
        process.join()


def _serve(folder: str, vocabulary: Vocabulary, hearing: HearingSettings, told: Queue[Any]) -> None:
    from ivr.speech.aeap.server import AeapServer  # noqa: PLC0415 - in this process alone
    from ivr.speech.recognition.ear import ear  # noqa: PLC0415

    log.configure_quiet()
    everywhere = ("0.0.0.0", 0)  # noqa: S104 - the container comes from another network
    ears = ear(hearing)
    server = AeapServer(ears, partial(listening, everywhere, 256, "IVR_AEAP_BIND"))
    server.start()
    ears.expect(vocabulary)
    ears.ready(UP)
    agi = listening(everywhere, 256, "IVR_AGI_BIND")
    told.put((agi.getsockname()[1], server.address[1]))
    while True:
        connection, _ = agi.accept()
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        answer = (connection, Recogniser(ears), folder, vocabulary, told)
        threading.Thread(target=_answer, args=answer, daemon=True).start()


def _answer(
    connection: socket.socket, recogniser: Recogniser, folder: str, vocabulary: Vocabulary, told: Queue[Any]
) -> None:
    """One call: say that it is heard now, listen once, and hang up."""
    with connection:
        try:
            session = Session(connection)
            session.hold()
            caller = session.env["agi_callerid"]
            ears = Listening(session, recogniser, str(Path(folder) / Path(tone.HUSH).stem), caller)
            if ears.ready(vocabulary):
                told.put((caller, "ready", time.time()))
                told.put((caller, ears.hear("", 0.0, WAIT), time.time()))
            session.set_variable("IVR_NEXT", words.HANG_UP)
        except LineError:
            return  # the caller misses the answer, and says so


# ── Asterisk, in a container of its own ─────────────────────────────────────────────────────────────


@contextmanager
def _exchange(folder: Path, agi: int, aeap: int) -> Iterator[str]:
    """Address of an exchange that is up, and asks for us at these ports."""
    folder.chmod(0o755)
    tone.write(folder)
    gateway = _docker("network", "inspect", "bridge", "--format", "{{(index .IPAM.Config 0).Gateway}}")
    _configure(folder, gateway, agi, aeap)
    command = ["asterisk", "-f", "-n", "-C", "/etc/asterisk/asterisk.conf"]
    mounts = [f"--volume={folder / 'etc'}:/etc/asterisk:ro", f"--volume={folder}:{folder}:ro"]
    container = _docker("run", "--detach", "--rm", "--user", "0", *mounts, IMAGE, *command)
    try:
        _await(container)
        yield _docker("inspect", "--format", "{{.NetworkSettings.IPAddress}}", container)
    finally:
        subprocess.run(["docker", "kill", container], capture_output=True, check=False)


def _configure(folder: Path, gateway: str, agi: int, aeap: int) -> None:
    here = PurePosixPath(folder)
    site = dialplan.Site(
        source="recordings",
        fingerprint="",
        agi=f"agi://{gateway}:{agi}",
        aeap=f"{gateway}:{aeap}",
        prompts=here,
        spool=here,
        rtp_first=10_000,
        rtp_last=10_999,
        test_password=PASSWORD,
    )
    dialplan.write(dialplan.render(load(COMPANY).company, site), folder / "etc")


def _await(container: str) -> None:
    until = time.monotonic() + UP
    shown = ["docker", "exec", container, "asterisk", "-rx", "pjsip show transports"]
    while "Transport:" not in subprocess.run(shown, capture_output=True, text=True, check=False).stdout:
        if time.monotonic() > until:
            raise OperatorError(f"Asterisk did not come up within {UP:.0f} s in the container {container}.")
        time.sleep(0.3)


def _docker(*arguments: str) -> str:
    try:
        ran = subprocess.run(["docker", *arguments], capture_output=True, text=True, check=False)
    except OSError as error:
        raise OperatorError(WITHOUT_DOCKER) from error
    if ran.returncode:
        raise OperatorError(f"{WITHOUT_DOCKER} Docker says: {ran.stderr.strip()}")
    return ran.stdout.strip()


# ── The callers ─────────────────────────────────────────────────────────────────────────────────────


@dataclass
class _Told:
    """What the service's end has told of a call."""

    ready: asyncio.Event
    done: asyncio.Event
    event: Event | None = None
    at: float = 0.0  # Unix time


async def _play(paths: Sequence[Path], address: str, told: Queue[Any], at_once: int) -> list[Played]:
    calls = {f"+3712{number:07}": _Told(asyncio.Event(), asyncio.Event()) for number in range(len(paths))}
    loop = asyncio.get_running_loop()
    reader = threading.Thread(target=_read, args=(told, calls, loop), daemon=True)
    reader.start()
    gate = asyncio.Semaphore(at_once)
    async with Phone(address, "test-caller", PASSWORD) as phone:
        tries = zip(paths, calls.items(), strict=True)
        return await asyncio.gather(*(_one(phone, path, *call, gate) for path, call in tries))


def _read(told: Queue[Any], calls: dict[str, _Told], loop: asyncio.AbstractEventLoop) -> None:
    left = len(calls)
    while left:
        caller, what, at = told.get()
        call = calls[caller]
        if what == "ready":
            loop.call_soon_threadsafe(call.ready.set)
        else:
            call.event, call.at, left = what, at, left - 1
            loop.call_soon_threadsafe(call.done.set)


async def _one(phone: Phone, path: Path, caller: str, told: _Told, gate: asyncio.Semaphore) -> Played:
    async with gate:
        call = await phone.dial("+37167000100", caller)
        try:
            await asyncio.wait_for(told.ready.wait(), ANSWER)
            await asyncio.sleep(PAUSE)
            await call.say(read_wav(path))
            last = time.time()
            await asyncio.wait_for(told.done.wait(), ANSWER)
            return Played(path, told.event, told.at - last)
        except TimeoutError:
            return Played(path, None, 0.0)
        finally:
            await call.hang_up()
