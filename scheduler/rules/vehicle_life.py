"""Vehicle life: a ship lands before its certified life, counted from launch, has ended."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from scheduler.domain import Finding, Plan, Problem
from scheduler.rules.base import Rule
from scheduler.units import count

if TYPE_CHECKING:
    from scheduler.board import Board, Literal, Ship


class VehicleLife(Rule):
    """Landing is at most the certified days after launch, or the waived ones while they hold.

    The limit is that of the launch day. A dated waiver holds for landings on its days. Types
    without a life in the station file are not judged.
    """

    code: ClassVar[str] = "vehicle-life"
    ref: ClassVar[str] = "VL-1"
    hardness: ClassVar[str] = "C"
    sentence: ClassVar[str] = "A ship lands before its certified life ends."
    source: ClassVar[str] = "domain_rules VL-1"

    def post(self, board: Board) -> None:
        """Bound the days from launch to landing, one edition of the limit at a time."""
        problem, day = board.problem, board.calendar.day
        for ship in board.ships.values():
            editions = problem.life_editions(ship.id)
            waiver = problem.waiver("VL-1", "life_days", ship.id, None)
            if not editions:
                continue
            launch_on = board.problem.any_flight(ship.id).launch_on
            days = waiver.bound if waiver else problem.life_days(ship.id, launch_on) or 0
            sentence = f"{ship.flight.name} lands within {count(days, 'day')} of its launch."
            with self.require(board, ship.id, sentence) as require:
                used = ship.land.expr - ship.launch.expr
                slack = require.slack("life_days", days, board.calendar.end)
                for edition, following in zip(editions, [*editions[1:], None], strict=True):
                    begun = board.negate(ship.launch.by(day(edition.from_on) - 1))
                    is_last = ship.launch.by(day(following.from_on) - 1) if following else True
                    for bound, *lands in _waived(board, ship):
                        limit = edition.days if bound is None else bound
                        require.add(used <= limit + slack, begun, is_last, ship.flies, *lands)

    def check(self, plan: Plan, problem: Problem) -> Iterator[Finding]:
        """Count the days flown by each ship and compare them with its limit."""
        for flight in plan.flights:
            if flight.flight not in problem.flights or not flight.flies:
                continue
            if flight.launch_on is None or flight.land_on is None:
                continue
            limit = problem.life_days(flight.flight, flight.launch_on)
            waiver = problem.waiver("VL-1", "life_days", flight.flight, flight.land_on)
            most = waiver.bound if waiver else limit
            used = (flight.land_on - flight.launch_on).days
            if most is not None and limit is not None and used > most:
                text = (
                    f"{flight.flight} lands {count(used, 'day')} after launch, on "
                    f"{flight.land_on}; its limit is {count(most, 'day')}."
                )
                yield self.finding(flight.flight, text, flight.launch_on, flight.land_on)
            life = flight.life
            if life and limit is not None and (life.used_days, life.limit_days) != (used, most):
                text = (
                    f"{flight.flight} states {life.used_days} of {life.limit_days} days of life; "
                    f"it is {used} of {most}."
                )
                yield self.finding(flight.flight, text, flight.launch_on, flight.land_on)
            elif life and life.margin_days != life.limit_days - life.used_days:
                text = (
                    f"{flight.flight} states a life margin of {count(life.margin_days, 'day')}; "
                    f"it is {life.limit_days - life.used_days}."
                )
                yield self.finding(flight.flight, text, flight.launch_on, flight.land_on)


def _waived(board: Board, ship: Ship) -> Iterator[tuple[int | None, Literal, Literal]]:
    """Split the landing days of a ship by the waiver that holds on them.

    Gives the waived days, none where no waiver holds, and the literals of landing then.
    """
    problem, calendar = board.problem, board.calendar
    waivers = [
        one
        for one in problem.waivers
        if (one.rule, one.number, one.subject) == ("VL-1", "life_days", ship.id)
    ]
    ends = {on for one in waivers for on in (one.from_on, one.to_on) if on and on > problem.as_of}
    starts = [problem.as_of, *sorted(ends)]
    for start, end in zip(starts, [*starts[1:], None], strict=True):
        waiver = problem.waiver("VL-1", "life_days", ship.id, start)
        since = board.negate(ship.land.by(calendar.day(start) - 1))
        until = ship.land.by(calendar.day(end) - 1) if end else True
        yield waiver.bound if waiver else None, since, until
