"""The command ``ivr``: one file per group of commands, each registering itself on ``app``."""

from __future__ import annotations

import os
import sys

import typer

from ivr.errors import IvrError

app = typer.Typer(
    name="ivr",
    help="A courteous telephone bot: answers, hears and routes callers in the company's name.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)


def main() -> None:
    """Run the command line; an error the product knows is printed as its sentence, and exits 1."""
    # A call gives numpy little to do at a time: to share that among the cores takes longer than to do it, and
    # other calls want them. It is read when numpy is loaded, which nothing does before this.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from ivr.cli import commands  # noqa: F401, PLC0415 - importing registers the commands

    try:
        app()
    except IvrError as error:
        print(error, file=sys.stderr)
        sys.exit(1)
