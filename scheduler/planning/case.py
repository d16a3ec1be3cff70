"""A case: one what-if over one fact folder and one station, ready to be planned."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory

from scheduler.domain import Event, Facts, Inputs, Problem, Run, Station, published_problem
from scheduler.errors import InputError
from scheduler.intake import fingerprint, read_facts
from scheduler.paths import PROJECT, shipped, shown
from scheduler.scenarios import apply_what_if, read_what_if
from scheduler.settings import find_station, read_station

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


def read_case(what_if: Path | None, facts: Path | None = None, station: Path | None = None) -> Case:
    """Read all files of a case and lay the what-if over what was known on its day.

    Without a what-if the case is the newest that the fact folder can pose: from the morning of
    its last launch to its last undocking.

    Raises
    ------
    InputError
        With every fault of the first kind of file that has any.
    """
    scenario = read_what_if(what_if) if what_if else None
    asked_at = scenario.station_at if scenario else None
    name = scenario.station if scenario else DEFAULT_STATION
    station_file = station or find_station(name, asked_at)
    known = read_station(station_file)
    folder = read_facts(facts or shipped(f"seeds/{known.id}"), known)
    texts = {**(_from_one_root(scenario.texts) if scenario else {}), **folder.texts}
    texts[shown(station_file)] = station_file.read_text(encoding="utf-8")
    if scenario is None:
        as_of, until = newest_horizon(folder.facts)
        problem = published_problem(folder.facts, known, as_of, until, "As published")
    else:
        problem = published_problem(
            folder.facts, known, scenario.as_of, scenario.until, scenario.title
        )
        problem = apply_what_if(scenario, problem, folder.facts)
    inputs = Inputs(fingerprint(texts), tuple(texts), texts)
    return Case(problem, known, folder.facts, inputs, folder.texts)


def _from_one_root(texts: Mapping[str, str]) -> dict[str, str]:
    """Name what-if files from one folder, or all in full, so that each finds those under it."""
    paths = {name: Path(os.path.normpath(Path.cwd() / shipped(name))) for name in texts}
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
    yamls = [Path(name) for name in run.inputs.files if name.endswith(YAML)]
    tables = [Path(name) for name in run.inputs.files if name.endswith(".csv")]
    if what_if is None and len(yamls) > 1:
        what_if = _there(yamls[0], "--what-if")
    if facts is None and tables:
        facts = _there(tables[0].parent, "--facts")
    if station is None and yamls:
        station = _there(yamls[-1], "--station")
    case = read_case(what_if, facts, station)
    if what_if is not None:
        return case
    return replace(
        case,
        problem=published_problem(case.facts, case.station, run.as_of, run.until, run.title),
    )


def _there(named: Path, option: str) -> Path:
    """Find what a run names, from here or in the project."""
    found = shipped(str(named))
    if not found.exists():
        told = f"The run was made from {named}, which is not there."
        raise InputError(f"{told} Give it with {option}.")
    return found


@contextmanager
def files_of(texts: Mapping[str, str]) -> Iterator[dict[str, Path]]:
    """Lay stored input texts out as files again; give the path of each by its name."""
    with TemporaryDirectory(prefix="rotation-") as folder:
        paths = {name: Path(folder, *_parts(name)) for name in texts}
        for name, path in paths.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(texts[name], encoding="utf-8", newline="")
        yield paths


def _parts(name: str) -> list[str]:
    """Split a name into folders and file, so that it stays inside the folder it is put in."""
    path = PurePath(name)
    return [part for part in path.parts if part not in (path.anchor, "..")]


def case_of_texts(
    run: Run,
    texts: Mapping[str, str],
    what_if: Path | None = None,
    facts: Path | None = None,
    station: Path | None = None,
) -> Case:
    """Read the case of a stored run from the texts stored with it, where no files are given."""
    with files_of(texts) as paths:
        scenarios = [paths[name] for name in run.inputs.files if name.endswith(YAML)]
        folders = [paths[name].parent for name in run.inputs.files if name.endswith(".csv")]
        kept = scenarios[0] if len(scenarios) > 1 else None
        case = case_of_run(run, what_if or kept, facts or folders[0], station or scenarios[-1])
        names = {str(path): name for name, path in paths.items()}
    case = replace(case, problem=_renamed(case.problem, names))
    if what_if or facts or station:
        return case
    return replace(case, inputs=replace(case.inputs, fingerprint=fingerprint(texts)))


def _renamed(problem: Problem, names: Mapping[str, str]) -> Problem:
    """Let places of a what-if name its file as it was kept, not as it was laid out."""

    def place(at: str) -> str:
        path, _, line = at.rpartition(":")
        return f"{names[path]}:{line}" if path in names else at

    return replace(
        problem,
        demands=tuple(replace(one, at=place(one.at)) for one in problem.demands),
        health_spans=tuple(replace(one, at=place(one.at)) for one in problem.health_spans),
        outages=tuple(replace(one, at=place(one.at)) for one in problem.outages),
        overrides=tuple(replace(one, at=place(one.at)) for one in problem.overrides),
        waivers=tuple(replace(one, at=place(one.at)) for one in problem.waivers),
        least_grade_at=place(problem.least_grade_at),
    )


def newest_horizon(facts: Facts) -> tuple[date, date]:
    """Give the day of the last launch in a fact folder, and that of its last undocking."""
    launches = [row.on for row in facts.events if row.event is Event.LAUNCH]
    undockings = [row.on for row in facts.events if row.event is Event.UNDOCK]
    if not launches or max(undockings, default=date.min) <= max(launches):
        told = "The fact folder leaves nothing to plan after its last launch."
        raise InputError(f"{told} Give a what-if with its own as_of and until.")
    return max(launches), max(undockings)
