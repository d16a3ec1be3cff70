"""An irreducible conflict: shrunk by re-solving, each member shown necessary, proved again.

A core of CP-SAT is only a hint: it can be wrong under presolve (google/or-tools issue 5141),
so every set that is reported was solved for itself.
"""

from __future__ import annotations

from collections.abc import Sequence

from scheduler.board import Board, Switched
from scheduler.domain import Conflict, Problem, Requirement
from scheduler.rules import Rule
from scheduler.solve import Engine, Progress

OTHER_SEED = 20230226
BLAME_FIRST = "PAFCS"


def prove_infeasible(problem: Problem, rules: Sequence[Rule], engine: Engine) -> bool:
    """Prove again that there is no plan: a fresh board with all days, without switches."""
    return engine.solve(_fresh_board(problem, rules).model).is_infeasible


def find_conflict(
    problem: Problem, rules: Sequence[Rule], engine: Engine, proof: Engine, progress: Progress
) -> Conflict:
    """Find requirements that cannot hold together, without one of which the rest can.

    Parameters
    ----------
    engine
        Searches; its time limit bounds the shrinking.
    proof
        Proves the result again, with other settings.
    progress
        Called with the members looked at and those in hand.

    Returns
    -------
    A conflict that says what of it is proved. Low classes are kept in it before high ones:
    safety is dropped first, so that it is blamed last.
    """
    board = Board(problem, has_switches=True)
    for rule in rules:
        rule.post(board)
    shrinker = _Shrinker(board, engine, progress)
    members, is_irreducible = shrinker.run()
    requirements = tuple(member.requirement for member in members)
    fresh = _fresh_board(problem, rules, frozenset(requirements))
    is_reproved = proof.solve(fresh.model).is_infeasible
    return Conflict(requirements, is_irreducible and is_reproved, is_reproved)


def _fresh_board(
    problem: Problem, rules: Sequence[Rule], only: frozenset[Requirement] | None = None
) -> Board:
    board = Board(problem, is_narrow=False, only=only)
    for rule in rules:
        rule.post(board)
    return board


class _Shrinker:
    """Drops requirements while the rest stays impossible."""

    def __init__(self, board: Board, engine: Engine, progress: Progress) -> None:
        self._board = board
        self._engine = engine
        self._progress = progress

    def run(self) -> tuple[list[Switched], bool]:
        """Shrink from the hinted core, or from everything where the hint fails."""
        everything = sorted(self._board.switched, key=_blame)
        core = self._hint(everything)
        if core is None or not self._is_impossible(core):
            core = everything
        return self._shrink(core)

    def _shrink(self, members: list[Switched]) -> tuple[list[Switched], bool]:
        """Try to leave out runs of members, halving the run each time, safety first."""
        step = max(1, len(members) // 2)
        is_sure = True
        while True:
            place = len(members)
            while place > 0:
                start = max(0, place - step)
                rest = members[:start] + members[place:]
                verdict = self._solve(rest)
                if verdict is None and step == 1:
                    is_sure = False
                if verdict is False:
                    members = rest
                place = start
                self._progress("conflict", f"{len(members)} requirements left", "")
            if step == 1:
                return members, is_sure
            step //= 2

    def _is_impossible(self, members: list[Switched]) -> bool:
        return self._solve(members) is False

    def _solve(self, members: list[Switched]) -> bool | None:
        """Say whether the members can hold together; nothing when that is not decided."""
        model = self._board.model.clone()
        on = {member.switch.index for member in members}
        for one in self._board.switched:
            model.add(one.switch == (one.switch.index in on))
        answer = self._engine.solve(model)
        if answer.is_infeasible:
            return False
        return True if answer.has_plan else None

    def _hint(self, members: list[Switched]) -> list[Switched] | None:
        """Ask the solver which switches it blames; this proves nothing."""
        model = self._board.model.clone()
        model.add_assumptions([member.switch for member in members])
        blamed = self._engine.core(model)
        return [member for member in members if member.switch.index in blamed] or None


def _blame(member: Switched) -> tuple[int, str, str]:
    """Order members so that what stands first is dropped last."""
    requirement = member.requirement
    return BLAME_FIRST.index(requirement.hardness), requirement.ref, requirement.subject
