"""The lines on which ``ivr talk`` holds its calls."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import uuid4

from ivr import wiring
from ivr.calls.desk import Desk
from ivr.calls.ports import Prompts
from ivr.lines.simulator.exchange import MakeExchange, SimulatedExchange
from ivr.understanding.intent import prepare as learn_intents

if TYPE_CHECKING:
    from ivr.lines.twilio.standin.exchange import TwilioExchange


class LineName(StrEnum):
    """As ``--line`` has them."""

    SIMULATOR = "simulator"  # the keyboard is the telephone
    TWILIO = "twilio"  # the webhooks of the Twilio line, asked by a stand-in for Twilio


@dataclass(frozen=True)
class TalkLine:
    """A line that is open."""

    exchange: MakeExchange
    call_id: str  # for the one call that goes onto the records of the company
    posted: Callable[[], Iterator[str]]  # what has gone over the wire since the last look, a line each


@contextmanager
def opened(name: LineName) -> Iterator[TalkLine]:
    """Open a line; at the end it is closed, with whatever it served."""
    if name is LineName.SIMULATOR:
        yield TalkLine(SimulatedExchange, f"talk-{uuid4().hex[:12]}", lambda: iter(()))
        return
    twilio = _Twilio(wiring.prompt_cache(wiring.settings().prompts))
    try:
        yield TalkLine(twilio.exchange, f"CA{uuid4().hex}", twilio.posted)
    finally:
        twilio.close()


@dataclass
class _Twilio:
    """A server for each desk."""

    prompts: Prompts
    _served: list[TwilioExchange] = field(default_factory=list)

    def exchange(self, desk: Desk, hears: tuple[str, ...]) -> TwilioExchange:
        # With a web server and Twilio's package it is slow to load, and no other command needs it.
        from ivr.lines.twilio.standin.exchange import exchange  # noqa: PLC0415

        if hears:
            learn_intents(desk.standards.current()[1])  # or the first words might be answered too late
        self._served.append(exchange(desk, self.prompts, hears))
        return self._served[-1]

    def posted(self) -> Iterator[str]:
        for each in self._served:
            yield from each.posted()

    def close(self) -> None:
        for each in self._served:
            each.close()
