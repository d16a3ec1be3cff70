"""MiniZinc with Gecode: the model beside this file, one part of a goal after the other.

    python -m scripts.bench.planning_peers.minizinc_gecode INSTANCE.json SECONDS

The driver flattens the model again for each part, as it has to; the first time counts as making the
model, the others as solving. Gecode tells no bounds but that its last plan is the best.
"""

from __future__ import annotations

import json
import resource
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from scripts.bench.planning_peers.answer import Answer, Flown, tell, told_plan
from scripts.bench.planning_peers.instance import Instance
from scripts.bench.planning_peers.minizinc_data import cannot, data_of, parts_of
from scripts.bench.planning_peers.staging import asked, peak_mb

MODEL = Path(__file__).with_name("planning.mzn")
SOLVER = "gecode"
THREADS = 2
MISSING = "MiniZinc is not there: install Debian's minizinc and flatzinc to have its column."


def is_there() -> bool:
    """Say whether the driver and Gecode's interpreter are installed."""
    return shutil.which("minizinc") is not None and shutil.which("fzn-gecode") is not None


class Gecode:
    """Runs the driver; ``plan`` is the best found so far."""

    def __init__(self, instance: Instance, folder: Path, limit_s: float) -> None:
        """Write the data once, flatten once to know how long that takes."""
        self._instance = instance
        self._folder = folder
        self._data = data_of(instance)
        self.plan: dict[str, Any] | None = None
        begun = perf_counter()
        subprocess.run(
            [
                *self._command(1, []),
                "-c",
                "--fzn",
                str(folder / "model.fzn"),
                "--ozn",
                str(folder / "model.ozn"),
            ],
            check=False,
            capture_output=True,
            timeout=10 * limit_s,
        )
        self.flattening_s = perf_counter() - begun
        self.started = perf_counter()
        self._deadline = self.started + limit_s

    def at_s(self) -> float:
        """Give the seconds of solving so far."""
        return round(perf_counter() - self.started, 4)

    def _command(self, stage: int, best: list[int]) -> list[str]:
        data = self._folder / "data.json"
        data.write_text(json.dumps(self._data | {"stage": stage, "best": best}), "utf-8")
        return ["minizinc", "--solver", SOLVER, str(MODEL), str(data)]

    def minimise(self, stage: int, best: list[int], part: str) -> str:
        """Minimise one part; say how it ended."""
        left_ms = int(1000 * max(0.01, self._deadline - perf_counter()))
        options = ["-a", "-p", str(THREADS), "--time-limit", str(left_ms)]
        command = [*self._command(stage + 1, best), *options]
        ended = "unknown"
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        ) as driver:
            assert driver.stdout is not None
            for line in driver.stdout:
                if line.startswith("{"):
                    self.plan, ended = json.loads(line), "feasible"
                    value = self.plan["costs"][stage]
                    tell(
                        told="plan",
                        at_s=self.at_s(),
                        stage=stage,
                        parts=[part],
                        value=value,
                        bound=0,
                    )
                    if value == 0:  # no cost is below 0
                        driver.terminate()
                        return "optimal"
                elif line.startswith("=========="):
                    ended = "optimal"
                elif "UNSATISFIABLE" in line:
                    ended = "infeasible"
            assert driver.stderr is not None
            faults = driver.stderr.read()
        if "rror" in faults and self.plan is None:
            sys.stderr.write(faults)
        return ended


def answer_of(instance: Instance, told: dict[str, Any]) -> Answer:
    """Read the numbers of the model's output."""
    ships, ports, people, days = (
        [one.id for one in instance.ships],
        [one.id for one in instance.ports],
        [one.id for one in instance.people],
        instance.days,
    )
    flown = {}
    for n, ship in enumerate(instance.ships):
        launch, undock, move = (told[name][n] for name in ("launch", "undock", "move"))
        if launch >= days:
            continue
        stays = [(ports[told["port1"][n] - 1], launch + ship.transit_days)]
        if move < undock:
            stays.append((ports[told["port2"][n] - 1], move))
        up = tuple(p for p, number in zip(people, told["up"], strict=True) if number == n + 1)
        down = tuple(p for p, number in zip(people, told["down"], strict=True) if number == n + 1)
        flown[ship.id] = Flown(launch, undock, tuple(stays), up, down)
    seats: dict[str, tuple[tuple[int, str | None], ...]] = {}
    for n, person in enumerate(people):
        rows: list[tuple[int, str | None]] = []
        for day, number in enumerate(told["seat"][n * days : (n + 1) * days]):
            seat = ships[number - 1] if number > 0 else None
            if number >= 0 and (not rows or rows[-1][1] != seat):
                rows.append((day, seat))
        seats[person] = tuple(rows)
    return Answer(flown, seats)


def main() -> None:
    """Flatten, solve part by part, tell."""
    instance, limit_s, _ = asked()
    faults = cannot(instance)
    if not is_there() or faults:
        tell(told="cannot", why="; ".join(faults) or MISSING)
        return
    with TemporaryDirectory(prefix="rotation-minizinc-") as folder:
        gecode, parts, best = (
            Gecode(instance, Path(folder), limit_s),
            parts_of(instance),
            list[int](),
        )
        tell(told="built", seconds=gecode.flattening_s, stages=len(parts))
        status = "optimal"
        for stage, part in enumerate(parts):
            is_done = gecode.plan is not None and gecode.plan["costs"][stage] == 0
            ended = "optimal" if is_done else gecode.minimise(stage, best, part)
            if ended != "optimal" or gecode.plan is None:
                status = ended if gecode.plan is None else "feasible"
                tell(told="cut", at_s=gecode.at_s(), stage=stage, parts=[part], bound=None)
                break
            best.append(gecode.plan["costs"][stage])
            tell(told="stage", at_s=gecode.at_s(), stage=stage, parts=[part], values=best[-1:])
        at_s, told = gecode.at_s(), gecode.plan
        plan = told_plan(answer_of(instance, told)) if told else None
        memory = max(peak_mb(), peak_mb(resource.RUSAGE_CHILDREN))
        tell(told="end", at_s=at_s, status=status, plan=plan, memory_mb=memory)


if __name__ == "__main__":
    main()
