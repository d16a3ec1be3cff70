"""Runs a solver on a case in a process of its own, and sums up what it told.

Seconds are counted from the start of solving; building the model stands apart. ``open`` is how much
is not proved: the share of the parts of all goals without a proof, 1 while there is no plan at all.
``open_integral`` is its mean over the whole limit, in seconds.
"""

from __future__ import annotations

import itertools
import json
import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from scheduler.audit import audit, breaches
from scheduler.domain import Plan, Problem
from scheduler.rules import RULES
from scripts.bench.peers import environment
from scripts.bench.planning_peers import minizinc_gecode
from scripts.bench.planning_peers.answer import Answer
from scripts.bench.planning_peers.decoding import plan_of, scores_of
from scripts.bench.planning_peers.posing import instance_of
from scripts.bench.planning_peers.staging import MOST_MEMORY_GB, OUT_OF_MEMORY

PACKAGE = "scripts.bench.planning_peers"
LOOKS_S = (1.0, 10.0, 60.0)
SPARE = 2.0
"""How often the limit a process may take, building and all, before it is ended."""


@dataclass(frozen=True)
class Peer:
    """A solver: its module, what it is asked, and whether it can say a part of planning only."""

    name: str
    module: str
    options: dict[str, object] = field(default_factory=dict)
    is_part: bool = False
    has_own_environment: bool = False

    def missing(self) -> str:
        """Say why it cannot be run here; nothing when it can."""
        if self.module == "minizinc_gecode" and not minizinc_gecode.is_there():
            return minizinc_gecode.MISSING
        return ""

    def command(self, file: Path, limit_s: float) -> list[str]:
        """Give the command that answers an instance."""
        python = str(environment.ensure()) if self.has_own_environment else sys.executable
        module = f"{PACKAGE}.{self.module}"
        return [python, "-m", module, str(file), str(limit_s), json.dumps(self.options)]


OURS = Peer("ours", "ours")
PEERS = (
    Peer("plain CP-SAT, weighted", "plain_cpsat"),
    Peer("plain CP-SAT, by part", "plain_cpsat", {"by_part": True}),
    Peer("HiGHS", "mip_highs"),
    Peer("MiniZinc, Gecode", "minizinc_gecode"),
    Peer("PyJobShop (part)", "pyjobshop_peer", is_part=True, has_own_environment=True),
)


@dataclass(frozen=True)
class Measured:
    """What one run of one solver took, and what its plan is worth.

    ``proof_s`` is none unless every part is proved, or that there is no plan. ``verdict`` is what
    ``check`` says of the plan. ``lacks`` is what the solver cannot say of this case.
    """

    solver: str
    limit_s: float
    status: str
    build_s: float | None = None
    first_plan_s: float | None = None
    proof_s: float | None = None
    proved: dict[str, float] = field(default_factory=dict)
    parts: int = 0
    open_after: dict[str, float] = field(default_factory=dict)
    open_integral: float | None = None
    memory_mb: float | None = None
    verdict: str = "no plan"
    scores: dict[str, int] = field(default_factory=dict)
    lacks: Sequence[str] = ()
    trace: Sequence[dict[str, Any]] = ()

    @property
    def in_hand(self) -> str:
        """Name the parts that it was working on when the time ran out; nothing when all is done."""
        if self.proof_s is not None or not self.trace:
            return ""
        parts = self.trace[-1]["parts"]
        return parts[0] if len(parts) == 1 else f"{parts[0]} to {parts[-1]}"


def run_ours(problem: Problem, limit_s: float) -> Measured:
    """Let our own search plan a case."""
    with TemporaryDirectory(prefix="rotation-bench-") as name:
        folder = Path(name)
        posed, outcome = folder / "problem.pickle", folder / "outcome.pickle"
        posed.write_bytes(pickle.dumps(problem))
        module = f"{PACKAGE}.{OURS.module}"
        command = [sys.executable, "-m", module, str(posed), str(limit_s), str(outcome)]
        lines = told_by(command, limit_s)
        plan = pickle.loads(outcome.read_bytes()).plan if outcome.exists() else None
    return summed(OURS, problem, limit_s, lines, plan)


def run_peer(peer: Peer, problem: Problem, limit_s: float) -> Measured:
    """Let a peer plan a case; its plan is put together from its numbers and judged."""
    missing = peer.missing()
    if missing:
        print(f"bench: {missing}", file=sys.stderr, flush=True)
        return Measured(peer.name, limit_s, "missing", lacks=(missing,))
    with TemporaryDirectory(prefix="rotation-bench-") as folder:
        file = Path(folder) / "instance.json"
        instance_of(problem).write(file)
        lines = told_by(peer.command(file, limit_s), limit_s)
    plans = [line["plan"] for line in lines if line.get("plan")]
    plan = plan_of(problem, Answer.of(plans[-1])) if plans else None
    return summed(peer, problem, limit_s, lines, plan)


def told_by(command: list[str], limit_s: float) -> list[dict[str, Any]]:
    """Run a process, with all that it starts, for no longer than it may; give its lines."""
    env = os.environ | {"PYTHONPATH": str(environment.ROOT), "PYTHONHASHSEED": "0"}
    with subprocess.Popen(
        command,
        cwd=environment.ROOT,
        env=env,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        try:
            text, _ = process.communicate(timeout=SPARE * limit_s + 10)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            text, _ = process.communicate()
    lines = [json.loads(line) for line in text.splitlines() if line.endswith("}")]
    if process.returncode in (OUT_OF_MEMORY, -signal.SIGABRT):
        return [*lines, {"told": "end", "status": f"over {MOST_MEMORY_GB} GB of memory"}]
    if process.returncode not in (0, -signal.SIGKILL):
        raise RuntimeError(f"{' '.join(command[:3])} ended with {process.returncode}.")
    return lines


def summed(
    peer: Peer, problem: Problem, limit_s: float, lines: list[dict[str, Any]], plan: Plan | None
) -> Measured:
    """Sum up the lines of a process."""
    by_kind = {line["told"]: line for line in lines}
    if "cannot" in by_kind:
        return Measured(peer.name, limit_s, "cannot", lacks=(by_kind["cannot"]["why"],))
    end, names = by_kind.get("end", {}), list(scores_of(problem, Plan()))
    ended = "ended at the limit" if "built" in by_kind else "ended while still building"
    status = end.get("status", ended)
    proved = {
        part: line["at_s"] for line in lines if line["told"] == "stage" for part in line["parts"]
    }
    seen = [line["at_s"] for line in lines if line["told"] in ("plan", "stage")]
    whole = 1 if peer.is_part else len(names)
    if status == "infeasible":  # all is known of every part: there is no plan
        proved = dict.fromkeys(names[:whole], end["at_s"])
    first = min(seen, default=None)
    known = min(proved.values()) if status == "infeasible" else first
    return Measured(
        solver=peer.name,
        limit_s=limit_s,
        status=status,
        build_s=by_kind.get("built", {}).get("seconds"),
        first_plan_s=first,
        proof_s=max(proved.values()) if len(proved) == whole else None,
        proved=proved,
        parts=whole,
        open_after={f"{s:g}": open_at(s, known, proved, whole) for s in LOOKS_S if s <= limit_s},
        open_integral=integral(limit_s, known, proved, whole),
        memory_mb=end.get("memory_mb"),
        verdict=judged(problem, plan) if not peer.is_part else "not a whole plan",
        scores=scores_of(problem, plan) if plan else {},
        lacks=tuple(by_kind.get("built", {}).get("lacks", ())),
        trace=[line for line in lines if line["told"] in ("plan", "stage", "cut")],
    )


def open_at(at_s: float, first: float | None, proved: dict[str, float], parts: int) -> float:
    """Give the share of the parts that is not proved at a moment; 1 without a plan."""
    if first is None or at_s < first:
        return 1.0
    return 1.0 - sum(when <= at_s for when in proved.values()) / parts


def integral(limit_s: float, first: float | None, proved: dict[str, float], parts: int) -> float:
    """Add up the open share over the limit, in seconds."""
    moments = sorted({0.0, limit_s, *proved.values(), *([first] if first is not None else [])})
    moments = [moment for moment in moments if moment <= limit_s]
    spans = itertools.pairwise(moments)
    return round(sum((b - a) * open_at(a, first, proved, parts) for a, b in spans), 4)


def judged(problem: Problem, plan: Plan | None) -> str:
    """Say what ``check`` finds in a plan."""
    if plan is None:
        return "no plan"
    found = breaches(audit(plan, problem, RULES))
    return "clean" if not found else f"{len(found)} breaches: {found[0].text}"
