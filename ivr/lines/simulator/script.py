"""A call as a text file: who calls whom and when, then the caller's lines.

::

    # Sales by key, in English
    called: +37167000100
    caller: +37120000001
    at: 2026-11-25T10:00
    ---
    > /dtmf #
    > /dtmf 1
    > /talked

Lines after ``---`` that do not begin with ``>`` are what the machine said; they are ignored, so a whole
dialogue as ``ivr talk`` prints it is a script again.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ivr.errors import FileProblems, Problem

DIVIDER = "---"
_HEAD = ("called", "caller", "at")


@dataclass(frozen=True)
class Script:
    """A call to be played."""

    about: str  # the comment lines at the top, without "# "
    called: str | None  # dialled number
    caller: str | None  # None: withheld
    at: str | None  # local time of the answer, ISO 8601, in the company's zone unless it has an offset
    lines: tuple[tuple[int, str], ...]  # line number in the file, the caller's line


def parse(path: Path, text: str) -> Script:
    """Read a script. Raises FileProblems with every faulty line."""
    head, divider, _ = text.partition(f"{DIVIDER}\n")
    rows = tuple(enumerate(text.splitlines(), start=1))
    size = len(head.splitlines()) if divider else 0
    fields = _fields(path, rows[:size])
    caller_lines = tuple((number, row[1:].strip()) for number, row in rows[size:] if row.startswith(">"))
    return Script(
        about="\n".join(row[2:] for _, row in rows[:size] if row.startswith("# ")),
        called=fields.get("called"),
        caller=fields.get("caller"),
        at=fields.get("at"),
        lines=caller_lines or _plain(rows[size:]),
    )


def _plain(rows: tuple[tuple[int, str], ...]) -> tuple[tuple[int, str], ...]:
    """Without any ">" the file is nothing but the caller's lines."""
    return tuple((number, row.strip()) for number, row in rows if row.startswith("/"))


def _fields(path: Path, rows: tuple[tuple[int, str], ...]) -> dict[str, str]:
    fields, problems = {}, []
    for number, row in rows:
        name, colon, value = row.partition(":")
        if colon and name in _HEAD:
            fields[name] = value.strip()
        elif row.strip() and not row.startswith("#"):
            wrong = f'"{row.strip()}" says nothing about the call.'
            problems.append(Problem(str(path), number, "", wrong, f"Write one of {', '.join(_HEAD)}: value."))
    if problems:
        raise FileProblems(tuple(problems))
    return fields
