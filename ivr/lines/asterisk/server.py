"""The FastAGI server: a thread per call in dialogue, for the peers that the operator allows."""

from __future__ import annotations

import socket
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from queue import SimpleQueue
from threading import Condition, Thread
from time import monotonic, sleep

from ivr.calls.desk import Desk
from ivr.calls.ports import Hearing, Prompts
from ivr.calls.spool import prepare_spool, unwritable
from ivr.errors import LineError
from ivr.lines.asterisk import tone
from ivr.lines.asterisk.dialogue import SCRIPTS, Dialogue
from ivr.lines.asterisk.peers import Peers, address_of
from ivr.lines.asterisk.session import Session, close
from ivr.lines.asterisk.speech import Recogniser
from ivr.lines.listening import listening
from ivr.log import logger

MOST_CALLS = 1_000  # in dialogue at once; further ones meet the dialplan's own fallback
KEPT = 50  # idle threads that wait for the next connection: starting one costs as much as writing a turn down
BACKLOG = 256  # connections the system holds for us until we take them


@dataclass
class AgiServer:
    """Serves the dialplan's AGI requests until it is drained."""

    desk: Desk
    prompts: Prompts
    bind: tuple[str, int]  # where to listen; port 0 takes any
    peers: Peers
    spool: Path
    hearing: Hearing | None = None  # None: callers answer by keys alone
    most_calls: int = MOST_CALLS
    _recogniser: Recogniser | None = None
    _listener: socket.socket | None = None
    _live: int = 0  # connections being served
    _idle: int = 0  # threads that wait for a connection
    _changed: Condition = field(default_factory=Condition)  # guards _live and _idle
    _handed: SimpleQueue[tuple[socket.socket, str]] = field(default_factory=SimpleQueue)  # to idle threads

    def start(self) -> None:
        """Listen, and serve in the background.

        Raises:
            OperatorError: the address cannot be had, or the spool not be written.
        """
        self.spool = self.spool.absolute()
        self._recogniser = Recogniser(self.hearing) if self.hearing else None
        _prepare(self.spool)
        self._listener = listening(self.bind, BACKLOG, "IVR_AGI_BIND")
        Thread(target=self._accept, args=(self._listener,), name="agi-accept", daemon=True).start()
        logger().info("agi_listening", address="{}:{}".format(*self.address))

    def drain(self, timeout: float) -> bool:
        """Take no new call, and wait ``timeout`` seconds for those in dialogue; whether all of them ended."""
        self._close()
        with self._changed:
            ended = self._changed.wait_for(lambda: self._live == 0, timeout)
        logger().info("agi_drained", left=self._live)
        return ended

    def stop(self) -> None:
        """Nothing: calls that are in dialogue still end with the process."""

    def live(self) -> int:
        """How many connections are being served now."""
        return self._live

    @property
    def address(self) -> tuple[str, int]:
        """Host and port it listens on."""
        if self._listener is None:
            return self.bind
        host, port = self._listener.getsockname()[:2]
        return host, port

    def _close(self) -> None:
        listener, self._listener = self._listener, None
        if listener is not None:
            with suppress(OSError):  # wakes accept(), which close() alone does not
                listener.shutdown(socket.SHUT_RDWR)
            listener.close()

    # ── Connections ─────────────────────────────────────────────────────────────────────────────

    def _accept(self, listener: socket.socket) -> None:
        while self._listener is listener:
            try:
                connection, peer = listener.accept()
            except OSError as error:
                self._not_accepted(listener, error)
            else:
                self._take(connection, peer[0])

    def _not_accepted(self, listener: socket.socket, error: OSError) -> None:
        if self._listener is listener:
            logger().error("agi_accept_failed", error=str(error))  # no more file descriptors, most likely
            sleep(0.1)

    def _take(self, connection: socket.socket, peer: str) -> None:
        if self._live >= self.most_calls:
            logger().error("agi_full", live=self._live)
            connection.close()
            return
        with self._changed:
            self._live += 1
            waiting = self._idle > 0
            self._idle -= waiting
        if waiting:
            self._handed.put((connection, peer))
        else:
            self._hire(connection, peer)

    def _hire(self, connection: socket.socket, peer: str) -> None:
        try:
            Thread(target=self._work, args=(connection, peer), name="agi", daemon=True).start()
        except RuntimeError as error:  # the system gives no more threads
            logger().error("agi_full", live=self._live, error=str(error))
            connection.close()
            self._leave()

    def _leave(self) -> None:
        with self._changed:
            self._live -= 1
            self._changed.notify_all()

    def _work(self, connection: socket.socket, peer: str) -> None:
        """What a thread does: serve a connection, then others as long as few threads are idle."""
        self._serve(connection, peer)
        while self._stay():
            self._serve(*self._handed.get())

    def _stay(self) -> bool:
        with self._changed:
            stays = self._idle < KEPT
            self._idle += stays
        return stays

    def _serve(self, connection: socket.socket, peer: str) -> None:
        try:
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # commands are small
            self._route(connection, peer)
        finally:
            close(connection)
            self._leave()

    def _route(self, connection: socket.socket, peer: str) -> None:
        allowed = self.peers.allow(peer, monotonic())
        if not allowed and not _same_machine(connection, peer):  # which may ask for health
            logger().warning("agi_peer_refused", peer=peer)
            return
        try:
            session = Session(connection)
        except LineError as error:
            logger().warning("agi_request_refused", peer=peer, error=str(error))
            return
        script = session.env.get("agi_network_script", "").strip("/")
        self._run(session, script, peer, allowed)

    def _run(self, session: Session, script: str, peer: str, allowed: bool) -> None:
        if script not in SCRIPTS or not (allowed or script == "health"):
            logger().warning("agi_request_refused", peer=peer, script=script)
            return
        dialogue = Dialogue(self.desk, self.prompts, self.spool, session, self._recogniser)
        try:
            dialogue.run(script)
        except Exception:
            logger().exception("agi_session_failed", call_id=dialogue.call_id, script=script)


def _same_machine(connection: socket.socket, peer: str) -> bool:
    """It came in over the loopback, or from the very address that it came to."""
    return address_of(peer).is_loopback or peer == connection.getsockname()[0]


def _prepare(spool: Path) -> None:
    """Make the folders that Asterisk records into, and the tone it plays before."""
    prepare_spool(spool)
    try:
        tone.write(spool)
    except OSError as error:
        raise unwritable(spool, error) from error
