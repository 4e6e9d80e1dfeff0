"""One piece of work done once, however many threads want it at the same time."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from concurrent.futures import Future
from threading import Lock
from typing import Generic, TypeVar

Result = TypeVar("Result")


class SingleFlight(Generic[Result]):
    """Threads that ask for a key whose work is under way share its one result, or its one error."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._flights: dict[Hashable, Future[Result]] = {}

    def run(self, key: Hashable, work: Callable[[], Result]) -> Result:
        """The result of ``work()``, done here or by the thread that is at it. Raises what it raised."""
        with self._lock:
            flight = self._flights.get(key)
            mine: Future[Result] = Future()
            self._flights.setdefault(key, mine)
        return flight.result() if flight else self._fly(key, mine, work)

    def _fly(self, key: Hashable, flight: Future[Result], work: Callable[[], Result]) -> Result:
        try:
            flight.set_result(work())
        except BaseException as error:
            flight.set_exception(error)
            raise
        finally:
            with self._lock:
                del self._flights[key]
        return flight.result()
