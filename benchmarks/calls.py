"""Calls through Asterisk, three ways in turn, and the table of what they cost."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from statistics import median

from rich.table import Table

from benchmarks.callers import Crowd, Opening, Outcome, Script
from benchmarks.numbers import percentile
from benchmarks.ways import KEY, SETTLE, WAYS, Exchange, Way

RATE = 20.0  # new calls a second
CALLS = 120  # in each measurement: 20 a second that last 4 s are 80 at once, which fewer hardly reach
ROUNDS = 10  # each goes through all ways, so that a noisy machine is noisy for all of them
WARM_UP = 30  # calls of each way before anything is measured
LISTEN = 2.0  # seconds a caller hears of each prompt

MOST_CPU = 1.35  # times the dialplan's
MOST_DELAY = 0.060  # seconds beyond the dialplan's, 95th percentile


@dataclass
class Tally:
    """What was measured of one way."""

    rounds: list[dict[str, float]] = field(default_factory=list)  # seconds of CPU a call, by process
    outcomes: list[Outcome] = field(default_factory=list)

    def cpu(self, process: str) -> float:
        """Seconds a call that a process took, median of the rounds; 0 where it has no part."""
        return median(one.get(process, 0.0) for one in self.rounds)

    def totals(self) -> list[float]:
        """Seconds of CPU a call, in each round."""
        return [sum(one.values()) for one in self.rounds]

    def delays(self, of: str) -> list[float]:
        """Seconds until the "greeting", or until the "prompt" after the key, of the calls that went well."""
        return [float(getattr(one, of)) for one in self.outcomes if not one.failure]

    @property
    def failures(self) -> list[str]:
        """Why calls failed."""
        return [one.failure for one in self.outcomes if one.failure]


Tallies = Mapping[str, Tally]  # by the name of the way


async def measure(exchange: Exchange, tell: Callable[[str], None]) -> Tallies:
    """Every way in turn, ROUNDS times; ``tell`` hears how far it is."""
    said = exchange.said
    script = Script(Opening.of(said.greeting), KEY, Opening.of(said.prompt, unlike=said.greeting), LISTEN)
    tallies = {way.name: Tally() for way in WAYS}
    crowd = Crowd(exchange.server)
    try:
        for way in WAYS:
            tell(f"warming up: {way.name}")
            await crowd.ring(way.extension, script, WARM_UP, RATE)
        for number in range(ROUNDS):
            first = number % len(WAYS)  # another each round, so that none always follows the same
            for way in (*WAYS[first:], *WAYS[:first]):
                tell(f"round {number + 1} of {ROUNDS}: {way.name}")
                await _once(exchange, crowd, way, script, tallies[way.name])
    finally:
        crowd.close()
    return tallies


async def _once(exchange: Exchange, crowd: Crowd, way: Way, script: Script, tally: Tally) -> None:
    time.sleep(SETTLE)
    before = exchange.meters.read()
    tally.outcomes += await crowd.ring(way.extension, script, CALLS, RATE)
    time.sleep(SETTLE)
    after = exchange.meters.read()
    tally.rounds.append({name: (after[name] - before[name]) / CALLS for name in way.processes})


def ratio(tallies: Tallies, way: str) -> float:
    """Total CPU a call against the dialplan's: the median of the rounds."""
    return median(ratios(tallies, way))


def ratios(tallies: Tallies, way: str) -> list[float]:
    """The same in each round: how much the machine makes them scatter."""
    pairs = zip(tallies[way].totals(), tallies[WAYS[0].name].totals(), strict=True)
    return [ours / theirs for ours, theirs in pairs]


def later(tallies: Tallies, way: str) -> float:
    """Seconds by which the next prompt begins later than the dialplan's, 95th percentiles compared."""
    ours, theirs = (percentile(tallies[name].delays("prompt"), 0.95) for name in (way, WAYS[0].name))
    return ours - theirs


def table(tallies: Tallies) -> Table:
    """A line for each way."""
    shown = Table(title=_title(), title_justify="left", caption=_CAPTION, caption_justify="left")
    for name in ("", "Asterisk", "service", "total", "ratio", "in rounds"):
        shown.add_column(name, justify="right" if name else "left")
    for name in ("greeting", "prompt", "p95", "later"):
        shown.add_column(name, justify="right")
    for way in WAYS:
        shown.add_row(*_row(tallies, way))
    return shown


def _row(tallies: Tallies, way: Way) -> list[str]:
    tally = tallies[way.name]
    scatter, greetings, prompts = ratios(tallies, way.name), tally.delays("greeting"), tally.delays("prompt")
    service = sum(tally.cpu(process) for process in way.processes[1:])
    return [
        way.name,
        _ms(tally.cpu("asterisk")),
        _ms(service),
        _ms(median(tally.totals())),
        f"{ratio(tallies, way.name):.2f}",
        f"{min(scatter):.2f}–{max(scatter):.2f}",
        _ms(percentile(greetings, 0.5)),
        _ms(percentile(prompts, 0.5)),
        _ms(percentile(prompts, 0.95)),
        f"{later(tallies, way.name) * 1e3:+.1f}",
    ]


def _title() -> str:
    return f"{RATE:.0f} calls/s, {ROUNDS} rounds of {CALLS} calls each way: CPU a call and delays, in ms"


_CAPTION = (
    "Medians of the rounds; ratio: to the dialplan in the same round. greeting, prompt: median delays "
    "from the answer, and from the end of the key, to the first sound. p95, later: of the prompt, and "
    "how much later than the dialplan's."
)


def _ms(seconds: float) -> str:
    return f"{seconds * 1e3:.1f}"
