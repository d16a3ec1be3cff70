"""The run document, for any run at all and for any junk at all."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from scheduler.documents.run import document_of, document_text, run_of, run_of_text
from scheduler.domain import (
    AboardSpan,
    Conflict,
    Finding,
    FlightPlan,
    GoalResult,
    Grade,
    Handover,
    Inputs,
    LifeUse,
    PartResult,
    Plan,
    PortStay,
    Relaxation,
    Requirement,
    Run,
    SeatSpan,
    SolverInfo,
    Stay,
    Verdict,
    WaiverNeed,
    WaiverUse,
)
from scheduler.errors import DocumentError
from tests.documents.full_run import FULL_TEXT

days = st.dates(date(1998, 11, 20), date(2100, 1, 1))
texts = st.text(st.characters(codec="utf-8"), max_size=8)
whole = st.integers(-9999, 9999)
classes = st.sampled_from("SCFAP")
spans = st.lists(days, min_size=2, max_size=2).map(sorted)


def tuples(inner: SearchStrategy[Any]) -> SearchStrategy[tuple[Any, ...]]:
    """Make tuples of a few."""
    return st.lists(inner, max_size=2).map(tuple)


def maybe(inner: SearchStrategy[Any]) -> SearchStrategy[Any]:
    """Make something or nothing."""
    return st.none() | inner


def spanned(make: Callable[..., Any], **parts: SearchStrategy[Any]) -> SearchStrategy[Any]:
    """Make something that has a first day and a day after its last."""
    return st.tuples(spans, st.fixed_dictionaries(parts)).map(
        lambda drawn: make(from_on=drawn[0][0], to_on=drawn[0][1], **drawn[1])
    )


@st.composite
def flight_plans(draw: st.DrawFn, flight_id: str) -> FlightPlan:
    """Make a flight whose days, as far as it has them, follow one another."""
    follow = draw(st.lists(days, min_size=4, max_size=4).map(sorted))
    launch_on, dock_on, undock_on, land_on = (draw(maybe(st.just(day))) for day in follow)
    return FlightPlan(
        flight=flight_id,
        vehicle_type=draw(texts),
        status=draw(st.sampled_from(["docked", "planned", "waiting", "cancelled"])),
        launch_on=launch_on,
        dock_on=dock_on,
        undock_on=undock_on,
        land_on=land_on,
        ports=draw(tuples(spanned(PortStay, port=texts))),
        crew_up=draw(tuples(texts)),
        crew_down=draw(tuples(texts)),
        hull=draw(maybe(texts)),
        published=draw(
            st.dictionaries(st.sampled_from(["launch", "dock", "undock", "land"]), days)
        ),
        changed=draw(tuples(texts)),
        life=draw(maybe(st.builds(LifeUse, whole, whole, whole))),
    )


findings = spanned(
    Finding,
    ref=st.sampled_from(["VL-1", "PT-1"]),
    rule=texts,
    hardness=classes,
    subject=texts,
    text=texts,
) | st.builds(Finding, st.just("LB-1"), texts, classes, texts, texts, is_told=st.just(True))
plans = st.builds(
    Plan,
    flights=st.lists(texts, max_size=2, unique=True).flatmap(
        lambda ids: st.tuples(*(flight_plans(flight_id) for flight_id in ids))
    ),
    stays=tuples(
        spanned(
            Stay,
            person=texts,
            up=maybe(texts),
            down=maybe(texts),
            days=maybe(whole),
            planned_to_on=maybe(days),
            extension_days=maybe(whole),
        )
    ),
    seats=tuples(
        spanned(SeatSpan, person=texts, flight=maybe(texts), grade=st.sampled_from(Grade))
    ),
    handovers=tuples(st.builds(Handover, texts, texts, texts, st.booleans(), whole)),
    aboard=tuples(spanned(AboardSpan, people=whole, by_segment=st.dictionaries(texts, whole))),
)
requirements = st.builds(Requirement, texts, texts, classes, texts, texts, texts)
needs = st.builds(WaiverNeed, texts, texts, whole, texts, classes, texts)


@st.composite
def runs(draw: st.DrawFn) -> Run:
    """Make a run; one without a plan has a verdict that says so."""
    as_of, until = draw(spans)
    verdict = draw(st.sampled_from(Verdict))
    has_plan = verdict in (Verdict.OPTIMAL, Verdict.FEASIBLE)
    return Run(
        id=draw(texts),
        title=draw(texts),
        station=draw(texts),
        as_of=as_of,
        until=until,
        verdict=verdict,
        plan=draw(plans) if has_plan else None,
        goals=draw(
            tuples(
                st.builds(
                    GoalResult,
                    texts,
                    st.booleans(),
                    tuples(st.builds(PartResult, texts, whole, whole, st.booleans())),
                )
            )
        ),
        solver=draw(st.builds(SolverInfo, texts, texts, st.floats(0, 1e6, allow_nan=False), whole)),
        inputs=draw(st.builds(Inputs, texts, tuples(texts))),
        waivers=draw(
            tuples(
                st.builds(
                    WaiverUse,
                    texts,
                    texts,
                    whole,
                    maybe(whole),
                    maybe(whole),
                    texts,
                    texts,
                    st.booleans(),
                )
            )
        ),
        findings=draw(tuples(findings)),
        conflict=draw(
            maybe(st.builds(Conflict, tuples(requirements), st.booleans(), st.booleans()))
        ),
        relaxations=draw(
            tuples(st.builds(Relaxation, tuples(needs), st.sampled_from(list(map(str, Verdict)))))
        ),
    )


@settings(deadline=None)
@given(run=runs())
def test_any_run_comes_back_from_its_text(run: Run) -> None:
    """Writing and reading are each other's inverse, and writing again gives the same text."""
    text = document_text(run)
    again = run_of_text(text, "run.json")
    assert again == run
    assert document_text(again) == text


@settings(deadline=None)
@given(path=st.data(), junk=st.sampled_from([None, 7, -1.5, True, "x", [], {}, [[]], {"x": {}}]))
def test_any_junk_anywhere_is_read_or_told(path: st.DataObject, junk: object) -> None:
    """Whatever stands wherever, the reader gives a run or a complaint, never a crash."""
    document = json.loads(FULL_TEXT)
    inside: Any = document
    while True:
        keys = list(inside) if isinstance(inside, dict) else list(range(len(inside)))
        key = path.draw(st.sampled_from(keys))
        below = inside[key]
        if not isinstance(below, dict | list) or not below or path.draw(st.booleans()):
            break
        inside = below
    inside[key] = junk
    with suppress(DocumentError):
        run = run_of(document, "run.json")
        assert run_of(document_of(run), "run.json") == run
