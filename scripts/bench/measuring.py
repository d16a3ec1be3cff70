"""Measures worlds, each in a fresh process, one after the other."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from scripts.bench.measured import Measured
from scripts.bench.starts import ROOT, environment
from scripts.bench.telling import say
from scripts.bench.worlds import World

GRACE_S = 120.0  # beyond the limit of the search, for building and for judging; assumed


def measure_all(worlds: Sequence[World], limit_s: float) -> list[Measured]:
    """Measure worlds in their order; tell each on standard error."""
    return list(_measured(worlds, limit_s))


def _measured(worlds: Sequence[World], limit_s: float) -> Iterator[Measured]:
    for world in worlds:
        say(f"{world.name}, seed {world.seed}")
        yield measure(world, limit_s)


def measure(world: World, limit_s: float) -> Measured:
    """Search one world in a process of its own, for so many seconds at most."""
    command = [sys.executable, "-m", "scripts.bench.worker"]
    try:
        done = subprocess.run(
            [*command, json.dumps(asdict(world)), str(limit_s)],
            cwd=ROOT,
            env=environment(None),
            capture_output=True,
            text=True,
            check=False,
            timeout=limit_s + GRACE_S,
        )
    except subprocess.TimeoutExpired:
        return Measured(world, fault=f"stopped after {limit_s + GRACE_S:g} s")
    if done.returncode != 0:
        last = (done.stderr.strip().splitlines() or [f"ended with {done.returncode}"])[-1]
        return Measured(world, fault=last)
    return Measured.of_document(world, json.loads(done.stdout))
