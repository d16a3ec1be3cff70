"""Which numbers the rules have, what they are counted in, and what they belong to.

Source: design.md, section 4.1.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class RuleNumber:
    """One number of one rule: its unit, the kinds of subject it can be set for, and its name."""

    rule: str
    number: str
    unit: str
    subjects: tuple[str, ...]
    words: str


RULE_NUMBERS: tuple[RuleNumber, ...] = (
    RuleNumber("LB-1", "least_grade", "grade", ("station",), "least seat grade"),
    RuleNumber("LB-3", "transfer_days", "days", ("flight",), "seat transfer"),
    RuleNumber("LB-4", "emergency_seats", "seats", ("flight",), "places in an emergency"),
    RuleNumber("LB-7", "lead_days", "days", ("flight",), "lead time"),
    RuleNumber("VL-1", "life_days", "days", ("flight",), "certified life"),
    RuleNumber("VL-1", "wished_margin_days", "days", ("flight",), "wished margin of life"),
    RuleNumber("PT-1", "gap_days", "days", ("port",), "gap between two ships"),
    RuleNumber("PT-3", "most_relocations", "relocations", ("flight",), "relocations"),
    RuleNumber("TR-1", "separation_days", "days", ("station",), "time between events"),
    RuleNumber("TR-7", "turnaround_days", "days", ("pad",), "time between launches"),
    RuleNumber("HO-1", "least_handover_days", "days", ("flight", "line"), "least handover"),
    RuleNumber("HO-1", "wished_handover_days", "days", ("flight", "line"), "wished handover"),
    RuleNumber("HO-3", "most_aboard", "people", ("station",), "most people aboard"),
    RuleNumber("HO-3", "most_days", "days", ("station",), "longest crowd"),
    RuleNumber("HO-3", "long_term", "people", ("station",), "most people aboard for long"),
    RuleNumber("HO-4", "least_crew", "people", ("segment",), "least crew"),
    RuleNumber("CR-1", "most_days", "days", ("person",), "longest time away"),
    RuleNumber("CR-1", "least_days", "days", ("person",), "shortest time away"),
    RuleNumber("readiness", "early_days", "days", ("flight",), "ready before its published launch"),
    RuleNumber("CT-1", "least_aboard", "people", ("station",), "least people aboard"),
)


def numbers_of(rule: str) -> tuple[RuleNumber, ...]:
    """List the numbers of one rule; none for a rule without numbers."""
    return tuple(number for number in RULE_NUMBERS if number.rule == rule)


def number_of(rule: str, number: str) -> RuleNumber:
    """Find one number of one rule.

    Raises
    ------
    KeyError
        When the rule has no such number.
    """
    return {(one.rule, one.number): one for one in RULE_NUMBERS}[rule, number]
