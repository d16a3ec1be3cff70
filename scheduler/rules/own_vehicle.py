"""Own vehicle: the people who hold seats in a ship leave with it, all of them, and no others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations
from typing import TYPE_CHECKING, ClassVar

from scheduler.domain import Finding, FlightPlan, Plan, Problem
from scheduler.rules.base import Rule

if TYPE_CHECKING:
    from scheduler.board import Board, RequirementScope, SeatGroup, Ship

Place = tuple["SeatGroup", "Ship", int]


class OwnVehicle(Rule):
    """Whoever lands in a ship held a seat in it the day before; whoever stays has moved by then.

    A seat may move on the day of undocking at the latest. A ship that leaves after ``until``
    takes the people planned for it; their seats are counted to ``until`` only. One that leaves
    on ``as_of`` takes people who held its seats before.
    """

    code: ClassVar[str] = "own-vehicle"
    ref: ClassVar[str] = "LB-2"
    hardness: ClassVar[str] = "S"
    sentence: ClassVar[str] = (
        "People land in the ship that holds their seat; it leaves nobody seatless."
    )
    source: ClassVar[str] = "domain_rules LB-2"

    def post(self, board: Board) -> None:
        """Tie the seats around each possible undocking to the landings."""
        for ship in board.ships.values():
            if not board.seats.landing_in(ship.id) and not board.seats.uses(ship.id):
                continue
            sentence = (
                f"{ship.flight.name} takes home people with seats in it and leaves nobody seatless."
            )
            together = [(ship, *others) for others in _leaving_together(board, ship)]
            with self.require(board, ship.id, sentence) as require:
                for group in board.seats.groups:
                    for day in range(max(0, ship.undock.least), board.calendar.length + 1):
                        self._post_day(board, require, (group, ship, day), together)

    def _post_day(
        self,
        board: Board,
        require: RequirementScope,
        place: Place,
        together: Sequence[tuple[Ship, ...]],
    ) -> None:
        group, ship, day = place
        staying = board.seats.staying(group, ship.id, day)
        require.add(staying >= 0, *ship.leaves_on(day))
        if day == board.calendar.length or (isinstance(staying, int) and staying <= 0):
            return
        seated = board.seats.seated(group, day)
        for ships in together:
            number = sum(board.seats.staying(group, one.id, day) for one in ships)
            require.add(
                seated >= number, *(literal for one in ships for literal in one.leaves_on(day))
            )

    def check(self, plan: Plan, problem: Problem) -> Iterator[Finding]:
        """Look at each ship that leaves: who boards it, and where the others sit."""
        for flight in plan.flights:
            if flight.undock_on is None or not flight.flies or flight.flight not in problem.flights:
                continue
            yield from self._check_boarding(plan, flight, flight.undock_on)
            if problem.as_of <= flight.undock_on <= problem.until:
                yield from self._check_seats(plan, problem, flight, flight.undock_on)

    def _check_boarding(self, plan: Plan, flight: FlightPlan, leaves_on: date) -> Iterator[Finding]:
        """Compare the crew down with the stays that end in this ship."""
        boards = set(flight.crew_down)
        lands = {stay.person for stay in plan.stays if stay.down == flight.flight}
        for person in sorted(boards ^ lands):
            words = "in" if person in boards else "not in"
            text = (
                f"{person} is {words} the crew that {flight.flight} brings down; "
                "the stays say otherwise."
            )
            yield self.finding(flight.flight, text, leaves_on)
        for stay in plan.stays:
            if stay.down == flight.flight and stay.to_on != leaves_on:
                text = (
                    f"{stay.person} leaves on {stay.to_on}, "
                    f"but {flight.flight} undocks on {leaves_on}."
                )
                yield self.finding(stay.person, text, stay.to_on)

    def _check_seats(
        self, plan: Plan, problem: Problem, flight: FlightPlan, leaves_on: date
    ) -> Iterator[Finding]:
        """Compare the seats of the last full day with the crew down, and with those after."""
        name, last = flight.flight, leaves_on - timedelta(days=1)
        seated = {p for p, ship in _seats_on(plan, last).items() if ship == name}
        if leaves_on == problem.as_of:
            seated = {t.person for t in problem.aboard_at_start() if t.seat_in == name}
        for person in sorted(set(flight.crew_down) - seated):
            text = f"{person} lands in {name} on {leaves_on} without a seat in it before."
            yield self.finding(name, text, last, leaves_on)
        after = _seats_on(plan, leaves_on)
        for person in sorted(seated - set(flight.crew_down)):
            if leaves_on < problem.until and after.get(person, name) == name:
                text = (
                    f"{person} holds a seat in {name} when it leaves on {leaves_on}, "
                    "and stays behind without one."
                )
                yield self.finding(name, text, last, leaves_on)


def _leaving_together(board: Board, ship: Ship) -> Iterator[tuple[Ship, ...]]:
    """Walk the other ships that may leave on the same day, none of them and up to two."""
    yield ()
    if not board.problem.bound("TR-1", "separation_days", board.problem.station.id):
        others = [
            one for one in board.ships.values() if one.id > ship.id and board.seats.uses(one.id)
        ]
        yield from combinations(others, 1)
        yield from combinations(others, 2)


def _seats_on(plan: Plan, day: date) -> dict[str, str]:
    """Name the ship that holds each person's seat on a day."""
    return {
        seat.person: seat.flight
        for seat in plan.seats
        if seat.flight is not None and seat.from_on <= day < seat.to_on
    }
