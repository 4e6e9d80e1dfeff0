"""The command ``ivr``: one file per group of commands, each registered on ``app`` when it is needed."""

from __future__ import annotations

import gc
import os
import sys
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_group

from ivr.cli.commands import LISTED, register
from ivr.errors import IvrError


class OnDemand(TyperGroup):
    """The commands, of which only the one that is given is imported."""

    def __init__(self, *, commands: dict[str, Any], **given: Any) -> None:
        super().__init__(**given)
        listed = {name: TyperCommand(name, help=command.told) for name, command in LISTED.items()}
        self.commands = {**listed, **commands}

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command itself in place of its line in the list."""
        name = args[0]
        if name in LISTED:
            register((name,))
            _collect_from_here()
            self.commands[name] = get_group(app).commands[name]
        return super().resolve_command(ctx, args)


def _collect_from_here() -> None:
    """Look for garbage, as ``main`` put off, and never again at what is there by now."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


app = typer.Typer(
    name="ivr",
    cls=OnDemand,
    help="A courteous telephone bot: answers, hears and routes callers in the company's name.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)


@app.callback()
def _always() -> None:
    """Typer makes a group of an app without commands only where there is something to call before them."""


def main() -> None:
    """Run the command line; an error the product knows is printed as its sentence, and exits 1."""
    # A call gives numpy little to do at a time: to share that among the cores takes longer than to do it, and
    # other calls want them. It is read when numpy is loaded, which nothing does before this.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    gc.disable()  # what is imported stays: to look there for what does not takes a tenth of the time
    try:
        app()
    except IvrError as error:
        print(error, file=sys.stderr)
        sys.exit(1)
    finally:
        gc.freeze()  # an interpreter that ends looks for garbage once more
