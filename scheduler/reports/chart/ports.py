"""Rows of ports: who is where, grouped by segment, with what ails a ship along its bar."""

from __future__ import annotations

from scheduler.domain import FlightPlan, Health
from scheduler.reports.chart.axis import Axis
from scheduler.reports.chart.charted import Charted
from scheduler.reports.chart.facts import flight_facts
from scheduler.reports.chart.health import HealthSpell, spells
from scheduler.reports.chart.rows import Item, Part, Row

SECTION = "Ports"
NO_SEGMENT = "Other"


def port_rows(charted: Charted, axis: Axis) -> list[Row]:
    """Give a row for each port of the station, in its order; unknown ports come last."""
    known = charted.problem.station.between(axis.start, axis.end).ports
    ill = spells(charted)
    by_port: dict[str, list[Item]] = {port: [] for port in known}
    for flight in charted.plan.flights:
        for item, port in _items(charted, flight, ill.get(flight.flight, ())):
            by_port.setdefault(port, []).append(item)
    for flight in charted.other.plan.flights if charted.other else ():
        for port, ghost in _ghosts(charted, flight):
            by_port.setdefault(port, []).append(ghost)
    order = sorted(by_port, key=lambda port: _rank(charted, port))
    return [
        Row(SECTION, _segment(charted, port), port_forms(charted, port), tuple(by_port[port]), port)
        for port in order
        if port in known or any(axis.shows(one.from_on, one.to_on) for one in by_port[port])
    ]


def port_forms(charted: Charted, port: str) -> tuple[str, ...]:
    """Word a port, the longest first: ``Rassvet nadir``, ``Rassvet n.``."""
    name = charted.context.port(port)
    first, _, rest = name.rpartition(" ")
    return name, f"{first} {rest[:1]}." if first else name[:8], first or name[:5]


def _rank(charted: Charted, port: str) -> tuple[int, int]:
    station = charted.problem.station
    ports, segments = list(station.ports), list(station.segments)
    if port not in ports:
        return len(segments), len(ports)
    segment = station.ports[port].segment
    return (segments.index(segment) if segment in segments else len(segments)), ports.index(port)


def _segment(charted: Charted, port: str) -> str:
    found = charted.problem.station.ports.get(port)
    return found.segment if found else NO_SEGMENT


def _items(
    charted: Charted, flight: FlightPlan, ill: tuple[HealthSpell, ...]
) -> list[tuple[Item, str]]:
    if not flight.flies:
        return []
    role = "crewed" if charted.carries_people(flight) else "cargo"
    facts = (*flight_facts(charted, flight), *(spell.words for spell in ill))
    parts = tuple(
        Part(spell.from_on, spell.to_on, "strip", is_strip=True)
        for spell in ill
        if spell.health is not Health.NOMINAL
    )
    view = charted.view
    forms = (
        view.ship(flight.flight),
        view.short_ship(flight.flight),
    )
    name = view.ship(flight.flight)
    return [
        (
            Item(
                f"{name} at {charted.context.port(stay.port)}",
                stay.from_on,
                stay.to_on,
                role,
                tuple(dict.fromkeys(forms)),
                (view.compact_ship(flight.flight),),
                facts,
                parts,
                ("port", flight.flight, str(number)),
            ),
            stay.port,
        )
        for number, stay in enumerate(flight.ports)
    ]


def _ghosts(charted: Charted, flight: FlightPlan) -> list[tuple[str, Item]]:
    """Give what another plan had, where it is not the same as here."""
    assert charted.other is not None
    here = charted.plan.flight(flight.flight)
    if not flight.flies or (here and here.flies and here.ports == flight.ports):
        return []
    name, title = charted.ship(flight.flight), charted.other.title
    return [
        (
            stay.port,
            Item(
                f"{name} at {charted.context.port(stay.port)}, {title}",
                stay.from_on,
                stay.to_on,
                "ghost",
                facts=flight_facts(charted, flight),
                key=("port", flight.flight, str(number)),
                is_ghost=True,
            ),
        )
        for number, stay in enumerate(flight.ports)
    ]
