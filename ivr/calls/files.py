"""Files that several processes keep in one folder: written in one step, and cleared away by age."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

PRIVATE, SHARED = 0o600, 0o644  # who may read a file: this user, everybody


def replaced(path: Path, content: bytes, mode: int = PRIVATE) -> None:
    """Write a file in one step, so that nobody reads a part of it; others may do so too. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as file:
        new = Path(file.name)
        try:
            file.write(content)
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
