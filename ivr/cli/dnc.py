"""``ivr dnc``: the numbers that are never called (B2)."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from pydantic import TypeAdapter

from ivr.cli import app
from ivr.cli.campaign_import import described, opened
from ivr.cli.on_record import cells, clock_time, console, harmless, records, table
from ivr.cli.outbound import company, number, who, write_csv
from ivr.clock import utc_now
from ivr.dialer import lists
from ivr.dialer.contacts import NUMBERS, Bad, numbers
from ivr.records.do_not_call import DoNotCall
from ivr.records.outbound_views import ListedLine

dnc_app = typer.Typer(help="The do-not-call list: add, remove, list, import.")
app.add_typer(dnc_app, name="dnc")

Number = Annotated[str, typer.Argument(metavar="NUMBER", help="Like +37120000000.")]
_LINES = TypeAdapter(tuple[ListedLine, ...])


@dnc_app.command()
def add(
    telephone: Number,
    words: Annotated[str, typer.Option(help="How the person said it.")] = "told an operator",
) -> None:
    """Never call a number again, at once and for good: its promised calls are cancelled."""
    engine = records(make=True)
    called = number(telephone, company(engine))
    new = DoNotCall(engine).add(called, words, who(), utc_now())
    typer.echo(f"{called} is {'' if new else 'already '}on the do-not-call list.")


@dnc_app.command()
def remove(
    telephone: Number, why: Annotated[str, typer.Option(help="Who allowed it, and when; for the records.")]
) -> None:
    """Take a number off the list, because the person wants to be called again."""
    engine = records()
    called = number(telephone, company(engine))
    lifted = DoNotCall(engine).lift(called, why, who(), utc_now())
    if not lifted:
        typer.echo(f"{called} is not on the do-not-call list.")
        raise typer.Exit(1)
    typer.echo(f"{called} may be called again; consents given before stay withdrawn.")


@dnc_app.command(name="list")
def list_(
    part: Annotated[str | None, typer.Argument(metavar="[PART]", help="A part of the number.")] = None,
    csv: Annotated[Path | None, typer.Option(help="Write the list to this file; - prints it.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON; times are UTC.")] = False,
) -> None:
    """List the numbers that are never called, the newest first."""
    engine = records()
    found, local = DoNotCall(engine).listed(part), company(engine).zone
    if csv is not None:
        write_csv(
            csv,
            ("number", "since", "source"),
            ((x.number, clock_time(x.listed_at, local), x.source) for x in found),
        )
    elif as_json:
        typer.echo(_LINES.dump_json(found, indent=2).decode())
    elif not found:
        typer.echo("No number is on the list.")
    else:
        made = table("Number", f"Since ({local})", "Source", "Call")
        for line in found:
            made.add_row(
                *cells(line.number, clock_time(line.listed_at, local), line.source, line.call_id or "")
            )
        console().print(made)


@dnc_app.command(name="import")
def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="CSV, or one number a line.")],
) -> None:
    """Put every number of a list on the do-not-call list; what cannot be read is told, and exits 1."""
    engine = records(make=True)
    of = company(engine)
    with opened(file) as stream:
        form = lists.form(stream, NUMBERS, "number", of.languages)
        typer.echo(described(file, form))
        rows = list(numbers(stream, form, of.country))
    good, bad = (
        [row for row in rows if not isinstance(row, Bad)],
        [row for row in rows if isinstance(row, Bad)],
    )
    words = f"list {file.name}"
    new = DoNotCall(engine).add_all(((called, words) for _, called in good), who(), utc_now())
    for row in bad:
        typer.echo(harmless(f"{file}:{row.line}: {row.wrong}"))
    added = "1 number" if new == 1 else f"{new} numbers"
    typer.echo(f"{added} added, {len(good) - new} on the list already, {len(bad)} not understood.")
    if bad:
        raise typer.Exit(1)
