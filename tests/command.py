"""The command as a user runs it: words in; status, standard output and standard error out."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

from scheduler.cli.app import app

ROOT = Path(__file__).resolve().parent.parent
WHAT_IFS = ROOT / "config" / "what-if"


@dataclass(frozen=True)
class Answer:
    """What one call of the command gave."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:  # noqa: ANN401  (JSON)
        """Read standard output as one JSON document."""
        return json.loads(self.out)


def rotation(*words: str | Path) -> Answer:
    """Run the command in this process; an error that is our own bug is raised."""
    result = CliRunner().invoke(app, [str(word) for word in words], prog_name="rotation")
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Answer(result.exit_code, result.stdout, result.stderr)


def rotation_process(
    *words: str | Path, folder: Path = ROOT, environment: Mapping[str, str] | None = None
) -> Answer:
    """Run the command in a process of its own, its output in pipes, in the project's folder."""
    own = {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", **(environment or {})}
    done = subprocess.run(
        [sys.executable, "-m", "scheduler", *map(str, words)],
        cwd=folder,
        env={**os.environ, **own},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return Answer(done.returncode, done.stdout, done.stderr)
