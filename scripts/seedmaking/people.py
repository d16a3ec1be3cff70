"""Who flew: crews up and down as flown and as planned, and the people themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from scripts.seedmaking.plans import FROM, Plans, is_around_ms_22
from scripts.seedmaking.raw import Row, flight_id_of, told_by

COMMANDERS = {
    "Soyuz": "soyuz-commander",
    "Crew Dragon": "dragon-commander",
    "Starliner": "starliner-commander",
}


@dataclass(frozen=True)
class Crews:
    """The crews of all flights: ``kept`` are the rows kept by hand, ``ids`` those of people."""

    plans: Mapping[str, Plans]
    kept: Sequence[Row]
    ids: Mapping[str, str]

    def rows(self, missions: Iterable[Row]) -> Iterator[Row]:
        """Tell who went up and, on another flight, came down; and the stand-ins for the plan."""
        listed = list(missions)
        needs_ride = _needs_ride(listed)
        for row in listed:
            up, down = flight_id_of(row["up_flight"]), flight_id_of(row["down_flight"])
            role = "commander" if "commander" in row["role"] else row["role"]
            told = {"person_id": self.ids[row["person_id"]], "status": "actual"}
            ride = told | {"flight_id": up, "leg": "up", "role": role}
            yield ride | {"source": told_by(row, "role")}
            yield from self._planned(ride, self._known_up(up), told_by(row, "role"))
            if id(row) in needs_ride:
                yield told | {"flight_id": down, "leg": "down", "source": told_by(row)}
            if down not in ("", up):
                ride = told | {"flight_id": down, "leg": "down", "role": ""}
                yield ride | {"source": told_by(row)}
                yield from self._planned(ride, self._known_down(up, down, ride), told_by(row))

    def _planned(self, ride: Row, known_on: Iterable[str], source: str) -> Iterator[Row]:
        told = f"assumed, the flown crew stands in: {source}"
        for day in known_on:
            yield ride | {"status": "planned", "known_on": day, "source": told}

    def _known_up(self, up: str) -> list[str]:
        """List the days on which a stand-in for a crew becomes known; none where one is kept."""
        plans = self.plans[up]
        is_kept = any(row["flight_id"] == up and row["leg"] == "up" for row in self.kept)
        if is_kept and not plans.is_given_up:
            return []
        return [day for day in plans.editions if day < plans.flight.day("launch")]

    def _known_down(self, up: str, down: str, ride: Row) -> list[str]:
        """Give the day on which both flights are known; none where a plan is kept."""
        key = (ride["person_id"], down, "down")
        is_kept = any((r["person_id"], r["flight_id"], r["leg"]) == key for r in self.kept)
        if is_kept or any(is_around_ms_22(self.plans[one].flight) for one in (up, down)):
            return []
        return [max(self.plans[one].editions[0] for one in (up, down))]


def _needs_ride(missions: Iterable[Row]) -> set[int]:
    """Find the stays that ended on the ship they began on, before one that did not.

    Without a row of its own such a stay could be taken for one that went on.
    """
    last: dict[str, Row] = {}
    found: set[int] = set()
    for row in sorted(missions, key=lambda row: row["launch_utc"]):
        before = last.get(row["person_id"])
        is_swap = row["down_flight"] not in ("", row["up_flight"])
        if before and before["up_flight"] == before["down_flight"] and is_swap:
            found.add(id(before))
        last[row["person_id"]] = row
    return found


def people_rows(
    missions: Iterable[Row], earlier: Iterable[Row], ids: Mapping[str, str]
) -> list[Row]:
    """Tell who people are, what the roles flown prove, and their days in space before."""
    before = {row["person_id"]: row for row in earlier}
    flown: dict[str, list[Row]] = {}
    for row in missions:
        flown.setdefault(ids[row["person_id"]], []).append(row)
    if unknown := before.keys() - flown.keys():
        raise ValueError(f"earlier.csv: nobody is called {sorted(unknown)}.")
    return [_person(id_, rows, before.get(id_)) for id_, rows in sorted(flown.items())]


def _person(person_id: str, flown: list[Row], earlier: Row | None) -> Row:
    first = next((row for row in flown if row["launch_utc"][:10] >= FROM), flown[-1])
    led = [row for row in flown if "commander" in row["role"]]
    skills = {
        skill for kind, skill in COMMANDERS.items() for row in led if row["role"].startswith(kind)
    }
    told = f"; career_days {earlier['source']}: {earlier['flights']}" if earlier else ""
    if led and all("role" in row["recalled_fields"] for row in led):
        told += "; commander recalled"
    return {
        "person_id": person_id,
        "name": first["person"],
        "agency": flown[0]["agency"],
        "skills": ";".join(sorted(skills)),
        "career_days": str(round(float(earlier["days"]))) if earlier else "0",
        "career_dose_msv": "",
        "source": told_by(first) + told,
    }
