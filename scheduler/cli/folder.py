"""A station, and what a fact folder tells of it: what commands about the past begin with."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from scheduler.domain import Facts, Station
from scheduler.intake import read_facts
from scheduler.paths import shipped
from scheduler.reports import Context
from scheduler.settings import find_station, read_station


@dataclass(frozen=True)
class FactFolder:
    """All facts of one folder, with the station that they are about."""

    path: Path
    station: Station
    facts: Facts

    @classmethod
    def read(cls, facts: Path | None, station: Path | None) -> FactFolder:
        """Read a station file, by default that of the ISS, and a fact folder, by default its own.

        Raises
        ------
        InputError
            With every fault of the first of the two that has any.
        """
        known = read_station(station or find_station("iss"))
        path = facts or shipped(f"seeds/{known.id}")
        return cls(path, known, read_facts(path, known).facts)

    @property
    def context(self) -> Context:
        """Give the names that a report may use."""
        names = {person.id: person.name for person in self.facts.people}
        names |= {flight.id: flight.name for flight in self.facts.flights}
        return Context(self.station, names)
