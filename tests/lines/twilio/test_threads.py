"""What blocks is done beside the event loop, and given up in time."""

from __future__ import annotations

import asyncio
from contextlib import contextmanager
from threading import Event, current_thread

import pytest

from ivr.lines.twilio.threads import Threads

LONG = 30.0  # seconds: not within a test


@contextmanager
def working(count: int = 1):
    """Threads, and how to run what uses them."""
    threads = Threads(count)
    with asyncio.Runner() as runner:
        yield threads, runner.run
    threads.close()


def test_work_is_done_in_another_thread_and_its_result_comes_back():
    with working() as (threads, run):
        assert run(threads.run(lambda: current_thread().name, LONG)) == "twilio-page"


def test_its_error_comes_back_too():
    with working() as (threads, run), pytest.raises(ZeroDivisionError):
        run(threads.run(lambda: 1 // 0, LONG))


def test_the_loop_goes_on_while_others_work():
    free = Event()

    async def both(threads: Threads) -> list[bool]:
        blocked = asyncio.ensure_future(threads.run(lambda: free.wait(LONG), LONG))
        await threads.run(free.set, LONG)
        return [await blocked]

    with working(2) as (threads, run):
        assert run(both(threads)) == [True]


def test_what_takes_too_long_is_given_up_and_what_waits_behind_it_is_not_done_any_more():
    free, done = Event(), []

    async def too_slow(threads: Threads) -> None:
        given_up = [threads.run(lambda: free.wait(LONG), 0.01), threads.run(lambda: done.append(1), 0.01)]
        results = await asyncio.gather(*given_up, return_exceptions=True)
        assert [type(each) for each in results] == [TimeoutError, TimeoutError]
        free.set()
        await threads.run(lambda: done.append(2), LONG)

    with working() as (threads, run):
        run(too_slow(threads))
    assert done == [2]


def test_a_result_that_comes_after_the_loop_has_gone_is_dropped():
    free, threads = Event(), Threads(1)
    with asyncio.Runner() as runner, pytest.raises(TimeoutError):
        runner.run(threads.run(lambda: free.wait(LONG), 0.01))
    free.set()
    with asyncio.Runner() as runner:  # the thread has survived it
        assert runner.run(threads.run(lambda: 7, LONG)) == 7
    threads.close()


def test_closing_what_never_began_is_nothing():
    Threads(3).close()
