"""``ivr serve`` as a process of its own: it takes nothing into service that is not proved."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from ivr.calls.proofs import Proofs
from ivr.clock import utc_now
from ivr.company.loader import load
from tests.calls.proving import GRAVE
from tests.conftest import EXAMPLE


def test_a_company_that_is_not_proved_is_not_served(tmp_path: Path) -> None:
    shutil.copytree(EXAMPLE.parent, tmp_path / "company")
    path = tmp_path / "company" / "company.yaml"
    Proofs(tmp_path / "data" / "proofs").keep(load(path), None, utc_now(), (GRAVE,))
    env = {name: value for name, value in os.environ.items() if not name.startswith("IVR_")}
    done = subprocess.run(
        [sys.executable, "-m", "ivr", "serve"],
        env=env | {"IVR_HOME": str(tmp_path), "IVR_AGI_BIND": "127.0.0.1:0", "IVR_AEAP_BIND": "off"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        f'{path}: own:recorded: "notice.recording" is not said.',
        f"No calls are held by it. See the shortest that shows why: ivr check {path}",
    ]
    assert sorted(each.name for each in tmp_path.rglob("*") if each.parent == tmp_path / "data") == ["proofs"]
