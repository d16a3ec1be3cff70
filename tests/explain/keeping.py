"""What a plan keeps: the rules' own findings, each brought home to the requirement it is about."""

from __future__ import annotations

from collections.abc import Collection

from scheduler.audit.names import known_part
from scheduler.domain import Finding, Plan, Problem, Requirement
from scheduler.rules import RULES

BREACHES = {
    "LB-1": (", below G", "has no seat (G4)"),
    "LB-2": ("without a seat in it before", "stays behind without one"),
    "LB-3": ("moves to",),
    "LB-4": ("people hold seats in",),
    "LB-5": ("hold seats in", "leaves on"),
    "VL-1": ("its limit is",),
    "PT-2": ("which does not accept", "has a port stay without a day"),
    "HO-1": ("overlap by",),
    "HO-3": ("the most is",),
    "CR-1": ("allowed are",),
    "CT-2": ("brings", "launches before"),
    "CT-3": ("lands with",),
}
"""What a breach says, by rule, where a rule finds more than breaches: a plan's own misstatements
or rides that no board can express."""


def broken(plan: Plan, problem: Problem, asked: Collection[Requirement]) -> set[Requirement]:
    """Find the requirements that a plan breaks, of those asked for, by the rules' own checks."""
    refs, known = {one.ref for one in asked}, known_part(plan, problem)
    found = [
        finding
        for rule in RULES
        if rule.ref in refs
        for finding in rule.check(known, problem)
        if not finding.is_told
    ]
    return {one for one in asked if any(_speaks_of(finding, one, problem) for finding in found)}


def misstated(plan: Plan, problem: Problem) -> list[Finding]:
    """List what the checks find wrong in a plan that no requirement is about: our own mistakes."""
    known = known_part(plan, problem)
    return [
        finding
        for rule in RULES
        for finding in rule.check(known, problem)
        if not finding.is_told and not _is_breach(finding)
    ]


def _is_breach(finding: Finding) -> bool:
    words = BREACHES.get(finding.ref)
    return words is None or any(one in finding.text for one in words)


def _speaks_of(finding: Finding, requirement: Requirement, problem: Problem) -> bool:
    if finding.ref != requirement.ref or not _is_breach(finding):
        return False
    subject, text = requirement.subject, finding.text
    match finding.ref:
        case "LB-1":  # told of a person, required of the station
            return subject == problem.station.id
        case "TR-7" if finding.subject == subject:  # a pad's turnaround, or its outage
            return ("launch from" in text) is ("apart" in requirement.sentence)
        case "PT-5" if finding.subject == subject:
            neighbour = text.rsplit(" ", 1)[-1].removesuffix(".")
            return requirement.sentence.endswith(f"at {neighbour}.")
        case "what-if":
            return text == f"Not kept ({requirement.at}): {requirement.sentence}"
    return finding.subject == subject
