"""Answers to why and why not in words: each ending is said once, and cannot be mistaken."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scheduler.domain import Contrast, Run
from scheduler.reports import contrast_report, explanation_report
from tests.reports.answers import (
    make_contrast,
    make_explanation,
    make_explanation_of_all,
    make_impossible_contrast,
    make_june_run,
)
from tests.reports.example import make_run
from tests.reports.example_endings import make_feasible_run, make_infeasible_run, make_undecided_run
from tests.reports.example_ships import make_context


def told(contrast: Contrast, width: int = 100) -> str:
    """Draw the answer to a question, on one line."""
    return " ".join(contrast_report(contrast, make_context(), width, colour=False).split())


def between(plan: Run, asked: Run) -> Contrast:
    """Make the answer to a question from two runs."""
    return make_contrast(asked, plan)


def test_what_costs_nothing_and_brings_something_is_better() -> None:
    """Asked the other way round, June is the plan and September would be the better one."""
    answer = told(between(make_june_run(), make_run()))
    assert "Possible, and better, proved: soyuz-ms-24 launches by 2023-06-07" in answer
    assert "It gives 33 days moved instead of 311. It costs 183 days in the longest" in answer


def test_other_dates_at_the_same_price() -> None:
    """A tie: no goal differs, and the flights that do are shown."""
    run = make_run()
    answer = told(between(run, replace(make_june_run(), goals=run.goals)))
    assert "Possible at no price: soyuz-ms-24" in answer
    assert "No goal is the worse for it." in answer
    assert "Goals that differ" not in answer
    assert "Flights that differ: 2 flights" in answer


def test_a_long_price_is_cut_short() -> None:
    """The first three parts stand in the sentence, the rest in the table."""
    run = make_run()
    dearer = tuple(
        replace(goal, parts=tuple(replace(part, value=part.value + 1) for part in goal.parts))
        for goal in run.goals
    )
    # seats has four parts, staffing two, change three, handover two, extension two, margin one
    # and moves two: sixteen, of which three are told
    answer = told(between(run, replace(run, goals=dearer)))
    assert (
        "It costs 3 person-days without a seat instead of 2, 93 person-days with a place in an "
        "emergency-only ship instead of 92, 45 person-days with an improvised place instead of 44 "
        "and 13 more below." in answer
    )


def test_a_first_goal_has_none_before_it() -> None:
    """Where seats differ nothing ranks higher; one of two goals before ranks alone."""
    run = make_run()
    seats, staffing, *rest = run.goals
    worse = replace(seats, parts=(replace(seats.parts[0], value=1), *seats.parts[1:]))
    answer = told(between(run, replace(run, goals=(worse, staffing, *rest))))
    assert "It gives 1 person-day without a seat instead of 2." in answer
    assert "Unchanged" not in answer
    missing = replace(staffing, parts=(replace(staffing.parts[0], value=3), staffing.parts[1]))
    answer = told(between(run, replace(run, goals=(seats, missing, *rest))))
    assert "It costs 3 person-days missing in RS instead of 0." in answer
    assert "Unchanged: seats, which ranks before that." in answer


def test_a_plan_only_with_the_question() -> None:
    """The case has none without it; there is nothing to compare."""
    answer = told(between(make_infeasible_run(), make_june_run()))
    assert "Possible: soyuz-ms-24 launches by 2023-06-07" in answer
    assert "Without the question the case has no plan; with it there is one." in answer
    assert "differ" not in answer


def test_a_conflict_that_the_question_has_no_part_in() -> None:
    """There was no plan before it was asked."""
    answer = told(between(make_infeasible_run(), make_infeasible_run()))
    assert "Impossible, proved" in answer
    assert "The case has no plan without the question, either; rotation explain says" in answer


@pytest.mark.parametrize(
    ("plan", "words"),
    [
        (make_undecided_run(), "Whether there is a plan without the question was not decided"),
        (make_feasible_run(), "The plan without the question is not proved optimal, so neither"),
    ],
)
def test_an_open_plan_makes_the_price_open(plan: Run, words: str) -> None:
    """What the question is compared with is told as surely as it is known."""
    assert words in told(between(plan, make_june_run()))


def test_ways_out_that_were_not_asked_for_are_not_missed() -> None:
    """Without an answer to that question nothing is said of ways out."""
    asked = replace(make_infeasible_run(), conflict=make_impossible_contrast().asked.conflict)
    assert "ay out" not in told(make_contrast(asked))


def test_ways_out_that_time_left_open() -> None:
    """Neither found nor excluded: that is said, and it is not "no way"."""
    explanation = replace(make_explanation(), ways=(), are_ways_all=False)
    text = explanation_report(explanation, make_context(), 100, colour=False)
    assert "The time ran out before a way out was found" in text
    assert "No waiver" not in text


def test_one_way_out_is_the_only_one_or_one_of_some() -> None:
    """Only where no other is left it is called the way out."""
    explanation = make_explanation_of_all()
    for are_all, words in ((True, "The way out: the cheapest"), (False, "A way out: the cheapest")):
        found = replace(explanation, are_ways_all=are_all)
        assert f"\n{words}\n" in explanation_report(found, make_context(), 100, colour=False)


def test_many_ways_out_stand_in_several_tables() -> None:
    """Five beside one another fit a terminal; each has its place in one table."""
    explanation = make_explanation()
    ways = tuple(replace(explanation.ways[0], run=make_run()) for _ in range(7))
    found = replace(explanation, ways=ways)
    text = explanation_report(found, make_context(), 80, colour=False)
    heads = [line.split()[2:] for line in text.splitlines() if line.startswith("  goal ")]
    words = [" ".join(head) for head in heads]
    assert words == ["way 1 way 2 way 3 way 4 way 5", "way 6 way 7"]


def test_files_that_were_saved_are_named() -> None:
    """Instead of the hint how to have them."""
    context, files = make_context(), ["ways/asked.yaml", "ways/way-1.yaml"]
    text = contrast_report(make_impossible_contrast(), context, 100, colour=False, saved=files)
    assert text.endswith("\n\nSaved: ways/asked.yaml, ways/way-1.yaml.\n")
    assert "--save" not in text


def test_a_question_without_ways_out_needs_no_hint() -> None:
    """What could be saved is only the question itself."""
    assert "--save" not in told(make_contrast())


@pytest.mark.parametrize("width", [60, 72, 80, 97, 120, 200])
def test_no_line_is_wider_than_asked(width: int) -> None:
    """At any width that can be read."""
    context = make_context()
    drawn = [
        explanation_report(make_explanation(), context, width, colour=False),
        explanation_report(make_explanation_of_all(), context, width, colour=False),
        contrast_report(make_contrast(), context, width, colour=False),
        contrast_report(make_impossible_contrast(), context, width, colour=False),
    ]
    for text in drawn:
        assert max(map(len, text.splitlines())) <= width
