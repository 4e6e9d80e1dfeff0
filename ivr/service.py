"""The running service: answers calls, takes a changed company file in, leaves without cutting anybody off."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from time import monotonic
from typing import Protocol

from ivr.calls.ports import RecordsUnavailableError
from ivr.calls.proofs import ProofStoppedError
from ivr.company.loader import CompanyFile
from ivr.errors import IvrError
from ivr.log import logger

LOOK_EVERY = 1.0  # seconds between looks at the company file
TIDY_EVERY = 3_600.0  # seconds between tidyings


class Line(Protocol):
    """A line that takes calls, or makes them, in the background."""

    def start(self) -> None:
        """Begin. Raises OperatorError when it cannot, for example when the port is taken."""

    def drain(self, timeout: float) -> bool:
        """Take no new call, let those in dialogue end; False when ``timeout`` seconds were not enough."""

    def stop(self) -> None:
        """Leave, all lines being drained; until then whatever goes on is put on record."""


class InForce(Protocol):
    """Where the company file in force is kept."""

    def put_in_force(self, file: CompanyFile) -> None:
        """New calls begin with ``file`` from now on. Raises RecordsUnavailableError: not yet."""


@dataclass
class Service:
    """Lines that serve calls by one company file, watched for changes."""

    path: Path  # the company file
    lines: tuple[Line, ...]  # started in this order, drained and stopped in the opposite one
    standards: InForce
    load: Callable[[Path], CompanyFile]  # checks it wholly; raises FileProblems
    prove: Callable[[CompanyFile], None]  # calls may be held by it; raises NotProvedError
    prepare: Callable[[CompanyFile], None]  # makes its prompts ready; raises SpeechError
    settle: Callable[[], None]  # ends on record what a dead process left open; called once we have the lines
    tidy: Callable[[], None]  # ends and removes what is over, every hour
    seen: tuple[int, int] | None  # ``stamp`` of the company file, taken before it was loaded
    stop: Event = field(default_factory=Event)  # set: leave
    look: Event = field(default_factory=Event)  # set: look at the company file now, changed or not

    def run(self, drain_seconds: float) -> bool:
        """Serve until ``stop`` is set, then drain, all lines together in ``drain_seconds``.

        False when some call had to be left in dialogue.
        """
        for line in self.lines:
            line.start()
        # Not before: a second service that finds the port taken must not end the calls of the first.
        self.settle()
        logger().info("service_started", company=str(self.path))
        tidied = monotonic()
        while not self.stop.wait(LOOK_EVERY):
            if monotonic() - tidied >= TIDY_EVERY:
                tidied = monotonic()
                self._tidy()
            now = stamp(self.path)
            if (now is not None and now != self.seen) or self.look.is_set():
                self.look.clear()
                self.seen = now
                self.reload()
        return self._leave(drain_seconds)

    def _tidy(self) -> None:
        try:
            self.tidy()
        except IvrError as error:  # it can wait an hour; calls cannot
            logger().error("not_tidied", why=str(error))

    def reload(self) -> bool:
        """Put the company file as it is now in force; one that is faulty or not proved is only logged.

        The old one stays then, and also while the records cannot keep the new one, which is tried again.
        """
        try:
            file = self.load(self.path)
            self.prove(file)  # before prompts are made: those of the dialplan are replaced
            self.prepare(file)
            self.standards.put_in_force(file)
        except RecordsUnavailableError as error:
            logger().error("company_file_waits", company=str(self.path), why=str(error))
            self.look.set()
            return False
        except ProofStoppedError:  # we leave: the next start looks at the file
            return False
        except IvrError as error:
            logger().error("company_file_refused", company=str(self.path), problems=str(error).splitlines())
            return False
        logger().info("company_file_in_force", company=str(self.path), fingerprint=file.fingerprint[:12])
        return True

    def _leave(self, drain_seconds: float) -> bool:
        logger().info("service_draining", seconds=drain_seconds)
        until = monotonic() + drain_seconds
        # Whoever began last leaves first: calls are made no more while they are still answered.
        drained = [line.drain(max(0.0, until - monotonic())) for line in reversed(self.lines)]
        for line in reversed(self.lines):
            line.stop()
        logger().info("service_stopped", drained=all(drained))
        return all(drained)


def stamp(path: Path) -> tuple[int, int] | None:
    """What changes when the file does; None while an editor has it replaced half-way."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size
