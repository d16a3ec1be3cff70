"""The station file: read into a ``Station``, refused with every fault at once."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from scheduler.documents.schema import schema_text
from scheduler.domain import (
    GOALS,
    Cadence,
    LifeEdition,
    Line,
    Pad,
    Place,
    Port,
    Provenance,
    Segment,
    Station,
    VehicleType,
)
from scheduler.errors import SettingsError
from scheduler.paths import PROJECT
from scheduler.settings import find_station, read_station, station_schema

SMALL = Path(__file__).parent / "small.yaml"


def faults_with(tmp_path: Path, *pairs: tuple[str, str]) -> list[str]:
    """Read the small station with some words in place of others; give its faults."""
    text = SMALL.read_text("utf-8")
    for old, new in pairs:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    path = tmp_path / "station.yaml"
    path.write_text(text, "utf-8")
    try:
        read_station(path)
    except SettingsError as error:
        return [f"{c.line}:{c.column}: {c.text}" for c in error.complaints]
    return []


def test_small_station_is_read_whole() -> None:
    """Every key of the file reaches the value."""
    station = read_station(SMALL)
    assert station == Station(
        id="small",
        name="A small station",
        segments={"RS": Segment("RS", "Russian segment", 1, 3, ("Roscosmos",))},
        ports={
            "nadir": Port("nadir", "RS", ("soyuz",), {"zenith": ("progress",)}),
            "zenith": Port(
                "zenith",
                "RS",
                ("progress", "soyuz"),
                from_on=date(2001, 9, 17),
                to_on=date(2021, 7, 26),
            ),
        },
        vehicle_types={
            "soyuz": VehicleType(
                "soyuz",
                seats=3,
                emergency_seats=4,
                shelter=3,  # as many as seats, because the file does not say
                life=(LifeEdition(date(2016, 7, 1), 200), LifeEdition(date(2020, 1, 1), 210)),
                transit_days={"fast": 0, "two-day": 2},
                fitted="liner",
                transfer_days=4,
                pads=("east",),
                launcher="soyuz",
            ),
            "progress": VehicleType("progress"),
        },
        pads={"east": Pad("east", 11)},
        lines={"soyuz": Line("soyuz", 7, 2)},
        agencies={"Roscosmos": 1000, "ESA": None},
        skills_always_aboard=("rs-operator",),
        rules={
            "HO-3": {"most_aboard": 11, "most_days": 14, "long_term": 7},
            "CR-1": {"most_days": 438, "least_days": 7},
        },
        goals=("seats", "change", "earliest"),
        least_grade="G3",
        provenance=station.provenance,
        cadences=(
            Cadence("soyuz", "soyuz", 180, "soyuz", crew=("Roscosmos", "ESA"), at=f"{SMALL}:31"),
            Cadence("freight", "progress", 90, name="Freight", stay_days=80, at=f"{SMALL}:37"),
        ),
    )


def test_every_number_says_where_it_comes_from() -> None:
    """One text for a group, a text for each key, or the word that it is assumed."""
    found = {one.key: one for one in read_station(SMALL).provenance}
    for expected in (
        Provenance("segments.RS.least_crew", "HO-4", False),
        Provenance("vehicle_types.soyuz.seats", "LB-1", False),
        Provenance("vehicle_types.soyuz.emergency_seats", "LB-4", False),
        Provenance("vehicle_types.soyuz.transit_days.two-day", "", True),
        Provenance("vehicle_types.soyuz.life_days.2016-07-01.days", "VL-1", False),
        Provenance("vehicle_types.soyuz.life_days.2020-01-01.days", "", True),
        Provenance("pads.east.turnaround_days", "", True),
        Provenance("cadences.soyuz.every_days", "CA-1", False),
        Provenance("cadences.freight.stay_days", "", True),
        Provenance("rules.CR-1.most_days", "CR-1", False),
        Provenance("rules.CR-1.least_days", "", True),
    ):
        assert found[expected.key] == expected
    # segments 2, soyuz 3 + 2 profiles + 2 lives, pad, line 2, agency, cadences 1 + 2, rules 3 + 2
    assert len(found) == 2 + 3 + 2 + 2 + 1 + 2 + 1 + 1 + 2 + 3 + 2


def test_goals_have_a_default_order(tmp_path: Path) -> None:
    """A station that ranks nothing takes the order of the house; nobody is below no grade."""
    path = tmp_path / "station.yaml"
    text = SMALL.read_text("utf-8")
    path.write_text(text[: text.index("goals:")], "utf-8")
    station = read_station(path)
    assert (station.goals, station.least_grade) == (GOALS, "G4")


def test_least_grade_may_stand_among_the_rules(tmp_path: Path) -> None:
    """It is the number of LB-1, so it may stand there, but not in two places."""
    text = SMALL.read_text("utf-8").replace("least_grade: G3\n", "")
    path = tmp_path / "station.yaml"
    path.write_text(text.replace("rules:\n", "rules:\n  LB-1: {least_grade: G2}\n"), "utf-8")
    assert read_station(path).least_grade == "G2"
    assert faults_with(tmp_path, ("rules:\n", "rules:\n  LB-1: {least_grade: G2}\n")) == [
        "44:1: least_grade stands under rules LB-1, too. Keep one of them."
    ]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("station: small", "staton: small", ["no key 'staton'", "'station' is missing"]),
        ("[Roscosmos]", "[Roskosmos]", ["no agency 'Roskosmos'. Did you mean 'Roscosmos'?"]),
        (
            "accepts: [soyuz], ",
            "accepts: [soyus], ",
            ["no vehicle type 'soyus'. Did you mean 'soyuz'?"],
        ),
        (
            "segment: RS, accepts: [soyuz]",
            "segment: R, accepts: [soyuz]",
            ["no segment 'R'. Did you mean 'RS'?"],
        ),
        ("{zenith: [progress]}", "{zenit: [progress]}", ["no port 'zenit'. Did you mean 'ze"]),
        (
            "{zenith: [progress]}",
            "{zenith: [progres]}",
            ["no vehicle type 'progres'. Did you mean 'progress'?"],
        ),
        ("pads: [east]", "pads: [west]", ["no pad 'west'. Did you mean 'east'?"]),
        ("HO-3: {most", "HO-2: {most", ["no rule 'HO-2'. Did you mean 'HO-4'?"]),
        (
            "most_aboard: 11",
            "most_abroad: 11",
            ["HO-3 has no number 'most_abroad'. Did you mean 'most_aboard'?"],
        ),
        ("most_aboard: 11", "most_aboard: G1", ["most_aboard is 'G1'. Give a whole number, 0"]),
        ("[seats, change]", "[seats, chance]", ["item 2 of goals is 'chance'. Did you mean"]),
        ("[seats, change]", "[seats, seats]", ["'seats' stands here twice. Keep one."]),
        ("least_grade: G3", "least_grade: 3", ["least_grade is 3. Give text, in quotes"]),
        ("wished_crew: 3", "wished_crew: 0", ["wished_crew is 0, below least_crew (1). Give 1 or"]),
        ("from: 2020-01-01", "from: 2016-07-01", ["'2016-07-01' stands here twice. Keep one."]),
        ("from: 2020-01-01", "from: 2020-13-01", ["from is '2020-13-01'. Give a day of the cal"]),
        ("to: 2021-07-26", "to: 2001-09-17", ["to is 2001-09-17, not after from (2001-09-17). Gi"]),
        ("to: 2021-07-26", "until: 2021-07-26", ["no key 'until'. "]),
        ("days: 200", "days: 0", ["days is 0. Give 1 or more."]),
        ("fitted: liner", "autonomous: yes", ["autonomous is 'yes'. Give true or false."]),
        (
            "turnaround_days: 11, assumed: true",
            "turnaround_days: 11",
            ["turnaround_days is 11, from nowhere. Give source, or assumed: true, beside it."],
        ),
        ("least_days: 7", "least_days: 7.5", ["least_days is 7.5. Give a whole number, 0 or more"]),
        ("{seats: LB-1, ", "{", ["seats is 3, from nowhere. Give source, or assumed: true"]),
        ("[transit_days]", "[transit]", ["fast is 0, from", "two-day is 2, from", "no key 'tr"]),
        ("assumed: [least_days]", "assumed: 1", ["least_days is 7, from", "assumed is 1. Give t"]),
        ("HO-3}", "[a]}", ["most_aboard is", "most_days is", "long_term is", "source is a list"]),
        (
            "  CR-1:",
            "  LB-1: {least_grade: 3}\n  CR-1:",
            ["least_grade is 3, from", "least_grade is 3. Did you mean", "least_grade stands"],
        ),
        ("source: CR-3", "source: 3", ["dose_limit_msv is 1000, from", "source is no text. Give"]),
        ("east: {turnaround_days: 11, assumed: true}", "east:", ["'east' has no value. Give one"]),
        ("every_days: 180", "every_days: 0", ["every_days is 0. Give 1 or more."]),
        (
            ", assumed: true}\nskills",
            "}\nskills",
            ["every_days is 90, from", "stay_days is 80, from"],
        ),
        ("crew: [Roscosmos, ESA]", "crew: [Roskosmos]", ["no agency 'Roskosmos'. Did you mean"]),
        (
            "    vehicle_type: soyuz\n",
            "    vehicle_type: soyus\n",
            ["no vehicle type 'soyus'. Did you mean 'soyuz'?"],
        ),
        ("line: soyuz\n    v", "line: soyus\n    v", ["no line 'soyus'. Did you mean 'soyuz'?"]),
        (
            "name: Freight",
            "pad: west, ports: [zenit]",
            ["no pad 'west'. Did you mean 'east'?", "no port 'zenit'. Did you mean 'zenith'?"],
        ),
        (
            "name: Freight",
            "pad: east, ports: [nadir]",
            ["pad 'east' launches no progress. Leave it", "port 'nadir' takes no progress. Gi"],
        ),
        (
            "crew: [Roscosmos, ESA]",
            "ready_days_early: 3",
            ["ready_days_early is 3, from", "a line is made of crews. Give crew"],
        ),
        ("freight: {", "Freight: {", ["cadence is 'Freight'. Give small letters and digits"]),
        (
            "freight: {name: Freight, vehicle_type: progress, ",
            "freight: {vehicle_type: soyuz, line: soyuz, crew: [ESA], ",
            ["stay_days stands beside a line, whose crews stay until they are relieved."],
        ),
        (
            "freight: {name: Freight, vehicle_type: progress, every_days: 90, stay_days: 80",
            "freight: {vehicle_type: soyuz, line: soyuz, crew: [ESA], every_days: 90",
            ["cadence soyuz is of soyuz, too. Keep one."],
        ),
    ],
)  # fmt: skip
def test_each_fault_is_told(tmp_path: Path, old: str, new: str, told: list[str]) -> None:
    """Whatever is unknown, misspelt or from nowhere is refused in words."""
    texts = [fault.split(": ", 1)[1] for fault in faults_with(tmp_path, (old, new))]
    assert len(texts) == len(told)
    assert all(any(text.startswith(start) for text in texts) for start in told)


def test_all_faults_are_told_at_once_with_their_places(tmp_path: Path) -> None:
    """Faults of form, of ids and of origin come in one telling, in the order of the lines."""
    found = faults_with(
        tmp_path,
        ("name: A small station", "names: A small station"),
        ("accepts: [progress, soyuz]", "accepts: [progress, shuttle]"),
        ("    transfer_days: 4", "    transfer_days: four"),
        ("east: {turnaround_days: 11, assumed: true}", "east: {turnaround_days: 11}"),
    )
    assert found == [
        "1:1: 'name' is missing. Give the name of the station.",
        "2:1: no key 'names'. Did you mean 'name'?",
        "7:45: no vehicle type 'shuttle'. Give one of: progress, soyuz.",
        "17:20: transfer_days is 'four'. Give a whole number.",
        "24:10: turnaround_days is 11, from nowhere. Give source, or assumed: true, beside it.",
    ]


def test_stations_are_found_by_name_or_path() -> None:
    """A bare name is one of the shipped stations; anything like a path is one."""
    assert find_station("iss") == find_station(Path("config/stations/iss.yaml"))
    assert find_station("mine.yaml") == Path("mine.yaml")
    assert find_station("folder/mine") == Path("folder/mine")


def test_a_station_that_nobody_knows() -> None:
    """The name is told, with its place where it stands in a file."""
    with pytest.raises(SettingsError, match=r"^no station 'isss'\. Did you mean 'iss'\?$"):
        find_station("isss")
    with pytest.raises(SettingsError, match=r"^late\.yaml:3:10: no station 'isss'\."):
        find_station("isss", Place("late.yaml", 3, 10))


def test_no_such_file(tmp_path: Path) -> None:
    """A path that leads nowhere, and a file that is no YAML, are told as settings."""
    with pytest.raises(SettingsError, match="there is no such file"):
        read_station(tmp_path / "mine.yaml")
    (tmp_path / "mine.yaml").write_text("a: [\n")
    with pytest.raises(SettingsError, match=r"mine\.yaml:"):
        read_station(tmp_path / "mine.yaml")


def test_shipped_station_has_what_the_leak_turns_on() -> None:
    """The numbers that decide January 2023, as the domain rules give them."""
    station = read_station(find_station("iss"))
    soyuz, dragon = station.vehicle_types["soyuz-ms"], station.vehicle_types["crew-dragon"]
    assert (soyuz.seats, soyuz.life_days(date(2022, 9, 21)), soyuz.transfer_days) == (3, 210, 4)
    assert (dragon.seats, dragon.emergency_seats, dragon.return_days) == (4, 5, 1)
    assert station.ports_for("soyuz-ms")[:2] == ("rassvet-nadir", "prichal-nadir")
    assert station.ports["rassvet-nadir"].blocked_by == {"unity-nadir": ("cygnus-xl",)}
    assert station.rules["HO-3"] == {"most_aboard": 11, "most_days": 14, "long_term": 7}
    assert station.goals == GOALS


def test_shipped_ships_outlive_what_has_flown() -> None:
    """Cargo ships have no public limit; the assumed one is longer than any flight so far."""
    types = read_station(find_station("iss")).vehicle_types
    # longest flights of the data: Progress MS-14, NG-21, CRS-33, Progress M-47, ATV-1, CRS-16
    flown = {
        "progress-ms": 369,
        "cygnus": 238,
        "cargo-dragon": 187,
        "progress-m": 207,
        "atv": 204,
        "dragon-1": 40,
    }
    for name, days in flown.items():
        assert (types[name].life_days(date(2100, 1, 1)) or 0) > days, name


def test_shipped_schema_is_the_one_of_the_models() -> None:
    """``config/schema/station.json`` is written from the models, byte for byte."""
    shipped = (PROJECT / "config" / "schema" / "station.json").read_text("utf-8")
    assert shipped == schema_text(station_schema())


def test_every_key_is_described_and_no_other_is_allowed() -> None:
    """An editor can explain each key of a station file and mark every unknown one."""
    schema = station_schema()
    for part in (schema, *schema["$defs"].values()):
        assert part["additionalProperties"] is False
        for name, field in part["properties"].items():
            assert field["description"].endswith("."), name
