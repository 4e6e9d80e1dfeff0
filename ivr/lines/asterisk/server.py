"""The FastAGI server: a thread per call in dialogue, for the peers that the operator allows."""

from __future__ import annotations

import socket
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from threading import Condition, Thread
from time import monotonic, sleep

from ivr.calls.desk import Desk
from ivr.calls.ports import Hearing, Prompts
from ivr.calls.spool import prepare_spool, unwritable
from ivr.errors import LineError
from ivr.lines.asterisk import tone
from ivr.lines.asterisk.dialogue import SCRIPTS, Dialogue
from ivr.lines.asterisk.partings import Partings
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
    _partings: Partings = field(default_factory=Partings)

    def start(self) -> None:
        """Listen, and serve in the background.

        Raises:
            OperatorError: the address cannot be had, or the spool not be written.
        """
        self.spool = self.spool.absolute()
        self._recogniser = Recogniser(self.hearing) if self.hearing else None
        _prepare(self.spool)
        self._partings.start()
        self._listener = listening(self.bind, BACKLOG, "IVR_AGI_BIND")
        self._hire(self._listener)
        logger().info("agi_listening", address="{}:{}".format(*self.address))

    def drain(self, timeout: float) -> bool:
        """Take no new call, and wait ``timeout`` seconds for those in dialogue; whether all of them ended."""
        self._close()
        with self._changed:
            ended = self._changed.wait_for(lambda: self._live == 0, timeout)
        self._partings.close()
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

    def _work(self, listener: socket.socket) -> None:
        """What a thread does: wait for a connection, have another wait for the next, and serve it.

        To hand connections on to threads that serve would cost a switch of threads for each.
        """
        while (accepted := self._accepted(listener)) is not None:
            connection, peer = accepted
            if not self._take(connection, listener):
                continue
            self._serve(connection, peer)
            if not self._stay():
                return

    def _accepted(self, listener: socket.socket) -> tuple[socket.socket, str] | None:
        """The next connection and who it is from; None where this thread is to wait no more."""
        while self._listener is listener:
            try:
                connection, peer = listener.accept()
            except OSError as error:
                if not self._not_accepted(listener, error):
                    return None
            else:
                return connection, peer[0]
        return None

    def _not_accepted(self, listener: socket.socket, error: OSError) -> bool:
        """Whether to try again: the last thread does until the listener is closed."""
        if self._listener is not listener:
            return False
        logger().error("agi_accept_failed", error=str(error))  # no more file descriptors, most likely
        with self._changed:
            stays = self._idle <= 1
            self._idle -= not stays
        if stays:
            sleep(0.1)
        return stays

    def _take(self, connection: socket.socket, listener: socket.socket) -> bool:
        """Whether this thread is to serve the connection: there is room, and another thread waits."""
        with self._changed:
            taken = self._live < self.most_calls
            self._live += taken
            self._idle -= taken
            alone = taken and not self._idle
        if not taken:
            logger().error("agi_full", live=self._live)
            connection.close()
            return False
        return not alone or self._hired(connection, listener)

    def _hired(self, connection: socket.socket, listener: socket.socket) -> bool:
        """Whether another thread waits now; if there is none, this one goes on waiting."""
        try:
            self._hire(listener)
        except RuntimeError as error:  # the system gives no more threads
            logger().error("agi_full", live=self._live, error=str(error))
            connection.close()
            with self._changed:
                self._idle += 1
            self._leave()
            return False
        return True

    def _hire(self, listener: socket.socket) -> None:
        with self._changed:
            self._idle += 1
        try:
            Thread(target=self._work, args=(listener,), name="agi", daemon=True).start()
        except RuntimeError:
            with self._changed:
                self._idle -= 1
            raise

    def _leave(self) -> None:
        with self._changed:
            self._live -= 1
            self._changed.notify_all()

    def _stay(self) -> bool:
        with self._changed:
            stays = self._idle < KEPT
            self._idle += stays
        return stays

    def _serve(self, connection: socket.socket, peer: str) -> None:
        parting = None
        try:
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # commands are small
            parting = self._route(connection, peer)
        finally:
            if parting is None:
                self._over(connection)
            else:
                self._partings.later(partial(self._part, parting, connection))

    def _part(self, dialogue: Dialogue, connection: socket.socket) -> None:
        """The connection is open until the end is on record: who waits for the one finds the other."""
        try:
            dialogue.part()
        except Exception:
            logger().exception("agi_session_failed", call_id=dialogue.call_id)
        finally:
            self._over(connection)

    def _over(self, connection: socket.socket) -> None:
        close(connection)
        self._leave()

    def _route(self, connection: socket.socket, peer: str) -> Dialogue | None:
        """Serve what is allowed; a dialogue whose end is still to be written down."""
        allowed = self.peers.allow(peer, monotonic())
        if not allowed and not _same_machine(connection, peer):  # which may ask for health
            logger().warning("agi_peer_refused", peer=peer)
            return None
        try:
            session = Session(connection)
        except LineError as error:
            logger().warning("agi_request_refused", peer=peer, error=str(error))
            return None
        script = session.env.get("agi_network_script", "").strip("/")
        if script not in SCRIPTS or not (allowed or script == "health"):
            logger().warning("agi_request_refused", peer=peer, script=script)
            return None
        return self._run(session, script)

    def _run(self, session: Session, script: str) -> Dialogue | None:
        dialogue = Dialogue(self.desk, self.prompts, self.spool, session, self._recogniser)
        try:
            dialogue.run(script)
        except Exception:
            logger().exception("agi_session_failed", call_id=dialogue.call_id, script=script)
        return dialogue if dialogue.parted_at else None


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
