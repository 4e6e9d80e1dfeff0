"""Telephone numbers in the log are masked wherever they may stand."""

from __future__ import annotations

import json

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


def test_an_operator_may_want_them_in_full(capsys):
    log.configure(full_numbers=True)
    log.logger().info("something", callee="+37126000001", why="+37126000001 rang")
    line = json.loads(capsys.readouterr().err)
    assert (line["callee"], line["why"]) == ("+37126000001", "+37126000001 rang")
