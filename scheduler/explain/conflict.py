"""Why there is no plan: an irreducible conflict, each member shown necessary, proved again."""

from __future__ import annotations

from collections.abc import Sequence

from scheduler.domain import Conflict, Problem
from scheduler.explain.inquiry import Inquiry
from scheduler.explain.proof import prove_infeasible
from scheduler.explain.shrinking import Shrunk, preferred
from scheduler.rules import Rule
from scheduler.solve import Engine, Progress


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
        Called with the members still looked at.

    Returns
    -------
    A conflict that says what of it is proved. Low classes are kept in it before high ones:
    safety is dropped first, so that it is blamed last.
    """
    inquiry = Inquiry(problem, rules, engine)

    def tell(number: int) -> None:
        progress("conflict", f"{number} requirements left", "")

    return proved(inquiry, preferred(inquiry.oracle, inquiry.order, tell), rules, proof)


def proved(inquiry: Inquiry, shrunk: Shrunk, rules: Sequence[Rule], proof: Engine) -> Conflict:
    """Prove once more, in a fresh model, that members cannot hold together."""
    requirements = inquiry.named(shrunk.members)
    is_reproved = prove_infeasible(inquiry.problem, rules, proof, requirements)
    return Conflict(requirements, shrunk.is_irreducible and is_reproved, is_reproved)
