"""Structured logs: every line is JSON with ``action`` and, where there is a call, ``call_id``."""

from __future__ import annotations

import json
import logging
import re
import sys
from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any

from ivr.clock import utc_now


def _told(value: object) -> str:
    """What JSON has no word for: an instant as ISO 8601."""
    return value.isoformat() if isinstance(value, datetime) else repr(value)


_ENCODER = json.JSONEncoder(ensure_ascii=False, default=_told)  # json.dumps would make one for every line
_LEVELS = {"exception": "error", "warn": "warning"}  # of the methods that are not named after theirs
_assembled: Any = None  # the logger as configured: assembling it anew doubles the cost of a line
_assemble: Callable[[], Any] | None = None  # makes it when the first line is written


def logger() -> Any:
    """The product's logger: ``logger().info("turn", call_id=…)`` writes ``{"action": "turn", …}``."""
    global _assembled  # noqa: PLW0603 - as structlog's own configuration is
    if _assembled is None and _assemble is not None:
        _assembled = _assemble()
    return _structlog().get_logger() if _assembled is None else _assembled


def configure(full_numbers: bool = False, least: int = logging.INFO) -> None:
    """Write JSON lines to stderr; callers' numbers are masked unless the operator wants them in full."""
    global _assembled, _assemble
    _assembled, _assemble = None, partial(_made, full_numbers, least)


def _structlog() -> Any:
    # With asyncio, rich and pygments it takes a tenth of a second to load, and most commands log nothing.
    import structlog  # noqa: PLC0415
    import structlog.tracebacks  # noqa: PLC0415

    return structlog


def _made(full_numbers: bool, least: int) -> Any:
    structlog = _structlog()
    # Without the values of local variables, which structlog shows otherwise: they hold numbers.
    tracebacks = structlog.processors.ExceptionRenderer(
        structlog.tracebacks.ExceptionDictTransformer(show_locals=False)
    )

    # One step where structlog has one for each field: every turn of a call writes a line.
    def line(of: Any, method: str, entry: Any) -> str:
        if "exc_info" in entry:
            entry = tracebacks(of, method, entry)
        entry["level"] = _LEVELS.get(method, method)
        entry["timestamp"] = utc_now().isoformat().removesuffix("+00:00") + "Z"
        entry["action"] = entry.pop("event")
        return _ENCODER.encode(entry if full_numbers else _masked(entry))

    structlog.configure(
        processors=[line],
        wrapper_class=structlog.make_filtering_bound_logger(least),
        logger_factory=structlog.WriteLoggerFactory(sys.stderr),  # a line is one write
    )
    return structlog.get_logger().bind()


def configure_quiet() -> None:
    """Write only warnings and worse: for commands whose output people read."""
    configure(least=logging.WARNING)


def reset() -> None:
    """Back to structlog's defaults: for tests, whose stderr ends with them."""
    global _assembled, _assemble  # noqa: PLW0603
    _structlog().reset_defaults()
    _assembled = _assemble = None


def masked(number: str | None) -> str | None:
    """A telephone number with all but its first four and last two characters hidden."""
    if number is None or len(number) <= 6:
        return number if number is None else "*" * len(number)
    return number[:4] + "*" * (len(number) - 6) + number[-2:]


_E164 = re.compile(r"\+[1-9][0-9]{6,14}")


def _masked(entry: Any) -> Any:
    for name in ("caller", "callee"):
        if name in entry:
            entry[name] = masked(entry[name])
    if "why" in entry:  # a sentence, in which a number may stand
        entry["why"] = _E164.sub(lambda found: str(masked(found[0])), str(entry["why"]))
    return entry
