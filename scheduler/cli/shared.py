"""What commands share once the heavy imports are made."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from scheduler.documents.saving import refuse_other, save_new
from scheduler.domain import Way
from scheduler.errors import InputError
from scheduler.paths import shown
from scheduler.planning import Case
from scheduler.reports import Context


def context_of(case: Case) -> Context:
    """Give the names that a report may use, the crews published to go up, and what was created.

    Earlier flights of the same people are no part of it. Ports are those that are there.
    """
    problem = case.problem
    flights = (
        *problem.flights.values(),
        *problem.later,
        *problem.departed.values(),
        *problem.cancelled,
    )
    names = {person.id: person.name for person in problem.people.values()}
    names |= {flight.id: flight.name for flight in flights}
    ahead = [flight for flight in flights if not flight.has_launched]
    crews = {flight.id: flight.crew for flight in ahead if flight.crew}
    created = Counter(flight.cadence for flight in problem.flights.values() if flight.cadence)
    return Context(problem.station, names, crews, problem.places_on, created)


def paths_under(what_if: Path, folder: Path | None) -> tuple[str, ...]:
    """Give the path that a file in a folder, by default the what-if's own, is to name it by.

    Folders are told apart by where they really are, for that is where ``..`` leads; the file
    keeps its own name, also where it is a link.
    """
    if folder is None:
        return (what_if.name,)
    path = what_if.parent.resolve() / what_if.name
    return (Path(os.path.relpath(path, folder.resolve())).as_posix(),)


def way_files(ways: Sequence[Way]) -> dict[str, str]:
    """Name the what-if file of each way out."""
    return {f"way-{number}.yaml": way.what_if for number, way in enumerate(ways, start=1)}


@dataclass(frozen=True)
class Saved:
    """The files that were saved, by their paths; none of them where there was a fault."""

    paths: tuple[str, ...] = ()
    fault: InputError | None = None

    def complain(self) -> None:
        """Tell the fault, if there was one, once the answer is shown.

        Raises
        ------
        InputError
            When the files could not be saved.
        """
        if self.fault is not None:
            raise self.fault


def save_files(folder: Path | None, texts: Mapping[str, str]) -> Saved:
    """Save texts under their names, in a folder made when it is missing; without one, nowhere.

    An answer took its time, so it is not lost where a file cannot be saved.
    """
    if folder is None or not texts:
        return Saved()
    try:
        make_folder(folder)
        for name, text in texts.items():
            refuse_other(folder / name, text.encode())
        for name, text in texts.items():
            save_new(folder / name, text)
    except InputError as fault:
        return Saved(fault=fault)
    return Saved(tuple(shown(folder / name) for name in texts))


def make_folder(folder: Path) -> None:
    """Make a folder where there is none.

    Raises
    ------
    InputError
        When something else has the name, or none can be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = (error.strerror or "no reason given").lower()
        raise InputError(f"{folder}: is no folder ({reason}). Give one, or a new name.") from None


def run_id(now: datetime, case: Case) -> str:
    """Name a run by its moment and its inputs: unique, and sorted by time."""
    digest = case.inputs.fingerprint.removeprefix("sha256:")[:6]
    return f"{now:%Y%m%d-%H%M%S}-{now.microsecond // 1000:03d}-{digest}"
