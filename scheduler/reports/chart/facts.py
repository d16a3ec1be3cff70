"""The facts behind a bar, in words: what hovering shows, and the table beside the chart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scheduler.domain import FlightPlan, SeatSpan, Stay
from scheduler.reports.chart.charted import Charted
from scheduler.reports.flights import changes
from scheduler.reports.spans import in_words
from scheduler.units import count


def flight_facts(charted: Charted, flight: FlightPlan) -> tuple[str, ...]:
    """Tell a ship's days, ports, crews, life, and what differs from the published plan."""
    return tuple(_flight_facts(charted, flight))


def _flight_facts(charted: Charted, flight: FlightPlan) -> Iterator[str]:
    events = {
        "launch": flight.launch_on,
        "dock": flight.dock_on,
        "undock": flight.undock_on,
        "land": flight.land_on,
    }
    yield ", ".join(f"{event} {day}" for event, day in events.items() if day)
    if len(flight.ports) > 1:
        yield "ports: " + ", then ".join(charted.context.port(stay.port) for stay in flight.ports)
    if charted.carries_people(flight):
        up, down = charted.people(flight.crew_up), charted.people(flight.crew_down)
        yield f"up and down: {up}" if up == down else f"up: {up}; down: {down}"
    if flight.life:
        life = flight.life
        yield f"life: {life.used_days} of {life.limit_days} days, margin {life.margin_days}"
    if changes(flight):
        yield f"against the published plan: {', '.join(changes(flight))}"


def person_facts(charted: Charted, stay: Stay, seats: Sequence[SeatSpan]) -> tuple[str, ...]:
    """Tell somebody's ships up and down, days, extension and seats."""
    return tuple(_person_facts(charted, stay, seats))


def _person_facts(charted: Charted, stay: Stay, seats: Sequence[SeatSpan]) -> Iterator[str]:
    down = charted.ship(stay.down) if stay.down else "no ship yet"
    yield f"up {charted.ship(stay.up) if stay.up else 'unknown'}, down {down}"
    if stay.days is not None:
        yield f"{count(stay.days, 'day')} from launch to landing"
    if stay.planned_to_on and stay.extension_days:
        yield f"published landing {stay.planned_to_on}, {stay.extension_days:+d} days"
    by_seat = [seat for seat in seats if seat.from_on < seat.to_on]
    if any(seat.grade or seat.flight != stay.up for seat in by_seat):
        for seat in by_seat:
            place = charted.ship(seat.flight) if seat.flight else "no seat"
            when = in_words(seat.from_on, seat.to_on)
            yield f"{seat.grade.name} {place}, {when}"
