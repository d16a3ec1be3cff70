"""``rotation schema``, ``rules`` and ``db``."""

from __future__ import annotations

from pathlib import Path

import pytest

from scheduler.rules import RULES
from tests.cli.small_world import planned
from tests.command import ROOT, rotation


@pytest.mark.parametrize("name", ["what-if", "station"])
def test_the_kept_schemas_are_those_of_the_command(name: str) -> None:
    """An editor reads from ``config/schema`` what the program checks."""
    kept = (ROOT / "config" / "schema" / f"{name}.json").read_text("utf-8")
    assert rotation("schema", name).out == kept


def test_the_schema_of_what_if_files_is_the_first() -> None:
    """Without a word it is what a planner writes most."""
    assert rotation("schema").out == rotation("schema", "what-if").out


def test_every_rule_is_listed_with_its_sentence() -> None:
    """In text and in JSON, in the order of the catalogue."""
    told = " ".join(rotation("rules").out.split())
    listed = rotation("rules", "--json").json
    assert listed["schema"] == "rotation.rules/1"
    assert [row["ref"] for row in listed["rules"]] == [rule.ref for rule in RULES]
    for rule in RULES:
        assert rule.sentence in told
        assert rule.code in told


def test_numbers_are_told_with_their_unit() -> None:
    """One day is one day, and what is assumed says so."""
    numbers = {row["ref"]: row["numbers"] for row in rotation("rules", "--json").json["rules"]}
    assert numbers["PT-1"] == ["gap_days 1 day"]
    assert "most_aboard 11 people" in numbers["HO-3"]
    assert any(number.endswith("(assumed)") for number in numbers["CT-1"])


def test_where_the_database_is(data_of_the_test: Path, tmp_path: Path) -> None:
    """In the data directory, or where the option says; with the edition of its tables."""
    assert rotation("db", "where").out == f"sqlite:///{data_of_the_test}/rotation.sqlite3 (0001)\n"
    named = rotation("db", "where", "--database", tmp_path / "mine.db")
    assert named.out == f"sqlite:///{tmp_path}/mine.db (0001)\n"


def test_the_environment_names_a_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """ROTATION_DATABASE_URL comes before the data directory, an option before both."""
    monkeypatch.setenv("ROTATION_DATABASE_URL", f"sqlite:///{tmp_path}/theirs.db")
    assert "theirs.db" in rotation("db", "where").out
    assert "mine.db" in rotation("db", "where", "--database", tmp_path / "mine.db").out


def test_upgrading_loses_nothing(tmp_path: Path) -> None:
    """A database of this edition stays as it is."""
    database = tmp_path / "mine.db"
    run = planned("plain", "--json", "--database", database).json["run"]
    answer = rotation("db", "upgrade", "--database", database)
    assert (answer.status, answer.out) == (0, "The tables are up to date: edition 0001.\n")
    assert run in rotation("runs", "--database", database).out
