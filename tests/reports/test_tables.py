"""The plain tables: stays, handovers, waivers, life margins, goals, findings."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scheduler.domain import Finding, Handover, LifeUse, Plan, Run, Stay
from scheduler.reports import render
from tests.reports.example import GOALS, make_run
from tests.reports.example_endings import make_feasible_run, make_quiet_run
from tests.reports.example_ships import make_context, make_flight


def section(run: Run, title: str, width: int = 120) -> list[str]:
    """Give the lines of one section, none when it is left out."""
    blocks = render(run, make_context(), width=width).split("\n\n")
    found = [block for block in blocks if block.startswith(title)]
    return found[0].splitlines() if found else []


def test_stays_show_the_extension() -> None:
    """People with one stay share a row; the longest extended stand first."""
    lines = section(make_run(), "Stays")
    told = "Petelin, Prokopyev, Rubio MS-22 MS-23 2022-09-21 2023-09-27 371 2023-03-28 +183 d"
    assert " ".join(lines[2].split()) == told
    assert lines[3].endswith("2023-03-07        0 d")
    assert lines[4].endswith("-")  # not aboard at as_of: no extension is counted


def test_stays_at_80_columns_drop_the_published_landing() -> None:
    """The least important column goes, names stay whole."""
    lines = section(make_run(), "Stays", 80)
    assert "planned to" not in lines[1]
    assert "extension" in lines[1]
    assert not any("…" in line for line in lines)


def test_stay_of_somebody_who_waits_is_left_out() -> None:
    """Who has no ship has no stay to show."""
    stay = Stay("rubio", None, None, None, None, None, None, None)
    assert section(replace(make_quiet_run(), plan=Plan(stays=(stay,))), "Stays") == []


def test_handovers() -> None:
    """Direct ones show their overlap, indirect ones their gap."""
    pairs = (
        Handover("dragon", "crew-5", "crew-6", True, 7),
        Handover("soyuz", "soyuz-ms-22", "soyuz-ms-23", False, 1),
    )
    assert section(replace(make_quiet_run(), plan=Plan(handovers=pairs)), "Handovers")[2:] == [
        "  dragon  SpaceX Crew-5  SpaceX Crew-6  direct, 7 days of overlap",
        "  soyuz   Soyuz MS-22    Soyuz MS-23    indirect, 1 day of gap",
    ]


def test_waivers_show_who_signs_and_why() -> None:
    """The needed waiver stands first, with limit, bound, use, authority and reason."""
    lines = section(make_run(), "Waivers")
    assert lines[2].split() == ["VL-1", "Soyuz", "MS-23", "210", "220", "219", "yes"]
    assert lines[3].startswith("    Roscosmos state commission: the ship was inspected")
    assert lines[-2].split()[-4:] == ["11", "12", "11", "no"]
    assert "International Space Station" in lines[-2]


def test_waiver_without_numbers() -> None:
    """A waiver whose use or limit is not known shows that."""
    waiver = replace(make_run().waivers[0], used=None, limit=None, authority="", reason="why not")
    lines = section(replace(make_run(), waivers=(waiver,)), "Waivers")
    assert lines[2].split()[-4:] == ["-", "12", "-", "no"]
    assert lines[3] == "    why not"


@pytest.mark.parametrize(
    ("margin", "mark"), [(10, "10 d"), (9, "9 d !"), (0, "0 d !"), (-3, "-3 d !")]
)
def test_thin_margins_are_marked(margin: int, mark: str) -> None:
    """Under ten days of life left is marked, in more than colour."""
    days = "2022-10-05 2022-10-06 03-06 03-07"
    life = LifeUse(210 - margin, 210, margin)
    flight = replace(make_flight("crew-5", days, "harmony-forward"), life=life)
    lines = section(replace(make_quiet_run(), plan=Plan((flight,)), waivers=()), "Life")
    assert lines[2].split("210 d ")[-1].split() == mark.split()


def test_thinnest_margin_first_and_waived_limit_said() -> None:
    """The ship with the least margin stands first; a limit that a waiver moved says so."""
    lines = section(make_run(), "Life")
    assert " ".join(lines[2].split()) == "Soyuz MS-23 219 d 220 d 1 d ! limit by waiver"
    assert [line.split()[-2] for line in lines[3:]] == ["10", "11", "20", "20", "22", "57"]


def test_cargo_ships_with_time_to_spare_are_counted() -> None:
    """A cargo ship far from the end of its life takes no row; one that comes near it does."""
    flights = [
        replace(make_flight(f"ng-{n}", "08-02 08-04 12-22 12-23", "unity-nadir"), life=life)
        for n, life in enumerate(
            (LifeUse(143, 250, 107), LifeUse(221, 250, 29), LifeUse(220, 250, 30))
        )
    ]
    lines = section(replace(make_quiet_run(), plan=Plan(tuple(flights))), "Life")
    assert [line.split()[0] for line in lines[2:]] == ["ng-1", "2"]
    assert lines[-1] == "  2 cargo ships: 30 d or more to spare."


def test_goals_in_order_with_value_and_bound() -> None:
    """Every part shows its value, its bound and whether the two are proved to meet."""
    rows = [line.split() for line in section(make_run(), "Goals")[2:]]
    assert rows[0] == ["seats", "G4", "2", "2", "proved"]
    assert rows[1] == ["G3", "92", "92", "proved"]
    assert rows[-1] == ["earliest", "proved"]
    assert len(rows) == sum(max(len(goal.parts), 1) for goal in GOALS)


def test_open_goals_say_so() -> None:
    """A part that is not proved shows the bound that is."""
    rows = [line.split() for line in section(make_feasible_run(), "Goals")]
    assert ["extension", "longest", "183", "170", "open"] in rows


def test_findings_hardest_first() -> None:
    """Findings stand by class, in words."""
    findings = tuple(Finding("X-1", "x", cls, "iss", f"Text {cls}.") for cls in "PCS")
    lines = section(replace(make_quiet_run(), findings=findings), "Findings")
    assert [line.split()[1] for line in lines[2:]] == ["safety", "certification", "preference"]


def test_empty_sections_are_left_out() -> None:
    """A run that has nothing to say beyond its verdict is four lines and a heading."""
    text = render(replace(make_quiet_run(), plan=Plan()), make_context())
    assert text.count("\n\n") == 1
    for title in ("Ports", "People", "Flights", "Stays", "Seats", "Handovers", "Waivers", "Life"):
        assert title not in text
