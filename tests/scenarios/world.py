"""The leak week in small: seven ships, eleven people, facts told before and after it."""

from __future__ import annotations

from pathlib import Path

from scheduler.domain import Facts, Problem, Station, published_problem
from scheduler.errors import ScenarioError
from scheduler.paths import shown
from scheduler.scenarios import apply_what_if, read_what_if
from tests.builders import Trip, make_facts, make_station

HERE = Path(__file__).parent
HEAD = "title: T\nstation: iss\nas_of: 2023-01-11\nuntil: 2023-12-31\n"  # four lines

FACTS = make_facts(
    Trip(flight="soyuz-ms-19", days=("2021-10-05", "2021-10-05", "2022-03-30", "2022-03-30"),
         crew=("dubrov",), flown=4),
    Trip(flight="soyuz-ms-22", days=("2022-09-21", "2022-09-21", "2023-03-28", "2023-03-28"),
         crew=("petelin", "prokopyev", "rubio"), flown=2),
    Trip(flight="soyuz-ms-23", days=("2023-03-16", "2023-03-16", "2023-09-27", "2023-09-27"),
         crew=("chub", "kononenko", "ohara"), port="poisk-zenith"),
    Trip(flight="soyuz-ms-24", days=("2023-09-15", "2023-09-15", "2024-03-28", "2024-03-28"),
         crew=("borisov",)),
    Trip(flight="soyuz-ms-25", days=("2024-03-13", "2024-03-13", "2024-09-24", "2024-09-24"),
         crew=("novitsky",), known_on="2022-12-01"),
    Trip(flight="soyuz-ms-26", days=("2024-09-11", "2024-09-11", "2025-03-20", "2025-03-20"),
         known_on="2023-06-01"),
    Trip(flight="crew-5", days=("2022-10-05", "2022-10-06", "2023-03-01", "2023-03-02"),
         crew=("kikina", "mann"), flown=2, port="harmony-forward", vehicle_type="crew-dragon",
         line="dragon", agency="NASA"),
    Trip(flight="progress-ms-22", days=("2023-02-09", "2023-02-11", "2023-08-20", "2023-08-20"),
         port="poisk-zenith", vehicle_type="progress-ms", line=None),
)  # fmt: skip


def applied(path: Path, *, facts: Facts = FACTS, station: Station | None = None) -> Problem:
    """Lay a what-if file over the leak week."""
    what_if = read_what_if(path)
    problem = published_problem(
        facts, station or make_station(), what_if.as_of, what_if.until, what_if.title
    )
    return apply_what_if(what_if, problem, facts)


def faults_of(path: Path) -> list[str]:
    """Lay a what-if file over the leak week and give its faults, files by their names."""
    try:
        applied(path)
    except ScenarioError as error:
        folder = f"{shown(path.parent)}/"
        found = sorted((Path(c.place).name, c.line, c.column, c.text) for c in error.complaints)
        return [f"{at}:{line}:{col}: {text.replace(folder, '')}" for at, line, col, text in found]
    return []


def written(folder: Path, text: str, name: str = "what-if.yaml") -> Path:
    """Write a what-if file with the usual head, so that its own text begins on line 5."""
    path = folder / name
    path.write_text(HEAD + text, "utf-8")
    return path
