"""The valid part of a company file, so that the cross checks can speak although other parts are wrong."""

from __future__ import annotations

import copy
from collections.abc import Iterable
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from ivr.company.document import Path
from ivr.company.explain import place
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
# Fields whose absence would make other parts look wrong.
_TELLING = frozenset({"key", "group", "department", "languages"})
_COLLECTIONS = frozenset({"departments", "groups", "answers", "numbers"})


class _HopelessError(Exception):
    pass


def valid_part(data: object, errors: Iterable[ErrorDetails]) -> tuple[Company, frozenset[Path]] | None:
    """A company without what ``errors`` name, and the paths where it differs; None when hopeless."""
    mended: Any = copy.deepcopy(data)
    try:
        damaged = frozenset([_mend(mended, data, error) for error in errors])
        return Company.model_validate(mended), damaged
    except (_HopelessError, ValidationError):
        return None


def told_by_the_valid(problems: Iterable[Problem], damaged: frozenset[Path]) -> tuple[Problem, ...]:
    """Those of ``problems`` that lie neither below nor above anything damaged."""
    spots = [".".join(map(str, path)) for path in damaged]
    return tuple(found for found in problems if not any(_related(found.field, spot) for spot in spots))


def _related(one: str, other: str) -> bool:
    return one == other or one.startswith(f"{other}.") or other.startswith(f"{one}.")


def _mend(mended: Any, data: object, error: ErrorDetails) -> Path:
    path = place(data, error["loc"])
    if error["type"] == "missing":
        path = (*path, error["loc"][-1])
    while path and isinstance(path[-1], int):  # an item: its whole list goes, so that no index moves
        path = path[:-1]
    _refuse_telling(path)
    return _stand_in(mended, path)


def _refuse_telling(path: Path) -> None:
    whole_part = len(path) == 2 and path[0] in _COLLECTIONS
    if not path or whole_part or path[-1] in _TELLING:
        raise _HopelessError


def _stand_in(mended: Any, path: Path) -> Path:
    for step in path[:-1]:
        mended = mended[step]
    name = str(path[-1])
    mended.pop(name, None)
    if name in _STAND_INS:
        mended[name] = _STAND_INS[name]
    return path
