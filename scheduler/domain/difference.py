"""What differs between two plans: goal by goal, flight by flight, person by person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scheduler.domain.plan import FlightPlan, Plan, Stay
from scheduler.domain.run import Run


@dataclass(frozen=True)
class PartDifference:
    """One part of a goal that the second plan meets better or worse."""

    goal: str
    part: str
    before: int
    after: int
    is_proved: bool


@dataclass(frozen=True)
class Change:
    """One thing that differs for a flight or a person; empty words where there is none."""

    subject: str
    what: str
    before: str
    after: str


@dataclass(frozen=True)
class Difference:
    """All that differs between two plans; nothing in it when they are the same."""

    goals: tuple[PartDifference, ...] = ()
    flights: tuple[Change, ...] = ()
    people: tuple[Change, ...] = ()


def difference(before: Run, after: Run) -> Difference:
    """Compare two runs of the same station; a run without a plan compares as an empty one."""
    return Difference(
        goals=tuple(_goals(before, after)),
        flights=tuple(_flights(before.plan or Plan(), after.plan or Plan())),
        people=tuple(_people(before.plan or Plan(), after.plan or Plan())),
    )


def _goals(before: Run, after: Run) -> Iterator[PartDifference]:
    """Walk the parts that differ, in the order of the second run's goals."""
    was = {(goal.goal, part.part): part for goal in before.goals for part in goal.parts}
    for goal in after.goals:
        for part in goal.parts:
            old = was.get((goal.goal, part.part))
            if old is not None and old.value != part.value:
                is_proved = old.is_proved and part.is_proved
                yield PartDifference(goal.goal, part.part, old.value, part.value, is_proved)


def _flights(before: Plan, after: Plan) -> Iterator[Change]:
    """Walk what differs of flights; of one that flies no more, that alone.

    A flight that waits beyond the horizon in one plan and is not told of in the other is the same
    in both.
    """
    was = {flight.flight: _told_flight(flight) for flight in before.flights}
    now = {flight.flight: _told_flight(flight) for flight in after.flights}
    flying = [{one.flight for one in plan.flights if one.flies} for plan in (before, after)]
    for change in _changes(was, now):
        flight = change.subject
        is_told_of_twice = flight in was and flight in now
        is_grounded = flight in now and flight not in flying[1]
        if not is_told_of_twice and flight not in flying[0] | flying[1]:
            continue
        if not is_grounded or change.what == "status":
            yield change


def _people(before: Plan, after: Plan) -> Iterator[Change]:
    """Walk what differs of people; of one who goes up no more, no days are told."""
    was = {stay.person: _told_stay(stay, before) for stay in before.stays}
    now = {stay.person: _told_stay(stay, after) for stay in after.stays}
    for change in _changes(was, now):
        if change.what != "days" or change.after:
            yield change


def _changes(was: dict[str, dict[str, str]], now: dict[str, dict[str, str]]) -> Iterator[Change]:
    for subject in sorted(was.keys() | now.keys()):
        old, new = was.get(subject, {}), now.get(subject, {})
        for what in dict.fromkeys((*old, *new)):
            if old.get(what, "") != new.get(what, ""):
                yield Change(subject, what, old.get(what, ""), new.get(what, ""))


def _told_flight(flight: FlightPlan) -> dict[str, str]:
    if not flight.flies:
        return {"status": flight.status}
    days = {
        "launch": flight.launch_on,
        "undock": flight.undock_on,
        "land": flight.land_on,
    }
    return {
        "status": flight.status,
        **{event: str(day) for event, day in days.items() if day},
        "ports": ", ".join(stay.port for stay in flight.ports),
        "crew up": ", ".join(flight.crew_up),
        "crew down": ", ".join(flight.crew_down),
    }


def _told_stay(stay: Stay, plan: Plan) -> dict[str, str]:
    without = sum(
        (seat.to_on - seat.from_on).days
        for seat in plan.seats
        if seat.person == stay.person and seat.flight is None
    )
    return {
        "up": stay.up or "",
        "down": stay.down or "",
        "days": "" if stay.days is None else str(stay.days),
        "days without a seat": str(without) if without else "",
    }
