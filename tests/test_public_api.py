"""What each room lets out: by name, and nothing that it does not have."""

from __future__ import annotations

import ast
import importlib
from pathlib import Path
from types import ModuleType

import pytest

import scheduler

ROOMS = sorted(path.parent.name for path in Path(scheduler.__file__).parent.glob("*/__init__.py"))
API = {
    "audit": ["audit", "breaches", "known_part", "waiver_uses"],
    "explain": [
        "Conflicts",
        "Inquiry",
        "Shrunk",
        "WaysOut",
        "find_conflict",
        "preferred",
        "prove_infeasible",
        "proved",
        "smallest",
        "worded",
    ],
    "intake": [
        "FactFolder",
        "UNFINISHED",
        "added",
        "fingerprint",
        "new_file",
        "read_exceptions",
        "read_expeditions",
        "read_facts",
        "rows_by_file",
    ],
    "planning": [
        "Acceptance",
        "Case",
        "Judgement",
        "Limits",
        "Past",
        "Wanted",
        "accept",
        "asked_case",
        "audit_history",
        "case_of_run",
        "case_of_texts",
        "compare",
        "explain",
        "fact_files",
        "fact_folder",
        "find_replay",
        "finish_earlier",
        "judge",
        "keep",
        "plan",
        "publish",
        "read_case",
        "read_past",
        "replay",
        "replay_cases",
        "why_not",
    ],
}


def test_the_package_itself_exports_its_version_alone() -> None:
    """Importing it does nothing and loads no room."""
    names = [name for name, value in vars(scheduler).items() if not isinstance(value, ModuleType)]
    assert [name for name in names if not name.startswith("__")] == []
    assert scheduler.__version__.count(".") == 2


def exported(room: str) -> list[str]:
    """List what a room's door plate re-exports, each as itself."""
    path = Path(scheduler.__file__).parent / room / "__init__.py"
    tree = ast.parse(path.read_text("utf-8"))
    aliases = [a for node in tree.body if isinstance(node, ast.ImportFrom) for a in node.names]
    return sorted(alias.asname for alias in aliases if alias.asname and alias.asname == alias.name)


@pytest.mark.parametrize("room", API)
def test_a_room_lets_out_exactly_this(room: str) -> None:
    """A new name is a decision, and this list is where it is taken."""
    assert exported(room) == API[room]


@pytest.mark.parametrize("room", ROOMS)
def test_whatever_is_let_out_has_a_docstring(room: str) -> None:
    """Functions and classes say what they are for."""
    module = importlib.import_module(f"scheduler.{room}")
    assert module.__doc__
    for name in exported(room):
        value = getattr(module, name)
        if callable(value) and getattr(value, "__module__", "").startswith("scheduler"):
            assert value.__doc__, name
