"""Writes down how calls ended, several together: whoever has hung up waits for nothing any more.

What the processor has at hand after one end it has for the next, so the last turns of five calls cost hardly
more than those of two that are written one by one between the turns of others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue
from threading import Lock, Thread
from time import monotonic, sleep

TOGETHER = 0.25  # seconds in which ends are gathered
SLOW = 0.5  # seconds: an end that takes so long waits for the records, and the others are not to wait for it

End = Callable[[], None]  # writes down one end; raises nothing


@dataclass
class Partings:
    """One thread that writes ends down. ``later`` may be called from any thread."""

    _ends: SimpleQueue[End | None] = field(default_factory=SimpleQueue)  # None: there will be no more
    _open: bool = False
    _lock: Lock = field(default_factory=Lock)  # guards _open, and that nothing comes after None

    def start(self) -> None:
        """Begin to gather."""
        self._open = True
        Thread(target=self._run, name="agi-partings", daemon=True).start()

    def later(self, end: End) -> None:
        """Have ``end`` written down soon; at once where nothing is gathered any more."""
        with self._lock:
            gathered = self._open
            if gathered:
                self._ends.put(end)
        if not gathered:
            end()

    def close(self) -> None:
        """Gather no more; what has been gathered is still written down."""
        with self._lock:
            if self._open:
                self._ends.put(None)
            self._open = False

    def _run(self) -> None:
        while (first := self._ends.get()) is not None:
            sleep(TOGETHER)
            _write((first, *self._gathered()))

    def _gathered(self) -> Iterator[End]:
        try:
            while (end := self._ends.get_nowait()) is not None:
                yield end
        except Empty:
            return
        self._ends.put(None)  # that it was the last is for _run to see


def _write(ends: tuple[End, ...]) -> None:
    for place, end in enumerate(ends, 1):
        began = monotonic()
        end()
        if monotonic() - began > SLOW:
            for other in ends[place:]:
                Thread(target=other, name="agi", daemon=True).start()
            return
