"""The development script: it sets up once, passes everything on, and says what failed.

Each test works on a copy of the script in a tree of its own, with programs that only
tell how they were called; nothing is installed and nothing is fetched.
"""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
import threading
import time
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHOW_CALL = '#!/bin/sh\necho "$(basename "$0") in $(pwd):" "$@"\nexit "${STATUS:-0}"\n'
TOOLS = ("rotation", "ruff", "mypy", "lint-imports", "deptry", "vulture", "pytest")


@pytest.fixture
def dev(tmp_path: Path) -> ModuleType:
    """Load a copy of the script that takes an empty folder for the project."""
    for name in ("pyproject.toml", "requirements.lock", "scripts/dev.py"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    spec = importlib.util.spec_from_file_location("dev_copy", tmp_path / "scripts" / "dev.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def ready(dev: ModuleType) -> ModuleType:
    """Give the copy a finished environment whose programs tell how they were called."""
    folder = dev.VENV / "bin"
    folder.mkdir(parents=True)
    (folder / "python").symlink_to(sys.executable)
    for name in TOOLS:
        (folder / name).write_text(SHOW_CALL, "utf-8")
        (folder / name).chmod(0o755)
    (dev.VENV / ".stamp").write_text(dev.fingerprint(), "utf-8")
    return dev


def start(
    dev: ModuleType, *args: str, cwd: Path | None = None, status: int = 0
) -> subprocess.CompletedProcess[str]:
    """Run the copy as a user does; its programs end with the given status."""
    command = [sys.executable, dev.__file__ or "", *args]
    environment = os.environ | {"STATUS": str(status)}
    return subprocess.run(
        command, cwd=cwd or dev.ROOT, env=environment, capture_output=True, text=True, check=False
    )


# --- words -------------------------------------------------------------------------------------


@pytest.mark.parametrize("args", [(), ("paln",)], ids=["no-verb", "unknown-verb"])
def test_without_a_known_verb_the_help_is_shown(dev: ModuleType, args: tuple[str, ...]) -> None:
    """A slip of the pen costs nothing: the verbs are listed, the status is 2."""
    result = start(dev, *args)
    assert result.returncode == 2
    assert "Give one of: run, test" in result.stderr
    assert result.stdout == ""


def test_every_verb_is_in_the_help(dev: ModuleType) -> None:
    """The help names each verb at the start of a line."""
    told = re.findall(r"^    (\w+) ", dev.__doc__ or "", re.MULTILINE)
    assert sorted(told) == sorted(dev.VERBS)


def test_too_old_a_python_is_told(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    """The message says which Pythons will do."""
    monkeypatch.setattr(dev.sys, "version_info", (3, 10, 1))
    with pytest.raises(SystemExit, match=r"Give 3\.11, 3\.12 or 3\.13"):
        dev.ensure()


# --- setting up --------------------------------------------------------------------------------


def test_finished_environment_is_used_as_it_is(
    ready: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second run builds nothing."""
    monkeypatch.setattr(ready, "build", lambda _wanted: pytest.fail("built again"))
    ready.ensure()


@pytest.mark.parametrize("spoiled", ["bin/python", ".stamp"])
def test_spoiled_environment_is_not_ready(ready: ModuleType, spoiled: str) -> None:
    """Without its interpreter or its stamp an environment counts as half-built."""
    (ready.VENV / spoiled).unlink()
    assert not ready.is_ready(ready.fingerprint())


def test_half_built_environment_is_made_anew(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What an interrupted set-up left behind is cleared away, and the stamp comes last."""
    (dev.VENV / "lib").mkdir(parents=True)
    (dev.VENV / "lib" / "half.py").touch()
    monkeypatch.setattr(dev, "install_with_uv", lambda: not (dev.VENV / ".stamp").exists())
    dev.ensure()
    assert dev.is_ready(dev.fingerprint())
    assert not (dev.VENV / "lib" / "half.py").exists()


def test_stamp_comes_off_first(ready: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    """Interrupted while the old environment is cleared away, the rest does not count as ready."""

    def interrupted(*_args: object, **_options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("venv.create", interrupted)
    with pytest.raises(KeyboardInterrupt):
        ready.build("another")
    assert not ready.is_ready(ready.fingerprint())


def test_failed_set_up_leaves_no_stamp(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    """When neither installer gets through, the user is told, and the next run starts again."""
    monkeypatch.setattr(dev, "call", lambda *_command: 1)
    with pytest.raises(SystemExit, match="the set-up failed"):
        dev.ensure()
    assert not dev.is_ready(dev.fingerprint())


def test_pip_takes_over_from_uv(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where uv cannot install, pip does; both keep to the hashes and compile."""
    calls: list[list[str]] = []

    def call(*command: str | Path) -> int:
        calls.append([Path(command[0]).name, *map(str, command[1:])])
        return 1 if calls[-1][0] == "uv" else 0

    monkeypatch.setattr(dev, "call", call)
    dev.ensure()
    locked = [command for command in calls if str(dev.LOCK) in command]
    assert [command[0] for command in locked] == ["uv", "python"]
    assert all("--require-hashes" in command for command in locked)
    assert "--compile-bytecode" in locked[0]
    assert "--compile" in locked[1]


def test_two_first_runs_at_once_build_once(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second one waits for the first and finds its work done."""
    pytest.importorskip("fcntl", reason="this system cannot lock files so")
    built: list[str] = []

    def build(wanted: str) -> None:
        time.sleep(0.1)
        built.append(wanted)
        (dev.VENV / "bin").mkdir(parents=True)
        (dev.VENV / "bin" / "python").symlink_to(sys.executable)
        (dev.VENV / ".stamp").write_text(wanted, "utf-8")

    monkeypatch.setattr(dev, "build", build)
    runs = [threading.Thread(target=dev.ensure) for _ in range(2)]
    for run in runs:
        run.start()
    for run in runs:
        run.join()
    assert len(built) == 1


def test_only_what_is_installed_asks_for_a_new_environment(dev: ModuleType) -> None:
    """A lint rule changes nothing; a dependency or a new pin does."""
    before = dev.fingerprint()
    text = dev.PROJECT.read_text("utf-8")
    dev.PROJECT.write_text(text.replace("line-length = 100", "line-length = 99"), "utf-8")
    assert dev.fingerprint() == before
    dev.PROJECT.write_text(text.replace('"rich>=', '"rich>'), "utf-8")
    changed = dev.fingerprint()
    assert changed != before
    dev.LOCK.write_text("", "utf-8")
    assert dev.fingerprint() not in (before, changed)


# --- passing on --------------------------------------------------------------------------------


def test_run_passes_on_words_place_and_status(ready: ModuleType, tmp_path: Path) -> None:
    """Paths that a user types are the user's own, and the exit status is the plan's."""
    place = tmp_path / "elsewhere"
    place.mkdir()
    result = start(ready, "run", "check", "my run.json", "--json", cwd=place, status=3)
    assert result.stdout == f"rotation in {place}: check my run.json --json\n"
    assert result.returncode == 3
    assert result.stderr == ""


def test_run_alone_plans_the_leak_from_anywhere(ready: ModuleType, tmp_path: Path) -> None:
    """Without words the first what-if is planned; its name stays short where it can."""
    leak = "config/what-if/ms-22-leak.yaml"
    assert start(ready, "run").stdout.endswith(f": plan {leak}\n")
    result = start(ready, "run", cwd=tmp_path / "scripts")
    assert result.stdout.endswith(f": plan {tmp_path / leak}\n")


def test_failed_checks_are_named(ready: ModuleType) -> None:
    """All checks run, whatever fails before them; the tests come last."""
    result = start(ready, "test", "tests/rules", status=1)
    assert result.returncode == 1
    told = re.findall(r"^dev.py: failed: (\S+)", result.stderr, re.MULTILINE)
    assert told == ["ruff", "ruff", "mypy", "lint-imports", "deptry", "vulture", "pytest"]
    assert result.stdout.splitlines()[-1] == f"pytest in {ready.ROOT}: -n 2 tests/rules"


def test_quick_leaves_out_the_slow_tests_only(ready: ModuleType) -> None:
    """The checks are the same; only pytest hears of it."""
    slow = start(ready, "test").stdout.splitlines()
    quick = start(ready, "test", "--quick").stdout.splitlines()
    assert quick[:-2] == slow[:-2]
    assert quick[-1].endswith(": -n 2 -m not slow")


def test_programs_may_keep_compiled_files(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    """Some hosts forbid them for all of Python; each start would then be slow."""
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.setenv("HOME", "/home/ito")
    assert "PYTHONDONTWRITEBYTECODE" not in dev.environment()
    assert dev.environment()["HOME"] == "/home/ito"


# --- the lock ----------------------------------------------------------------------------------


def test_lock_names_every_dependency_by_hash_and_no_address() -> None:
    """The lock is whole, tied down, and works with any package index."""
    text = (ROOT / "requirements.lock").read_text("utf-8")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    names = {re.split(r"[<>=\[]", want.lower(), maxsplit=1)[0] for want in wanted}
    pins = re.findall(r"^([a-z][\w.-]*)==\S+.* \\\n    --hash=sha256:", text, re.MULTILINE)
    entries = re.findall(r"^[a-z]\S*", text, re.MULTILINE)
    assert names <= set(pins)
    assert len(pins) == len(entries)
    assert "://" not in text
