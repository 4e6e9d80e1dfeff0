"""The do-not-call list as operators keep it; conversations write into it with their turns (B2)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, Select, select, update

from ivr.records import tables
from ivr.records.deeds import LISTED, Circumstances, lock, lock_key, opt_out
from ivr.records.engine import reading, writing
from ivr.records.outbound_views import ListedLine
from ivr.records.pen import perform

_AT_ONCE = 100  # numbers of a long list in one transaction: nobody else waits long for it
_TABLE = tables.DoNotCall
_LINES: Any = select(
    _TABLE.number,
    _TABLE.listed_at,
    _TABLE.source,
    _TABLE.call_id,
    _TABLE.lifted_at,
    _TABLE.lifted_why,
).order_by(_TABLE.listed_at.desc(), _TABLE.id.desc())


class DoNotCall:
    """On an engine of open_engine, its schema upgraded. Methods raise RecordsUnavailableError."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def add(self, number: str, words: str, by: str, now: datetime) -> bool:
        """Never call ``number`` again: promises cancelled, contacts refused. False where it was listed."""
        return self.add_all([(number, words)], by, now) == 1

    def add_all(self, entries: Iterable[tuple[str, str]], by: str, now: datetime) -> int:
        """Add (number, words) after (number, words); how many were not on the list.

        A long list is written in several transactions. What fails can be repeated: it does nothing twice.
        """
        wanted = sorted(dict(entries).items())  # in one order: two who add wait for each other in no circle
        some = (wanted[begin : begin + _AT_ONCE] for begin in range(0, len(wanted), _AT_ONCE))
        return sum(self._add(each, by, now) for each in some)

    def lift(self, number: str, why: str, by: str, now: datetime) -> bool:
        """Take ``number`` off the list; that it was there stays on record. False where it was not there.

        Consents given before stay withdrawn.
        """
        lifted = update(_TABLE).where(_TABLE.number == number, LISTED)
        with writing(self._engine) as connection:
            perform(connection, [lock(number)])
            found = connection.execute(lifted.values(lifted_at=now, lifted_why=f"{why} ({by})"))
        return found.rowcount > 0

    def listed(self, part: str | None = None, limit: int | None = None) -> tuple[ListedLine, ...]:
        """The numbers that are on the list, the newest first; only those with ``part`` in them."""
        wanted = _LINES.where(LISTED).limit(limit)
        return self._lines(
            wanted if part is None else wanted.where(_TABLE.number.contains(part, autoescape=True))
        )

    def history(self, number: str) -> tuple[ListedLine, ...]:
        """Every time that ``number`` came on the list, the newest first."""
        return self._lines(_LINES.where(_TABLE.number == number))

    def _add(self, entries: list[tuple[str, str]], by: str, now: datetime) -> int:
        how = Circumstances(now, by)
        with writing(self._engine) as connection:
            new = _lock_new(connection, [number for number, _ in entries])
            deeds = [list(opt_out(number, f"{words} ({by})", how)) for number, words in entries]
            for same in zip(*deeds, strict=True):
                connection.execute(same[0].statement, [write.values for write in same])
        return new

    def _lines(self, wanted: Select[Any]) -> tuple[ListedLine, ...]:
        with reading(self._engine) as connection:
            return tuple(ListedLine(*row) for row in connection.execute(wanted))


def _lock_new(connection: Connection, numbers: list[str]) -> int:
    """Lock the numbers and whose they are, in one order as everybody does; how many are not on the list."""
    persons = select(tables.Contact.person).where(tables.Contact.number.in_(numbers))
    keys = {*numbers, *connection.execute(persons).scalars()}
    perform(connection, map(lock_key, sorted(keys)))
    listed = select(_TABLE.id).where(_TABLE.number.in_(numbers), LISTED)
    return len(numbers) - len(connection.execute(listed).all())
