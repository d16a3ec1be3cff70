"""What may import what: the contracts hold, and each of them catches an offence."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
LINT_IMPORTS = Path(sys.executable).with_name("lint-imports")
SOLVER_SIDE = {"board", "explain", "solve"}


def lint(tree: Path) -> subprocess.CompletedProcess[str]:
    """Check the contracts of one tree."""
    command = [str(LINT_IMPORTS), "--no-logo", "--no-cache"]
    return subprocess.run(command, cwd=tree, capture_output=True, text=True, check=False)


def contracts() -> list[dict[str, Any]]:
    """Read the contracts from the project file."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    found: list[dict[str, Any]] = project["tool"]["importlinter"]["contracts"]
    return found


def rooms() -> set[str]:
    """List the rooms that are built."""
    inside = (ROOT / "scheduler").iterdir()
    return {path.stem for path in inside if path.suffix == ".py" or (path / "__init__.py").exists()}


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """Copy what the contracts look at, so that an offence can be planted."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(
        ROOT / "scheduler", tmp_path / "scheduler", ignore=shutil.ignore_patterns("__pycache__")
    )
    return tmp_path


def plant(tree: Path, room: str, offence: str) -> None:
    """Add a module with one import to a room; open the room if it is not there."""
    folder = tree / "scheduler" / room
    if folder.with_suffix(".py").exists():
        with folder.with_suffix(".py").open("a", encoding="utf-8") as module:
            module.write(f"\n{offence}\n")
        return
    folder.mkdir(exist_ok=True)
    (folder / "__init__.py").touch()
    (folder / "planted.py").write_text(f"{offence}\n", "utf-8")


def test_contracts_hold() -> None:
    """The tree as it stands keeps every contract."""
    result = lint(ROOT)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize(
    ("room", "offence", "broken"),
    [
        pytest.param("domain", "import scheduler.cli", "One-way layers", id="upward"),
        pytest.param("solve", "import scheduler.audit", "One-way layers", id="sideways"),
        pytest.param("attic", "", "One-way layers", id="undeclared-room"),
        pytest.param("audit", "import ortools", "CP-SAT is known", id="solver-in-audit"),
        pytest.param("planning", "import ortools", "CP-SAT is known", id="solver-in-planning"),
        pytest.param("cli", "import ortools", "CP-SAT is known", id="solver-in-cli"),
        pytest.param("audit", "import scheduler.board", "solver side", id="board-in-audit"),
        pytest.param(
            "reports",
            "import scheduler.explain",
            "solver side",
            id="explain-in-reports",
            marks=pytest.mark.skipif("explain" not in rooms(), reason="explain is not built yet"),
        ),
        pytest.param(
            "planning", "import sqlalchemy", "SQLAlchemy is known", id="tables-in-planning"
        ),
        pytest.param("reports", "import typer", "Typer is known", id="typer-in-reports"),
    ],
)
def test_offence_is_caught(tree: Path, room: str, offence: str, broken: str) -> None:
    """An import that the house forbids breaks the contract that forbids it."""
    for name in ("audit", "board", "cli", "explain", "solve"):
        if name not in rooms():
            plant(tree, name, "")
    plant(tree, room, offence)
    result = lint(tree)
    verdicts = [line for line in result.stdout.splitlines() if " BROKEN" in line]
    assert result.returncode == 1, result.stdout + result.stderr
    assert any(broken in line for line in verdicts), result.stdout


def test_no_built_room_counts_as_unbuilt() -> None:
    """Brackets round a layer are for rooms to come; round a built one they hide its loss."""
    [layers] = [contract["layers"] for contract in contracts() if contract["type"] == "layers"]
    bracketed = {name[1:-1] for layer in layers for name in layer.split(" | ") if name[0] == "("}
    assert not bracketed & rooms()


def test_the_wall_covers_the_whole_solver_side() -> None:
    """Each room that brings CP-SAT along stands behind the wall as soon as it is built."""
    [wall] = [contract for contract in contracts() if "solver side" in contract["name"]]
    walled = {name.removeprefix("scheduler.") for name in wall["forbidden_modules"]}
    assert walled == SOLVER_SIDE & rooms()
