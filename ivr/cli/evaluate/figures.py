"""Reading files of cases, and printing what was measured."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ivr.errors import FileProblems, OperatorError, Problem

Case = Mapping[str, Any]  # one line of a file


def cases(path: Path, *needed: str) -> tuple[Case, ...]:
    """Every line of a JSON lines file.

    Args:
        needed: fields that each line must have.

    Raises:
        OperatorError: the file cannot be read.
        FileProblems: with every line that is no JSON object, or lacks a field.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise OperatorError(f"The file {path} cannot be read: {error}.") from error
    read = [(number, *_read(line, needed)) for number, line in enumerate(lines, 1) if line.strip()]
    wrong = tuple(
        Problem(str(path), number, "", problem, 'Write one JSON object a line, like {"text": "…"}.')
        for number, _, problem in read
        if problem
    )
    if wrong:
        raise FileProblems(wrong)
    return tuple(case for _, case, _ in read)


def _read(line: str, needed: tuple[str, ...]) -> tuple[Case, str]:
    try:
        case = json.loads(line)
    except json.JSONDecodeError as error:
        return {}, f"it is no JSON ({error.msg})."
    if not isinstance(case, dict):
        return {}, "it is no JSON object."
    missing = [name for name in needed if name not in case]
    return case, f"it has no {', '.join(missing)}." if missing else ""


def told(figures: Mapping[str, Any], as_json: bool) -> str:
    """One line: for people in percent, for programs as JSON with shares between 0 and 1."""
    if as_json:
        return json.dumps(figures, ensure_ascii=False)
    return "  ".join(_words(figures))


def _words(figures: Mapping[str, Any], of: str = "") -> Iterator[str]:
    for name, value in figures.items():
        if isinstance(value, Mapping):
            yield from _words(value, f"{of}{name} ")
        else:
            yield f"{of}{name} {_in_words(name, value)}"


def _in_words(name: str, value: object) -> str:
    if value is None:  # there was nothing to take a share of
        return "–"
    if not isinstance(value, float):
        return str(value)
    return f"{value:.2f}" if "ms" in name.split("_") else f"{value:.1%}"
