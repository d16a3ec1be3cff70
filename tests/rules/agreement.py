"""Ask both voices of a rule the same question, is this plan allowed; of a goal, what it costs.

The board counts people whom nothing tells apart; a plan names them. Two plans that differ in
names only are one to the board, so worlds drawn from at random hold no two people alike.
"""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import reject
from ortools.sat.python import cp_model

from scheduler.board import Board, Landing, LineQueue, Literal, Number, Ship
from scheduler.domain import Finding, FlightPlan, Plan, Problem, each_day, riders
from scheduler.goals import Goal
from scheduler.rules import Rule

Fixing = tuple[Number | Literal, int]


class Inexpressible(Exception):
    """The board cannot make the decisions of a plan at all, so no rule can be asked."""


def breaches(rule: Rule, plan: Plan, problem: Problem) -> list[Finding]:
    """Give what the checker objects to; what a plan may hold if it tells it, is left out."""
    return [finding for finding in rule.check(plan, problem) if not finding.is_told]


def checker_accepts(rule: Rule, plan: Plan, problem: Problem) -> bool:
    """Judge the plan in plain Python."""
    return not breaches(rule, plan, problem)


def solver_accepts(rule: Rule, plan: Plan, problem: Problem) -> bool:
    """Fix every decision to the plan and ask whether the posted rule allows it.

    Raises
    ------
    Inexpressible
        When the board without the rule does not allow the plan.
    """
    board = fixed_board(plan, problem)
    rule.post(board)
    if is_feasible(board.model):
        return True
    if not is_feasible(fixed_board(plan, problem).model):
        raise Inexpressible("the board allows no such plan, whatever the rule")
    return False


def sentences(rule: Rule, problem: Problem) -> list[str]:
    """Give what the requirements of a rule say, in the order in which it posts them."""
    board = Board(problem, has_switches=True)
    rule.post(board)
    return [one.sentence for one in board.switches]


def voices(rule: Rule, plan: Plan, problem: Problem) -> tuple[bool, bool]:
    """Give the checker's answer and the solver's, for a plan that a board can express.

    A refusal has to come from the rule's own requirements: switched off, they leave no trace.
    """
    is_allowed = solver_accepts(rule, plan, problem)
    if not is_allowed:
        assert not _accepts_switched(rule, plan, problem, is_on=True)
        assert _accepts_switched(rule, plan, problem, is_on=False)
    return checker_accepts(rule, plan, problem), is_allowed


def agree(rule: Rule, plan: Plan, problem: Problem) -> bool:
    """Say whether both voices give the same answer; a plan no board can express is passed over."""
    try:
        is_allowed = solver_accepts(rule, plan, problem)
    except Inexpressible:
        reject()
    return checker_accepts(rule, plan, problem) is is_allowed


def _accepts_switched(rule: Rule, plan: Plan, problem: Problem, *, is_on: bool) -> bool:
    board = fixed_board(plan, problem, has_switches=True)
    rule.post(board)
    for switch in board.switches.values():
        board.model.add(switch == is_on)
    return is_feasible(board.model)


def is_feasible(model: cp_model.CpModel) -> bool:
    """Ask CP-SAT, with one worker, whether a model has a solution."""
    solver = _solver()
    status = solver.solve(model)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE, cp_model.INFEASIBLE):
        raise AssertionError(f"CP-SAT says {solver.status_name(status)}: {model.validate()}")
    return status != cp_model.INFEASIBLE


def fixed_board(plan: Plan, problem: Problem, *, has_switches: bool = False) -> Board:
    """Make a board that leaves nothing out and fix its decisions to a plan."""
    board = Board(problem, is_narrow=False, has_switches=has_switches)
    for decision, value in _fixings(board, plan):
        if isinstance(decision, (bool, int)):
            if int(decision) != value:
                raise Inexpressible("the plan changes what is past or impossible")
            continue
        board.model.add(decision == value)
    return board


def _fixings(board: Board, plan: Plan) -> Iterator[Fixing]:
    for ship in board.ships.values():
        planned = plan.flight(ship.id)
        if planned is None:
            raise Inexpressible(f"{ship.id} is missing from the plan")
        yield from _days(board, ship, planned)
        yield from _slots(board, ship, planned)
    for queue in board.queues:
        yield from _loads(board, queue, plan)
    for landing in board.seats.landings:
        yield from _landed(landing, plan)
    yield from _held(board, plan)
    _look_for_strays(board, plan)


def _days(board: Board, ship: Ship, planned: FlightPlan) -> Iterator[Fixing]:
    if not planned.flies:
        yield ship.flies, 0
        return
    if planned.launch_on is None or planned.undock_on is None:
        raise Inexpressible(f"{ship.id} flies without its days")
    yield ship.flies, 1
    yield ship.launch.expr, board.calendar.day(planned.launch_on)
    yield ship.undock.expr, board.calendar.day(planned.undock_on)


def _slots(board: Board, ship: Ship, planned: FlightPlan) -> Iterator[Fixing]:
    stays = planned.ports if planned.flies else ()
    if len(stays) > len(ship.slots):
        raise Inexpressible(f"{ship.id} is moved more often than the board allows")
    for number, slot in enumerate(ship.slots):
        stay = stays[number] if number < len(stays) else None
        yield slot.is_used, stay is not None
        for port, literal in slot.at.items():
            yield literal, stay is not None and stay.port == port
        if stay is not None and stay.port not in slot.at:
            raise Inexpressible(f"{ship.id} cannot be at {stay.port}")
        if stay is not None and number:
            yield slot.start.expr, board.calendar.day(stay.from_on)


def _loads(board: Board, queue: LineQueue, plan: Plan) -> Iterator[Fixing]:
    for ship in queue.ships:
        planned = plan.flight(ship.id)
        people = set(planned.crew_up) if planned and planned.flies else set()
        loads = {
            crew: set(riders(board.problem, ship.id, board.problem.any_flight(crew).crew))
            for crew, _ in queue.loads(ship.id)
        }
        if people and people not in loads.values():
            raise Inexpressible(f"{ship.id} brings people who are no crew due on it")
        for crew, literal in queue.loads(ship.id):
            yield literal, bool(people) and loads[crew] == people


def _landed(landing: Landing, plan: Plan) -> Iterator[Fixing]:
    """Count who of a class lands in a ship; who comes up and lands in none, is left aboard."""
    ship = landing.ship.id if landing.ship else None
    home = {stay.person: stay.down for stay in plan.stays if stay.up is not None}
    people = [person for person in landing.people.people if person in home]
    yield landing.number, sum(home[person] == ship for person in people)


def _held(board: Board, plan: Plan) -> Iterator[Fixing]:
    for group in board.seats.groups:
        rows = [seat for seat in plan.seats if seat.person in group.people]
        ships = [*board.ships, None]
        for day in board.days:
            today = board.calendar.date(day)
            held = [row.flight for row in rows if row.from_on <= today < row.to_on]
            for ship in ships:
                key = (group.id, ship or "", day)
                if ship is None:
                    yield board.seats.without[group.id, day], held.count(None)
                elif key in board.seats.held:
                    yield board.seats.held[key], held.count(ship)
                elif ship in held:
                    raise Inexpressible(f"nobody of {group.id} can sit in {ship} on {today}")


def _look_for_strays(board: Board, plan: Plan) -> None:
    """See that people whom the board holds to their own ship, keep to it."""
    loose = {person for group in board.seats.groups for person in group.people}
    for stay in plan.stays:
        if stay.person in loose:
            continue
        rows = [row for row in plan.seats if row.person == stay.person]
        days = {day for row in rows for day in each_day(row.from_on, row.to_on)}
        aboard = [
            day
            for day in each_day(board.problem.as_of, board.problem.until)
            if stay.is_aboard_on(day)
        ]
        is_own = all(row.flight == stay.up for row in rows) and days == {*aboard}
        if stay.down != stay.up or not is_own:
            raise Inexpressible(f"{stay.person} has to keep to their own ship")


def cost_of(goal: Goal, plan: Plan, problem: Problem) -> dict[str, int]:
    """Fix every decision to the plan and minimise what a goal costs, part by part.

    Raises
    ------
    Inexpressible
        When the board does not allow the plan.
    """
    board = fixed_board(plan, problem)
    found: dict[str, int] = {}
    for part in goal.cost(board):
        found[part.part] = _least(board.model, part.cost)
        assert found[part.part] <= part.most
        if not isinstance(part.cost, int):
            board.model.add(part.cost == found[part.part])
    return found


def _least(model: cp_model.CpModel, cost: Number) -> int:
    model.minimize(cost)
    solver = _solver()
    if solver.solve(model) == cp_model.INFEASIBLE:
        raise Inexpressible("the board allows no such plan")
    return round(solver.objective_value)


def _solver() -> cp_model.CpSolver:
    """Make a solver for models with hardly a choice left: presolving them takes longer."""
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.cp_model_presolve = False
    return solver
