"""The web server of the Twilio line: uvicorn in a thread, with neither signals nor a log of its own."""

from __future__ import annotations

import logging
import socket
from dataclasses import dataclass
from threading import Thread
from time import monotonic, sleep

import uvicorn
from starlette.types import ASGIApp

from ivr.lines.listening import listening
from ivr.lines.twilio.app import Application, Webhooks
from ivr.lines.twilio.pages import Pages
from ivr.log import logger

MOST_CONNECTIONS = 2_000  # further ones are told 503
KEEP_ALIVE = 75  # seconds a connection may idle: longer than the proxy before us keeps it
BACKLOG = 1_024  # connections the system holds for us until we take them
LEAVE_SECONDS = 5  # in which what is being asked is answered
LOOK_EVERY = 0.5  # seconds between looks at the calls that are left, while draining


@dataclass(slots=True)
class TwilioServer:
    """A Line (ivr/service.py): answers Twilio's webhooks until it is stopped."""

    webhooks: Webhooks
    pages: Pages
    bind: tuple[str, int]  # where to listen; port 0 takes any
    _server: uvicorn.Server | None = None
    _thread: Thread | None = None

    def start(self) -> None:
        """Listen, and answer in the background. Raises OperatorError when the address cannot be had."""
        listener = listening(self.bind, BACKLOG, "IVR_TWILIO_BIND")
        self.bind = listener.getsockname()[:2]
        app = Application(self.webhooks, lambda: self.pages.draining)
        self._server = uvicorn.Server(_config(app))
        self._thread = Thread(target=self._serve, args=(listener,), name="twilio", daemon=True)
        self._thread.start()
        self.pages.later.start()
        logger().info("twilio_listening", address="{}:{}".format(*self.bind))

    def drain(self, timeout: float) -> bool:
        """Take no new call; answer whatever belongs to one until all have ended, ``timeout`` seconds at most.

        Returns:
            Whether no call was left in dialogue.
        """
        self.pages.draining = True
        until = monotonic() + timeout
        while (left := len(self.pages.in_dialogue())) and monotonic() < until:
            sleep(min(LOOK_EVERY, max(until - monotonic(), 0.0)))
        self.pages.later.flush()
        logger().info("twilio_drained", left=left)
        return not left

    def stop(self) -> None:
        """Answer what is being asked, and leave."""
        if self._server and self._thread:
            self._server.should_exit = True
            self._thread.join(LEAVE_SECONDS + 1)
            self.webhooks.close()
            self.pages.later.stop()

    def _serve(self, listener: socket.socket) -> None:
        try:
            if self._server:
                self._server.run([listener])
        except Exception:
            logger().exception("twilio_server_failed")
            listener.close()  # whoever asks is refused, not left waiting


def _config(app: ASGIApp) -> uvicorn.Config:
    _tell_of_the_server()
    return uvicorn.Config(
        app,
        http="httptools",
        loop="uvloop",
        ws="none",
        lifespan="off",
        access_log=False,
        log_config=None,
        proxy_headers=False,
        server_header=False,
        backlog=BACKLOG,
        limit_concurrency=MOST_CONNECTIONS,
        timeout_keep_alive=KEEP_ALIVE,
        timeout_graceful_shutdown=LEAVE_SECONDS,
    )


class _Told(logging.Handler):
    """What uvicorn has to say, in our own log."""

    def emit(self, record: logging.LogRecord) -> None:
        """See logging.Handler."""
        tell = logger().error if record.levelno >= logging.ERROR else logger().warning
        tell("twilio_server", why=record.getMessage(), exc_info=record.exc_info)


def _tell_of_the_server() -> None:
    told = logging.getLogger("uvicorn.error")
    told.handlers, told.propagate = [_Told(logging.WARNING)], False
