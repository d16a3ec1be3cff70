"""Asks CPMpy, in its own process and environment, about a CP-SAT model."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from scripts.bench.peers import environment
from scripts.bench.questions import Question

PEER = "scripts.bench.peers.cpmpy_peer"


@dataclass(frozen=True)
class Told:
    """What the peer found: the places of the members in the question, and how long it took.

    ``seconds`` and ``members`` are none where it was stopped at the limit. ``translating_s`` is
    told apart and counts for nothing: a user of the peer would have written its words at once.
    """

    method: str
    limit_s: float
    translating_s: float | None = None
    seconds: float | None = None
    members: tuple[int, ...] | None = None


def ask(question: Question, method: str, limit_s: float) -> Told:
    """Let the peer answer by one of its methods, for so many seconds after translation."""
    with TemporaryDirectory(prefix="rotation-bench-") as folder:
        lines = exchange(question, {"method": method}, Path(folder), limit_s)
    return told(method, limit_s, lines)


def told(method: str, limit_s: float, lines: Sequence[dict[str, Any]]) -> Told:
    """Read the peer's lines; the second is missing where it was stopped."""
    translating_s = lines[0]["translating_s"] if lines else None
    if len(lines) < 2:
        return Told(method, limit_s, translating_s)
    return Told(method, limit_s, translating_s, lines[1]["seconds"], tuple(lines[1]["members"]))


def which_hold(question: Question, subsets: Sequence[Sequence[int]]) -> list[bool]:
    """Ask the peer which subsets of the requirements, by place, can hold together."""
    numbers = [switch.index for switch in question.switches]
    wanted = [[numbers[place] for place in subset] for subset in subsets]
    asked = {"method": "subsets", "subsets": wanted}
    with TemporaryDirectory(prefix="rotation-bench-") as folder:
        lines = exchange(question, asked, Path(folder), 600.0)
    return list(lines[1]["holds"])


def exchange(
    question: Question, asked: dict[str, Any], folder: Path, limit_s: float
) -> list[dict[str, Any]]:
    """Hand the model over as a file and read what the peer tells until the limit."""
    model, file = folder / "model.pb", folder / "question.json"
    question.model.export_to_file(str(model))
    switches = [switch.index for switch in question.switches]
    file.write_text(json.dumps({"model": str(model), "switches": switches, **asked}), "utf-8")
    command = [str(environment.ensure()), "-m", PEER, str(file)]
    env = os.environ | {"PYTHONHASHSEED": "0", "PYTHONPATH": str(environment.ROOT)}
    with subprocess.Popen(
        command, cwd=environment.ROOT, env=env, stdout=subprocess.PIPE, text=True
    ) as peer:
        assert peer.stdout is not None
        first = peer.stdout.readline()
        try:
            rest, _ = peer.communicate(timeout=limit_s)
        except subprocess.TimeoutExpired:
            peer.kill()
            rest = ""
    lines = [json.loads(line) for line in (first, *rest.splitlines()) if line.strip()]
    if not lines or (peer.returncode and rest):
        raise RuntimeError(f"The peer ended with {peer.returncode}.")
    return lines
