"""``ivr incident``: what people said who were abusive or threatened, kept so that it proves something."""

from __future__ import annotations

import os
import sys
from datetime import tzinfo
from pathlib import Path
from typing import Annotated, Literal

import typer
from pydantic import TypeAdapter

from ivr import wiring
from ivr.calls.spool import recording_path
from ivr.cli import app
from ivr.cli.entry import Visit, enter
from ivr.cli.on_record import cells, clock_time, console, harmless, history, records, table, zone
from ivr.clock import utc_now
from ivr.errors import OperatorError
from ivr.evidence import bundle, chain, signing, story
from ivr.evidence.chain import Entry
from ivr.evidence.verify import verify as examine
from ivr.records.incidents import IncidentLine, Incidents

incident_app = typer.Typer(
    help="Incidents: list, show, note, close, hold, export, verify.", no_args_is_help=True
)
app.add_typer(incident_app, name="incident")

Id = Annotated[str, typer.Argument(metavar="ID", help="The incident's id or the begin of it, or the call's.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON; times are UTC.")]
_LINES = TypeAdapter(tuple[IncidentLine, ...])


@incident_app.command(name="list")
def list_(
    everything: Annotated[bool, typer.Option("--all", help="Also those that are closed.")] = False,
    as_json: AsJson = False,
) -> None:
    """List the incidents, the newest first; nothing of what was said."""
    found = Incidents(records()).listed(everything)
    if as_json:
        typer.echo(_LINES.dump_json(found, indent=2).decode())
    elif not found:
        typer.echo("No incidents.")
    else:
        _print_list(found, zone(history()))


@incident_app.command()
def show(id_: Id, as_json: AsJson = False) -> None:
    """Show what was said and done; that you looked is kept."""
    visit = enter(id_, "show")
    entries = visit.incidents.entries(visit.found.id)
    if as_json:
        typer.echo("[" + ",\n".join(map(chain.line, entries)) + "]")
        return
    for label, words in _head(visit.found, zone(history())):
        console().print(*cells(f"{label:<8}", words))
    typer.echo("")
    for line in story.text(entries).splitlines():
        typer.echo(harmless(line))
    _tell_chain(entries)


@incident_app.command()
def note(id_: Id, words: Annotated[str, typer.Argument(metavar="TEXT")]) -> None:
    """Add a note to an incident; it can never be changed."""
    visit = enter(id_, "note")
    visit.incidents.note(visit.found.id, words, visit.who)
    typer.echo(f"The note is entered in incident {visit.found.id}.")


@incident_app.command()
def close(id_: Id) -> None:
    """Say that nothing more is to be done about it. It stays on hold until that is taken off."""
    visit = enter(id_, "close")
    visit.incidents.close(visit.found.id, visit.who)
    typer.echo(f"Incident {visit.found.id} is closed.{_still_held(visit)}")


@incident_app.command()
def hold(
    id_: Id,
    state: Annotated[Literal["on", "off"], typer.Argument(metavar="on|off")],
    why: Annotated[str, typer.Option(help="For the records.")],
) -> None:
    """Keep everything of its call from being erased, or no longer."""
    visit = enter(id_, "hold")
    visit.incidents.hold(visit.found.id, state == "on", why, visit.who)
    typer.echo(f"Incident {visit.found.id} is {'' if state == 'on' else 'no longer '}on hold.")


@incident_app.command()
def export(
    id_: Id,
    to: Annotated[Path | None, typer.Option(help="The file; incident-ID.zip if not given.")] = None,
) -> None:
    """Write the signed bundle: entries, transcript, recordings. That you did is among the entries."""
    key = wiring.incident_key(wiring.settings())
    visit = enter(id_, "export")
    entries = visit.incidents.entries(visit.found.id)
    sounds = _recordings(entries)
    content = bundle.pack(entries, sounds, bundle.Export(utc_now(), visit.who), key)
    target = to or Path(f"incident-{visit.found.id[:8]}.zip")
    _write(target, content)
    typer.echo(f"Wrote {target}: {len(entries)} entries, {_count(len(sounds), 'recording')}.")
    typer.echo(f"It is signed by the key {signing.fingerprint(key.public_key())}.")
    _tell_chain(entries)


@incident_app.command()
def verify(
    file: Annotated[Path, typer.Argument(metavar="FILE.zip")],
    key: Annotated[str | None, typer.Option(help="Fingerprint of the key that must have signed it.")] = None,
) -> None:
    """Examine a bundle: is it, to the byte, what was exported? Needs nothing but the bundle."""
    try:
        found = examine(file.read_bytes(), key)
    except OSError as error:
        raise OperatorError(f"{file} cannot be read ({error.strerror}). Name a bundle.") from error
    for fault in found.faults:
        typer.echo(harmless(fault))
    if found.faults:
        print(f"{_count(len(found.faults), 'fault')}.", file=sys.stderr)
        raise typer.Exit(1)
    typer.echo(
        harmless(f"Incident {found.incident}, exported at {found.exported_at}: {found.entries} entries.")
    )
    typer.echo("The bundle is as it was signed.")
    known = "as you asked for" if key else "ask the company whether this is its key"
    typer.echo(f"Key: {found.fingerprint} ({known})")


@incident_app.command(name="key")
def key_() -> None:
    """Print the fingerprint of the key that signs bundles; where there is none, make it."""
    given = wiring.settings()
    if given.incident_key is None and not given.incident_key_file.exists():
        signing.make_key(given.incident_key_file)
        typer.echo(
            f"Made {given.incident_key_file}. Keep a copy in a safe place, and let nobody else read it."
        )
    typer.echo(signing.fingerprint(wiring.incident_key(given).public_key()))


def _recordings(entries: tuple[Entry, ...]) -> dict[str, bytes]:
    """Those that lie in the spool, by their names in the bundle; what is missing is told."""
    spool, found = wiring.settings().spool, {}
    for reference in (str(entry.body["reference"]) for entry in entries if entry.kind == "recording"):
        sound = recording_path(spool, reference)
        if sound.is_file():
            found[bundle.recording_name(reference)] = sound.read_bytes()
        else:
            print(
                harmless(f"The recording {reference} is not in the spool, so the bundle is without it."),
                file=sys.stderr,
            )
    return found


def _write(target: Path, content: bytes) -> None:
    try:
        with os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
            out.write(content)
    except OSError as error:
        raise OperatorError(f"{target} cannot be written ({error.strerror}). Name another file.") from error


def _tell_chain(entries: tuple[Entry, ...]) -> None:
    for fault in chain.faults(entries):
        print(harmless(fault), file=sys.stderr)


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _still_held(visit: Visit) -> str:
    if not visit.found.hold:
        return ""
    return f" It stays on hold until: ivr incident hold {visit.found.id[:8]} off --why …"


def _print_list(found: tuple[IncidentLine, ...], local: tzinfo) -> None:
    made = table("Incident", f"Opened ({local})", "Severity", "For", "State", "Hold", "Call")
    for line in found:
        made.add_row(*cells(*_row(line, local)))
    console().print(made)


def _row(line: IncidentLine, local: tzinfo) -> tuple[str, ...]:
    opened, held = clock_time(line.opened_at, local), "on" if line.hold else "off"
    return line.id[:8], opened, line.severity, line.department, line.state, held, line.call_id


def _head(line: IncidentLine, local: tzinfo) -> tuple[tuple[str, str], ...]:
    return (
        ("Incident", line.id),
        ("Call", line.call_id),
        ("Opened", f"{clock_time(line.opened_at, local)} ({local})"),
        ("What", f"{line.severity}, for {line.department}"),
        ("State", f"{line.state}, {'on hold' if line.hold else 'not on hold'}"),
    )
