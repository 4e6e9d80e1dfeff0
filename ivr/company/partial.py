"""The valid part of a file, so that the cross checks can speak although other parts are wrong."""

from __future__ import annotations

import contextlib
import copy
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, Generic, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from ivr.company.base import Model
from ivr.company.document import Path
from ivr.company.explain import path_of
from ivr.errors import Problem

M = TypeVar("M", bound=Model)


@dataclass(frozen=True)
class Mending:
    """How what is wrong is taken out of a kind of file."""

    stand_ins: Mapping[str, Any]  # required fields, wrong or missing; without one, the whole is not checked
    ties: frozenset[str] = frozenset()  # fields without which other parts would look wrong
    named: frozenset[str] = frozenset()  # fields whose entries other parts name
    spoils: frozenset[str] = frozenset()  # fields without which what is around them says nothing: it goes


COMPANY = Mending(
    stand_ins={
        "name": "-",
        "rings": "0",
        "timezone": "UTC",
        "country": "LV",
        "first": "2000-01-01",
        "text": "-",
    },
    ties=frozenset({"key", "group", "department", "operator", "numbers"}),
    named=frozenset({"departments", "groups", "answers"}),
)


class Loss(IntEnum):
    """How far what is left of a file can be judged."""

    NONE = 0  # as a whole
    TIES = 1  # something that ties parts together is lost, and what is named is there
    PARTS = 2  # something that may be named is lost: only what each part says by itself


class _HopelessError(Exception):
    pass


@dataclass(frozen=True)
class Part(Generic[M]):
    """What is left of a file when everything wrong is taken out."""

    model: M
    damaged: frozenset[Path]  # where it differs from the file
    loss: Loss


def valid_part(
    data: object, errors: Iterable[ErrorDetails], model: type[M], mending: Mending
) -> Part[M] | None:
    """A ``model`` without what ``errors`` name; None when too much is missing for that."""
    mended: Any = copy.deepcopy(data)
    try:
        damaged = frozenset([_mend(mended, data, error, mending) for error in errors])
        loss = max((_loss(path, mending) for path in damaged), default=Loss.NONE)
        return Part(model.model_validate(mended), damaged, loss)
    except (_HopelessError, ValidationError):
        return None


def _loss(path: Path, mending: Mending) -> Loss:
    whole = len(path) <= 2  # the field itself, or one of its entries
    if whole and path[0] in mending.named:
        return Loss.PARTS
    return Loss.TIES if path[-1] in mending.ties or (whole and path[0] in mending.ties) else Loss.NONE


def told_by_the_valid(problems: Iterable[Problem], damaged: frozenset[Path]) -> tuple[Problem, ...]:
    """Those of ``problems`` that lie neither below nor above anything damaged."""
    spots = [".".join(map(str, path)) for path in damaged]
    return tuple(found for found in problems if not any(_related(found.field, spot) for spot in spots))


def _related(one: str, other: str) -> bool:
    return one == other or one.startswith(f"{other}.") or other.startswith(f"{one}.")


def _mend(mended: Any, data: object, error: ErrorDetails, mending: Mending) -> Path:
    path = path_of(data, error)
    while path and (isinstance(path[-1], int) or path[-1] in mending.spoils):
        path = path[:-1]  # an item: its whole list goes, so that no index moves
    if not path:
        raise _HopelessError
    return _stand_in(mended, path, mending.stand_ins)


def _stand_in(mended: Any, path: Path, stand_ins: Mapping[str, Any]) -> Path:
    name = str(path[-1])
    with contextlib.suppress(LookupError):  # what is around it may be gone already, for another fault
        for step in path[:-1]:
            mended = mended[step]
        mended.pop(name, None)
        if name in stand_ins:
            mended[name] = stand_ins[name]
    return path
