"""Cadences of a what-if: what they create, what they stand in place of, what may be asked of it.

The leak week publishes Soyuz MS-25 for 2024-03-13, so a Soyuz cadence of 100 days begins with
2024-06-21 there, beyond the horizon. The Dragon line ends with Crew-5, which was launched on
2022-10-05: 100 days after it is 2023-01-13, 200 days 2023-04-23.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from scheduler.domain import Cadence, Demand, DemandKind, Problem, Standing
from tests.builders import make_station
from tests.scenarios.world import applied, faults_of, written

DRAGON = "cadence, cadence: dragon, line: dragon, vehicle_type: crew-dragon"
EVERY_100 = f"{DRAGON}, every_days: 100, crew: [NASA, Roscosmos]"
OF_STATION = (
    Cadence("capsule", "crew-dragon", 50, "dragon", crew=("NASA",), at="station.yaml:3"),
    Cadence("cargo", "progress-ms", 60, stay_days=50, at="station.yaml:9"),
)


def laid(folder: Path, *changes: str, cadences: tuple[Cadence, ...] = ()) -> Problem:
    """Lay changes over the leak week; the first one stands on line 6."""
    return applied(file_of(folder, *changes), station=replace(make_station(), cadences=cadences))


def file_of(folder: Path, *changes: str) -> Path:
    """Write a what-if of some changes."""
    text = "changes:\n" + "".join(f"  - {{change: {change}}}\n" for change in changes)
    return written(folder, text if changes else "")


def created(problem: Problem) -> list[tuple[str, str]]:
    """Give the created flights that are to launch in the horizon, with their wished launches."""
    made = [flight for flight in problem.flights.values() if flight.cadence]
    return [(flight.id, str(flight.launch_on)) for flight in made]


def test_flights_are_created_for_the_horizon(tmp_path: Path) -> None:
    """Each demands its readiness, told with the line of its cadence."""
    problem = laid(tmp_path, EVERY_100)
    assert created(problem) == [
        ("dragon-2023-1", "2023-01-13"),
        ("dragon-2023-2", "2023-04-23"),
        ("dragon-2023-3", "2023-08-01"),
        ("dragon-2023-4", "2023-11-09"),
    ]
    at = f"{tmp_path / 'what-if.yaml'}:6"
    kind = DemandKind.EARLIEST_LAUNCH
    assert problem.demands[0] == Demand(kind, "dragon-2023-1", at, day=date(2023, 1, 13))
    assert [flight.id for flight in problem.later if flight.cadence] == ["dragon-2024-1"]


def test_every_key_reaches_the_flight(tmp_path: Path) -> None:
    """Name, seats, pad, ports, readiness and the reason."""
    problem = laid(
        tmp_path,
        f"{EVERY_100}, name: Capsule, seats: 2, pad: lc-39a, ports: [harmony-zenith], "
        "ready_days_early: 9, from: 2023-03-01, until: 2023-06-01, why: as asked",
    )
    [flight] = [flight for flight in problem.flights.values() if flight.cadence]
    assert (flight.name, flight.seats, flight.pad) == ("Capsule 2023-1", 2, "lc-39a")
    assert [call.port for call in flight.calls] == ["harmony-zenith"]
    assert str(flight.launch_on) == "2023-03-01"
    [demand] = problem.demands
    assert (str(demand.day), demand.why) == ("2023-02-20", "as asked")


def test_the_cadences_of_the_station_are_in_force(tmp_path: Path) -> None:
    """Where the what-if says nothing of their families.

    Crew-5 and 50 days lies in 2022, so a capsule is due this morning, then every 50 days;
    Progress MS-22 is published for 9 February, and 60 days after it is 10 April.
    """
    problem = laid(tmp_path, cadences=OF_STATION)
    found = created(problem)
    assert found[0] == ("capsule-2023-1", "2023-01-11")
    assert found[8] == ("cargo-2023-1", "2023-04-10")
    assert {demand.at for demand in problem.demands} == {"station.yaml:3", "station.yaml:9"}


def test_a_cadence_stands_in_place_of_the_stations(tmp_path: Path) -> None:
    """Of the same line, whatever its id; that of another family stays."""
    ids = {id_.rsplit("-", 2)[0] for id_, _ in created(laid(tmp_path, EVERY_100))}
    assert ids == {"dragon"}
    both = laid(tmp_path, EVERY_100, cadences=OF_STATION)
    assert {id_.rsplit("-", 2)[0] for id_, _ in created(both)} == {"dragon", "cargo"}


def test_an_id_stands_in_place_of_the_stations(tmp_path: Path) -> None:
    """Two cadences would give their flights the same ids."""
    same = "cadence, cadence: cargo, line: dragon, vehicle_type: crew-dragon, every_days: 300"
    problem = laid(tmp_path, f"{same}, crew: [NASA]", cadences=OF_STATION)
    # 2022-10-05 and 300 days is 2023-08-01
    assert created(problem) == [("cargo-2023-1", "2023-08-01")]


def test_a_cadence_is_laid_over_one_of_a_lower_file(tmp_path: Path) -> None:
    """The upper file wins, and what it leaves of the lower one stays."""
    cargo = "cadence, cadence: cargo, vehicle_type: progress-ms, every_days: 300, stay_days: 9"
    text = f"changes:\n  - {{change: {EVERY_100}}}\n  - {{change: {cargo}}}\n"
    written(tmp_path, text, "lower.yaml")
    rare = f"{DRAGON}, every_days: 300, crew: [NASA]"
    path = written(tmp_path, f"under: [lower.yaml]\nchanges:\n  - {{change: {rare}}}\n")
    assert created(applied(path)) == [
        ("cargo-2023-1", "2023-12-06"),  # 9 February and 300 days
        ("dragon-2023-1", "2023-08-01"),
    ]


def test_other_changes_may_speak_of_created_flights(tmp_path: Path) -> None:
    """They come after all cadences, wherever they stand in the file."""
    problem = laid(
        tmp_path,
        "flight, flight: dragon-2023-1, ports: [harmony-zenith]",
        "person, person: dragon-2023-2-1, must_return_by: 2023-09-01",
        EVERY_100,
    )
    kinds = [(demand.subject, demand.kind.value) for demand in problem.demands]
    assert ("dragon-2023-1", "ports") in kinds
    assert ("dragon-2023-2-1", "must_return_by") in kinds


def test_a_stated_readiness_takes_the_place_of_the_cadences(tmp_path: Path) -> None:
    """As an ``earliest_launch`` does for a published flight: the ship is ready on another day."""
    problem = laid(
        tmp_path, EVERY_100, "flight, flight: dragon-2023-2, earliest_launch: 2023-02-01"
    )
    told = [d for d in problem.demands if d.subject == "dragon-2023-2"]
    assert [(str(d.day), d.at[-2:]) for d in told] == [("2023-02-01", ":7")]
    assert str(problem.flights["dragon-2023-2"].launch_on) == "2023-04-23"
    assert len(problem.demands) == 4


def test_handovers_are_as_long_as_the_what_if_wishes(tmp_path: Path) -> None:
    """7 days in the station file, 3 here: the second Dragon docks on 24 April."""
    first = "dragon-2023-1"
    assert str(laid(tmp_path, EVERY_100).flights[first].undock_on) == "2023-05-01"
    shorter = laid(tmp_path, EVERY_100, "rule, rule: HO-1, set: {wished_handover_days: 3}")
    assert str(shorter.flights[first].undock_on) == "2023-04-27"
    assert len(shorter.overrides) == 1
    other = "rule, rule: HO-1, set: {wished_handover_days: 3}, for: soyuz"
    assert str(laid(tmp_path, EVERY_100, other).flights[first].undock_on) == "2023-05-01"


def test_a_later_one_can_be_brought_forward(tmp_path: Path) -> None:
    """The flight wished beyond the horizon flies in it where the what-if says it is ready."""
    problem = laid(
        tmp_path, EVERY_100, "flight, flight: dragon-2024-1, earliest_launch: 2023-12-20"
    )
    assert problem.flights["dragon-2024-1"].standing is Standing.PLANNED
    assert problem.travellers["dragon-2024-1-1"].up == "dragon-2024-1"


def test_a_created_flight_can_be_cancelled(tmp_path: Path) -> None:
    """Nothing is demanded of it any more; its crew waits for the next ship."""
    problem = laid(tmp_path, EVERY_100, "cancel-flight, flight: dragon-2023-1")
    assert [flight.id for flight in problem.cancelled] == ["dragon-2023-1"]
    assert "dragon-2023-1" not in {demand.subject for demand in problem.demands}


def test_flights_that_are_not_created_are_unknown(tmp_path: Path) -> None:
    """A number beyond the last is a slip of the pen like any other."""
    path = file_of(tmp_path, EVERY_100, "cancel-flight, flight: dragon-2023-9")
    [fault] = faults_of(path)
    assert fault.startswith("what-if.yaml:7:37: no flight 'dragon-2023-9'. Did you mean 'dragon-2")


def test_a_fault_of_a_cadence_is_told_once(tmp_path: Path) -> None:
    """Not again for each change that speaks of a flight that it would have created."""
    path = file_of(
        tmp_path, f"{DRAGON}, every_days: 100, crew: [Nasa]", "cancel-flight, flight: dragon-2023-1"
    )
    assert faults_of(path) == ["what-if.yaml:6:105: no agency 'Nasa'. Did you mean 'NASA'?"]


def test_days_that_cannot_be_read_create_nothing(tmp_path: Path) -> None:
    """The header is complained of, and the flights of the cadence are left open."""
    path = tmp_path / "what-if.yaml"
    path.write_text(
        "title: T\nstation: iss\nas_of: 2023-01-11\nuntil: 2022-01-01\nchanges:\n"
        f"  - {{change: {EVERY_100}}}\n  - {{change: cancel-flight, flight: dragon-2023-1}}\n"
    )
    assert faults_of(path) == [
        "what-if.yaml:4:8: until is 2022-01-01, before as_of (2023-01-11). Give a later day."
    ]
