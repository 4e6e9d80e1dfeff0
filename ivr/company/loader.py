"""The company file: read, judged as a whole, and handed over frozen, or refused with all its faults."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from ivr.company import checks, document, explain, partial
from ivr.company.models import Company
from ivr.errors import FileProblems, Problem

if TYPE_CHECKING:
    from ivr.company.document import Document


@dataclass(frozen=True)
class CompanyFile:
    """A company file that is valid in itself."""

    company: Company  # its recordings folder is absolute
    path: Path  # as the operator gave it
    text: str
    fingerprint: str  # SHA-256 of the text in UTF-8, hex
    lines: Mapping[str, int]  # dotted field → line, 1-based

    def line(self, field: str) -> int:
        """The line of a dotted field, or of the nearest field around it; 1 where there is none."""
        while field and field not in self.lines:
            field = field.rpartition(".")[0]
        return self.lines.get(field, 1)

    def problem(self, field: str, wrong: str, cure: str) -> Problem:
        """A fault of that field of this file."""
        return Problem(str(self.path), self.line(field), field, wrong, cure)


Check = Callable[[CompanyFile], tuple[Problem, ...]]


def load(path: Path, *also: Check) -> CompanyFile:
    """The company file at ``path``, with the recordings beside it, and whatever ``also`` has to say, checked.

    Raises:
        FileProblems: everything that is wrong with it.
    """
    return _judged(path, read_text(path), (checks.problems, checks.recordings, *also))


def parse(path: Path, text: str) -> CompanyFile:
    """The company file of that ``text``, which was or is at ``path``. Reads nothing from the disk.

    Raises:
        FileProblems: everything that is wrong with it, except for the recordings beside it.
    """
    return _judged(path, text, (checks.problems,))


def read_text(path: Path) -> str:
    """The text of a company file. Raises FileProblems where it cannot be read or is not UTF-8."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = bytes(error.object).count(b"\n", 0, error.start) + 1
        wrong, cure = "the file is not in UTF-8.", "Save it as UTF-8 in your editor."
        raise FileProblems((Problem(str(path), line, "", wrong, cure),)) from error
    except OSError as error:
        wrong = f"the company file cannot be read ({error.strerror})."
        cure = "Write one with ivr init DIR, or name yours in IVR_COMPANY."
        raise FileProblems((Problem(str(path), 0, "", wrong, cure),)) from error


def _empty(path: Path) -> Problem:
    return Problem(str(path), 0, "", "the file is empty.", "Write a complete example with ivr init DIR.")


def _judged(path: Path, text: str, cross: tuple[Check, ...]) -> CompanyFile:
    read = document.read(str(path), text)
    if read.data is None:
        raise FileProblems(read.problems or (_empty(path),))
    try:
        file = _file(path, text, Company.model_validate(read.data), read)
    except ValidationError as error:
        raise FileProblems((*read.problems, *_faults(path, text, read, error, cross))) from error
    found = (*read.problems, *_all(cross, file))
    if found:
        raise FileProblems(found)
    return file


def _faults(
    path: Path, text: str, read: Document, error: ValidationError, cross: tuple[Check, ...]
) -> tuple[Problem, ...]:
    """What ``error`` says, and what the cross checks say of the part that is valid."""
    errors = error.errors(include_url=False)
    found = explain.problems(str(path), read, errors)
    part = partial.valid_part(read.data, errors)
    if part is None:
        return found
    usable = (checks.problems_in_parts,) if part.loose else cross
    cross_found = _all(usable, _file(path, text, part.company, read))
    return (*found, *partial.told_by_the_valid(cross_found, part.damaged))


def _all(cross: tuple[Check, ...], file: CompanyFile) -> tuple[Problem, ...]:
    return tuple(problem for check in cross for problem in check(file))


def _file(path: Path, text: str, company: Company, read: Document) -> CompanyFile:
    if company.recordings is not None:
        folder = path.parent.absolute() / company.recordings
        company = company.model_copy(update={"recordings": folder})
    lines = {".".join(map(str, steps)): line for steps, line in read.lines.items()}
    return CompanyFile(company, path, text, hashlib.sha256(text.encode()).hexdigest(), lines)
