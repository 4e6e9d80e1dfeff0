"""Measure, and print it as tables: ``make bench``, or ``python -m benchmarks`` for what needs no Asterisk."""

from __future__ import annotations

import asyncio
import os
import platform
import sys
from collections import Counter
from pathlib import Path

from rich.console import Console
from rich.table import Table

import ivr.company
from benchmarks import claims, dialing, recognition, records, understanding, webhooks
from benchmarks.numbers import percentile
from benchmarks.parts import parts
from ivr import log
from ivr.company.loader import load

HERE = "IVR_TEST_PROJECT"  # set by docker/compose.test.yaml
MISSED = 3  # exit status, so that it is told from a run that broke
MOST_ADVANCE = 0.001  # seconds, 99th percentile
WIDTH = 110


def main() -> int:
    """0 when all calls went well and all that is promised was reached, otherwise MISSED."""
    log.configure_quiet()
    console = Console(width=WIDTH, highlight=False)
    console.print(f"{platform.machine()}, {os.cpu_count()} processors, Python {platform.python_version()}\n")
    reached = _parts(console)
    reached &= _pace(console)
    reached &= _claims(console)
    reached &= _webhooks(console)
    reached &= _understanding(console)
    reached &= _recognition(console)
    if HERE in os.environ:
        reached &= _calls(console)
    else:
        console.print("\nThe calls through Asterisk need its containers: make bench.")
    return 0 if reached else MISSED


def _parts(console: Console) -> bool:
    company = load(Path(os.environ.get("IVR_COMPANY") or _example())).company
    shown = Table(title="The parts of a turn by themselves, in µs", title_justify="left")
    for name in ("", "median", "p99", "p99 of CPU", "times"):
        shown.add_column(name, justify="right" if name else "left")
    found = list(parts(company))
    for part in found:
        times = (percentile(part.seconds, 0.5), percentile(part.seconds, 0.99), percentile(part.cpu, 0.99))
        shown.add_row(part.name, *(f"{value * 1e6:.0f}" for value in times), f"{len(part.seconds)}")
    console.print(shown)
    console.print("\nRecords under many threads (SQLite):")
    for line in records.lines():
        console.print(f"  {line}")
    p99 = percentile(found[0].cpu, 0.99)
    return _verdict(console, "advance() p99", f"{p99 * 1e3:.2f} ms", "at most 1 ms", p99 <= MOST_ADVANCE)


def _pace(console: Console) -> bool:
    console.print("\nThe pace of campaigns, from the records to the line:")
    wanted = f"at least {dialing.LEAST:.0%}, never more"
    kept = [
        _verdict(console, f"{held.configured:g} calls/s", dialing.told(held), wanted, held.kept)
        for held in dialing.measured()
    ]
    return all(kept)


def _claims(console: Console) -> bool:
    found = list(claims.measure())
    console.print("", claims.table(found))
    reached = [_verdict(console, *verdict) for verdict in claims.verdicts(found)]
    return all(reached)


def _webhooks(console: Console) -> bool:
    found = webhooks.measure(_tell)
    console.print("", webhooks.table(found))
    reached = [_verdict(console, *verdict) for verdict in webhooks.verdicts(found)]
    return all(reached)


def _understanding(console: Console) -> bool:
    found = list(understanding.measure())
    console.print("", understanding.table(found))
    reached = [_verdict(console, *verdict) for verdict in understanding.verdicts(found)]
    return all(reached)


def _recognition(console: Console) -> bool:
    found = list(recognition.measure())
    console.print("", recognition.table(found))
    reached = [_verdict(console, *verdict) for verdict in recognition.verdicts(found)]
    return all(reached)


def _calls(console: Console) -> bool:
    from benchmarks import calls, ways  # noqa: PLC0415 - they need Docker and Asterisk

    with ways.exchange() as exchange:
        tallies = asyncio.run(calls.measure(exchange, _tell))
    console.print("", calls.table(tallies))
    bot = ways.WAYS[-1].name
    ratio, later = calls.ratio(tallies, bot), calls.later(tallies, bot)
    failures = Counter(f"{name}: {why}" for name, tally in tallies.items() for why in tally.failures)
    verdicts = [
        (
            "CPU a call",
            f"{ratio:.2f} ×",
            f"at most {calls.MOST_CPU} × the dialplan's",
            ratio <= calls.MOST_CPU,
        ),
        (
            "next prompt p95",
            f"{later * 1e3:+.1f} ms",
            f"at most {calls.MOST_DELAY * 1e3:.0f} ms after the dialplan's",
            later <= calls.MOST_DELAY,
        ),
        ("failed calls", str(failures.total()), "none", not failures),
    ]
    reached = [_verdict(console, *verdict) for verdict in verdicts]
    for why, times in failures.items():
        console.print(f"  {times} × {why}")
    return all(reached)


def _tell(progress: str) -> None:
    print(f"  {progress}", file=sys.stderr, flush=True)


def _verdict(console: Console, what: str, found: str, wanted: str, reached: bool) -> bool:
    console.print(f"{'reached' if reached else 'MISSED':8}{what}: {found} ({wanted})")
    return reached


def _example() -> Path:
    return Path(ivr.company.__file__).parent / "example" / "company.yaml"


if __name__ == "__main__":
    sys.exit(main())
