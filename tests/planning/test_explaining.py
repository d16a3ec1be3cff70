"""Explaining: ways out that lead where they say, questions laid over the case they are asked of."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from scheduler.domain import Contrast, Difference, Explanation, Run, Verdict
from scheduler.planning import (
    Case,
    Limits,
    Wanted,
    asked_case,
    explain,
    explaining,
    plan,
    read_case,
    why_not,
)
from scheduler.scenarios import Question
from scheduler.shelf import Shelf
from scheduler.solve import Outcome
from tests.cli.small_world import FACTS, small
from tests.planning.conftest import unheard

ONE_WORKER = Limits(workers=1)


def explained(name: str, wanted: Wanted | None = None) -> Explanation:
    """Explain a what-if of the small world; a way out is to stand beside it."""
    case = read_case(small(name), FACTS)
    return explain(case, "why", ONE_WORKER, wanted or Wanted(), (f"{name}.yaml",), unheard)


def asked(question: str, name: str = "plain") -> Contrast:
    """Ask a question about a what-if of the small world."""
    case, other, read = posed(question, name)
    return why_not(read, case, other, "asked", ONE_WORKER, unheard)


def posed(question: str, name: str) -> tuple[Case, Case, Question]:
    """Read a case, the case that a question asks about, and the question."""
    case = read_case(small(name), FACTS)
    read, other = asked_case(question, case, small(name), (f"{name}.yaml",), FACTS)
    return case, other, read


def read_beside(texts: dict[str, str], top: str) -> Case:
    """Read a what-if held in memory as if it stood beside those of the small world."""
    shelf = Shelf({str(small(name)): text for name, text in texts.items()})
    return read_case(small(top), FACTS, shelf=shelf)


def as_shown(run: Run) -> Run:
    """Leave out what tells one run from another of the same plan: its id, inputs, title, time."""
    inputs = replace(run.inputs, fingerprint="", files=(), texts={})
    solver = replace(run.solver, seconds=0)
    return replace(run, id="", title="", inputs=inputs, solver=solver, relaxations=())


@pytest.mark.parametrize("name", ["too-late", "nobody-waits"])
def test_the_file_of_a_way_out_gives_the_plan_that_was_shown(name: str) -> None:
    """One input has one plan, and the file is the same input as the relaxation."""
    found = explained(name)
    assert found.run.verdict is Verdict.INFEASIBLE
    assert found.ways
    for way in found.ways:
        again = plan(read_beside({"way": way.what_if}, "way"), "again", ONE_WORKER, unheard)
        assert way.run is not None
        shown = as_shown(way.run)
        assert replace(as_shown(again), waivers=()) == replace(shown, waivers=())
        uses = [replace(use, reason="") for use in again.waivers]
        assert uses == [replace(use, reason="") for use in shown.waivers]


def test_a_way_out_says_how_its_plan_ended() -> None:
    """Each is proved optimal, and the run of the case lists the same relaxations."""
    found = explained("too-late")
    assert [way.relaxation.verdict_after for way in found.ways] == ["optimal", "optimal"]
    assert found.run.relaxations == tuple(way.relaxation for way in found.ways)
    assert found.run.conflict == found.conflicts[0]


def test_a_way_out_that_leads_nowhere_is_our_bug(monkeypatch: pytest.MonkeyPatch) -> None:
    """It was proved to open the case, so it must not be told and not be silently dropped."""
    monkeypatch.setattr(explaining, "search", lambda *_: Outcome(Verdict.INFEASIBLE, None))
    with pytest.raises(AssertionError, match="A way out leads nowhere: Soyuz 1"):
        explained("too-late")


def test_a_way_out_without_time_to_plan_it_has_no_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """It stays a way out: that a plan exists is proved, only none was made."""
    monkeypatch.setattr(explaining, "search", lambda *_: Outcome(Verdict.UNDECIDED, None))
    ways = explained("too-late").ways
    assert [way.run for way in ways] == [None, None]
    assert [way.relaxation.verdict_after for way in ways] == ["feasible", "feasible"]


def test_a_case_with_a_plan_has_nothing_to_explain() -> None:
    """The verdict is feasible, because no plan is made; labels of what was asked stay empty."""
    found = explained("plain", Wanted(is_smallest=True, most_conflicts=5))
    assert found.run.verdict is Verdict.FEASIBLE
    assert found.run.plan is None
    assert (found.conflicts, found.ways) == ((), ())
    assert (found.is_smallest, found.are_all, found.are_ways_all) == (None, None, None)


def test_a_question_that_is_kept_already_changes_nothing() -> None:
    """The two plans are one plan."""
    found = asked("soyuz-1 undocks on 2023-06-20")
    assert found.difference == Difference()
    assert found.plan.plan == found.asked.plan


def test_a_question_is_laid_over_its_case() -> None:
    """Of both only the question's demands differ; they name their place in the question."""
    case, other, read = posed("soyuz-1 undocks on 2023-06-25", "leak")
    known = {(one.kind, one.subject) for one in case.problem.demands}
    new = [one for one in other.problem.demands if (one.kind, one.subject) not in known]
    assert [(one.subject, one.at) for one in new] == [("soyuz-1", "question:1:1")]
    assert len(other.problem.demands) == len(known) + 1
    assert [span.flight for span in other.problem.health_spans] == ["soyuz-1"]
    assert 'under: ["leak.yaml"]' in read.what_if


def test_a_question_is_read_the_same_from_its_file() -> None:
    """What is saved asks the same, but for the places of its demands."""
    _, other, read = posed("soyuz-1 undocks by 2023-06-15", "plain")
    again = read_beside({"asked": read.what_if}, "asked").problem
    demands = tuple(replace(one, at="question:1:1") for one in again.demands)
    assert replace(again, demands=demands) == other.problem


def test_an_impossible_question_comes_with_its_conflict_and_ways_out() -> None:
    """Nothing is compared with a plan that does not exist."""
    found = asked("soyuz-1 undocks on 2023-08-20")
    assert found.plan.verdict is Verdict.OPTIMAL
    assert found.asked.verdict is Verdict.INFEASIBLE
    assert found.asked.conflict
    assert found.difference is None
    assert found.ways


def test_a_way_out_of_a_question_lies_over_the_question() -> None:
    """Both files together give the plan that was shown."""
    found = asked("soyuz-1 undocks on 2023-08-20")
    for way in found.ways:
        case = read_beside({"asked": found.what_if, "way": way.what_if}, "way")
        again = plan(case, "again", ONE_WORKER, unheard)
        assert way.run is not None
        assert again.plan == way.run.plan


def test_whether_a_question_has_other_ways_out_is_told() -> None:
    """No number gives way to four people in a ship for three, and that is known."""
    found = asked("carter returns on soyuz-2")
    assert (found.ways, found.are_ways_all) == ((), True)


def test_a_question_to_a_case_without_a_plan() -> None:
    """The case itself is infeasible; the conflict of what was asked is told, not a difference."""
    found = asked("soyuz-2 launches on 2023-06-12", "too-late")
    assert found.plan.verdict is found.asked.verdict is Verdict.INFEASIBLE
    assert found.difference is None
    assert found.asked.conflict


def test_an_undecided_question_is_not_explained(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is proved, so nothing is blamed."""
    monkeypatch.setattr(explaining, "search", lambda *_: Outcome(Verdict.UNDECIDED, None))
    found = asked("soyuz-1 undocks on 2023-08-20")
    assert found.asked.verdict is Verdict.UNDECIDED
    assert found.asked.conflict is None
    assert found.ways == ()


def test_a_question_about_a_what_if_elsewhere_names_its_path(tmp_path: Path) -> None:
    """What is read and what is saved may stand in different folders."""
    mine = tmp_path / "mine.yaml"
    mine.write_text(small("plain").read_text("utf-8"), "utf-8")
    case = read_case(mine, FACTS)
    read, other = asked_case("soyuz-2 stays home", case, mine, ("../mine.yaml",), FACTS)
    assert 'under: ["../mine.yaml"]' in read.what_if
    assert [flight.id for flight in other.problem.cancelled] == ["soyuz-2"]
