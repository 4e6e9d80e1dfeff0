"""When the tables of times are made: when they are first needed, or before the first caller."""

from __future__ import annotations

import subprocess
import sys

PACKAGES = "[f'ivr.understanding.times.{name}' in sys.modules for name in ('english', 'latvian')]"
WRITTEN = "len(patterns._WRITTEN)"
PROGRAM = f"""
import sys
from ivr.understanding import patterns, times
print({PACKAGES})
before = {WRITTEN}
times.prepare()
print({PACKAGES}, {WRITTEN} > before)
"""


def test_the_languages_of_times_are_imported_when_all_is_made_ready_with_their_patterns():
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["[False, False]", "[True, True] True"]
