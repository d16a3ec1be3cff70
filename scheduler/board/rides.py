"""Rides: the ways in which somebody may come up, be away and land."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from scheduler.board.literals import Literal, Number
from scheduler.board.ships import Ship
from scheduler.domain import riders
from scheduler.units import FAR_DAYS

if TYPE_CHECKING:
    from ortools.sat.python import cp_model

    from scheduler.board.board import Board


@dataclass(frozen=True)
class Ride:
    """One way for somebody to be away: from a launch day to the landing of a ship."""

    launch: Number
    down: Ship
    happens: Literal


class Rides:
    """The rides of one board; the days away of people alike are counted once."""

    def __init__(self, board: Board) -> None:
        """Keep the board, on which what is counted is made when it is asked for."""
        self._board = board
        self._problem = board.problem
        self._away: dict[tuple[str, tuple[str, ...]], cp_model.IntVar] = {}

    def lifts(self, person: str) -> list[tuple[Ship, Literal]]:
        """List the ships that may bring somebody up, each with its literal."""
        crew = self._problem.travellers[person].up
        return [
            (ship, literal)
            for queue in self._board.queues
            for ship, literal in queue.carriers(crew)
            if person in riders(self._problem, ship.id, self._problem.any_flight(crew).crew)
        ]

    def of(self, person: str) -> list[Ride]:
        """List the ways in which somebody may be away: launch, landing and literal of each."""
        traveller = self._problem.travellers[person]
        start = self._board.calendar.day(traveller.launched_on)
        landings = [one for one in self._board.seats.landings if person in one.people.people]
        if traveller.is_aboard and not landings:
            return [Ride(start, self._board.ships[traveller.up], True)]
        if traveller.is_aboard:
            return [Ride(start, one.ship, one.happens) for one in landings if one.ship]
        lifts = self.lifts(person)
        if not landings:
            return [Ride(ship.launch.expr, ship, literal) for ship, literal in lifts]
        return [
            Ride(
                ship.launch.expr,
                one.ship,
                self._board.all_of(
                    (literal, one.happens), f"ride:{person}:{ship.id}:{one.ship.id}"
                ),
            )
            for ship, literal in lifts
            for one in landings
            if one.ship
        ]

    def times_away(self, person: str) -> list[tuple[Number, Literal]]:
        """List the days from launch to landing that somebody may be away, each with its literal.

        Of rides that exclude one another, one number tells the days of whichever happens.
        """
        rides = self.of(person)
        is_settled = all(one.people.people.count(person) == 0 for one in self._board.seats.landings)
        if len(rides) == 1 or not is_settled:
            return [(ride.down.land.expr - ride.launch, ride.happens) for ride in rides]
        crew = self._problem.travellers[person].up
        key = crew, tuple(ride.down.id for ride in rides)
        if key not in self._away:
            self._away[key] = self._board.model.new_int_var(0, FAR_DAYS, f"away:{crew}")
            for ride in rides:
                days = ride.down.land.expr - ride.launch
                self._board.model.add(self._away[key] == days).only_enforce_if(ride.happens)
        return [(self._away[key], True)] if rides else []
