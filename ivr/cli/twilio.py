"""``ivr twilio``: whether Twilio and this service fit together, and the setting of the account's numbers.

What the commands do is imported when they are called: Twilio's package is slow to load.
"""

from __future__ import annotations

from typing import Annotated

import typer

from ivr import wiring
from ivr.cli import app
from ivr.errors import OperatorError

twilio_app = typer.Typer(help="Twilio: check that all fits together, set the numbers of the account.")
app.add_typer(twilio_app, name="twilio")


@twilio_app.command()
def check(
    offline: Annotated[bool, typer.Option("--offline", help="Ask neither Twilio nor the service.")] = False,
) -> None:
    """Check settings, company file, account, numbers and public address; print what the console needs."""
    from ivr.cli.twilio_check import check_all  # noqa: PLC0415

    check_all(wiring.settings(), offline)


@twilio_app.command()
def provision(
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Print what would be changed.")] = False,
    apply: Annotated[bool, typer.Option("--apply", help="Change it.")] = False,
    fallback: Annotated[
        str | None,
        typer.Option(metavar="URL", help="Of the TwiML Bin that answers when the service does not."),
    ] = None,
) -> None:
    """Set where Twilio asks what to do with the calls of the company file's numbers."""
    if dry_run == apply:
        raise OperatorError("Say --dry-run to see what would be changed, or --apply to change it.")
    from ivr.cli.twilio_provision import set_numbers  # noqa: PLC0415

    set_numbers(wiring.settings(), fallback, really=apply)
