"""``ivr eval times``: how cases of times are judged, and what is printed."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from ivr.cli import app
from ivr.errors import OperatorError

NOW = "2026-11-24T10:00:00"  # a Tuesday


@pytest.fixture
def evaluated(tmp_path):
    """Run ``ivr eval times`` on rows; what is printed."""

    def run(*rows, options=()):
        file = tmp_path / "times.jsonl"
        file.write_text("\n".join(json.dumps({"lang": "en", "now": NOW, **row}) for row in rows), "utf-8")
        result = CliRunner().invoke(app, ["eval", "times", str(file), *options])
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result.stdout

    return run


def figures(printed):
    return json.loads(printed.splitlines()[-1])


@pytest.mark.parametrize(
    ("text", "grain", "want", "outcome"),
    [
        ("tomorrow at half past ten", "Minute", "2026-11-25T10:30:00", "right"),
        ("tomorrow at half past ten", "Minute", "2026-11-25T10:31:00", "wrong"),
        ("tomorrow at half past ten", "Hour", "2026-11-25T10:00:00", "right"),
        ("tomorrow at half past ten", "Hour", "2026-11-25T11:00:00", "wrong"),
        ("tomorrow at half past ten", "Day", "2026-11-25T00:00:00", "right"),
        ("tomorrow at half past ten", "Day", "2026-11-26T00:00:00", "wrong"),
        ("in ten minutes", "Second", "2026-11-24T10:10:00", "right"),
        ("next week", "Week", "2026-12-02T00:00:00", "right"),
        ("next week", "Week", "2026-12-08T00:00:00", "wrong"),
        ("in December", "Month", "2026-12-01T00:00:00", "right"),
        ("in December", "Month", "2027-12-01T00:00:00", "wrong"),
        ("next quarter", "Quarter", "2027-01-01T00:00:00", "right"),
        ("next year", "Year", "2027-01-01T00:00:00", "right"),
        ("at half past eight", "Minute12", "2026-11-24T20:30:00", "right"),
        ("at half past eight", "Minute12", "2026-11-25T08:30:00", "right"),
        ("at half past eight", "Minute12", "2026-11-26T08:30:00", "wrong"),
        ("from nine to eleven tomorrow", "Hour", "2026-11-25T09:00:00", "right"),
        ("I have three cars", "Day", None, "right"),
        ("tomorrow", "Day", None, "wrong"),
        ("I have three cars", "Day", "2026-11-25T00:00:00", "none"),
        ("Monday or Thursday", "Day", "2026-11-30T00:00:00", "none"),
    ],
)
def test_a_case_is_judged_as_finely_as_it_says(evaluated, text, grain, want, outcome):
    found = figures(evaluated({"text": text, "grain": grain, "want": want}, options=["--json"]))
    assert found == {"right": 0.0, "wrong": 0.0, "none": 0.0, outcome: 1.0, "n": 1}


def test_a_line_for_people_is_in_percent(evaluated):
    right = {"text": "tomorrow", "grain": "Day", "want": "2026-11-25T00:00:00"}
    wrong = {"text": "tomorrow", "grain": "Day", "want": "2026-11-24T00:00:00"}
    assert evaluated(right, right, right, wrong) == "right 75.0%  wrong 25.0%  none 0.0%  n 4\n"


def test_errors_are_listed_before_the_figures(evaluated):
    wrong = {"text": "tomorrow", "grain": "Day", "want": "2026-11-24T00:00:00"}
    none = {"text": "hello", "grain": "Day", "want": "2026-11-24T00:00:00"}
    assert evaluated(wrong, none, options=["--errors"]).splitlines()[:2] == [
        "wrong: 'tomorrow' wants 2026-11-24T00:00:00, not 2026-11-25T00:00:00",
        "none: 'hello' wants 2026-11-24T00:00:00, not nothing",
    ]


@pytest.mark.parametrize(
    ("row", "outcome"),
    [
        ({"zone": "Europe/Riga", "want": "2026-11-24T18:00:00"}, "right"),
        ({"want": "2026-11-24T14:00:00"}, "right"),  # two hours west of Greenwich
        (
            {"zone": "Europe/Riga", "now": "2026-11-24T08:00:00Z", "want": "2026-11-24T16:00:00Z"},
            "right",
        ),
    ],
)
def test_a_row_may_name_its_zone(evaluated, row, outcome):
    case = {"text": "at 4 pm London time", "grain": "Hour", **row}
    assert figures(evaluated(case, options=["--json"]))[outcome] == 1.0


def test_latvian_rows_are_understood(evaluated):
    row = {"text": "rīt pusdeviņos", "lang": "lv", "grain": "Minute", "want": "2026-11-25T08:30:00"}
    assert figures(evaluated(row, options=["--json"]))["right"] == 1.0


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"zone": "Riga"}, "no time zone"),
        ({"now": "yesterday"}, "no time"),
        ({"want": "soon"}, "no time"),
        ({"lang": "de"}, "not understood in the language"),
    ],
)
def test_what_cannot_be_read_is_said(evaluated, row, message):
    with pytest.raises(OperatorError, match=message):
        evaluated({"text": "tomorrow", "grain": "Day", "want": "2026-11-25T00:00:00", **row})


def test_a_file_without_rows_has_no_shares(evaluated):
    assert figures(evaluated(options=["--json"])) == {"right": 0.0, "wrong": 0.0, "none": 0.0, "n": 0}
