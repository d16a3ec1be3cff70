"""Make the fact folder ``seeds/iss/`` again from the raw material.

    python3 scripts/make_seeds.py [RAW] [--out DIR]

RAW is a folder with ``iss_crewed_flights.csv``, ``iss_cargo_flights.csv`` and
``iss_crew_missions.csv``; by default ``../shared/data`` beside this repository. It is not
in the repository, so the derived files are. The same input gives the same bytes.

What is derived: every flight docked at the station between 2022-09-01 and 2024-04-30,
its events and its crew as flown (``actual``), and one ``planned`` edition of all of it.
Where no published plan of the time is known, the flown day stands in for the plan, known
from 2022-09-01 on, and its note begins with ``assumed``. What had already happened by
then has no planned edition.

What cannot be derived is kept by hand, each row with its source, in
``scripts/seedmaking/*.csv`` (columns as in the fact folder): published plans, changes of
crew, health, moved seats. A planned row kept there replaces the stand-in for the same
event and the same ``known_on``; a flight whose crew up is kept there has no stand-in crew.
``pads.csv`` there names the pad of every flight.

Sources: ``DATA_NOTES Sx`` and ``Uxx`` are the tags of ``DATA_NOTES.md``, ``domain_rules``
that document, anything else a page by its site. "recalled" rests on memory alone.

``relieves`` stays empty: each crew relieves the one before it in its line. ``career_days``
are whole days of the flights that ended before 2022-09-01 and are not in the folder.
"""

from __future__ import annotations

import argparse
import csv
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RAW = ROOT.parent / "shared" / "data"
KEPT = ROOT / "scripts" / "seedmaking"
OUT = ROOT / "seeds" / "iss"

FROM, UNTIL = "2022-09-01", "2024-04-30"
STAND_IN = "assumed: the flown day stands in for the plan"
# Its flown docking falls on the day first planned for that of Soyuz MS-23, 2023-03-16.
KNOWN_FROM = {"crs-27": ("2023-02-01", "; before that no plan of the time is known")}

Row = dict[str, str]

COLUMNS = {
    "people": "person_id name agency skills career_days career_dose_msv source",
    "flights": "flight_id name vehicle_type line hull pad relieves source",
    "events": "flight_id event port at status known_on source note",
    "crew": "flight_id person_id leg role status known_on source",
    "health": "flight_id from health seats known_on source",
    "outages": "kind subject from to known_on source",
    "seats": "person_id flight_id from grade known_on source",
}
SURNAMES_OF_TWO_WORDS = ("Al Neyadi", "Caldwell Dyson")
# The raw list begins on 2000-10-31. Who flew before: days and flights, recalled.
EARLIER_FLIGHTS = {
    "wakata": (8.92 + 12.9, "STS-72 and STS-92"),
    "lopez-alegria": (15.91 + 12.9, "STS-73 and STS-92"),
}
COMMANDERS = {"Soyuz": "soyuz-commander", "Crew Dragon": "dragon-commander"}
EVENTS = ("launch", "dock", "relocate", "undock", "land")


@dataclass(frozen=True)
class Step:
    """One event of a flight as it was flown."""

    event: str
    port: str
    at: str
    source: str


@dataclass(frozen=True)
class Flight:
    """One flown mission, as the raw files tell it."""

    flight_id: str
    name: str
    vehicle_type: str
    steps: tuple[Step, ...]
    notes: str
    source: str

    @property
    def launched_on(self) -> str:
        """The UTC day of its launch."""
        return self.steps[0].at[:10]


# --- reading the raw files ---------------------------------------------------------------------


def read(path: Path) -> list[Row]:
    """Read all rows of a CSV file."""
    with path.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def kebab(text: str) -> str:
    """Write a name in ASCII, joined by hyphens: "O'Hara" is ``ohara``, a dotless i an i."""
    plain = unicodedata.normalize("NFKD", text.replace("\u0131", "i")).encode("ascii", "ignore")
    return "-".join(re.findall(r"[a-z0-9]+", plain.decode().lower().replace("'", "")))


def flight_id_of(name: str) -> str:
    """Make the id of a flight: its public name without the maker's."""
    return kebab(re.sub(r"^(SpaceX|Axiom|Dragon|Cygnus) ", "", name))


def person_id_of(name: str) -> str:
    """Make the id of a person: the surname."""
    double = next((two for two in SURNAMES_OF_TWO_WORDS if name.endswith(two)), "")
    return kebab(double or name.rsplit(maxsplit=1)[-1])


def instant(text: str) -> str:
    """Write an instant to the second; leave a plain day as it is."""
    return f"{text[:-1]}:00Z" if len(text) == len("2023-02-26T00:58Z") else text


def told_by(row: Row, *fields: str) -> str:
    """Tell the source of some fields of a raw row, naming those that rest on memory."""
    recalled = set(re.split(r"[;, ]+", row["recalled_fields"]))
    tags = "; ".join(part.strip() for part in row["source"].split(";"))
    memory = [field.removesuffix("_utc").rstrip("s") for field in fields if field in recalled]
    return "; ".join([f"DATA_NOTES {tags}", *(f"{name} recalled" for name in memory)])


def flight(row: Row) -> Flight:
    """Read a raw row; a crewed ship has ports like "Poisk zenith (2023-02-26); ..."."""
    launch, land = ("launch_utc", "landing_utc") if "ports" in row else ("launch_date", "end_utc")
    dated = re.findall(r"(\w+ \w+) \((\d{4}-\d\d-\d\d)\)", row.get("ports", ""))
    (port, _), *moves = dated or [(row["port"], "")]
    dock_source = told_by(row, "dock_utc", "ports", "port")
    steps = (
        Step("launch", "", instant(row[launch]), told_by(row, launch)),
        Step("dock", kebab(port), instant(row["dock_utc"]), dock_source),
        *(Step("relocate", kebab(port), day, told_by(row, "ports")) for port, day in moves),
        Step("undock", "", instant(row["undock_utc"]), told_by(row, "undock_utc")),
        Step("land", "", instant(row[land]), told_by(row, land)),
    )
    name, kind = row["flight"], kebab(row["vehicle_type"].removesuffix(" 2"))
    return Flight(flight_id_of(name), name, kind, steps, row["notes"], told_by(row))


def flights_in_scope(raw: Path) -> list[Flight]:
    """Find the flights that were docked at some time from ``FROM`` to ``UNTIL``."""
    names = ("iss_crewed_flights.csv", "iss_cargo_flights.csv")
    rows = [row for name in names for row in read(raw / name)]
    return [flight(r) for r in rows if r["dock_utc"][:10] <= UNTIL and r["undock_utc"] >= FROM]


# --- deriving the rows -------------------------------------------------------------------------


def flight_row(one: Flight, pad: Row) -> Row:
    """Make its row of ``flights.csv``; the hull is named in the notes, always from memory."""
    hull = re.search(r"Spacecraft (\w+) \(recalled\)", one.notes)
    is_rotation = one.flight_id.startswith("crew-")
    return {
        "flight_id": one.flight_id,
        "name": one.name,
        "vehicle_type": one.vehicle_type,
        "line": "soyuz" if one.vehicle_type == "soyuz-ms" else "dragon" if is_rotation else "",
        "hull": hull[1] if hull else "",
        "pad": pad["pad"],
        "relieves": "",
        "source": f"{one.source}; pad {pad['source']}" + ("; hull recalled" if hull else ""),
    }


def event_rows(one: Flight) -> Iterator[Row]:
    """Give its events as flown, and the stand-in for the plan of those still to come."""
    known_on, reason = KNOWN_FROM.get(one.flight_id, (FROM, ""))
    for step in one.steps:
        row = {"flight_id": one.flight_id, "event": step.event, "port": step.port}
        yield row | {"at": step.at, "status": "actual", "source": step.source}
        if step.at[:10] > known_on:
            told = {"known_on": known_on, "source": step.source, "note": STAND_IN + reason}
            yield row | {"at": step.at[:10], "status": "planned"} | told


def crew_rows(missions: list[Row], flights: list[Flight], kept_ids: set[str]) -> Iterator[Row]:
    """Tell who went up and, on another flight, came down; and the stand-ins for the plan."""
    launched_on = {one.name: one.launched_on for one in flights}
    for row in missions:
        person_id, up, down = person_id_of(row["person"]), row["up_flight"], row["down_flight"]
        role = "commander" if "commander" in row["role"] else row["role"]
        told = {"person_id": person_id, "status": "actual", "source": told_by(row, "role")}
        if up in launched_on:
            flown = told | {"flight_id": flight_id_of(up), "leg": "up", "role": role}
            yield flown
            if launched_on[up] > FROM and flight_id_of(up) not in kept_ids:
                source = f"assumed, the flown crew stands in: {told['source']}"
                yield flown | {"status": "planned", "known_on": FROM, "source": source}
        if down in launched_on and down != up:
            yield told | {"flight_id": flight_id_of(down), "leg": "down", "source": told_by(row)}


def person_row(person_id: str, missions: list[Row], flights: list[Flight]) -> Row:
    """Tell who this is, what the roles flown prove, and the days in space before ``FROM``."""
    names = {one.name for one in flights}
    flown = [row for row in missions if person_id_of(row["person"]) == person_id]
    if len({row["person_id"] for row in flown}) != 1:
        raise ValueError(f"{person_id}: not one person in the raw file. Give a longer id.")
    here = next((row for row in flown if row["up_flight"] in names), flown[-1])
    days = [float(row["days"]) for row in flown if "" < row["landing_utc"][:10] < FROM]
    told = "; career_days derived from iss_crew_missions.csv"
    if person_id in EARLIER_FLIGHTS:
        more, name = EARLIER_FLIGHTS[person_id]
        days, told = [*days, more], f"{told} with {name} recalled"
    led = [row for row in flown if "commander" in row["role"] and row["launch_utc"][:10] <= UNTIL]
    skills = {
        skill for kind, skill in COMMANDERS.items() for row in led if row["role"].startswith(kind)
    }
    if led and all("role" in row["recalled_fields"] for row in led):
        told += "; commander recalled"
    return {
        "person_id": person_id,
        "name": here["person"],
        "agency": here["agency"],
        "skills": ";".join(sorted(skills)),
        "career_days": str(round(sum(days))),
        "career_dose_msv": "",
        "source": told_by(here) + told,
    }


# --- putting the folder together ---------------------------------------------------------------


def order_of(row: Row) -> tuple[object, ...]:
    """Sort flights by id, events in their natural order, plans before what happened."""
    event = EVENTS.index(row["event"]) if "event" in row else row.get("leg") == "down"
    known_on = row.get("known_on") or "flown"  # sorts behind every date
    return (row.get("flight_id", ""), event, known_on, row.get("person_id", ""))


def with_kept(name: str, derived: Iterable[Row]) -> list[Row]:
    """Join the derived rows and those kept by hand, which win for the same event and day."""
    columns = COLUMNS[name].split()
    path = KEPT / f"{name}.csv"
    rows = [*derived, *(read(path) if path.exists() else [])]
    filled = [{column: row.get(column, "") for column in columns} for row in rows]
    if name == "events":
        by_edition = {(r["flight_id"], r["event"], r["known_on"], r["status"]): r for r in filled}
        filled = list(by_edition.values())
    return sorted(filled, key=order_of)


def fact_folder(raw: Path) -> dict[str, list[Row]]:
    """Make every file of the fact folder, as its rows in the order to be written."""
    flights = flights_in_scope(raw)
    missions = read(raw / "iss_crew_missions.csv")
    kept_ids = {row["flight_id"] for row in read(KEPT / "crew.csv") if row["leg"] == "up"}
    pads = {row["flight_id"]: row for row in read(KEPT / "pads.csv")}
    crew = with_kept("crew", crew_rows(missions, flights, kept_ids))
    person_ids = sorted({row["person_id"] for row in crew})
    return {
        "people": [person_row(person_id, missions, flights) for person_id in person_ids],
        "flights": with_kept("flights", (flight_row(one, pads[one.flight_id]) for one in flights)),
        "events": with_kept("events", (row for one in flights for row in event_rows(one))),
        "crew": crew,
        **{name: with_kept(name, ()) for name in ("health", "outages", "seats")},
    }


def write(folder: dict[str, list[Row]], out: Path) -> None:
    """Write each file: UTF-8, a header, plain line ends."""
    out.mkdir(parents=True, exist_ok=True)
    for name, rows in folder.items():
        with (out / f"{name}.csv").open("w", encoding="utf-8", newline="") as handle:
            writer = csv.DictWriter(handle, COLUMNS[name].split(), lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)


def main() -> None:
    """Read the raw folder, write the fact folder, say how much."""
    parser = argparse.ArgumentParser(description="Make the fact folder from the raw material.")
    parser.add_argument("raw", type=Path, nargs="?", default=RAW, help="folder of the raw files")
    parser.add_argument("--out", type=Path, default=OUT, help="folder to write")
    given = parser.parse_args()
    if not given.raw.is_dir():
        parser.error(f"{given.raw}: no such folder. Give the folder of the raw files.")
    folder = fact_folder(given.raw)
    write(folder, given.out)
    print(f"{given.out}: " + ", ".join(f"{len(rows)} {name}" for name, rows in folder.items()))


if __name__ == "__main__":
    main()
