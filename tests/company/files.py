"""Company files for tests: the example with one thing changed."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from pathlib import Path

import pytest

from ivr.company.loader import CompanyFile, parse
from ivr.errors import FileProblems, Problem
from tests.conftest import EXAMPLE

TEXT = EXAMPLE.read_text(encoding="utf-8")
FILE = Path("company.yaml")


@dataclass(frozen=True)
class Fault:
    """A change of the example, and the one problem that must come of it."""

    name: str
    old: str  # a part of the example, found once
    new: str  # what stands there instead
    field: str
    says: str  # a part of the problem's sentences
    at: str | None = None  # text whose line is named; otherwise that of the first line of ``new``


def changed(*changes: tuple[str, str]) -> str:
    """The example's text with each old part, found exactly once, replaced by the new one."""
    text = TEXT
    for old, new in changes:
        assert text.count(old) == 1, f"{old!r} is {text.count(old)} times in the example"
        text = text.replace(old, new)
    return text


@functools.cache
def example(*changes: tuple[str, str]) -> CompanyFile:
    """The example with changes, which must be valid."""
    return parse(FILE, changed(*changes))


def problems_of(text: str) -> tuple[Problem, ...]:
    """What is wrong with a company file of that text."""
    with pytest.raises(FileProblems) as caught:
        parse(FILE, text)
    return caught.value.problems


def line_of(text: str, part: str) -> int:
    """The line, from 1, of the only place of ``part``."""
    assert text.count(part) == 1, f"{part!r} is {text.count(part)} times in the file"
    return text[: text.index(part)].count("\n") + 1


def assert_only(fault: Fault, found: tuple[Problem, ...], text: str) -> None:
    """``found`` is the one problem that ``fault`` expects, at its line."""
    told = "\n".join(map(str, found))
    assert len(found) == 1, told
    line = line_of(text, fault.at or fault.new.strip().splitlines()[0])
    assert (found[0].file, found[0].line, found[0].field) == (str(FILE), line, fault.field), told
    assert fault.says in str(found[0])
