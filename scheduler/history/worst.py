"""The days on which people aboard were worst off for a seat home."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, timedelta

from scheduler.domain import Grade, SeatSpan, each_day
from scheduler.history.record import Record, person_of

MOST = 10
DAY = timedelta(days=1)


@dataclass(frozen=True)
class PoorSeat:
    """Somebody without a certified seat of their own: where, at which grade, and why.

    ``health`` is that of the ship; empty where there is no ship, or it is sound.
    """

    person: str
    flight: str | None
    grade: Grade
    health: str


@dataclass(frozen=True)
class WorstDays:
    """Days in ``[from_on, to_on)``, all alike, with everybody who had no G0 seat."""

    from_on: date
    to_on: date
    seats: tuple[PoorSeat, ...]

    @property
    def rank(self) -> tuple[int, ...]:
        """Count people by grade, the worst first: the greater, the worse."""
        grades = Counter(seat.grade for seat in self.seats)
        return tuple(grades[grade] for grade in sorted(Grade, reverse=True))


def worst_days(record: Record, most: int = MOST) -> tuple[WorstDays, ...]:
    """Find the worst stretches of days, the worst first and of equal ones the earliest."""
    poor: dict[date, list[PoorSeat]] = {}
    for seat in record.plan.seats:
        if seat.grade > Grade.G0:
            for day in each_day(seat.from_on, seat.to_on):
                poor.setdefault(day, []).append(_poor(record, seat, day))
    stretches: list[WorstDays] = []
    for day, seats in sorted(poor.items()):
        now = WorstDays(day, day + DAY, tuple(sorted(seats, key=lambda one: one.person)))
        last = stretches[-1] if stretches else None
        if last and (last.to_on, last.seats) == (day, now.seats):
            stretches[-1] = replace(last, to_on=now.to_on)
        else:
            stretches.append(now)
    worst = sorted(stretches, key=lambda one: one.from_on)
    worst.sort(key=lambda one: one.rank, reverse=True)
    return tuple(worst[:most])


def _poor(record: Record, seat: SeatSpan, day: date) -> PoorSeat:
    """Tell a seat with the health of its ship; without one, of the ship that brought them up."""
    stay = record.problem.travellers[seat.person]
    state = record.problem.health_on(seat.flight or stay.up, day)
    health = "" if state.health.value == "nominal" else state.health.value
    named = f" ({state.seats} seats)" if health and state.seats is not None else ""
    return PoorSeat(person_of(seat.person), seat.flight, seat.grade, health + named)
