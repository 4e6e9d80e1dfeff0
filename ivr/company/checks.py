"""What the parts of a company file must be to each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ivr.errors import Problem

if TYPE_CHECKING:
    from ivr.company.loader import CompanyFile


def problems(file: CompanyFile) -> tuple[Problem, ...]:
    """Every fault between the parts of ``file``."""
    return ()


def recordings(file: CompanyFile) -> tuple[Problem, ...]:
    """Every fault of the recordings beside ``file``."""
    return ()
