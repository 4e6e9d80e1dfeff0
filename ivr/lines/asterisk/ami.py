"""One connection to Asterisk's manager interface (AMI), on asterisk-ami with its edges taken off.

The protocol is that of Asterisk's main/manager.c (measured against 22.10.1): blocks of ``Key: value`` lines
that end with CRLF, each block with an empty line. What asterisk-ami knows of it stays in use: how an action
is written, how a response and an event are read. Its socket handling is replaced: there, a read time-out
ended the listener, a write could be partial, and a caller's name could hold lines of its own.
"""

from __future__ import annotations

import re
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import count
from secrets import token_hex
from time import monotonic

from asterisk.ami import Action, AMIClient, Event, LoginAction, Response

from ivr.errors import LineError
from ivr.log import logger

CONNECT_SECONDS = 5.0
ANSWER_SECONDS = 5.0  # for a response, and for every event that belongs to it
TICK = 5.0  # seconds after which a write is given up; a read that takes longer is only an idle line
MOST_BYTES = 65_536  # of a block; Asterisk's longest events have a few thousand
MOST_EVENTS = 50_000  # that may belong to one response
LINE_BYTES = 1_000  # Asterisk's buffer for a line holds 1,024

_GREETING = re.compile(r"Asterisk Call Manager/[0-9.]+", re.IGNORECASE)
_FORBIDDEN = re.compile(r"[\r\n\0]")
# What Python takes for ends of lines, beside CRLF. A caller's name that held one could forge a key.
_BREAKS = dict.fromkeys(map(ord, "\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029\0"), " ")


class AmiError(LineError):
    """Something between us and the manager interface."""


class NotSentError(AmiError):
    """The action certainly did not reach Asterisk whole, so Asterisk did not do it."""


class RefusedError(AmiError):
    """Asterisk answered that it will not do it."""


class NoAnswerError(AmiError):
    """The action was sent, and what became of it nobody knows."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What Asterisk said to an action."""

    response: Response
    events: tuple[Event, ...] = ()  # those that carry the action's id


@dataclass(slots=True)
class _Asked:
    """An action on its way."""

    last: str | None  # name of the event that ends the answer; None: the response does
    response: Response | None = None
    events: list[Event] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)  # answered, or never will be

    def complete(self) -> bool:
        if self.response is None:
            return False
        return self.last is None or bool(self.response.is_error() or self._listed())

    def _listed(self) -> bool:
        return bool(self.events) and self.events[-1].name == self.last


class Connection(AMIClient):  # type: ignore[misc]  # asterisk-ami carries no types
    """From connecting to the end. May be used from any thread; events are told on its own.

    What is not asked for (OriginateResponse, UserEvent, …) goes to ``heard``, which must return soon and may
    not ask for anything itself: the answer would come through the very thread that it holds up.
    """

    def __init__(self, address: tuple[str, int], heard: Callable[[Event], None]) -> None:
        super().__init__(*address, timeout=ANSWER_SECONDS)
        self.finished = threading.Event()
        self.last_heard = monotonic()  # when something last arrived
        self._heard = heard
        self._writing = threading.Lock()
        self._asked: dict[str, _Asked] = {}
        self._name = token_hex(4)  # so that no answer to an earlier connection's action is ours
        self._ids = count()

    # ── Beginning and end ───────────────────────────────────────────────────────────────────────

    def connect(self) -> None:
        """Connect, and listen in the background. Raises NotSentError."""
        where = f"{self._address}:{self._port}"
        try:
            self._socket = socket.create_connection((self._address, self._port), CONNECT_SECONDS)
        except OSError as error:
            raise NotSentError(
                f"Asterisk's manager interface does not answer at {where} ({error}). Is Asterisk running, "
                "and IVR_AMI the address that its manager.conf binds?"
            ) from error
        self._socket.settimeout(TICK)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._thread = threading.Thread(target=self.listen, name="ami", daemon=True)
        self._thread.start()

    def log_in(self, user: str, secret: str) -> None:
        """Be let in. Raises RefusedError when Asterisk does not know the user, the secret or our address."""
        try:
            self.ask(LoginAction(user, secret))
        except RefusedError as error:
            raise RefusedError(
                f"Asterisk at {self._address}:{self._port} does not let the service in as {user} ({error}). "
                "Set IVR_AMI_USER and IVR_AMI_PASSWORD as they were when `ivr dialplan` wrote manager.conf, "
                "and see that its permit lines name this machine's address."
            ) from error

    def disconnect(self) -> None:
        """End the connection. May be called again."""
        self.finished.set()
        connection = self._socket
        if connection is not None:
            with suppress(OSError):  # wakes recv(), which close() alone does not
                connection.shutdown(socket.SHUT_RDWR)
            connection.close()
        self._give_up()

    # ── Asking ──────────────────────────────────────────────────────────────────────────────────

    def ask(self, action: Action, last: str | None = None) -> Answer:
        """Send an action and wait for its response and, where ``last`` names one, its events up to that.

        Raises:
            NotSentError: it did not reach Asterisk.
            RefusedError: Asterisk answered with an error.
            NoAnswerError: it was sent, and not answered within ANSWER_SECONDS.
        """
        asked = _Asked(last)
        number = self._number(action)
        self._asked[number] = asked
        try:
            self.send(action)
            return self._answer(action, asked)
        finally:
            del self._asked[number]

    def tell(self, action: Action) -> None:
        """Send an action without waiting for its answer. Raises NotSentError."""
        self._number(action)
        self.send(action)

    def pending(self) -> int:
        """How many actions wait for an answer."""
        return len(self._asked)

    def send(self, pack: Action) -> None:
        """Write an action in one piece, or end the connection. Raises NotSentError."""
        data = _written(pack)
        with self._writing:
            if self.finished.is_set() or self._socket is None:
                raise NotSentError("There is no connection to Asterisk's manager interface.")
            try:
                self._socket.sendall(data)
            except OSError as error:
                # Half an action is none to Asterisk, as long as nothing ever follows it.
                self.disconnect()
                raise NotSentError(f"Asterisk's manager interface takes nothing in ({error}).") from error

    def _number(self, action: Action) -> str:
        number: str = action.keys.setdefault("ActionID", f"{self._name}-{next(self._ids)}")
        return number

    def _answer(self, action: Action, asked: _Asked) -> Answer:
        asked.over.wait(ANSWER_SECONDS)
        response = asked.response
        if response is not None and response.is_error():
            raise RefusedError(str(response.keys.get("Message", "no reason given")).rstrip("."))
        if response is None or not asked.complete():
            raise NoAnswerError(f"Asterisk did not answer {action.name} within {ANSWER_SECONDS:.0f} s.")
        return Answer(response, tuple(asked.events))

    # ── Listening ───────────────────────────────────────────────────────────────────────────────

    def listen(self) -> None:
        """What the connection's own thread does: read until the end, whatever is read."""
        try:
            for pack in self._next_pack():
                self._take(pack)
        except (OSError, AmiError) as error:
            if not self.finished.is_set():
                logger().warning("ami_broken", error=str(error))
        finally:
            self.disconnect()

    def _next_pack(self) -> Iterator[str]:
        """The blocks as they come in, after the greeting."""
        data, end = b"", b"\r\n"  # which ends the greeting
        while more := self._received():
            data += more
            while end in data:
                pack, _, data = data.partition(end)
                if end == b"\r\n":
                    self._greeted(pack)
                else:
                    yield self._decode_pack(pack)
                end = b"\r\n\r\n"
            if len(data) > MOST_BYTES:
                raise AmiError(f"Asterisk's manager interface sent a block of more than {MOST_BYTES} bytes.")

    def _received(self) -> bytes:
        """Some bytes; none when the connection is over. An idle line is no reason to leave it."""
        while not self.finished.is_set():
            with suppress(TimeoutError):
                more: bytes = self._socket.recv(MOST_BYTES)
                self.last_heard = monotonic()
                return more
        return b""

    def _greeted(self, line: bytes) -> None:
        if not _GREETING.match(line.decode(errors="replace")):
            raise AmiError(
                f"What answers at {self._address}:{self._port} is not Asterisk's manager interface. "
                "Set IVR_AMI to the address that manager.conf binds."
            )

    def _decode_pack(self, pack: bytes) -> str:
        lines = pack.decode(errors="replace").split("\r\n")
        return "\r\n".join(line.translate(_BREAKS) for line in lines if line)

    def _take(self, pack: str) -> None:
        try:
            self.fire_recv_pack(pack)
        except Exception:
            logger().exception("ami_block_refused", block=pack[:200])

    def fire_recv_reponse(self, response: Response) -> None:
        """A response: it belongs to whoever asked, or to nobody any more. (The name is asterisk-ami's.)"""
        asked = self._asked.get(response.keys.get("ActionID", ""))
        if asked is not None:
            asked.response = response
            self._settle(asked)

    def fire_recv_event(self, event: Event) -> None:
        """An event: a part of somebody's answer, or news."""
        asked = self._asked.get(event.keys.get("ActionID", ""))
        if asked is None or asked.last is None:
            self._heard(event)
        elif len(asked.events) < MOST_EVENTS:
            asked.events.append(event)
            self._settle(asked)

    def _settle(self, asked: _Asked) -> None:
        if asked.complete():
            asked.over.set()

    def _give_up(self) -> None:
        """Nobody is to wait for an answer that cannot come any more."""
        for asked in tuple(self._asked.values()):
            asked.over.set()


def _written(action: Action) -> bytes:
    """An action as it goes over the wire. Raises NotSentError where it would be another, or more than one."""
    pairs = (*action.keys.items(), *action.variables.items())
    if any(_FORBIDDEN.search(str(text)) for pair in ((action.name, ""), *pairs) for text in pair):
        raise NotSentError(f"A value of {action.name!r} holds a line break or NUL, and was not sent.")
    data: bytes = (str(action) + "\r\n").encode(errors="replace")
    if max(map(len, data.split(b"\r\n"))) > LINE_BYTES:
        raise NotSentError(f"A line of {action.name!r} is longer than {LINE_BYTES} bytes, and was not sent.")
    return data
