"""From the values of a solved board to a plan, as the solver understands it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from itertools import accumulate

from scheduler.board import Board, Number, Ship
from scheduler.board.seats import settled_aboard, settled_riders
from scheduler.domain import (
    AboardSpan,
    Flight,
    FlightPlan,
    Grade,
    Handover,
    Plan,
    PortStay,
    SeatSpan,
    Standing,
    Stay,
    changes,
    life_use,
    riders,
)
from scheduler.solve.seating import seat_people, seat_spans

Value = Callable[[Number], int]


class Decoder:
    """Reads one solution; ``value`` gives the number behind a variable or expression."""

    def __init__(self, board: Board, value: Value) -> None:
        """Seat the people and sort out who rides what."""
        self.board = board
        self.problem = board.problem
        self.value = value
        self.paths, self._lands = seat_people(board, value)
        self._up: dict[str, str] = {}
        for queue in board.queues:
            for (ship, crew), literal in queue.carries.items():
                if value(literal):
                    people = self.problem.any_flight(crew).crew
                    self._up.update(dict.fromkeys(riders(self.problem, ship, people), ship))

    def plan(self) -> Plan:
        """Put the plan together."""
        flights = tuple(self._flights())
        stays = tuple(self._stays({flight.flight: flight for flight in flights}))
        flights = tuple(self._with_changes(flight) for flight in flights)
        return Plan(
            flights=flights,
            stays=stays,
            seats=tuple(sorted(self._seats(), key=lambda seat: (seat.person, seat.from_on))),
            handovers=tuple(self._handovers()),
            aboard=tuple(self._aboard()),
        )

    def _date(self, expr: Number) -> date:
        return self.board.calendar.date(self.value(expr))

    def _flights(self) -> Iterator[FlightPlan]:
        for ship in self.board.ships.values():
            yield self._flying(ship) if self.value(ship.flies) else self._grounded(ship.flight)
        for flight in self.problem.cancelled:
            yield self._grounded(flight, "cancelled")
        yield from self._later()

    def _flying(self, ship: Ship) -> FlightPlan:
        flight = ship.flight
        people = [person for person, up in self._up.items() if up == flight.id]
        if not flight.is_ahead:
            people = list(flight.crew)
        launch_on = flight.launch_on if not flight.is_ahead else self._date(ship.launch.expr)
        land_on = self._date(ship.land.expr)
        return FlightPlan(
            flight=flight.id,
            vehicle_type=flight.vehicle_type,
            status="planned" if flight.is_ahead else "docked",
            launch_on=launch_on,
            dock_on=flight.dock_on if not flight.is_ahead else self._date(ship.dock.expr),
            undock_on=self._date(ship.undock.expr),
            land_on=land_on,
            ports=tuple(self._ports(ship)),
            crew_up=tuple(sorted(people)),
            crew_down=tuple(sorted(self._landing_in(ship))),
            hull=flight.hull,
            published=flight.published.days,
            life=life_use(self.problem, flight.id, launch_on, land_on),
        )

    def _ports(self, ship: Ship) -> Iterator[PortStay]:
        for slot in ship.slots:
            port = next((p for p, literal in slot.at.items() if self.value(literal)), None)
            if port is not None:
                start = self._date(slot.start.expr)
                if slot is ship.slots[0] and ship.flight.standing is Standing.DOCKED:
                    start = ship.flight.dock_on
                yield PortStay(port, start, self._date(slot.end.expr))

    def _landing_in(self, ship: Ship) -> list[str]:
        groups = self.board.seats.groups
        people = [person for person, down in self._lands.items() if down == ship.id]
        if not ship.flight.is_ahead:
            return people + list(settled_aboard(self.problem, groups, ship.id))
        for queue in self.board.queues:
            for crew, literal in queue.loads(ship.id):
                if self.value(literal):
                    members = self.problem.any_flight(crew).crew
                    people += settled_riders(self.problem, groups, ship.id, members)
        return people

    def _grounded(self, flight: Flight, status: str = "") -> FlightPlan:
        return FlightPlan(
            flight=flight.id,
            vehicle_type=flight.vehicle_type,
            status=status or ("cancelled" if flight.is_optional else "waiting"),
            launch_on=None,
            dock_on=None,
            undock_on=None,
            land_on=None,
            hull=flight.hull,
            published=flight.published.days,
        )

    def _later(self) -> Iterator[FlightPlan]:
        """Hand the crews left over to the ships published beyond the horizon, in order."""
        for line in self.problem.station.lines:
            waiting = [
                self.problem.any_flight(crew).crew
                for queue in self.board.queues
                if queue.line == line
                for crew in queue.crews
                if not any(self.value(literal) for _, literal in queue.carriers(crew))
            ]
            beyond = [flight for flight in self.problem.later if flight.line == line]
            for flight in sorted(beyond, key=lambda flight: (flight.launch_on, flight.id)):
                if not waiting:
                    break
                if flight.crew:
                    waiting.append(flight.crew)
                crew = riders(self.problem, flight.id, waiting.pop(0))
                self._up.update(dict.fromkeys(crew, flight.id))
                yield self._beyond(flight, crew)

    def _beyond(self, flight: Flight, crew: tuple[str, ...]) -> FlightPlan:
        return replace(
            self._grounded(flight, "waiting"),
            launch_on=flight.launch_on,
            dock_on=flight.dock_on,
            undock_on=flight.undock_on,
            land_on=flight.land_on,
            crew_up=crew,
            crew_down=crew,
            changed=("crew_up",),
        )

    def _with_changes(self, planned: FlightPlan) -> FlightPlan:
        flight = self.problem.flights.get(planned.flight)
        if flight is None or planned.status == "cancelled":
            return planned
        return replace(planned, changed=changes(planned, flight, self.problem))

    def _stays(self, flights: dict[str, FlightPlan]) -> Iterator[Stay]:
        beyond = {p for flight in flights.values() for p in flight.crew_up if not flight.flies}
        for person in sorted({*self.problem.travellers, *beyond}):
            traveller = self.problem.travellers.get(person)
            up_id = traveller.up if traveller and traveller.is_aboard else self._up.get(person)
            down_id = self._lands.get(person, up_id)
            up = flights.get(up_id) if up_id else None
            down = flights.get(down_id) if down_id else None
            is_aboard = bool(traveller and traveller.is_aboard)
            docked_on = self.problem.any_flight(up_id).dock_on if is_aboard and up_id else None
            launched_on = traveller.launched_on if traveller and is_aboard else None
            launched_on = launched_on or (up.launch_on if up else None)
            land_on = down.land_on if down else None
            planned_to_on = traveller.planned_to_on if traveller else self._planned(person)
            days = (land_on - launched_on).days if land_on and launched_on else None
            extension = (
                max(0, (land_on - planned_to_on).days)
                if is_aboard and land_on and planned_to_on
                else None
            )
            yield Stay(
                person=person,
                up=up_id,
                down=down_id,
                from_on=docked_on or (up.dock_on if up else None),
                to_on=down.undock_on if down else None,
                days=days,
                planned_to_on=planned_to_on,
                extension_days=extension,
            )

    def _planned(self, person: str) -> date | None:
        published = next((f for f in self.problem.later if person in f.crew), None)
        return published.published.land_on if published else None

    def _seats(self) -> Iterator[SeatSpan]:
        problem, settled = self.problem, {}
        for ship in self.board.ships.values():
            settled[ship.id] = self.value(self.board.settled_in(ship.id))
            if not self.value(ship.flies):
                continue
            start = max(self._date(ship.dock.expr), problem.as_of)
            end = min(self._date(ship.undock.expr), problem.until)
            for person in self._landing_in(ship):
                if person not in self.paths and start < end:
                    yield SeatSpan(person, ship.id, start, end, Grade.G0)
        yield from seat_spans(problem, self.board, self.paths, settled)

    def _handovers(self) -> Iterator[Handover]:
        for handover in self.board.handovers:
            if self.value(handover.happens):
                days = self.value(handover.undock.expr) - self.value(handover.dock.expr)
                yield Handover(
                    handover.line, handover.outgoing.id, handover.incoming.id, days > 0, abs(days)
                )

    def _aboard(self) -> Iterator[AboardSpan]:
        calendar, start, before = self.board.calendar, 0, None
        by_segment = self._heads()
        for day in [*self.board.days, None]:
            heads = None if day is None else {name: days[day] for name, days in by_segment.items()}
            if before is not None and heads != before:
                end = calendar.length if day is None else day
                people = sum(before.values())
                yield AboardSpan(calendar.date(start), calendar.date(end), people, before)
                start = end
            before = heads

    def _heads(self) -> dict[str, list[int]]:
        """Count the people of each segment on each day: by ship, if not settled by path."""
        length = self.board.calendar.length
        steps = {segment: [0] * (length + 1) for segment in self.problem.station.segments}
        for load in self.board.headcount.loads:
            first = min(max(0, self.value(load.ship.dock.expr)), length)
            end = min(max(first, self.value(load.ship.undock.expr)), length)
            if self.value(load.is_brought):
                for segment, people in load.by_segment:
                    steps[segment][first] += people
                    steps[segment][end] -= people
        for person, path in self.paths.items():
            own = steps[self.problem.home_segment(person)]
            own[path.first_day] += 1
            own[path.first_day + len(path.places)] -= 1
        return {segment: list(accumulate(days)) for segment, days in steps.items()}
