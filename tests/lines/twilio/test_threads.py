"""What blocks is done beside the event loop, and given up in time."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import contextmanager
from threading import Event, current_thread, get_ident

import pytest

from ivr.lines.twilio.threads import Threads

LONG = 30.0  # seconds: not within a test
SHORT = 0.01
BESIDE, STANDING = 0.0, SHORT  # patience
either = pytest.mark.parametrize("patience", [BESIDE, STANDING], ids=["beside the loop", "the loop stands"])


@contextmanager
def working(patience: float, count: int = 1):
    """Threads, and how to run what uses them."""
    threads = Threads(count, patience)
    with asyncio.Runner() as runner:
        yield threads, runner.run
    threads.close()


@either
def test_work_is_done_in_another_thread_and_its_result_comes_back(patience):
    with working(patience) as (threads, run):
        assert run(threads.run(lambda: current_thread().name, LONG)) == "twilio-page"


@either
def test_its_error_comes_back_too(patience):
    with working(patience) as (threads, run), pytest.raises(ZeroDivisionError):
        run(threads.run(lambda: 1 // 0, LONG))


@either
def test_the_loop_goes_on_while_others_work(patience):
    free = Event()

    async def both(threads: Threads) -> list[bool]:
        blocked = asyncio.ensure_future(threads.run(lambda: free.wait(LONG), LONG))
        await threads.run(free.set, LONG)
        return [await blocked]

    with working(patience, 2) as (threads, run):
        assert run(both(threads)) == [True]


@either
def test_what_takes_too_long_is_given_up_and_what_waits_behind_it_is_not_done_any_more(patience):
    free, done = Event(), []

    async def too_slow(threads: Threads) -> None:
        given_up = [threads.run(lambda: free.wait(LONG), SHORT), threads.run(lambda: done.append(1), SHORT)]
        results = await asyncio.gather(*given_up, return_exceptions=True)
        assert [type(each) for each in results] == [TimeoutError, TimeoutError]
        free.set()
        await threads.run(lambda: done.append(2), LONG)

    with working(patience) as (threads, run):
        run(too_slow(threads))
    assert done == [2]


@either
def test_a_result_that_comes_after_the_loop_has_gone_is_dropped(patience):
    free, threads = Event(), Threads(1, patience)
    with asyncio.Runner() as runner, pytest.raises(TimeoutError):
        runner.run(threads.run(lambda: free.wait(LONG), SHORT))
    free.set()
    with asyncio.Runner() as runner:  # the thread has survived it
        assert runner.run(threads.run(lambda: 7, LONG)) == 7
    threads.close()


def together(*works: Callable[[], object], patience: float, count: int) -> list[object]:
    """What came of works that came in one round of the loop."""

    async def all_of(threads: Threads) -> list[object]:
        return await asyncio.gather(*(threads.run(work, LONG) for work in works), return_exceptions=True)

    with working(patience, count) as (threads, run):
        return run(all_of(threads))


def test_while_the_loop_stands_one_thread_does_all_that_came_at_once():
    found = together(*[get_ident] * 5, patience=LONG, count=3)
    assert len(set(found)) == 1
    assert found[0] != get_ident()


def test_while_the_loop_stands_an_error_is_of_that_work_alone():
    first, error, last = together(lambda: 1, lambda: 1 // 0, lambda: 2, patience=LONG, count=1)
    assert (first, last) == (1, 2)
    assert isinstance(error, ZeroDivisionError)


def test_what_stands_behind_slow_work_is_for_the_other_threads():
    free = Event()
    found = together(lambda: free.wait(LONG), free.set, lambda: 3, patience=SHORT, count=2)
    assert found == [True, None, 3]


def test_what_was_done_before_slow_work_is_told_as_soon_as_the_loop_goes_on():
    free = Event()

    async def one_after_another(threads: Threads) -> bool:
        done, slow = (asyncio.ensure_future(threads.run(do, LONG)) for do in (int, lambda: free.wait(LONG)))
        await done
        free.set()
        return await slow

    with working(SHORT) as (threads, run):
        assert run(one_after_another(threads))


def test_closing_what_never_began_is_nothing():
    Threads(3).close()
