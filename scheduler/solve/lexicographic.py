"""The search: goal after goal to proof, each fixed before the next, then the tie-break."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from ortools.sat.python import cp_model

from scheduler.board import Board, Number
from scheduler.domain import GoalResult, PartResult, Plan, Verdict
from scheduler.goals import TIE_BREAK, DailyGoal, Goal, PartCost, goals_in_order
from scheduler.rules import DailyRule, Rule, Stretch, runs
from scheduler.solve.decode import Decoder
from scheduler.solve.engine import CORES, CORES_GLANCE, GLANCE, LINEAR, Answer, Engine, Way
from scheduler.solve.pieces import LONG_SHIPS, SMALL, Pieces, hint
from scheduler.solve.start import first_plan
from scheduler.solve.tiebreak import TieBreak
from scheduler.solve.values import Values
from scheduler.solve.weights import in_words, stages, unfold, weighted

Progress = Callable[[str, str, str], None]
"""Told the goal in hand, its best value so far and its bound, both in words."""

AROUND_DAYS = 30
"""Days before and after a breach for which a rule of every day is posted with it; assumed."""
BRIEF = 0.05
"""Work that the first try of a long problem may cost, in deterministic seconds; assumed."""
PATIENCE = 2.0
"""Work that several parts of a goal at once may cost, in deterministic seconds; assumed."""


@dataclass(frozen=True)
class Outcome:
    """How a search ended; ``plan`` is none without one."""

    verdict: Verdict
    plan: Plan | None
    goals: tuple[GoalResult, ...] = ()


class LexicographicSearch:
    """One search on one board.

    What speaks of every day of the station and seldom binds is added late: rules marked so, and
    goals whose value is 0 already. The plan in hand is judged after each solve, and whatever it
    breaks is posted and the solve repeated. Leaving something out can only make a bound better
    than it is, never worse, so a plan that breaks nothing is as good as proved with all of it.
    """

    def __init__(
        self, board: Board, rules: Sequence[Rule], engine: Engine, progress: Progress
    ) -> None:
        """Post the rules that are not posted late."""
        self._board = board
        self._engine = engine
        self._progress = progress
        self._goals = goals_in_order(board.problem.goals)
        self._late_rules = [rule for rule in rules if isinstance(rule, DailyRule)]
        self._late_goals: list[Goal] = []
        self._costs: dict[str, Sequence[PartCost]] = {}
        self._shares: list[tuple[Number, int]] = []
        self._values: tuple[int, ...] = ()
        self._plan = Plan()
        for rule in rules:
            if not isinstance(rule, DailyRule):
                rule.post(board)

    def run(self) -> Outcome:
        """Solve goal after goal, then break the ties."""
        self._begin()
        results: list[GoalResult] = []
        for goal in self._goals:
            if self._values and not any(self._score(goal).values()):
                self._late_goals.append(goal)
                parts = tuple(PartResult(part, 0, 0, True) for part in self._score(goal))
                told = ", ".join(f"{part.part} 0" for part in parts)
                self._progress(goal.code, told, told)
                results.append(GoalResult(goal.code, True, parts))
                continue
            found = self._met(goal)
            left = stages(self._cost(goal)[len(found) :])
            while left:
                stage = left.pop(0)
                answer = self._minimise(goal, stage)
                if not answer.is_proved and len(stage) > 1 and self._engine.seconds_left:
                    left = [*([part] for part in stage), *left]
                    continue
                if not self._values:
                    return _without_plan(answer)
                found += self._parts(goal, stage, answer)
                if not answer.is_proved:
                    found += self._unproved(goal)[len(found) :]
                    return self._cut_short([*results, GoalResult(goal.code, False, tuple(found))])
                self._fix(stage)
            results.append(GoalResult(goal.code, True, tuple(found)))
        return self._finish(results)

    def _begin(self) -> None:
        """Find a plan to begin with, good by the first goal that tells any apart.

        Goals that count day by day are not asked, but for the first.
        """
        objective: Number = 0
        for place, goal in enumerate(self._goals):
            if isinstance(objective, int) and not (place and goal.is_daily(self._board)):
                objective = weighted(stages(self._cost(goal))[0])
        while not self._values:
            first = first_plan(self._board, self._engine, objective)
            if first is None or self._keep(first.values[: len(self._board.model.proto.variables)]):
                return

    def _cost(self, goal: Goal) -> Sequence[PartCost]:
        """Give the parts of a goal, put on the board when they are first asked for."""
        if goal.code not in self._costs:
            self._costs[goal.code] = goal.cost(self._board)
        return self._costs[goal.code]

    def _met(self, goal: Goal) -> list[PartResult]:
        """Fix the first parts of a goal that the plan in hand has at zero: nothing is less."""
        found: list[PartResult] = []
        for part in self._cost(goal) if self._values else ():
            if self._score(goal)[part.part]:
                break
            self._fix_at(part, 0)
            found.append(PartResult(part.part, 0, 0, True))
        return found

    def _score(self, goal: Goal) -> dict[str, int]:
        return dict(goal.score(self._plan, self._board.problem))

    def _minimise(self, goal: Goal, stage: Sequence[PartCost]) -> Answer:
        """Minimise one stage over all plans that break nothing.

        Several parts at once are tried for a while only: mostly that is quickest, but where it
        proves little, one part after the other may prove all. A long problem that is not proved
        at once is first gone through in pieces.
        """
        self._shares = []
        is_long = len(self._board.ships) > LONG_SHIPS and bool(self._values)
        patience = PATIENCE if len(stage) > 1 else None
        answer = self._prove(goal, stage, BRIEF if is_long else patience)
        if not is_long or answer.is_proved:
            return answer
        least = 0
        if self._is_whole(stage):
            self._better(stage)
            least = self._bound(goal, stage)
        return self._prove(goal, stage, patience, least)

    def _is_whole(self, stage: Sequence[PartCost]) -> bool:
        """Have the plan in hand tell a value for all variables, those of the stage as well."""
        if len(self._values) == len(self._board.model.proto.variables):
            return True
        answer = Pieces(self._board).held(self._engine, weighted(stage), self._values)
        return answer.has_plan and self._keep(answer.values)

    def _better(self, stage: Sequence[PartCost]) -> None:
        """Make the plan in hand better piece by piece, as long as that helps."""
        objective = weighted(stage)
        while self._engine.seconds_left:
            best = Values(self._values)(objective)
            values = Pieces(self._board).improved(self._engine, objective, self._values)
            if Values(values)(objective) >= best or not self._keep(values):
                return

    def _bound(self, goal: Goal, stage: Sequence[PartCost]) -> int:
        """Post what each piece must cost, pieces of more and more ships; give the sum."""
        objective, least, ships = weighted(stage), 0, SMALL
        best = Values(self._values)(objective)
        while least < best and 2 * ships < len(self._board.ships) and self._engine.seconds_left:
            self._progress(goal.code, in_words(best, stage), in_words(least, stage))
            self._shares = list(Pieces(self._board).bounds(self._engine, objective, ships))
            for cost, bound in self._shares:
                self._board.model.add(cost >= bound)
            least = max(least, sum(bound for _, bound in self._shares))
            ships *= 2
        return least

    def _prove(
        self, goal: Goal, stage: Sequence[PartCost], work: float | None, bound: int = 0
    ) -> Answer:
        """Minimise one stage within the work that it may cost, from a bound that is known."""

        def told(value: int, bound: int) -> None:
            self._progress(goal.code, in_words(value, stage), in_words(bound, stage))

        while True:
            self._board.model.minimize(weighted(stage))
            self._progress(goal.code, "", "")
            answer = self._engine.quickly(self._board.model, self._ways(goal))
            answer = answer or self._engine.solve(self._board.model, told, work)
            if answer.has_plan:
                told(answer.objective, answer.bound)
            bound = max(bound, answer.bound)
            if answer.is_infeasible and self._values:
                # a plan is in hand, so that is no proof: google/or-tools issues 5295 and 3842
                return replace(answer, status=cp_model.UNKNOWN, bound=0)
            if not answer.has_plan or self._keep(answer.values):
                return replace(answer, bound=bound)

    def _ways(self, goal: Goal) -> Sequence[Way]:
        """Pick what to try before the usual search, given a plan that may be best already."""
        if not self._values or len(self._board.ships) > LONG_SHIPS:
            return ()
        if goal.is_daily(self._board):
            return (CORES_GLANCE if goal.is_sparse else GLANCE, LINEAR)
        return (GLANCE, CORES)

    def _keep(self, values: tuple[int, ...]) -> bool:
        """Judge a solution; keep it when it breaks nothing, else post what it breaks."""
        hint(self._board.model, values)
        value = Values(values)
        plan = Decoder(self._board, value).plan()
        if self._post_broken(plan, value):
            return False
        self._values, self._plan = values, plan
        return True

    def _post_broken(self, plan: Plan, value: Values) -> bool:
        """Post what a plan breaks; what is large only if nothing small is broken with it."""
        problem = self._board.problem
        broken = [g for g in self._late_goals if any(g.score(plan, problem).values())]
        small = [goal for goal in broken if not goal.is_daily(self._board)]
        for goal in small or broken:
            self._hold(goal, plan)
        if small:
            return True
        broken_rules = [r for r in self._late_rules if any(r.check(plan, problem))]
        for rule in broken_rules:
            self._post_days(rule, value)
        return bool(broken or broken_rules)

    def _post_days(self, rule: DailyRule, value: Values) -> None:
        """Post a rule for the weeks in which a plan breaks it, and the ships that are there."""
        board = self._board
        people = board.headcount.counted(value, board.days)
        for days in map(self._around, list(rule.broken_days(board, people))):
            ships = board.headcount.ships_there(value, days)
            rule.post_days(board, Stretch(days, ships))

    def _around(self, days: range) -> range:
        """Add the days before and after: there the next plan would break the same."""
        first = max(0, days.start - AROUND_DAYS)
        return range(first, min(days.stop + AROUND_DAYS, len(self._board.days)))

    def _hold(self, goal: Goal, plan: Plan) -> None:
        """Hold a goal at zero; one that counts days only in the weeks in which a plan breaks it."""
        if isinstance(goal, DailyGoal):
            for days in map(self._around, runs(goal.broken_days(plan, self._board.problem))):
                goal.hold(self._board, days)
        else:
            self._hold_at_zero(goal)

    def _hold_at_zero(self, goal: Goal) -> None:
        for part in self._cost(goal):
            self._fix_at(part, 0)
        self._late_goals.remove(goal)

    def _fix(self, stage: Sequence[PartCost]) -> None:
        """Hold a stage at its value; then no piece may cost more than the others leave to it."""
        value = Values(self._values)
        for part in stage:
            self._fix_at(part, value(part.cost))
        spare = value(weighted(stage)) - sum(bound for _, bound in self._shares)
        for cost, bound in self._shares:
            self._board.model.add(cost <= bound + spare)
        self._shares = []

    def _fix_at(self, part: PartCost, number: int) -> None:
        if not isinstance(part.cost, int):
            self._board.model.add(part.cost == number)

    def _parts(self, goal: Goal, stage: Sequence[PartCost], answer: Answer) -> list[PartResult]:
        score = self._score(goal)
        values = [score[part.part] for part in stage]
        if answer.is_proved:
            counted = [Values(self._values)(part.cost) for part in stage]
            if counted != values:
                raise AssertionError(f"{goal.code}: the board counts {counted}, the plan {values}.")
        bounds = values if answer.is_proved else unfold(answer.bound, stage, values)
        return [
            PartResult(part.part, value, bound, value == bound)
            for part, value, bound in zip(stage, values, bounds, strict=True)
        ]

    def _unproved(self, goal: Goal) -> list[PartResult]:
        """Tell all parts of a goal that the search has not come to."""
        return [PartResult(part, value, 0, value == 0) for part, value in self._score(goal).items()]

    def _cut_short(self, results: list[GoalResult]) -> Outcome:
        """Tell the goals that were not reached by their score, unproved."""
        told = {result.goal for result in results}
        for goal in self._goals:
            if goal.code not in told:
                results.append(GoalResult(goal.code, False, tuple(self._unproved(goal))))
        results.append(GoalResult(TIE_BREAK, False))
        return Outcome(Verdict.FEASIBLE, self._plan, tuple(results))

    def _finish(self, results: list[GoalResult]) -> Outcome:
        """Break the ties; small goals are held before, as each tie might break one."""
        for goal in [goal for goal in self._late_goals if not goal.is_daily(self._board)]:
            self._hold_at_zero(goal)
        tie = TieBreak(self._board, self._engine, self._keep, self._progress)
        is_unique = tie.run(self._values)
        verdict = Verdict.OPTIMAL if is_unique else Verdict.FEASIBLE
        return Outcome(verdict, self._plan, (*results, GoalResult(TIE_BREAK, is_unique)))


def _without_plan(answer: Answer) -> Outcome:
    return Outcome(Verdict.INFEASIBLE if answer.is_infeasible else Verdict.UNDECIDED, None)
