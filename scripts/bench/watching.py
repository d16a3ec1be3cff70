"""One search, watched: how long each part takes, how far it comes, how much memory it needs."""

from __future__ import annotations

from resource import RUSAGE_SELF, getrusage
from sys import platform
from time import perf_counter
from typing import Any

from ortools.sat.python import cp_model

from scheduler.audit import audit, breaches
from scheduler.domain import Problem
from scheduler.rules import RULES
from scheduler.solve import Answer, Engine, search
from scripts.bench.measured import Watched
from scripts.bench.trace import Told, first_plan_s, told, traces


class WatchedEngine(Engine):
    """Notes when it is first asked, and how large that model is."""

    asked_at: float | None = None
    asked = 0
    variables = 0
    constraints = 0

    def solve(self, model: cp_model.CpModel, *rest: Any, **named: Any) -> Answer:  # noqa: ANN401
        """Solve as ever."""
        self.asked += 1
        if self.asked_at is None:
            self.asked_at = perf_counter()
            self.variables = len(model.proto.variables)
            self.constraints = len(model.proto.constraints)
        return super().solve(model, *rest, **named)


def watch(problem: Problem, limit_s: float) -> Watched:
    """Search a problem for so many seconds at most; judge the plan."""
    words: list[Told] = []
    begun = perf_counter()

    def note(goal: str, best: str, bound: str) -> None:
        words.append(told(perf_counter() - begun, goal, best, bound))

    engine = WatchedEngine(limit_s)
    outcome = search(problem, RULES, engine, note)
    search_s = perf_counter() - begun
    found = breaches(audit(outcome.plan, problem, RULES)) if outcome.plan else ()
    return Watched(
        verdict=outcome.verdict.value,
        build_s=(engine.asked_at or begun) - begun,
        first_plan_s=first_plan_s(words) or (search_s if outcome.plan else None),
        search_s=search_s,
        audit_s=perf_counter() - begun - search_s,
        solving_s=engine.seconds,
        asked=engine.asked,
        variables=engine.variables,
        constraints=engine.constraints,
        peak_mb=peak_mb(),
        breaches=tuple(finding.text for finding in found),
        goals=tuple(traces(words, outcome.goals, search_s)),
    )


def peak_mb() -> float:
    """Give the most memory that this process has held, in megabytes of a million bytes."""
    peak = getrusage(RUSAGE_SELF).ru_maxrss
    return peak / 1e6 if platform == "darwin" else peak * 1024 / 1e6
