"""``ivr purge``, ``ivr forget``, ``ivr export``: how long what is kept of people, and what they may ask."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from ivr import log, wiring
from ivr.calls.spool import recording_path
from ivr.cli import app
from ivr.cli.entry import operator, signature
from ivr.cli.on_record import cells, clock_time, console, harmless, minutes, records, table
from ivr.cli.outbound import company, number
from ivr.cli.transcript import rows
from ivr.clock import utc_now
from ivr.company.models import Company
from ivr.errors import OperatorError
from ivr.records.history import History
from ivr.records.incidents import Incidents
from ivr.records.persons import Forgotten, Held, Persons
from ivr.records.purging import Erased, Purge

Number = Annotated[str, typer.Argument(metavar="NUMBER", help="However it is written, like +37120000000.")]


@app.command()
def purge(
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only tell what would go.")] = False,
) -> None:
    """Erase what was kept as long as the company file says; the service does so every day."""
    log.configure_quiet()
    engine = records()
    given = wiring.settings()
    due = Purge(engine, given.spool, company(engine).keeping, utc_now())
    erased = due.due() if dry_run else due.run()
    for each in erased:
        if each.rows or each.files:
            typer.echo(f"{'would erase' if dry_run else 'erased'} {_amount(each)}")
    if not any(each.rows or each.files for each in erased):
        typer.echo("Nothing is due.")


@app.command()
def forget(telephone: Number) -> None:
    """Erase everything about a person, except for what is on legal hold, and who may not be called."""
    log.configure_quiet()
    engine, now = records(), utc_now()
    of, who = company(engine), signature(operator())
    called = number(telephone, of)
    done = Persons(engine, wiring.settings().spool, of.country).forget(called, who, now)
    cache = wiring.prompt_cache(wiring.settings().prompts)
    sounds = sum(cache.forget(of, sentences) for sentences in done.said)
    Incidents(engine).log(who, "forget a person", None, allowed=True)
    prompts = (f"erased {sounds} prompts",) if sounds else ()
    for line in (*_forgotten(done, of), *prompts) or ("Nothing is held about this number.",):
        typer.echo(harmless(line))


@app.command()
def export(
    telephone: Number,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON; times are UTC.")] = False,
    to: Annotated[Path | None, typer.Option(help="Write it all, with recordings, into a new folder.")] = None,
) -> None:
    """Tell what is held about a person, for that person."""
    log.configure_quiet()
    engine = records()
    of = company(engine)
    held = Persons(engine, wiring.settings().spool, of.country).held(number(telephone, of))
    Incidents(engine).log(signature(operator()), "export a person", None, allowed=True)
    if to is not None:
        _write(to, held, History(engine), of)
    elif as_json:
        typer.echo(_json(held))
    else:
        _print(held, History(engine), of, console())


def _amount(each: Erased) -> str:
    files = f", {each.files} files" if each.files else ""
    return f"{each.rows} {each.what}{files}"


def _forgotten(done: Forgotten, of: Company) -> tuple[str, ...]:
    cancelled = (
        f"cancelled a promised call: {clock_time(each.at, of.zone)}, {each.department} ({each.words})"
        for each in done.cancelled
    )
    held = (f"kept call {call}: its incident is on legal hold" for call in done.held)
    others = (f"not erased: {each} is the same person, as contact lists say" for each in done.other_numbers)
    kept = (
        f"kept {count} {what}: proof of what the person wished" for what, count in done.kept.items() if count
    )
    erased = (f"erased {_amount(each)}" for each in done.erased if each.rows or each.files)
    return (*cancelled, *erased, *held, *kept, *others)


# ── What is held ────────────────────────────────────────────────────────────────────────────────


def _json(held: Held) -> str:
    return json.dumps({"number": held.number, **held.tables}, ensure_ascii=False, indent=2)


def _write(folder: Path, held: Held, history: History, of: Company) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True)
        (folder / "data.json").write_text(_json(held), encoding="utf-8")
        with (folder / "about.txt").open("w", encoding="utf-8") as out:
            _print(held, history, of, Console(file=out, width=200))
        copied = _copied(folder, held)
    except OSError as error:
        raise OperatorError(f"{folder} cannot be written ({error.strerror}). Name a new folder.") from error
    typer.echo(f"Wrote {folder}: data.json, about.txt, {copied} recordings.")


def _copied(folder: Path, held: Held) -> int:
    spool = wiring.settings().spool
    found = [path for path in (recording_path(spool, each) for each in held.recordings) if path.is_file()]
    for path in found:
        shutil.copyfile(path, folder / f"{path.parent.name}-{path.name}")
    return len(found)


def _print(held: Held, history: History, of: Company, out: Console) -> None:
    out.print(*cells(f"Held about {held.number}; times are those of {of.timezone}."))
    for name, found in held.tables.items():
        out.print(*cells(f"{len(found):>4} {name.replace('_', ' ')}"))
    for name in _TO_READ:
        for row in held.tables[name]:
            out.print(
                *cells(f"{name}: " + ", ".join(f"{key} {value}" for key, value in row.items() if value))
            )
    for call in held.calls:
        _print_call(call, history, of, out)


_TO_READ = ("contacts", "promises", "attempts", "answers", "messages", "do_not_call", "consents")


def _print_call(call: str, history: History, of: Company, out: Console) -> None:
    transcript = history.transcript(call)
    out.print()
    out.print(*cells(f"Call {call}, {clock_time(transcript.call.began_at, of.zone)}"))
    made = table("", "", "")
    made.show_header = False
    for row in rows(transcript):
        made.add_row(*cells(minutes(row.after), row.who, row.what))
    out.print(made)
