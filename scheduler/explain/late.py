"""Rules that speak of every day, posted for the days on which a solution breaks them."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from scheduler.board import Board
from scheduler.domain import Requirement
from scheduler.rules import DailyRule, Rule, Stretch
from scheduler.solve import Values

MOST_AT_ONCE = 12
"""Of many broken days so many are posted, spread over all of them: the rest often follow."""


class Late:
    """Posts rules on a board: all of what is about ships and people, the daily rules late.

    A model that leaves days out allows more, so whatever cannot hold in it cannot hold; what can
    is looked at day by day, and the days that are broken are posted.
    """

    def __init__(self, board: Board, rules: Sequence[Rule]) -> None:
        """Post all but the days of the daily rules."""
        self._board = board
        self._daily = [rule for rule in rules if isinstance(rule, DailyRule)]
        self._posted: set[tuple[str, Stretch]] = set()
        for rule in rules:
            if isinstance(rule, DailyRule):
                rule.post_days(board, Stretch(range(0)))
            else:
                rule.post(board)

    def mend(self, values: Sequence[int], on: Collection[Requirement] | None = None) -> bool:
        """Post the days on which a solution breaks a daily rule; say whether there were any.

        Parameters
        ----------
        on
            The requirements that are meant to hold; all of them without.
        """
        refs = None if on is None else {requirement.ref for requirement in on}
        asked = [rule for rule in self._daily if refs is None or rule.ref in refs]
        if not asked:
            return False
        posted = [self._post(rule, Values(tuple(values))) for rule in asked]
        return any(posted)

    def _post(self, rule: DailyRule, value: Values) -> bool:
        """Post some of the days that break a rule; say whether there were any not yet posted.

        Of the ships, those that are there on these days are enough.
        """
        headcount = self._board.headcount
        broken = [
            Stretch(days, headcount.ships_there(value, days))
            for days in rule.broken_days(self._board, headcount.counted(value, self._board.days))
        ]
        fresh = [one for one in broken if (rule.code, one) not in self._posted]
        for one in fresh[:: 1 + len(fresh) // MOST_AT_ONCE]:
            rule.post_days(self._board, one)
            self._posted.add((rule.code, one))
        return bool(fresh)
