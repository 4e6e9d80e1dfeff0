"""Whether recognition works, from end to end: what is ready, and what to do where something is not."""

from __future__ import annotations

import asyncio
import json
import socket
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from importlib import metadata
from time import monotonic

import numpy as np
import soxr
import websockets
from websockets.asyncio.client import ClientConnection
from websockets.typing import Subprotocol

from ivr.company.models import Voice
from ivr.conversation.vocabulary import Vocabulary
from ivr.errors import IvrError
from ivr.settings import HearingSettings
from ivr.speech.aeap.protocol import SUBPROTOCOL, Grammar
from ivr.speech.aeap.server import AeapServer
from ivr.speech.espeak import Espeak
from ivr.speech.recognition.ear import Ear, ear
from ivr.speech.recognition.engines.choice import configured
from ivr.speech.recognition.recognizer import RATE, Recognizer, Samples

SENTENCE = "i would like to talk to an operator"
PATIENCE = 30.0  # seconds for the whole way, the processes' start included
TRIES = 3  # times that it is said
FRAME = 160  # samples in 20 ms, as Asterisk sends them
PACKAGES = ("pocketsphinx", "onnxruntime", "websockets", "vosk", "faster-whisper")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    well: bool
    what: str  # a sentence; what to do, where it is not well


def examine(given: HearingSettings) -> tuple[Finding, ...]:
    """Everything, one after another."""
    return (*_packages(), *_engines(given), _bind(given), _whole_way(given))


def _packages() -> Iterator[Finding]:
    for name in PACKAGES:
        try:
            yield Finding(True, f"{name} {metadata.version(name)}")
        except metadata.PackageNotFoundError:
            continue


def _engines(given: HearingSettings) -> Iterator[Finding]:
    for make in configured(given):
        yield _engine(make)


def _engine(make: Callable[[], Recognizer]) -> Finding:
    try:
        engine = make()
    except IvrError as error:
        return Finding(False, str(error))
    return Finding(True, f"{type(engine).__name__} hears {', '.join(sorted(engine.languages))}")


def _bind(given: HearingSettings) -> Finding:
    host, port = given.bind
    try:
        socket.create_server((host, port)).close()
    except OSError:
        return Finding(True, f"{host}:{port} is taken: the service is running, most likely.")
    return Finding(True, f"{host}:{port} is free: ivr serve will listen there.")


def _whole_way(given: HearingSettings) -> Finding:
    """A sentence of espeak-ng, sent as Asterisk would, to a server of its own on a free port."""
    hears = ear(replace(given, processes=1))
    server = AeapServer(hears, lambda: socket.create_server(("127.0.0.1", 0)))
    server.start()
    try:
        if not hears.ready(PATIENCE):
            return Finding(
                False, f"No decoding process was ready within {PATIENCE:g} s. Look at the log above."
            )
        begun = monotonic()
        words, confidence = asyncio.run(asyncio.wait_for(_say(server.address, hears), PATIENCE))
        took = (monotonic() - begun) * 1000
        well = words == SENTENCE
        return Finding(
            well, f'"{SENTENCE}" was heard over AEAP as "{words}" ({confidence}, {took:.0f} ms in all).'
        )
    except (TimeoutError, OSError, websockets.WebSocketException) as error:
        return Finding(False, f"Nothing came back over AEAP ({error!r}). Look at what ivr serve logs.")
    finally:
        server.stop()


async def _say(address: tuple[str, int], hears: Ear) -> tuple[str, str]:
    """What was heard of the sentence, and how surely. On a busy machine it is said again."""
    name = hears.expect(Vocabulary("en", (SENTENCE,), ("wish",)))
    url = "ws://{}:{}/stt".format(*address)
    async with websockets.connect(url, subprotocols=[Subprotocol(SUBPROTOCOL)], compression=None) as line:
        await _ask(line, {"request": "setup", "id": "1", "version": "0.1.0", "codecs": [{"name": "slin"}]})
        await _ask(line, _set("expect", name))
        for number in range(TRIES):
            await _ask(line, _set("listen", str(number)))
            await _speak(line)
            words, sure = await _result(line)
            if words == SENTENCE:
                break
        return words, sure


async def _ask(line: ClientConnection, request: Mapping[str, object]) -> None:
    await line.send(json.dumps(request))
    await line.recv()


async def _speak(line: ClientConnection) -> None:
    sound = _sentence()
    for at in range(0, len(sound), FRAME):
        await line.send(sound[at : at + FRAME].tobytes())
        await asyncio.sleep(FRAME / RATE)


async def _result(line: ClientConnection) -> tuple[str, str]:
    while True:
        best = json.loads(await line.recv())["params"]["results"][0]
        if best["grammar"] != Grammar.ONSET:
            return best["text"] or best["grammar"], f"{best['score']} % sure"


def _set(name: str, value: str) -> Mapping[str, object]:
    return {"request": "set", "id": "2", "params": {name: value}}


def _sentence() -> Samples:
    said = Espeak().render(SENTENCE, "en", Voice(engine="espeak", name="en-us"))
    narrow = soxr.resample(said.samples.astype(np.float32), said.rate, RATE) / 2
    silence = np.zeros(RATE, np.float32)
    return np.concatenate([silence / 2, narrow, silence]).astype(np.int16)
