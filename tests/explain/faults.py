"""Engines that go wrong as CP-SAT has gone wrong, at calls that a test names."""

from __future__ import annotations

from collections.abc import Callable, Container
from dataclasses import replace

import pytest
from ortools.sat.python import cp_model

from scheduler.solve import Answer, Engine
from tests.explain.posing import NOTHING

EVERY_CALL = range(1_000_000)


class Faulty(Engine):
    """An engine that gives a wrong answer at some of its calls, quick ones and others alike.

    It blames whatever was assumed, so that each member is tried by itself.
    """

    def __init__(self, calls: Container[int]) -> None:
        """Count calls from 0."""
        super().__init__(60.0, workers=1)
        self._calls = calls
        self.called = 0

    def solve(
        self,
        model: cp_model.CpModel,
        on_better: Callable[[int, int], None] | None = None,
        work: float | None = None,
    ) -> Answer:
        """Solve, rightly or wrongly."""
        if self._is_turn():
            return self.wrong(model)
        return super().solve(model, on_better, work)

    def quick(self, model: cp_model.CpModel) -> tuple[Answer, frozenset[int]]:
        """Try, rightly or wrongly."""
        if self._is_turn():
            return self.wrong(model), frozenset()
        return super().quick(model)[0], frozenset(model.proto.assumptions)

    def wrong(self, model: cp_model.CpModel) -> Answer:
        """Give the wrong answer."""
        raise NotImplementedError

    def _is_turn(self) -> bool:
        self.called += 1
        return self.called - 1 in self._calls


class Denying(Faulty):
    """Says that nothing satisfies a model: google/or-tools issues 5295 and 3842."""

    def wrong(self, _model: cp_model.CpModel) -> Answer:
        """Deny."""
        return replace(NOTHING, status=cp_model.INFEASIBLE)


class Ignoring(Faulty):
    """Leaves assumptions out of account: google/or-tools issue 4109."""

    def wrong(self, model: cp_model.CpModel) -> Answer:
        """Solve the model without its assumptions, switches off wherever they may be."""
        free, assumed = model.clone(), list(model.proto.assumptions)
        free.clear_assumptions()
        free.minimize(sum(free.get_bool_var_from_proto_index(index) for index in assumed))
        return Engine(60.0, workers=1).solve(free)


def lie(monkeypatch: pytest.MonkeyPatch, seed: int, *, is_quick: bool) -> None:
    """Let each engine of a seed deny everything, when it tries quickly or in its thorough search.

    In the latter case its quick tries decide nothing, as with a world too large for them.
    """
    quick, solve = Engine.quick, Engine.solve
    denied = replace(NOTHING, status=cp_model.INFEASIBLE)

    def tries(engine: Engine, model: cp_model.CpModel) -> tuple[Answer, frozenset[int]]:
        if engine.seed != seed:
            return quick(engine, model)
        return denied if is_quick else NOTHING, frozenset()

    def solves(
        engine: Engine,
        model: cp_model.CpModel,
        on_better: Callable[[int, int], None] | None = None,
        work: float | None = None,
    ) -> Answer:
        return denied if engine.seed == seed else solve(engine, model, on_better, work)

    monkeypatch.setattr(Engine, "quick", tries)
    monkeypatch.setattr(Engine, "solve", solves)
