"""What was learnt of examples, kept so that a service that starts anew does not learn it again.

A file of arrays for each; its name is made of all that decides it: the product with the libraries it stands
on, and what it was learnt of. One that is torn, or copied from elsewhere, is no such file.
What is the same for every company is learnt when the product is installed (``learning``).
"""

from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np

from ivr.calls.files import replaced, unused
from ivr.calls.proofs import fingerprint
from ivr.log import logger
from ivr.understanding.recall import Arrays, Learn, Recall
from ivr.understanding.routing.features import Numbers
from ivr.vectors import SentenceVectors

INSTALLED = Path(sys.prefix) / "share" / "ivr" / "learnt"  # beside the product
MOST = 100  # files that are kept; those used longest ago go first
_SUFFIX = ".npz"
_OF = "of"  # the array that says what the others were learnt of
_TURN = 16  # texts of a turn at most: what is asked for in a call is not kept


@dataclass(frozen=True)
class Learnt:
    """A ``Recall`` from a folder. May be used by any number of threads and processes at once.

    Two of the same product are equal: what they give is the same, wherever they keep it.
    """

    folder: Path = field(compare=False)
    product: str = field(default_factory=fingerprint)  # of what learns
    installed: Path = field(default=INSTALLED, compare=False)  # where it is looked for as well

    def __call__(self, of: str, learn: Learn) -> Arrays:
        """What was learnt of that; where it was not kept it is learnt, and kept where that can be written."""
        of = f"{self.product} {of}"
        name = f"{sha256(of.encode()).hexdigest()[:40]}{_SUFFIX}"
        for folder in (self.folder, self.installed):
            if (kept := _read(folder / name, of)) is not None:
                return kept
        learnt = learn()
        self._keep(self.folder / name, of, learnt)
        return learnt

    def _keep(self, path: Path, of: str, learnt: Arrays) -> None:
        content = io.BytesIO()
        arrays: dict[str, Any] = {_OF: np.array(of), **learnt}
        np.savez(content, **arrays)
        try:
            replaced(path, content.getvalue())
            for old in unused(self.folder, _SUFFIX, MOST):
                old.unlink(missing_ok=True)
        except OSError as error:
            logger().info("learnt_not_kept", path=str(path), why=str(error))


def _read(path: Path, of: str) -> Arrays | None:
    try:
        with np.load(io.BytesIO(path.read_bytes()), allow_pickle=False) as found:
            kept = dict(found)
    except (OSError, ValueError, EOFError, TypeError, zipfile.BadZipFile):
        return None
    with suppress(OSError):  # another user's: it only ages
        path.touch()
    return kept if str(kept.pop(_OF, "")) == of else None


@dataclass(frozen=True)
class KeptVectors:
    """Sentence vectors of which those of the phrases that are learnt from are kept: they take a second."""

    made: SentenceVectors
    recall: Recall  # where

    def __call__(self, texts: Sequence[str]) -> Numbers:
        """A vector for each text."""
        if len(texts) <= _TURN:
            return self.made(texts)
        digest = sha256(repr(list(texts)).encode()).hexdigest()
        kept = self.recall(f"vectors {self.made.name} {digest}", lambda: {"rows": self.made(texts)})
        return kept["rows"]
