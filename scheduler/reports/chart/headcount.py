"""Seats against people, day by day: what ships offer, who is aboard, who lacks a certified seat."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from scheduler.domain import FlightPlan, Grade, each_day
from scheduler.reports.chart.charted import Charted
from scheduler.units import add_days, days_between


@dataclass(frozen=True)
class Level:
    """What holds in ``[from_on, to_on)``: certified places, others, people by grade of seat."""

    from_on: date
    to_on: date
    certified: int
    others: int
    heads: int
    grades: tuple[tuple[Grade, int], ...]

    @property
    def lacking(self) -> int:
        """Count the people without a certified seat."""
        return sum(number for grade, number in self.grades if grade > Grade.G1)

    @property
    def words(self) -> tuple[str, ...]:
        """Say it in words."""
        told = [f"{number} at {grade.name} ({grade.meaning})" for grade, number in self.grades]
        more = f", {self.others} others" if self.others else ""
        return f"{self.heads} aboard, {self.certified} certified seats{more}", *told


def levels(charted: Charted) -> list[Level]:
    """Give the levels of ``[as_of, until)``, neighbours that are alike joined."""
    start, end = charted.run.as_of, charted.run.until
    certified, others = _places(charted)
    heads, grades = _heads(charted), _grades(charted)
    found: list[Level] = []
    for number, day in enumerate(each_day(start, end)):
        level = Level(
            day,
            add_days(day, 1),
            certified[number],
            others[number],
            heads[number],
            tuple(sorted(grades.get(number, Counter()).items())),
        )
        if found and replace(found[-1], from_on=day, to_on=level.to_on) == level:
            found[-1] = replace(found[-1], to_on=level.to_on)
        else:
            found.append(level)
    return found


def _numbers(charted: Charted, start: date | None, end: date | None) -> Iterator[tuple[int, date]]:
    """Walk the days of a span that lie in the horizon, counted from ``as_of``."""
    as_of, until = charted.run.as_of, charted.run.until
    for day in each_day(max(start or as_of, as_of), min(end or until, until)):
        yield days_between(as_of, day), day


def _places(charted: Charted) -> tuple[Counter[int], Counter[int]]:
    """Count the places of all ships by day: certified ones, and improvised or for emergencies."""
    certified, others = Counter[int](), Counter[int]()
    for flight in charted.plan.flights:
        if not charted.carries_people(flight) or not flight.flies or not _is_known(charted, flight):
            continue
        for number, day in _numbers(charted, flight.dock_on, flight.undock_on):
            places = charted.problem.places_on(flight.flight, day)
            certified[number] += places.certified
            others[number] += places.improvised + places.emergency
    return certified, others


def _is_known(charted: Charted, flight: FlightPlan) -> bool:
    return charted.flight(flight.flight) is not None


def _heads(charted: Charted) -> Counter[int]:
    heads = Counter[int]()
    for stay in charted.plan.stays:
        if stay.from_on:
            heads.update(number for number, _ in _numbers(charted, stay.from_on, stay.to_on))
    return heads


def _grades(charted: Charted) -> dict[int, Counter[Grade]]:
    found: dict[int, Counter[Grade]] = {}
    for seat in charted.plan.seats:
        for number, _ in _numbers(charted, seat.from_on, seat.to_on):
            found.setdefault(number, Counter())[seat.grade] += 1
    return found
