"""``ivr campaign report``: what a campaign came to, on the terminal, in a spreadsheet, in a picture."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from rich.console import Console
from sqlalchemy import Engine

from ivr.cli.campaign_plot import draw
from ivr.cli.campaign_report import NONE, RECORDED, UNCLEAR, Findings, Question, _print, figures, findings
from ivr.cli.outbound import guarded
from ivr.company.campaign_file import load_campaign
from ivr.company.disposition import Disposition
from ivr.conversation.actions import Action, Conclude, HangUp, Remember
from ivr.conversation.state import Step
from ivr.dialer.ports import ContactState, Next
from ivr.errors import OperatorError
from ivr.records.dialer import SqlDialer
from ivr.records.outbound_views import AnswerLine, Report
from ivr.records.store import SqlRecords
from tests.cli.conftest import NOW, Run
from tests.company.files import example
from tests.conftest import EXAMPLE
from tests.records.ledger_samples import attempt, contact_row, talk, with_contacts
from tests.records.ledger_samples import run as started

SURVEY = "satisfaction"
COMPANY = example().company
CAMPAIGN = load_campaign(EXAMPLE.parent / "campaigns" / f"{SURVEY}.yaml", COMPANY).campaign
OFFER = load_campaign(EXAMPLE.parent / "campaigns" / "spring_offer.yaml", COMPANY).campaign
EMPTY = Report("x", None, {}, {}, {}, 0, {}, {}, 0, 0, 0, 0, 0, 0)
EVIL = '=HYPERLINK("http://x")\x1b[2J'

TALKS: dict[str, tuple[Disposition, tuple[Action, ...]]] = {
    "+37120000001": (
        Disposition.ACCEPTED,
        (Remember("rating", "5", "5"), Remember("recommend", "1", "yes"), Remember("wishes", "rec-1", None)),
    ),
    "+37120000002": (
        Disposition.ACCEPTED,
        (Remember("rating", "4", "4"), Remember("recommend", "2", "no"), Remember("wishes", "", None)),
    ),
    "+37120000003": (Disposition.HUNG_UP, (Remember("rating", "99", None),)),
    "+37120000004": (Disposition.NO_ANSWER, ()),
}


@pytest.fixture
def called(engine: Engine) -> Engine:
    """A survey after four calls, one of them unanswered; a fifth contact is not to be called."""
    with_contacts(engine, *(contact_row(number, SURVEY, name=EVIL) for number in TALKS))
    with_contacts(engine, contact_row("+37120000005", SURVEY, state="refused", reason="no consent on record"))
    dialer, records = SqlDialer(engine), SqlRecords(engine, node="one")
    dialer.set_run(started(SURVEY), NOW)
    for contact in dialer.claim_contacts(SURVEY, NOW + timedelta(days=99), 9, "one"):
        end, answers = TALKS[contact.number]
        tried = attempt(work=contact, name=contact.name)
        dialer.begin_attempt(tried)
        if answers:
            deeds = (*answers, Conclude(end), HangUp("done"))
            records.save(talk(tried, *deeds, step=Step.ENDED))
        dialer.end_attempt(tried.id, NOW, end, Next(ContactState.DONE, None, end.value))
    return engine


def rows_of(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as written:
        return list(csv.reader(written))


def test_the_terminal_shows_dispositions_and_answers(run: Run, called: Engine) -> None:
    result = run("campaign", "report", SURVEY)
    assert result.exit_code == 0, result.output
    lines = [" ".join(line.split()) for line in result.stdout.splitlines()]
    assert lines[0] == f"klientu aptauja ({SURVEY}), running: 5 contacts (4 done, 1 not to be called)."
    assert lines[1] == "Reached: 3 of 5 (60 %)."
    for line in (
        "accepted 2 2 talked",
        "no answer 1 1",
        "no consent on record 1 100 %",
        "rating: Kā Jūs vērtējat mūsu darbu skalā no viens līdz pieci, kur pieci ir teicami?",
        "4 1 33 %",
        f"{UNCLEAR} 1 33 %",
        "yes 1 50 %",
        f"{RECORDED} 1 50 %",
        f"{NONE} 1 50 %",
    ):
        assert line in lines, result.stdout
    assert "Promises" not in result.stdout


def test_csv_holds_the_figures_for_a_spreadsheet(run: Run, called: Engine, tmp_path: Path) -> None:
    path = tmp_path / "report.csv"
    assert f"Wrote {path}." in run("campaign", "report", SURVEY, "--csv", path).stdout
    header, *rows = rows_of(path)
    assert header == ["section", "item", "value", "count"]
    for row in (
        ["contacts", "done", "", "4"],
        ["contacts", "reached", "", "3"],
        ["last disposition", "accepted", "", "2"],
        ["attempts", "no_answer", "", "1"],
        ["not to be called", "no consent on record", "", "1"],
        ["answers", "rating", "5", "1"],
        ["answers", "wishes", "recorded", "1"],
        ["promises", "kept on time", "", "0"],
    ):
        assert row in rows
    assert (
        run("campaign", "report", SURVEY, "--csv", path).exit_code == 0
    )  # the newest figures replace the old


def test_every_answer_can_be_written_and_calculates_nothing(run: Run, called: Engine, tmp_path: Path) -> None:
    path = tmp_path / "answers.csv"
    run("campaign", "report", SURVEY, "--answers", path)
    header, first, *rest = rows_of(path)
    assert header == ["time", "number", "name", "question", "said", "understood", "call"]
    assert first[1:6] == ["'+37120000001", f"'{EVIL}", "rating", "5", "5"]
    assert len(rest) == 6


@pytest.mark.parametrize("suffix", [".png", ".svg", ".PNG"])
def test_a_picture_is_drawn(run: Run, called: Engine, tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"report{suffix}"
    assert f"Wrote {path}." in run("campaign", "report", SURVEY, "--plot", path).stdout
    content = path.read_bytes()
    assert content.startswith(b"\x89PNG" if suffix.lower() == ".png" else b"<?xml")


def test_another_kind_of_picture_is_refused_before_anything_is_done(run: Run, tmp_path: Path) -> None:
    result = run("campaign", "report", SURVEY, "--plot", tmp_path / "report.pdf")
    assert isinstance(result.exception, OperatorError)
    assert str(result.exception).endswith("report.pdf is no name for a picture. End it in .png or .svg.")


@pytest.mark.parametrize("option", ["--csv", "--answers", "--plot"])
def test_a_file_that_cannot_be_written_is_named(
    run: Run, called: Engine, tmp_path: Path, option: str
) -> None:
    path = tmp_path / "none" / "report.png"
    result = run("campaign", "report", SURVEY, option, path)
    assert (
        str(result.exception) == f"{path} cannot be written (No such file or directory). Name another file."
    )


def test_a_campaign_nobody_knows(run: Run, engine: Engine) -> None:
    assert isinstance(run("campaign", "report", "nope").exception, OperatorError)


def test_questions_are_told_by_the_file_that_ran(run: Run, called: Engine, tmp_path: Path) -> None:
    (tmp_path / "company" / "campaigns" / f"{SURVEY}.yaml").unlink()
    shown = run("campaign", "report", SURVEY).stdout
    assert shown.startswith(f"{SURVEY} ({SURVEY})")
    assert "\nrating\n" in shown
    text = (EXAMPLE.parent / "campaigns" / f"{SURVEY}.yaml").read_text(encoding="utf-8")
    SqlRecords(called).keep_company("c1", f"{SURVEY}.yaml", text)
    assert "rating: Kā Jūs" in run("campaign", "report", SURVEY).stdout


def test_promises_are_shown_where_there_are_some() -> None:
    shown = io.StringIO()
    _print(FINDINGS["everything"], Console(file=shown, width=200))
    lines = [" ".join(line.split()) for line in shown.getvalue().splitlines()]
    assert lines[-6:] == [
        "made 4",
        "kept 2",
        "kept on time 2",
        "open 1",
        "cancelled 1",
        "handed over to a person 0",
    ]


def test_before_any_attempt(run: Run, engine: Engine) -> None:
    with_contacts(engine, contact_row("+37120000001", SURVEY))
    assert "No attempt has ended yet." in run("campaign", "report", SURVEY).stdout


def test_matplotlib_is_not_loaded_without_need() -> None:
    code = (
        "import sys; from ivr.cli.commands import register; register(); "
        "print([name for name in ('matplotlib', 'charset_normalizer') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


# Counting


def line(question: str, said: str, understood: str | None, number: str = "+37120000001") -> AnswerLine:
    return AnswerLine("c1", number, None, question, said, understood, NOW)


def answered(*lines: AnswerLine, of: object = CAMPAIGN) -> dict[str, dict[str, int]]:
    found = findings(EMPTY, lines, COMPANY, of)  # type: ignore[arg-type]
    return {question.id: dict(question.counts) for question in found.questions}


def test_the_last_answer_of_each_person_counts() -> None:
    other = line("rating", "4", "4", "+37120000002")
    assert answered(line("rating", "1", "1"), other, line("rating", "5", "5")) == {"rating": {"4": 1, "5": 1}}


def test_answers_stand_in_their_order() -> None:
    numbers = [line("rating", n, n, f"+3712000000{n}") for n in ("5", "10", "2")]
    lost = line("rating", "*", None, "+37120000009")
    assert list(answered(lost, *numbers)["rating"]) == ["2", "5", "10", UNCLEAR]
    options = ("rezerves daļas", "iekārta mājai", "ko citu")
    chosen = [line("interest", str(n), text, f"+3712000000{n}") for n, text in enumerate(options)]
    assert list(answered(*chosen, of=OFFER)["interest"]) == ["iekārta mājai", "rezerves daļas", "ko citu"]
    replies = [
        line("proposal", str(n), text, f"+3712000000{n}") for n, text in enumerate(["later", "yes", "no"])
    ]
    assert list(answered(*replies, of=OFFER)["proposal"]) == ["yes", "no", "later"]


def test_questions_stand_as_the_campaign_asks_them_and_unknown_ones_after() -> None:
    lines = (line("old", "1", "yes"), line("wishes", "rec", None), line("rating", "5", "5"))
    assert list(answered(*lines)) == ["rating", "wishes", "old"]
    assert list(answered(*lines, of=None)) == ["old", "wishes", "rating"]


def test_the_proposal_is_told_in_its_words() -> None:
    (question,) = findings(EMPTY, (line("proposal", "1", "yes"),), COMPANY, OFFER).questions
    assert question.text.startswith("Varu Jūs tūlīt savienot")


# Pictures

MANY = {str(n): n for n in range(1, 31)}
FINDINGS = {
    "nothing": Findings("tukša", EMPTY, ()),
    "everything": Findings(
        "klientu aptauja ar ļoti garu nosaukumu " * 4,
        Report(
            "x",
            None,
            dict.fromkeys(ContactState, 5),
            dict.fromkeys(Disposition, 7),
            dict.fromkeys(Disposition, 9),
            12,
            {"no consent": 3},
            {},
            4,
            1,
            2,
            2,
            1,
            0,
        ),
        (Question("q", "Cik $5 un $6? [red] " * 20, MANY), Question("w", "w", {"\x00=1+1": 1, RECORDED: 3})),
    ),
}


@pytest.mark.parametrize("name", FINDINGS)
@pytest.mark.parametrize("suffix", [".png", ".svg"])
def test_anything_can_be_drawn_and_twice_the_same(name: str, suffix: str, tmp_path: Path) -> None:
    first, second = tmp_path / f"a{suffix}", tmp_path / f"b{suffix}"
    draw(FINDINGS[name], first)
    draw(FINDINGS[name], second)
    assert first.read_bytes() == second.read_bytes()
    if suffix == ".svg":
        assert first.read_text(encoding="utf-8").rstrip().endswith("</svg>")


def test_every_disposition_is_among_the_figures() -> None:
    rows = list(figures(FINDINGS["everything"]))
    assert sum(section == "last disposition" for section, *_ in rows) == len(Disposition)
    assert ("promises", "kept on time", "", 2) in rows


# Spreadsheets


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+37120000001", "'+37120000001"),
        ("-5", "'-5"),
        ("@SUM(1)", "'@SUM(1)"),
        ("\t=1", "'\t=1"),
        ("Anna", "Anna"),
        (None, ""),
        (5, "5"),
    ],
)
def test_nothing_is_left_to_calculate(cell: object, written: str) -> None:
    assert guarded(cell) == written
