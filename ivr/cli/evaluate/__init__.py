"""``ivr eval``: how well understanding does on files of cases; one file per thing that is measured."""

from __future__ import annotations

import typer

from ivr.cli import app

evaluate = typer.Typer(help="Measure understanding on JSON lines files of cases.", no_args_is_help=True)
app.add_typer(evaluate, name="eval")
