"""``ivr campaign report``: what a campaign came to, as a table, as CSV, as a picture."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console, Group
from rich.table import Table
from rich.text import Text

from ivr.cli.campaign import IN_WORDS, Id, campaign_app, counts, state_of
from ivr.cli.on_record import cells, clock_time, console, records, table
from ivr.cli.outbound import PRINTED, as_started, company, write_csv
from ivr.company.campaign import PROPOSAL, Campaign
from ivr.company.disposition import TALKED, Disposition
from ivr.company.models import Company
from ivr.errors import OperatorError
from ivr.records.outbound import Outbound
from ivr.records.outbound_views import AnswerLine, Report
from ivr.records.store import SqlRecords

PICTURES = (".png", ".svg")
RECORDED, UNCLEAR, NONE = "recorded", "not understood", "no answer"  # answers that are no choice of ours
_KEYS = re.compile(r"[0-9*# ]+")
_HEADINGS = ("section", "item", "value", "count")
_OF_ANSWERS = ("time", "number", "name", "question", "said", "understood", "call")


@dataclass(frozen=True)
class Question:
    """A question, and how often it was answered how: each person's last answer counts."""

    id: str
    text: str  # in the company's default language; the id where the file is not on record
    counts: Mapping[str, int]  # in the order in which they are shown


@dataclass(frozen=True)
class Findings:
    """All that a report tells."""

    name: str  # as operators call the campaign
    report: Report
    questions: tuple[Question, ...]

    @property
    def contacts(self) -> int:
        """All contacts of the campaign."""
        return sum(self.report.contacts.values())


@campaign_app.command()
def report(
    id_: Id,
    csv: Annotated[Path | None, typer.Option(help="Write the figures to this file; - prints them.")] = None,
    answers: Annotated[
        Path | None, typer.Option(help="Write every answer to this CSV file; - prints them.")
    ] = None,
    plot: Annotated[Path | None, typer.Option(help="Draw them into this file: .png or .svg.")] = None,
) -> None:
    """Show what a campaign came to: contacts, dispositions, answers, promises kept."""
    if plot is not None and plot.suffix.lower() not in PICTURES:
        raise OperatorError(f"{plot} is no name for a picture. End it in {' or '.join(PICTURES)}.")
    engine = records()
    outbound, of = Outbound(engine), company(engine)
    lines = outbound.answers(id_)
    found = findings(outbound.report(id_), lines, of, _campaign(SqlRecords(engine), outbound, id_, of))
    if PRINTED not in {csv, answers}:
        _print(found, console())
    if csv is not None:
        write_csv(csv, _HEADINGS, figures(found))
    if answers is not None:
        write_csv(answers, _OF_ANSWERS, (_answer(line, of) for line in lines))
    if plot is not None:
        from ivr.cli.campaign_plot import draw  # noqa: PLC0415 - matplotlib takes a second to load

        draw(found, plot)
        typer.echo(f"Wrote {plot}.")


def findings(
    report: Report, lines: tuple[AnswerLine, ...], of: Company, campaign: Campaign | None
) -> Findings:
    """What ``report`` and its answers tell; without the campaign's file, by ids."""
    name = campaign.name.into(of.default_language) if campaign else report.id
    last = {(line.question, line.number): line for line in lines}
    asked = list(dict.fromkeys([*_asked(campaign), *(line.question for line in lines)]))
    questions = (
        Question(id_, _text(id_, campaign, of), _counted(id_, last, campaign))
        for id_ in asked
        if any(question == id_ for question, _ in last)
    )
    return Findings(name, report, tuple(questions))


def figures(found: Findings) -> Iterator[tuple[str, str, str, int]]:
    """The report as rows: section, item, value, count."""
    told = found.report
    yield from (("contacts", state.value, "", told.contacts.get(state, 0)) for state in IN_WORDS)
    yield "contacts", "reached", "", told.reached
    yield from (("last disposition", end.value, "", told.dispositions.get(end, 0)) for end in Disposition)
    yield from (("attempts", end.value, "", told.attempts.get(end, 0)) for end in Disposition)
    yield from (("not to be called", why, "", count) for why, count in told.refused.items())
    for question in found.questions:
        yield from (("answers", question.id, answer, count) for answer, count in question.counts.items())
    yield from (("promises", item, "", count) for item, count in promises(told).items())


def promises(told: Report) -> dict[str, int]:
    """What became of the promises."""
    return {
        "made": told.promises_made,
        "kept": told.promises_kept,
        "kept on time": told.promises_on_time,
        "open": told.promises_open,
        "cancelled": told.promises_cancelled,
        "handed over to a person": told.promises_handed_over,
    }


# Questions


def _campaign(store: SqlRecords, outbound: Outbound, id_: str, of: Company) -> Campaign | None:
    run = outbound.run(id_)
    return as_started(id_, store.company_text(run.fingerprint) if run else None, of)


def _asked(campaign: Campaign | None) -> list[str]:
    if campaign is None:
        return []
    proposed = [PROPOSAL] if campaign.proposal else []
    return [question.id for question in campaign.questions] + proposed


def _text(id_: str, campaign: Campaign | None, of: Company) -> str:
    if campaign is not None and id_ == PROPOSAL and campaign.proposal:
        return campaign.proposal.text.into(of.default_language)
    known = {question.id: question for question in campaign.questions} if campaign else {}
    return known[id_].text.into(of.default_language) if id_ in known else id_


def _counted(
    id_: str, last: Mapping[tuple[str, str], AnswerLine], campaign: Campaign | None
) -> dict[str, int]:
    counted: dict[str, int] = {}
    for (question, _), line in last.items():
        if question == id_:
            counted[_label(line)] = counted.get(_label(line), 0) + 1
    return dict(sorted(counted.items(), key=lambda item: _place(item[0], _expected(id_, campaign))))


def _expected(id_: str, campaign: Campaign | None) -> list[str]:
    """Answers in the order in which they are offered."""
    options = [
        text
        for question in (campaign.questions if campaign else ())
        if question.id == id_
        for option in question.options
        for text in option.text.root.values()
    ]
    return [*options, "yes", "no", "later"]


def _place(label: str, expected: list[str]) -> tuple[int, float, str]:
    """Numbers by size, then what is offered, then the rest by name, and what is no answer at the end."""
    if label in {RECORDED, UNCLEAR, NONE}:
        return 3, 0.0, label
    if label.isdecimal():
        return 0, float(label), ""
    return (1, float(expected.index(label)), "") if label in expected else (2, 0.0, label)


def _label(line: AnswerLine) -> str:
    """How an answer is counted: as understood, or why it was not."""
    if line.understood is not None:
        return line.understood
    if not line.said:
        return NONE
    return UNCLEAR if _KEYS.fullmatch(line.said) else RECORDED


def _answer(line: AnswerLine, of: Company) -> tuple[str | None, ...]:
    at = clock_time(line.at, of.zone)
    return at, line.number, line.name, line.question, line.said, line.understood, line.call_id


# The terminal


def _print(found: Findings, out: Console) -> None:
    told = found.report
    out.print(*cells(f"{found.name} ({told.id}), {state_of(told.run)}: {counts(told.contacts)}."))
    out.print(*cells(f"Reached: {told.reached} of {found.contacts}{_percent(told.reached, found.contacts)}."))
    out.print()
    out.print(_dispositions(told))
    if told.refused:
        out.print(Group(Text(), _counts("Not to be called", told.refused)))
    for question in found.questions:
        title = question.id if question.text == question.id else f"{question.id}: {question.text}"
        out.print(Group(Text(), *cells(title), _counts("Answer", question.counts)))
    if told.promises_made:
        out.print(Group(Text(), _counts("Promises", promises(told), share=False)))


def _dispositions(told: Report) -> Table | Text:
    made = table("Disposition", "Contacts (last)", "Attempts", "")
    for end in Disposition:
        last, all_ = told.dispositions.get(end, 0), told.attempts.get(end, 0)
        if last or all_:
            talked = "talked" if end in TALKED else ""
            made.add_row(*cells(end.value.replace("_", " "), str(last), str(all_), talked))
    return made if made.row_count else Text("No attempt has ended yet.")


def _counts(heading: str, counted: Mapping[str, int], share: bool = True) -> Table:
    made, total = table(heading, "Count", ""), sum(counted.values())
    for name, count in counted.items():
        made.add_row(*cells(name, str(count), _percent(count, total).strip(" ()") if share else ""))
    return made


def _percent(part: int, whole: int) -> str:
    return f" ({round(100 * part / whole)} %)" if whole else ""
