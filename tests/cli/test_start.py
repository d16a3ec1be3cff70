"""``rotation --help`` is quick, because nothing heavy is imported for it."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.command import ROOT, rotation

HEAVY = (
    "alembic",
    "jinja2",
    "numpy",
    "ortools",
    "pandas",
    "psycopg",
    "pydantic",
    "rich",
    "sqlalchemy",
    "yaml",
)


def loaded_by(*words: str) -> tuple[str, set[str]]:
    """Run a command in a fresh interpreter; give what it shows and the packages it has loaded."""
    program = (
        "import sys\n"
        "from scheduler.cli.app import app\n"
        f"try:\n    app({[*words]!r})\nexcept SystemExit:\n    pass\n"
        "print('LOADED', *sorted({name.split('.')[0] for name in sys.modules}))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    )
    shown, _, last = done.stdout.rpartition("LOADED ")
    return shown, set(last.split())


def test_the_command_tree_imports_nothing_heavy() -> None:
    """A fresh interpreter builds the app, prints its help and has none of them loaded."""
    shown, loaded = loaded_by("--help")
    assert "Plan a what-if" in shown
    assert set(HEAVY).isdisjoint(loaded)
    assert "scheduler" in loaded


@pytest.mark.parametrize("command", ["ledger", "slips"])
def test_looking_at_the_past_needs_no_solver(command: str) -> None:
    """Nor a database: facts are read and told."""
    shown, loaded = loaded_by("history", command, "--facts", "tests/cli/small/facts")
    assert "International Space Station" in shown
    assert {"ortools", "pandas", "sqlalchemy"}.isdisjoint(loaded)


def test_without_a_word_the_help_is_shown() -> None:
    """Whoever types the bare command learns what there is."""
    answer = rotation()
    told = answer.out + answer.err
    assert "Usage: rotation" in told
    assert "plan" in told
    assert answer.status == 2


def test_only_what_works_is_listed() -> None:
    """Commands of later issues are not promised."""
    lines = rotation("--help").out.split("Commands:")[1].split("\n\n")[0].splitlines()
    names = [line.split()[0] for line in lines if line.strip()]
    named = "chart check compare db explain export facts history plan rules runs schema why-not"
    assert sorted(names) == named.split()
