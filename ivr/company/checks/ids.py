"""Ids: each names one thing, and whatever is mentioned is there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from ivr.company.checks.found import Check, Found
from ivr.company.checks.otherwise import offered_instead
from ivr.company.conduct import who_deals_with_threats
from ivr.company.explain import nearest
from ivr.company.models import Company
from ivr.errors import Problem

if TYPE_CHECKING:
    from ivr.company.judge import Located
    from ivr.company.loader import CompanyFile

NO_DEPARTMENTS = frozenset({"message", "person", "callback"})  # the other ways that are offered instead
RESERVED = ("message", "person", "callback", "company")  # words with a meaning where ids stand, too


def _ids(file: CompanyFile) -> Found:
    company = file.company
    seen: dict[str, str] = {}
    for kind, parts in (
        ("departments", company.departments),
        ("groups", company.groups),
        ("answers", company.answers),
    ):
        for id_ in parts:
            if id_ in RESERVED:
                yield file.problem(
                    f"{kind}.{id_}", f'"{id_}" has a meaning of its own.', "Choose another id."
                )
            if id_ in seen:
                wrong = f'the id "{id_}" is one of {seen[id_]}, too.'
                yield file.problem(
                    f"{kind}.{id_}", wrong, "Give each department, group and answer its own id."
                )
            seen[id_] = kind


def references(file: CompanyFile) -> tuple[Problem, ...]:
    """Every department and group that ``file`` names and does not have."""
    return tuple(_references(file))


def _references(file: CompanyFile) -> Found:
    company = file.company
    for field, id_ in _mentioned_departments(company):
        if id_ is not None and id_ not in company.departments:
            yield unknown(file, field, "department", id_, company.departments)
    for field, id_ in _mentioned_groups(company):
        if id_ is not None and id_ not in company.groups:
            yield unknown(file, field, "group", id_, company.groups)


def _mentioned_departments(company: Company) -> Iterator[tuple[str, str | None]]:
    yield "operator", company.operator
    yield from (
        (f"numbers.{number}.department", entry.department) for number, entry in company.numbers.items()
    )
    yield from ((f"answers.{id_}.department", answer.department) for id_, answer in company.answers.items())
    yield from who_deals_with_threats(company)
    for id_, reason, ways in offered_instead(company):
        named = ((index, way) for index, way in enumerate(ways) if way not in NO_DEPARTMENTS)
        yield from ((f"departments.{id_}.otherwise.{reason}.{index}", way) for index, way in named)


def _mentioned_groups(company: Company) -> Iterator[tuple[str, str | None]]:
    yield from ((f"departments.{id_}.group", part.group) for id_, part in company.departments.items())
    yield from ((f"answers.{id_}.group", part.group) for id_, part in company.answers.items())


def unknown(file: Located, field: str, kind: str, id_: str, known: Mapping[str, object]) -> Problem:
    """``field`` of ``file`` names a ``kind`` of thing that is not among those ``known``."""
    cure = f"Use one of: {', '.join(known)}." if known else f"Add it under {kind}s."
    return file.problem(field, f'there is no {kind} "{id_}".{nearest(id_, known)}', cure)


BETWEEN_PARTS: tuple[Check, ...] = (
    _ids,
    _references,
)
