"""Values that never change, made as fast as things that may.

A frozen dataclass sets each of its fields by a call: to make one takes four times as long as to make one that
is not frozen, and a turn makes dozens, a proof a million. The type checker takes a ``value`` for a frozen
dataclass, and lets nobody change one; while the program runs, nothing looks.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

__all__ = ["value"]

if TYPE_CHECKING:
    from dataclasses import dataclass as value  # type-checked as itself
else:

    def value(*, frozen: bool, slots: bool = False) -> Any:
        """dataclasses.dataclass, compared and hashed like a frozen one."""
        return dataclass(slots=slots, unsafe_hash=frozen)
