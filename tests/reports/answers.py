"""Answers to why and why not, made by hand around the week of January 2023.

Like the runs of ``example.py`` they are examples to draw, not answers of the solver.
"""

from __future__ import annotations

from dataclasses import replace

from scheduler.domain import (
    Conflict,
    Contrast,
    Explanation,
    FlightPlan,
    GoalResult,
    PartResult,
    Relaxation,
    Requirement,
    Run,
    Stay,
    Verdict,
    Waiver,
    WaiverNeed,
    Way,
    difference,
)
from tests.reports.example import make_run
from tests.reports.example_endings import REQUIREMENTS, make_infeasible_run, make_undecided_run
from tests.reports.example_ships import day

MS_22_LIVES_LONGER = Relaxation(
    (WaiverNeed("VL-1", "soyuz-ms-22", 30, "days", "C", "the certification body"),),
    "optimal",
    "Soyuz MS-22: certified life 240 days instead of 210 (VL-1, decided by the certification body)",
    is_cheapest=True,
)
CREW_6_CARRIES_MORE = Relaxation(
    (
        WaiverNeed("LB-4", "crew-6", 2, "seats", "S", "the programme, by name"),
        WaiverNeed("VL-1", "crew-6", 50, "days", "C", "the certification body"),
    ),
    "feasible",
    "SpaceX Crew-6: places in an emergency 7 instead of 5 (LB-4, decided by the programme, by "
    "name); SpaceX Crew-6: certified life 260 days instead of 210 (VL-1, decided by the "
    "certification body)",
    is_cheapest=True,
)
SOMEBODY_WITHOUT_A_SEAT = Relaxation(
    (WaiverNeed("LB-1", "iss", 1, "grade", "S", "the programme, by name"),),
    "feasible",
    "International Space Station: least seat grade G4, no seat, instead of G3, place in an "
    "emergency-only ship (LB-1, decided by the programme, by name)",
    waived=(
        Waiver(
            "LB-1",
            "least_grade",
            "iss",
            4,
            "the programme, by name",
            "proposed by explain; not signed",
            day("04-19"),
            day("05-19"),
        ),
    ),
)
WHAT_IF = 'title: "T"\nstation: iss\nas_of: 2023-01-11\nuntil: 2023-12-31\nchanges: []\n'
CONFLICT = Conflict(REQUIREMENTS, is_irreducible=True, is_reproved=True)


def make_explanation() -> Explanation:
    """Explain a case with three ways out: one planned, one not, one not proved cheapest."""
    return Explanation(
        run=make_infeasible_run(),
        conflicts=(CONFLICT,),
        ways=(
            Way(MS_22_LIVES_LONGER, WHAT_IF, make_run()),
            Way(CREW_6_CARRIES_MORE, WHAT_IF),
            Way(SOMEBODY_WITHOUT_A_SEAT, WHAT_IF, make_cut_short_run()),
        ),
        are_ways_all=False,
    )


def make_cut_short_run() -> Run:
    """Make a run that the time limit ended: more days without a seat, a smaller change."""
    goals = tuple(with_parts(goal, {"G4": 36, "G3": 1184, "days": 20}) for goal in make_run().goals)
    return replace(make_run(), verdict=Verdict.FEASIBLE, goals=goals)


def make_explanation_of_all() -> Explanation:
    """Explain with all conflicts, the first of least size, the last not shrunk in time."""
    ports = tuple(
        Requirement(
            "PT-3",
            "relocations",
            "F",
            f"ship-{number}",
            f"ship-{number} is relocated at most 1 time.",
        )
        for number in range(31)
    )
    return Explanation(
        run=make_infeasible_run(),
        conflicts=(
            Conflict(REQUIREMENTS[:1], is_irreducible=True, is_reproved=True),
            Conflict(REQUIREMENTS[1:], is_irreducible=True, is_reproved=False),
            Conflict(ports, is_irreducible=False, is_reproved=True),
        ),
        is_smallest=True,
        are_all=False,
        ways=(Way(MS_22_LIVES_LONGER, WHAT_IF, make_run()),),
        are_ways_all=True,
    )


def make_hopeless_explanation() -> Explanation:
    """Explain a case that no waiver opens."""
    return Explanation(make_infeasible_run(), (CONFLICT,), are_ways_all=True)


def make_idle_explanation() -> Explanation:
    """Explain a case that has a plan."""
    return Explanation(replace(make_undecided_run(), verdict=Verdict.FEASIBLE))


def make_undecided_explanation() -> Explanation:
    """Explain a case of which nothing is proved."""
    return Explanation(make_undecided_run())


# --- questions ----------------------------------------------------------------------------------


def with_parts(goal: GoalResult, values: dict[str, int]) -> GoalResult:
    """Give a goal other values, as proved as before."""
    parts = tuple(
        replace(part, value=values.get(part.part, part.value), bound=part.bound)
        for part in goal.parts
    )
    return replace(goal, parts=parts)


def proved_at(goal: GoalResult, values: dict[str, int]) -> GoalResult:
    """Give a goal other values, all of them proved."""
    parts = tuple(
        PartResult(one.part, one.value, one.value, is_proved=True)
        for one in with_parts(goal, values).parts
    )
    return GoalResult(goal.goal, is_proved=True, parts=parts)


def make_june_run() -> Run:
    """Make the plan in which MS-24 goes up in June, and MS-23 comes home two weeks after."""
    run = make_run()
    assert run.plan
    values = {"change": {"days": 311}, "extension": {"longest": 85, "total": 255}}
    return replace(
        run,
        title="Soyuz MS-22 loses its coolant",
        plan=replace(
            run.plan,
            flights=tuple(map(_in_june, run.plan.flights)),
            stays=tuple(map(_sooner_home, run.plan.stays)),
        ),
        goals=tuple(proved_at(goal, values.get(goal.goal, {})) for goal in run.goals),
    )


def _in_june(flight: FlightPlan) -> FlightPlan:
    if flight.flight == "soyuz-ms-23":
        return replace(flight, undock_on=day("06-21"), land_on=day("06-21"))
    if flight.flight == "soyuz-ms-24":
        return replace(flight, launch_on=day("06-07"), crew_up=flight.crew_up[:2])
    return flight


def _sooner_home(stay: Stay) -> Stay:
    """Let the three land in June; one of the next crew stays on the ground."""
    if stay.up == "soyuz-ms-22":
        return replace(stay, days=273, extension_days=85)
    if stay.person == "ohara":
        return replace(stay, up=None, days=None)
    return stay


def make_contrast(asked: Run | None = None, plan: Run | None = None) -> Contrast:
    """Ask for MS-24 in June; the answer is another plan with its price."""
    plan, asked = plan or make_run(), asked or make_june_run()
    return Contrast(
        said="soyuz-ms-24 launches by 2023-06-07",
        what_if=WHAT_IF,
        plan=plan,
        asked=asked,
        difference=difference(plan, asked) if plan.plan and asked.plan else None,
    )


def make_cut_short_contrast() -> Contrast:
    """Ask where the time ran out with a plan in hand: from the days moved on nothing is proved."""
    june = make_june_run()
    crews, flights, days = june.goals[2].parts
    change = (crews, flights, replace(days, bound=40, is_proved=False))
    goals = (
        *june.goals[:2],
        GoalResult("change", is_proved=False, parts=change),
        *(
            GoalResult(goal.goal, is_proved=False, parts=tuple(map(_open, goal.parts)))
            for goal in june.goals[3:]
        ),
    )
    return make_contrast(replace(june, verdict=Verdict.FEASIBLE, goals=goals))


def _open(part: PartResult) -> PartResult:
    return replace(part, bound=0, is_proved=part.value == 0)


def make_impossible_contrast() -> Contrast:
    """Ask for what cannot be, with a way out that gives way in the question itself."""
    question = Requirement(
        "what-if",
        "what-if-demand",
        "P",
        "soyuz-ms-24",
        "Soyuz MS-24 launches on 2023-06-07 at the latest.",
        "question:1:1",
    )
    conflict = Conflict((question, *REQUIREMENTS[:2]), is_irreducible=True, is_reproved=True)
    later = Relaxation(
        (WaiverNeed("what-if", "soyuz-ms-24", 12, "days", "P", "the planner"),),
        "optimal",
        "Soyuz MS-24 launches on 2023-06-19 at the latest, instead of 2023-06-07 as asked",
        is_cheapest=True,
    )
    contrast = make_contrast(replace(make_infeasible_run(), conflict=conflict))
    ways = (Way(later, WHAT_IF, make_june_run()), Way(MS_22_LIVES_LONGER, WHAT_IF, make_run()))
    return replace(contrast, ways=ways, are_ways_all=False)


def make_hopeless_contrast() -> Contrast:
    """Ask for what no waiver makes possible."""
    asked = replace(make_infeasible_run(), conflict=CONFLICT)
    return replace(make_contrast(asked), are_ways_all=True)


def make_idle_contrast() -> Contrast:
    """Ask for what is so already."""
    return make_contrast(make_run())


def make_undecided_contrast() -> Contrast:
    """Ask where the time ran out with nothing in hand."""
    return make_contrast(make_undecided_run())
