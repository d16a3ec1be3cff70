"""The files of a fact folder and their columns (design.md, section 4.2)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Layout:
    """One fact file: its columns, which of them may be absent, and whether it may be absent."""

    name: str
    columns: tuple[str, ...]
    optional_columns: tuple[str, ...] = ()
    is_required: bool = True

    @property
    def header(self) -> str:
        """Give the header as it stands in a file."""
        return ",".join(self.columns)


def _layout(name: str, columns: str, optional: str = "", *, is_required: bool = True) -> Layout:
    return Layout(name, tuple(columns.split()), tuple(optional.split()), is_required)


PEOPLE = _layout("people.csv", "person_id name agency skills career_days career_dose_msv source")
FLIGHTS = _layout(
    "flights.csv", "flight_id name vehicle_type line hull pad relieves source", "relieves"
)
EVENTS = _layout("events.csv", "flight_id event port at status known_on source note")
CREW = _layout("crew.csv", "flight_id person_id leg role status known_on source")
HEALTH = _layout("health.csv", "flight_id from health seats known_on source")
OUTAGES = _layout("outages.csv", "kind subject from to known_on source")
SEATS = _layout("seats.csv", "person_id flight_id from grade known_on source", is_required=False)
WINDOWS = _layout("windows.csv", "kind subject from to known_on source", is_required=False)

EXPEDITIONS = _layout("expeditions.csv", "expedition from to commander source", is_required=False)
EXCEPTIONS = _layout("exceptions.csv", "rule subject from to what source", is_required=False)

# Files that may stand in a fact folder without being facts: no plan is made from them.
COMPANIONS = (EXPEDITIONS.name, EXCEPTIONS.name)
UNFINISHED = ".rotation-accepted.json"
"""What is being added to a fact folder, while that is done; a folder that has it is not whole."""

LAYOUTS = (PEOPLE, FLIGHTS, EVENTS, CREW, HEALTH, OUTAGES, SEATS, WINDOWS)
