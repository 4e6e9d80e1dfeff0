"""The company file: read, judged as a whole, and handed over as a frozen value, or refused with all its faults."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from ivr.company import checks, document, explain
from ivr.company.document import Document
from ivr.company.models import Company
from ivr.errors import FileProblems, Problem


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


def load(path: Path) -> CompanyFile:
    """The company file at ``path``, with the recordings beside it checked.

    Raises:
        FileProblems: everything that is wrong with it.
    """
    file = parse(path, read_text(path))
    found = checks.recordings(file)
    if found:
        raise FileProblems(found)
    return file


def parse(path: Path, text: str) -> CompanyFile:
    """The company file of that ``text``, which was or is at ``path``. Reads nothing from the disk.

    Raises:
        FileProblems: everything that is wrong with it, except for the recordings beside it.
    """
    read = document.read(str(path), text)
    if read.data is None:
        raise FileProblems(read.problems or (_empty(path),))
    file, found = _judged(path, text, read)
    if found or file is None:
        raise FileProblems((*read.problems, *found))
    return file


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


def _judged(path: Path, text: str, read: Document) -> tuple[CompanyFile | None, tuple[Problem, ...]]:
    try:
        company = Company.model_validate(read.data)
    except ValidationError as error:
        found = explain.problems(str(path), read, error.errors(include_url=False))
        return None, found
    file = _file(path, text, company, read)
    return file, checks.problems(file)


def _file(path: Path, text: str, company: Company, read: Document) -> CompanyFile:
    if company.recordings is not None:
        folder = path.parent.absolute() / company.recordings
        company = company.model_copy(update={"recordings": folder})
    lines = {".".join(map(str, steps)): line for steps, line in read.lines.items()}
    return CompanyFile(company, path, text, hashlib.sha256(text.encode()).hexdigest(), lines)
