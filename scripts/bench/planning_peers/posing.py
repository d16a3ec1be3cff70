"""From a problem of ours to the neutral instance: every rule that binds one event alone is used up.

The rules' own words are in ``scheduler/rules``, where ``check`` is the meaning; each function here
names the ones that it settles.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from scheduler.domain import (
    DemandKind,
    Flight,
    Grade,
    Problem,
    Standing,
    Traveller,
    Uncrewed,
    places_up,
    relieved_in_turn,
    relieves_next,
    riders,
)
from scripts.bench.planning_peers import instance as posed
from scripts.bench.planning_peers.event_days import EventDays

ROOM_AFTER_DAYS = 400  # beyond the last published undocking, as on our own calendar
HANDOVERS = (DemandKind.DIRECT_HANDOVER, DemandKind.INDIRECT_HANDOVER)


def instance_of(problem: Problem) -> posed.Instance:
    """Pose a problem in numbers."""
    return _Posing(problem).instance()


class _Posing:
    def __init__(self, problem: Problem) -> None:
        self._problem = problem
        self._days = self._day(problem.until)
        latest_on = max([problem.until, *(f.undock_on for f in problem.flights.values())])
        self._end = self._day(latest_on) + ROOM_AFTER_DAYS
        self._events = EventDays(problem, self._days, self._end)

    def _day(self, on: date) -> int:
        return (on - self._problem.as_of).days

    def _dates(self) -> list[date]:
        first = self._problem.as_of.toordinal()
        return [date.fromordinal(first + day) for day in range(self._days)]

    def instance(self) -> posed.Instance:
        problem, station = self._problem, self._problem.station
        dates = self._dates()
        grounded = (*problem.flights.values(), *problem.cancelled)
        return posed.Instance(
            title=problem.title,
            as_of=problem.as_of.isoformat(),
            days=self._days,
            end=self._end,
            ships=tuple(self._ship(flight) for flight in problem.flights.values()),
            people=tuple(self._human(one) for one in problem.travellers.values()),
            queues=tuple(self._queues()),
            waiting=tuple(f.id for f in grounded if f.crew and not f.has_launched),
            ports=tuple(self._ports()),
            blocks=tuple(self._blocks()),
            pads=tuple(self._pads()),
            segments=tuple(
                posed.Segment(one, self._by_day("HO-4", "least_crew", one, dates))
                for one in station.segments
            ),
            departed=tuple((f.id, self._day(f.undock_on)) for f in problem.departed.values()),
            reliefs=tuple(
                posed.Relief(d.subject, d.flight, d.kind is DemandKind.DIRECT_HANDOVER)
                for d in problem.demands
                if d.kind in HANDOVERS
            ),
            separation_days=problem.bound("TR-1", "separation_days", station.id) or 0,
            least_aboard=self._by_day("CT-1", "least_aboard", station.id, dates),
            most_aboard=tuple(
                problem.bound("HO-3", "most_aboard", station.id, day) for day in dates
            ),
            long_term=problem.bound("HO-3", "long_term", station.id),
            most_crowded_days=problem.bound("HO-3", "most_days", station.id),
            least_grade=tuple(self._least_grade(day) for day in dates),
            goals=problem.goals,
        )

    def _by_day(self, rule: str, number: str, subject: str, days: list[date]) -> tuple[int, ...]:
        return tuple(self._problem.bound(rule, number, subject, day) or 0 for day in days)

    def _least_grade(self, day: date) -> int:
        """Give the worst grade that LB-1 allows."""
        waiver = self._problem.waiver("LB-1", "least_grade", self._problem.station.id, day)
        return waiver.bound if waiver else int(Grade[self._problem.least_grade])

    def _ship(self, flight: Flight) -> posed.Ship:
        problem, bound = self._problem, self._problem.bound
        events, seats = self._events.of(flight), problem.seats(flight.id)
        is_line = flight.line in problem.station.lines and seats > 0
        may_replace = flight.is_ahead and not flight.has_readiness and bool(flight.crew)
        calls = tuple((call.port, self._day(call.from_on)) for call in flight.calls)
        followers = relieves_next(problem, flight) if is_line else []
        return posed.Ship(
            id=flight.id,
            is_ahead=flight.is_ahead,
            is_docked=flight.standing is Standing.DOCKED,
            is_optional=flight.is_optional,
            must_fly=events.must_fly,
            launch_day=self._day(flight.launch_on),
            undock_day=self._day(flight.undock_on),
            transit_days=(flight.dock_on - flight.launch_on).days,
            return_days=(flight.land_on - flight.undock_on).days,
            launch_days=events.launch,
            undock_days=events.undock,
            move_days=events.move,
            pinned_moves=events.pinned_moves,
            most_moves=self._most_moves(flight),
            ports=events.ports,
            port=calls[0][0] if flight.standing is Standing.DOCKED else None,
            calls=calls,
            lives=events.lives,
            sound_days=self._sound_days(flight),
            seats=seats,
            rooms=tuple(self._rooms(flight)),
            transfer_days=bound("LB-3", "transfer_days", flight.id) or 0,
            lead_days=(bound("LB-7", "lead_days", flight.id) or 0) if may_replace else 0,
            crew=flight.crew,
            must_carry=self._must_carry(flight),
            may_carry=not self._is_demanded(DemandKind.UNCREWED, flight.id),
            line=flight.line if is_line else None,
            wished_handover=bound("HO-1", "wished_handover_days", flight.id) or 0,
            least_handover=bound("HO-1", "least_handover_days", flight.id) or 0,
            relieves=tuple(self._relieves(flight)) if is_line else (),
            followers=tuple(f.id for f in followers),
            wished_after=max(
                (bound("HO-1", "wished_handover_days", f.id) or 0 for f in followers[:1]), default=0
            ),
        )

    def _is_demanded(self, kind: DemandKind, subject: str) -> bool:
        return any(demand.subject == subject for demand in self._problem.demands_of(kind))

    def _must_carry(self, flight: Flight) -> bool:
        """Say whether it may not go up empty (CT-2, and what a what-if demands)."""
        if self._is_demanded(DemandKind.CREWED, flight.id):
            return True
        has_room = places_up(self._problem, flight.id) > 0
        return bool(flight.crew) and has_room and flight.uncrewed is Uncrewed.FORBIDDEN

    def _most_moves(self, flight: Flight) -> int:
        """Count the relocations that PT-3 allows; only ships with seats are moved unpublished."""
        published = max(0, len(flight.calls) - 1)
        if not self._problem.type_of(flight.id).carries_people:
            return published
        return max(published, self._problem.bound("PT-3", "most_relocations", flight.id) or 0)

    def _sound_days(self, flight: Flight) -> int | None:
        wished = self._problem.bound("VL-1", "wished_margin_days", flight.id)
        life = self._problem.life_days(flight.id, flight.launch_on)
        return life - wished if wished and life is not None else None

    def _rooms(self, flight: Flight) -> Iterator[posed.Room]:
        """Walk the spans of alike places (LB-4, LB-5); who may land follows from the health."""
        problem = self._problem
        changes = {problem.as_of}
        changes |= {one.from_on for one in problem.health_facts if one.flight == flight.id}
        for span in problem.health_spans:
            changes |= {on for on in (span.from_on, span.to_on) if on}
        for waiver in problem.waivers:
            changes |= {on for on in (waiver.from_on, waiver.to_on) if on}
        starts = sorted(on for on in changes if problem.as_of <= on)
        for on, after in zip(starts, [*starts[1:], None], strict=True):
            places, health = problem.places_on(flight.id, on), problem.health_on(flight.id, on)
            yield posed.Room(
                self._day(on),
                self._day(after) if after else self._end + 1,
                places.certified,
                places.improvised,
                places.emergency,
                places.certified if health.allows_planned_landing else 0,
            )

    def _relieves(self, flight: Flight) -> Iterator[str]:
        """Walk those whose crew this one's may relieve: up to the first that is sure to fly."""
        for before in relieved_in_turn(self._problem, flight):
            if before.standing is Standing.DEPARTED and flight.standing is Standing.DOCKED:
                return
            yield before.id
            if before.has_launched:
                return

    def _human(self, traveller: Traveller) -> posed.Human:
        problem, person = self._problem, traveller.person
        up = problem.any_flight(traveller.up)
        demands = [demand for demand in problem.demands if demand.subject == person]
        legs = {d.event: d.flight for d in demands if d.kind is DemandKind.PIN_LEG}
        fits = tuple(
            ship
            for ship in problem.flights
            if problem.seats(ship) and problem.is_fitted(person, ship)
        )
        opened = {ship for who, ship in problem.opened if who == person}
        planned_on = traveller.planned_to_on
        return posed.Human(
            id=person,
            crew=traveller.up,
            down=traveller.down,
            is_aboard=traveller.is_aboard,
            launched_day=self._day(traveller.launched_on),
            comes_day=self._day(up.dock_on),
            planned_day=self._day(planned_on) if planned_on else None,
            seat_in=traveller.seat_in,
            segment=problem.home_segment(person),
            fits=fits,
            lands_in=tuple(ship for ship in problem.flights if ship in fits or ship in opened),
            least_stay=problem.bound("CR-1", "least_days", person) or 0,
            most_stay=problem.bound("CR-1", "most_days", person),
            return_by=min(
                (self._day(d.day) for d in demands if d.kind is DemandKind.RETURN_BY and d.day),
                default=None,
            ),
            unavailable=tuple(
                (self._day(d.day), self._day(d.to_on) if d.to_on else self._end)
                for d in demands
                if d.kind is DemandKind.UNAVAILABLE and d.day
            ),
            pinned_up=legs.get("up"),
            pinned_down=legs.get("down"),
        )

    def _queues(self) -> Iterator[posed.Queue]:
        """Put ships and crews of each line in published order (CT-2)."""
        problem = self._problem
        ahead = [f for f in problem.flights.values() if f.is_ahead and problem.seats(f.id) > 0]
        for line in dict.fromkeys(flight.line or flight.id for flight in ahead):
            ships = _in_order(f for f in ahead if (f.line or f.id) == line)
            lost = [f for f in problem.cancelled if (f.line or f.id) == line]
            crews = [flight for flight in _in_order([*ships, *lost]) if flight.crew]
            loads = tuple(
                posed.Load(ship.id, crew.id, riders(problem, ship.id, crew.crew))
                for ship in ships
                for crew in crews
                if places_up(problem, ship.id) > 0 and crew.launch_on <= ship.launch_on
            )
            yield posed.Queue(tuple(f.id for f in ships), tuple(f.id for f in crews), loads)

    def _ports(self) -> Iterator[posed.Port]:
        """Give the gap of each port (PT-1) and its closures (PT-6)."""
        for port in self._problem.station.ports:
            closed = [
                (max(0, self._day(o.from_on)), self._day(o.to_on) if o.to_on else self._end + 1)
                for o in self._problem.outages
                if (o.kind, o.subject) == ("port", port)
            ]
            gap_days = self._problem.bound("PT-1", "gap_days", port) or 0
            yield posed.Port(port, gap_days, tuple(s for s in closed if s[0] < s[1]))

    def _blocks(self) -> Iterator[posed.Block]:
        """Name the ships of blocking types for each port and neighbour (PT-5)."""
        for port in self._problem.station.ports.values():
            for neighbour, types in port.blocked_by.items():
                flights = self._problem.flights.values()
                ships = tuple(f.id for f in flights if f.vehicle_type in types)
                if ships:
                    yield posed.Block(port.id, neighbour, ships)

    def _pads(self) -> Iterator[posed.Pad]:
        """Give the turnaround of each pad that has ships to launch (TR-7)."""
        for pad in self._problem.station.pads:
            days = self._problem.bound("TR-7", "turnaround_days", pad) or 0
            flights = self._problem.flights.values()
            ships = tuple(f.id for f in flights if f.is_ahead and f.pad == pad)
            if days and len(ships) > 1:
                yield posed.Pad(days, ships)


def _in_order(flights: Iterable[Flight]) -> list[Flight]:
    return sorted(flights, key=lambda flight: (flight.launch_on, flight.id))
