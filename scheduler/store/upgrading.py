"""Editions of the tables: a new database gets the newest, an unknown one is left alone."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Column, Connection, Engine, MetaData, String, Table, inspect, select

from scheduler.errors import StoreError
from scheduler.store.engine import address, engine_for, faults_in_words, for_writing, shown

if TYPE_CHECKING:
    from alembic.config import Config

HEAD = "0001"  # the newest file in migrations/versions; known without Alembic, which is slow
MIGRATIONS = Path(__file__).with_name("migrations")

_VERSION = Table("rotation_version", MetaData(), Column("version_num", String))


def upgrade(database: str | None = None) -> str:
    """Bring a database, new or old, to the newest edition of the tables; give that edition.

    Raises
    ------
    StoreError
        When it was written by a newer program, or belongs to another one.
    """
    url = address(database)
    engine = engine_for(url)
    try:
        with faults_in_words(url):
            make_ready(engine, is_old_welcome=True)
    finally:
        engine.dispose()
    return HEAD


def make_ready(engine: Engine, *, is_old_welcome: bool = False) -> None:
    """Give an empty database its tables; of the others, take only those of our edition.

    All is one transaction: whoever is killed half-way leaves the database as it was, and of
    two programs that meet on an empty one the second finds it ready.
    """
    with engine.begin() as connection:
        if revision(connection) == HEAD:
            return
    with for_writing(engine).begin() as connection:
        found = revision(connection)
        if found != HEAD:
            _refuse_strangers(connection, found, is_old_welcome)
            _run_migrations(connection)


def revision(connection: Connection) -> str | None:
    """Give the edition of the tables; none where there are no tables of ours."""
    if not inspect(connection).has_table(_VERSION.name):
        return None
    return connection.execute(select(_VERSION.c.version_num)).scalar()


def configuration() -> Config:
    """Tell Alembic where the migrations stand."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    return config


def _refuse_strangers(connection: Connection, found: str | None, is_old_welcome: bool) -> None:
    where = shown(connection.engine.url)
    if found is None:
        if inspect(connection).get_table_names():
            told = "holds tables of another program. Give an empty database, or a new path"
            raise StoreError(f"{where}: {told}.")
        return
    from alembic.script import ScriptDirectory

    if found not in {one.revision for one in ScriptDirectory(str(MIGRATIONS)).walk_revisions()}:
        told = f"written by a newer program (edition {found}, known here up to {HEAD})"
        raise StoreError(f"{where}: {told}. Use that program, or give another database.")
    if not is_old_welcome:
        told = f"of edition {found}; this program wants {HEAD}. Run: rotation db upgrade"
        raise StoreError(f"{where}: {told}.")


def _run_migrations(connection: Connection) -> None:
    from alembic import command

    config = configuration()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
