"""Learns what is the same for every company, when the product is installed: no first start has to do it then.

``python -m ivr.calls.learning``, by whoever may write where the product is installed.
"""

from __future__ import annotations

import sys
from pathlib import Path

from ivr import log
from ivr.calls.learnt import INSTALLED, Learnt
from ivr.etiquette.proof.happenings import SAID
from ivr.understanding.civility import prepare as learn_threats
from ivr.understanding.optout import prepare as learn_opt_outs
from ivr.understanding.optout import prepare_for as find_opt_outs

_READABLE = 0o644  # also by the user as whom the service runs


def learn(folder: Path) -> None:
    """Learn it, and keep it in that folder for everybody. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    recall = Learnt(folder, installed=folder)
    learn_opt_outs(recall)
    learn_threats(recall)
    find_opt_outs(SAID, recall)
    for path in folder.iterdir():
        path.chmod(_READABLE)


def main() -> int:
    """Learn it beside the product."""
    log.configure_quiet()
    learn(INSTALLED)
    return 0


if __name__ == "__main__":
    sys.exit(main())
