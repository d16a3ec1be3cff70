"""The peers' own environment, ``.venv-peers``: made when it is first asked for.

Every file in it is named by its hash in ``peers.lock``, which holds the whole closure, so nothing
is resolved. ``solvers.in`` and ``data.in`` say what was asked for; CONTRIBUTING.md says how the
lock is written. The data come from a package that wants an older OR-Tools, whose needs are
therefore left out: only its files are read.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

from scripts.bench.telling import say
from scripts.dev import one_at_a_time

ROOT = Path(__file__).resolve().parents[3]
PEERS = ROOT / ".venv-peers"
LOCK = Path(__file__).with_name("peers.lock")
STAMP = PEERS / ".stamp"
IS_WINDOWS = os.name == "nt"


def program(environment: Path, name: str) -> Path:
    """Give the place of a program of an environment."""
    return environment / ("Scripts" if IS_WINDOWS else "bin") / name


def fingerprint(lock: bytes) -> str:
    """Sum up what the environment depends on; another sum asks for another environment."""
    return hashlib.sha256(lock + sys.version.encode()).hexdigest()


def install_command(uv: Path, python: Path, lock: Path) -> list[str | Path]:
    """Give the command that installs what the lock names, and nothing else."""
    options = ("--no-deps", "--require-hashes", "--compile-bytecode")
    return [uv, "pip", "install", "-q", *options, "--python", python, "-r", lock]


def ensure() -> Path:
    """Have the environment ready; give its interpreter."""
    wanted = fingerprint(LOCK.read_bytes())
    python = program(PEERS, "python")
    if not is_ready(python, wanted):
        with one_at_a_time(LOCK):
            if not is_ready(python, wanted):
                build(python, wanted)
    return python


def is_ready(python: Path, wanted: str) -> bool:
    """Say whether the environment was finished for this fingerprint."""
    return python.exists() and STAMP.exists() and STAMP.read_text("utf-8") == wanted


def build(python: Path, wanted: str) -> None:
    """Make the environment from nothing; the stamp is put on last."""
    uv = Path(sys.executable).with_name("uv")
    if not uv.exists():
        sys.exit(f"bench: {uv} is not there. Run: python3 scripts/dev.py setup")
    say("setting up .venv-peers, once")
    venv.create(PEERS, clear=True, symlinks=not IS_WINDOWS)
    subprocess.run(install_command(uv, python, LOCK), check=True)
    STAMP.write_text(wanted, "utf-8")


def data_file(package: str, name: str) -> Path:
    """Find a file that comes with a package of the peers."""
    ensure()
    for folder in (PEERS / "lib", PEERS / "Lib"):
        for found in sorted(folder.rglob(f"site-packages/{package}/**/{name}")):
            return found
    raise FileNotFoundError(f"{name} of {package}, in {PEERS}")
