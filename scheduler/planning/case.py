"""A case: one what-if over one fact folder and one station, ready to be planned."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from scheduler.domain import (
    Event,
    Facts,
    Inputs,
    Problem,
    Run,
    Station,
    published_problem,
    with_cadences,
)
from scheduler.errors import InputError
from scheduler.intake import fingerprint, read_facts
from scheduler.paths import PROJECT, shipped
from scheduler.scenarios import apply_what_if, read_what_if
from scheduler.settings import find_station, read_station
from scheduler.shelf import DISK, Shelf

DEFAULT_STATION = "iss"
YAML = (".yaml", ".yml")


@dataclass(frozen=True)
class Case:
    """A problem with everything it was read from.

    ``inputs`` are all files with one fingerprint; ``fact_texts`` the fact folder's alone.
    """

    problem: Problem
    station: Station
    facts: Facts
    inputs: Inputs
    fact_texts: Mapping[str, str]


@dataclass(frozen=True)
class _Source:
    """A file or folder to read, and the shelf it stands on."""

    path: Path
    shelf: Shelf = DISK


def read_case(
    what_if: Path | None,
    facts: Path | None = None,
    station: Path | None = None,
    shelf: Shelf = DISK,
) -> Case:
    """Read all files of a case and lay the what-if over what was known on its day.

    Without a what-if the case is the newest that the fact folder can pose: from the morning of
    its last launch to its last undocking.

    Parameters
    ----------
    shelf
        Where the files that are named stand; those that are not named are on the disk.

    Raises
    ------
    InputError
        With every fault of the first kind of file that has any.
    """
    return _read(
        *(None if path is None else _Source(path, shelf) for path in (what_if, facts, station))
    )


def _read(what_if: _Source | None, facts: _Source | None, station: _Source | None) -> Case:
    scenario = read_what_if(what_if.path, what_if.shelf) if what_if else None
    asked_at = scenario.station_at if scenario else None
    name = scenario.station if scenario else DEFAULT_STATION
    station = station or _Source(find_station(name, asked_at))
    known = read_station(station.path, station.shelf)
    facts = facts or _Source(shipped(f"seeds/{known.id}"))
    folder = read_facts(facts.path, known, facts.shelf)
    if scenario is None:
        as_of, until = newest_horizon(folder.facts)
        problem = _posed(folder.facts, known, as_of, until, "As published")
    else:
        problem = published_problem(
            folder.facts, known, scenario.as_of, scenario.until, scenario.title
        )
        problem = apply_what_if(scenario, problem, folder.facts)
    station_name = station.shelf.shown(station.path)
    texts = _from_one_root(scenario.texts, what_if.shelf) if scenario and what_if else {}
    texts |= {**folder.texts, station_name: station.shelf.read_bytes(station.path).decode()}
    inputs = Inputs(fingerprint(texts), tuple(texts), texts)
    return Case(problem, known, folder.facts, inputs, folder.texts)


def _posed(facts: Facts, station: Station, as_of: date, until: date, title: str) -> Problem:
    """Pose what is published, with the flights of the station's own cadences."""
    problem = published_problem(facts, station, as_of, until, title)
    return with_cadences(problem, station.cadences)


def _from_one_root(texts: Mapping[str, str], shelf: Shelf) -> dict[str, str]:
    """Name what-if files from one folder, or all in full, so that each finds those under it."""
    found = {name: name if shelf.held(Path(name)) else shipped(name) for name in texts}
    paths = {name: Path(os.path.normpath(Path.cwd() / path)) for name, path in found.items()}
    for root in (Path.cwd(), PROJECT):
        if all(path.is_relative_to(root) for path in paths.values()):
            return {paths[name].relative_to(root).as_posix(): texts[name] for name in texts}
    return {paths[name].as_posix(): texts[name] for name in texts}


def case_of_run(
    run: Run, what_if: Path | None = None, facts: Path | None = None, station: Path | None = None
) -> Case:
    """Read the case that a run was made from: its own files, where others are not given.

    A run without a what-if is judged by the facts alone, over its own horizon.

    Raises
    ------
    InputError
        When a file that the run names is not there.
    """
    return _read_of_run(run, DISK, (what_if, facts, station))


def case_of_texts(
    run: Run,
    texts: Mapping[str, str],
    what_if: Path | None = None,
    facts: Path | None = None,
    station: Path | None = None,
) -> Case:
    """Read the case of a stored run from the texts stored with it, where no files are given."""
    case = _read_of_run(run, Shelf(texts, has_disk=False), (what_if, facts, station))
    if what_if or facts or station:
        return case
    return replace(case, inputs=Inputs(fingerprint(texts), run.inputs.files, texts))


def _read_of_run(run: Run, own: Shelf, given: tuple[Path | None, Path | None, Path | None]) -> Case:
    """Read the files that are given, and for others those that a run names, on its own shelf."""
    yamls = [Path(name) for name in run.inputs.files if name.endswith(YAML)]
    tables = fact_folder(run)
    what_if, facts, station = (None if path is None else _Source(path) for path in given)
    if what_if is None and len(yamls) > 1:
        what_if = _there(yamls[0], own, "--what-if")
    if facts is None and tables is not None:
        facts = _there(tables, own, "--facts")
    if station is None and yamls:
        station = _there(yamls[-1], own, "--station")
    case = _read(what_if, facts, station)
    if what_if is not None:
        return case
    problem = _posed(case.facts, case.station, run.as_of, run.until, run.title)
    return replace(case, problem=problem)


def fact_folder(run: Run) -> Path | None:
    """Name the fact folder that a run was made from, as the run names it; some name none."""
    tables = [Path(name) for name in run.inputs.files if name.endswith(".csv")]
    return tables[0].parent if tables else None


def _there(named: Path, shelf: Shelf, option: str) -> _Source:
    """Find what a run names: from here or in the project, where the shelf has a disk."""
    found = _Source(shipped(str(named)) if shelf.has_disk else named, shelf)
    if not shelf.exists(found.path):
        told = f"The run was made from {named}, which is not there."
        raise InputError(f"{told} Give it with {option}.")
    return found


def newest_horizon(facts: Facts) -> tuple[date, date]:
    """Give the day of the last launch in a fact folder, and that of its last undocking."""
    launches = [row.on for row in facts.events if row.event is Event.LAUNCH]
    undockings = [row.on for row in facts.events if row.event is Event.UNDOCK]
    if not launches or max(undockings, default=date.min) <= max(launches):
        told = "The fact folder leaves nothing to plan after its last launch."
        raise InputError(f"{told} Give a what-if with its own as_of and until.")
    return max(launches), max(undockings)
