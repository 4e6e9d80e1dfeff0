"""``ivr dnc`` as an operator uses it."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Engine

from ivr.dialer.ports import ContactState, PromiseState
from ivr.errors import OperatorError
from ivr.records.callbacks import Callbacks
from ivr.records.do_not_call import DoNotCall
from ivr.records.outbound import Outbound
from ivr.records.store import SqlRecords
from tests.cli.conftest import NOW, Run
from tests.records.ledger_samples import contact_row, with_contacts

File = Callable[..., Path]
ANNA = "+37120000001"


def listed(engine: Engine) -> list[str]:
    return sorted(line.number for line in DoNotCall(engine).listed())


def test_add_bars_a_number_everywhere_at_once(run: Run, engine: Engine) -> None:
    with_contacts(engine, contact_row(ANNA, "spring"))
    run("callbacks", "add", ANNA, "--at", "2026-12-03T14:00", "--department", "sales")
    assert (
        run("dnc", "add", "20000001", "--words", "in a letter").stdout
        == f"{ANNA} is on the do-not-call list.\n"
    )
    (line,) = DoNotCall(engine).listed()
    assert (line.number, line.listed_at) == (ANNA, NOW)
    assert line.source == "in a letter (operator dace)"
    contact = Outbound(engine).contact("spring", ANNA)
    assert contact is not None
    assert contact.state is ContactState.REFUSED
    assert [p.state for p in Callbacks(engine).listed(tuple(PromiseState))] == [PromiseState.CANCELLED]
    assert run("dnc", "add", ANNA).stdout == f"{ANNA} is already on the do-not-call list.\n"


def test_add_works_before_there_are_records(run: Run) -> None:
    assert run("dnc", "add", ANNA).exit_code == 0


def test_remove_needs_a_reason_that_is_kept(run: Run, engine: Engine) -> None:
    run("dnc", "add", ANNA)
    assert run("dnc", "remove", ANNA).exit_code == 2
    assert "may be called again" in run("dnc", "remove", ANNA, "--why", "asked by e-mail").stdout
    assert listed(engine) == []
    (past,) = DoNotCall(engine).history(ANNA)
    assert past.lifted_why == "asked by e-mail (operator dace)"
    again = run("dnc", "remove", ANNA, "--why", "x")
    assert (again.exit_code, again.stdout) == (1, f"{ANNA} is not on the do-not-call list.\n")


def test_list_shows_since_when_and_why(run: Run, engine: Engine, tmp_path: Path) -> None:
    assert run("dnc", "list").stdout == "No number is on the list.\n"
    run("dnc", "add", ANNA, "--words", "=1+1\x1b[2J")
    run("dnc", "add", "20000002")
    shown = run("dnc", "list").stdout
    assert f"{ANNA}  2026-11-24 12:00:00  =1+1\\x1b[2J (operator dace)" in shown
    assert "\x1b" not in shown
    assert "+37120000002" not in run("dnc", "list", "0001").stdout
    (found,) = json.loads(run("dnc", "list", "0001", "--json").stdout)
    assert (found["number"], found["listed_at"]) == (ANNA, "2026-11-24T10:00:00Z")
    printed = list(csv.reader(run("dnc", "list", "--csv", "-").stdout.splitlines()))
    assert printed[0] == ["number", "since", "source"]
    assert [f"'{ANNA}", "2026-11-24 12:00:00", "'=1+1\\x1b[2J (operator dace)"] in printed
    path = tmp_path / "dnc.csv"
    assert run("dnc", "list", "--csv", path).stdout == f"Wrote {path}.\n"
    with path.open(encoding="utf-8-sig", newline="") as written:
        cells = {cell for row in csv.reader(written) for cell in row}
    assert f"'{ANNA}" in cells
    assert "'=1+1\x1b[2J (operator dace)" in cells


def test_an_exported_list_can_be_imported(run: Run, engine: Engine, tmp_path: Path) -> None:
    run("dnc", "add", ANNA)
    run("dnc", "list", "--csv", tmp_path / "dnc.csv")
    assert "0 numbers added, 1 on the list already" in run("dnc", "import", tmp_path / "dnc.csv").stdout


@pytest.mark.parametrize(
    "text", ["20000001\n+371 20000002\n20000001\n", "name;tālrunis\na;20000001\nb;20000002\n"]
)
def test_import_takes_csv_or_one_number_a_line(run: Run, engine: Engine, file: File, text: str) -> None:
    path = file(text)
    result = run("dnc", "import", path)
    assert result.exit_code == 0
    assert "2 numbers added, 0 on the list already, 0 not understood." in result.stdout
    assert listed(engine) == [ANNA, "+37120000002"]
    assert "list list.csv" in DoNotCall(engine).listed()[0].source


def test_import_bars_what_it_can_and_tells_the_rest(run: Run, engine: Engine, file: File) -> None:
    path = file("number\n12\n20000001\n")
    result = run("dnc", "import", path)
    assert "1 number added, 0 on the list already, 1 not understood." in result.stdout
    assert result.exit_code == 1
    assert f'{path}:2: "12" is not a telephone number; write it like +37120000000.' in result.stdout
    assert listed(engine) == [ANNA]


def test_import_of_no_list_is_refused(run: Run, file: File) -> None:
    result = run("dnc", "import", file("name,age\nAnna,5\n"))
    assert isinstance(result.exception, OperatorError)


def test_a_faulty_company_file_keeps_nobody_from_opting_out(run: Run, engine: Engine, tmp_path: Path) -> None:
    path = tmp_path / "company" / "company.yaml"
    SqlRecords(engine).keep_company("f1", str(path), path.read_text(encoding="utf-8"))
    path.write_text("name: x\n")
    assert run("dnc", "add", "20000001").exit_code == 0
    assert listed(engine) == [ANNA]
