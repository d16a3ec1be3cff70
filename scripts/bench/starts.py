"""How ``rotation`` starts and plans the shipped what-ifs, as ratios within one run.

Cold is a fresh process that finds no compiled bytecode (an empty cache folder, nothing
written to it). Warm is a fresh process that finds everything compiled and read before. Each
figure is a median, with the least and the most beside it. A ratio is taken within each
repetition, whose two sides are measured one after the other, so it means the same on a fast
machine and on a slow one; seconds do not. Nothing is stored by the runs measured here.
"""

from __future__ import annotations

import importlib.metadata
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from time import perf_counter
from typing import Any

from scripts.bench.telling import held, say, spread

ROOT = Path(__file__).resolve().parents[2]
ROTATION = Path(sys.executable).with_name("rotation")
SCHEMA = "rotation.bench/1"
WHAT_IFS = Path("config") / "what-if"
FIRST = "ms-22-leak.yaml"
MOST_SOLVING_S = 1.0  # issue 6, "To show", point 2: on two idle cores
MOST_HELP_S = 0.15  # design.md, section 4.5: on an idle machine
MOST_WHOLE = 1.25  # issue 6, point 4: all of a plan but the import floor, to its solving
FLOOR = "import pydantic, typer, yaml; from ortools.sat.python import cp_model"
BUSY = "WARNING: the machine was busy before this began; the bounds are for an idle one."
BUSY_LOAD = 0.5  # processes at work before anything is measured; assumed
ANSWERS = (0, 3, 4)  # exit status: a plan, proved infeasible, undecided


@dataclass(frozen=True)
class Planned:
    """One run of ``rotation plan``: all of it, CP-SAT's part, and how it ended."""

    total_s: float
    solving_s: float
    verdict: str
    proved: int
    goals: int


@dataclass(frozen=True)
class Start:
    """How ``rotation`` starts, cold or warm: one entry a repetition in each list.

    ``floors_s`` are starts of an interpreter that imports the libraries which every plan needs
    and does nothing else.
    """

    plans: Sequence[Planned]
    helps_s: Sequence[float]
    bares_s: Sequence[float]
    floors_s: Sequence[float]


@dataclass(frozen=True)
class Report:
    """All that was measured, and on what."""

    machine: dict[str, Any]
    repeat: int
    cold: Start
    warm: Start
    what_ifs: Mapping[str, Sequence[Planned]]


def environment(cache: Path | None) -> dict[str, str]:
    """Give a child its environment; with a cache folder it compiles afresh and keeps nothing."""
    own = ("PYTHONDONTWRITEBYTECODE", "PYTHONPYCACHEPREFIX")
    found = {key: value for key, value in os.environ.items() if key not in own}
    if cache is None:
        return found
    return found | {"PYTHONDONTWRITEBYTECODE": "1", "PYTHONPYCACHEPREFIX": str(cache)}


def timed(command: Sequence[str | Path], env: dict[str, str]) -> tuple[float, str]:
    """Run a program to its end; give the seconds it took and what it wrote."""
    begun = perf_counter()
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    seconds = perf_counter() - begun
    if done.returncode not in ANSWERS:
        told = f"{' '.join(map(str, command))} ended with {done.returncode}:\n{done.stderr}"
        sys.exit(f"bench: {told}")
    return seconds, done.stdout


def plan_once(what_if: str, env: dict[str, str]) -> Planned:
    """Plan a what-if in a process of its own."""
    seconds, text = timed([ROTATION, "plan", WHAT_IFS / what_if, "--json", "--no-save"], env)
    return planned(seconds, json.loads(text))


def planned(total_s: float, run: dict[str, Any]) -> Planned:
    """Read what a run document says of its own making."""
    proofs = [goal["proved"] for goal in run["goals"]]
    return Planned(total_s, run["solver"]["seconds"], run["verdict"], sum(proofs), len(proofs))


def measure_start(repeat: int, is_cold: bool) -> Start:
    """Measure plan, help and a bare interpreter in turn, ``repeat`` times."""
    say("cold starts" if is_cold else "warm starts")
    plans, helps_s, bares_s, floors_s = [], [], [], []
    for _ in range(repeat):
        with tempfile.TemporaryDirectory(prefix="rotation-bench-") as empty:
            env = environment(Path(empty) if is_cold else None)
            bares_s.append(timed([sys.executable, "-c", "pass"], env)[0])
            helps_s.append(timed([ROTATION, "--help"], env)[0])
            floors_s.append(timed([sys.executable, "-c", FLOOR], env)[0])
            plans.append(plan_once(FIRST, env))
    return Start(plans, helps_s, bares_s, floors_s)


def measure(repeat: int, names: Sequence[str]) -> Report:
    """Measure everything; the first runs of all, which only compile, do not count."""
    machine = machine_facts()
    say("compiling")
    timed([ROTATION, "--help"], environment(None))
    plan_once(FIRST, environment(None))
    warm = measure_start(repeat, False)
    cold = measure_start(repeat, True)
    what_ifs: dict[str, Sequence[Planned]] = {FIRST: warm.plans}
    for name in names:
        if name not in what_ifs:
            say(name)
            what_ifs[name] = [plan_once(name, environment(None)) for _ in range(repeat)]
    return Report(machine, repeat, cold, warm, what_ifs)


def machine_facts() -> dict[str, Any]:
    """Say what the figures were taken on, and how busy it was just before."""
    return {
        "cores": os.cpu_count() or 1,
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        "ortools": importlib.metadata.version("ortools"),
        "load": round(os.getloadavg()[0], 2) if hasattr(os, "getloadavg") else None,
    }


def ratios(above: Sequence[float], below: Sequence[float]) -> list[float]:
    """Divide repetition by repetition."""
    return [one / other for one, other in zip(above, below, strict=True)]


def solving_shares(start: Start) -> list[float]:
    """Give CP-SAT's part of each plan."""
    return ratios([p.solving_s for p in start.plans], [p.total_s for p in start.plans])


def whole_ratios(start: Start) -> list[float]:
    """Divide each plan, less its import floor, by CP-SAT's part of it."""
    own = [plan.total_s - floor for plan, floor in zip(start.plans, start.floors_s, strict=True)]
    return ratios(own, [plan.solving_s for plan in start.plans])


def help_ratios(start: Start) -> list[float]:
    """Give how many bare interpreter starts each ``--help`` costs."""
    return ratios(start.helps_s, start.bares_s)


def text_of(report: Report) -> str:
    """Write the report for a reader."""
    facts, cold, warm = report.machine, report.cold, report.warm
    rows = [
        ("CP-SAT / all of rotation plan", *map(spread, map(solving_shares, (cold, warm)))),
        ("(plan - import floor) / CP-SAT", *map(spread, map(whole_ratios, (cold, warm)))),
        ("rotation --help / python -c pass", *map(spread, map(help_ratios, (cold, warm)))),
        ("rotation plan, s", *(spread([p.total_s for p in s.plans]) for s in (cold, warm))),
        ("  of it CP-SAT, s", *(spread([p.solving_s for p in s.plans]) for s in (cold, warm))),
        ("import floor, s", *(spread(s.floors_s) for s in (cold, warm))),
        ("rotation --help, s", *(spread(s.helps_s, 3) for s in (cold, warm))),
        ("python -c pass, s", *(spread(s.bares_s, 3) for s in (cold, warm))),
    ]
    limit = f"<= {MOST_SOLVING_S:g} s"
    lines = [
        f"{facts['cores']} cores, {facts['system']}, Python {facts['python']}, "
        f"OR-Tools {facts['ortools']}, load {facts['load']}",
        f"Repetitions: {report.repeat}; each figure is a median (least to most)",
        *([BUSY] if (facts["load"] or 0) > BUSY_LOAD else []),
        "",
        f"{FIRST:<34}{'cold':<24}warm",
        *(f"{name:<34}{one:<24}{other}" for name, one, other in rows),
        "",
        f"{'what-if, warm':<34}{'CP-SAT, s':<24}{limit:<9}{'verdict':<11}proved",
        *(what_if_line(name, runs) for name, runs in report.what_ifs.items()),
        "",
        f"(plan - import floor) / CP-SAT, warm, <= {MOST_WHOLE}: "
        f"{held(whole_ratios(warm), MOST_WHOLE)}",
        f"rotation --help, warm, <= {MOST_HELP_S} s: {held(warm.helps_s, MOST_HELP_S)}",
    ]
    return "\n".join(lines)


def what_if_line(name: str, runs: Sequence[Planned]) -> str:
    """Write one what-if; repetitions that end differently are told."""
    solving_s = [run.solving_s for run in runs]
    verdicts = "/".join(sorted({run.verdict for run in runs}))
    proved = f"{min(run.proved for run in runs)} of {runs[0].goals}"
    bound = held(solving_s, MOST_SOLVING_S)
    return f"{name:<34}{spread(solving_s):<24}{bound:<9}{verdicts:<11}{proved}"


def document_of(report: Report) -> dict[str, Any]:
    """Give the report for machines, every measurement included."""
    starts = {"cold": report.cold, "warm": report.warm}
    return {
        "schema": SCHEMA,
        "bounds": {
            "solving_s": MOST_SOLVING_S,
            "help_s": MOST_HELP_S,
            "whole_to_solving": MOST_WHOLE,
        },
        "ratios": {
            name: {
                "solving_share": solving_shares(start),
                "whole_to_solving": whole_ratios(start),
                "help_to_bare": help_ratios(start),
            }
            for name, start in starts.items()
        },
        **asdict(report),
    }


def shipped_what_ifs() -> list[str]:
    """List the what-ifs that come with the program."""
    return sorted(path.name for path in (ROOT / WHAT_IFS).glob("*.yaml"))
