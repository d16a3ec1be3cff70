"""What is asked of flights, laid over the leak week: days, ports, pins, handovers, new ones."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from scheduler.domain import (
    CrewFact,
    Demand,
    DemandKind,
    PortCall,
    Standing,
    Status,
    Traveller,
    Uncrewed,
)
from tests.scenarios.laying import at, laid
from tests.scenarios.world import FACTS, applied, written


def test_earliest_launch_replaces_the_published_one(tmp_path: Path) -> None:
    """The ship is ready on another day; its published days stay what they were."""
    problem = laid(
        tmp_path, "flight, flight: soyuz-ms-23, earliest_launch: 2023-02-20, uncrewed: allowed"
    )
    ship = problem.flights["soyuz-ms-23"]
    assert (ship.has_readiness, ship.uncrewed) == (True, Uncrewed.ALLOWED)
    assert (ship.launch_on, ship.published.launch_on) == (date(2023, 3, 16), date(2023, 3, 16))
    assert problem.demands == (
        Demand(DemandKind.EARLIEST_LAUNCH, "soyuz-ms-23", at(tmp_path, 6), day=date(2023, 2, 20)),
    )


def test_a_demand_is_told_with_the_line_of_its_own_key(tmp_path: Path) -> None:
    """Where a change asks for several things, each has its own line."""
    text = (
        "changes:\n  - change: flight\n    flight: soyuz-ms-23\n    earliest_launch: 2023-02-20\n"
        "    latest_undock: 2023-09-30\n    why: as studied\n"
    )
    path = written(tmp_path, text)
    # head 4 lines, changes: 5, - change: 6, flight: 7, earliest_launch: 8, latest_undock: 9
    found = {(demand.kind, demand.at, demand.why) for demand in applied(path).demands}
    assert found == {
        (DemandKind.EARLIEST_LAUNCH, f"{path}:8", "as studied"),
        (DemandKind.LATEST_UNDOCK, f"{path}:9", "as studied"),
    }


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        ("latest_launch: 2023-03-20", Demand(DemandKind.LATEST_LAUNCH, "", "", date(2023, 3, 20))),
        (
            "earliest_undock: 2024-01-05",
            Demand(DemandKind.EARLIEST_UNDOCK, "", "", date(2024, 1, 5)),
        ),
        ("latest_undock: 2023-09-01", Demand(DemandKind.LATEST_UNDOCK, "", "", date(2023, 9, 1))),
        (
            "ports: [poisk-zenith, rassvet-nadir]",
            Demand(DemandKind.PORTS, "", "", ports=("poisk-zenith", "rassvet-nadir")),
        ),
        ("uncrewed: required", Demand(DemandKind.UNCREWED, "", "")),
        ("uncrewed: forbidden", Demand(DemandKind.CREWED, "", "")),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_asked_of_a_flight_is_demanded(tmp_path: Path, asked: str, wanted: Demand) -> None:
    """Each limit becomes a demand with its place; an undocking may lie beyond the horizon."""
    problem = laid(tmp_path, f"flight, flight: soyuz-ms-23, {asked}")
    assert problem.demands == (replace(wanted, subject="soyuz-ms-23", at=at(tmp_path, 6)),)


@pytest.mark.parametrize("day", ["2023-02-20", "2023-04-01"])
def test_launch_from_leaves_the_readiness_as_it_is(tmp_path: Path, day: str) -> None:
    """The first day for a launch says nothing of when the ship is ready."""
    problem = laid(tmp_path, f"flight, flight: soyuz-ms-23, launch_from: {day}")
    assert not problem.flights["soyuz-ms-23"].has_readiness
    wanted = date.fromisoformat(day)
    assert problem.demands == (
        Demand(DemandKind.LAUNCH_FROM, "soyuz-ms-23", at(tmp_path, 6), day=wanted),
    )


def test_permissions_are_no_demands(tmp_path: Path) -> None:
    """Fewer places up and leave to stay away change the flight and demand nothing."""
    problem = laid(tmp_path, "flight, flight: soyuz-ms-24, seats_up: 1, optional: true")
    ship = problem.flights["soyuz-ms-24"]
    assert (ship.seats_up, ship.is_optional, ship.has_readiness) == (1, True, False)
    assert problem.demands == ()


def test_a_later_flight_that_is_ready_sooner_is_planned(tmp_path: Path) -> None:
    """Ready before ``until``, it joins those decided, and its crew the travellers."""
    problem = laid(tmp_path, "flight, flight: soyuz-ms-25, earliest_launch: 2023-12-01")
    ship = problem.flights["soyuz-ms-25"]
    assert (ship.standing, ship.has_readiness) == (Standing.PLANNED, True)
    assert problem.later == ()
    assert problem.travellers["novitsky"] == Traveller(
        person="novitsky",
        up="soyuz-ms-25",
        down="soyuz-ms-25",
        is_aboard=False,
        launched_on=date(2024, 3, 13),
        planned_to_on=date(2024, 9, 24),
    )
    assert list(problem.travellers) == sorted(problem.travellers)


def test_the_crew_of_such_a_flight_lands_where_the_facts_say(tmp_path: Path) -> None:
    """A published ``down`` ride on another ship is kept."""
    ride = CrewFact("soyuz-ms-24", "novitsky", "down", "", Status.PLANNED, date(2022, 12, 1))
    facts = replace(FACTS, crew=(*FACTS.crew, ride))
    change = "flight, flight: soyuz-ms-25, earliest_launch: 2023-12-01"
    # MS-24 is published to leave on 2024-03-28, after MS-25 docks on 2024-03-13
    novitsky = laid(tmp_path, change, facts=facts).travellers["novitsky"]
    assert (novitsky.down, novitsky.planned_to_on) == ("soyuz-ms-24", date(2024, 3, 28))


def test_somebody_aboard_does_not_travel_twice(tmp_path: Path) -> None:
    """A crew member of such a flight who is still aboard keeps their stay."""
    ride = CrewFact("soyuz-ms-25", "rubio", "up", "", Status.PLANNED, date(2022, 12, 1))
    facts = replace(FACTS, crew=(*FACTS.crew, ride))
    change = "flight, flight: soyuz-ms-25, earliest_launch: 2023-12-01"
    assert laid(tmp_path, change, facts=facts).travellers["rubio"].up == "soyuz-ms-22"


def test_a_flight_ready_beyond_the_horizon_waits(tmp_path: Path) -> None:
    """A later one stays later, without a demand; a planned one keeps its demand."""
    problem = laid(
        tmp_path,
        "flight, flight: soyuz-ms-25, earliest_launch: 2023-12-31, uncrewed: allowed",
        "flight, flight: soyuz-ms-24, earliest_launch: 2024-02-01",
    )
    [later] = problem.later
    assert (later.id, later.has_readiness, later.uncrewed) == (
        "soyuz-ms-25",
        False,
        Uncrewed.ALLOWED,
    )
    assert problem.flights["soyuz-ms-24"].has_readiness
    assert [demand.subject for demand in problem.demands] == ["soyuz-ms-24"]


def test_pinned_event(tmp_path: Path) -> None:
    """An event is pinned to its day; a landing may lie beyond the horizon."""
    problem = laid(tmp_path, "pin, flight: soyuz-ms-24, event: land, day: 2024-03-01")
    assert problem.demands == (
        Demand(
            DemandKind.PIN_EVENT,
            "soyuz-ms-24",
            at(tmp_path, 6),
            day=date(2024, 3, 1),
            event="land",
        ),
    )


def test_pinned_relocation(tmp_path: Path) -> None:
    """A ship with seats may be held to a day on which it changes its port."""
    problem = laid(tmp_path, "pin, flight: crew-5, event: relocate, day: 2023-02-01")
    [demand] = problem.demands
    assert (demand.kind, demand.event) == (DemandKind.PIN_EVENT, "relocate")


@pytest.mark.parametrize(
    ("kind", "wanted"),
    [("direct", DemandKind.DIRECT_HANDOVER), ("indirect", DemandKind.INDIRECT_HANDOVER)],
)
def test_handover(tmp_path: Path, kind: str, wanted: DemandKind) -> None:
    """Of the crew that comes it is demanded how it relieves the other."""
    problem = laid(
        tmp_path,
        f"handover, outgoing: soyuz-ms-23, incoming: soyuz-ms-24, kind: {kind}, why: to meet",
    )
    assert problem.demands == (
        Demand(wanted, "soyuz-ms-24", at(tmp_path, 6), flight="soyuz-ms-23", why="to meet"),
    )


def test_handover_past_a_cancelled_flight(tmp_path: Path) -> None:
    """Where the one before is cancelled, the one before that is relieved."""
    problem = laid(
        tmp_path,
        "handover, outgoing: soyuz-ms-22, incoming: soyuz-ms-24, kind: direct",
        "cancel-flight, flight: soyuz-ms-23",
    )
    assert [demand.flight for demand in problem.demands] == ["soyuz-ms-22"]


def test_cancelled_flight_keeps_its_crew(tmp_path: Path) -> None:
    """The ship is taken out; its crew stays to be brought by the next one."""
    problem = laid(tmp_path, "cancel-flight, flight: soyuz-ms-23")
    assert "soyuz-ms-23" not in problem.flights
    [ship] = problem.cancelled
    assert (ship.standing, ship.crew) == (Standing.CANCELLED, ("chub", "kononenko", "ohara"))
    assert problem.travellers["ohara"].up == "soyuz-ms-23"


def test_added_flight_has_the_usual_days(tmp_path: Path) -> None:
    """A day on the way, and home when its life is over."""
    problem = laid(
        tmp_path, "add-flight, flight: rescue, vehicle_type: crew-dragon, launch: 2023-02-01"
    )
    ship = problem.flights["rescue"]
    assert (ship.name, ship.standing, ship.is_added) == ("rescue", Standing.PLANNED, True)
    assert (ship.launch_on, ship.dock_on) == (date(2023, 2, 1), date(2023, 2, 2))
    # 210 days from 2023-02-01: 27 to the end of February, 31+30+31+30+31+31 to the end of
    # August make 211, so day 210 is 2023-08-30; one day for the way home
    assert (ship.undock_on, ship.land_on) == (date(2023, 8, 29), date(2023, 8, 30))
    assert (ship.pad, ship.calls, ship.uncrewed) == ("lc-39a", (), Uncrewed.ALLOWED)
    assert ship.published.launch_on is None


def test_added_flight_as_it_is_written(tmp_path: Path) -> None:
    """What is given holds, and the crew become travellers."""
    problem = laid(
        tmp_path,
        "add-flight, flight: rescue, vehicle_type: soyuz-ms, launch: 2023-02-01, dock: 2023-02-03, "
        "undock: 2023-05-01, port: poisk-zenith, line: soyuz, hull: M, name: Soyuz R, seats: 2, "
        "pad: baikonur-31, crew: [dubrov]",
    )
    ship = problem.flights["rescue"]
    assert (ship.dock_on, ship.undock_on, ship.land_on) == (
        date(2023, 2, 3),
        date(2023, 5, 1),
        date(2023, 5, 1),
    )
    assert ship.calls == (PortCall("poisk-zenith", date(2023, 2, 3)),)
    assert (ship.line, ship.hull, ship.name, ship.seats) == ("soyuz", "M", "Soyuz R", 2)
    assert (ship.crew, ship.uncrewed) == (("dubrov",), Uncrewed.FORBIDDEN)
    assert problem.travellers["dubrov"].up == "rescue"


def test_added_flight_beyond_the_horizon_comes_later(tmp_path: Path) -> None:
    """It is known, nothing of it is decided, and its crew does not travel yet."""
    problem = laid(
        tmp_path,
        "add-flight, flight: rescue, vehicle_type: soyuz-ms, launch: 2024-02-01, crew: [dubrov]",
    )
    assert [ship.id for ship in problem.later] == ["rescue", "soyuz-ms-25"]
    assert "dubrov" not in problem.travellers
