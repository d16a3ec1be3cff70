"""From a station file to a ``Station``: read, checked whole, complained of all at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from scheduler.documents.suggestions import suggestion
from scheduler.documents.validation import validate
from scheduler.documents.yaml import read_yaml
from scheduler.domain import (
    Grade,
    LifeEdition,
    Line,
    Pad,
    Place,
    Port,
    Provenance,
    Segment,
    Station,
    VehicleType,
    ranked,
)
from scheduler.errors import Complaint, InputError, SettingsError
from scheduler.paths import shipped
from scheduler.settings.cadences import cadence_complaints, cadences_of
from scheduler.settings.checks import station_complaints
from scheduler.settings.model import StationFile, VehicleTypeEntry
from scheduler.settings.provenance import ABOUT_NUMBERS, provenance_of
from scheduler.shelf import DISK, Shelf

FOLDER = "config/stations"


def find_station(name_or_path: str | Path, asked_at: Place | None = None) -> Path:
    """Find a station file by the name of its station, or by its path.

    Parameters
    ----------
    asked_at
        Where the name stands, for the complaint when there is no such station.

    Raises
    ------
    SettingsError
        When no station has that name.
    """
    name = str(name_or_path)
    if isinstance(name_or_path, Path) or name.endswith((".yaml", ".yml")) or "/" in name:
        return Path(name_or_path)
    found = shipped(f"{FOLDER}/{name}.yaml")
    if found.exists():
        return found
    known = {path.stem for path in shipped(FOLDER).glob("*.yaml")}
    text = f"no station {name!r}. {suggestion(name, known)}"
    if asked_at is None:
        raise SettingsError(text)
    raise SettingsError([Complaint(asked_at.file, asked_at.line, asked_at.column, text)])


def read_station(path: Path, shelf: Shelf = DISK) -> Station:
    """Read a station file.

    Raises
    ------
    SettingsError
        With every fault: unknown keys and ids, numbers from nowhere, broken YAML.
    """
    try:
        document = read_yaml(path, shelf=shelf)
    except InputError as error:
        raise SettingsError(str(error)) from None
    if document.data is None:
        raise SettingsError(document.faults)
    entry, faults = validate(StationFile, document)
    provenance, nowhere = provenance_of(document)
    complaints = [*document.faults, *faults, *nowhere, *station_complaints(document)]
    if entry is None:
        raise SettingsError(complaints)
    station = replace(_station(entry, provenance), cadences=cadences_of(entry, document))
    complaints += cadence_complaints(station, document)
    if complaints:
        raise SettingsError(complaints)
    return station


def _station(entry: StationFile, provenance: tuple[Provenance, ...]) -> Station:
    rules = {ref: _numbers(numbers) for ref, numbers in entry.rules.items()}
    least_grade = entry.least_grade or rules.get("LB-1", {}).get("least_grade")
    return Station(
        id=entry.station,
        name=entry.name,
        segments={
            id_: Segment(id_, s.name, s.least_crew, s.wished_crew, tuple(s.operated_by))
            for id_, s in entry.segments.items()
        },
        ports={
            id_: Port(
                id_,
                port.segment,
                tuple(port.accepts),
                {near: tuple(types) for near, types in port.blocked_by.items()},
                port.from_on,
                port.to_on,
            )
            for id_, port in entry.ports.items()
        },
        vehicle_types={id_: _vehicle_type(id_, kind) for id_, kind in entry.vehicle_types.items()},
        pads={id_: Pad(id_, pad.turnaround_days) for id_, pad in entry.pads.items()},
        lines={
            id_: Line(id_, line.wished_handover_days, line.least_handover_days)
            for id_, line in entry.lines.items()
        },
        agencies={id_: agency.dose_limit_msv for id_, agency in entry.agencies.items()},
        skills_always_aboard=tuple(entry.skills_always_aboard),
        rules=rules,
        goals=ranked(entry.goals),
        least_grade=str(least_grade or Grade.G4.name),
        provenance=provenance,
    )


def _vehicle_type(id_: str, kind: VehicleTypeEntry) -> VehicleType:
    return VehicleType(
        id=id_,
        seats=kind.seats,
        emergency_seats=kind.seats if kind.emergency_seats is None else kind.emergency_seats,
        shelter=kind.seats if kind.shelter is None else kind.shelter,
        life=tuple(LifeEdition(life.from_on, life.days) for life in kind.life_days),
        transit_days=kind.transit_days or {"default": 0},
        return_days=kind.return_days,
        fitted=kind.fitted,
        transfer_days=kind.transfer_days,
        autonomous=kind.autonomous,
        pads=tuple(kind.pads),
        launcher=kind.launcher,
        lead_days=kind.lead_days,
    )


def _numbers(entry: Mapping[str, int | str]) -> dict[str, int | str]:
    return {key: value for key, value in entry.items() if key not in ABOUT_NUMBERS}
