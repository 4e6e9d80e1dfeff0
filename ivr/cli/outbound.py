"""What the commands about calls of ours share: the company, campaigns, numbers, times, who orders."""

from __future__ import annotations

import csv
import getpass
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TextIO

import typer
from sqlalchemy import Engine

from ivr.cli.on_record import harmless
from ivr.company.campaign import Campaign
from ivr.company.campaign_file import campaign_path, load_campaign, parse_campaign
from ivr.company.loader import first_valid, load
from ivr.company.models import Company
from ivr.company.slots import instant
from ivr.dialer.numbers import NotANumberError, e164
from ivr.dialer.ports import LineName
from ivr.dialer.served import lines
from ivr.errors import FileProblems, OperatorError
from ivr.records.history import History
from ivr.settings import from_environment

_NEEDS: Mapping[LineName, str] = {
    "asterisk": "IVR_AMI",
    "test": "IVR_AMI",
    "twilio": "IVR_TWILIO_ACCOUNT_SID",
}
PRINTED = Path("-")  # in place of a file: what would be written is printed
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet would calculate; OWASP, "CSV Injection"


def company(engine: Engine) -> Company:
    """The company of the settings' file; where that is faulty now, as it was on record last.

    Raises FileProblems of the file where there is neither.
    """
    try:
        return load(from_environment(os.environ).company).company
    except FileProblems:
        kept = first_valid(History(engine).kept_files())
        if kept is None:
            raise
        return kept.company


def as_started(id_: str, started: tuple[str, str] | None, of: Company) -> Campaign | None:
    """A campaign by the file (path, text) that it was started with, or else by its file as it is now.

    None where that cannot be read.
    """
    try:
        if started is not None:
            return parse_campaign(Path(started[0]), started[1], of).campaign
        return load_campaign(campaign_path(from_environment(os.environ).campaigns, id_), of).campaign
    except FileProblems:
        return None


def who() -> str:
    """Whom the records name for what is ordered here."""
    try:
        return f"operator {getpass.getuser()}"
    except (KeyError, OSError):  # a container whose user has no name
        return "an operator"


def number(text: str, of: Company) -> str:
    """A telephone number in E.164. Raises OperatorError."""
    try:
        return e164(text, of.country)
    except NotANumberError as error:
        raise OperatorError(f"{harmless(str(error))[:1].upper()}{harmless(str(error))[1:]}") from error


def future(text: str, option: str, of: Company, now: datetime) -> datetime:
    """A time to come, on the company's clocks unless it has an offset of its own; in the company's zone.

    Raises OperatorError where it is no time, is past, or the clocks skip it.
    """
    at = _instant(text, option, of)
    if at <= now:
        shown = f"{at.astimezone(of.zone):%Y-%m-%d %H:%M}"
        raise OperatorError(f"{option} {shown} is past. Give a time to come.")
    return at.astimezone(of.zone)


def _instant(text: str, option: str, of: Company) -> datetime:
    try:
        given = datetime.fromisoformat(text.strip())
    except ValueError:
        given = None
    if given is None or ":" not in text:
        raise OperatorError(f'{option} is "{harmless(text)}". Write a day and a time, like 2026-11-24T13:30.')
    if given.utcoffset() is not None:
        return given
    at = instant(given.date(), given.time(), of.zone)
    if at is None:
        raise OperatorError(
            f"{option} {given:%Y-%m-%d %H:%M} does not exist in {of.timezone}: "
            "the clocks are put forward then. Give a time before or after the gap."
        )
    return at


def unserved(line: LineName) -> str | None:
    """What keeps calls on that line from being made by a service with these settings, as a sentence."""
    if line in lines(from_environment(os.environ)):
        return None
    return f"Calls on the line {line} are made by ivr serve where {_NEEDS[line]} is set; it is not set here."


def write_csv(path: Path, headings: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Write a table that a spreadsheet opens, and in which it finds nothing to calculate; "-" prints it."""
    if path == PRINTED:
        # What somebody said comes to a terminal, perhaps: nothing in it may steer one.
        _write(sys.stdout, headings, ([cell and harmless(str(cell)) for cell in row] for row in rows))
        return
    try:
        with path.open("w", encoding="utf-8-sig", newline="") as out:
            _write(out, headings, rows)
    except OSError as error:
        raise OperatorError(f"{path} cannot be written ({error.strerror}). Name another file.") from error
    typer.echo(f"Wrote {path}.")


def _write(out: TextIO, headings: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    writer = csv.writer(out, lineterminator="\n" if out is sys.stdout else "\r\n")
    writer.writerow(headings)
    writer.writerows([guarded(cell) for cell in row] for row in rows)


def guarded(cell: object) -> str:
    """A cell as text: a quotation mark goes before what a spreadsheet would take for a formula."""
    text = "" if cell is None else str(cell)
    return f"'{text}" if text.startswith(_FORMULA) else text
