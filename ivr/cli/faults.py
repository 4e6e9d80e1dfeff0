"""How the checks of files end: every fault printed, their number at the end, and exit status 1."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import typer

from ivr.errors import FileProblems


class Faults:
    """The faults of one or several files."""

    def __init__(self) -> None:
        self.count = 0

    @contextmanager
    def told(self) -> Iterator[None]:
        """Print the faults that end what is done inside, and go on behind it."""
        try:
            yield
        except FileProblems as error:
            self.count += len(error.problems)
            print(error)

    def exit_if_any(self) -> None:
        """Say how many there were, and exit 1; do nothing when there were none."""
        if self.count:
            print(f"{self.count} {'fault' if self.count == 1 else 'faults'}.", file=sys.stderr)
            raise typer.Exit(1)
