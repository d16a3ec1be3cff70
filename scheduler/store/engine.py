"""Which database, and how to talk to it: addresses, settings, faults in words."""

from __future__ import annotations

import json
import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, DBAPIError

from scheduler import paths
from scheduler.errors import StoreError

VARIABLE = "ROTATION_DATABASE_URL"
WANTED = "Give a path, or an address that starts with postgresql:// or sqlite:///."
PATIENCE_MS = 10_000
SQLITE_SETTINGS = ("foreign_keys=ON", "synchronous=NORMAL")
POSTGRESQL_LOCK = 7_203_110_231_200_115  # any number that no other program uses
SECRET_PARTS = ("password", "sslpassword")

_json = partial(json.dumps, ensure_ascii=False)


def address(database: str | None) -> URL:
    """Find the database: as named, else as the environment says, else the user's own file.

    Raises
    ------
    StoreError
        When it is neither a path nor an address of SQLite or PostgreSQL.
    """
    named = database or os.environ.get(VARIABLE)
    if not named:
        return URL.create("sqlite", database=str(paths.data_directory() / "rotation.sqlite3"))
    if "://" not in named:
        return URL.create("sqlite", database=str(Path(named).expanduser()))
    try:
        url = make_url(named)
    except (ArgumentError, ValueError):  # not shown: it may hold a password
        raise StoreError(f"The address of the database cannot be read. {WANTED}") from None
    if url.drivername == "postgres":
        return url.set(drivername="postgresql")
    if url.drivername not in ("sqlite", "postgresql", "postgresql+psycopg"):
        raise StoreError(f"{url.drivername}:// is no database that is known here. {WANTED}")
    return url


def shown(url: URL) -> str:
    """Write an address without its secrets."""
    secret = {part: "***" for part in url.query if part in SECRET_PARTS}
    return url.update_query_dict(secret).render_as_string(hide_password=True)


def engine_for(url: URL) -> Engine:
    """Make the engine; nothing is opened yet."""
    if url.get_backend_name() != "sqlite":
        engine = create_engine(url, json_serializer=_json)
        event.listen(engine, "begin", _begin_on_postgresql)
        return engine
    ours = {"isolation_level": None}  # transactions begin where we say, see below
    engine = create_engine(url, connect_args=ours, json_serializer=_json)
    event.listen(engine, "connect", set_sqlite)
    event.listen(engine, "begin", _begin_on_sqlite)
    return engine


def for_writing(engine: Engine) -> Engine:
    """Give the same engine, whose transactions are the only ones that write, one after another.

    They wait for one another at their beginning. SQLite would otherwise refuse a transaction
    that has read before it writes when another program wrote in between, however patient it
    is; in PostgreSQL two could wait for each other's rows for ever.
    """
    return engine.execution_options(rotation_writes=True)


def set_sqlite(connection: Any, _record: object) -> None:  # noqa: ANN401  (the driver's)
    """Set up a connection that SQLAlchemy has just opened."""
    for setting in (f"busy_timeout={PATIENCE_MS}", *SQLITE_SETTINGS):
        connection.execute(f"PRAGMA {setting}")
    _use_write_ahead_log(connection)


def _use_write_ahead_log(connection: Any) -> None:  # noqa: ANN401
    """Switch once and for all; SQLite has no patience here when two meet on a new file."""
    give_up_at = time.monotonic() + PATIENCE_MS / 1000
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > give_up_at:
                raise
            time.sleep(0.01)
        else:
            return


def _begin_on_sqlite(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE" if _is_to_write(connection) else "BEGIN")


def _begin_on_postgresql(connection: Connection) -> None:
    if _is_to_write(connection):
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = {PATIENCE_MS}")
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({POSTGRESQL_LOCK})")


def _is_to_write(connection: Connection) -> bool:
    return bool(connection.get_execution_options().get("rotation_writes"))


@contextmanager
def faults_in_words(url: URL) -> Iterator[None]:
    """Tell what the surroundings do to us, a lock or a full disk, in words; bugs stay bugs."""
    try:
        yield
    except DBAPIError as error:
        if not _is_from_outside(error):
            raise
        told = str(error.orig).strip().rstrip(".")
        raise StoreError(f"{shown(url)}: {told}. {_advice(told)}") from None


def _is_from_outside(error: DBAPIError) -> bool:
    """Say whether the database or its keeper is at fault, and not our statement."""
    is_outright = type(error).__name__ in ("OperationalError", "InterfaceError")
    is_no_database = type(error) is DatabaseError  # SQLite: "file is not a database"
    is_forbidden = getattr(error.orig, "sqlstate", None) == "42501"
    return is_outright or is_no_database or is_forbidden


def _advice(told: str) -> str:
    if "lock" in told:
        return "Another program is writing; try again when it is done."
    if "readonly" in told or "permission denied" in told:
        return "Ask for the right to write, or give another database with --database."
    if "full" in told:
        return "Make room and run the same again."
    return "Give another database with --database, or mend this one."
