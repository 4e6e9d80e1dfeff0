"""``ivr campaign import``: a contact list into a campaign, whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, BinaryIO

import typer
from rich.console import Console
from rich.markup import escape
from rich.progress import Progress, TaskID

from ivr.cli.campaign import campaign_app
from ivr.cli.on_record import harmless, records
from ivr.clock import utc_now
from ivr.company.campaign_file import campaign_path, load_campaign
from ivr.company.models import Company
from ivr.dialer import lists
from ivr.dialer.contacts import COLUMNS, Bad, Good, contacts
from ivr.dialer.ports import Imported
from ivr.errors import OperatorError
from ivr.phrases.check import load_standard
from ivr.records.outbound import Outbound
from ivr.settings import from_environment

_SHOWN = 20  # lines of one kind that need nobody's hand
_EVERY = 200  # rows between two steps of the bar


@dataclass
class _Reading:
    """What a list holds."""

    good: list[Good] = field(default_factory=list)
    bad: list[Bad] = field(default_factory=list)
    repeats: list[Bad] = field(default_factory=list)


@campaign_app.command(name="import")
def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE.csv", help="The contact list.")],
    campaign: Annotated[str, typer.Option(metavar="ID", help="The campaign they are for.")],
    skip_bad: Annotated[
        bool, typer.Option("--skip-bad", help="Import the good rows although others are bad.")
    ] = False,
) -> None:
    """Bring a contact list into a campaign. With a bad row nothing is imported, unless --skip-bad.

    Importing a list again changes names, languages, zones and consents, and nothing that was done.
    """
    given = from_environment(os.environ)
    company = load_standard(given.company).company
    purpose = load_campaign(campaign_path(given.campaigns, campaign), company).campaign.purpose
    read = _read(file, company)
    _print_lines(file, read.bad)
    _print_some(file, read.repeats)
    if read.bad and not skip_bad:
        raise OperatorError(_refused(len(read.bad), len(read.good)))
    if not read.good:
        raise OperatorError(f"{file} has no contact to import.")
    done = Outbound(records(make=True)).import_contacts(
        campaign, [row.contact for row in read.good], utc_now()
    )
    _print_done(file, campaign, read, done)
    _print_consents(purpose, read.good)


def _refused(bad: int, good: int) -> str:
    rows = "1 row is bad" if bad == 1 else f"{bad} rows are bad"
    return f"Nothing was imported: {rows}. Mend the list, or import the other {good} with --skip-bad."


# Reading


def _read(file: Path, company: Company) -> _Reading:
    with opened(file) as stream, _bar(file) as (bar, task):
        form = lists.form(stream, COLUMNS, "number", company.languages)
        typer.echo(described(file, form))
        found = _Reading()
        for count, row in enumerate(contacts(stream, form, company, utc_now())):
            _sort(row, found)
            if count % _EVERY == 0:
                bar.update(task, completed=stream.tell())
        return found


def _sort(row: Good | Bad, found: _Reading) -> None:
    if isinstance(row, Good):
        found.good.append(row)
    else:
        (found.repeats if row.repeats else found.bad).append(row)


@contextmanager
def opened(file: Path) -> Iterator[BinaryIO]:
    """A list, to be read. Raises OperatorError where that is not possible; names the file in any refusal."""
    try:
        with file.open("rb") as stream:
            yield stream
    except OSError as error:
        raise OperatorError(f"{file} cannot be read ({error.strerror}).") from error
    except lists.ListError as error:
        raise OperatorError(f"{file}: {harmless(str(error))}") from error


@contextmanager
def _bar(file: Path) -> Iterator[tuple[Progress, TaskID]]:
    """A progress bar over the bytes of ``file`` where somebody watches."""
    err = Console(stderr=True)
    with Progress(console=err, transient=True, disable=not err.is_terminal) as bar:
        yield bar, bar.add_task(escape(f"Reading {file.name}"), total=file.stat().st_size)


def described(file: Path, form: lists.Form) -> str:
    """How a list is written, in one line, so that a wrong guess is seen."""
    mark = "tab" if form.delimiter == "\t" else form.delimiter
    parts = [f"{file}: {form.encoding}, delimiter {mark}, columns {', '.join(form.columns)}"]
    if form.missing:
        parts.append(f"none for {', '.join(form.missing)}")
    if form.ignored:
        parts.append(f"ignored: {', '.join(form.ignored)}")
    return harmless(f"{'; '.join(parts)}.")


# Telling


def _print_lines(file: Path, rows: list[Bad]) -> None:
    for row in rows:
        typer.echo(harmless(f"{file}:{row.line}: {row.wrong}"))


def _print_some(file: Path, rows: list[Bad]) -> None:
    _print_lines(file, rows[:_SHOWN])
    if len(rows) > _SHOWN:
        typer.echo(f"… and {len(rows) - _SHOWN} more of that kind.")


def _print_done(file: Path, campaign: str, read: _Reading, done: Imported) -> None:
    lines = {row.contact.number: row.line for row in read.good}
    for numbers, wrong in (
        (done.changed, "is in the campaign already, and was brought up to date."),
        (done.same, "is in the campaign already."),
    ):
        _print_some(file, [Bad(lines[number], f"{number} {wrong}") for number in numbers])
    skipped = len(read.bad) + len(read.repeats)
    rest = f"; {skipped} {'row' if skipped == 1 else 'rows'} skipped" if skipped else ""
    typer.echo(
        f"Campaign {campaign}: {_contacts(len(done.added))} added, {len(done.changed)} brought up to date, "
        f"{len(done.same)} as they were{rest}."
    )


def _contacts(number: int) -> str:
    return "1 contact" if number == 1 else f"{number} contacts"


def _print_consents(purpose: str, good: list[Good]) -> None:
    without = sum(row.contact.consent is None for row in good)
    if purpose == "commercial" and without:
        typer.echo(
            f"This campaign is commercial, and the list has {_contacts(without)} without a consent: "
            "nobody is called unless one is on record."
        )
