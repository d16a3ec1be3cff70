"""Keeping: a run with its facts, inputs and versions, all of it or nothing."""

from __future__ import annotations

import json
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest

from scheduler import __version__
from scheduler.documents.run import document_text
from scheduler.domain import Run
from scheduler.errors import StoreError
from scheduler.planning import Case, keep
from scheduler.store import Store
from tests.cli.small_world import rows

NOW = datetime(2023, 3, 1, 9, 15, tzinfo=UTC)


def test_a_run_is_kept_with_all_it_stands_on(leak: Case, leak_run: Run, tmp_path: Path) -> None:
    """Document, inputs, facts and the versions that had a part in it."""
    path = tmp_path / "kept.db"
    keep(leak_run, leak, Store.open(str(path)), NOW)
    with Store.open(str(path)) as store:
        assert store.run_document("the-leak") == document_text(leak_run)
        assert store.run_inputs("the-leak") == leak_run.inputs.texts
        events = [row.content for row in store.fact_rows("iss", "events.csv")]
    assert len(events) == len(leak.facts.events)
    connection = sqlite3.connect(path)
    [(versions,)] = connection.execute("SELECT versions FROM runs").fetchall()
    connection.close()
    assert json.loads(versions)["crew-rotation-scheduler"] == __version__
    assert sorted(json.loads(versions)) == [
        "crew-rotation-scheduler",
        "ortools",
        "python",
        "sqlalchemy",
    ]


def test_keeping_again_changes_nothing(leak: Case, leak_run: Run, tmp_path: Path) -> None:
    """The same run under the same id is there already."""
    path = tmp_path / "kept.db"
    keep(leak_run, leak, Store.open(str(path)), NOW)
    before = rows(path)
    keep(leak_run, leak, Store.open(str(path)), NOW)
    assert rows(path) == before


def test_a_fault_half_way_leaves_nothing(
    leak: Case, leak_run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Facts are written first; when the run cannot be, they are not there either."""
    path = tmp_path / "kept.db"

    def fail(*_: object) -> None:
        raise StoreError("the disk is full")

    monkeypatch.setattr(Store, "save_run", fail)
    with pytest.raises(StoreError, match="the disk is full"):
        keep(leak_run, leak, Store.open(str(path)), NOW)
    found = rows(path)
    assert (found["runs"], found["facts"]) == (0, 0)
