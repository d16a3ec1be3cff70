"""The shipped files: fixed form, every row sourced, every id known."""

from __future__ import annotations

import re
from datetime import date

import pytest

from tests.seeds.folder import LOST, SEEDS, flown, rows_of, types

COLUMNS = {
    "people": "person_id,name,agency,skills,career_days,career_dose_msv,source",
    "flights": "flight_id,name,vehicle_type,line,hull,pad,relieves,source",
    "events": "flight_id,event,port,at,status,known_on,source,note",
    "crew": "flight_id,person_id,leg,role,status,known_on,source",
    "health": "flight_id,from,health,seats,known_on,source",
    "outages": "kind,subject,from,to,known_on,source",
    "seats": "person_id,flight_id,from,grade,known_on,source",
    "windows": "kind,subject,from,to,known_on,source",
    "expeditions": "expedition,from,to,commander,source",
    "exceptions": "rule,subject,from,to,what,source",
}


def test_files() -> None:
    """Facts, windows, and the two records beside them; nothing else."""
    assert {path.name for path in SEEDS.iterdir()} == {f"{name}.csv" for name in COLUMNS}


@pytest.mark.parametrize("name", COLUMNS)
def test_file_has_the_fixed_form(name: str) -> None:
    """Header as designed, plain line ends, a last line that is ended, no row too long."""
    data = (SEEDS / f"{name}.csv").read_bytes()
    assert data.decode("utf-8").split("\n")[0] == COLUMNS[name]
    assert data.endswith(b"\n")
    assert b"\r" not in data
    assert all(None not in row and None not in row.values() for row in rows_of(name))


@pytest.mark.parametrize("name", COLUMNS)
def test_every_row_has_its_source(name: str) -> None:
    """No fact stands without where it comes from."""
    assert [row for row in rows_of(name) if not row["source"].strip()] == []


@pytest.mark.parametrize("name", COLUMNS)
def test_no_row_stands_twice(name: str) -> None:
    """Each fact is written once."""
    rows = [tuple(row.values()) for row in rows_of(name)]
    assert len(rows) == len(set(rows))


def test_ids_exist() -> None:
    """Flights and people that any file names are in their lists, and no person is idle."""
    flight_ids = set(types())
    person_ids = [row["person_id"] for row in rows_of("people")]
    assert len(rows_of("flights")) == len(flight_ids)
    assert len(person_ids) == len(set(person_ids))
    for name in ("events", "crew", "health", "seats"):
        assert {row["flight_id"] for row in rows_of(name)} <= flight_ids, name
    assert {row["relieves"] for row in rows_of("flights")} <= flight_ids | {""}
    assert {row["person_id"] for row in rows_of("crew")} == set(person_ids)
    assert {row["person_id"] for row in rows_of("seats")} <= set(person_ids)


def test_ids_of_people_who_share_a_surname() -> None:
    """They carry the given name; nobody else does."""
    ids = {row["person_id"] for row in rows_of("people")}
    assert {one for one in ids if re.match("(kelly|mcarthur|morgan|williams)", one)} == {
        *("kelly-james", "kelly-mark", "kelly-scott", "mcarthur-megan", "mcarthur-william"),
        *("morgan-andrew", "morgan-barbara", "williams-christopher", "williams-dafydd"),
        *("williams-jeffrey", "williams-sunita"),
    }
    assert {"volkov", "de-winne", "vande-hei", "shukor", "uznanski-wisniewski", "yi"} <= ids


def test_lines() -> None:
    """Soyuz ships and Crew-N relieve one another; visitors, tests and the Shuttle do not."""
    for row in rows_of("flights"):
        flight_id, kind = row["flight_id"], row["vehicle_type"]
        is_soyuz = kind.startswith("soyuz") and flight_id not in ("soyuz-ms-14", "soyuz-ms-20")
        line = "soyuz" if is_soyuz else "dragon" if flight_id.startswith("crew-") else ""
        assert row["line"] == line, flight_id


def test_ports_stand_where_a_ship_arrives() -> None:
    """Docking and relocation name a port; other events and a plan taken back name none."""
    for row in rows_of("events"):
        is_arrival = row["event"] in ("dock", "relocate") and row["status"] != "withdrawn"
        assert bool(row["port"]) is is_arrival, row


@pytest.mark.parametrize("name", ["events", "crew"])
def test_planned_rows_say_when_they_became_known(name: str) -> None:
    """A plan has its day; what was flown became known the day it happened."""
    for row in rows_of(name):
        assert bool(row["known_on"]) is (row["status"] in ("planned", "withdrawn")), row
        assert row["status"] in ("planned", "actual", "withdrawn"), row


def test_plans_are_plain_days_known_before_they_fall_due() -> None:
    """A plan speaks of a day, and of one not yet past."""
    for row in rows_of("events"):
        if row["status"] == "planned":
            assert date.fromisoformat(row["known_on"]) <= date.fromisoformat(row["at"]), row


def test_stand_ins_say_so() -> None:
    """A plan with the source of the flown event is the flown day, and admits that it is assumed."""
    sources = {(f, row["event"]): row["source"] for f, rows in flown().items() for row in rows}
    stand_ins = [
        row
        for row in rows_of("events")
        if row["status"] == "planned"
        and row["source"] == sources.get((row["flight_id"], row["event"]))
        and row["source"] != "recalled"
    ]
    assert len(stand_ins) > 800
    assert [row for row in stand_ins if not row["note"].startswith("assumed")] == []


def test_what_is_recalled_stays_visible() -> None:
    """Dockings of Shuttle and early Progress rest on memory, and say so."""
    for row in rows_of("events"):
        if row["event"] == "dock" and row["status"] == "actual":
            kind, flight_id = types()[row["flight_id"]], row["flight_id"]
            if kind in ("shuttle", "progress-m"):
                assert row["source"].startswith("recalled") or "recalled" in row["source"], row
            if flight_id in ("progress-ms-34", "soyuz-ms-29"):
                assert "assumed" in row["source"], row


def test_lost_flights_end_with_it() -> None:
    """A launch and an abort on the day; of the crew of Soyuz MS-10 also the landing."""
    for flight_id in LOST:
        events = [row["event"] for row in flown()[flight_id]]
        assert events[:2] == ["launch", "abort"], flight_id
        assert events[2:] == (["land"] if flight_id == "soyuz-ms-10" else []), flight_id
        assert len({row["at"][:10] for row in flown()[flight_id]}) == 1, flight_id
    assert {f for f, rows in flown().items() if any(r["event"] == "abort" for r in rows)} == LOST
