"""The schema of a what-if file: what editors are told is what we read."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

from scheduler.documents.schema import schema_text
from scheduler.paths import PROJECT
from scheduler.scenarios import what_if_schema
from scheduler.scenarios.file import KINDS


def objects(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Walk the mappings with fixed keys that a schema describes."""
    yield from (part for part in (schema, *schema["$defs"].values()) if "properties" in part)


def test_shipped_schema_is_the_one_of_the_models() -> None:
    """``config/schema/what-if.json`` is written from the models, byte for byte.

    To accept a change: rotation schema what-if > config/schema/what-if.json
    """
    shipped = (PROJECT / "config" / "schema" / "what-if.json").read_text("utf-8")
    assert shipped == schema_text(what_if_schema())


def test_every_key_is_described_and_no_other_is_allowed() -> None:
    """An editor can explain each key and mark every unknown one."""
    for part in objects(what_if_schema()):
        assert part["additionalProperties"] is False
        assert part["description"].endswith(".")
        for name, field in part["properties"].items():
            assert field["description"].endswith("."), name


def test_schema_holds_no_titles_and_no_nulls() -> None:
    """What pydantic adds for itself is left out; the key ``title`` stays."""
    schema = what_if_schema()
    assert "title" in schema["properties"]
    for part in objects(schema):
        assert "title" not in part
        assert all("title" not in field for field in part["properties"].values())
    assert "null" not in json.dumps(schema)


def test_every_kind_of_change_is_in_the_schema() -> None:
    """Ten kinds, of which ``pin`` has two shapes."""
    parts = what_if_schema()["$defs"].values()
    kinds = [
        part["properties"]["change"]["const"] for part in parts if "change" in part["properties"]
    ]
    assert sorted(kinds) == sorted([*KINDS, "pin"])


def test_keys_are_those_of_the_file() -> None:
    """Keys that are words of Python stand in the schema as they stand in the file."""
    rule = what_if_schema()["$defs"]["RuleChange"]["properties"]
    assert list(rule) == ["why", "change", "rule", "set", "for"]
    assert "VL-1" in rule["rule"]["enum"]


def test_reading_what_ifs_needs_no_heavy_library() -> None:
    """Scenarios can be checked without the solver, the database and the terminal drawing."""
    heavy = {"numpy", "ortools", "pandas", "rich", "sqlalchemy", "typer"}
    code = "import scheduler.scenarios, scheduler.settings, sys; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert heavy.isdisjoint(loaded.stdout.split())
