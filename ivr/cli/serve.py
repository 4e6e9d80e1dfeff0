"""``ivr serve`` and ``ivr health``: the running service."""

from __future__ import annotations

import gc
import signal
from collections.abc import Iterator
from contextlib import contextmanager

import typer
from rich.console import Console
from rich.progress import Progress

from ivr import log, wiring
from ivr.cli import app
from ivr.lines import health as lines
from ivr.service import Service


@app.command()
def serve() -> None:
    """Answer calls. SIGTERM drains: calls in dialogue finish; SIGHUP looks at the company file at once."""
    given = wiring.settings()
    log.configure(given.full_numbers)
    with _progress() as advance:
        service = wiring.service(given, advance)
    _obey_signals(service)
    _spare_the_collector()
    if not service.run(given.drain_seconds):
        raise typer.Exit(1)


@app.command()
def health() -> None:
    """Exit 0 when the service on this machine answers, otherwise say why not and exit 1."""
    lines.check(wiring.settings())
    print("The service answers.")


@contextmanager
def _progress() -> Iterator[wiring.Progress]:
    """A progress bar where somebody watches, nothing in a log."""
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("Rendering prompts", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def _spare_the_collector() -> None:
    """All that is loaded by now stays: looking through it for garbage would halt every call, for 70 ms."""
    gc.collect()
    gc.freeze()


def _obey_signals(service: Service) -> None:
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: service.stop.set())
    signal.signal(signal.SIGHUP, lambda *_: service.look.set())
