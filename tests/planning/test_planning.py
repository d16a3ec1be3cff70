"""Planning: a plan that the checker rejects is never shown, and its evidence is kept."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

import pytest

from scheduler.documents.run import read_run
from scheduler.domain import Finding, Plan, Problem, Run, Verdict
from scheduler.errors import AuditMismatch
from scheduler.planning import Case, Limits, planning, reasons
from scheduler.rules import RULES, Rule
from tests.cli.small_world import planned, rows
from tests.planning.conftest import unheard


class Objects(Rule):
    """A rule that the solver is not told and that no plan can keep."""

    code: ClassVar[str] = "objects"
    ref: ClassVar[str] = "XX-1"
    hardness: ClassVar[str] = "S"
    sentence: ClassVar[str] = "Nothing is right."
    source: ClassVar[str] = "this test"

    def post(self, board: object) -> None:
        """Tell the solver nothing."""

    def check(self, plan: Plan, problem: Problem) -> Iterator[Finding]:
        """Object to the first flight of any plan."""
        yield self.finding(plan.flights[0].flight, f"{problem.title}: I object.")


@pytest.fixture
def objecting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Add the rule to the catalogue that planning uses."""
    monkeypatch.setattr(planning, "RULES", (*RULES, Objects()))


@pytest.mark.usefixtures("objecting")
def test_a_rejected_plan_stops_the_run_with_its_evidence(
    leak: Case, data_of_the_test: Path
) -> None:
    """The error tells the finding and where run and inputs are kept, so that both can be read."""
    with pytest.raises(AuditMismatch, match=r"This is a bug; the plan is not shown") as caught:
        planning.plan(leak, "rejected", Limits(workers=1), unheard)
    error = caught.value
    assert [finding.ref for finding in error.findings] == ["XX-1"]
    assert "XX-1: Soyuz 1 leaks: I object." in str(error)
    assert error.evidence == data_of_the_test / "evidence" / "rejected"
    assert read_run(error.evidence / "run.json").verdict is Verdict.OPTIMAL
    texts = json.loads((error.evidence / "inputs.json").read_text("utf-8"))
    assert texts == leak.inputs.texts


@pytest.mark.usefixtures("objecting")
def test_a_rejected_plan_is_neither_shown_nor_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The command ends with our error, an empty output and an empty database."""
    with pytest.raises(AuditMismatch):
        planned("plain", "--json", "--database", tmp_path / "kept.db")
    assert capsys.readouterr().out == ""
    assert rows(tmp_path / "kept.db")["runs"] == 0


def test_days_without_a_seat_are_told_and_do_not_stop_a_run(leak_run: Run) -> None:
    """They are in the findings, marked as what a plan may hold."""
    assert [(finding.ref, finding.is_told) for finding in leak_run.findings] == [("LB-1", True)]


def test_a_run_says_what_was_asked_and_by_what_it_was_answered(leak: Case, leak_run: Run) -> None:
    """Title, days, inputs and solver are all in it."""
    assert (leak_run.title, leak_run.station) == ("Soyuz 1 leaks", "iss")
    assert (leak_run.as_of, leak_run.until) == (leak.problem.as_of, leak.problem.until)
    assert leak_run.inputs == leak.inputs
    assert leak_run.solver.name == "ortools-cp-sat"
    assert leak_run.solver.seconds > 0
    assert leak_run.verdict is Verdict.OPTIMAL


def test_an_infeasible_case_is_explained_after_a_second_proof(leak: Case) -> None:
    """The conflict is named with the waivers that would open the case; there is no plan."""
    case = replace(leak, problem=replace(leak.problem, least_grade="G3"))
    run = planning.plan(case, "infeasible", Limits(workers=1), unheard)
    assert run.verdict is Verdict.INFEASIBLE
    assert run.plan is None
    assert run.relaxations
    assert {one.verdict_after for one in run.relaxations} == {"feasible"}
    assert run.conflict is not None
    assert "LB-1" in {member.ref for member in run.conflict.requirements}


def test_without_a_second_proof_nothing_is_called_infeasible(
    leak: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One solver's word is not enough."""
    monkeypatch.setattr(reasons, "prove_infeasible", lambda *_: False)
    case = replace(leak, problem=replace(leak.problem, least_grade="G3"))
    run = planning.plan(case, "undecided", Limits(workers=1), unheard)
    assert run.verdict is Verdict.UNDECIDED
    assert run.conflict is None
