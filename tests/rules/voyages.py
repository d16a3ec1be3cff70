"""Plans completed from a few decisions, without board or search: evidence of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from scheduler.domain import (
    AboardSpan,
    Flight,
    FlightPlan,
    Grade,
    Handover,
    LifeUse,
    Plan,
    PortStay,
    Problem,
    SeatSpan,
    Standing,
    Stay,
    Traveller,
    riders,
)
from tests.rules.worlds import AS_OF, on


@dataclass(frozen=True, kw_only=True)
class Voyage:
    """What a plan decides of one flight; what is left out stays as published.

    ``ports`` lists ports with the day of coming to each, the day of the first being the docking.
    ``crew`` names the flight whose crew is brought up; nobody where it is empty.
    """

    launch: int | None = None
    undock: int | None = None
    ports: tuple[tuple[str, int], ...] = ()
    crew: str | None = None
    flies: bool = True


Steps = Sequence[tuple[int, str | None]]


def make_plan(
    problem: Problem,
    voyages: Mapping[str, Voyage] | None = None,
    *,
    down: Mapping[str, str | None] | None = None,
    seats: Mapping[str, Steps] | None = None,
) -> Plan:
    """Complete a plan from a few decisions.

    Parameters
    ----------
    voyages
        What is decided of flights; a flight not named keeps to what is published.
    down
        The ship home of people who do not land in the ship that brings them up.
    seats
        Where a person's seat is from which day on; before that, where it was. A seat ends
        with the time its ship is docked, and nobody has a seat in no ship.
    """
    decided = voyages or {}
    known = [*problem.flights.values(), *problem.cancelled]
    flights = [_flown(problem, f, decided.get(f.id, Voyage())) for f in known]
    brought = {person: f.flight for f in flights if f.flies for person in f.crew_up}
    rides = {
        person: _ride(problem.travellers[person], brought.get(person), down or {})
        for person in problem.travellers
    }
    homes = {person: home for person, (_, home) in sorted(rides.items())}
    by_id = {
        flight.flight: replace(
            flight, crew_down=tuple(p for p, home in homes.items() if home == flight.flight)
        )
        for flight in flights
    }
    stays = tuple(_stay(problem, person, rides[person], by_id) for person in homes)
    return Plan(
        flights=tuple(by_id.values()),
        stays=stays,
        seats=tuple(_seats(problem, stays, by_id, seats or {})),
        handovers=tuple(_handovers(problem, by_id)),
        aboard=tuple(_aboard(problem, stays)),
    )


def _flown(problem: Problem, flight: Flight, voyage: Voyage) -> FlightPlan:
    if flight.standing is Standing.CANCELLED or not voyage.flies:
        status = "cancelled" if flight.standing is Standing.CANCELLED else "waiting"
        return FlightPlan(flight.id, flight.vehicle_type, status, None, None, None, None)
    delay = timedelta() if voyage.launch is None else on(voyage.launch) - flight.launch_on
    launch_on, dock_on = flight.launch_on + delay, flight.dock_on + delay
    undock_on = flight.undock_on if voyage.undock is None else on(voyage.undock)
    land_on = undock_on + (flight.land_on - flight.undock_on)
    crew = flight.crew
    if flight.is_ahead:
        due = flight.id if voyage.crew is None else voyage.crew
        crew = riders(problem, flight.id, problem.any_flight(due).crew) if due else ()
    calls = [(port, on(day)) for port, day in voyage.ports]
    return FlightPlan(
        flight=flight.id,
        vehicle_type=flight.vehicle_type,
        status="planned" if flight.is_ahead else "docked",
        launch_on=launch_on,
        dock_on=dock_on,
        undock_on=undock_on,
        land_on=land_on,
        ports=_ports(calls or [(c.port, c.from_on) for c in flight.calls], dock_on, undock_on),
        crew_up=crew,
        life=_life(problem, flight, launch_on, land_on),
    )


def _ports(calls: list[tuple[str, date]], dock_on: date, undock_on: date) -> tuple[PortStay, ...]:
    starts = [dock_on, *(day for _, day in calls[1:])]
    ends = [*starts[1:], undock_on]
    return tuple(
        PortStay(port, start, end)
        for (port, _), start, end in zip(calls, starts, ends, strict=True)
    )


def _life(problem: Problem, flight: Flight, launch_on: date, land_on: date) -> LifeUse | None:
    life = problem.life_days(flight.id, launch_on)
    if life is None:
        return None
    waiver = problem.waiver("VL-1", "life_days", flight.id, land_on)
    limit = waiver.bound if waiver else life
    used = (land_on - launch_on).days
    return LifeUse(used, limit, limit - used)


def _ride(
    traveller: Traveller, lift: str | None, down: Mapping[str, str | None]
) -> tuple[str | None, str | None]:
    """Give the ships up and home; whoever stays on the ground has neither."""
    up = traveller.up if traveller.is_aboard else lift
    if up is None:
        return None, None
    own = traveller.down if traveller.is_aboard else up
    return up, down.get(traveller.person, own)


def _stay(
    problem: Problem,
    person: str,
    ride: tuple[str | None, str | None],
    flights: Mapping[str, FlightPlan],
) -> Stay:
    traveller = problem.travellers[person]
    up, down = ride
    start = flights.get(up or "")
    launched_on = start.launch_on if start else None
    docked_on = start.dock_on if start else None
    if traveller.is_aboard:
        launched_on, docked_on = traveller.launched_on, problem.any_flight(traveller.up).dock_on
    end = flights.get(down or "")
    land_on, planned_on = (end.land_on if end else None), traveller.planned_to_on
    is_extendable = traveller.is_aboard and land_on is not None and planned_on is not None
    return Stay(
        person=person,
        up=up,
        down=down,
        from_on=docked_on,
        to_on=end.undock_on if end else None,
        days=(land_on - launched_on).days if land_on and launched_on else None,
        planned_to_on=planned_on,
        extension_days=max(0, (land_on - planned_on).days)
        if is_extendable and land_on and planned_on
        else None,
    )


def _horizon(problem: Problem) -> list[date]:
    return [AS_OF + timedelta(days=day) for day in range((problem.until - AS_OF).days)]


def _seats(
    problem: Problem,
    stays: tuple[Stay, ...],
    flights: Mapping[str, FlightPlan],
    decided: Mapping[str, Steps],
) -> Iterator[SeatSpan]:
    """Walk the rows person by person, each cut where ship or grade changes."""
    places: dict[str, dict[date, str | None]] = {}
    for stay in stays:
        traveller = problem.travellers[stay.person]
        first = traveller.seat_in if traveller.is_aboard else stay.up
        steps = [(AS_OF, first)] + [(on(day), ship) for day, ship in decided.get(stay.person, ())]
        places[stay.person] = {
            day: _seat_on(day, steps, flights)
            for day in _horizon(problem)
            if stay.is_aboard_on(day)
        }
    grades = {day: _grades(problem, places, day) for day in _horizon(problem)}
    for person, by_day in places.items():
        rows: list[SeatSpan] = []
        for day, ship in by_day.items():
            now = SeatSpan(person, ship, day, day + timedelta(days=1), grades[day][person])
            last = rows[-1] if rows else None
            if last and (last.flight, last.grade, last.to_on) == (ship, now.grade, day):
                rows[-1] = replace(last, to_on=now.to_on)
            else:
                rows.append(now)
        yield from rows


def _seat_on(
    day: date, steps: list[tuple[date, str | None]], flights: Mapping[str, FlightPlan]
) -> str | None:
    place = [ship for start, ship in steps if start <= day][-1]
    ship = flights.get(place or "")
    return place if ship is not None and ship.is_docked_on(day) else None


def _grades(
    problem: Problem, places: Mapping[str, Mapping[date, str | None]], day: date
) -> dict[str, Grade]:
    """Seat the people of each ship on one day: those fitted for it first, then by id."""
    found: dict[str, Grade] = {}
    for ship in {by_day.get(day) for by_day in places.values()}:
        people = sorted(p for p, by_day in places.items() if day in by_day and by_day[day] == ship)
        if ship is None:
            found |= dict.fromkeys(people, Grade.G4)
            continue
        room = problem.places_on(ship, day)
        kind = problem.type_of(ship).fitted
        people.sort(key=lambda person: kind not in problem.kinds_of(person))
        for place, person in enumerate(people):
            own = Grade.G0 if kind in problem.kinds_of(person) else Grade.G1
            found[person] = own if place < room.certified else Grade.G2
            if room.emergency:
                found[person] = Grade.G3
    return found


def _handovers(problem: Problem, flights: Mapping[str, FlightPlan]) -> Iterator[Handover]:
    """Work the handovers of each line out from the published order of its flights."""
    for line in problem.station.lines:
        members = [
            *(f for f in problem.departed.values() if f.line == line),
            *(f for f in problem.flights.values() if f.line == line),
            *(f for f in problem.later if f.line == line),
        ]
        members.sort(key=lambda f: (f.launch_on, f.id))
        in_turn = {after.id: before.id for before, after in pairwise(members)}
        in_turn |= {f.id: f.relieves for f in members if f.relieves}
        for place, flight in enumerate(members):
            planned = flights.get(flight.id)
            if planned is None or not planned.flies:
                continue
            old = in_turn.get(flight.id, "")
            while old in flights and not flights[old].flies:
                old = in_turn.get(old, "")
            if old and planned.crew_up:
                yield from _relieving(flight, problem.any_flight(old), flights)
            yield from _left_open(problem, planned, members[place + 1 :], flights, line)


def _relieving(new: Flight, old: Flight, flights: Mapping[str, FlightPlan]) -> Iterator[Handover]:
    """Give the handover between two flights, unless it is past or nobody leaves."""
    docks_on, planned = flights[new.id].dock_on, flights.get(old.id)
    leaves_on = planned.undock_on if planned else old.undock_on
    is_over = not planned.crew_down if planned else new.standing is Standing.DOCKED
    if docks_on and leaves_on and not is_over:
        overlap = (leaves_on - docks_on).days
        yield Handover(new.line or "", old.id, new.id, overlap > 0, abs(overlap))


def _left_open(
    problem: Problem,
    planned: FlightPlan,
    after: list[Flight],
    flights: Mapping[str, FlightPlan],
    line: str,
) -> Iterator[Handover]:
    crews = [flights[f.id].crew_up for f in after if f.id in flights and flights[f.id].flies]
    left_on = planned.undock_on
    if after and not any(crews) and planned.crew_down and left_on and left_on < problem.until:
        days = (problem.until - left_on).days
        yield Handover(line, planned.flight, after[0].id, False, days)


def _aboard(problem: Problem, stays: tuple[Stay, ...]) -> Iterator[AboardSpan]:
    spans: list[AboardSpan] = []
    for day in _horizon(problem):
        manned = [problem.home_segment(s.person) for s in stays if s.is_aboard_on(day)]
        by_segment = {name: manned.count(name) for name in problem.station.segments}
        now = AboardSpan(day, day + timedelta(days=1), len(manned), by_segment)
        if spans and spans[-1].by_segment == by_segment:
            spans[-1] = replace(spans[-1], to_on=now.to_on)
        else:
            spans.append(now)
    yield from spans
