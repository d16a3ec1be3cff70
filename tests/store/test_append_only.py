"""The database itself refuses to change what is stored, whoever asks."""

from __future__ import annotations

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from scheduler.store import Store
from tests.store.saving import NOON, behind_its_back, counts, save

TABLES = ("facts", "texts", "runs", "run_inputs")
A_COLUMN = {"facts": "station", "texts": "content", "runs": "verdict", "run_inputs": "name"}


@pytest.fixture
def filled(database: str) -> str:
    """Give a database with a row in every table."""
    save(database, "a", inputs={"what-if.yaml": "title: a\n"})
    with Store.open(database) as store:
        store.add_facts("iss", {"people.csv": "person_id\nrubio\n"}, NOON)
        store.commit()
    assert set(counts(database).values()) == {1}
    return database


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("change", ["UPDATE {table} SET {column} = 'x'", "DELETE FROM {table}"])
def test_rows_are_neither_changed_nor_deleted(filled: str, table: str, change: str) -> None:
    """Another program, or a bug of ours, is stopped."""
    statement = change.format(table=table, column=A_COLUMN[table])
    with (
        pytest.raises(DBAPIError, match=f"{table} is append-only"),
        behind_its_back(filled) as connection,
    ):
        connection.execute(text(statement))
    assert set(counts(filled).values()) == {1}


@pytest.mark.postgres
@pytest.mark.parametrize("table", TABLES)
def test_tables_are_not_emptied(postgres_database: str, table: str) -> None:
    """PostgreSQL has a third way to lose rows."""
    Store.open(postgres_database).__exit__(None, None, None)
    with (
        pytest.raises(DBAPIError, match="is append-only"),
        behind_its_back(postgres_database) as connection,
    ):
        connection.execute(text(f"TRUNCATE {table} CASCADE"))


@pytest.mark.parametrize("table", TABLES)
def test_rows_are_not_replaced(sqlite_database: str, table: str) -> None:
    """SQLite has another: INSERT OR REPLACE, which asks no trigger of deletion."""
    save(sqlite_database, "a", inputs={"what-if.yaml": "title: a\n"})
    with Store.open(sqlite_database) as store:
        store.add_facts("iss", {"people.csv": "person_id\nrubio\n"}, NOON)
        store.commit()
    with (
        pytest.raises(DBAPIError, match=f"{table} is append-only"),
        behind_its_back(sqlite_database) as connection,
    ):
        connection.execute(text(f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}"))


def test_input_needs_its_run_and_its_text(database: str) -> None:
    """A row that points nowhere is refused."""
    Store.open(database).__exit__(None, None, None)
    with pytest.raises(DBAPIError), behind_its_back(database) as connection:
        connection.execute(text("INSERT INTO run_inputs VALUES ('a', 'b', 'c')"))
