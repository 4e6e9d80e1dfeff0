"""The valid part of a company file, so that the cross checks can speak although other parts are wrong."""

from __future__ import annotations

import contextlib
import copy
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from ivr.company.document import Path
from ivr.company.explain import path_of
from ivr.company.models import Company
from ivr.errors import Problem

# Required fields that are wrong or missing are stood in for by these; without one, the whole is not checked.
_STAND_INS = {
    "name": "-",
    "rings": "0",
    "timezone": "UTC",
    "country": "LV",
    "first": "2000-01-01",
    "text": "-",
}
# Fields that tie parts together: without one of them, other parts would look wrong.
_TIES = frozenset({"key", "group", "department", "operator", "departments", "groups", "answers", "numbers"})


class _HopelessError(Exception):
    pass


@dataclass(frozen=True)
class Part:
    """What is left of a company file when everything wrong is taken out."""

    company: Company
    damaged: frozenset[Path]  # where it differs from the file
    loose: (
        bool  # something that ties parts together is lost: only what each part says by itself can be judged
    )


def valid_part(data: object, errors: Iterable[ErrorDetails]) -> Part | None:
    """A company without what ``errors`` name; None when too much is missing for that."""
    mended: Any = copy.deepcopy(data)
    try:
        damaged = frozenset([_mend(mended, data, error) for error in errors])
        return Part(Company.model_validate(mended), damaged, any(map(_ties, damaged)))
    except (_HopelessError, ValidationError):
        return None


def _ties(path: Path) -> bool:
    return path[-1] in _TIES or (len(path) == 2 and path[0] in _TIES)


def told_by_the_valid(problems: Iterable[Problem], damaged: frozenset[Path]) -> tuple[Problem, ...]:
    """Those of ``problems`` that lie neither below nor above anything damaged."""
    spots = [".".join(map(str, path)) for path in damaged]
    return tuple(found for found in problems if not any(_related(found.field, spot) for spot in spots))


def _related(one: str, other: str) -> bool:
    return one == other or one.startswith(f"{other}.") or other.startswith(f"{one}.")


def _mend(mended: Any, data: object, error: ErrorDetails) -> Path:
    path = path_of(data, error)
    while path and isinstance(path[-1], int):  # an item: its whole list goes, so that no index moves
        path = path[:-1]
    if not path:
        raise _HopelessError
    return _stand_in(mended, path)


def _stand_in(mended: Any, path: Path) -> Path:
    name = str(path[-1])
    with contextlib.suppress(LookupError):  # what is around it may be gone already, for another fault
        for step in path[:-1]:
            mended = mended[step]
        mended.pop(name, None)
        if name in _STAND_INS:
            mended[name] = _STAND_INS[name]
    return path
