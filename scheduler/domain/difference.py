"""What differs between two plans: goal by goal, flight by flight, person by person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from scheduler.domain.plan import FlightPlan, Plan, Stay
from scheduler.domain.run import Run, WaiverUse
from scheduler.domain.seat import Grade


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
    waivers: tuple[Change, ...] = ()


def difference(before: Run, after: Run, *, in_full: bool = False) -> Difference:
    """Compare two runs of the same station; a run without a plan compares as an empty one.

    Parameters
    ----------
    in_full
        Tell what follows from the rest, too: dockings and relocations; when people come and go
        and where their seats are; and the waivers.
    """
    plans = before.plan or Plan(), after.plan or Plan()
    return Difference(
        goals=tuple(_goals(before, after)),
        flights=tuple(_flights(*plans, in_full=in_full)),
        people=tuple(_people(*plans, in_full=in_full)),
        waivers=tuple(_waivers(before, after)) if in_full else (),
    )


@dataclass(frozen=True)
class Comparison:
    """Two runs of one station, the one before and the one after, and all that differs.

    Where one of them has no plan there is no difference to tell.
    """

    before: Run
    after: Run
    difference: Difference | None

    @property
    def is_same(self) -> bool:
        """Say whether nothing differs."""
        return self.difference == Difference()


def _goals(before: Run, after: Run) -> Iterator[PartDifference]:
    """Walk the parts that differ, in the order of the second run's goals."""
    was = {(goal.goal, part.part): part for goal in before.goals for part in goal.parts}
    for goal in after.goals:
        for part in goal.parts:
            old = was.get((goal.goal, part.part))
            if old is not None and old.value != part.value:
                is_proved = old.is_proved and part.is_proved
                yield PartDifference(goal.goal, part.part, old.value, part.value, is_proved)


def _flights(before: Plan, after: Plan, *, in_full: bool) -> Iterator[Change]:
    """Walk what differs of flights; of one that flies no more, that alone.

    A flight that waits beyond the horizon in one plan and is not told of in the other is the same
    in both.
    """
    was = {flight.flight: _told_flight(flight, in_full) for flight in before.flights}
    now = {flight.flight: _told_flight(flight, in_full) for flight in after.flights}
    flying = [{one.flight for one in plan.flights if one.flies} for plan in (before, after)]
    for change in _changes(was, now):
        flight = change.subject
        is_told_of_twice = flight in was and flight in now
        is_grounded = flight in now and flight not in flying[1]
        if not is_told_of_twice and flight not in flying[0] | flying[1]:
            continue
        if not is_grounded or change.what == "status":
            yield change


def _people(before: Plan, after: Plan, *, in_full: bool) -> Iterator[Change]:
    """Walk what differs of people; of one who goes up no more, no days are told."""
    was = {stay.person: _told_stay(stay, before, in_full) for stay in before.stays}
    now = {stay.person: _told_stay(stay, after, in_full) for stay in after.stays}
    for change in _changes(was, now):
        if change.what != "days" or change.after:
            yield change


def _waivers(before: Run, after: Run) -> Iterator[Change]:
    was, now = ({_named(one): _told_waiver(one) for one in run.waivers} for run in (before, after))
    yield from _changes(was, now)


def _changes(was: dict[str, dict[str, str]], now: dict[str, dict[str, str]]) -> Iterator[Change]:
    for subject in sorted(was.keys() | now.keys()):
        old, new = was.get(subject, {}), now.get(subject, {})
        for what in dict.fromkeys((*old, *new)):
            if old.get(what, "") != new.get(what, ""):
                yield Change(subject, what, old.get(what, ""), new.get(what, ""))


def _told_flight(flight: FlightPlan, in_full: bool) -> dict[str, str]:
    if not flight.flies:
        return {"status": flight.status}
    days = {
        "launch": flight.launch_on,
        **({"dock": flight.dock_on} if in_full else {}),
        **({f"to {stay.port}": stay.from_on for stay in flight.ports[1:]} if in_full else {}),
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


def _told_stay(stay: Stay, plan: Plan, in_full: bool) -> dict[str, str]:
    seats = _days_by_grade(stay.person, plan)
    dates = {"aboard from": stay.from_on, "aboard to": stay.to_on}
    extension = stay.extension_days
    told = {
        "up": stay.up or "",
        "down": stay.down or "",
        **({what: str(day or "") for what, day in dates.items()} if in_full else {}),
        "days": "" if stay.days is None else str(stay.days),
        "days without a seat": str(seats[Grade.G4] or ""),
    }
    if in_full:
        told["extension"] = "" if extension is None else str(extension)
        told |= {f"days at {g.name}": str(seats[g] or "") for g in (Grade.G3, Grade.G2, Grade.G1)}
        told["seat in"] = ", ".join(_seats_in_turn(stay.person, plan))
    return told


def _days_by_grade(person: str, plan: Plan) -> Counter[Grade]:
    days: Counter[Grade] = Counter()
    for seat in plan.seats:
        if seat.person == person:
            days[seat.grade] += (seat.to_on - seat.from_on).days
    return days


def _seats_in_turn(person: str, plan: Plan) -> Iterator[str]:
    """Name the ships that hold somebody's seat, one after another."""
    last = None
    for seat in sorted(plan.seats, key=lambda seat: seat.from_on):
        if seat.person == person and seat.flight not in (None, last):
            last = seat.flight
            yield str(seat.flight)


def _named(waiver: WaiverUse) -> str:
    return f"{waiver.rule} {waiver.subject}"


def _told_waiver(waiver: WaiverUse) -> dict[str, str]:
    return {
        "waived to": str(waiver.bound),
        "used": "" if waiver.used is None else str(waiver.used),
        "needed": "yes" if waiver.is_needed else "no",
    }
