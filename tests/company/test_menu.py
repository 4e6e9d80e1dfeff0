"""Which key leads where."""

from __future__ import annotations

import pytest

from ivr.company.menu import Choice, menu, menu_ids
from tests.company.files import example

MENUS = {
    "main": ("1 department sales", "2 department support", "3 department billing", "4 group info"),
    "group:info": ("1 answer hours", "2 answer address", "9 back main"),
    "department:support": ("1 answer remote_help", "9 back main"),
    "department:sales": ("9 back main",),
}


@pytest.mark.parametrize(("menu_id", "choices"), MENUS.items(), ids=list(MENUS))
def test_menus_of_the_example(menu_id: str, choices: tuple[str, ...]) -> None:
    found = menu(example().company, menu_id)
    assert found.id == menu_id
    assert tuple(f"{choice.key} {choice.kind} {choice.target}" for choice in found.choices) == choices


def test_the_menus_a_caller_can_come_to() -> None:
    ids = menu_ids(example().company)
    assert ids == ("main", "group:info", "department:sales", "department:support")


def test_choices_come_by_key_whatever_the_order_in_the_file() -> None:
    company = example(
        ("    key: 1\n    competence:", "    key: 8\n    competence:"), ("    key: 4\n", "    key: 1\n")
    ).company
    assert [choice.target for choice in menu(company, "main").choices] == [
        "info",
        "support",
        "billing",
        "sales",
    ]


def test_a_department_in_a_group_is_chosen_there() -> None:
    company = example(("    key: 3\n", "    key: 3\n    group: info\n")).company
    assert Choice("3", "department", "billing") in menu(company, "group:info").choices
    assert all(choice.target != "billing" for choice in menu(company, "main").choices)


@pytest.mark.parametrize("menu_id", ["group:nothing", "department:nothing", "nothing", "nothing:sales"])
def test_a_menu_that_does_not_exist(menu_id: str) -> None:
    with pytest.raises(KeyError):
        menu(example().company, menu_id)


def test_each_company_has_menus_of_its_own() -> None:
    first, other = example().company, example(("    key: 3\n", "    key: 7\n")).company
    assert menu(first, "main") != menu(other, "main")
    assert menu(first, "main") is menu(first, "main")  # made once
