"""The command as a process of its own."""

from __future__ import annotations

import subprocess
import sys

LOADS = "import sys, ivr.cli; print('numpy' in sys.modules)"
THREADS = """
import sys
from ivr.cli import main
sys.argv = ["ivr", "schema"]
try:
    main()
except SystemExit:
    import os, numpy
    print(os.environ["OPENBLAS_NUM_THREADS"])
"""


def ran(program: str) -> str:
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return done.stdout.splitlines()[-1]


def test_numpy_is_told_to_keep_to_one_thread_before_it_is_loaded():
    assert ran(LOADS) == "False"
    assert ran(THREADS) == "1"
