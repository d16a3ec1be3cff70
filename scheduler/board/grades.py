"""Person-days by seat grade, as linear expressions."""

from __future__ import annotations

from ortools.sat.python import cp_model

from scheduler.board.calendar import Calendar
from scheduler.board.literals import Number
from scheduler.board.seats import Seats
from scheduler.board.ships import Ship
from scheduler.domain import Grade, Places, Problem


class Grades:
    """Counts the people at each grade below G0; settled people are always at G0."""

    def __init__(
        self,
        model: cp_model.CpModel,
        problem: Problem,
        calendar: Calendar,
        ships: dict[str, Ship],
        seats: Seats,
        settled: dict[str, Number],
        is_narrow: bool,
    ) -> None:
        """Keep what the counts are made of; ``settled`` counts settled people by ship.

        ``is_narrow`` takes for granted that nobody is beyond the improvised places.
        """
        self._is_narrow = is_narrow
        self._model = model
        self._problem = problem
        self._calendar = calendar
        self._ships = ships
        self._seats = seats
        self._settled = settled
        self._improvised: dict[tuple[str, int], Number] = {}

    def people(self, grade: Grade, day: int) -> Number:
        """Count the people at one grade on one day."""
        if grade is Grade.G4:
            groups = self._seats.groups
            return sum(self._seats.without[group.id, day] for group in groups)
        return sum(self._in_ship(grade, ship, day) for ship in self._seats.ships)

    def _in_ship(self, grade: Grade, ship: str, day: int) -> Number:
        held = self._seats.in_ship(ship, day)
        if not held:
            return 0
        places = self._problem.places_on(ship, self._calendar.date(day))
        if grade is Grade.G3:
            return sum(held) if places.emergency else 0
        if grade is Grade.G2:
            return self._beyond_certified(ship, day)
        return self._unfitted(ship, day) if places.certified else 0

    def _beyond_certified(self, ship: str, day: int) -> Number:
        """Count the improvised places in use."""
        key = (ship, day)
        if key not in self._improvised:
            held = self._seats.in_ship(ship, day)
            places = self._problem.places_on(ship, self._calendar.date(day))
            if places.emergency or (self._is_narrow and not places.improvised):
                self._improvised[key] = 0
            elif self._is_full(ship, places):
                self._improvised[key] = sum(held)
            else:
                most = places.improvised if self._is_narrow else len(self._problem.people)
                beyond = self._model.new_int_var(0, most, f"beyond:{ship}:{day}")
                self._model.add(beyond >= sum(held) + self._settled[ship] - places.certified)
                self._improvised[key] = beyond
        return self._improvised[key]

    def _is_full(self, ship: str, places: Places) -> bool:
        """Say whether settled people are sure to fill the certified seats."""
        settled = self._settled[ship]
        return isinstance(settled, int) and settled >= places.certified

    def _unfitted(self, ship: str, day: int) -> Number:
        """Count the people in certified seats whose liner or suit is of another kind.

        Improvised places go to them first.
        """
        kind = self._problem.type_of(ship).fitted
        strangers = [
            self._seats.held[group.id, ship, day]
            for group in self._seats.groups
            if kind not in group.kinds and (group.id, ship, day) in self._seats.held
        ]
        places = self._problem.places_on(ship, self._calendar.date(day))
        if not strangers or (places.improvised and self._is_full(ship, places)):
            return 0
        beyond = self._beyond_certified(ship, day)
        if isinstance(beyond, int):
            return sum(strangers)
        unfitted = self._model.new_int_var(0, len(self._problem.people), f"unfitted:{ship}:{day}")
        self._model.add(unfitted >= sum(strangers) - beyond)
        return unfitted
