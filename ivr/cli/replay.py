"""``ivr replay``: what a draft of the company file would have made of the calls on record."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo
from difflib import ndiff
from pathlib import Path
from typing import Annotated

import typer
from pydantic import TypeAdapter
from rich.console import Console
from rich.progress import track
from rich.text import Text

from ivr import wiring
from ivr.calls.replay import Kind, NotReplayableError, Replayed
from ivr.calls.replay import replay as replayed
from ivr.cli import app
from ivr.cli.faults import Faults
from ivr.cli.on_record import cells, clock_time, console, harmless, history, minutes, table
from ivr.cli.transcript import rows
from ivr.company.campaign import Campaign
from ivr.company.campaign_file import campaign_paths, load_campaign
from ivr.company.models import Company
from ivr.conversation.events import Heard
from ivr.etiquette.course import Course, course_of
from ivr.phrases.check import load_standard
from ivr.records.history import History
from ivr.records.views import Transcript, TurnLine, Wanted
from ivr.settings import from_environment
from ivr.understanding.intent import prepare as learn_intents


@dataclass(frozen=True)
class Draft:
    """A company file that is not in force, and the campaigns beside it."""

    company: Company
    campaigns: Mapping[str, Campaign]  # by id


@dataclass(frozen=True)
class Compared:
    """A call beside what the draft makes of it."""

    call_id: str
    began_at: datetime
    kind: Kind | None  # None: the draft cannot hold it at all
    then: tuple[str, ...]  # outcome
    now: tuple[str, ...]  # outcome by the draft, as far as it can be followed
    first: int | None  # number of the first turn that differs
    left: str | None  # why it cannot be followed to its end, or be held at all
    diff: tuple[str, ...]  # "- " said and done then, "+ " by the draft; from the first turn that differs


_COMPARED = TypeAdapter(tuple[Compared, ...])
_SAME = frozenset({Kind.SAME, Kind.WORDED})  # nothing but words differ


@app.command()
def replay(
    draft: Annotated[Path, typer.Argument(metavar="DRAFT", help="A company file, campaigns/ beside it.")],
    last: Annotated[int, typer.Option(min=1, help="The newest so many calls.")] = 200,
    call: Annotated[
        list[str] | None, typer.Option(help="This call instead: its id, or enough of it. May be repeated.")
    ] = None,
    diff: Annotated[bool, typer.Option("--diff", help="Show what differs in each call.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON; times are UTC.")] = False,
) -> None:
    """Play recorded calls against a draft: which would be routed, answered or closed differently."""
    standard, records = _draft(draft), history()
    calls = tuple(records.transcript(call_id) for call_id in _ids(records, last, call or []))
    if any(map(_spoken, calls)):
        learn_intents(standard.company, wiring.vectors(from_environment(os.environ).vectors))
    watching = Console(stderr=True)
    shown = track(calls, "Replaying", console=watching, transient=True, disable=not watching.is_terminal)
    found = tuple(_compared(each, standard) for each in shown)
    if as_json:
        typer.echo(_COMPARED.dump_json(found, indent=2).decode())
    else:
        _print(found, standard.company.zone, console(), diff)


def _draft(path: Path) -> Draft:
    """The draft, every fault of it and of its campaigns told. Raises FileProblems, or exits 1."""
    company, faults, campaigns = load_standard(path).company, Faults(), {}
    for campaign in campaign_paths(path.parent / "campaigns"):
        with faults.told():
            campaigns[campaign.stem] = load_campaign(campaign, company).campaign
    faults.exit_if_any()
    return Draft(company, campaigns)


def _ids(records: History, last: int, named: list[str]) -> list[str]:
    if named:
        return [records.call_id(part) for part in named]
    return [call.call_id for call in records.list_calls(Wanted(limit=last))]


def _spoken(call: Transcript) -> bool:
    return any(isinstance(turn.event, Heard) for turn in call.turns)


# ── Comparing ───────────────────────────────────────────────────────────────────────────────────


def _compared(call: Transcript, draft: Draft) -> Compared:
    try:
        found = replayed(course(call), draft.company, draft.campaigns)
    except NotReplayableError as error:
        return Compared(call.call.call_id, call.call.began_at, None, (), (), None, str(error), ())
    return Compared(
        call.call.call_id,
        call.call.began_at,
        found.kind,
        found.then,
        found.now,
        found.first,
        found.left,
        tuple(_diff(call, found)),
    )


def course(call: Transcript) -> Course:
    """A call on record as courtesy and replay see it."""
    return course_of((turn.at, turn.event, turn.turn, turn.performed) for turn in call.turns)


def _diff(call: Transcript, found: Replayed) -> Iterator[str]:
    """Both calls side by side, from the first turn that differs to where the draft's can be followed."""
    if found.first is None:
        return
    number, upto = found.first, len(found.course)
    now = tuple(
        TurnLine(turn.number, turn.at, turn.event, beat.turn)
        for turn, beat in zip(call.turns, found.course, strict=False)
    )
    sides = (_rows(call, call.turns[number:upto]), _rows(call, now[number:]))
    yield from (line for line in ndiff(*sides) if not line.startswith("?"))


def _rows(call: Transcript, turns: tuple[TurnLine, ...]) -> list[str]:
    return [
        f"{minutes(row.after):>5}  {row.who}: {row.what}{f'  [{row.act}]' if row.act else ''}"
        for row in rows(replace(call, turns=turns))
    ]


# ── Printing ────────────────────────────────────────────────────────────────────────────────────


def _print(found: tuple[Compared, ...], local: tzinfo, out: Console, diff: bool) -> None:
    otherwise = [each for each in found if each.kind not in _SAME]
    if otherwise:
        made = table("Call", f"Began ({local})", "Then", "Now")
        for each in otherwise:
            made.add_row(*cells(*_row(each, local)))
        out.print(made)
    for each in found if diff else ():
        _print_diff(each, local, out)
    out.print(*cells(_summary(found)))


def _row(each: Compared, local: tzinfo) -> tuple[str, ...]:
    now = (*each.now, *((each.left,) if each.left else ()))
    return each.call_id, clock_time(each.began_at, local), _outcome(each.then), _outcome(now)


def _outcome(told: tuple[str, ...]) -> str:
    return ", ".join(told)


def _print_diff(each: Compared, local: tzinfo, out: Console) -> None:
    if not each.diff:
        return
    out.print()
    out.print(*cells(f"{each.call_id}, {clock_time(each.began_at, local)}"), style="bold")
    for line in each.diff:
        out.print(Text(harmless(line), style=_STYLES.get(line[0], "dim")))
    if each.left:
        out.print(*cells(each.left), style="yellow")


_STYLES = {"-": "red", "+": "green"}


def _summary(found: tuple[Compared, ...]) -> str:
    if not found:
        return "No calls."
    counts = ((sum(each.kind is kind for each in found), words) for kind, words in _WORDS.items())
    told = "; ".join(f"{count} {words}" for count, words in counts if count)
    return f"{len(found)} {'call' if len(found) == 1 else 'calls'}: {told}."


_WORDS: Mapping[Kind | None, str] = {
    Kind.SAME: "the same",
    Kind.WORDED: "in other words",
    Kind.OTHERWISE: "otherwise",
    Kind.LEFT: "otherwise, and cannot be followed to the end",
    None: "cannot be replayed",
}
