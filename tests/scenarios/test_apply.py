"""A what-if laid over the leak week: what each kind of change makes of the problem."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from scheduler.domain import (
    Demand,
    DemandKind,
    Event,
    EventFact,
    HealthSpan,
    Outage,
    Override,
    Status,
    Waiver,
    published_problem,
)
from scheduler.errors import ScenarioError
from scheduler.paths import PROJECT
from scheduler.scenarios import apply_what_if, read_what_if
from tests.builders import Trip, make_facts, make_station
from tests.scenarios.laying import at, laid
from tests.scenarios.world import FACTS, applied, written


def test_health_is_laid_over_the_facts(tmp_path: Path) -> None:
    """A leaking ship gives two emergency places from the first day of the horizon."""
    problem = laid(
        tmp_path,
        "health, flight: soyuz-ms-22, health: emergency-only, seats: 2, from: 2022-12-15, "
        "why: leak",
    )
    assert problem.health_spans == (
        HealthSpan(
            "soyuz-ms-22", "emergency-only", 2, date(2022, 12, 15), None, at(tmp_path, 6), "leak"
        ),
    )
    assert problem.places_on("soyuz-ms-22", date(2023, 1, 11)).emergency == 2


def test_outage_joins_those_of_the_facts(tmp_path: Path) -> None:
    """An outage may have begun before ``as_of``; it knows its line."""
    problem = laid(
        tmp_path, "outage, kind: launcher, subject: soyuz, from: 2022-12-01, to: 2023-04-01"
    )
    assert problem.outages == (
        Outage("launcher", "soyuz", date(2022, 12, 1), date(2023, 4, 1), at(tmp_path, 6)),
    )


def test_what_is_asked_of_a_person(tmp_path: Path) -> None:
    """Days away and a day to be home are demands; ``down`` opens a ship without forcing it."""
    problem = laid(
        tmp_path,
        "person, person: rubio, must_return_by: 2023-04-01, down: crew-5",
        "person, person: ohara, unavailable: {from: 2023-03-01, to: 2023-04-01}, why: ill",
    )
    assert problem.demands == (
        Demand(DemandKind.RETURN_BY, "rubio", at(tmp_path, 6), day=date(2023, 4, 1)),
        Demand(
            DemandKind.UNAVAILABLE,
            "ohara",
            at(tmp_path, 7),
            day=date(2023, 3, 1),
            to_on=date(2023, 4, 1),
            why="ill",
        ),
    )
    assert problem.opened == {("rubio", "crew-5")}


def test_pinned_leg_opens_the_ship(tmp_path: Path) -> None:
    """Somebody who is to land on a ship of another kind may land on it."""
    problem = laid(tmp_path, "pin, person: rubio, leg: down, flight: crew-5")
    assert problem.demands == (
        Demand(DemandKind.PIN_LEG, "rubio", at(tmp_path, 6), event="down", flight="crew-5"),
    )
    assert problem.opened == {("rubio", "crew-5")}


def test_pinned_way_up_opens_nothing(tmp_path: Path) -> None:
    """A leg up is a demand and no more."""
    problem = laid(tmp_path, "pin, person: ohara, leg: up, flight: soyuz-ms-24")
    assert [(d.kind, d.event) for d in problem.demands] == [(DemandKind.PIN_LEG, "up")]
    assert problem.opened == frozenset()


def test_numbers_are_set_for_all_or_for_one(tmp_path: Path) -> None:
    """Each number is an override with its subject: a flight, a type, a line or all."""
    problem = laid(
        tmp_path,
        "rule, rule: HO-3, set: {most_days: 20, most_aboard: 12}",
        "rule, rule: VL-1, set: {life_days: 230}, for: soyuz-ms",
        "rule, rule: HO-1, set: {wished_handover_days: 9}, for: soyuz",
    )
    assert problem.overrides == (
        Override("HO-3", "most_days", 20, None, at(tmp_path, 6)),
        Override("HO-3", "most_aboard", 12, None, at(tmp_path, 6)),
        Override("VL-1", "life_days", 230, "soyuz-ms", at(tmp_path, 7)),
        Override("HO-1", "wished_handover_days", 9, "soyuz", at(tmp_path, 8)),
    )
    assert problem.life_days("soyuz-ms-23", date(2023, 3, 16)) == 230
    assert problem.number("HO-1", "wished_handover_days", "soyuz-ms-23") == 9


@pytest.mark.parametrize(
    "text", ["least_grade: G3\n", "\nchanges: [{change: rule, rule: LB-1, set: {least_grade: G3}}]"]
)
def test_least_grade_becomes_a_requirement_with_a_place(tmp_path: Path, text: str) -> None:
    """Said at the head or as the number of LB-1, it is the same grade."""
    problem = applied(written(tmp_path, text))
    assert (problem.least_grade, problem.overrides) == ("G3", ())
    assert problem.least_grade_at == at(tmp_path, 5 if text.startswith("least") else 6)


@pytest.mark.parametrize(
    ("asked", "number", "bound"),
    [
        pytest.param("rule: VL-1, subject: soyuz-ms-23, bound: 220", "life_days", 220, id="life"),
        pytest.param(
            "rule: HO-1, subject: soyuz-ms-24, bound: 0", "least_handover_days", 0, id="handover"
        ),
        pytest.param(
            "rule: HO-3, subject: iss, number: most_aboard, bound: 12",
            "most_aboard",
            12,
            id="named",
        ),
        pytest.param("rule: LB-1, subject: iss, bound: G4", "least_grade", 4, id="grade"),
    ],
)
def test_waiver_names_its_number(tmp_path: Path, asked: str, number: str, bound: int) -> None:
    """Where a rule has one limit it need not be named; a wish is none."""
    problem = laid(tmp_path, f"waiver, {asked}, authority: board, reason: analysis")
    [waiver] = problem.waivers
    assert (waiver.number, waiver.bound) == (number, bound)


def test_waiver_is_whole(tmp_path: Path) -> None:
    """Who signs, why, and for which days: all of it reaches the problem."""
    problem = laid(
        tmp_path,
        "waiver, rule: VL-1, subject: soyuz-ms-23, bound: 220, authority: state commission, "
        "reason: analysis, from: 2022-12-01, to: 2023-10-01",
    )
    assert problem.waivers == (
        Waiver(
            "VL-1",
            "life_days",
            "soyuz-ms-23",
            220,
            "state commission",
            "analysis",
            date(2022, 12, 1),
            date(2023, 10, 1),
            at(tmp_path, 6),
        ),
    )


def test_order_of_goals_ends_in_the_tie_break(tmp_path: Path) -> None:
    """Goals that are not named are dropped; the tie-break never is, so plans stay unique."""
    assert laid(tmp_path, "goal, order: [handover, seats]").goals == (
        "handover",
        "seats",
        "earliest",
    )


def test_the_order_of_changes_does_not_matter(tmp_path: Path) -> None:
    """A flight may be changed above the line that adds it."""
    problem = laid(
        tmp_path,
        "flight, flight: rescue, earliest_launch: 2023-03-01",
        "add-flight, flight: rescue, vehicle_type: soyuz-ms, launch: 2023-02-01",
    )
    assert problem.flights["rescue"].has_readiness


def test_an_upper_file_cannot_change_what_a_lower_one_cancels(tmp_path: Path) -> None:
    """The fault names the file and line that cancels it."""
    low = written(tmp_path, "changes: [{change: cancel-flight, flight: soyuz-ms-23}]\n", "low.yaml")
    text = "under: [low.yaml]\nchanges: [{change: flight, flight: soyuz-ms-23, optional: true}]\n"
    with pytest.raises(ScenarioError, match=f"soyuz-ms-23 is cancelled in {low}:5"):
        applied(written(tmp_path, text))


def test_an_aborted_flight_cannot_be_changed(tmp_path: Path) -> None:
    """What the facts say has failed does not fly any more."""
    day = date(2023, 1, 5)
    abort = EventFact("soyuz-ms-23", Event.ABORT, None, day, Status.ACTUAL, day)
    facts = replace(FACTS, events=(*FACTS.events, abort))
    with pytest.raises(
        ScenarioError, match=r":6:\d+: soyuz-ms-23 does not fly any more\. Leave it"
    ):
        laid(tmp_path, "flight, flight: soyuz-ms-23, optional: true", facts=facts)


def test_a_flight_that_was_lost_long_ago_is_told_as_lost(tmp_path: Path) -> None:
    """It plays no part any more, and is not mistaken for one that is not known yet."""
    day = date(2018, 10, 11)
    days = ("2018-10-11", "2018-10-11", "2019-04-18", "2019-04-18")
    lost = make_facts(Trip(flight="soyuz-ms-10", days=days, flown=1, known_on="2018-01-01"))
    abort = EventFact("soyuz-ms-10", Event.ABORT, None, day, Status.ACTUAL, day)
    facts = replace(
        FACTS,
        flights=(*FACTS.flights, *lost.flights),
        events=(*FACTS.events, *lost.events, abort),
    )
    with pytest.raises(ScenarioError, match=r"'soyuz-ms-10' was lost on 2018-10-11\. Leave it"):
        laid(tmp_path, "flight, flight: soyuz-ms-10, optional: true", facts=facts)


def test_flights_are_looked_up_without_facts(tmp_path: Path) -> None:
    """Facts only tell more: a flight that is not known yet is then no flight at all."""
    what_if = read_what_if(
        written(tmp_path, "changes: [{change: cancel-flight, flight: soyuz-ms-26}]\n")
    )
    problem = published_problem(FACTS, make_station(), what_if.as_of, what_if.until)
    with pytest.raises(ScenarioError, match=r"no flight 'soyuz-ms-26'\. Did you mean"):
        apply_what_if(what_if, problem)


def test_nothing_asked_leaves_the_published_problem(tmp_path: Path) -> None:
    """A header alone gives the problem of the facts, under its own title."""
    path = written(tmp_path, "")
    what_if = read_what_if(path)
    published = published_problem(FACTS, make_station(), what_if.as_of, what_if.until, "T")
    assert applied(path) == published


SHIPPED = sorted((PROJECT / "config" / "what-if").glob("*.yaml"))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_shipped_files_have_no_faults_of_their_own(path: Path) -> None:
    """What we give users to begin with can be read, and says why it asks what it asks."""
    what_if = read_what_if(path)
    assert not what_if.faults
    assert all(one.change.why for one in what_if.changes)
    assert path.read_text("utf-8").startswith("# yaml-language-server: $schema=../schema/")


def test_shipped_leak_asks_what_the_design_says() -> None:
    """The leak of MS-22 with its waiver; the June option only puts the goals in another order."""
    folder = PROJECT / "config" / "what-if"
    june = read_what_if(folder / "ms-24-in-june.yaml")
    kinds = [type(one.change).__name__ for one in june.changes]
    assert kinds == ["HealthChange", "FlightChange", "FlightChange", "WaiverChange", "GoalChange"]
    assert [Path(name).name for name in june.texts] == ["ms-24-in-june.yaml", "ms-22-leak.yaml"]
    bare = read_what_if(folder / "ms-22-leak-no-waiver.yaml")
    assert [type(one.change).__name__ for one in bare.changes] == kinds[:3]
