"""``ivr messages``: what callers left for the departments, and what calls of ours agreed for them."""

from __future__ import annotations

import os
import shutil
from datetime import tzinfo
from pathlib import Path
from typing import Annotated

import typer
from pydantic import TypeAdapter
from rich.console import Console

from ivr.calls.spool import recording_path
from ivr.cli import app
from ivr.cli.on_record import cells, clock_time, console, harmless, history, minutes, one_line, table, zone
from ivr.clock import utc_now
from ivr.errors import OperatorError
from ivr.records.views import MessageLine, Sound
from ivr.settings import from_environment

messages_app = typer.Typer(
    help="Messages for the departments: list, play, mark as done.", invoke_without_command=True
)
app.add_typer(messages_app, name="messages")

Number = Annotated[int, typer.Argument(min=1, max=2**31 - 1, help="The message's number in the list.")]
_MESSAGES = TypeAdapter(tuple[MessageLine, ...])


@messages_app.callback()
def messages(
    context: typer.Context,
    everything: Annotated[bool, typer.Option("--all", help="Also those that are done.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON; times are UTC.")] = False,
) -> None:
    """List the messages nobody has dealt with, the oldest first."""
    if context.invoked_subcommand is not None:
        return
    records = history()
    found = records.list_messages(done=everything)
    if as_json:
        typer.echo(_MESSAGES.dump_json(found, indent=2).decode())
    else:
        _print_list(found, zone(records), console())


@messages_app.command()
def done(number: Number) -> None:
    """Mark a message as dealt with."""
    records = history()
    message = records.mark_done(number, utc_now())
    when = clock_time(message.done_at, zone(records)) if message.done_at else ""
    console().print(*cells(f"Message {message.id} for {message.department} is done since {when}."))


@messages_app.command()
def play(
    number: Number,
    to: Annotated[Path | None, typer.Option(help="Copy the sound to this file or folder.")] = None,
) -> None:
    """Print where the sound of a message is, or copy it; a written one is printed."""
    message = history().message(number)
    if message.reference is None:
        typer.echo(harmless(message.text or ""))
        return
    sound = _sound(message, message.reference)
    typer.echo(harmless(str(_copy(sound, to, message) if to else sound)))


def _sound(message: MessageLine, reference: str) -> Path:
    if message.sound in _ELSEWHERE:
        where = _ELSEWHERE[message.sound].format(source=harmless(message.source or ""))
        raise OperatorError(f"The sound of message {message.id} {where}")
    path = recording_path(from_environment(os.environ).spool, reference)
    if not path.is_file():
        raise OperatorError(
            f"The sound of message {message.id} is not at {harmless(str(path))}. "
            "IVR_SPOOL must name the folder where the line writes its recordings."
        )
    return path


_ELSEWHERE = {
    Sound.COMING: "is still on its way: the service fetches it from the line. Try again in a minute.",
    Sound.LOST: "could not be fetched from the line; the log says why. Its id there is {source}.",
}


def _copy(sound: Path, to: Path, message: MessageLine) -> Path:
    target = to / f"message-{message.id}{sound.suffix}" if to.is_dir() else to
    if target.exists():
        raise OperatorError(f"{target} exists already. Name another file, or remove that one.")
    try:
        shutil.copyfile(sound, target)
    except OSError as error:
        raise OperatorError(f"The sound cannot be copied to {target} ({error.strerror}).") from error
    return target


def _print_list(found: tuple[MessageLine, ...], local: tzinfo, out: Console) -> None:
    if not found:
        out.print("No messages.")
        return
    made = table("No.", f"Taken ({local})", "For", "Caller", "Lang", "Length", "Call", "Done", "Text", "Said")
    for message in found:
        made.add_row(*cells(*_row(message, local)))
    out.print(made)


def _row(message: MessageLine, local: tzinfo) -> tuple[str, ...]:
    return (
        str(message.id),
        clock_time(message.taken_at, local),
        message.department,
        message.caller or "withheld",
        message.language,
        _length(message),
        message.call_id,
        clock_time(message.done_at, local) if message.done_at else "",
        message.text or "",
        one_line(message.said),
    )


def _length(message: MessageLine) -> str:
    if message.seconds is None:
        return "written"
    where = "" if message.sound is Sound.SPOOL else f" ({message.sound})"
    return f"{minutes(message.seconds)}{where}"
