"""The fact folder as a whole: derived rows, rows kept by hand, one order."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path

from scripts.seedmaking.flown import event_rows, flight_rows
from scripts.seedmaking.names import person_ids
from scripts.seedmaking.people import Crews, people_rows
from scripts.seedmaking.plans import Plans
from scripts.seedmaking.raw import COURSE, Row, flights, kept, read

COLUMNS = {
    "people": "person_id name agency skills career_days career_dose_msv source",
    "flights": "flight_id name vehicle_type line hull pad relieves source",
    "events": "flight_id event port at status known_on source note",
    "crew": "flight_id person_id leg role status known_on source",
    "health": "flight_id from health seats known_on source",
    "outages": "kind subject from to known_on source",
    "windows": "kind subject from to known_on source",
    "seats": "person_id flight_id from grade known_on source",
    "expeditions": "expedition from to commander source",
    "exceptions": "rule subject from to what source",
}


def fact_folder(raw: Path) -> dict[str, list[Row]]:
    """Make every file of the fact folder, as its rows in the order to be written."""
    flown = flights(raw)
    missions = read(raw / "iss_crew_missions.csv")
    ids = person_ids(missions)
    events, crew = kept("events"), kept("crew")
    plans = {
        one.flight_id: Plans(one, [row for row in events if row["flight_id"] == one.flight_id])
        for one in flown
    }
    pads = {row["flight_id"]: row for row in kept("pads")}
    stand_ins = (row for one in plans.values() for row in one.stand_ins())
    happened = (row for one in flown for row in event_rows(one))
    return {
        "people": people_rows(missions, kept("earlier"), ids),
        "flights": _ordered("flights", flight_rows(flown, pads)),
        "events": _ordered("events", _newest([*happened, *stand_ins, *events])),
        "crew": _ordered("crew", [*Crews(plans, crew, ids).rows(missions), *crew]),
        **{name: _ordered(name, kept(name)) for name in ("health", "outages", "seats", "windows")},
        **{name: kept(name) for name in ("expeditions", "exceptions")},
    }


def write(folder: dict[str, list[Row]], out: Path) -> None:
    """Write each file: UTF-8, a header, plain line ends."""
    out.mkdir(parents=True, exist_ok=True)
    for name, rows in folder.items():
        with (out / f"{name}.csv").open("w", encoding="utf-8", newline="") as handle:
            writer = csv.DictWriter(handle, COLUMNS[name].split(), lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)


def _newest(rows: Iterable[Row]) -> list[Row]:
    """Let a row kept by hand, which comes last, win for the same event, port and day."""
    found: dict[tuple[str, ...], Row] = {}
    for row in rows:
        port = row["port"] if row["event"] == "relocate" else ""
        key = (row["flight_id"], row["event"], port, row.get("known_on", ""), row["status"])
        found[key] = row
    return list(found.values())


def _ordered(name: str, rows: Iterable[Row]) -> list[Row]:
    filled = [{column: row.get(column, "") for column in COLUMNS[name].split()} for row in rows]
    return sorted(filled, key=_order)


def _order(row: Row) -> tuple[object, ...]:
    """Sort by flight, events in their natural order, plans before what happened."""
    event = COURSE.index(row["event"]) if "event" in row else row.get("leg") == "down"
    known_on = row.get("known_on") or "flown"  # sorts behind every date
    at = row["at"] if row.get("event") == "relocate" else ""
    return (row.get("flight_id", ""), event, known_on, at, row.get("person_id", ""))
