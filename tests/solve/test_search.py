"""The search on small worlds: verdicts, late rules, ties, and one plan for one input."""

from __future__ import annotations

from dataclasses import replace

import pytest
from ortools.sat.python import cp_model

from scheduler.audit import audit, breaches
from scheduler.domain import Health, HealthFact, Plan, Problem, Uncrewed, Verdict
from scheduler.rules import RULES
from scheduler.solve import Answer, Engine, Outcome, search
from tests.rules.worlds import FORWARD, make_flight, make_problem, on, with_rules

OLD = make_flight("old", launch=-30, undock=9, crew=("ana", "bea"))
NEW = make_flight("new", launch=3, undock=25, crew=("cid", "dan"), ports=(("poisk-zenith", 3),))


def solved(problem: Problem, *, workers: int = 1, seed: int = 1) -> Outcome:
    """Search a world."""
    return search(problem, RULES, Engine(60, workers=workers, seed=seed))


def values(outcome: Outcome) -> dict[str, int]:
    """List the value of each part of each goal."""
    return {f"{g.goal} {p.part}": p.value for g in outcome.goals for p in g.parts}


def planned(outcome: Outcome) -> Plan:
    """Give the plan of an outcome that has one."""
    assert outcome.plan is not None
    return outcome.plan


def broken_ship() -> Problem:
    """Make the MS-22 week in small: the old ship is good for one in need, the new may fly empty."""
    return make_problem(
        OLD,
        replace(NEW, uncrewed=Uncrewed.ALLOWED),
        make_flight("next", launch=14, undock=40, crew=("eva", "fay")),
        health_facts=(HealthFact("old", on(-2), Health.EMERGENCY_ONLY, 1, on(-2)),),
        until=24,
    )


def test_published_plan_that_breaks_nothing_is_kept() -> None:
    """Old leaves on day 9, six days after new has come: one day short of the wish, nothing moves.

    Nobody aboard works for the USOS, so one person is missing there on each of the 20 days.
    """
    outcome = solved(make_problem(OLD, NEW))
    assert outcome.verdict is Verdict.OPTIMAL
    assert {part: value for part, value in values(outcome).items() if value} == {
        "handover short_days": 1,
        "staffing USOS": 20,
    }


def test_replacement_goes_up_empty_and_the_crews_move_on() -> None:
    """Both aboard need a seat: two days of transfer after day 3, so day 5 ends the trouble.

    Until then one sits in the old ship (5 person-days at G3) and one has no seat (5 at G4). The
    crew of the new ship takes the next one, whose own crew waits.
    """
    outcome = solved(broken_ship())
    plan = planned(outcome)
    assert outcome.verdict is Verdict.OPTIMAL
    found = values(outcome)
    assert (found["seats G4"], found["seats G3"], found["change crews_waiting"]) == (5, 5, 1)
    crews = {flight.flight: (flight.crew_up, flight.crew_down) for flight in plan.flights}
    assert crews["old"] == (("ana", "bea"), ())
    assert crews["new"] == ((), ("ana", "bea"))
    assert crews["next"] == (("cid", "dan"), ("cid", "dan"))


def test_plan_is_what_the_checker_accepts() -> None:
    """No hard finding stands against a plan of ours."""
    problem = broken_ship()
    assert breaches(audit(planned(solved(problem)), problem, RULES)) == ()


@pytest.mark.parametrize(("workers", "seed"), [(1, 7), (2, 1), (8, 99)])
def test_one_input_one_plan(workers: int, seed: int) -> None:
    """Workers and seeds change nothing, to the last seat row."""
    problem = broken_ship()
    assert solved(problem, workers=workers, seed=seed).plan == solved(problem).plan


def test_rule_that_is_posted_late_still_binds() -> None:
    """Four aboard for six days is published; three in a row are allowed, so something moves."""
    station = with_rules(HO_3={"most_aboard": 4, "most_days": 3, "long_term": 2})
    problem = make_problem(OLD, NEW, station=station)
    outcome = solved(problem)
    assert outcome.verdict is Verdict.OPTIMAL
    assert values(outcome)["change flights"] == 1
    crowded = [span for span in planned(outcome).aboard if span.people > 2]
    assert sum((span.to_on - span.from_on).days for span in crowded) <= 3


def test_free_port_is_the_first_of_the_station_file() -> None:
    """Where nothing is published, the tie falls to the order of the station."""
    outcome = solved(make_problem(OLD, replace(NEW, calls=())))
    new = planned(outcome).flight("new")
    assert new is not None
    assert [stay.port for stay in new.ports] != [FORWARD]
    accepting = make_problem(OLD).station.ports_for("soyuz-ms")
    free = [port for port in accepting if port != "rassvet-nadir"]
    assert [stay.port for stay in new.ports] == free[:1]


def test_impossible_world_is_proved_so() -> None:
    """Three people must be aboard, and there is one."""
    problem = make_problem(
        replace(OLD, crew=("ana",)), station=with_rules(CT_1={"least_aboard": 3})
    )
    assert solved(problem).verdict is Verdict.INFEASIBLE


def test_time_that_runs_out_is_never_told_as_infeasible(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without an answer there is no proof and no plan."""
    nothing = Answer(cp_model.UNKNOWN, (), 0, 0, 0.0)
    for way in ("solve", "stubborn", "by_cores"):
        monkeypatch.setattr(Engine, way, lambda *_, **__: nothing)
    assert solved(make_problem(OLD, NEW)) == Outcome(Verdict.UNDECIDED, None)


def test_model_that_cp_sat_refuses_is_our_crash() -> None:
    """A broken model is a bug, not a verdict."""
    model = cp_model.CpModel()
    model.new_int_var(0, 2**63 - 1, "too wide")
    model.minimize(sum(model.new_int_var(-(2**62), 2**62, str(n)) for n in range(3)))
    with pytest.raises(AssertionError, match="CP-SAT refuses the model"):
        Engine(1.0, workers=1).solve(model)
