"""Menus: keys, sizes, and that everything is reached from them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ivr.company.checks.found import Check, Found
from ivr.company.menu import MAIN, Choice, menu, menu_of_department, menu_of_group
from ivr.company.models import Answer, Company

if TYPE_CHECKING:
    from ivr.company.loader import CompanyFile

MOST_CHOICES = 4  # of a menu (B4); menus below the main one keep one of them for the way back


def _keys(file: CompanyFile) -> Found:
    for menu_id in _all_menus(file.company):
        taken: dict[str, Choice] = {}
        for choice in menu(file.company, menu_id).choices:
            if choice.key in taken:
                wrong = f'the key {choice.key} is that of "{taken[choice.key].target}" in the same menu.'
                yield file.problem(_field(choice, "key"), wrong, "Give each its own key.")
            taken[choice.key] = choice


def _menu_sizes(file: CompanyFile) -> Found:
    for menu_id in _all_menus(file.company):
        most = MOST_CHOICES if menu_id == MAIN else MOST_CHOICES - 1
        own = [choice for choice in menu(file.company, menu_id).choices if choice.kind != "back"]
        for choice in own[most:]:
            wrong = f"this menu has {len(own)} choices, and a caller keeps no more than {most} in mind."
            cure = (
                "Move choices into a group." if menu_id == MAIN else "Remove choices; the key 9 leads back."
            )
            yield file.problem(_field(choice, "key"), wrong, cure)


def _all_menus(company: Company) -> Iterator[str]:
    yield MAIN
    yield from map(menu_of_group, company.groups)
    yield from map(menu_of_department, company.departments)


def _field(choice: Choice, name: str) -> str:
    return f"{choice.kind}s.{choice.target}.{name}"


def _empty_groups(file: CompanyFile) -> Found:
    for group in file.company.groups:
        if len(menu(file.company, menu_of_group(group)).choices) == 1:
            cure = f"Write group: {group} into departments or answers, or remove the group."
            yield file.problem(f"groups.{group}", "nothing belongs to this group.", cure)


def _reachable_departments(file: CompanyFile) -> Found:
    company = file.company
    if company.operator not in company.departments:
        return  # told already; one of them is meant to be it
    with_number = {number.department for number in company.numbers.values()}
    for id_, department in company.departments.items():
        if department.key is None and id_ != company.operator and id_ not in with_number:
            cure = "Give it a key (with a group, if the main menu is full), or a number of its own."
            yield file.problem(f"departments.{id_}", "no caller can come to this department.", cure)


def _reachable_answers(file: CompanyFile) -> Found:
    for id_, answer in file.company.answers.items():
        if answer.key is None:
            yield file.problem(
                f"answers.{id_}", "it has no key, so no caller can choose it.", "Give it a key."
            )
        if answer.group and answer.department:
            wrong = "an answer is offered in a group or on a department's own number, not both."
            yield file.problem(f"answers.{id_}.department", wrong, "Remove group or department.")
        yield from _answer_of_department(file, id_, answer)


def _answer_of_department(file: CompanyFile, id_: str, answer: Answer) -> Found:
    department = file.company.departments.get(answer.department or "")
    if department is None:
        return
    if answer.department not in {number.department for number in file.company.numbers.values()}:
        wrong = f'"{answer.department}" has no number of its own, so no caller hears this.'
        yield file.problem(f"answers.{id_}.department", wrong, "Give it one under numbers, or use a group.")
    if not department.offers_help:
        wrong = (
            f'"{answer.department}" connects without a menu (offers_help: false), so no caller hears this.'
        )
        yield file.problem(f"answers.{id_}.department", wrong, "Remove offers_help, or use a group.")


def _answer_content(file: CompanyFile) -> Found:
    for id_, answer in file.company.answers.items():
        if answer.text is None and answer.says is None:
            yield file.problem(f"answers.{id_}", "it says nothing.", "Give it a text, or says: hours.")
        if answer.text is not None and answer.says is not None:
            yield file.problem(f"answers.{id_}.says", "it has a text, too.", "Keep either text or says.")


IN_PARTS: tuple[Check, ...] = (_answer_content,)
BETWEEN_PARTS: tuple[Check, ...] = (
    _keys,
    _menu_sizes,
    _empty_groups,
    _reachable_departments,
    _reachable_answers,
)
