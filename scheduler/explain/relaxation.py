"""Relaxations in the planner's words: each number that gives way, by how much, and who signs."""

from __future__ import annotations

from dataclasses import replace

from scheduler.board import Slack
from scheduler.domain import (
    Demand,
    Grade,
    Problem,
    Relaxation,
    Verdict,
    Waiver,
    WaiverNeed,
    number_of,
)
from scheduler.explain.inquiry import Inquiry
from scheduler.explain.relaxing import WayOut
from scheduler.rules.what_if_demand import WhatIfDemand, demanded
from scheduler.units import count

DAYS = "days"
REASON = "proposed by explain; not signed"
QUESTION = "question:"
"""How the place of a demand begins that a question makes."""


def worded(inquiry: Inquiry, way: WayOut) -> Relaxation:
    """Put a way out into the planner's words."""
    problem = inquiry.problem
    waived = [(s, by) for s, by in way.amounts if s.requirement.ref != WhatIfDemand.ref]
    moved = [(s, by) for s, by in way.amounts if s.requirement.ref == WhatIfDemand.ref]
    waivers = tuple(_waiver(slack, by) for slack, by in waived)
    demands = tuple(_moved(inquiry, slack, by) for slack, by in moved)
    sentences = [_waived_words(problem, slack, by) for slack, by in waived]
    sentences += [
        _moved_words(problem, demand, slack)
        for demand, (slack, _) in zip(demands, moved, strict=True)
    ]
    return Relaxation(
        waivers=tuple(_need(slack, by) for slack, by in (*waived, *moved)),
        verdict_after=Verdict.FEASIBLE.value,
        text="; ".join(sentences),
        waived=waivers,
        moved=demands,
        is_cheapest=way.is_cheapest,
    )


def _need(slack: Slack, by: int) -> WaiverNeed:
    requirement = slack.requirement
    is_demand = requirement.ref == WhatIfDemand.ref
    unit = DAYS if is_demand else number_of(requirement.ref, slack.number).unit
    return WaiverNeed(
        requirement.ref, requirement.subject, by, unit, requirement.hardness, requirement.authority
    )


def _waiver(slack: Slack, by: int) -> Waiver:
    return Waiver(
        rule=slack.requirement.ref,
        number=slack.number,
        subject=slack.requirement.subject,
        bound=slack.base + slack.step * by,
        authority=slack.requirement.authority,
        reason=REASON,
    )


def _moved(inquiry: Inquiry, slack: Slack, by: int) -> Demand:
    """Give the demand as it would have to read."""
    required = slack.requirement
    demand = next(
        one
        for one in inquiry.problem.demands
        if (one.at, one.subject) == (required.at, required.subject)
        and slack.number in (one.kind.value, one.event)
    )
    return replace(demand, day=inquiry.board.calendar.date(slack.base + slack.step * by))


def _waived_words(problem: Problem, slack: Slack, by: int) -> str:
    """Read as ``Soyuz MS-23: certified life 212 days instead of 200 (VL-1, decided by ...)``."""
    required, number = slack.requirement, number_of(slack.requirement.ref, slack.number)
    name = problem.name_of(required.subject)
    signed = f"({required.ref}, decided by {required.authority})"
    bound = slack.base + slack.step * by
    if required.ref == "readiness":
        return f"{name}: ready {count(bound, 'day')} before its published launch {signed}"
    told, base = str(bound), str(slack.base)
    if number.unit == DAYS:
        told = count(bound, "day")
    elif required.ref == "LB-1":
        told, base = (f"{one.name}, {one.meaning}," for one in (Grade(bound), Grade(slack.base)))
        base = base.removesuffix(",")
    return f"{name}: {number.words} {told} instead of {base} {signed}"


def _moved_words(problem: Problem, demand: Demand, slack: Slack) -> str:
    """Read as ``Soyuz MS-24 launches on 2023-05-29 at the earliest, instead of ...``."""
    sentence = demanded(problem, demand).removesuffix(".")
    was = next(one.day for one in problem.demands if one.key == demand.key)
    at = slack.requirement.at
    if at.startswith(QUESTION):
        return f"{sentence}, instead of {was} as asked"
    return f"{sentence}, instead of {was} ({at}, decided by {slack.requirement.authority})"
