"""Recognition: callers who all speak at the same time, each through a connection as Asterisk's are."""

from __future__ import annotations

import asyncio
import json
import os
import socket
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import soxr
import websockets
from rich.table import Table
from websockets.asyncio.client import ClientConnection
from websockets.typing import Subprotocol

from benchmarks.numbers import percentile
from ivr.company.models import Voice
from ivr.conversation.vocabulary import Vocabulary
from ivr.settings import HearingSettings
from ivr.speech.aeap.protocol import SUBPROTOCOL, Grammar
from ivr.speech.aeap.server import AeapServer
from ivr.speech.espeak import Espeak
from ivr.speech.recognition.ear import Ear, ear
from ivr.speech.recognition.recognizer import RATE

AT_ONCE = (1, 20, 50)  # calls
UTTERANCES = 5  # each caller's
MOST_LATE = 0.7  # seconds, 95th percentile, from the last sample of speech to the result
JUDGED = 20  # calls at once at which that is promised
PACKET = 160  # samples: 20 ms
WORDS = ("one", "two", "three", "four", "five", "six", "seven", "nine")
EXPECTED = Vocabulary("en", WORDS, ())


@dataclass(frozen=True)
class Load:
    """What came of so many calls at once."""

    calls: int
    late: tuple[float, ...]  # seconds from the last sample of speech to the result
    seconds: float  # that it took
    cpu: float  # seconds of CPU, of this process (server and callers) and of those that decode
    memory: float  # MB more than without calls, in this process


def measure() -> Iterator[Load]:
    """Each number of calls, one after another."""
    hears = ear(HearingSettings(("127.0.0.1", 0), os.cpu_count() or 1))
    server = AeapServer(hears, lambda: socket.create_server(("127.0.0.1", 0), backlog=256))
    server.start()
    try:
        if not hears.ready(60):
            raise RuntimeError("No decoding process was ready within a minute.")
        name = hears.expect(EXPECTED)
        asyncio.run(_calls(server, name, 1))  # warms everything up
        for calls in AT_ONCE:
            yield _load(server, hears, name, calls)
    finally:
        server.stop()


def _load(server: AeapServer, hears: Ear, name: str, calls: int) -> Load:
    memory, cpu, begun = _memory(), _cpu(hears), time.perf_counter()
    late = asyncio.run(_calls(server, name, calls))
    return Load(calls, late, time.perf_counter() - begun, _cpu(hears) - cpu, max(0.0, _memory() - memory))


async def _calls(server: AeapServer, name: str, calls: int) -> tuple[float, ...]:
    found = await asyncio.gather(*(_call(server.address, name, caller) for caller in range(calls)))
    return tuple(late for one in found for late in one)


async def _call(address: tuple[str, int], name: str, caller: int) -> list[float]:
    url = "ws://{}:{}/stt".format(*address)
    async with websockets.connect(url, subprotocols=[Subprotocol(SUBPROTOCOL)], compression=None) as line:
        await asyncio.sleep(caller * 0.05)  # calls begin one after another
        return [await _utterance(line, name, caller + turn) for turn in range(UTTERANCES)]


async def _utterance(line: ClientConnection, name: str, number: int) -> float:
    for key, value in (("expect", name), ("listen", str(number))):
        await line.send(json.dumps({"request": "set", "id": key, "params": {key: value}}))
        await line.recv()
    speech = _speech(WORDS[number % len(WORDS)])
    answer = asyncio.ensure_future(_answer(line))
    ended = await _speak(line, speech, answer)
    return await answer - ended


async def _speak(line: ClientConnection, speech: np.ndarray, answer: asyncio.Future[float]) -> float:
    """Half a second of silence, the word, then silence until there is an answer; when the word ended."""
    lead = np.zeros(RATE // 2, np.int16)
    sound = np.concatenate([lead, speech, np.zeros(RATE * 5, np.int16)])
    begun = time.perf_counter()
    for at in range(0, len(sound), PACKET):
        if answer.done():
            break
        await line.send(sound[at : at + PACKET].tobytes())
        await asyncio.sleep(max(0.0, begun + (at + PACKET) / RATE - time.perf_counter()))
    return begun + (len(lead) + len(speech)) / RATE


async def _answer(line: ClientConnection) -> float:
    while True:
        told = json.loads(await line.recv())["params"]["results"][0]
        if told["grammar"] != Grammar.ONSET:
            return time.perf_counter()


_SAID: dict[str, np.ndarray] = {}


def _speech(word: str) -> np.ndarray:
    """Without the silence that espeak-ng adds."""
    if word not in _SAID:
        said = Espeak().render(word, "en", Voice(engine="espeak", name="en-us"))
        narrow = soxr.resample(said.samples.astype(np.float32), said.rate, RATE) / 2
        loud = np.flatnonzero(np.abs(narrow) > 300)
        _SAID[word] = narrow[loud[0] : loud[-1]].astype(np.int16)
    return _SAID[word]


def _memory() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def _cpu(hears: Ear) -> float:
    return time.process_time() + sum(_of_process(pid) for pid in hears.pool.pids())


def _of_process(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def table(loads: list[Load]) -> Table:
    """The figures of each load."""
    shown = Table(title="Callers who speak at the same time, through AEAP", title_justify="left")
    for name in (
        "calls at once",
        "utterances/s",
        "last sample → result, ms",
        "p95",
        "CPU an utterance, ms",
        "MB a 100 calls",
    ):
        shown.add_column(name, justify="right")
    for load in loads:
        late = (percentile(load.late, 0.5), percentile(load.late, 0.95))
        shown.add_row(
            str(load.calls),
            f"{len(load.late) / load.seconds:.1f}",
            *(f"{value * 1e3:.0f}" for value in late),
            f"{load.cpu / len(load.late) * 1e3:.0f}",
            f"{load.memory / load.calls * 100:.0f}",
        )
    return shown


def verdicts(loads: list[Load]) -> Iterator[tuple[str, str, str, bool]]:
    """What is promised, and whether it was reached."""
    for load in loads:
        if load.calls == JUDGED:
            p95 = percentile(load.late, 0.95)
            wanted = f"at most {MOST_LATE * 1e3:.0f} ms"
            yield f"result p95 at {JUDGED} calls", f"{p95 * 1e3:.0f} ms", wanted, p95 <= MOST_LATE
