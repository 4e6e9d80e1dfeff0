"""What the commands about our calls share."""

from __future__ import annotations

import getpass

import pytest

from ivr.cli.outbound import who


@pytest.mark.parametrize("error", [KeyError("uid"), OSError("no user")])
def test_a_user_without_a_name_is_an_operator_still(
    monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def nobody() -> str:
        raise error

    monkeypatch.setattr(getpass, "getuser", nobody)
    assert who() == "an operator"
