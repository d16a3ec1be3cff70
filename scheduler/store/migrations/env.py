"""How Alembic runs here: on the connection it is given, in the transaction it is given."""

from __future__ import annotations

from alembic import context

from scheduler.store.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    version_table="rotation_version",
    render_as_batch=True,  # SQLite alters a table by copying it
)
with context.begin_transaction():
    context.run_migrations()
