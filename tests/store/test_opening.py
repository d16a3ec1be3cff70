"""Opening the store: which database, its tables, and what is told when it cannot be."""

from __future__ import annotations

import sqlite3
import threading
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from scheduler.errors import StoreError
from scheduler.store import Store, upgrade
from scheduler.store.engine import set_sqlite
from scheduler.store.tables import METADATA
from scheduler.store.upgrading import HEAD, MIGRATIONS
from tests.builders import make_run
from tests.store.saving import behind_its_back, counts, save

# --- which database ----------------------------------------------------------------------------


def test_by_default_it_is_the_users_own_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Without a word it stands in the data directory, made when it is missing."""
    monkeypatch.delenv("ROTATION_DATABASE_URL", raising=False)
    monkeypatch.setenv("ROTATION_DATA_DIR", str(tmp_path / "data"))
    with Store.open() as store:
        assert store.where() == f"sqlite:///{tmp_path}/data/rotation.sqlite3"
    assert [path.name for path in (tmp_path / "data").iterdir()] == ["rotation.sqlite3"]


def test_environment_names_another(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The variable beats the default, the argument beats the variable."""
    monkeypatch.setenv("ROTATION_DATABASE_URL", f"sqlite:///{tmp_path}/named.sqlite3")
    with Store.open() as store:
        assert store.where().endswith("/named.sqlite3")
    with Store.open(str(tmp_path / "given.sqlite3")) as store:
        assert store.where().endswith("/given.sqlite3")


def test_password_is_never_shown() -> None:
    """Neither in the address nor in an error."""
    nobody = "postgresql://planner:s3cret@localhost:1/rotation?sslpassword=s3cret&connect_timeout=2"
    with pytest.raises(StoreError, match=r"planner:\*\*\*@localhost:1/rotation") as caught:
        Store.open(nobody)
    assert "s3cret" not in str(caught.value)


@pytest.mark.postgres
def test_short_name_of_postgresql_is_understood(postgres_database: str) -> None:
    """Many services hand out addresses that begin with postgres://."""
    with Store.open(postgres_database.replace("postgresql://", "postgres://")) as store:
        assert store.where().startswith("postgresql://")


@pytest.mark.parametrize(
    ("database", "told"),
    [
        pytest.param(
            "mysql://root@localhost/x", r"mysql:// is no database .* Give a path", id="kind"
        ),
        pytest.param("postgresql+psycopg2://h/x", "is no database that is known", id="driver"),
        pytest.param("://nonsense:s3cret@", "cannot be read. Give a path", id="nonsense"),
        pytest.param("no/such/folder/x.sqlite3", "unable to open database file", id="no-folder"),
    ],
)
def test_database_that_cannot_be_is_told(database: str, told: str) -> None:
    """In one sentence, with what to give instead, and without the password."""
    with pytest.raises(StoreError, match=told) as caught:
        Store.open(database)
    assert "s3cret" not in str(caught.value)


def test_file_that_is_no_database_is_told(tmp_path: Path) -> None:
    """A text file is left as it is."""
    path = tmp_path / "notes.txt"
    path.write_text("buy milk\n" * 100)
    with pytest.raises(StoreError, match="file is not a database"):
        Store.open(str(path))
    assert path.read_text().startswith("buy milk")


def test_write_protected_database_is_told(sqlite_database: str) -> None:
    """The advice is to ask for the right to write."""
    save(sqlite_database, "a")
    with pytest.raises(StoreError, match=r"readonly database\. Ask for the right to write"):
        save(f"sqlite:///file:{sqlite_database}?mode=ro&uri=true", "b")


def test_busy_database_is_told(sqlite_database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who waits long enough hears that another program is writing; readers do not wait."""
    monkeypatch.setattr("scheduler.store.engine.PATIENCE_MS", 50)
    save(sqlite_database, "a")
    with Store.open(sqlite_database) as writer:
        writer.add_facts("iss", {}, writer.runs()[0].created_at)
        with pytest.raises(StoreError, match=r"database is locked\. Another program is writing"):
            save(sqlite_database, "b")
        with Store.open(sqlite_database) as reader:
            assert len(reader.runs()) == 1


# --- its tables --------------------------------------------------------------------------------


def test_empty_database_gets_its_tables(database: str) -> None:
    """The first to open it upgrades it; after that it is ready."""
    with Store.open(database) as store:
        assert store.revision() == HEAD
    assert upgrade(database) == HEAD
    assert set(counts(database).values()) == {0}


def test_head_is_the_newest_migration() -> None:
    """The edition that is known without Alembic is the one that Alembic knows."""
    scripts = ScriptDirectory(str(MIGRATIONS))
    assert scripts.get_heads() == [HEAD]


def test_tables_and_migrations_agree(database: str) -> None:
    """What the migrations make is what the code expects, names of constraints included."""
    upgrade(database)
    with behind_its_back(database) as connection:
        options = {"compare_type": True, "version_table": "rotation_version"}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, METADATA) == []


def test_newer_database_is_left_alone(database: str) -> None:
    """An edition from the future is told with what to do, by opening and by upgrading."""
    upgrade(database)
    with behind_its_back(database) as connection:
        connection.execute(text("UPDATE rotation_version SET version_num = '0999'"))
    told = r"written by a newer program \(edition 0999, known here up to 0001\)\. Use that program"
    for attempt in (Store.open, upgrade):
        with pytest.raises(StoreError, match=told):
            attempt(database)


def test_older_database_waits_for_a_word(
    sqlite_database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Tables with facts in them are not altered by merely opening them."""
    upgrade(sqlite_database)
    monkeypatch.setattr("scheduler.store.upgrading.HEAD", "0002")
    with pytest.raises(StoreError, match=r"of edition 0001; .* wants 0002\. Run: rotation db"):
        Store.open(sqlite_database)
    upgrade(sqlite_database)


def test_database_of_another_program_is_left_alone(database: str) -> None:
    """Tables that are not ours are not joined by ours."""
    with behind_its_back(database) as connection:
        connection.execute(text("CREATE TABLE songs (title text)"))
    with pytest.raises(StoreError, match=r"holds tables of another program\. Give an empty"):
        Store.open(database)
    with behind_its_back(database) as connection:
        assert connection.execute(text("SELECT count(*) FROM songs")).scalar_one() == 0


def test_failed_upgrade_leaves_nothing_behind(
    database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The tables come all together or not at all, so the next attempt finds an empty database."""

    def break_off(*_args: object, **_options: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as broken:
        broken.setattr("alembic.runtime.migration.HeadMaintainer.update_to_step", break_off)
        with pytest.raises(ZeroDivisionError):
            Store.open(database)
    with Store.open(database) as store:
        assert store.revision() == HEAD


def test_sqlite_is_set_up_to_last(sqlite_database: str) -> None:
    """Readers do not stop writers, and references are checked."""
    upgrade(sqlite_database)
    with behind_its_back(sqlite_database) as connection:
        found = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("journal_mode", "foreign_keys", "synchronous", "busy_timeout")
        }
    assert found == {
        "journal_mode": "wal",
        "foreign_keys": 1,
        "synchronous": 1,
        "busy_timeout": 10_000,
    }


def test_closed_store_leaves_one_file(sqlite_database: str) -> None:
    """After the last one closes, everything is in the file itself."""
    save(sqlite_database, "a")
    assert [path.name for path in Path(sqlite_database).parent.iterdir()] == ["store.sqlite3"]
    raw = sqlite3.connect(sqlite_database)
    assert raw.execute("SELECT id FROM runs").fetchall() == [("a",)]
    raw.close()


# --- what the surroundings do ------------------------------------------------------------------


def test_full_disk_is_told(sqlite_database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The advice is to make room; what was there before is still there."""
    save(sqlite_database, "a")
    monkeypatch.setattr("scheduler.store.engine.SQLITE_SETTINGS", ("max_page_count=40",))
    with pytest.raises(StoreError, match=r"disk is full\. Make room and run the same again"):
        save(sqlite_database, "b", inputs={"big": "x" * 1_000_000})
    assert counts(sqlite_database)["runs"] == 1


def test_bug_of_ours_is_not_told_as_theirs(sqlite_database: str) -> None:
    """A row that breaks the tables' own rules crashes with its traceback."""
    nameless = replace(make_run(), station=cast("str", None))
    with pytest.raises(IntegrityError):
        save(sqlite_database, nameless)


def test_new_file_that_is_locked_is_waited_for(sqlite_database: str) -> None:
    """Who meets another program on a new file comes after it."""
    first = sqlite3.connect(sqlite_database, isolation_level=None, check_same_thread=False)
    first.execute("BEGIN EXCLUSIVE")
    release = threading.Timer(0.2, first.execute, ["COMMIT"])
    release.start()
    save(sqlite_database, "second")
    release.join()
    first.close()


class Busy:
    """A SQLite connection that cannot switch at first."""

    def __init__(self, refusals: int) -> None:
        """Refuse so many times."""
        self.refusals = refusals

    def execute(self, statement: str) -> None:
        """Refuse to switch as SQLite does."""
        if "journal_mode" in statement and self.refusals:
            self.refusals -= 1
            raise sqlite3.OperationalError("database is locked")


def test_switch_to_the_log_is_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """SQLite's own patience does not cover the switch, so ours does, to an end."""
    busy = Busy(refusals=3)
    set_sqlite(busy, None)
    assert busy.refusals == 0
    monkeypatch.setattr("scheduler.store.engine.PATIENCE_MS", 20)
    with pytest.raises(sqlite3.OperationalError, match="locked"):
        set_sqlite(Busy(refusals=1000), None)
