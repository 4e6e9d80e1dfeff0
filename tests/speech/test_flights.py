"""One piece of work done once."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from ivr.speech.flights import SingleFlight


def test_those_who_come_meanwhile_share_the_result_and_the_error() -> None:
    flights: SingleFlight[int] = SingleFlight()
    begun, go = threading.Event(), threading.Event()

    def work() -> int:
        begun.set()
        assert go.wait(10)
        raise LookupError("lost")

    def never() -> int:
        raise AssertionError("done twice")

    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(flights.run, "a", work)
        assert begun.wait(10)
        second = pool.submit(flights.run, "a", never)
        assert flights.run("b", lambda: 7) == 7  # another key does not wait
        while not second.running():
            pass
        threading.Timer(0.05, go.set).start()
        for waiting in (first, second):
            with pytest.raises(LookupError, match="lost"):
                waiting.result(10)
    assert flights.run("a", lambda: 3) == 3  # a landed flight is forgotten
