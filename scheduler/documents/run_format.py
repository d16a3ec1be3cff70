"""The format of the run document, ``rotation.run/1`` (design.md, 4.4), as tables.

A key stands in the document where it stands in its table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise
from typing import Any

from scheduler.documents.scalar import (
    DAY,
    NUMBER,
    TEXT,
    WHOLE,
    YES_NO,
    Shape,
    one_of,
    words,
)
from scheduler.documents.shape import ByName, Each, MayMiss, Optional, Record, Variants
from scheduler.domain import (
    HARDNESS,
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

SCHEMA = "rotation.run/1"
NO_PLAN = (Verdict.INFEASIBLE, Verdict.UNDECIDED)
EVENTS = ("launch", "dock", "undock", "land")


def _in_order(*keys: str) -> Callable[[object], Iterator[str]]:
    """Make the judge that wants the days of these keys to follow one another."""

    def judge(value: object) -> Iterator[str]:
        days = [(key, getattr(value, NAMES.get(key, key))) for key in keys]
        given = [(key, day) for key, day in days if day is not None]
        for (before, earlier), (key, day) in pairwise(given):
            if day < earlier:
                yield f"{key} is {day}, before {before} ({earlier}). Give a later day."

    return judge


NAMES = {  # keys that are not the name of their attribute
    "run": "id",
    "launch": "launch_on",
    "dock": "dock_on",
    "undock": "undock_on",
    "land": "land_on",
    "from": "from_on",
    "to": "to_on",
    "planned_to": "planned_to_on",
    "kind": "is_direct",
    "overlap_days": "days",
    "gap_days": "days",
    "class": "hardness",
    "needed": "is_needed",
    "proved": "is_proved",
    "irreducible": "is_irreducible",
    "reproved": "is_reproved",
}
_record = partial(Record, names=NAMES)
_forward = _in_order("from", "to")

MAYBE_DAY, MAYBE_TEXT, MAYBE_WHOLE = Optional(DAY), Optional(TEXT), Optional(WHOLE)
CLASS = one_of(HARDNESS)

LIFE = _record(LifeUse, {"used_days": WHOLE, "limit_days": WHOLE, "margin_days": WHOLE})
PORT_STAY = _record(PortStay, {"port": TEXT, "from": DAY, "to": DAY}, _forward)
FLIGHT = _record(
    FlightPlan,
    {
        "flight": TEXT,
        "vehicle_type": TEXT,
        "hull": MayMiss(MAYBE_TEXT, None),
        "status": one_of(("docked", "planned", "waiting", "cancelled")),
        "launch": MAYBE_DAY,
        "dock": MAYBE_DAY,
        "undock": MAYBE_DAY,
        "land": MAYBE_DAY,
        "ports": Each(PORT_STAY),
        "crew_up": Each(TEXT),
        "crew_down": Each(TEXT),
        "published": ByName(DAY, EVENTS),
        "changed": Each(TEXT),
        "life": MayMiss(Optional(LIFE), None),
    },
    _in_order(*EVENTS),
)
STAY = _record(
    Stay,
    {
        "person": TEXT,
        "up": MAYBE_TEXT,
        "down": MAYBE_TEXT,
        "from": MAYBE_DAY,
        "to": MAYBE_DAY,
        "days": MAYBE_WHOLE,
        "planned_to": MAYBE_DAY,
        "extension_days": MAYBE_WHOLE,
    },
    _forward,
)
GRADE = words({grade.name: grade for grade in Grade})
SEAT = _record(
    SeatSpan,
    {"person": TEXT, "flight": MAYBE_TEXT, "from": DAY, "to": DAY, "grade": GRADE},
    _forward,
)
KIND = words({"direct": True, "indirect": False})
_relief: dict[str, Shape] = {"line": TEXT, "outgoing": TEXT, "incoming": TEXT, "kind": KIND}
HANDOVER = Variants(
    "kind",
    {
        "direct": _record(Handover, {**_relief, "overlap_days": WHOLE}),
        "indirect": _record(Handover, {**_relief, "gap_days": WHOLE}),
    },
    lambda handover: "direct" if handover.is_direct else "indirect",
)
ABOARD = _record(
    AboardSpan,
    {"from": DAY, "to": DAY, "people": WHOLE, "by_segment": ByName(WHOLE)},
    _forward,
)
WAIVER = _record(
    WaiverUse,
    {
        "rule": TEXT,
        "subject": TEXT,
        "bound": WHOLE,
        "used": MAYBE_WHOLE,
        "limit": MAYBE_WHOLE,
        "authority": TEXT,
        "reason": TEXT,
        "needed": YES_NO,
    },
)


def _finding(**parts: Any) -> Finding:  # noqa: ANN401  (what the table has read)
    return Finding(**parts, is_told=parts["ref"] == "LB-1")  # days without a seat are told


FINDING = _record(
    _finding,
    {
        "ref": TEXT,
        "rule": TEXT,
        "class": CLASS,
        "subject": TEXT,
        "from": MAYBE_DAY,
        "to": MAYBE_DAY,
        "text": TEXT,
    },
    _forward,
)
PART = _record(PartResult, {"part": TEXT, "value": WHOLE, "bound": WHOLE, "proved": YES_NO})
GOAL = _record(GoalResult, {"goal": TEXT, "proved": YES_NO, "parts": Each(PART)})
REQUIREMENT = _record(
    Requirement,
    {
        "rule": TEXT,
        "ref": TEXT,
        "class": CLASS,
        "subject": TEXT,
        "sentence": TEXT,
        "at": MayMiss(TEXT, "", is_bare=True),
    },
)
CONFLICT = _record(
    Conflict, {"requirements": Each(REQUIREMENT), "irreducible": YES_NO, "reproved": YES_NO}
)
WAIVER_NEED = _record(
    WaiverNeed,
    {
        "rule": TEXT,
        "subject": TEXT,
        "by": WHOLE,
        "unit": TEXT,
        "class": CLASS,
        "authority": TEXT,
    },
)
RELAXATION = _record(Relaxation, {"waivers": Each(WAIVER_NEED), "verdict_after": one_of(Verdict)})
SOLVER = _record(SolverInfo, {"name": TEXT, "version": TEXT, "seconds": NUMBER, "seed": WHOLE})
INPUTS = _record(Inputs, {"fingerprint": TEXT, "files": Each(TEXT)})
PLAN: dict[str, Shape] = {
    "flights": Each(FLIGHT),
    "stays": Each(STAY),
    "seats": Each(SEAT),
    "handovers": Each(HANDOVER),
    "aboard": Each(ABOARD),
}


def _run(**parts: Any) -> Run:  # noqa: ANN401  (what the table has read)
    del parts["schema"]
    plan = Plan(**{key: parts.pop(key) for key in PLAN})
    has_no_plan = parts["verdict"] in NO_PLAN and plan == Plan()
    return Run(**parts, plan=None if has_no_plan else plan)


def _odd_run(run: Run) -> Iterator[str]:
    """Tell a horizon that ends before it starts, and flights given twice."""
    yield from _in_order("as_of", "until")(run)
    seen: dict[str, int] = {}
    for number, flight in enumerate(run.plan.flights if run.plan else ()):
        first = seen.setdefault(flight.flight, number)
        if first != number:
            told = f"{flight.flight!r}, as is flights[{first}]"
            yield f"flights[{number}].flight is {told}. Give each flight once."


RUN = _record(
    _run,
    {
        "schema": one_of([SCHEMA]),
        "run": TEXT,
        "title": TEXT,
        "station": TEXT,
        "as_of": DAY,
        "until": DAY,
        "verdict": words({verdict.value: verdict for verdict in Verdict}),
        **PLAN,
        "waivers": Each(WAIVER),
        "findings": Each(FINDING),
        "goals": Each(GOAL),
        "conflict": Optional(CONFLICT),
        "relaxations": Each(RELAXATION),
        "solver": SOLVER,
        "inputs": INPUTS,
    },
    _odd_run,
)
