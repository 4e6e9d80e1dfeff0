"""Work that is looked for now and then while the service runs, by a thread of its own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread
from time import monotonic

from ivr.errors import IvrError
from ivr.log import logger

JOIN_SECONDS = 10.0


class Background:
    """Implements ``ivr.service.Line``: ``look`` is done every so often; no call waits for it."""

    def __init__(self, name: str, every: float) -> None:
        """``name`` is that of the thread and, with "_interrupted", of what is logged; ``every``: seconds."""
        self._name, self.every = name, every
        self._leaving = Event()
        self._thread: Thread | None = None

    def look(self) -> None:
        """Do what is due, until there is nothing left or ``_leaving`` is set."""
        raise NotImplementedError

    @contextmanager
    def resting(self, share: float) -> Iterator[None]:
        """What is within is done, and then nothing until it has taken only ``share`` (0 to 1) of the time."""
        began = monotonic()
        yield
        self._leaving.wait((monotonic() - began) * (1 / share - 1))

    def start(self) -> None:
        """Begin."""
        self._thread = Thread(target=self._run, name=self._name, daemon=True)
        self._thread.start()

    def drain(self, timeout: float) -> bool:  # noqa: ARG002 - no call waits for it
        """Begin nothing more; what is left is done after the next start, or by whoever runs next."""
        self._leaving.set()
        return True

    def stop(self) -> None:
        """Leave."""
        self._leaving.set()
        if self._thread is not None:
            self._thread.join(JOIN_SECONDS)

    def _run(self) -> None:
        """Whatever fails is told, and tried again with the next look."""
        while not self._leaving.wait(self.every):
            try:
                self.look()
            except IvrError as error:
                logger().error(f"{self._name}_interrupted", why=str(error))
            except Exception:
                logger().exception(f"{self._name}_interrupted")
