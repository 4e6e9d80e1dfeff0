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

A call of ours names a campaign instead of a dialled number, and whom it calls::

    outbound: maintenance
    contact: +37120000001 Līga Kalniņa
    language: lv
    at: 2026-11-25T10:00
    ---
    > /person
    > /dtmf 2

``/later`` after the end of a call plays the call that was promised in it. What the ledger holds at the
beginning stands in the head: ``known: promise sales 2026-11-26T10:00`` of the caller, ``known: do-not-call``,
``taken: sales 2026-11-25T12:00 2`` of others; both may stand there several times.

``hears: lv en`` names the languages in which the line hears words; without it, it knows keys alone.

Lines after ``---`` that do not begin with ``>`` are what the machine said; they are ignored, so a whole
dialogue as ``ivr talk`` prints it is a script again. Where none begins so, the caller's lines stand bare.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ivr.errors import FileProblems, Problem

DIVIDER = "---"
_HEAD = ("called", "caller", "outbound", "contact", "language", "zone", "hears", "at")
_MANY = ("known", "taken")  # may stand there several times
_WORDS = ("hears",)  # hold several words
_NOT_THEIRS = ("#", "bot:", " ")  # how lines begin that are comments, or what the machine said and did


@dataclass(frozen=True)
class Script:
    """A call to be played."""

    about: str  # the comment lines at the top, without "# "
    called: str | None  # dialled number
    caller: str | None  # None: withheld
    at: str | None  # local time of the answer, ISO 8601, in the company's zone unless it has an offset
    lines: tuple[tuple[int, str], ...]  # line number in the file, the caller's line
    outbound: str | None = None  # a campaign's id or file: we call
    contact: str | None = None  # number and name of the person we call, either or both
    language: str | None = None  # of that person
    zone: str | None = None  # IANA, of that person
    known: tuple[str, ...] = ()  # of the caller: "promise DEPARTMENT TIME", "do-not-call"
    taken: tuple[str, ...] = ()  # by others: "DEPARTMENT TIME N"
    hears: tuple[str, ...] = ()  # languages in which the line hears words; none: keys alone


def parse(path: Path, text: str) -> Script:
    """Read a script. Raises FileProblems with every faulty line."""
    head, divider, _ = text.partition(f"{DIVIDER}\n")
    rows = tuple(enumerate(text.splitlines(), start=1))
    size = len(head.splitlines()) if divider else 0
    fields = _fields(path, rows[:size])
    body = rows[size + bool(divider) :]
    caller_lines = tuple((number, row[1:].strip()) for number, row in body if row.startswith(">"))
    given: Any = {name: _value(name, values) for name, values in fields.items()}
    return Script(
        about="\n".join(row[2:] for _, row in rows[:size] if row.startswith("# ")),
        lines=caller_lines or _plain(body),
        **{"called": None, "caller": None, "at": None, **given},
    )


def head(script: Script) -> Iterator[str]:
    """The head of a script as its file has it."""
    yield from (f"# {line}" for line in script.about.splitlines())
    for name in (*_HEAD[:-1], *_MANY, _HEAD[-1]):
        yield from (f"{name}: {each}" for each in _written(name, getattr(script, name)) if each)
    yield DIVIDER


def _value(name: str, given: tuple[str, ...]) -> str | tuple[str, ...]:
    if name in _WORDS:
        return tuple(given[0].split())
    return given if name in _MANY else given[0]


def _written(name: str, value: Any) -> tuple[str, ...]:
    if name in _WORDS:
        return (" ".join(value),)
    return value if name in _MANY else (value,)


def _plain(rows: tuple[tuple[int, str], ...]) -> tuple[tuple[int, str], ...]:
    """Without any ">" the file is nothing but the caller's lines, and what the machine said."""
    return tuple(
        (number, row.strip()) for number, row in rows if row.strip() and not row.startswith(_NOT_THEIRS)
    )


def _fields(path: Path, rows: tuple[tuple[int, str], ...]) -> dict[str, tuple[str, ...]]:
    fields: dict[str, tuple[str, ...]] = {}
    problems = []
    for number, row in rows:
        name, colon, value = row.partition(":")
        if colon and name in (*_HEAD, *_MANY):
            fields[name] = (*fields.get(name, ()), value.strip())
        elif row.strip() and not row.startswith("#"):
            wrong = f'"{row.strip()}" says nothing about the call.'
            known = ", ".join((*_HEAD, *_MANY))
            problems.append(Problem(str(path), number, "", wrong, f"Write one of {known}: value."))
    if problems:
        raise FileProblems(tuple(problems))
    return fields
