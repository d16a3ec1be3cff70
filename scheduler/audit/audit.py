"""The audit: every rule's own check, then the plan's own statements."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from scheduler.audit.names import known_part, unknown_names
from scheduler.audit.record import check_record
from scheduler.domain import Finding, Plan, Problem
from scheduler.rules import Rule


def audit(plan: Plan, problem: Problem, rules: Sequence[Rule]) -> tuple[Finding, ...]:
    """Find everything in a plan that breaks a rule or is told wrongly, rule by rule."""
    known = known_part(plan, problem)
    found = [finding for rule in rules for finding in rule.check(known, problem)]
    return (*found, *check_record(known, problem), *unknown_names(plan, problem))


def breaches(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Keep what no plan may hold; leave out what a plan may hold if it tells it."""
    return tuple(finding for finding in findings if not finding.is_told)
