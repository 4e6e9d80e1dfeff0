"""Threads that do for an event loop what blocks.

Where little of it is waiting, a loop and threads that run beside each other mostly fight over the
interpreter: a webhook on SQLite then costs twice what it does alone. So the loop hands all that came in at
once to one thread and stands still until that is done, or until nothing of it was done for ``patience``; what
the thread has not begun by then is for the others. So what takes long, as a voice or another process that
writes, holds up neither the loop nor callers.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from queue import SimpleQueue
from threading import Lock, Thread
from typing import Any, TypeVar

T = TypeVar("T")


@dataclass(slots=True, eq=False)
class _Work:
    do: Callable[[], Any]
    done: asyncio.Future[Any]
    result: Any = None  # what ``do`` gave, or the exception that it raised


@dataclass(slots=True, eq=False)
class _Batch:
    """What one thread does, one after another."""

    left: deque[_Work]
    loop: asyncio.AbstractEventLoop
    awaited: bool = False  # the loop stands still, until ``ended`` is released
    ended: Lock = field(default_factory=Lock)


@dataclass(slots=True)
class Threads:
    """So many threads, which begin with the first work. To be used from one event loop."""

    count: int
    patience: float = (
        0.0  # seconds; 0 where most of the work is waiting: then each is for a thread of its own
    )
    _came: list[_Work] = field(default_factory=list)  # in this round of the loop
    _batches: SimpleQueue[_Batch | None] = field(default_factory=SimpleQueue)
    _finished: deque[_Work] = field(default_factory=deque)
    _running: bool = False

    async def run(self, work: Callable[[], T], seconds: float) -> T:
        """What ``work`` gives. Raises TimeoutError after so many seconds, and what it raises."""
        self._begin()
        loop = asyncio.get_running_loop()
        done: asyncio.Future[T] = loop.create_future()
        if not self._came:
            loop.call_soon(self._hand_over, loop)
        self._came.append(_Work(work, done))
        late = loop.call_later(seconds, _settle, done, TimeoutError())
        try:
            return await done
        finally:
            late.cancel()

    def close(self) -> None:
        """Let the threads end, each with what it is at."""
        for _ in range(self.count if self._running else 0):
            self._batches.put(None)
        self._running = False

    def _begin(self) -> None:
        if not self._running:
            self._running = True
            for _ in range(self.count):
                Thread(target=self._serve, name="twilio-page", daemon=True).start()

    def _hand_over(self, loop: asyncio.AbstractEventLoop) -> None:
        came, self._came = deque(self._came), []
        if self.patience:
            self._await(_Batch(came, loop, awaited=True))
        else:
            self._spread(came, loop)

    def _await(self, batch: _Batch) -> None:
        batch.ended.acquire()
        self._batches.put(batch)
        if not self._ended(batch):
            batch.awaited = False  # from here on the thread tells by itself what it has finished
            self._spread(batch.left, batch.loop)
        self._settle_finished()

    def _ended(self, batch: _Batch) -> bool:
        left = len(batch.left) + 1
        while left > (left := len(batch.left)):
            if batch.ended.acquire(timeout=self.patience):
                return True
        return False

    def _spread(self, left: deque[_Work], loop: asyncio.AbstractEventLoop) -> None:
        for work in _taken(left):
            self._batches.put(_Batch(deque((work,)), loop))

    def _settle_finished(self) -> None:
        for work in _taken(self._finished):
            _settle(work.done, work.result)

    def _serve(self) -> None:
        while (batch := self._batches.get()) is not None:
            for work in _taken(batch.left):
                self._do(work, batch)
            if batch.awaited:
                batch.ended.release()

    def _do(self, work: _Work, batch: _Batch) -> None:
        if work.done.done():  # given up: nobody waits for it
            return
        try:
            work.result = work.do()
        except Exception as error:
            work.result = error
        self._finished.append(work)
        if not batch.awaited:
            with suppress(RuntimeError):  # the loop is closed: nobody waits any more
                batch.loop.call_soon_threadsafe(self._settle_finished)


def _taken(left: deque[_Work]) -> Iterator[_Work]:
    """Each, taken away by whoever comes first: the loop or a thread."""
    with suppress(IndexError):
        while True:
            yield left.popleft()


def _settle(done: asyncio.Future[T], result: T | Exception) -> None:
    if done.done():
        return
    if isinstance(result, Exception):
        done.set_exception(result)
    else:
        done.set_result(result)
