"""What a check is: it looks at a company file, and tells what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from ivr.errors import Problem

if TYPE_CHECKING:
    from ivr.company.loader import CompanyFile

Found = Iterator[Problem]
Check = Callable[["CompanyFile"], Found]
