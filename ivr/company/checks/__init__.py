"""What the parts of a company file must be to each other: a file a subject, one small function a check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ivr.company import twilio_checks
from ivr.company.checks import ids, languages, menus, numbers, otherwise, rings, times
from ivr.company.checks.found import Check
from ivr.company.checks.ids import references
from ivr.company.checks.recordings import recordings
from ivr.errors import Problem

if TYPE_CHECKING:
    from ivr.company.loader import CompanyFile

__all__ = ["problems", "problems_in_parts", "recordings", "references"]

CHECKS_IN_PARTS: tuple[Check, ...] = (
    *languages.IN_PARTS,
    *times.IN_PARTS,
    *numbers.IN_PARTS,
    *menus.IN_PARTS,
    *rings.IN_PARTS,
    twilio_checks.places,
    twilio_checks.languages,
)
CHECKS_BETWEEN_PARTS: tuple[Check, ...] = (
    *ids.BETWEEN_PARTS,
    *menus.BETWEEN_PARTS,
    *rings.BETWEEN_PARTS,
    *otherwise.BETWEEN_PARTS,
    *times.BETWEEN_PARTS,
    twilio_checks.loops,
    twilio_checks.places_for_all,
    twilio_checks.promised_calls,
)


def problems(file: CompanyFile) -> tuple[Problem, ...]:
    """Every fault of ``file`` in itself; what lies beside it on the disk is not looked at."""
    return _found(file, (*CHECKS_IN_PARTS, *CHECKS_BETWEEN_PARTS))


def problems_in_parts(file: CompanyFile) -> tuple[Problem, ...]:
    """Those faults of ``file`` that each part shows by itself, whatever the others are."""
    return _found(file, CHECKS_IN_PARTS)


def _found(file: CompanyFile, checks: tuple[Check, ...]) -> tuple[Problem, ...]:
    return tuple(dict.fromkeys(problem for check in checks for problem in check(file)))
