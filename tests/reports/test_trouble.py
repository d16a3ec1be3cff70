"""Infeasible, undecided and feasible runs are told apart, in words that cannot be mistaken."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scheduler.domain import Conflict, Relaxation, Run, Verdict, WaiverNeed
from scheduler.reports import render
from tests.reports.example import GOALS, goal, make_run, part
from tests.reports.example_endings import (
    make_feasible_run,
    make_infeasible_run,
    make_quiet_run,
    make_undecided_run,
)
from tests.reports.example_ships import make_context


def draw(run: Run, width: int = 100) -> str:
    """Draw a run."""
    return render(run, make_context(), width=width)


def section(text: str, title: str) -> str:
    """Give one section of a report, on one line."""
    [found] = [block for block in text.split("\n\n") if block.startswith(title)]
    return " ".join(found.split())


def test_conflict_is_a_sentence_a_line() -> None:
    """Each requirement stands with its reference, its class in words and its sentence."""
    lines = draw(make_infeasible_run(), 120).splitlines()
    for line in (
        "  LB-1     safety         Frank Rubio has a seat no worse than G3 on every day aboard.",
        "  VL-1     certification  Soyuz MS-23 lands within 210 days of its launch.",
        "  what-if  agreement      Soyuz MS-23 launches on 2023-02-20 or later.",
        "                          config/what-if/ms-22-leak.yaml:18",
    ):
        assert line in lines


def test_only_demands_have_a_place() -> None:
    """Where a requirement is written is told for the what-if's own demands only."""
    assert draw(make_infeasible_run()).count("config/what-if") == 1


@pytest.mark.parametrize(
    ("is_irreducible", "is_reproved", "words"),
    [
        (True, True, "Each is needed: without any one of them the rest can hold; proved again"),
        (False, True, "Not proved irreducible: some of them may have no part in it; proved again"),
        (True, False, "without any one of them the rest can hold; not proved a second time."),
    ],
)
def test_how_sure_a_conflict_is(is_irreducible: bool, is_reproved: bool, words: str) -> None:
    """What is not proved of a conflict is said."""
    run = make_infeasible_run()
    assert run.conflict
    run = replace(run, conflict=Conflict(run.conflict.requirements, is_irreducible, is_reproved))
    assert words in section(draw(run), "Why there is no plan")


def test_infeasible_without_a_conflict() -> None:
    """Infeasible stays proved when no conflict was found."""
    text = draw(replace(make_infeasible_run(), conflict=None, relaxations=()))
    assert "It is proved that no plan keeps every rule" in section(text, "Why there is no plan")
    assert "What a waiver would bring" not in text


def test_infeasible_shows_no_plan() -> None:
    """Charts and tables are left out where there is no plan; the ways out follow the conflict."""
    titles = [block.splitlines()[0] for block in draw(make_infeasible_run()).split("\n\n")][1:]
    assert titles == ["Why there is no plan", "Ways out: the cheapest first"]


def test_relaxation_in_its_own_words() -> None:
    """A relaxation's text is printed as it is."""
    found = section(draw(make_run()), "What a waiver would bring")
    assert "- LB-4 for SpaceX Crew-5 by 1 seat (safety, NASA): 2 person-days without" in found


def test_relaxation_read_from_a_document() -> None:
    """Without its text a relaxation is worded from its waivers."""
    needs = (
        WaiverNeed("VL-1", "soyuz-ms-23", 9, "days", "C", "Roscosmos"),
        WaiverNeed("LB-4", "crew-5", 1, "seats", "S", ""),
    )
    run = replace(make_quiet_run(), relaxations=(Relaxation(needs, "feasible"),))
    assert section(draw(run), "What a waiver") == (
        "What a waiver would bring - VL-1 for Soyuz MS-23 by 9 days (certification, Roscosmos)"
        " and LB-4 for SpaceX Crew-5 by 1 seat (safety): then feasible."
    )


def test_ways_out_of_an_infeasible_case() -> None:
    """In their own words, or as a document tells them; who plans them is said."""
    needs = (WaiverNeed("VL-1", "soyuz-ms-23", 9, "days", "C", "Roscosmos"),)
    found = (Relaxation(needs, "feasible", "soyuz-ms-23: 219 days"), Relaxation(needs, "feasible"))
    run = replace(make_infeasible_run(), relaxations=found)
    assert section(draw(run), "Ways out") == (
        "Ways out: the cheapest first - Soyuz MS-23: 219 days"
        " - VL-1 for Soyuz MS-23 by 9 days (certification, Roscosmos)."
        " rotation explain plans each of them, and writes it as a what-if file."
    )


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "What is taken as given cannot hold by itself; proved again in a fresh model."),
        (1, "1 requirement cannot hold, whatever else is left out; proved again in a fresh"),
        (2, "2 requirements cannot hold together. Each is needed: without any one of them"),
    ],
)
def test_how_many_are_in_a_conflict(number: int, words: str) -> None:
    """One is enough where it cannot hold at all, none where the facts cannot."""
    run = make_infeasible_run()
    assert run.conflict
    conflict = replace(run.conflict, requirements=run.conflict.requirements[:number])
    text = section(draw(replace(run, conflict=conflict)), "Why there is no plan")
    assert words in text
    assert ("what it says" in text) is (number > 0)


def test_many_members_that_were_not_shrunk_are_counted() -> None:
    """Nobody can use a list of everything; a short one is shown for what it is worth."""
    run = make_infeasible_run()
    assert run.conflict
    for number, is_listed in ((30, True), (31, False)):
        conflict = Conflict(run.conflict.requirements[:1] * number, False, True)
        text = section(draw(replace(run, conflict=conflict)), "Why there is no plan")
        assert f"{number} requirements cannot hold together. Not proved irreducible" in text
        assert ("what it says" in text) is is_listed
        assert ("The time ran out before they were fewer" in text) is not is_listed


def test_undecided_is_never_infeasible() -> None:
    """An undecided run says that nothing is proved, and nothing else."""
    text = " ".join(draw(make_undecided_run()).split())
    assert "Nothing is proved: there may be a plan, and there may be none." in text
    assert "nfeasible" not in text


def test_feasible_says_what_gap_remains() -> None:
    """Time ran out: the first open part with its gap, what is proved, how much is open."""
    # longest is 183, proved no better than 170: 13 remain; total and margin are open, too
    assert section(draw(make_feasible_run()), "What is not proved") == (
        "What is not proved The time ran out. The plan below keeps every rule, but a better one"
        " may exist. The first open part is extension, longest: 183 here, at best 170, a gap of"
        " 13. Proved: seats, staffing, change and handover. 2 parts after it are open, too."
    )


def test_feasible_with_one_open_part() -> None:
    """One open part has none after it."""
    run = replace(make_feasible_run(), goals=(goal("seats", part("G4", 2, 0)),))
    told = section(draw(run), "What is not proved")
    assert told.endswith("The first open part is seats, G4: 2 here, at best 0, a gap of 2.")


def test_feasible_without_open_parts() -> None:
    """Where no part is known to be open, none is named."""
    run = replace(make_feasible_run(), goals=GOALS)
    assert section(draw(run), "What is not proved").endswith("a better one may exist.")


def test_proved_plan_has_no_trouble() -> None:
    """An optimal plan speaks of no doubt."""
    text = draw(replace(make_quiet_run(), verdict=Verdict.OPTIMAL))
    assert "What is not proved" not in text
