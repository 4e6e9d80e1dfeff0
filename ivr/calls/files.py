"""Files that several processes keep in one folder: written in one step, and cleared away by age."""

from __future__ import annotations

import tempfile
from pathlib import Path


def replaced(path: Path, content: bytes) -> None:
    """Write a file in one step, so that nobody reads a part of it. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as file:
        new = Path(file.name)
        try:
            file.write(content)
            file.close()
            new.replace(path)
        except BaseException:
            new.unlink(missing_ok=True)
            raise


def unused(folder: Path, suffix: str, most: int) -> list[Path]:
    """The files with that suffix beyond the ``most`` that were used last. Raises OSError."""
    found = sorted(folder.glob(f"*{suffix}"), key=lambda path: path.stat().st_mtime, reverse=True)
    return found[most:]
