"""What is done a while later: hang-ups of which another page may tell more, and what the records refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Condition, Thread
from time import monotonic

from ivr.calls.ports import RecordsUnavailableError
from ivr.errors import IvrError
from ivr.log import logger

HOLD = (
    10.0  # seconds in which Twilio tells how a transfer or a recording ended, before or after the call's end
)
MOST = 10_000  # held at once; more are lost


@dataclass(frozen=True, slots=True)
class _Held:
    call_id: str
    do: Callable[[], object]
    due: float  # monotonic seconds


@dataclass(slots=True)
class Later:
    """Deeds, each done ``hold_seconds`` later, and again while the records fail. May be used from any thread.

    They are kept in memory alone: what a process that is killed still holds is lost.
    """

    hold_seconds: float = HOLD
    _held: dict[str, _Held] = field(default_factory=dict)  # by name, the first due first
    _changed: Condition = field(default_factory=Condition)  # guards _held and _stopping
    _stopping: bool = False

    def start(self) -> None:
        """Do what is due, in the background."""
        Thread(target=self._run, name="twilio-later", daemon=True).start()

    def hold(self, name: str, call_id: str, do: Callable[[], object]) -> None:
        """Do something later; held again meanwhile under the same name, it is done once."""
        with self._changed:
            full = len(self._held) >= MOST
            if not full:
                self._held.setdefault(name, _Held(call_id, do, monotonic() + self.hold_seconds))
                self._changed.notify()
        if full:
            logger().error("deed_lost", call_id=call_id, why="Too many are held already.")

    def release(self, name: str) -> bool:
        """Do now what is held under this name, if anything is; False where the records still fail."""
        with self._changed:
            held = self._held.pop(name, None)
        return held is None or self._do(name, held)

    def flush(self) -> None:
        """Do everything that is held, as far as the records take it."""
        for name in tuple(self._held):
            if not self.release(name):
                break

    def stop(self) -> None:
        """Do everything that is held, and end."""
        with self._changed:
            self._stopping = True
            self._changed.notify()
        self.flush()
        for held in tuple(self._held.values()):
            logger().error("deed_lost", call_id=held.call_id, why="The service leaves.")

    def _run(self) -> None:
        while (name := self._next()) is not None:
            self.release(name)

    def _next(self) -> str | None:
        """The name of what is due, waited for; None when it is time to end."""
        with self._changed:
            while not self._stopping:
                name, held = next(iter(self._held.items()), (None, None))
                wait = None if held is None else held.due - monotonic()
                if name is not None and wait is not None and wait <= 0:
                    return name
                self._changed.wait(wait)
        return None

    def _do(self, name: str, held: _Held) -> bool:
        try:
            held.do()
        except RecordsUnavailableError as error:
            logger().warning("deed_put_off", call_id=held.call_id, why=str(error))
            self.hold(name, held.call_id, held.do)
            return False
        except IvrError as error:  # of a call that is not on record, for example
            logger().warning("deed_in_vain", call_id=held.call_id, why=str(error))
        except Exception:  # one that fails for a reason of its own ends no other
            logger().exception("deed_lost", call_id=held.call_id)
        return True
