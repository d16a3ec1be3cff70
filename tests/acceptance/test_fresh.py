"""Fresh planning: flights created from cadences, planned, judged and told like published ones.

The small world publishes Soyuz 1 (docked) and Soyuz 2 (from 2023-06-10 to 2024-01-02). A Soyuz
is wished every 200 days, so on 2023-12-27 and 2024-07-14; a Progress every 100 days from
2023-06-15 on. Three of the five Progress ships are wished 5 days after a Soyuz from the same
pad, which needs 11 days: each of them is moved by 6 days, and nothing else.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.small_world import small, two_ships
from tests.command import WHAT_IFS, Answer, rotation

FRESH = small("fresh")
HEAD = "title: t\nstation: iss\nas_of: 2023-05-20\nuntil: 2024-09-01\n"


@pytest.fixture(scope="module")
def facts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a fact folder of the two published ships."""
    return two_ships(tmp_path_factory.mktemp("fresh") / "facts")


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Name a database for the run."""
    return tmp_path_factory.mktemp("kept") / "runs.sqlite3"


@pytest.fixture(scope="module")
def planned(facts: Path, database: Path) -> Answer:
    """Plan the small fresh horizon."""
    return rotation("plan", FRESH, "--facts", facts, "--json", "--database", database)


def parts(answer: Answer, goal: str) -> dict[str, int]:
    """Give the parts of a goal."""
    [found] = [one for one in answer.json["goals"] if one["goal"] == goal]
    return {part["part"]: part["value"] for part in found["parts"]}


def test_the_plan_is_worked_out_by_hand(planned: Answer) -> None:
    """Wished days stand as published ones; three launches are moved, by 18 days in all."""
    assert (planned.status, planned.json["verdict"]) == (0, "optimal")
    assert [
        (ship["flight"], ship["published"]["launch"], ship["launch"])
        for ship in planned.json["flights"]
        if ship["flight"].rpartition("-")[0] not in ("soyuz", "")
    ] == [
        ("progress-2023-1", "2023-06-15", "2023-06-21"),
        ("progress-2023-2", "2023-09-23", "2023-09-23"),
        ("progress-2024-1", "2024-01-01", "2024-01-07"),
        ("progress-2024-2", "2024-04-10", "2024-04-10"),
        ("progress-2024-3", "2024-07-19", "2024-07-25"),
        ("soyuz-2023-1", "2023-12-27", "2023-12-27"),
        ("soyuz-2024-1", "2024-07-14", "2024-07-14"),
    ]
    assert parts(planned, "change") == {"crews_waiting": 0, "flights": 3, "days": 18}
    # Soyuz 2 leaves on 2 January as published, 6 days after its relief; 7 are wished
    assert parts(planned, "handover") == {"gap_days": 0, "short_days": 1}


def test_unnamed_people_have_stays(planned: Answer) -> None:
    """From the docking of their ship to 7 days after that of the next: 207 days."""
    [stay] = [one for one in planned.json["stays"] if one["person"] == "soyuz-2023-1-3"]
    assert (stay["from"], stay["to"], stay["days"]) == ("2023-12-27", "2024-07-21", 207)
    assert stay["planned_to"] == "2024-07-21"


def test_the_plan_is_clean(planned: Answer, facts: Path, database: Path, tmp_path: Path) -> None:
    """Judged without the solver, as a kept run and as a document beside the files."""
    answer = rotation("check", planned.json["run"], "--database", database)
    assert (answer.status, answer.out.startswith("Clean")) == (0, True)
    document = tmp_path / "run.json"
    document.write_text(planned.out, "utf-8")
    assert rotation("check", document, "--what-if", FRESH, "--facts", facts).status == 0


def test_a_ship_that_launches_before_it_is_ready_is_found(
    planned: Answer, facts: Path, tmp_path: Path
) -> None:
    """The checker names the cadence that the plan goes against."""
    document = tmp_path / "run.json"
    told = '"launch": "2023-09-23"'
    document.write_text(planned.out.replace(told, told.replace("23-09-23", "23-09-22"), 1), "utf-8")
    answer = rotation("check", document, "--what-if", FRESH, "--facts", facts)
    assert answer.status == 1
    words = " ".join(answer.out.split())
    assert "Progress 2023-2 launches on 2023-09-23 at the earliest" in words
    assert "tests/cli/small/fresh.yaml:13" in words


def test_the_report_says_what_was_created(planned: Answer, database: Path) -> None:
    """In its head, and names the flights like all others."""
    text = rotation("runs", "show", planned.json["run"], "--database", database).out
    head = " ".join(text.split("So what happens?")[0].split())
    assert "7 flights created from cadences: 5 progress, 2 soyuz" in head
    assert "Soyuz 2023-1" in text


def test_a_conflict_names_the_line_of_the_cadence(facts: Path, tmp_path: Path) -> None:
    """A launch demanded before the ship is ready: the two demands, each with its place."""
    what_if = tmp_path / "early.yaml"
    what_if.write_text(
        f"{HEAD}under: [{FRESH}]\nchanges:\n"
        "  - {change: flight, flight: soyuz-2023-1, latest_launch: 2023-12-20}\n"
    )
    answer = rotation("plan", what_if, "--facts", facts, "--json", "--no-save")
    assert answer.status == 3
    found = [(r["sentence"], r["at"]) for r in answer.json["conflict"]["requirements"]]
    assert sorted(found) == [
        ("Soyuz 2023-1 launches on 2023-12-20 at the latest.", f"{what_if}:7"),
        ("Soyuz 2023-1 launches on 2023-12-27 at the earliest.", "tests/cli/small/fresh.yaml:7"),
    ]


def test_a_way_out_is_a_what_if_that_can_be_planned(facts: Path, tmp_path: Path) -> None:
    """The ship would have to be ready a week sooner; the file that says so gives a plan."""
    what_if = tmp_path / "early.yaml"
    what_if.write_text(
        f"{HEAD}under: [{FRESH}]\nchanges:\n"
        "  - {change: flight, flight: soyuz-2023-1, latest_launch: 2023-12-20}\n"
    )
    words = ("--ways", "1", "--save", tmp_path / "ways")
    assert rotation("explain", what_if, "--facts", facts, *words).status == 3
    way = tmp_path / "ways" / "way-1.yaml"
    assert "flight: soyuz-2023-1" in way.read_text("utf-8")
    assert rotation("plan", way, "--facts", facts, "--json", "--no-save").status == 0


@pytest.mark.parametrize("name", ["plan.ics", "plan.xlsx", "plan.zip", "plan.json"])
def test_a_fresh_plan_is_exported(
    planned: Answer, database: Path, tmp_path: Path, name: str
) -> None:
    """Like any other, in every format that holds days."""
    kept = (planned.json["run"], "--database", database)
    to = ("--to", "csv") if name.endswith("zip") else ()
    assert rotation("export", *kept, "-o", tmp_path / name, *to).status == 0
    assert (tmp_path / name).stat().st_size > 1000


def test_a_fresh_plan_is_drawn(planned: Answer, database: Path, tmp_path: Path) -> None:
    """With the names of its ships, and the wished plan behind it."""
    page = tmp_path / "fresh.svg"
    kept = (planned.json["run"], "--database", database)
    answer = rotation("chart", *kept, "-o", page, "--against", "published", "--today", "2023-05-20")
    assert answer.status == 0
    assert "Soyuz 2023-1" in page.read_text("utf-8")


def test_a_price_is_asked_of_a_created_flight(facts: Path) -> None:
    """``why-not`` knows its id."""
    question = ("soyuz-2023-1", "launches", "on", "2024-01-05")
    answer = rotation("why-not", FRESH, *question, "--facts", facts)
    assert answer.status == 0
    assert "Possible at a price" in answer.out


def test_an_accepted_plan_is_published(
    planned: Answer, facts: Path, database: Path, tmp_path: Path
) -> None:
    """The next morning nothing is created for what facts publish now, and nothing changes."""
    mine = shutil.copytree(facts, tmp_path / "facts")
    run, who = planned.json["run"], ("--who", "The panel", "--why", "agreed")
    answer = rotation("facts", "accept", run, "--facts", mine, *who, "--database", database)
    assert answer.status == 0
    again = tmp_path / "next.yaml"
    again.write_text(FRESH.read_text("utf-8").replace("2023-05-20", "2023-05-21"), "utf-8")
    after = rotation("plan", again, "--facts", mine, "--json", "--no-save")
    assert parts(after, "change") == {"crews_waiting": 0, "flights": 0, "days": 0}
    ships = [ship["flight"] for ship in planned.json["flights"]]
    assert [ship["flight"] for ship in after.json["flights"]] == ships
    [stay] = [one for one in after.json["stays"] if one["person"] == "soyuz-2023-1-3"]
    assert stay["to"] == "2024-07-21"


def test_an_accepted_plan_leaves_its_own_morning_as_it_was(
    planned: Answer, facts: Path, database: Path, tmp_path: Path
) -> None:
    """Planned again as of then, the flights are created anew, with the ids that they had."""
    mine = shutil.copytree(facts, tmp_path / "facts")
    run, who = planned.json["run"], ("--who", "The panel", "--why", "agreed")
    rotation("facts", "accept", run, "--facts", mine, *who, "--database", database)
    again = rotation("plan", FRESH, "--facts", mine, "--json", "--no-save")
    for key in ("flights", "stays", "goals"):
        assert again.json[key] == planned.json[key]


def test_two_years_of_full_traffic_are_planned() -> None:
    """The shipped example: a proved plan, everyone with a seat, no gap between crews."""
    answer = rotation("plan", WHAT_IFS / "two-years-fresh.yaml", "--json", "--no-save")
    assert (answer.status, answer.json["verdict"]) == (0, "optimal")
    assert parts(answer, "seats") == {"G4": 0, "G3": 0, "G2": 0, "G1": 0}
    assert parts(answer, "handover") == {"gap_days": 0, "short_days": 0}
    created = [ship["flight"].rsplit("-", 2)[0] for ship in answer.json["flights"]]
    assert {family: created.count(family) for family in ("soyuz", "dragon", "progress")} == {
        "soyuz": 4,  # Soyuz MS-29 among them
        "dragon": 4,
        "progress": 9,  # Progress MS-33 and MS-34 among them
    }
