"""Entries that are changed, removed, added or moved are found."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace

import pytest

from ivr.evidence import chain
from tests.evidence.samples import entries


def test_the_hash_is_that_of_the_other_fields_as_the_documentation_says():
    for entry in entries():
        fields = json.loads(chain.line(entry))
        told = fields.pop("hash")
        text = json.dumps(fields, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        assert told == hashlib.sha256(text.encode()).hexdigest()


def test_a_chain_as_it_was_written_has_no_faults():
    assert list(chain.faults(entries())) == []


def test_entries_go_through_their_lines_unchanged():
    assert [chain.entry_of(chain.line(entry)) for entry in entries()] == entries()


_CHANGES = {
    "its words": lambda all_: [*all_[:3], replace(all_[3], body={"turn": 9}), *all_[4:]],
    "its time": lambda all_: [*all_[:3], replace(all_[3], at="2026-11-24T13:00:00+00:00"), *all_[4:]],
    "its kind": lambda all_: [*all_[:3], replace(all_[3], kind="note"), *all_[4:]],
    "removed at the beginning": lambda all_: all_[1:],
    "removed in the middle": lambda all_: [*all_[:3], *all_[4:]],
    "two changed places": lambda all_: [*all_[:2], all_[3], all_[2], *all_[4:]],
    "one twice": lambda all_: [*all_[:3], all_[2], *all_[3:]],
    "one of another incident": lambda all_: [*all_, chain.following(all_[-1], "i2", _at(), "note", {})],
    "written anew, the next one not": lambda all_: [all_[0], _anew(all_), *all_[2:]],
    "all removed": lambda all_: [],
}


def _at():
    from tests.evidence.samples import NOON  # noqa: PLC0415

    return NOON


def _anew(all_):
    return chain.following(all_[0], "i1", _at(), "turn", {"turn": 7})


@pytest.mark.parametrize("change", _CHANGES.values(), ids=_CHANGES)
def test_what_was_done_to_entries_shows(change):
    assert list(chain.faults(change(entries())))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "nonsense",
        pytest.param(chain.line(entries()[0]).replace(",", ", ", 1), id="a space more"),
        pytest.param(chain.line(entries()[0]).replace('"seq":1', '"seq":true'), id="another kind of number"),
        pytest.param(chain.line(entries()[0]).replace('"seq":1', '"seq":1,"x":1'), id="a field more"),
    ],
)
def test_a_line_is_written_in_one_way_only(text):
    with pytest.raises(ValueError, match=r".*"):
        chain.entry_of(text)
