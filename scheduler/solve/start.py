"""A first plan to start from: what the trouble does not touch stays as published.

It is easy to find a plan near the published one and hard to find one anywhere. The plan found
here is only a hint: the search that follows proves every goal with all flights free.
"""

from __future__ import annotations

from collections.abc import Iterator

from ortools.sat.python import cp_model

from scheduler.board import Board, Number, Ship
from scheduler.domain import Problem
from scheduler.solve.engine import CORES, CORES_GLANCE, GLANCE, Answer, Engine
from scheduler.solve.pieces import LONG_SHIPS, Pieces, hint
from scheduler.solve.values import Values

BRIEF = 0.03
"""Work that making a first plan better may cost at first, in deterministic seconds; measured."""
WORK = 1.0
"""Work that it may cost where that fails, in the same; assumed."""


def untouched(problem: Problem, *, has_lines: bool = True) -> list[str]:
    """List the flights that nothing in the what-if or in the health of ships speaks of.

    Parameters
    ----------
    has_lines
        Let one touched flight touch its whole line: its crews may move on.
    """
    named = {demand.subject for demand in problem.demands}
    named |= {demand.flight for demand in problem.demands}
    named |= {fact.flight for fact in problem.health_facts}
    named |= {span.flight for span in problem.health_spans}
    named |= {flight.id for flight in problem.cancelled}
    named |= {f.id for f in problem.flights.values() if f.is_optional or f.is_added}
    known = (*problem.flights.values(), *problem.cancelled) if has_lines else ()
    lines = {flight.line for flight in known if flight.id in named}
    return [
        flight.id
        for flight in problem.flights.values()
        if flight.id not in named and (flight.line is None or flight.line not in lines)
    ]


def first_plan(board: Board, engine: Engine, objective: Number) -> Answer | None:
    """Look for a good plan that keeps as many untouched flights as published as it can.

    Returns
    -------
    None where there is no plan at all, or the time ran out.
    """
    flights = [board.ships[flight] for flight in untouched(board.problem)]
    tried = [flights]
    if not board.seats.groups:  # nobody's seat is in question
        tried.insert(0, [board.ships[id_] for id_ in untouched(board.problem, has_lines=False)])
    for kept in tried:
        if len(board.ships) - len(kept) > LONG_SHIPS:
            answer = Pieces(board).first_plan(engine, objective)
            if answer is not None:
                return answer
        answer = _keeping(board, engine, objective, kept)
        if not answer.is_infeasible:
            return answer if answer.has_plan else None
    model = board.model.clone()
    literals = [_kept(model, board, ship) for ship in flights]
    model.maximize(sum(literals))
    nearest = engine.quickly(model, [CORES_GLANCE]) or engine.solve(model)
    if not nearest.has_plan:
        return None
    model.add(sum(literals) >= nearest.objective)
    model.minimize(objective)
    answer = engine.solve(model, work=WORK)
    return answer if answer.has_plan else nearest


def _keeping(board: Board, engine: Engine, objective: Number, flights: list[Ship]) -> Answer:
    """Look for a good plan that keeps all these flights as published."""
    model = board.model.clone()
    hint_published(board, model)
    model.add_bool_and([_kept(model, board, ship) for ship in flights])
    seated = _seated(board, model, engine, objective) if board.seats.groups else None
    if seated and not seated.has_plan:
        return seated
    if seated:
        hint(model, seated.values)
    model.minimize(objective)
    answer = engine.solve(model, work=BRIEF)
    if answer.has_plan:
        return answer
    return seated or (answer if answer.is_proved else engine.stubborn(model, WORK))


def _seated(board: Board, model: cp_model.CpModel, engine: Engine, objective: Number) -> Answer:
    """Look for any plan, and for the best seats while ships come and go as they do in it."""
    answer = engine.quickly(model, [GLANCE]) or engine.solve(model)
    if not answer.has_plan:
        return answer
    value, seating = Values(answer.values), model.clone()
    hint(seating, answer.values)
    for ship in board.ships.values():
        for timepoint in (ship.launch, ship.undock):
            if not timepoint.is_known:
                seating.add(timepoint.expr == value(timepoint.expr))
    seating.minimize(objective)
    better = engine.quickly(seating, [CORES]) or engine.stubborn(seating, BRIEF)
    return better if better.has_plan else answer


def hint_published(board: Board, model: cp_model.CpModel | None = None) -> None:
    """Tell the solver to look first at what is published; by default on the board's own model."""
    model = model or board.model
    model.clear_hints()
    for ship in board.ships.values():
        for expr, number in published_days(board, ship):
            if isinstance(expr, cp_model.IntVar):
                model.add_hint(expr, number)


def _kept(model: cp_model.CpModel, board: Board, ship: Ship) -> cp_model.IntVar:
    """Make a literal that holds a flight to all that is published for it."""
    kept = model.new_bool_var(f"kept:{ship.id}")
    for expr, number in published_days(board, ship):
        if not isinstance(expr, int):
            model.add(expr == number).only_enforce_if(kept)
        elif expr != number:
            model.add(kept == 0)
    return kept


def published_days(board: Board, ship: Ship) -> Iterator[tuple[Number, int]]:
    """Walk what is published of a ship: its days and ports, each with its number on the board."""
    day, flight = board.calendar.day, ship.flight
    yield ship.undock.expr, day(flight.undock_on)
    if flight.is_ahead:
        yield ship.launch.expr, day(flight.launch_on)
    for number, slot in enumerate(ship.slots):
        call = flight.calls[number] if number < len(flight.calls) else None
        if call is None:
            if number and flight.calls:
                yield slot.is_used, 0
            continue
        yield slot.at.get(call.port, 0), 1
        if number:
            yield slot.start.expr, day(call.from_on)
