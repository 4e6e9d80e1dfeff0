"""Alembic runs this for every command; the connection, in a transaction, comes from ivr.records.migrate."""

from __future__ import annotations

from alembic import context

from ivr.records.tables import Table

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Table.metadata,
    transactional_ddl=True,  # also on SQLite: a migration that fails leaves nothing behind
    render_as_batch=True,  # SQLite alters a table by copying it
)
with context.begin_transaction():
    context.run_migrations()
