"""Comparing: the search's answer to a world beside the referee's, and what differs."""

from __future__ import annotations

from collections.abc import Iterator

from scheduler.audit import audit, breaches
from scheduler.domain import FlightPlan, Plan, Problem, Verdict
from scheduler.rules import RULES
from scheduler.solve import Engine, Outcome, search
from tests.referee.courses import Course, Days
from tests.referee.referee import Best, Referee, canonical
from tests.referee.worlds import make_world

TIME_LIMIT_S = 60
MOST_COMBINATIONS, MOST_RIDES = 20_000, 100
"""Assumed: what the referee lists in about a second."""
ROLLS = 1_000_000
NOT_PRUNED = ("what-if-demand", "neighbouring-ports")
"""Rules that the referee leaves to the audit; every other refusal is a fault of the referee."""


def small_world(seed: int, *, is_troubled: bool = False) -> Problem:
    """Make the first world of a seed that the referee can list in good time."""
    for number in range(seed, seed + 100 * ROLLS, ROLLS):
        problem = make_world(number, is_troubled=is_troubled)
        referee = Referee(problem)
        rides = len(referee.riders.of(frozenset(problem.flights)))
        if referee.courses.combinations <= MOST_COMBINATIONS and rides <= MOST_RIDES:
            return problem
    raise AssertionError(f"All worlds of seed {seed} are too large.")


def solved(problem: Problem, *, seed: int = 1, workers: int = 1) -> Outcome:
    """Search one world."""
    return search(problem, RULES, Engine(TIME_LIMIT_S, seed=seed, workers=workers))


def differences(problem: Problem) -> list[str]:
    """List what the search and the referee do not agree on; nothing when all is well."""
    referee = Referee(problem)
    best, outcome = referee.best(), solved(problem)
    odd = [finding for _, finding in referee.judged.refused if finding.rule not in NOT_PRUNED]
    found = [f"the referee wrote a plan that breaks {one.rule}: {one.text}" for one in odd]
    return [*found, *_differences(referee, best, outcome)]


def _differences(referee: Referee, best: Best | None, outcome: Outcome) -> Iterator[str]:
    if best is None or outcome.plan is None:
        wanted = Verdict.INFEASIBLE if best is None else Verdict.OPTIMAL
        if outcome.verdict is not wanted:
            yield f"the search says {outcome.verdict}, the referee {wanted}"
        return
    if outcome.verdict is not Verdict.OPTIMAL or not all(g.is_proved for g in outcome.goals):
        yield f"the search ends {outcome.verdict}, with {outcome.goals}"
    for finding in breaches(audit(outcome.plan, referee.problem, referee.rules)):
        yield f"the plan found breaks {finding.rule}: {finding.text}"
    stated = tuple(part.value for goal in outcome.goals for part in goal.parts)
    if any(part.value != part.bound for goal in outcome.goals for part in goal.parts):
        yield f"values and bounds do not meet: {outcome.goals}"
    if stated != referee.score(outcome.plan):
        yield f"the search states {stated}, its plan scores {referee.score(outcome.plan)}"
    if stated != best.vector:
        yield f"the search's best is {stated}, the referee's {best.vector}"
    elif canonical_of(outcome.plan, referee.problem) != best.canonical:
        own = canonical_of(outcome.plan, referee.problem)
        yield f"of plans equally good the search takes {own}, the referee {best.canonical}"


def canonical_of(plan: Plan, problem: Problem) -> tuple[int, ...]:
    """Give the numbers of a plan's ships by which equally good plans are ranked."""
    days = Days(problem)
    fleet = []
    for flight in problem.flights.values():
        planned = plan.flight(flight.id)
        assert planned is not None
        flies = planned.flies and planned.launch_on and planned.undock_on
        fleet.append(_course(planned, days, problem) if flies else Course(flight, False))
    return canonical(problem, fleet)


def _course(planned: FlightPlan, days: Days, problem: Problem) -> Course:
    assert planned.launch_on
    assert planned.dock_on
    assert planned.undock_on
    assert planned.land_on
    return Course(
        flight=problem.flights[planned.flight],
        flies=True,
        launch=days.number(planned.launch_on),
        dock=days.number(planned.dock_on),
        undock=days.number(planned.undock_on),
        land=days.number(planned.land_on),
        ports=tuple((s.port, days.number(s.from_on), days.number(s.to_on)) for s in planned.ports),
    )
