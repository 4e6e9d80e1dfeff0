"""Twilio's webhooks with records, next to a bare FastAPI route, in one run.

    python -m benchmarks.webhooks

On SQLite, and on PostgreSQL where IVR_TEST_POSTGRES_URL names one. The ways take turns, in another order each
round, so that whatever else the machine does hits all alike.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path
from statistics import median

from rich.console import Console
from rich.table import Table

from benchmarks.claims import own_schema
from benchmarks.numbers import percentile
from benchmarks.webhook_ways import CONNECTIONS, POSTGRES, RATE, SQLITE, Way, bare, service

ROUNDS, SECONDS, WARM_UP = 5, 3.0, 1.0
LEAST_RATIO = 0.5  # of the bare route's webhooks a second, on SQLite
MOST_P99 = 0.025  # seconds, at RATE

Verdict = tuple[str, str, str, bool]  # what, found, wanted, reached


def measure(tell: Callable[[str], None] = lambda _: None) -> list[Way]:
    """Every way in turn, ROUNDS times, and then steadily; the bare route is the first."""
    with ExitStack() as stack:
        ways = [stack.enter_context(opened) for opened in _ways(stack)]
        for way in ways:
            way.at_full_speed(WARM_UP)
            way.forget()
        for number in range(ROUNDS):
            first = number % len(ways)
            for way in (*ways[first:], *ways[:first]):
                tell(f"round {number + 1} of {ROUNDS}: {way.name}")
                way.at_full_speed(SECONDS)
        for way in ways:
            tell(f"{RATE} webhooks a second: {way.name}")
            way.steadily()
        return ways


def _ways(stack: ExitStack) -> Iterator[AbstractContextManager[Way]]:
    folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
    yield bare()
    yield service(SQLITE, folder, f"sqlite:///{folder}/ivr.db")
    if url := os.environ.get("IVR_TEST_POSTGRES_URL"):
        schema = stack.enter_context(own_schema(url))
        yield service(POSTGRES, folder, schema.url.render_as_string(hide_password=False))


def ratios(way: Way, bare_route: Way) -> list[float]:
    """Webhooks a second against the bare route's, in each round."""
    return [ours / theirs for ours, theirs in zip(way.rates, bare_route.rates, strict=True)]


def verdicts(ways: list[Way]) -> Iterator[Verdict]:
    """What was to be reached, and whether it was."""
    for way in ways[1:]:
        if way.name == SQLITE:
            ratio = median(ratios(way, ways[0]))
            wanted = f"at least {LEAST_RATIO} × the bare route's"
            yield f"webhooks/s, {way.name}", f"{ratio:.2f} ×", wanted, ratio >= LEAST_RATIO
        p99 = percentile(way.delays, 0.99)
        wanted = f"at most {MOST_P99 * 1e3:.0f} ms at {RATE}/s"
        yield f"p99, {way.name}", f"{p99 * 1e3:.1f} ms", wanted, p99 <= MOST_P99
    wrong = sum(way.wrong for way in ways)
    yield "wrong answers", str(wrong), "none", wrong == 0


def table(ways: list[Way]) -> Table:
    """A line for each way."""
    shown = Table(title=_TITLE, title_justify="left", caption=_CAPTION, caption_justify="left")
    for name in ("", "webhooks/s", "ratio", "in rounds", "CPU", "median", "p99"):
        shown.add_column(name, justify="right" if name else "left")
    for way in ways:
        shown.add_row(*_row(way, ways[0]))
    return shown


_TITLE = f"Webhooks: {CONNECTIONS} connections at full speed, then {RATE}/s; times in ms"
_CAPTION = (
    "Medians of the rounds; ratio: to the bare route in the same round. CPU: the server's, a webhook. "
    f"median, p99: delays from a key to its answer, at {RATE} webhooks a second."
)


def _row(way: Way, bare_route: Way) -> list[str]:
    found = ratios(way, bare_route)
    return [
        way.name,
        f"{median(way.rates):.0f}",
        f"{median(found):.2f}",
        f"{min(found):.2f}–{max(found):.2f}",
        f"{median(way.cpu) * 1e3:.2f}",
        f"{percentile(way.delays, 0.5) * 1e3:.1f}",
        f"{percentile(way.delays, 0.99) * 1e3:.1f}",
    ]


def main() -> None:
    """Print them."""
    console = Console(width=110, highlight=False)
    ways = measure(lambda progress: print(f"  {progress}", file=sys.stderr, flush=True))
    console.print(table(ways))
    for what, found, wanted, reached in verdicts(ways):
        console.print(f"{'reached' if reached else 'MISSED':8}{what}: {found} ({wanted})")


if __name__ == "__main__":
    main()
