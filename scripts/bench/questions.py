"""Questions to an explainer: a model whose requirements cannot all hold, a switch for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ortools.sat.python import cp_model

from scheduler.board import Board
from scheduler.domain import Problem
from scheduler.explain.late import Late
from scheduler.rules import RULES


@dataclass(frozen=True)
class Question:
    """A model and its switches, those first that are to be blamed first."""

    name: str
    model: cp_model.CpModel
    switches: Sequence[cp_model.IntVar]

    @property
    def size(self) -> str:
        """Tell how large it is."""
        proto = self.model.proto
        sizes = (len(self.switches), len(proto.variables), len(proto.constraints))
        return "{:,} requirements, {:,} variables, {:,} constraints".format(*sizes)


def question_of(name: str, problem: Problem, order: Sequence[int]) -> Question:
    """Pose a problem as our explainer sees it first: its requirements, but no slacks or hints.

    The days of the daily rules are left out, as ours leaves them out until a solution breaks
    them; that makes it easier for the peer, whose answer may lean on the other rules only.
    """
    board = Board(problem, has_switches=True)
    Late(board, RULES)
    switches = list(board.switches.values())
    return Question(name, board.model, [switches[member] for member in order])
