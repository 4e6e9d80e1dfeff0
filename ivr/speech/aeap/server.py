"""The WebSocket server that Asterisk's recogniser connects to: a Line, in a thread with a loop of its own."""

from __future__ import annotations

import asyncio
import socket
import uuid
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, field
from http import HTTPStatus
from threading import Thread

from websockets.asyncio.server import ServerConnection, serve
from websockets.exceptions import ConnectionClosed
from websockets.http11 import Request, Response
from websockets.typing import Subprotocol

from ivr.log import logger
from ivr.speech.aeap import protocol
from ivr.speech.aeap.protocol import Result
from ivr.speech.aeap.session import FAILED, Heard, Session, told_of
from ivr.speech.recognition.ear import Ear

BACKLOG = 256  # connections the system holds for us until we take them
LARGEST = 65_536  # bytes of one message: two seconds of sound, or a long setting
ANSWER_SECONDS = 0.9  # after an utterance, beyond what its engine may take, until it is given up
START_SECONDS = 10.0
LEAVE_SECONDS = 3.0  # in which connections are closed

_Leave = Callable[[], object]


@dataclass
class AeapServer:
    """Serves the connections of Asterisk's ``res_speech_aeap`` until it is stopped."""

    ear: Ear
    listen: Callable[[], socket.socket]  # raises OperatorError: the address cannot be had
    allow: Callable[[str], bool] = lambda _: True  # whether a peer of that address may connect
    address: tuple[str, int] = ("", 0)  # host and port, once it listens
    _serving: Future[_Leave] = field(default_factory=Future)  # how to end it, once it serves
    _thread: Thread | None = None
    _live: int = 0

    def start(self) -> None:
        """Listen, and serve in the background. Raises OperatorError when the address cannot be had."""
        listener = self.listen()
        self.address = listener.getsockname()[:2]
        self.ear.start()
        self._thread = Thread(target=self._run, args=(listener,), name="aeap", daemon=True)
        self._thread.start()
        self._serving.result(START_SECONDS)
        logger().info("aeap_listening", address="{}:{}".format(*self.address))

    def drain(self, timeout: float) -> bool:
        """True: calls in dialogue are drained by their line, and are heard until then."""
        del timeout
        return True

    def stop(self) -> None:
        """Close what is open, and leave."""
        if self._thread:
            self._serving.result()()
            self._thread.join(LEAVE_SECONDS)
            self._thread = None
        self.ear.stop()

    def live(self) -> int:
        """How many connections there are now."""
        return self._live

    def _run(self, listener: socket.socket) -> None:
        try:
            asyncio.run(self._serve(listener))
        except Exception as error:
            logger().exception("aeap_server_failed")
            if not self._serving.done():
                self._serving.set_exception(error)

    async def _serve(self, listener: socket.socket) -> None:
        leave, loop = asyncio.Event(), asyncio.get_running_loop()
        async with serve(
            self._connected,
            sock=listener,
            process_request=self._let_in,
            subprotocols=[Subprotocol(protocol.SUBPROTOCOL)],
            compression=None,
            max_size=LARGEST,
            ping_interval=None,
        ):
            self._serving.set_result(lambda: loop.call_soon_threadsafe(leave.set))
            await leave.wait()

    async def _let_in(self, connection: ServerConnection, request: Request) -> Response | None:
        """Strangers are refused. Plain HTTP is answered: so Asterisk looks whether we are here."""
        peer = connection.remote_address[0]
        if not await asyncio.to_thread(self.allow, peer):
            logger().warning("aeap_peer_refused", peer=peer)
            return connection.respond(HTTPStatus.FORBIDDEN, "This machine is not let in.\n")
        if "Upgrade" in request.headers:
            return None
        return connection.respond(HTTPStatus.OK, "AEAP is served here.\n")

    async def _connected(self, connection: ServerConnection) -> None:
        session = Session(self.ear.known, self.ear.decode)
        self._live += 1
        try:
            async for message in connection:
                await self._take(connection, session, message)
        except ConnectionClosed:
            pass
        except Exception:
            logger().exception("aeap_connection_failed", call_id=session.call_id)
        finally:
            self._live -= 1

    async def _take(self, connection: ServerConnection, session: Session, message: str | bytes) -> None:
        if isinstance(message, str):
            answer = session.told(message)
            if answer:
                await connection.send(answer)
            return
        for told in session.hear(message):
            if isinstance(told, Future):
                task = asyncio.ensure_future(self._answer(connection, session, told))
                session.tasks.add(task)
                task.add_done_callback(session.tasks.discard)
            else:
                await _tell(connection, session, told)

    async def _answer(self, connection: ServerConnection, session: Session, decoding: Future[Heard]) -> None:
        listening, clock = session.listening, asyncio.get_running_loop().time
        fell_silent = clock() - session.silence
        try:
            heard = await asyncio.wait_for(asyncio.wrap_future(decoding), ANSWER_SECONDS)
            found = told_of(heard, clock() - fell_silent)
        except Exception as error:
            logger().error("decoding_failed", call_id=session.call_id, why=str(error) or type(error).__name__)
            found = FAILED
        if session.listening == listening:
            with suppress(ConnectionClosed):
                await _tell(connection, session, found)


async def _tell(connection: ServerConnection, session: Session, told: tuple[Result, ...]) -> None:
    best = told[0]
    entry = {"what": best.grammar.value, "confidence": round(best.confidence, 2)}
    logger().info("heard", call_id=session.call_id, **entry)
    await connection.send(protocol.results(uuid.uuid4().hex, told))
