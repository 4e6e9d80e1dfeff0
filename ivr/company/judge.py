"""How any YAML file of an operator is judged: all of its faults at once, each at its line."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from pydantic import ValidationError

from ivr.company import document, explain, partial
from ivr.company.base import Model
from ivr.errors import FileProblems, Problem

if TYPE_CHECKING:
    from ivr.company.document import Document

M = TypeVar("M", bound=Model)
F = TypeVar("F", bound="Located")


class Located:
    """What every file that was read knows: where it is, and on which line each of its fields stands."""

    path: Path  # as the operator gave it
    lines: Mapping[str, int]  # dotted field → line, 1-based

    def line(self, field: str) -> int:
        """The line of a dotted field, or of the nearest field around it; 1 where there is none."""
        while field and field not in self.lines:
            field = field.rpartition(".")[0]
        return self.lines.get(field, 1)

    def problem(self, field: str, wrong: str, cure: str) -> Problem:
        """A fault of that field of this file."""
        return Problem(str(self.path), self.line(field), field, wrong, cure)


@dataclass(frozen=True)
class Source:
    """A file as it was read."""

    path: Path  # as the operator gave it
    text: str
    fingerprint: str  # SHA-256 of the text in UTF-8, hex
    lines: Mapping[str, int]  # dotted field → line, 1-based


@dataclass(frozen=True)
class Kind(Generic[M, F]):
    """A kind of file: its model, and what its parts must be to each other."""

    model: type[M]
    file: Callable[[M, Source], F]
    checks: tuple[Callable[[F], tuple[Problem, ...]], ...]
    untied: tuple[Callable[[F], tuple[Problem, ...]], ...]  # those that can be made after a loss of ties
    loose: tuple[Callable[[F], tuple[Problem, ...]], ...]  # and after one of parts
    mending: partial.Mending
    empty: str  # what to do about an empty file, one sentence


def judged(path: Path, text: str, kind: Kind[M, F]) -> F:
    """The file of that ``text``. Raises FileProblems: everything that is wrong with it."""
    read = document.read(str(path), text)
    if read.data is None:
        raise FileProblems(read.problems or (Problem(str(path), 0, "", "the file is empty.", kind.empty),))
    source = _source(path, text, read)
    try:
        file = kind.file(kind.model.model_validate(read.data), source)
    except ValidationError as error:
        raise FileProblems((*read.problems, *_faults(source, read, error, kind))) from error
    found = (*read.problems, *_all(kind.checks, file))
    if found:
        raise FileProblems(found)
    return file


def read_text(path: Path, what: str, cure: str) -> str:
    """The text of a file. Raises FileProblems where ``what`` it is cannot be read, or is not UTF-8."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = bytes(error.object).count(b"\n", 0, error.start) + 1
        wrong, save = "the file is not in UTF-8.", "Save it as UTF-8 in your editor."
        raise FileProblems((Problem(str(path), line, "", wrong, save),)) from error
    except OSError as error:
        wrong = f"the {what} cannot be read ({error.strerror})."
        raise FileProblems((Problem(str(path), 0, "", wrong, cure),)) from error


def _source(path: Path, text: str, read: Document) -> Source:
    lines = {".".join(map(str, steps)): line for steps, line in read.lines.items()}
    return Source(path, text, hashlib.sha256(text.encode()).hexdigest(), lines)


def _faults(source: Source, read: Document, error: ValidationError, kind: Kind[M, F]) -> tuple[Problem, ...]:
    """What ``error`` says, and what the cross checks say of the part that is valid."""
    errors = error.errors(include_url=False)
    found = explain.problems(str(source.path), read, errors, kind.model)
    part = partial.valid_part(read.data, errors, kind.model, kind.mending)
    if part is None:
        return found
    usable = {partial.Loss.NONE: kind.checks, partial.Loss.TIES: kind.untied, partial.Loss.PARTS: kind.loose}
    cross_found = _all(usable[part.loss], kind.file(part.model, source))
    return (*found, *partial.told_by_the_valid(cross_found, part.damaged))


def _all(checks: tuple[Callable[[F], tuple[Problem, ...]], ...], file: F) -> tuple[Problem, ...]:
    return tuple(problem for check in checks for problem in check(file))
