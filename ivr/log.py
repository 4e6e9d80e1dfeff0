"""Structured logs: every line is JSON with ``action`` and, where there is a call, ``call_id``."""

from __future__ import annotations

import logging
import sys
from typing import Any

import structlog
from structlog.tracebacks import ExceptionDictTransformer


def logger() -> Any:
    """The product's logger: ``logger().info("turn", call_id=…)`` writes ``{"action": "turn", …}``."""
    return structlog.get_logger()


def configure(full_numbers: bool = False) -> None:
    """Write JSON lines to stderr; callers' numbers are masked unless the operator wants them in full."""
    processors: list[Any] = [
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.EventRenamer("action"),
        # Without the values of local variables, which structlog shows otherwise: they hold numbers.
        structlog.processors.ExceptionRenderer(ExceptionDictTransformer(show_locals=False)),
        structlog.processors.JSONRenderer(ensure_ascii=False),
    ]
    if not full_numbers:
        processors.insert(0, _mask_numbers)
    structlog.configure(
        processors=processors,
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=True,
    )


def configure_quiet() -> None:
    """Write only warnings and worse: for commands whose output people read."""
    configure()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))


def masked(number: str | None) -> str | None:
    """A telephone number with all but its first four and last two characters hidden."""
    if number is None or len(number) <= 6:
        return number if number is None else "*" * len(number)
    return number[:4] + "*" * (len(number) - 6) + number[-2:]


def _mask_numbers(_: Any, __: str, entry: Any) -> Any:
    if "caller" in entry:
        entry["caller"] = masked(entry["caller"])
    return entry
