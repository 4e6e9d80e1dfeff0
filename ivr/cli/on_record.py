"""What the commands that read the records share: where these are, the time zone to speak, how to print."""

from __future__ import annotations

import os
import sys
import unicodedata
from datetime import datetime, tzinfo

from rich.console import Console
from rich.table import Table
from rich.text import Text
from sqlalchemy import Engine

from ivr.clock import utc_now
from ivr.company.loader import first_valid
from ivr.errors import OperatorError
from ivr.records.engine import open_engine
from ivr.records.history import History
from ivr.records.migrate import upgrade
from ivr.settings import from_environment

_UNTRIMMED = 10_000  # columns, where nobody looks and everything counts


def records(make: bool = False) -> Engine:
    """The records of this installation; where there are none yet, made or refused with OperatorError."""
    engine = open_engine(from_environment(os.environ).database_url, make=make)
    upgrade(engine)
    return engine


def history() -> History:
    """What they tell of calls and messages. Raises OperatorError where there are none yet."""
    return History(records())


def zone(records: History) -> tzinfo:
    """The company's time zone, as the newest company file on record says; otherwise this machine's."""
    kept = first_valid(records.kept_files())
    return kept.company.zone if kept else _own_zone()


def _own_zone() -> tzinfo:
    return utc_now().astimezone().tzinfo or utc_now().tzinfo  # type: ignore[return-value]


def moment(text: str, option: str, local: tzinfo) -> datetime:
    """A date or an instant that an operator wrote; without an offset it is local."""
    try:
        given = datetime.fromisoformat(text)
    except ValueError as error:
        raise OperatorError(
            f'{option} is "{text}". Write a date or a time, like 2026-11-24 or 2026-11-24T13:30.'
        ) from error
    return given if given.utcoffset() is not None else given.replace(tzinfo=local)


def clock_time(at: datetime, local: tzinfo) -> str:
    """An instant on the company's clock: ``2026-11-24 13:30:05``."""
    return at.astimezone(local).strftime("%Y-%m-%d %H:%M:%S")


def minutes(seconds: float) -> str:
    """A length or an offset: ``1:05``, ``1:01:05``."""
    whole = max(0, round(seconds))
    hours, rest = divmod(whole, 3600)
    return f"{hours}:{rest // 60:02}:{rest % 60:02}" if hours else f"{rest // 60}:{rest % 60:02}"


def harmless(text: str) -> str:
    """``text`` with everything that would steer a terminal, or turn its writing round, shown as an escape.

    Callers choose the name and number they show, so what comes from a line may be anything.
    """
    return "".join(_escape(char) if unicodedata.category(char) in _STEERING else char for char in text)


_STEERING = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def _escape(char: str) -> str:
    code = ord(char)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def one_line(said: str) -> str:
    """What was said, a line each, as a table shows it."""
    return " / ".join(said.splitlines())


def table(*headings: str) -> Table:
    """A table without lines, as wide as it needs."""
    made = Table(box=None, pad_edge=False, header_style="bold")
    for heading in headings:
        made.add_column(heading, overflow="fold")
    return made


def cells(*texts: str) -> list[Text]:
    """Cells of a table: harmless, and never read as markup."""
    return [Text(harmless(text)) for text in texts]


def console(fitted: bool = False) -> Console:
    """Standard output: coloured on a terminal, and there ``fitted`` to its width or left to run over."""
    return Console(width=None if fitted and sys.stdout.isatty() else _UNTRIMMED, highlight=False)
