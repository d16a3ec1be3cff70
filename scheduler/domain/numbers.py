"""Which numbers the rules have, what they are counted in, and what they belong to.

Source: design.md, section 4.1.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class RuleNumber:
    """One number of one rule: its unit, and the kinds of subject it can be set for."""

    rule: str
    number: str
    unit: str
    subjects: tuple[str, ...]


RULE_NUMBERS: tuple[RuleNumber, ...] = (
    RuleNumber("LB-1", "least_grade", "grade", ("station",)),
    RuleNumber("LB-3", "transfer_days", "days", ("flight",)),
    RuleNumber("LB-4", "emergency_seats", "seats", ("flight",)),
    RuleNumber("LB-7", "lead_days", "days", ("flight",)),
    RuleNumber("VL-1", "life_days", "days", ("flight",)),
    RuleNumber("VL-1", "wished_margin_days", "days", ("flight",)),
    RuleNumber("PT-1", "gap_days", "days", ("port",)),
    RuleNumber("PT-3", "most_relocations", "relocations", ("flight",)),
    RuleNumber("TR-1", "separation_days", "days", ("station",)),
    RuleNumber("TR-7", "turnaround_days", "days", ("pad",)),
    RuleNumber("HO-1", "least_handover_days", "days", ("flight", "line")),
    RuleNumber("HO-1", "wished_handover_days", "days", ("flight", "line")),
    RuleNumber("HO-3", "most_aboard", "people", ("station",)),
    RuleNumber("HO-3", "most_days", "days", ("station",)),
    RuleNumber("HO-3", "long_term", "people", ("station",)),
    RuleNumber("HO-4", "least_crew", "people", ("segment",)),
    RuleNumber("CR-1", "most_days", "days", ("person",)),
    RuleNumber("CR-1", "least_days", "days", ("person",)),
    RuleNumber("CT-1", "least_aboard", "people", ("station",)),
)


def numbers_of(rule: str) -> tuple[RuleNumber, ...]:
    """List the numbers of one rule; none for a rule without numbers."""
    return tuple(number for number in RULE_NUMBERS if number.rule == rule)
