"""The WebSocket server, from outside."""

from __future__ import annotations

import asyncio
import json
import socket
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import Future

import numpy as np
import pytest
import websockets
from websockets.asyncio.client import ClientConnection
from websockets.exceptions import ConnectionClosed
from websockets.typing import Subprotocol

from ivr.conversation.vocabulary import Vocabulary
from ivr.speech.aeap import server as servers
from ivr.speech.aeap.server import LARGEST, AeapServer
from ivr.speech.recognition.ear import Ear
from ivr.speech.recognition.pool import DecodingError, Heard, Pool
from ivr.speech.recognition.recognizer import Expected, Hypothesis, Samples
from tests.speech.recognition.fakes import Fake
from tests.speech.recognition.sounds import said, silence

WORDS = np.concatenate([silence(0.5), said("I would like to talk to sales"), silence(0.7)]).tobytes()
LONG = 30  # seconds that a busy machine may take


class Prompter(Ear):
    """Hears what a test tells it, by the first phrase that is expected."""

    def start(self) -> None:
        """No processes."""

    def decode(self, samples: Samples, expected: Expected) -> Future[Heard]:
        future: Future[Heard] = Future()
        if expected.phrases[0] == "fails":
            future.set_exception(DecodingError("A decoding process has died."))
        elif expected.phrases[0] == "nothing":
            future.set_result(())
        elif expected.phrases[0] != "never":
            future.set_result((Hypothesis(expected.phrases[0], 0.8), Hypothesis("others", 0.1)))
        return future


@pytest.fixture
def server() -> Iterator[AeapServer]:
    made = AeapServer(Prompter(Pool(Fake, 1), frozenset()), lambda: socket.create_server(("127.0.0.1", 0)))
    made.start()
    yield made
    made.stop()


def on(server: AeapServer, play: Callable[[ClientConnection], Awaitable[None]]) -> None:
    """Play a client."""

    async def whole() -> None:
        url = "ws://{}:{}/stt".format(*server.address)
        async with websockets.connect(
            url, subprotocols=[Subprotocol("speech_to_text")], compression=None
        ) as line:
            await play(line)

    asyncio.run(asyncio.wait_for(whole(), LONG))


async def ask(line: ClientConnection, name: str, value: str) -> dict[str, object]:
    await line.send(json.dumps({"request": "set", "id": "1", "params": {name: value}}))
    return json.loads(await line.recv())


async def results(line: ClientConnection) -> list[dict[str, object]]:
    told = json.loads(await line.recv())
    assert told["request"] == "set"
    return told["params"]["results"]


async def say(line: ClientConnection, sound: bytes = WORDS) -> None:
    for at in range(0, len(sound), 320):
        await line.send(sound[at : at + 320])


def without_quiet(result: dict[str, object]) -> dict[str, object]:
    """A result whose grammar tells for how long it was quiet: as long as ends one word, at least."""
    grammar, _, quiet = str(result["grammar"]).partition(":")
    assert grammar == "failed" or 0.35 < float(quiet) < LONG
    return {**result, "grammar": grammar}


@pytest.mark.parametrize(
    ("phrase", "told"),
    [
        (
            "Sales",
            [
                {"text": "Sales", "score": 80, "grammar": "final"},
                {"text": "others", "score": 10, "grammar": "final"},
            ],
        ),
        ("nothing", [{"text": "", "score": 0, "grammar": "rejected"}]),
        ("fails", [{"text": "", "score": 0, "grammar": "failed"}]),
        ("never", [{"text": "", "score": 0, "grammar": "failed"}]),
    ],
)
def test_an_utterance_is_answered(
    server: AeapServer, monkeypatch: pytest.MonkeyPatch, phrase: str, told: list[dict[str, object]]
) -> None:
    monkeypatch.setattr(servers, "ANSWER_SECONDS", 0.1)
    name = server.ear.expect(Vocabulary("en", (phrase,), ()))

    async def play(line: ClientConnection) -> None:
        assert line.subprotocol == "speech_to_text"
        assert await ask(line, "expect", name) == {"response": "set", "id": "1"}
        await ask(line, "listen", "1")
        await say(line)
        assert await results(line) == [{"text": "", "score": 0, "grammar": "onset"}]
        assert list(map(without_quiet, await results(line))) == told

    on(server, play)


def test_what_is_late_for_its_question_is_not_told(
    server: AeapServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(servers, "ANSWER_SECONDS", 0.1)
    late, next_one = (server.ear.expect(Vocabulary("en", (name,), ())) for name in ("never", "Sales"))

    async def play(line: ClientConnection) -> None:
        await ask(line, "expect", late)
        await ask(line, "listen", "1")
        await say(line)
        await results(line)
        await ask(line, "expect", next_one)
        await ask(line, "listen", "2")
        await say(line)
        told = [(await results(line))[0]["text"] for _ in range(2)]
        assert told == ["", "Sales"]

    on(server, play)


@pytest.mark.parametrize(
    "message",
    [
        "nonsense",
        "{}",
        "[" * 10_000,
        b"",
        b"\0",
        b"\xff" * 999,
        '{"request":"set","id":"1","params":{"expect":[]}}',
    ],
)
def test_what_makes_no_sense_breaks_nothing(server: AeapServer, message: str | bytes) -> None:
    async def play(line: ClientConnection) -> None:
        await line.send(message)
        while (await ask(line, "listen", "1")).get("response") != "set":
            pass

    on(server, play)


def test_too_large_a_message_ends_its_connection_alone(server: AeapServer) -> None:
    async def too_large(line: ClientConnection) -> None:
        await line.send(b"\0" * (LARGEST + 1))
        with pytest.raises(ConnectionClosed):
            await line.recv()

    async def plain(line: ClientConnection) -> None:
        assert (await ask(line, "listen", "1"))["response"] == "set"

    on(server, too_large)
    on(server, plain)


def test_a_caller_who_hangs_up_meanwhile_breaks_nothing(server: AeapServer) -> None:
    name = server.ear.expect(Vocabulary("en", ("Sales",), ()))

    async def hang_up(line: ClientConnection) -> None:
        await ask(line, "expect", name)
        await ask(line, "listen", "1")
        await say(line)

    on(server, hang_up)
    on(server, hang_up)


def test_it_is_gone_after_it_was_stopped(server: AeapServer) -> None:
    address = server.address
    server.stop()
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(address, 5)
