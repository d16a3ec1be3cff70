"""The raw lists of flights and of people's stays, row by row."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
KEPT = Path(__file__).resolve().parent

Row = dict[str, str]

COURSE = ("launch", "abort", "dock", "relocate", "undock", "land")
# They went to Mir.
ELSEWHERE = ("Progress M-43", "Progress M1-5")
FLIGHT_IDS = {"Dragon C2/C3": "dragon-c2"}
VEHICLE_TYPES = {
    "Space Shuttle": "shuttle",
    "Progress M1": "progress-m",
    "Progress M-M": "progress-m",
    "Progress M-SO": "progress-m",
    "Cargo Dragon 1": "dragon-1",
    "Cargo Dragon 2": "cargo-dragon",
    "HTV-X": "htv",
}
FLIGHT_TYPES = {"ng-23": "cygnus-xl", "ng-24": "cygnus-xl"}  # "Cygnus" in the raw list


@dataclass(frozen=True)
class Step:
    """One event of a flight as it was flown."""

    event: str
    port: str
    at: str
    source: str
    note: str = ""

    @property
    def day(self) -> str:
        """The UTC day."""
        return self.at[:10]


@dataclass(frozen=True)
class Flight:
    """One flown mission: what the raw lists tell, and the steps kept by hand where they do not."""

    flight_id: str
    name: str
    vehicle_type: str
    steps: tuple[Step, ...]
    notes: str
    source: str

    def day(self, event: str) -> str:
        """Give the UTC day of one of its events; empty when it did not happen, or not yet."""
        return next((step.day for step in self.steps if step.event == event), "")

    @property
    def is_lost(self) -> bool:
        """Say whether it never arrived."""
        return any(step.event == "abort" for step in self.steps)


def read(path: Path) -> list[Row]:
    """Read all rows of a CSV file."""
    with path.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def kept(name: str) -> list[Row]:
    """Read the rows of one file kept by hand."""
    return read(KEPT / f"{name}.csv")


def kebab(text: str) -> str:
    """Write a name in ASCII, joined by hyphens: "O'Hara" is ``ohara``, a dotless i an i."""
    plain = unicodedata.normalize("NFKD", text.replace("\u0131", "i")).encode("ascii", "ignore")
    return "-".join(re.findall(r"[a-z0-9]+", plain.decode().lower().replace("'", "")))


def flight_id_of(name: str) -> str:
    """Make the id of a flight: its public name without the maker's."""
    return FLIGHT_IDS.get(name) or kebab(re.sub(r"^(SpaceX|Axiom|Dragon|Cygnus) ", "", name))


def told_by(row: Row, *fields: str) -> str:
    """Tell the source of some fields of a raw row, naming those that rest on memory."""
    recalled = set(re.split(r"[;, ]+", row["recalled_fields"]))
    parts = [part.strip() for part in row["source"].split(";")]
    memory = [field.removesuffix("_utc").rstrip("s") for field in fields if field in recalled]
    if parts == ["recalled"]:
        return "recalled"
    return "; ".join([f"DATA_NOTES {'; '.join(parts)}", *(f"{name} recalled" for name in memory)])


def flights(raw: Path) -> list[Flight]:
    """Read every flight to the station, with the steps kept by hand."""
    by_flight: dict[str, list[Row]] = {}
    for row in kept("steps"):
        by_flight.setdefault(row["flight_id"], []).append(row)
    rows = [
        row
        for name in ("iss_crewed_flights.csv", "iss_cargo_flights.csv")
        for row in read(raw / name)
        if row["flight"] not in ELSEWHERE
    ]
    rows += kept("cargo")
    return [_flight(row, by_flight.get(flight_id_of(row["flight"]), [])) for row in rows]


def _flight(row: Row, by_hand: list[Row]) -> Flight:
    """Put together what a raw row tells and what is kept by hand, which wins."""
    flight_id, kind = flight_id_of(row["flight"]), row["vehicle_type"]
    more = [Step(r["event"], r["port"], r["at"], r["source"], r["note"]) for r in by_hand]
    told = {step.event for step in more}
    if "abort" in told and "ports" not in row:
        told.add("land")  # what fell did not land
    steps = [*(step for step in _steps(row) if step.at and step.event not in told), *more]
    return Flight(
        flight_id=flight_id,
        name=row["flight"],
        vehicle_type=FLIGHT_TYPES.get(flight_id) or VEHICLE_TYPES.get(kind) or kebab(kind),
        steps=tuple(sorted(steps, key=lambda step: COURSE.index(step.event))),
        notes=row["notes"],
        source=told_by(row),
    )


def _steps(row: Row) -> Iterator[Step]:
    """Walk the steps of a raw row; ports stand there as "Poisk zenith (2023-02-26); ...".

    An uncrewed ship has one port, and perhaps a remark in brackets.
    """
    launch, land = ("launch_utc", "landing_utc") if "ports" in row else ("launch_date", "end_utc")
    told = row.get("ports", row.get("port", ""))
    dated = re.findall(r"(\w+ \w+) \((\d{4}-\d\d-\d\d)\)", told)
    (port, _), *moves = dated or [(re.sub(r" \(.*", "", told), "")]
    yield Step("launch", "", _instant(row[launch]), told_by(row, launch))
    dock_source = told_by(row, "dock_utc", "ports", "port")
    yield Step("dock", kebab(port), _instant(row["dock_utc"]), dock_source)
    for port, day in moves:
        yield Step("relocate", kebab(port), day, told_by(row, "ports"))
    yield Step("undock", "", _instant(row["undock_utc"]), told_by(row, "undock_utc"))
    yield Step("land", "", _instant(row[land]), told_by(row, land))


def _instant(text: str) -> str:
    """Write an instant to the second; leave a plain day as it is."""
    return f"{text[:-1]}:00Z" if len(text) == len("2023-02-26T00:58Z") else text
