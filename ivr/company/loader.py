"""The company file: read, judged as a whole, and handed over frozen, or refused with all its faults."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from ivr.company import checks, judge, partial
from ivr.company.models import Company
from ivr.errors import FileProblems, Problem


@dataclass(frozen=True)
class CompanyFile(judge.Located):
    """A company file that is valid in itself."""

    company: Company  # its recordings folder is absolute
    path: Path  # as the operator gave it
    text: str
    fingerprint: str  # SHA-256 of the text in UTF-8, hex
    lines: Mapping[str, int]  # dotted field → line, 1-based


Check = Callable[[CompanyFile], tuple[Problem, ...]]


def load(path: Path, *also: Check) -> CompanyFile:
    """The company file at ``path``, with the recordings beside it, and whatever ``also`` has to say, checked.

    Raises:
        FileProblems: everything that is wrong with it.
    """
    return judge.judged(path, read_text(path), _kind(checks.recordings, *also))


def parse(path: Path, text: str) -> CompanyFile:
    """The company file of that ``text``, which was or is at ``path``. Reads nothing from the disk.

    Raises:
        FileProblems: everything that is wrong with it, except for the recordings beside it.
    """
    return judge.judged(path, text, _kind())


def first_valid(kept: Iterable[tuple[str, str]]) -> CompanyFile | None:
    """The first of these (path, text) that is a company file; campaigns and faulty ones are passed over."""
    for path, text in kept:
        with contextlib.suppress(FileProblems):
            return parse(Path(path), text)
    return None


def read_text(path: Path) -> str:
    """The text of a company file. Raises FileProblems where it cannot be read or is not UTF-8."""
    cure = "Write one with ivr init DIR, or name yours in IVR_COMPANY."
    return judge.read_text(path, "company file", cure)


def _kind(*also: Check) -> judge.Kind[Company, CompanyFile]:
    return judge.Kind(
        model=Company,
        file=_file,
        checks=(checks.problems, *also),
        untied=(checks.problems_in_parts, checks.references, *also),
        loose=(checks.problems_in_parts,),
        mending=partial.COMPANY,
        empty="Write a complete example with ivr init DIR.",
    )


def _file(company: Company, source: judge.Source) -> CompanyFile:
    if company.recordings is not None:
        folder = source.path.parent.absolute() / company.recordings
        company = company.model_copy(update={"recordings": folder})
    return CompanyFile(company, source.path, source.text, source.fingerprint, source.lines)
