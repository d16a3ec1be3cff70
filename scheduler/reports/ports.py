"""Who stands at which port when, drawn in the terminal."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Sequence

from scheduler.domain import FlightPlan, PortStay
from scheduler.reports.context import View
from scheduler.reports.layout import INDENT, QUIET, Lines, paragraph
from scheduler.reports.timeline import Bar, ChartRow, chart

CREWED, CARGO = ("█", "cyan"), ("░", "")
MOVES_ON = "→"

Stays = Sequence[tuple[FlightPlan, PortStay]]


def port_chart(view: View) -> Lines:
    """Draw the section ``Ports``: one row a port, grouped by segment."""
    stays = _stays_by_port(view)
    if not stays:
        return []
    moves = any(len(flight.ports) > 1 for found in stays.values() for flight, _ in found)
    legend = [f"{CREWED[0]} crew ship", f"{CARGO[0]} cargo ship"]
    legend += [f"{MOVES_ON} moves to another port"] if moves else []
    groups = [
        (
            view.context.segment(segment) if segment else "",
            [ChartRow(view.context.port(port), _bars(view, stays[port])) for port in ports],
        )
        for segment, ports in _ports_by_segment(view, stays).items()
    ]
    drawn = chart("Ports", (view.run.as_of, view.run.until), groups, legend, view.width)
    return [*drawn, *_ports_without_ships(view, stays)]


def _stays_by_port(view: View) -> dict[str, list[tuple[FlightPlan, PortStay]]]:
    found: dict[str, list[tuple[FlightPlan, PortStay]]] = defaultdict(list)
    for flight in view.plan.flights:
        for stay in flight.ports if flight.flies else ():
            if stay.to_on > view.run.as_of and stay.from_on < view.run.until:
                found[stay.port].append((flight, stay))
    return dict(found)


def _ports_by_segment(view: View, used: Iterable[str]) -> dict[str, list[str]]:
    """Group used ports in the order of the station; a port unknown to it comes last."""
    known = view.context.station.ports if view.context.station else {}
    groups: dict[str, list[str]] = defaultdict(list)
    places = {port: number for number, port in enumerate(known)}
    for port in sorted(used, key=lambda port: (places.get(port, len(places)), port)):
        groups[known[port].segment if port in known else ""].append(port)
    return dict(groups)


def _ports_without_ships(view: View, used: Container[str]) -> Lines:
    known = view.context.station.ports if view.context.station else {}
    free = [view.context.port(port) for port in known if port not in used]
    told = f"No ship at any time: {', '.join(free)}."
    return paragraph(told, view.width, indent=2 * INDENT, style=QUIET) if free else []


def _bars(view: View, stays: Stays) -> list[Bar]:
    return [
        Bar(
            stay.from_on,
            stay.to_on,
            *(CREWED if view.carries_people(flight) else CARGO),
            label=view.short_ship(flight.flight),
            compact=view.compact_ship(flight.flight),
            full=view.ship(flight.flight),
            ends_with=MOVES_ON if stay.to_on != flight.ports[-1].to_on else "",
        )
        for flight, stay in stays
    ]
