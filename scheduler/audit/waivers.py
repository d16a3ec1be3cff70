"""Which waivers a plan leans on, and by how much."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from scheduler.domain import Plan, Problem, Waiver, WaiverUse
from scheduler.rules import Rule


def waiver_uses(plan: Plan, problem: Problem, rules: Sequence[Rule]) -> Iterator[WaiverUse]:
    """Tell each waiver with what the plan makes of it.

    A waiver is needed when the plan breaks the rule without it; one for the whole station
    when anybody does.
    """
    for waiver in problem.waivers:
        others = tuple(other for other in problem.waivers if other != waiver)
        bare = replace(problem, waivers=others)
        is_needed = any(
            not finding.is_told and waiver.subject in (finding.subject, problem.station.id)
            for rule in rules
            if rule.ref == waiver.rule
            for finding in rule.check(_without_statements(plan), bare)
        )
        yield WaiverUse(
            rule=waiver.rule,
            subject=waiver.subject,
            bound=waiver.bound,
            used=_used(plan, waiver),
            limit=_limit(plan, bare, waiver),
            authority=waiver.authority,
            reason=waiver.reason,
            is_needed=is_needed,
        )


def _without_statements(plan: Plan) -> Plan:
    """Leave out what the plan says of its own limits, which speak of the waived ones."""
    return replace(plan, flights=tuple(replace(flight, life=None) for flight in plan.flights))


def _used(plan: Plan, waiver: Waiver) -> int | None:
    """Measure what the waived bound bounds, where it is one number of the plan."""
    flight = plan.flight(waiver.subject)
    if waiver.rule == "VL-1" and flight and flight.launch_on and flight.land_on:
        return (flight.land_on - flight.launch_on).days
    if waiver.rule == "CR-1":
        return next((stay.days for stay in plan.stays if stay.person == waiver.subject), None)
    if waiver.rule == "HO-1":
        return next(
            (h.days if h.is_direct else 0 for h in plan.handovers if h.incoming == waiver.subject),
            None,
        )
    if waiver.rule == "HO-3" and waiver.number == "most_aboard":
        return max((span.people for span in plan.aboard), default=None)
    return None


def _limit(plan: Plan, bare: Problem, waiver: Waiver) -> int | None:
    flight = plan.flight(waiver.subject)
    if waiver.rule == "VL-1" and flight and flight.launch_on:
        return bare.life_days(flight.flight, flight.launch_on)
    return bare.number(waiver.rule, waiver.number, waiver.subject)
