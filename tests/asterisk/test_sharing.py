"""How exchanges that are called at once share the tests."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.asterisk.conftest import _is_ours, _longest_first


def item(name: str, *marks: pytest.Mark, module: str = "test_it.py") -> SimpleNamespace:
    known = {mark.name: mark for mark in marks}
    return SimpleNamespace(nodeid=f"{module}::{name}", path=Path(module), get_closest_marker=known.get)


CALL, TOGETHER = pytest.mark.asterisk.mark, pytest.mark.together.mark


def names(groups) -> list[list[str]]:
    return [[each.nodeid.partition("::")[2] for each in group] for group in groups]


def test_the_longest_comes_first_and_what_belongs_together_stays_so():
    items = [
        item("short"),
        item("call", CALL),
        item("one", CALL, TOGETHER, module="test_made.py"),
        item("long", CALL, pytest.mark.long(20).mark),
        item("two", CALL, TOGETHER, module="test_made.py"),
        item("another call", CALL),
    ]
    expected = [["one", "two"], ["long"], ["call"], ["another call"], ["short"]]
    assert names(_longest_first(items)) == expected


def test_each_is_taken_once(tmp_path):
    groups = _longest_first([item("one"), item("two")])
    assert [_is_ours(group, tmp_path) for group in (*groups, *groups)] == [True, True, False, False]
