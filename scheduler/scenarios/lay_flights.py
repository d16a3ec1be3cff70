"""Changes to flights: their days, ports and seats, new ones, and those that do not fly."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from scheduler.domain import (
    Demand,
    DemandKind,
    Flight,
    PortCall,
    Standing,
    Uncrewed,
    VehicleType,
)
from scheduler.domain.published import LIFE_UNKNOWN_DAYS
from scheduler.scenarios.draft import Draft
from scheduler.scenarios.model import (
    AddFlightChange,
    CancelFlightChange,
    FlightChange,
)
from scheduler.scenarios.model_pins import PinEventChange
from scheduler.scenarios.what_if import Spot
from scheduler.units import add_days

BEFORE_LAUNCH = (
    "earliest_launch",
    "launch_from",
    "latest_launch",
    "uncrewed",
    "seats_up",
    "optional",
)
FOR_CREWS = ("uncrewed", "seats_up")
DAY_DEMANDS = {
    "earliest_launch": DemandKind.EARLIEST_LAUNCH,
    "launch_from": DemandKind.LAUNCH_FROM,
    "latest_launch": DemandKind.LATEST_LAUNCH,
    "earliest_undock": DemandKind.EARLIEST_UNDOCK,
    "latest_undock": DemandKind.LATEST_UNDOCK,
}


def lay_flight(change: FlightChange, spot: Spot, draft: Draft) -> None:
    """Lay new limits on a flight; ready before ``until``, a later one joins those decided."""
    flight = draft.flights[change.flight]
    if not draft.is_here(spot, flight, "flight") or not _fits(change, flight, spot, draft):
        return
    ready_on = change.earliest_launch
    is_pulled_in = flight.standing is Standing.LATER and ready_on and ready_on < draft.until
    if is_pulled_in:
        flight = replace(flight, standing=Standing.PLANNED)
    is_waiting = flight.standing is Standing.LATER
    if is_waiting and (change.latest_launch or change.launch_from):
        key = "latest_launch" if change.latest_launch else "launch_from"
        draft.is_decided(spot, flight, key)
        return
    flight = replace(
        flight,
        has_readiness=flight.has_readiness or bool(ready_on and not is_waiting),
        uncrewed=Uncrewed(change.uncrewed) if change.uncrewed else flight.uncrewed,
        seats_up=flight.seats_up if change.seats_up is None else change.seats_up,
        is_optional=flight.is_optional if change.optional is None else change.optional,
    )
    draft.flights[flight.id] = flight
    if is_pulled_in:
        draft.bring(flight, flight.published.land_on)
    if not is_waiting:  # what waits beyond the horizon has nothing decided of it
        if ready_on:
            draft.drop_demands(flight.id, DemandKind.EARLIEST_LAUNCH)
        draft.demands += _demands(change, spot)


def _fits(change: FlightChange, flight: Flight, spot: Spot, draft: Draft) -> bool:
    """Complain of what cannot be asked of this flight."""
    before = len(draft.complaints)
    given = [key for key in FlightChange.model_fields if getattr(change, key) is not None]
    for key in given:
        if key in BEFORE_LAUNCH and flight.has_launched:
            told = f"{flight.id} was launched on {flight.launch_on}, so {key} comes too late."
            draft.complain(spot, f"{told} Leave it out.", key, on_key=True)
        elif key in FOR_CREWS and not draft.seats(flight):
            told = f"{flight.id} is a {flight.vehicle_type}, which carries nobody."
            draft.complain(spot, f"{told} Leave {key} out.", key, on_key=True)
        elif key in DAY_DEMANDS:
            draft.is_late_enough(spot, getattr(change, key), key)
    if change.latest_launch and not flight.has_launched:
        draft.is_early_enough(spot, change.latest_launch, "latest_launch")
    seats = draft.seats(flight)
    if change.seats_up is not None and 0 < seats < change.seats_up:
        told = f"seats_up is {change.seats_up}, more than {flight.id} has. Give 0 to {seats}."
        draft.complain(spot, told, "seats_up")
    for place, port in enumerate(change.ports or ()):
        _takes(port, flight.vehicle_type, spot, draft, "ports", place)
    return len(draft.complaints) == before


def _takes(port: str, vehicle_type: str, spot: Spot, draft: Draft, *steps: str | int) -> bool:
    """Say whether a port accepts a vehicle type; complain where it does not."""
    accepting = draft.problem.station.ports_for(vehicle_type)
    if port in accepting:
        return True
    remedy = f"Give one of: {', '.join(accepting)}." if accepting else "No port does."
    draft.complain(spot, f"port {port!r} takes no {vehicle_type}. {remedy}", *steps)
    return False


def _demands(change: FlightChange, spot: Spot) -> list[Demand]:
    flight, why = change.flight, change.why or ""
    found = [
        Demand(kind, flight, spot.at(key), day=getattr(change, key), why=why)
        for key, kind in DAY_DEMANDS.items()
        if getattr(change, key)
    ]
    if change.ports:
        ports = tuple(change.ports)
        found.append(Demand(DemandKind.PORTS, flight, spot.at("ports"), ports=ports, why=why))
    if change.uncrewed == Uncrewed.REQUIRED:
        found.append(Demand(DemandKind.UNCREWED, flight, spot.at("uncrewed"), why=why))
    if change.uncrewed == Uncrewed.FORBIDDEN:
        found.append(Demand(DemandKind.CREWED, flight, spot.at("uncrewed"), why=why))
    return found


def lay_pin_event(change: PinEventChange, spot: Spot, draft: Draft) -> None:
    """Demand an event on one day."""
    flight = draft.flights[change.flight]
    if not draft.is_decided(spot, flight, "flight"):
        return
    is_past = (change.event == "launch" and flight.has_launched) or (
        change.event == "dock" and flight.standing is Standing.DOCKED
    )
    if is_past:
        day = flight.launch_on if change.event == "launch" else flight.dock_on
        told = f"the {change.event} of {flight.id} was on {day}. Leave the pin out."
        draft.complain(spot, told, "event")
        return
    if change.event == "relocate" and not may_relocate(flight, draft.seats(flight)):
        told = f"{flight.id} is a {flight.vehicle_type}, which keeps its port. Leave the pin out."
        draft.complain(spot, told, "event")
        return
    is_inside = draft.is_late_enough(spot, change.day, "day")
    if is_inside and change.event == "launch":
        is_inside = draft.is_early_enough(spot, change.day, "day")
    if is_inside:
        kind, at, why = DemandKind.PIN_EVENT, spot.at("day"), change.why or ""
        draft.demands.append(
            Demand(kind, flight.id, at, day=change.day, event=change.event, why=why)
        )


def may_relocate(flight: Flight, seats: int) -> bool:
    """Say whether a ship can be moved: with seats, or where it is published to move."""
    return seats > 0 or len(flight.calls) > 1


def lay_cancel_flight(change: CancelFlightChange, spot: Spot, draft: Draft) -> None:
    """Take a flight out; its crew waits for the next ship."""
    flight = draft.flights[change.flight]
    if not draft.is_here(spot, flight, "flight"):
        return
    if flight.has_launched:
        told = f"{flight.id} was launched on {flight.launch_on}, too late to cancel it."
        draft.complain(spot, f"{told} Leave it out.", "flight")
        return
    draft.flights[flight.id] = replace(flight, standing=Standing.CANCELLED)
    draft.cancelled_at[flight.id] = spot
    draft.drop_demands(flight.id)


def lay_add_flight(change: AddFlightChange, spot: Spot, draft: Draft) -> None:
    """Add a flight that nobody has published, with the usual days where none are given."""
    if not all((_is_new(change, spot, draft), _is_buildable(change, spot, draft))):
        return
    kind = draft.problem.station.vehicle_types[change.vehicle_type]
    dock_on, undock_on, land_on = _days(change, kind)
    if undock_on <= dock_on:
        told = f"undock is {undock_on}, not after dock ({dock_on}). Give a later day."
        draft.complain(spot, told, "undock" if change.undock else "launch")
        return
    is_ahead = change.launch < draft.until
    crew = tuple(sorted(change.crew or ()))
    flight = Flight(
        id=change.flight,
        name=change.name or change.flight,
        vehicle_type=kind.id,
        standing=Standing.PLANNED if is_ahead else Standing.LATER,
        launch_on=change.launch,
        dock_on=dock_on,
        undock_on=undock_on,
        land_on=land_on,
        calls=(PortCall(change.port, dock_on),) if change.port else (),
        line=change.line,
        hull=change.hull,
        pad=change.pad or next(iter(kind.pads), None),
        crew=crew,
        seats=change.seats,
        uncrewed=Uncrewed(change.uncrewed or ("forbidden" if crew else "allowed")),
        is_added=True,
    )
    draft.flights[flight.id] = flight
    if is_ahead:
        draft.bring(flight, change.land)


def _days(change: AddFlightChange, kind: VehicleType) -> tuple[date, date, date]:
    """Give dock, undock and landing: as written, else as usual for the type."""
    dock_on = change.dock or add_days(change.launch, next(iter(kind.transit_days.values())))
    life_days = kind.life_days(change.launch) or LIFE_UNKNOWN_DAYS
    land_on = change.land or add_days(change.undock or dock_on, kind.return_days)
    if not change.land and not change.undock:
        land_on = add_days(change.launch, life_days)
    undock_on = change.undock or add_days(land_on, -kind.return_days)
    return dock_on, undock_on, land_on


def _is_new(change: AddFlightChange, spot: Spot, draft: Draft) -> bool:
    facts = draft.facts.flights if draft.facts else ()
    if change.flight in draft.flights or any(fact.id == change.flight for fact in facts):
        told = f"flight {change.flight!r} exists already. Give another id."
        draft.complain(spot, told, "flight")
        return False
    return draft.is_late_enough(spot, change.launch, "launch")


def _is_buildable(change: AddFlightChange, spot: Spot, draft: Draft) -> bool:
    """Complain of a pad, port or crew that does not fit the type of ship."""
    before = len(draft.complaints)
    kind = draft.problem.station.vehicle_types[change.vehicle_type]
    if change.pad and change.pad not in kind.pads:
        remedy = f"Give one of: {', '.join(kind.pads)}." if kind.pads else "Leave it out."
        draft.complain(spot, f"pad {change.pad!r} launches no {kind.id}. {remedy}", "pad")
    if change.port:
        _takes(change.port, kind.id, spot, draft, "port")
    for key in ("seats", "crew", "uncrewed") if not kind.carries_people else ():
        if getattr(change, key):
            told = f"a {kind.id} carries nobody. Leave {key} out."
            draft.complain(spot, told, key, on_key=True)
    seats = kind.seats if change.seats is None else change.seats
    if kind.carries_people and len(change.crew or ()) > seats:
        told = f"crew is {len(change.crew or ())} people, more than there are seats ({seats})."
        draft.complain(spot, f"{told} Give fewer.", "crew")
    for place, person in enumerate(change.crew or ()):
        if person in draft.travellers:
            told = f"{person} flies on {draft.travellers[person].up} already. Give somebody else."
            draft.complain(spot, told, "crew", place)
    return len(draft.complaints) == before
