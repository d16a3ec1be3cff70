"""Lists for the smaller commands: runs, rules, facts, editions, and the check report."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from rich.cells import cell_len

from scheduler.domain import (
    Event,
    EventFact,
    Facts,
    Finding,
    Flight,
    PortCall,
    Published,
    Standing,
    Status,
    editions_of,
)
from scheduler.reports import (
    RuleRow,
    RunRow,
    check_report,
    editions_table,
    facts_table,
    goals_in_brief,
    rules_table,
    runs_table,
)
from tests.gold.compare import assert_gold
from tests.reports.example import FINDINGS, make_run
from tests.reports.example_endings import make_feasible_run
from tests.reports.example_ships import AS_OF, UNTIL, day, make_context

RULES = (
    RuleRow(
        "LB-1",
        "seat-for-everyone",
        "S",
        "Everyone aboard has a seat home at every moment; the grade tells how good it is.",
        ("least_grade G4",),
        "domain_rules LB-1",
    ),
    RuleRow(
        "PT-1",
        "port-capacity",
        "F",
        "A port holds one ship at a time.",
        ("gap_days 1 (assumed)",),
        "domain_rules PT-1",
    ),
    RuleRow("CT-2", "crew-order", "A", "Crews keep their published order.", (), ""),
)


def make_flight(
    flight: str, kind: str, standing: Standing, days: tuple[str, str, str, str], port: str
) -> Flight:
    """Make a flight whose published days are these; an empty one was not published."""
    published = [day(text) if text else None for text in days]
    launch, _, _, land = published
    assert launch
    assert land
    calls = (PortCall(port, launch),) if port else ()
    name = make_context().name(flight)
    return Flight(
        flight, name, kind, standing, launch, launch, land, land, calls, Published(*published)
    )


LEFT = make_flight(
    "crew-5",
    "crew-dragon",
    Standing.DEPARTED,
    ("2022-10-05", "2022-10-06", "03-11", "03-12"),
    "",
)
DOCKED = make_flight(
    "soyuz-ms-22",
    "soyuz-ms",
    Standing.DOCKED,
    ("2022-09-21", "2022-09-21", "03-28", "03-28"),
    "rassvet-nadir",
)
AHEAD = make_flight(
    "soyuz-ms-23", "soyuz-ms", Standing.PLANNED, ("03-16", "", "", "09-20"), "poisk-zenith"
)


def edition(
    on: str, status: Status, known: str, event: Event = Event.LAUNCH, port: str | None = None
) -> EventFact:
    """Make one edition of an event of MS-23."""
    return EventFact("soyuz-ms-23", event, port, day(on), status, day(known), source="tass.com")


EDITIONS = (
    edition("03-16", Status.PLANNED, "2022-09-26"),
    edition("02-20", Status.PLANNED, "01-11"),
    edition("02-24", Status.ACTUAL, "02-24"),
    edition("03-16", Status.PLANNED, "2022-09-26", Event.DOCK, "poisk-zenith"),
)


def draw_runs(width: int, colour: bool = False) -> str:
    """Draw a list of two runs."""
    good, bad = goals_in_brief(make_run().goals), goals_in_brief(make_feasible_run().goals)
    rows = (
        RunRow("7f3a2b", "2026-11-23 08:02", "The leak", AS_OF, UNTIL, "optimal", good),
        RunRow("7f3a2c", "2026-11-23 08:05", "A slip", AS_OF, UNTIL, "feasible", bad),
        RunRow("7f3a2d", "2026-11-23 08:07", "", AS_OF, UNTIL, "undecided", ""),
    )
    return runs_table(rows, width, colour)


def draw_rules(width: int, colour: bool = False) -> str:
    """Draw three rules."""
    return rules_table(RULES, width, colour)


def draw_facts(width: int, colour: bool = False) -> str:
    """Draw three flights."""
    return facts_table((AHEAD, LEFT, DOCKED), AS_OF, make_context(), width, colour)


def draw_editions(width: int, colour: bool = False, as_of: str = "01-11") -> str:
    """Draw the editions of MS-23 as of a day."""
    held = editions_of(Facts(events=EDITIONS), "soyuz-ms-23", day(as_of))
    return editions_table("soyuz-ms-23", EDITIONS, held, day(as_of), make_context(), width, colour)


def draw_check(width: int, colour: bool = False) -> str:
    """Draw a check with findings, told and broken, and a note."""
    broken = Finding("VL-1", "vehicle-life", "C", "x", "Soyuz MS-23 lands after 219 days.")
    return check_report(
        "7f3a2b", (*FINDINGS, broken), ("PT-5 was not judged.",), width, colour, make_context()
    )


DRAWN: dict[str, Callable[..., str]] = {
    "runs": draw_runs,
    "rules": draw_rules,
    "facts": draw_facts,
    "editions": draw_editions,
    "check": draw_check,
}


@pytest.mark.parametrize("name", DRAWN)
@pytest.mark.parametrize("width", [80, 120])
def test_list_looks_as_approved(name: str, width: int) -> None:
    """Every list is drawn as its gold file at both widths."""
    assert_gold(f"reports/{name}-{width}.txt", DRAWN[name](width))


@pytest.mark.parametrize("name", DRAWN)
def test_list_keeps_to_every_width(name: str) -> None:
    """No line of a list is wider than asked, and none ends in a blank."""
    for width in range(60, 201):
        for line in DRAWN[name](width).splitlines():
            assert cell_len(line) <= width
            assert line == line.rstrip()


@pytest.mark.parametrize("name", DRAWN)
def test_list_in_colour(name: str) -> None:
    """Colour is used when asked and only then."""
    assert "\x1b[" in DRAWN[name](80, True)
    assert "\x1b" not in DRAWN[name](80, False)


def test_goals_in_brief() -> None:
    """Goal values stand in order; what is open is marked; goals without parts are left out."""
    assert goals_in_brief(make_feasible_run().goals) == (
        "seats 2/92/44/0, staffing 0/0, change 0/3/33, handover 0/0,"
        " extension 183/549 (open), margin 12 (open)"
    )


def test_no_runs() -> None:
    """An empty store is said to be empty."""
    assert runs_table((), 80, False) == "No runs are stored.\n"


def test_facts_mark_what_is_planned() -> None:
    """Days that have not happened are marked; what nobody published is a dash."""
    rows = {line.split("  ")[1]: line.split()[2:] for line in draw_facts(120).splitlines()[2:]}
    assert rows["SpaceX Crew-5"][1:5] == ["2022-10-05", "2022-10-06", "2023-03-11", "2023-03-12"]
    assert rows["Soyuz MS-22"][3:5] == ["~2023-03-28", "~2023-03-28"]
    assert rows["Soyuz MS-23"][1:5] == ["~2023-03-16", "-", "-", "~2023-09-20"]


def test_no_facts() -> None:
    """A day before the first fact has no flights."""
    assert facts_table((), AS_OF, make_context(), 80, False) == (
        "0 flights as of 2023-01-11: ~ is planned\n"
    )


@pytest.mark.parametrize(
    ("as_of", "held", "later"),
    [
        # known on 01-11 is not yet known on the morning of 01-11
        ("01-11", ["2023-03-16", "2023-03-16"], 2),
        ("01-12", ["2023-02-20", "2023-03-16"], 1),
        ("03-01", ["2023-02-24", "2023-03-16"], 0),
        ("2022-01-01", [], 4),
    ],
)
def test_edition_that_holds_is_marked(as_of: str, held: list[str], later: int) -> None:
    """The edition that holds as of a day is marked; later ones are said to be later."""
    text = draw_editions(100, as_of=as_of)
    assert [line.split()[2] for line in text.splitlines() if line.startswith("  * ")] == held
    assert text.count("(later)") == later


def test_no_editions() -> None:
    """A flight of which nothing was known has no editions to show."""
    held = editions_of(Facts(), "soyuz-ms-23", AS_OF)
    text = editions_table("soyuz-ms-23", (), held, AS_OF, make_context(), 80, False)
    assert text == "Soyuz MS-23, editions known: * holds as of 2023-01-11\n"


def test_check_without_findings() -> None:
    """A clean check says so in one line."""
    assert check_report("7f3a", (), (), 80, False) == "Clean: no rule is broken. Run 7f3a.\n"


def test_check_with_told_findings_only() -> None:
    """Days without a seat that the plan tells of are no breach, but never called clean."""
    text = check_report("7f3a", FINDINGS, (), 80, False)
    assert text.startswith("No rule is broken, but the plan tells of 1 finding. Run 7f3a.\n")
    assert "  LB-1  safety  rubio has no seat" in text
