"""Twilio as a crowd of callers: posts signed webhooks over connections that stay, and measures the answers.

    python -m benchmarks.webhook_callers PORT SECONDS CONNECTIONS [RATE]

In a process of its own, so that it takes no time from the server. Every connection plays one call after
another: voice, five keys, the hang-up. Without RATE each request follows the answer before at once; with it,
RATE requests a second are due, evenly, and a delay counts from the moment at which its request was due. What
it found is printed as JSON, see ``Found``.
"""

from __future__ import annotations

import asyncio
import hmac
import json
import sys
import uuid
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from itertools import count
from time import perf_counter
from typing import Any
from urllib.parse import urlencode

import httptools
import uvloop

TOKEN, PUBLIC = "0123456789abcdef0123456789abcdef", "https://bot.example.com"
ACCOUNT, NUMBER = "AC" + "a" * 32, "+37167000100"
KEYS = "#4291"  # of the example company: other language, information, address, none, the menu
_CALL = "CA" + "0" * 32  # stands for the call in what is made ready before
_FORM = {
    **dict.fromkeys(("CalledCity", "CalledState", "CalledZip", "CallerCity", "CallerState", "CallerZip"), ""),
    **dict.fromkeys(("FromCity", "FromState", "FromZip", "ToCity", "ToState", "ToZip"), ""),
    **dict.fromkeys(("CalledCountry", "CallerCountry", "FromCountry", "ToCountry"), "LV"),
    **dict.fromkeys(("Called", "To"), NUMBER),
    **dict.fromkeys(("Caller", "From"), "+37120000001"),
    "AccountSid": ACCOUNT,
    "ApiVersion": "2010-04-01",
    "CallSid": _CALL,
    "CallStatus": "in-progress",
    "Direction": "inbound",
}


@dataclass(frozen=True)
class Ready:
    """A request of every call, but for its CallSid."""

    path: str
    form: str  # encoded
    signed: str  # what its signature is made of
    expected: bytes  # what stands in a right answer of the bot's


@dataclass
class Found:
    """What came of a measurement."""

    seconds: float = 0.0
    requests: int = 0
    delays: list[float] = field(default_factory=list)  # seconds from a key to its answer
    wrong: int = 0  # answers that were not what they should be


def _ready(path: str, expected: bytes, **more: str) -> Ready:
    form = _FORM | more
    signed = PUBLIC + path + "".join(name + form[name] for name in sorted(form))
    return Ready(path, urlencode(form), signed, expected)


def _script() -> Iterator[Ready]:
    yield _ready("/twilio/voice", b"turn?turn=0")
    for turn, key in enumerate(KEYS):
        gathered = {"Digits": key, "FinishedOnKey": "", "msg": "Gather"}
        yield _ready(f"/twilio/turn?turn={turn}", f"turn?turn={turn + 1}".encode(), **gathered)
    yield _ready("/twilio/status", b"", CallStatus="completed", CallDuration="60", Duration="1")


SCRIPT = tuple(_script())


def _request(of: Ready, call_id: str) -> bytes:
    signed = of.signed.replace(_CALL, call_id).encode()
    signature = b64encode(hmac.digest(TOKEN.encode(), signed, "sha1")).decode()
    body = of.form.replace(_CALL, call_id)
    return (
        f"POST {of.path} HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: TwilioProxy/1.1\r\n"
        f"Content-Type: application/x-www-form-urlencoded; charset=UTF-8\r\n"
        f"X-Twilio-Signature: {signature}\r\nI-Twilio-Idempotency-Token: {call_id}\r\nAccept: */*\r\n"
        f"Content-Length: {len(body)}\r\n\r\n{body}"
    ).encode()


class Connection(asyncio.Protocol):
    """One request after another on one connection."""

    def __init__(self) -> None:
        self._parser = httptools.HttpResponseParser(self)
        self._answer: asyncio.Future[tuple[int, bytes]] | None = None
        self._body = b""
        self.transport: Any = None

    def connection_made(self, transport: Any) -> None:
        """See asyncio.Protocol."""
        self.transport = transport

    def connection_lost(self, _: Exception | None) -> None:
        """See asyncio.Protocol."""
        if self._answer and not self._answer.done():
            self._answer.set_exception(ConnectionError("The server closed the connection."))

    def data_received(self, data: bytes) -> None:
        """See asyncio.Protocol."""
        self._parser.feed_data(data)

    def on_body(self, body: bytes) -> None:
        """See httptools."""
        self._body += body

    def on_message_complete(self) -> None:
        """See httptools."""
        assert self._answer
        self._answer.set_result((self._parser.get_status_code(), self._body))

    async def ask(self, request: bytes) -> tuple[int, bytes]:
        """Status and body of the answer."""
        self._answer, self._body = asyncio.get_running_loop().create_future(), b""
        self.transport.write(request)
        return await self._answer


@dataclass
class Callers:
    """All that call one server."""

    port: int
    until: float  # perf_counter
    connections: int
    rate: float | None  # requests a second, all together
    found: Found = field(default_factory=Found)

    async def play(self) -> Found:
        """Until the time is up."""
        began = perf_counter()
        await asyncio.gather(*(self._one(place, began) for place in range(self.connections)))
        self.found.seconds = perf_counter() - began
        return self.found

    async def _one(self, place: int, began: float) -> None:
        loop = asyncio.get_running_loop()
        _, connection = await loop.create_connection(Connection, "127.0.0.1", self.port)
        turns = count(place, self.connections)
        while True:
            call_id = f"CA{uuid.uuid4().hex}"
            for ready in SCRIPT:
                due = await self._due(began, next(turns))
                if due > self.until:
                    connection.transport.close()
                    return
                self._note(ready, due, *await connection.ask(_request(ready, call_id)))

    async def _due(self, began: float, turn: int) -> float:
        """The moment at which a request is due, once it has come."""
        if self.rate is None:
            return perf_counter()
        due = began + turn / self.rate
        await asyncio.sleep(max(0.0, due - perf_counter()))
        return due

    def _note(self, ready: Ready, due: float, status: int, body: bytes) -> None:
        self.found.requests += 1
        if "?turn=" in ready.path:
            self.found.delays.append(perf_counter() - due)
        self.found.wrong += status not in {200, 204} or not _is_right(ready, body)


def _is_right(ready: Ready, body: bytes) -> bool:
    # The bare route always says the same, which is turn 1.
    return ready.expected in body or b"For department number" in body


def main() -> None:
    """Measure, and print what was found."""
    port, seconds, connections, *rate = sys.argv[1:]
    callers = Callers(
        int(port), perf_counter() + float(seconds), int(connections), float(rate[0]) if rate else None
    )
    print(json.dumps(asdict(uvloop.run(callers.play()))))


if __name__ == "__main__":
    main()
