"""Single numbers that may give way, listed by hand: what a cheapest way out is held against."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from scheduler.domain import Demand, DemandKind, Grade, Problem, Relaxation, Waiver
from scheduler.rules import RULES

UP, DOWN = 1, -1
FAR_DAYS, FAR_PEOPLE = 40, 9
"""Amounts beyond which nothing changes in a tiny world; assumed."""
MOST_MOVES = 1
"""A board has room for one relocation more."""
NUMBERS: tuple[tuple[str, str, str, int], ...] = (
    ("LB-1", "least_grade", "station", UP),
    ("LB-3", "transfer_days", "flights", DOWN),
    ("LB-4", "emergency_seats", "flights", UP),
    ("LB-7", "lead_days", "flights", DOWN),
    ("VL-1", "life_days", "flights", UP),
    ("PT-1", "gap_days", "ports", DOWN),
    ("PT-3", "most_relocations", "flights", UP),
    ("TR-1", "separation_days", "station", DOWN),
    ("TR-7", "turnaround_days", "pads", DOWN),
    ("HO-1", "least_handover_days", "flights", DOWN),
    ("HO-3", "most_aboard", "station", UP),
    ("HO-3", "most_days", "station", UP),
    ("HO-3", "long_term", "station", UP),
    ("CR-1", "most_days", "people", UP),
    ("CR-1", "least_days", "people", DOWN),
    ("readiness", "early_days", "flights", UP),
    ("CT-1", "least_aboard", "station", DOWN),
)
DEMANDS = {
    DemandKind.EARLIEST_LAUNCH: (DOWN,),
    DemandKind.LAUNCH_FROM: (DOWN,),
    DemandKind.LATEST_LAUNCH: (UP,),
    DemandKind.EARLIEST_UNDOCK: (DOWN,),
    DemandKind.LATEST_UNDOCK: (UP,),
    DemandKind.RETURN_BY: (UP,),
    DemandKind.PIN_EVENT: (UP, DOWN),
}
HARDNESS = {rule.ref: rule.hardness for rule in RULES}
Name = tuple[str, str, str, int]


@dataclass(frozen=True)
class Give:
    """One number that may give way, ``most`` at the most; ``name`` tells it from all others."""

    name: Name
    hardness: str
    most: int
    by: Callable[[int], Problem]


def gives(problem: Problem) -> Iterator[Give]:
    """Walk the numbers of a problem that may give way."""
    subjects = {
        "station": [problem.station.id],
        "flights": list(problem.flights),
        "ports": list(problem.station.ports),
        "pads": list(problem.station.pads),
        "people": list(problem.travellers),
    }
    for rule, number, kind, step in NUMBERS:
        for subject in subjects[kind]:
            if not problem.is_waived_for_days(rule, number, subject):
                yield from _numbers(problem, (rule, number, subject, step))
    for demand in problem.demands:
        for step in DEMANDS.get(demand.kind, ()) if demand.event != "relocate" else ():
            yield from _days(problem, demand, step)


def names_of(relaxation: Relaxation, problem: Problem) -> dict[Name, int]:
    """Name what gives way in a relaxation, with the amount of each."""
    found: dict[Name, int] = {}
    for waiver in relaxation.waived:
        base = _base(problem, waiver.rule, waiver.number, waiver.subject)
        step = UP if waiver.bound > base else DOWN
        name = (waiver.rule, waiver.number, waiver.subject, step)
        found[name] = abs(waiver.bound - base)
    for moved in relaxation.moved:
        demand = next(one for one in problem.demands if one.key == moved.key)
        assert moved.day
        assert demand.day
        days = (moved.day - demand.day).days
        found[_name(demand, UP if days > 0 else DOWN)] = abs(days)
    return found


def with_one_less(relaxation: Relaxation, problem: Problem) -> Iterator[Problem]:
    """Walk the problem relaxed, each number in turn by one unit less."""
    for place, waiver in enumerate(relaxation.waived):
        base = _base(problem, waiver.rule, waiver.number, waiver.subject)
        bound = waiver.bound - (1 if waiver.bound > base else -1)
        waived = [*relaxation.waived]
        waived[place : place + 1] = [replace(waiver, bound=bound)] if bound != base else []
        yield problem.relaxed(replace(relaxation, waived=tuple(waived)))
    for place, moved in enumerate(relaxation.moved):
        demand = next(one for one in problem.demands if one.key == moved.key)
        assert moved.day
        assert demand.day
        nearer = moved.day + timedelta(days=1 if moved.day < demand.day else -1)
        demands = [*relaxation.moved]
        demands[place] = replace(moved, day=nearer)
        yield problem.relaxed(replace(relaxation, moved=tuple(demands)))


def _base(problem: Problem, rule: str, number: str, subject: str) -> int:
    """Give a number as it binds, with the waivers there are; that of the published launch."""
    if (rule, number) == ("LB-1", "least_grade"):
        return Grade[problem.least_grade]
    if (rule, number) == ("PT-3", "most_relocations"):
        published = len(problem.flights[subject].calls) - 1
        return max(problem.bound(rule, number, subject) or 0, published)
    if (rule, number) == ("LB-4", "emergency_seats"):
        return max(problem.bound(rule, number, subject, problem.as_of) or 0, problem.seats(subject))
    bound = problem.bound(rule, number, subject)
    if (rule, number) == ("VL-1", "life_days") and bound is None:
        bound = problem.life_days(subject, problem.flights[subject].launch_on)
    return bound or 0


def _numbers(problem: Problem, name: Name) -> Iterator[Give]:
    rule, number, subject, step = name
    base = _base(problem, rule, number, subject)
    is_unset = problem.bound(rule, number, subject) is None
    if is_unset and number not in ("early_days", "life_days", "least_grade", "most_relocations"):
        return  # a number that nobody gives limits nothing
    if any((w.rule, w.number, w.subject) == (rule, number, subject) for w in problem.waivers):
        return  # a second waiver would replace the first on its days
    most = {DOWN: base, UP: FAR_DAYS if "days" in number else FAR_PEOPLE}[step]
    if rule == "LB-1":
        most = Grade.G4 - base
    if rule == "PT-3":
        most = MOST_MOVES
    if most <= 0:
        return

    def by(amount: int) -> Problem:
        return problem.with_waiver(Waiver(rule, number, subject, base + step * amount, "", ""))

    yield Give(name, HARDNESS[rule], most, by)


def _days(problem: Problem, demand: Demand, step: int) -> Iterator[Give]:
    assert demand.day
    day, at = demand.day, problem.demands.index(demand)
    most = FAR_DAYS if step == UP else (day - problem.as_of).days
    if demand.kind is DemandKind.LATEST_LAUNCH:
        most = (problem.until - day).days - 1
    if most <= 0:
        return

    def by(amount: int) -> Problem:
        moved = replace(demand, day=day + timedelta(days=step * amount))
        return replace(problem, demands=(*problem.demands[:at], moved, *problem.demands[at + 1 :]))

    yield Give(_name(demand, step), HARDNESS["what-if"], most, by)


def _name(demand: Demand, step: int) -> Name:
    return ("what-if", f"{demand.kind.value}:{demand.event}:{demand.at}", demand.subject, step)
