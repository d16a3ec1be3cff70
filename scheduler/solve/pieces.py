"""A long problem in pieces: ships in a row, solved by themselves.

Two things can be had of a piece. With all ships before it held and those after it left out, it
takes a plan further, so piece after piece gives a whole plan. With all others left out, the least
that it costs is a bound for every plan; the bounds of pieces that share no cost add up.

Leaving a ship out drops every constraint that speaks of it, so whatever held before still holds:
that is all that a bound needs, and no rule has to know of it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

from ortools.sat.python import cp_model, cp_model_helper

from scheduler.board import Board, Number
from scheduler.solve.engine import Answer, Engine

Constraint: TypeAlias = cp_model_helper.ConstraintProto
Solution: TypeAlias = tuple[int, ...]
NOTHING = Constraint()

LONG_SHIPS = 40
"""Ships still to be placed beyond which a problem is gone through in pieces; assumed."""
SMALL, USUAL = 12, 24
"""Ships that a piece settles where a plan is found, and where it is made better; measured."""
CORE_WORK = 0.25
"""Work that a piece may cost core by core, in deterministic seconds; assumed."""
WORK = 1.0
"""Work that one piece may cost, in deterministic seconds; assumed."""


@dataclass(frozen=True)
class Piece:
    """Places of ships in the order of their days: ``core`` is its own, ``seen`` more than that."""

    core: range
    seen: range


class Pieces:
    """Cuts the model of a board into pieces, as it stands."""

    def __init__(self, board: Board) -> None:
        """Put the ships in order; note whose each variable is, and whom each constraint binds."""
        ships = sorted(board.ships.values(), key=lambda ship: (ship.flight.dock_on, ship.id))
        places = {ship.id: place for place, ship in enumerate(ships)}
        self._model = board.model.clone()
        self._goes_by_cores = True
        self._number = len(ships)
        self._owners = {
            var.index: place for place, ship in enumerate(ships) for var in ship.variables()
        }
        for queue in board.queues:
            for (ship, _), literal in queue.carries.items():
                if isinstance(literal, cp_model.IntVar):
                    self._owners[literal.index] = places[ship]
        self._mentions = [mentioned(one) for one in board.model.proto.constraints]
        self._binds = [
            frozenset(self._owners[index] for index in indices if index in self._owners)
            for indices in self._mentions
        ]

    def first_plan(self, engine: Engine, objective: Number) -> Answer | None:
        """Settle piece after piece; none where one of them finds nothing."""
        answer: Answer | None = None
        for piece in self._pieces(SMALL):
            model = self._without(range(piece.seen.stop, self._number))
            if answer is not None:
                self._hold(model, range(piece.core.start), answer.values)
                hint(model, answer.values)
            model.minimize(objective)
            answer = self._solve(engine, model)
            if not answer.has_plan:
                return None
        return answer and replace(answer, values=answer.values[: len(self._model.proto.variables)])

    def held(self, engine: Engine, objective: Number, values: Solution) -> Answer:
        """Find what a plan costs by variables that are newer than it."""
        model = self._model.clone()
        self._hold(model, range(self._number), values)
        hint(model, values)
        model.minimize(objective)
        return engine.solve(model)

    def improved(self, engine: Engine, objective: Number, values: Solution) -> Solution:
        """Free each piece of a plan in turn, with all others held, and keep what is better."""
        for piece in self._pieces(USUAL):
            model = self._model.clone()
            others = (*range(piece.seen.start), *range(piece.seen.stop, self._number))
            self._hold(model, others, values)
            hint(model, values)
            model.minimize(objective)
            answer = self._solve(engine, model)
            values = answer.values or values
        return values

    def bounds(self, engine: Engine, objective: Number, ships: int) -> Iterator[tuple[Number, int]]:
        """Give what each piece of so many ships costs in every plan: the sum, and its bound."""
        costs = self._costs(objective)
        for piece in self._pieces(ships):
            cost = sum(term for place in piece.core for term in costs.get(place, ()))
            if isinstance(cost, int):
                continue
            model = self._without({*range(self._number)} - {*piece.seen})
            model.clear_hints()
            model.minimize(cost)
            answer = self._solve(engine, model)
            if answer.bound > 0:  # costs are counts: no less than 0 is known of each
                yield cost, answer.bound

    def _solve(self, engine: Engine, model: cp_model.CpModel) -> Answer:
        """Solve one piece core by core; from the first on which that is stuck, as usual."""
        if self._goes_by_cores:
            answer = engine.by_cores(model, CORE_WORK)
            if answer.is_proved:
                return answer
            self._goes_by_cores = False
        return engine.solve(model, work=WORK)

    def _pieces(self, ships: int) -> Iterator[Piece]:
        neighbours = SMALL // 2 if ships <= SMALL else USUAL // 3
        for start in range(0, self._number, ships):
            end = min(start + ships, self._number)
            seen = range(max(0, start - neighbours), min(end + neighbours, self._number))
            yield Piece(range(start, end), seen)

    def _costs(self, objective: Number) -> dict[int, list[cp_model.LinearExpr]]:
        """Sort the terms of an objective by the last ship that their constraints bind."""
        if isinstance(objective, int):
            return {}
        flat = cp_model.FlatIntExpr(objective)
        last = {var.index: self._owners.get(var.index, -1) for var in flat.vars}
        for indices, ships in zip(self._mentions, self._binds, strict=True):
            for index in indices & last.keys() if ships else ():
                last[index] = max(last[index], *ships)
        costs: dict[int, list[cp_model.LinearExpr]] = {}
        for var, weight in zip(flat.vars, flat.coeffs, strict=True):
            costs.setdefault(last[var.index], []).append(weight * var)
        return costs

    def _without(self, places: Collection[int]) -> cp_model.CpModel:
        """Leave ships out: clear each constraint that binds one; its intervals never happen."""
        model, left_out = self._model.clone(), frozenset(places)
        never = model.new_constant(0).index
        for ships, constraint in zip(self._binds, model.proto.constraints, strict=True):
            if not ships & left_out:
                continue
            if constraint.has_interval():
                constraint.enforcement_literal.clear()
                constraint.enforcement_literal.append(never)
            else:
                constraint.copy_from(NOTHING)
        return model

    def _hold(self, model: cp_model.CpModel, places: Collection[int], values: Solution) -> None:
        """Hold all that is decided of some ships."""
        held = frozenset(places)
        for index, place in self._owners.items():
            if place in held and index < len(values):
                domain = model.proto.variables[index].domain
                domain.clear()
                domain.extend([values[index], values[index]])


def hint(model: cp_model.CpModel, values: Solution) -> None:
    """Tell a solve where to begin."""
    model.clear_hints()
    model.proto.solution_hint.vars.extend(range(len(values)))
    model.proto.solution_hint.values.extend(values)


def mentioned(constraint: Constraint) -> frozenset[int]:
    """Name the variables that a constraint speaks of, by index; what packs intervals has none."""
    found = [*constraint.enforcement_literal]
    if constraint.has_linear():
        found += constraint.linear.vars
    elif constraint.has_interval():
        interval = constraint.interval
        found += [*interval.start.vars, *interval.size.vars, *interval.end.vars]
    else:
        for kind in ("bool_or", "bool_and", "at_most_one", "exactly_one"):
            if getattr(constraint, f"has_{kind}")():
                found += getattr(constraint, kind).literals
    return frozenset(max(index, ~index) for index in found)
