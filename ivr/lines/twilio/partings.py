"""Hang-ups that are held back for a while, because another page may tell more of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Condition, Thread
from time import monotonic

from ivr.log import logger

HOLD = (
    10.0  # seconds in which Twilio tells how a transfer or a recording ended, before or after the call's end
)
MOST = 10_000  # held at once; the one held longest is told at once where there are more


@dataclass(slots=True)
class Partings:
    """Calls that Twilio says are over, each told ``HOLD`` seconds later. May be used from any thread."""

    tell: Callable[[str], None]  # writes down that the caller of a call hung up
    hold_seconds: float = HOLD
    _due: dict[str, float] = field(default_factory=dict)  # call id → monotonic seconds, the first due first
    _changed: Condition = field(default_factory=Condition)  # guards _due and _stopping
    _stopping: bool = False

    def start(self) -> None:
        """Tell what is due, in the background."""
        Thread(target=self._run, name="twilio-partings", daemon=True).start()

    def hold(self, call_id: str) -> None:
        """Tell of this call later; told again meanwhile, it is told once."""
        with self._changed:
            self._due.setdefault(call_id, monotonic() + self.hold_seconds)
            surplus = next(iter(self._due)) if len(self._due) > MOST else None
            self._changed.notify()
        if surplus is not None:
            self.release(surplus)

    def release(self, call_id: str) -> None:
        """The page that tells more has come: what is left to tell of this call, if it is held, is told."""
        with self._changed:
            held = self._due.pop(call_id, None)
        if held is not None:
            self._tell(call_id)

    def flush(self) -> None:
        """Tell of every call that is held."""
        for call_id in tuple(self._due):
            self.release(call_id)

    def stop(self) -> None:
        """Tell of every call that is held, and end."""
        with self._changed:
            self._stopping = True
            self._changed.notify()
        self.flush()

    def _run(self) -> None:
        while (call_id := self._next()) is not None:
            self.release(call_id)

    def _next(self) -> str | None:
        """The call that is due, waited for; None when it is time to end."""
        with self._changed:
            while not self._stopping:
                call_id, due = next(iter(self._due.items()), (None, None))
                wait = None if due is None else due - monotonic()
                if call_id is not None and wait is not None and wait <= 0:
                    return call_id
                self._changed.wait(wait)
        return None

    def _tell(self, call_id: str) -> None:
        try:
            self.tell(call_id)
        except Exception:  # a failure that is not told of ends no other call's telling
            logger().exception("hang_up_not_written", call_id=call_id)
