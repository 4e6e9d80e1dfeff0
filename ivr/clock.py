"""Time as a value that is passed in. Nothing below the lines reads a clock by itself."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]  # returns an aware instant


def utc_now() -> datetime:
    """The present instant, aware, in UTC: the one place where the product reads the wall clock."""
    return datetime.now(UTC)
