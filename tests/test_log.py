"""Telephone numbers in the log are masked wherever they may stand."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from ivr import log


@pytest.mark.parametrize(
    ("key", "value", "written"),
    [
        ("caller", "+37126000001", "+371******01"),
        ("callee", "+37126000001", "+371******01"),
        ("why", "+37126000001 is being called already.", "+371******01 is being called already."),
        ("why", "8 of 10 calls failed", "8 of 10 calls failed"),
        ("why", None, "None"),
    ],
)
def test_numbers_are_masked(capsys, key, value, written):
    log.configure()
    log.logger().info("something", **{key: value})
    assert json.loads(capsys.readouterr().err)[key] == written


def test_an_instant_is_written_as_iso_8601(capsys):
    log.configure()
    log.logger().info("call_not_made", next_at=datetime(2026, 11, 24, 9, 30, tzinfo=UTC))
    assert json.loads(capsys.readouterr().err)["next_at"] == "2026-11-24T09:30:00+00:00"


def test_an_operator_may_want_them_in_full(capsys):
    log.configure(full_numbers=True)
    log.logger().info("something", callee="+37126000001", why="+37126000001 rang")
    line = json.loads(capsys.readouterr().err)
    assert (line["callee"], line["why"]) == ("+37126000001", "+37126000001 rang")
