"""Files that several processes keep in one folder: written in one step, and cleared away by age."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

PRIVATE, OF_GROUP, SHARED = 0o600, 0o640, 0o644  # who may read a file: this user, its group too, everybody


def replaced(path: Path, content: bytes, mode: int = PRIVATE, group: int = -1) -> None:
    """Write a file in one step, so that nobody reads a part of it; others may do so too. Raises OSError.

    Args:
        group: id of the group it is given, where this user may give it; -1: this user's.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as file:
        new = Path(file.name)
        try:
            file.write(content)
            with suppress(PermissionError):
                os.fchown(file.fileno(), -1, group)
            os.fchmod(file.fileno(), mode)
            file.close()
            new.replace(path)
        except BaseException:
            new.unlink(missing_ok=True)
            raise


def unused(folder: Path, suffix: str, most: int) -> list[Path]:
    """The files with that suffix beyond the ``most`` that were used last. Raises OSError."""
    found = sorted(folder.glob(f"*{suffix}"), key=lambda path: path.stat().st_mtime, reverse=True)
    return found[most:]
