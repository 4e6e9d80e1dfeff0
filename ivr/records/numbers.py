"""What is on record about one telephone number: the port NumberRecords, for ``ivr explain``."""

from __future__ import annotations

from sqlalchemy import select

from ivr.dialer.ports import Contact, Promise
from ivr.records import tables
from ivr.records.dialer import SqlDialer
from ivr.records.engine import reading
from ivr.records.entries import contact_of, promise_of
from ivr.records.store import file_text

PROMISES = 20  # the newest so many


class SqlNumbers(SqlDialer):
    """NumberRecords on an engine of open_engine. Every method raises RecordsUnavailableError."""

    def contacts_of(self, number: str) -> tuple[Contact, ...]:
        """See NumberRecords.contacts_of."""
        table = tables.Contact
        wanted = select(*table.__table__.c).where(table.number == number).order_by(table.campaign)
        with reading(self._engine) as connection:
            return tuple(contact_of(row) for row in connection.execute(wanted))

    def promises_of(self, number: str) -> tuple[Promise, ...]:
        """See NumberRecords.promises_of."""
        table = tables.Promise
        wanted = select(*table.__table__.c).where(table.number == number)
        newest = wanted.order_by(table.made_at.desc(), table.id).limit(PROMISES)
        with reading(self._engine) as connection:
            return tuple(promise_of(row) for row in connection.execute(newest))

    def file_text(self, fingerprint: str) -> tuple[str, str] | None:
        """See NumberRecords.file_text."""
        with reading(self._engine) as connection:
            return file_text(connection, fingerprint)
