"""The menus of a company: which key leads where. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from ivr.company.models import BACK_KEY, Answer, Company, Department

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MAIN = "main"
Kind = Literal["department", "group", "answer", "back"]


@dataclass(frozen=True, slots=True)
class Choice:
    """What one key of a menu does."""

    key: str  # "1" to "8", or BACK_KEY
    kind: Kind
    target: str  # id of the department, group or answer; of a menu for "back"


@dataclass(frozen=True, slots=True)
class Menu:
    """What is offered at one place. The keys 0, * and # mean the same everywhere and are no choices."""

    id: str  # "main", "group:<id>" or "department:<id>"
    choices: tuple[Choice, ...]  # by key; "back" last


def menu(company: Company, menu_id: str) -> Menu:
    """The menu of that id: ``main``, ``group:<id>``, or ``department:<id>`` for a department's own number.

    Raises:
        KeyError: the company has no such menu.
    """
    made: Menu = company.derived(("menu", menu_id), lambda: _make(company, menu_id))
    return made


def menu_ids(company: Company) -> tuple[str, ...]:
    """Every menu that a caller can come to: the main one, the groups', those of departments with a number."""
    own = [d for d in company.departments if d in {number.department for number in company.numbers.values()}]
    return (MAIN, *map(menu_of_group, company.groups), *map(menu_of_department, own))


def menu_of_group(group: str) -> str:
    """The id of a group's menu."""
    return f"group:{group}"


def menu_of_department(department: str) -> str:
    """The id of the menu on a department's own number."""
    return f"department:{department}"


def _make(company: Company, menu_id: str) -> Menu:
    kind, _, owner = menu_id.partition(":")
    choices = {"main": _main, "group": _group, "department": _department}[kind](company, owner)
    return Menu(menu_id, tuple(sorted(choices, key=lambda choice: choice.key)))


def _main(company: Company, _: str) -> Iterator[Choice]:
    yield from _members(company.departments, "department", None)
    for id_, group in company.groups.items():
        yield Choice(group.key, "group", id_)
    yield from _members(_general(company), "answer", None)


def _group(company: Company, group: str) -> Iterator[Choice]:
    company.groups[group]  # raises KeyError for a group that does not exist
    yield from _members(company.departments, "department", group)
    yield from _members(_general(company), "answer", group)
    yield Choice(BACK_KEY, "back", MAIN)


def _department(company: Company, department: str) -> Iterator[Choice]:
    company.departments[department]  # raises KeyError for a department that does not exist
    own = {id_: answer for id_, answer in company.answers.items() if answer.department == department}
    yield from _members(own, "answer", None)
    yield Choice(BACK_KEY, "back", MAIN)


def _general(company: Company) -> Mapping[str, Answer]:
    return {id_: answer for id_, answer in company.answers.items() if answer.department is None}


def _members(
    parts: Mapping[str, Department] | Mapping[str, Answer], kind: Kind, group: str | None
) -> Iterator[Choice]:
    for id_, part in parts.items():
        if part.group == group and part.key is not None:
            yield Choice(part.key, kind, id_)
