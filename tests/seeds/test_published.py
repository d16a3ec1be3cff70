"""The published world on the mornings of the crises, and through the whole record.

Read through the real intake, and resolved by the domain.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from itertools import pairwise

import pytest

from scheduler.domain import Facts, Flight, Places, Problem, Standing, Station, published_problem
from scheduler.intake import read_facts
from scheduler.settings import find_station, read_station
from tests.seeds.folder import SEEDS, day_flown, rows_of, types

COLUMBIA = date(2003, 2, 2)
PROGRESS_M_12M = date(2011, 8, 25)
PROGRESS_M_27M = date(2015, 4, 29)
SOYUZ_MS_10 = date(2018, 10, 12)
SOYUZ_MS_22 = date(2022, 12, 15)
STARLINER = date(2024, 8, 25)
CRISES = (COLUMBIA, PROGRESS_M_12M, PROGRESS_M_27M, SOYUZ_MS_10, SOYUZ_MS_22, STARLINER)
QUARTERS = [date(year, month, 1) for year in range(2001, 2027) for month in (1, 4, 7, 10)][:-1]


@cache
def station() -> Station:
    """Read the shipped station."""
    return read_station(find_station("iss"))


@cache
def facts() -> Facts:
    """Read the shipped facts; any fault in them fails here."""
    return read_facts(SEEDS, station()).facts


@cache
def world(morning: date) -> Problem:
    """Pose the problem of a year from a morning on."""
    return published_problem(facts(), station(), morning, morning + timedelta(days=365))


def days_of(flight: Flight) -> list[str]:
    """Give launch, docking, undocking and landing as published."""
    published = flight.published
    days = (published.launch_on, published.dock_on, published.undock_on, published.land_on)
    return [str(day) for day in days]


def overlaps(problem: Problem) -> Iterator[tuple[str, str, str]]:
    """Walk the pairs of ships that are published for one port at a time."""
    by_port: dict[str, list[tuple[date, date, str]]] = {}
    for flight in problem.flights.values():
        ends = [call.from_on for call in flight.calls[1:]] + [flight.undock_on]
        for call, end in zip(flight.calls, ends, strict=True):
            by_port.setdefault(call.port, []).append((call.from_on, end, flight.id))
    for port, stays in by_port.items():
        for one, other in pairwise(sorted(stays)):
            if other[0] < one[1]:
                yield port, one[2], other[2]


def doubles(problem: Problem) -> Iterator[tuple[str, str]]:
    """Walk the people published to go up before they are down."""
    down = {t.person: t.down for t in problem.aboard_at_start()}
    ahead = sorted(
        (f for f in (*problem.flights.values(), *problem.later) if not f.has_launched),
        key=lambda flight: flight.launch_on,
    )
    busy_until = {
        person: problem.flights[ship].land_on
        for person, ship in down.items()
        if ship in problem.flights
    }
    for flight in ahead:
        for person in flight.crew:
            if busy_until.get(person, date.min) > flight.launch_on:
                yield person, flight.id
            busy_until[person] = flight.land_on


@pytest.mark.parametrize("morning", [*CRISES, *QUARTERS], ids=str)
def test_published_world_is_sensible(morning: date) -> None:
    """No two ships for a port, nobody on two ships, every port one that is there."""
    problem = world(morning)
    assert list(overlaps(problem)) == []
    assert list(doubles(problem)) == []
    for flight in problem.flights.values():
        assert {call.port for call in flight.calls} <= set(problem.station.ports), flight.id
        assert flight.calls, flight.id


@pytest.mark.parametrize("morning", CRISES, ids=str)
def test_each_line_has_its_next_ships(morning: date) -> None:
    """For a year ahead: two Soyuz in 2003, as many as flew later; and cargo ships."""
    ahead = [f for f in world(morning).flights.values() if f.is_ahead]
    lines = [flight.line for flight in ahead]
    # 2003: TMA-2, TMA-3. 2011: TMA-22, 03M, 04M, 05M. 2015: TMA-17M to 20M. 2018: MS-11, 12, 13, 15
    # 2022: MS-23, MS-24. 2024: MS-26, MS-27, and Crew-9, 10, 11
    expected = dict(zip(CRISES, (2, 4, 4, 4, 2, 2), strict=True))
    assert lines.count("soyuz") == expected[morning]
    assert lines.count("dragon") == {SOYUZ_MS_22: 2, STARLINER: 3}.get(morning, 0)
    assert len([f for f in ahead if not f.line]) >= 4


def test_columbia() -> None:
    """A crew by Shuttle in March, a visit by Soyuz in April, and the Shuttle grounded."""
    problem = world(COLUMBIA)
    sts, visit = problem.flights["sts-114"], problem.flights["soyuz-tma-2"]
    assert (str(sts.launch_on), str(visit.launch_on)) == ("2003-03-01", "2003-04-26")
    assert {"malenchenko", "lu", "kaleri"} <= set(sts.crew)
    assert set(visit.crew) == {"padalka", "duque"}
    aboard = {t.person: (t.up, t.down, t.seat_in) for t in problem.aboard_at_start()}
    ride = ("sts-113", "sts-114", "soyuz-tma-1")
    assert aboard == dict.fromkeys(["bowersox", "budarin", "pettit"], ride)
    [grounded] = [one for one in problem.outages if one.kind == "launcher"]
    assert (grounded.subject, grounded.from_on, grounded.to_on) == (
        *("shuttle", date(2003, 2, 1), None),
    )


def test_after_columbia_crews_go_by_soyuz() -> None:
    """From 28 February on: two people up on Soyuz TMA-2, three down on TMA-1, no Shuttle."""
    problem = world(date(2003, 2, 28))
    assert set(problem.flights["soyuz-tma-2"].crew) == {"malenchenko", "lu"}
    assert {t.down for t in problem.aboard_at_start()} == {"soyuz-tma-1"}
    assert [flight for flight in problem.flights if flight.startswith("sts")] == []


def test_progress_m_12m() -> None:
    """Three to land on 8 September and three in November, with Soyuz launches between."""
    problem = world(PROGRESS_M_12M)
    days = {name: days_of(problem.flights[f"soyuz-{name}"]) for name in ("tma-22", "tma-03m")}
    assert problem.flights["soyuz-tma-21"].land_on == date(2011, 9, 8)
    assert problem.flights["soyuz-tma-02m"].land_on == date(2011, 11, 16)
    assert days["tma-22"] == ["2011-09-22", "2011-09-24", "2012-03-16", "2012-03-16"]
    assert days["tma-03m"] == ["2011-11-30", "2011-12-02", "2012-05-16", "2012-05-16"]
    assert [flight.id for flight in problem.cancelled] == ["progress-m-12m"]


@pytest.mark.parametrize(
    ("morning", "to_on"),
    [
        pytest.param(date(2011, 8, 24), "none", id="not-known-yet"),
        pytest.param(PROGRESS_M_12M, None, id="open"),
        pytest.param(date(2011, 9, 14), None, id="the-end-becomes-known-that-day"),
        pytest.param(date(2011, 9, 15), date(2011, 10, 30), id="with-an-end"),
        pytest.param(date(2011, 10, 30), "none", id="over"),
    ],
)
def test_grounding_gets_its_end_later(morning: date, to_on: object) -> None:
    """An outage is open at first; the newer row for the same first day gives the end."""
    found = [one.to_on for one in world(morning).outages if one.kind == "launcher"]
    assert found == ([] if to_on == "none" else [to_on])


def test_soyuz_ms_10() -> None:
    """Its crew waits; the others stand as published before."""
    problem = world(SOYUZ_MS_10)
    [lost] = problem.cancelled
    assert (lost.id, set(lost.crew)) == ("soyuz-ms-10", {"ovchinin", "hague"})
    assert problem.flights["soyuz-ms-09"].land_on == date(2018, 12, 13)
    assert problem.flights["soyuz-ms-11"].launch_on == date(2018, 12, 20)
    assert set(problem.flights["soyuz-ms-12"].crew) == {"skripochka", "koch"}
    assert problem.flights["progress-ms-10"].launch_on == date(2018, 10, 31)
    assert len(problem.aboard_at_start()) == 3


def test_crew_of_soyuz_ms_10_takes_ms_12() -> None:
    """From December on; the lost ship plays no part from its planned undocking on."""
    assert world(date(2018, 12, 4)).cancelled[0].crew == ()
    assert set(world(date(2018, 12, 4)).flights["soyuz-ms-12"].crew) == {
        *("ovchinin", "hague", "koch"),
    }
    assert world(date(2019, 4, 4)).cancelled == ()


def test_starliner() -> None:
    """Two people are to wait for Crew-9, which goes up with two; their ship is for emergencies."""
    problem = world(STARLINER)
    rides = {t.person: t.down for t in problem.aboard_at_start() if t.up == "starliner-cft"}
    assert rides == {"wilmore": "crew-9", "williams-sunita": "crew-9"}
    assert problem.flights["crew-9"].crew == ("gorbunov", "hague")
    assert problem.places_on("starliner-cft", STARLINER) == Places(emergency=2)


def test_no_ship_launched_while_its_family_was_grounded() -> None:
    """Every launch of the record is outside the outages of its launcher; failures begin them."""
    launchers = {kind.id: kind.launcher for kind in station().vehicle_types.values()}
    for row in rows_of("outages"):
        for flight_id, kind in types().items():
            day = str(day_flown(flight_id, "launch"))
            if row["kind"] == "launcher" and launchers[kind] == row["subject"] and row["to"]:
                assert not row["from"] < day < row["to"], (flight_id, row)


def test_every_flight_has_a_pad_where_pads_are_told() -> None:
    """Each launched from one of the pads of its type; no pad is known for HTV and ATV."""
    kinds = station().vehicle_types
    for row in rows_of("flights"):
        pads = kinds[row["vehicle_type"]].pads
        assert row["pad"] in (pads or ("",)), row


def test_nothing_but_the_past_has_happened() -> None:
    """On each morning what is docked was docked before, and is there."""
    for morning in QUARTERS:
        for flight in world(morning).flights.values():
            docked_on = day_flown(flight.id, "dock")
            is_there = docked_on is not None and docked_on < morning
            assert (flight.standing is Standing.DOCKED) is is_there, (morning, flight.id)
