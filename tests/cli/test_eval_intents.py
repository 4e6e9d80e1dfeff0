"""``ivr eval intents``: measured on files of our own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run, refused

TRAIN = (
    ("the cat purrs", "house_cat"),
    ("my kitten sleeps", "house_cat"),
    ("feed the cat", "house_cat"),
    ("the dog barks", "GuardDog"),
    ("my puppy runs", "GuardDog"),
    ("walk the dog", "GuardDog"),
    ("the horse gallops", None),
)
TEST = (
    ("does the cat purr", "house_cat"),
    ("a barking dog", "GuardDog"),
    ("who won the election", None),
    ("the horse gallops", None),
)
Rows = tuple[tuple[str, str | None], ...]


def written(path: Path, rows: Rows, **more: str) -> Path:
    """A JSON lines file."""
    lines = [json.dumps({"text": text, "label": label, **more}) for text, label in rows]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def measured(run: Run, folder: Path, test: Rows = TEST, *options: str, train: Rows = TRAIN) -> str:
    """What the command prints."""
    files = "--train", written(folder / "a.jsonl", train), "--test", written(folder / "b.jsonl", test)
    result = run("eval", "intents", *files, *options)
    assert result.exit_code == 0, result.output
    return str(result.output)


def test_the_figures_are_shares_in_json(run: Run, tmp_path: Path) -> None:
    figures = json.loads(measured(run, tmp_path, TEST, "--json"))
    assert figures.pop("ms_p95") > 0
    assert figures == {"accuracy": 1.0, "accuracy_rejecting": 1.0, "oos_recall": 1.0, "auroc": 1.0, "n": 4}


def test_the_figures_are_one_line(run: Run, tmp_path: Path) -> None:
    told = measured(run, tmp_path)
    assert told.startswith(
        "accuracy 100.0%  accuracy_rejecting 100.0%  oos_recall 100.0%  auroc 100.0%  ms_p95 "
    )
    assert told.endswith("  n 4\n")


def test_what_is_not_in_the_file_has_no_share(run: Run, tmp_path: Path) -> None:
    figures = json.loads(measured(run, tmp_path, TEST[:2], "--json"))
    assert (figures["accuracy"], figures["oos_recall"], figures["auroc"]) == (1.0, None, None)
    assert "oos_recall –  auroc –" in measured(run, tmp_path, TEST[:2])
    figures = json.loads(measured(run, tmp_path, TEST[2:], "--json"))
    assert (figures["accuracy"], figures["oos_recall"], figures["auroc"]) == (None, 1.0, None)


def test_the_likeliest_counts_as_right_though_it_is_rejected(run: Run, tmp_path: Path) -> None:
    doubtful = "is there by any chance somebody who purrs around here in the evening"
    told = measured(
        run, tmp_path, ((doubtful, "house_cat"), ("the dog barks", "house_cat")), "--errors", "--json"
    )
    *errors, figures = told.splitlines()
    assert json.loads(figures)["accuracy"] == 0.5
    assert json.loads(figures)["accuracy_rejecting"] == 0
    assert f"{doubtful!r} wants house_cat, not nothing (the likeliest: house_cat, 0." in errors[0]
    assert "'the dog barks' wants house_cat, not GuardDog (the likeliest: GuardDog, " in errors[1]


def test_the_name_of_a_label_is_learnt_as_well(run: Run, tmp_path: Path) -> None:
    figures = json.loads(measured(run, tmp_path, (("guard", "GuardDog"),), "--json"))
    assert figures["accuracy_rejecting"] == 1
    figures = json.loads(measured(run, tmp_path, (("guard", "GuardDog"),), "--json", "--lang", "lv"))
    assert figures["accuracy_rejecting"] == 0


def test_the_language_is_that_of_the_rows(run: Run, tmp_path: Path) -> None:
    rows = (("kaķis murrā", "cat"), ("baro kaķi", "cat"), ("suns rej", "dog"), ("ved suni pastaigā", "dog"))
    files = (
        "--train",
        written(tmp_path / "a.jsonl", rows, lang="lv"),
        "--test",
        written(tmp_path / "b.jsonl", (("kakim", "cat"), ("suņiem", "dog")), lang="lv"),
    )
    assert json.loads(run("eval", "intents", *files, "--json").output)["accuracy"] == 1


@pytest.mark.parametrize(
    ("lines", "wrong"),
    [
        ('{"text": "hello", "label": null}', "No row to learn from has a label."),
        ('{"text": "hello"}', "it has no label."),
        ("hello", "it is no JSON"),
        ("[1]", "it is no JSON object."),
    ],
)
def test_a_file_that_cannot_be_learnt_from_is_refused(
    run: Run, tmp_path: Path, lines: str, wrong: str
) -> None:
    (tmp_path / "a.jsonl").write_text(lines, encoding="utf-8")
    test = written(tmp_path / "b.jsonl", TEST)
    assert wrong in refused(run, "eval", "intents", "--train", tmp_path / "a.jsonl", "--test", test)


def test_a_file_that_is_missing_is_refused(run: Run, tmp_path: Path) -> None:
    test = written(tmp_path / "b.jsonl", TEST)
    assert "cannot be read" in refused(run, "eval", "intents", "--train", tmp_path / "none", "--test", test)
