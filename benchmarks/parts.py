"""What the parts of a turn cost by themselves, in the process that does them: no Asterisk, no network."""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from benchmarks import records
from ivr import wiring
from ivr.company.models import Company
from ivr.conversation.actions import Say
from ivr.conversation.engine import advance, begin
from ivr.conversation.events import (
    Event,
    HungUp,
    Pressed,
    Recorded,
    Silence,
    TransferEnded,
    TransferOutcome,
)
from ivr.conversation.state import State, Step

TURNS = 20_000
NOON = datetime(2026, 3, 4, 10, 0, tzinfo=UTC)
_EVENTS: tuple[Event, ...] = (
    *(Pressed(key) for key in "0123456789*#"),
    Silence(),
    *(TransferEnded(outcome) for outcome in TransferOutcome),
    Recorded("messages/one.wav", 4.0, hung_up=False),
    HungUp(),
)


@dataclass(frozen=True)
class Part:
    """How long one piece of work takes."""

    name: str
    seconds: tuple[float, ...]  # by the clock, each time
    cpu: tuple[float, ...]  # seconds of CPU, each time: without what a busy machine took meanwhile


def parts(company: Company) -> Iterator[Part]:
    """Each part, measured as it is asked for."""
    yield _advance(company)
    with tempfile.TemporaryDirectory() as folder:
        yield _save(Path(folder))
        yield _look_up(company, Path(folder))


def _measured(name: str, works: Iterator[Callable[[], object]]) -> Part:
    found = [_timed(work) for work in works]
    return Part(name, tuple(seconds for seconds, _ in found), tuple(cpu for _, cpu in found))


def _timed(work: Callable[[], object]) -> tuple[float, float]:
    begun, cpu = time.perf_counter_ns(), time.thread_time_ns()
    work()
    cpu, ended = time.thread_time_ns() - cpu, time.perf_counter_ns()
    return (ended - begun) / 1e9, cpu / 1e9


def _advance(company: Company) -> Part:
    """Events at random, sensible or not, in conversations of every company number."""
    return _measured("advance(): one turn of a conversation", _moves(company))


def _moves(company: Company) -> Iterator[Callable[[], object]]:
    chance = random.Random(1)
    numbers = tuple(company.numbers)
    state: State | None = None
    for _ in range(TURNS):
        if state is None or state.step is Step.ENDED:
            state = begin(chance.choice(numbers), "+37120000000", company, NOON).state
        event = chance.choice(_EVENTS)
        yield partial(advance, state, event, company, NOON)
        state = advance(state, event, company, NOON).state


def _save(folder: Path) -> Part:
    store = wiring.records(f"sqlite:///{folder / 'bench.db'}")
    entries = (entry for _ in range(1_000) for entry in records.turns())
    part = _measured(
        "records: one turn written down (SQLite)", (partial(store.save, entry) for entry in entries)
    )
    store.close()
    return part


def _look_up(company: Company, folder: Path) -> Part:
    prompts = wiring.prompt_cache(folder / "prompts")
    greeting = begin(next(iter(company.numbers)), None, company, NOON)
    sentences = tuple(action.sentence for action in greeting.actions if isinstance(action, Say))
    prompts.file(company, sentences)
    again = (partial(prompts.file, company, sentences) for _ in range(TURNS))
    return _measured(f"prompts: the file of {len(sentences)} sentences", again)
