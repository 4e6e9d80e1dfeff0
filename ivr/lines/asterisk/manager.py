"""The way into Asterisk's manager interface, kept open: logs in, notices a dead line, begins again."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic

from asterisk.ami import Action, Event

from ivr.lines.asterisk.ami import AmiError, Answer, Connection, NotSentError, RefusedError
from ivr.log import logger

FIRST_PAUSE, MOST_PAUSE = 0.5, 8.0  # seconds between two tries to connect: doubled from the one to the other
REFUSED_PAUSE = 30.0  # seconds after a refused log-in: Asterisk logs each, and may bar who tries too often
PING_EVERY = 10.0  # seconds of silence after which Asterisk is asked whether it is there
STEADY = 10.0  # seconds after which a connection counts as a good one
BOOT_SECONDS = 10.0  # how long an Asterisk that lets us in may take until all of it is loaded

NEVER = "The service has not been let into Asterisk's manager interface yet."


@dataclass
class Manager:
    """Asterisk's manager interface as long as the service runs. May be used from any thread."""

    address: tuple[str, int]
    user: str
    secret: str = field(repr=False)
    heard: Callable[[Event], None]  # news, on the connection's thread: see Connection
    opened: Callable[[], None] = lambda: None  # whenever we are let in, on the keeper's thread
    trouble: str = NEVER  # why there is no connection, a sentence for an operator
    _connection: Connection | None = None  # one that is logged in
    _booted: threading.Event = field(default_factory=threading.Event)
    _stop: threading.Event = field(default_factory=threading.Event)

    def start(self) -> None:
        """Connect in the background, and keep connected."""
        threading.Thread(target=self._keep, name="ami-keeper", daemon=True).start()

    def stop(self) -> None:
        """Disconnect for good."""
        self._stop.set()
        if self._connection is not None:
            self._connection.disconnect()

    def ready(self) -> bool:
        """Whether there is a connection now."""
        return self._connection is not None and not self._connection.finished.is_set()

    def ask(self, action: Action, last: str | None = None) -> Answer:
        """Connection.ask. Raises NotSentError without a connection."""
        return self._open().ask(action, last)

    def tell(self, action: Action) -> None:
        """Connection.tell. Raises NotSentError without a connection."""
        self._open().tell(action)

    def _open(self) -> Connection:
        connection = self._connection
        if connection is None:
            raise NotSentError(self.trouble)
        return connection

    # ── Keeping it open ─────────────────────────────────────────────────────────────────────────

    def _keep(self) -> None:
        pause = FIRST_PAUSE
        while not self._stop.is_set():
            began = monotonic()
            wait = self._once(pause)
            pause = FIRST_PAUSE if monotonic() - began > STEADY else min(2 * pause, MOST_PAUSE)
            self._stop.wait(wait)

    def _once(self, pause: float) -> float:
        """One connection from its beginning to its end; how many seconds to wait before the next."""
        connection = Connection(self.address, self._hear)
        try:
            self._begin(connection)
            self._watch(connection)
            self._report("Asterisk ended the connection to its manager interface.")
        except RefusedError as error:
            self._report(str(error))
            return REFUSED_PAUSE
        except AmiError as error:
            self._report(str(error))
        except Exception:
            logger().exception("ami_failed")
        finally:
            self._connection = None
            connection.disconnect()
        return pause

    def _begin(self, connection: Connection) -> None:
        self._booted.clear()
        connection.connect()
        connection.log_in(self.user, self.secret)
        # An Asterisk that is starting lets us in before it has its dialplan and its telephones. Where the
        # event is filtered out, the wait is all there is.
        self._booted.wait(BOOT_SECONDS)
        self._connection, self.trouble = connection, ""
        logger().info("ami_connected", address="{}:{}".format(*self.address))
        self.opened()

    def _watch(self, connection: Connection) -> None:
        """Returns when the connection has ended. Raises AmiError when it turns out to be dead."""
        while not connection.finished.wait(PING_EVERY):
            if monotonic() - connection.last_heard >= PING_EVERY:
                connection.ask(Action("Ping"))

    def _hear(self, event: Event) -> None:
        if event.name == "FullyBooted":
            self._booted.set()
        else:
            self.heard(event)

    def _report(self, trouble: str) -> None:
        """Told once, however often it is tried again."""
        if trouble != self.trouble and not self._stop.is_set():
            logger().error("ami_unreachable", error=trouble)
        self.trouble = trouble
