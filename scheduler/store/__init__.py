"""The store: facts and runs kept in SQLite or PostgreSQL, added to and never changed."""

from scheduler.store.rows import FactRow as FactRow
from scheduler.store.rows import RunSummary as RunSummary
from scheduler.store.store import Store as Store
from scheduler.store.upgrading import upgrade as upgrade
