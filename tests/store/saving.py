"""Writing to the store in the short way that tests like, and looking behind its back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, text

from scheduler.documents.run import document_text
from scheduler.domain import Run
from scheduler.store import Store
from scheduler.store.engine import address, engine_for
from tests.builders import make_run

NOON = datetime(2023, 1, 11, 12, tzinfo=UTC)
VERSIONS = {"ortools": "9.15.6755"}


def save(
    database: str,
    run: Run | str,
    *,
    inputs: Mapping[str, str] | None = None,
    minutes: int = 0,
) -> None:
    """Save one run, so many minutes past noon, in a unit of its own."""
    whole = make_run(run) if isinstance(run, str) else run
    moment = NOON + timedelta(minutes=minutes)
    with Store.open(database) as store:
        store.save_run(whole, document_text(whole), inputs or {}, VERSIONS, moment)
        store.commit()


@contextmanager
def behind_its_back(database: str) -> Iterator[Connection]:
    """Talk to the database without the store."""
    engine = engine_for(address(database))
    try:
        with engine.begin() as connection:
            yield connection
    finally:
        engine.dispose()


def counts(database: str) -> dict[str, int]:
    """Count the rows of every table."""
    with behind_its_back(database) as connection:
        return {
            table: int(connection.execute(text(f"SELECT count(*) FROM {table}")).scalar_one())
            for table in ("facts", "texts", "runs", "run_inputs")
        }
