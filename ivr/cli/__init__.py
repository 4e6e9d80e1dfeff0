"""The command ``ivr``: one file per group of commands, each registering itself on ``app``."""

from __future__ import annotations

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
    from ivr.cli import commands  # noqa: F401, PLC0415 - importing registers the commands

    try:
        app()
    except IvrError as error:
        print(error, file=sys.stderr)
        sys.exit(1)
