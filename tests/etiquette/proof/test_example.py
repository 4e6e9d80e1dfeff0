"""What every company begins with is proved, as an operator sees it."""

from __future__ import annotations

import re

from typer.testing import CliRunner

from ivr.cli import app, commands  # noqa: F401 - registers the commands
from tests.conftest import EXAMPLE


def test_the_example_and_its_campaigns_are_proved():
    checked = CliRunner().invoke(app, ["check", str(EXAMPLE)])
    assert checked.exit_code == 0, checked.stdout
    told = re.search(
        r"^proved: (\d+) norms over (\d+) states and (\d+) paths in", checked.stdout, re.MULTILINE
    )
    assert told, checked.stdout
    norms, states, paths = map(int, told.groups())
    assert norms >= 20  # and the example's own rules
    assert paths > states > 1_000
