"""Judging: what a run says of itself, and documents of any kind without a crash."""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scheduler.documents.run import document_of, run_of
from scheduler.domain import Conflict, PartResult, Run, Verdict
from scheduler.errors import InputError
from scheduler.planning import Case, Limits, judge, plan
from tests.planning.conftest import unheard

Place = tuple[str | int, ...]
STRANGE = (None, "zzz", 0, -5, 3, True, "2023-05-05", "1999-01-01", "2030-01-01", "soyuz-1", "G4")


def told(run: Run, case: Case) -> list[str]:
    """List what is wrong with a run."""
    return [finding.text for finding in judge(run, case).findings if not finding.is_told]


def test_our_own_run_is_clean(leak: Case, leak_run: Run) -> None:
    """Nothing is found, nothing is remarked."""
    judgement = judge(leak_run, leak)
    assert judgement.is_clean
    assert judgement.notes == ()
    assert judgement.run == "the-leak"


def test_an_infeasible_run_has_nothing_to_judge(leak: Case) -> None:
    """Its frame is looked at all the same."""
    strict = replace(leak, problem=replace(leak.problem, least_grade="G3"))
    run = plan(strict, "none", Limits(workers=1), unheard)
    assert judge(run, leak).notes == ("There is no plan to judge.",)
    assert told(replace(run, station="mir"), leak) == [
        "The run's station is mir; the case's is iss."
    ]


@pytest.mark.parametrize(
    ("verdict", "text"),
    [
        (Verdict.FEASIBLE, "The verdict is feasible, but every goal is told as proved."),
        (Verdict.INFEASIBLE, "There is a plan, so neither the verdict infeasible nor a conflict"),
        (Verdict.UNDECIDED, "There is a plan, so neither the verdict undecided nor a conflict"),
    ],
)
def test_a_verdict_that_does_not_fit_is_found(
    verdict: Verdict, text: str, leak: Case, leak_run: Run
) -> None:
    """All goals are proved, so only one verdict fits."""
    assert told(replace(leak_run, verdict=verdict), leak)[0].startswith(text)


def test_a_conflict_beside_a_plan_is_found(leak: Case, leak_run: Run) -> None:
    """Requirements that hold together are in no conflict."""
    [text] = told(replace(leak_run, conflict=Conflict((), True, True)), leak)
    assert text == "There is a plan, so neither the verdict optimal nor a conflict fits it."


@pytest.mark.parametrize(
    ("part", "texts"),
    [
        (PartResult("days", 10, 9, True), ["10 with a bound of 9, told as proved."]),
        (PartResult("days", 10, 11, False), ["10 with a bound of 11.", "not every part of it is."]),
        (PartResult("days", 10, 9, False), ["not every part of it is."]),
    ],
)
def test_bounds_and_proofs_fit_each_other(
    part: PartResult, texts: list[str], leak: Case, leak_run: Run
) -> None:
    """A proved part meets its bound, no bound lies above its value, a proved goal has no gap."""
    goals = [
        replace(goal, parts=(part,)) if goal.goal == "margin" else goal for goal in leak_run.goals
    ]
    found = told(replace(leak_run, goals=tuple(goals)), leak)
    assert len(found) == len(texts)
    assert all(one.endswith(end) for one, end in zip(found, texts, strict=True))


def test_a_feasible_run_claims_less(leak: Case, leak_run: Run) -> None:
    """What is not proved need not meet its bound; what is stated must still be counted right."""
    goals = [
        replace(
            goal,
            is_proved=False,
            parts=tuple(replace(part, bound=0, is_proved=False) for part in goal.parts),
        )
        for goal in leak_run.goals
    ]
    cut = replace(leak_run, verdict=Verdict.FEASIBLE, goals=tuple(goals))
    assert told(cut, leak) == []
    optimal = replace(cut, verdict=Verdict.OPTIMAL)
    assert told(optimal, leak) == ["The verdict is optimal, but not every goal is told as proved."]


def test_goals_are_counted_again_in_words(leak: Case, leak_run: Run) -> None:
    """The finding tells both counts, part by part."""
    [first, *others] = leak_run.goals
    parts = tuple(replace(part, value=1, bound=1) for part in first.parts)
    goals = (replace(first, parts=parts), *others)
    [text] = told(replace(leak_run, goals=goals), leak)
    assert text == (
        "The goal seats is G4 9, G3 18, G2 0, G1 0; the run states G4 1, G3 1, G2 1, G1 1."
    )


def test_other_inputs_are_a_note(leak: Case, leak_run: Run) -> None:
    """A plan may be judged by other facts; that it is, is said."""
    other = replace(leak_run, inputs=replace(leak_run.inputs, fingerprint="sha256:0"))
    judgement = judge(other, leak)
    assert judgement.is_clean
    assert judgement.notes == ("The run was made from other inputs than those it is judged by.",)


def places(value: Any, *way: str | int) -> Iterator[Place]:  # noqa: ANN401  (JSON)
    """Walk every value of a document that is no object."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from places(inner, *way, key)
        return
    yield way
    for number, inner in enumerate(value if isinstance(value, list) else ()):
        yield from places(inner, *way, number)


def damaged(document: Any, place: Place, value: object) -> Any:  # noqa: ANN401  (JSON)
    """Give a copy with one value in another's place; of a list, drop or double the first."""
    copy = deepcopy(document)
    part = copy
    for step in place[:-1]:
        part = part[step]
    if not isinstance(part[place[-1]], list):
        part[place[-1]] = value
    elif part[place[-1]]:
        part[place[-1]] = part[place[-1]][1:] if value is None else [part[place[-1]][0]] * 2
    return copy


@settings(max_examples=150)
@given(data=st.data())
def test_no_document_crashes_the_checker(data: st.DataObject, leak: Case, leak_run: Run) -> None:
    """Whatever can be read as a run is judged; ids, days and counts may be anybody's."""
    document = json.loads(json.dumps(document_of(leak_run)))
    spots = sorted(places(document), key=str)
    for _ in range(data.draw(st.integers(1, 3))):
        place = data.draw(st.sampled_from(spots))
        try:
            document = damaged(document, place, data.draw(st.sampled_from(STRANGE)))
        except (IndexError, KeyError, TypeError):
            continue  # an earlier damage took the place away
    try:
        run = run_of(document, "run.json")
    except InputError:
        return
    judge(run, leak)
