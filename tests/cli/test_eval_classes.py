"""``ivr eval yesno``, ``civility`` and ``optout``: what they print."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from ivr.cli import app
from ivr.errors import FileProblems, OperatorError

ANSWERS = (
    {"text": "yes please", "lang": "en", "want": "yes"},
    {"text": "nē, paldies", "lang": "lv", "want": "no"},
    {"text": "maybe", "lang": "en", "want": "unclear"},
    {"text": "yes no", "lang": "en", "want": "unclear"},
    {"text": "what time is it", "lang": "en", "want": "other"},
    {"text": "yes", "want": "other"},
)
TONES = (
    {"text": "good morning", "want": "fine"},
    {"text": "this is ridiculous", "want": "frustrated"},
    {"text": "you idiot", "want": "abusive"},
    {"text": "es tevi nositīšu", "want": "threat"},
    {"text": "you idiot", "want": "fine"},
)
JUDGED = (
    {"text": "I will kill you", "abusive": True},
    {"text": "hello", "abusive": True},
    {"text": "this is ridiculous", "abusive": False},
)
WISHES = (
    {"text": "never call me again", "want": True},
    {"text": "vairs nezvaniet", "want": True},
    {"text": "hello", "want": True},
    {"text": "don't call me before five", "want": False},
)


def _file(folder: Path, rows: tuple[dict[str, Any], ...]) -> str:
    path = folder / "cases.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    return str(path)


def _run(*words: str) -> Result:
    return CliRunner().invoke(app, ["eval", *words])


def _figures(folder: Path, measure: str, rows: tuple[dict[str, Any], ...]) -> dict[str, Any]:
    result = _run(measure, _file(folder, rows), "--json")
    assert result.exit_code == 0, result.output
    return dict(json.loads(result.stdout))


def test_yesno(tmp_path: Path) -> None:
    assert _figures(tmp_path, "yesno", ANSWERS) == {
        "classes": {
            "yes": {"recall": 1.0, "precision": 0.5},
            "no": {"recall": 1.0, "precision": 1.0},
            "unclear": {"recall": 1.0, "precision": 1.0},
            "other": {"recall": 0.5, "precision": 1.0},
        },
        "false_alarms": 0.25,
        "n": 6,
    }


def test_civility_by_name(tmp_path: Path) -> None:
    assert _figures(tmp_path, "civility", TONES) == {
        "classes": {
            "fine": {"recall": 0.5, "precision": 1.0},
            "frustrated": {"recall": 1.0, "precision": 1.0},
            "abusive": {"recall": 1.0, "precision": 0.5},
            "threat": {"recall": 1.0, "precision": 1.0},
        },
        "f1": 0.8,
        "false_alarms": pytest.approx(1 / 3),
        "n": 5,
    }


def test_civility_where_rows_only_say_whether_it_is_abuse(tmp_path: Path) -> None:
    figures = _figures(tmp_path, "civility", JUDGED)
    assert figures["classes"]["abusive"] == {"recall": 0.5, "precision": 1.0}
    assert (figures["f1"], figures["false_alarms"], figures["n"]) == (pytest.approx(2 / 3), 0.0, 3)


def test_optout(tmp_path: Path) -> None:
    assert _figures(tmp_path, "optout", WISHES) == {"found": pytest.approx(2 / 3), "false": 0.0, "n": 4}


@pytest.mark.parametrize(
    ("measure", "rows", "line"),
    [
        ("yesno", ANSWERS, "other ≠ yes: yes (yes)"),
        ("civility", TONES, "fine ≠ abusive: you idiot (insults whom they speak to)"),
        ("optout", WISHES, "true ≠ false: hello (nothing asks never to be called again)"),
    ],
)
def test_errors_are_listed_before_the_figures(
    tmp_path: Path, measure: str, rows: tuple[dict[str, Any], ...], line: str
) -> None:
    lines = _run(measure, _file(tmp_path, rows), "--errors").stdout.splitlines()
    assert lines[:-1] == [line]
    assert f"n {len(rows)}" in lines[-1]


def test_a_file_of_nothing_is_no_error(tmp_path: Path) -> None:
    assert _figures(tmp_path, "optout", ()) == {"found": 0.0, "false": 0.0, "n": 0}


@pytest.mark.parametrize(
    ("measure", "row", "error"),
    [
        ("yesno", {"text": "jah", "lang": "et", "want": "yes"}, OperatorError),
        ("civility", {"text": "hello"}, OperatorError),
        ("optout", {"text": "hello"}, FileProblems),
    ],
)
def test_rows_that_cannot_be_measured_are_refused(
    tmp_path: Path, measure: str, row: dict[str, Any], error: type[Exception]
) -> None:
    result = _run(measure, _file(tmp_path, (row,)))
    assert result.exit_code == 1
    assert isinstance(result.exception, error)
