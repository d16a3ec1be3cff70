"""Changes to what is recorded and ruled: health, outages, numbers of rules, waivers, goals."""

from __future__ import annotations

from scheduler.documents.validation import shown
from scheduler.domain import (
    Grade,
    HealthSpan,
    Outage,
    Override,
    Waiver,
    numbers_of,
    ranked,
)
from scheduler.scenarios.draft import Draft
from scheduler.scenarios.known import GRADE, number_fits, number_wanted
from scheduler.scenarios.model import (
    GoalChange,
    HealthChange,
    OutageChange,
    RuleChange,
    WaiverChange,
)
from scheduler.scenarios.what_if import Spot

WISH = "wished_"


def lay_health(change: HealthChange, spot: Spot, draft: Draft) -> None:
    """Lay a health over the facts of a ship."""
    flight = draft.flights[change.flight]
    is_sound = draft.is_recorded(spot, change.from_on, change.to_on)
    if not draft.is_here(spot, flight, "flight"):
        return
    kind = draft.problem.station.vehicle_types[flight.vehicle_type]
    most = max(draft.seats(flight), kind.emergency_seats)
    if change.seats is not None and change.seats > most:
        told = f"seats is {change.seats}, more than {flight.id} holds. Give 0 to {most}."
        draft.complain(spot, told, "seats")
        return
    if is_sound:
        draft.health_spans.append(
            HealthSpan(
                flight=flight.id,
                health=change.health,
                seats=change.seats,
                from_on=change.from_on,
                to_on=change.to_on,
                at=spot.at("health"),
                why=change.why or "",
            )
        )


def lay_outage(change: OutageChange, spot: Spot, draft: Draft) -> None:
    """Take a pad, port or launcher family out of use."""
    if draft.is_recorded(spot, change.from_on, change.to_on):
        at = spot.at("subject")
        outage = Outage(change.kind, change.subject, change.from_on, change.to_on, at)
        draft.outages.append(outage)


def lay_rule(change: RuleChange, spot: Spot, draft: Draft) -> None:
    """Set numbers of a rule anew."""
    for number, value in change.set_.items():
        at = spot.at("set", number)
        if number == GRADE:
            draft.least_grade, draft.least_grade_at = value, at
        else:
            draft.overrides.append(Override(change.rule, number, value, change.for_, at))


def lay_waiver(change: WaiverChange, spot: Spot, draft: Draft) -> None:
    """Move a bound by name."""
    number = _waived(change, spot, draft)
    is_sound = draft.is_recorded(spot, change.from_on, change.to_on)
    flight = draft.flights.get(change.subject)
    if flight is not None:
        is_sound = draft.is_here(spot, flight, "subject") and is_sound
    if not number or not _is_bound(number, change.bound, spot, draft) or not is_sound:
        return
    draft.waivers.append(
        Waiver(
            rule=change.rule,
            number=number,
            subject=change.subject,
            bound=Grade[change.bound] if number == GRADE else change.bound,
            authority=change.authority,
            reason=change.reason,
            from_on=change.from_on,
            to_on=change.to_on,
            at=spot.at("bound"),
        )
    )


def _waived(change: WaiverChange, spot: Spot, draft: Draft) -> str:
    """Name the number that is waived; empty, with a complaint, where that is open."""
    limits = [n.number for n in numbers_of(change.rule) if not n.number.startswith(WISH)]
    if change.number is None and len(limits) == 1:
        return limits[0]
    if change.number is None:
        told = f"{change.rule} has several limits. Give number: {', '.join(limits)}."
        draft.complain(spot, told, "rule")
        return ""
    if change.number.startswith(WISH):
        told = f"{change.number} is a wish, which needs no waiver. Set it with change: rule."
        draft.complain(spot, told, "number")
        return ""
    return change.number


def _is_bound(number: str, bound: object, spot: Spot, draft: Draft) -> bool:
    """Say whether a bound is of the kind of its number; complain where it is not."""
    if number_fits(number, bound):
        return True
    draft.complain(spot, f"bound is {shown(bound)}. {number_wanted(number)}", "bound")
    return False


def lay_goal(change: GoalChange, _spot: Spot, draft: Draft) -> None:
    """Put the goals in another order; the tie-break comes last where it is not named."""
    draft.goals = ranked(change.order)
