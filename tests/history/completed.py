"""Plans completed from published voyages, and how the tests read them.

Day 0 is ``as_of``. A Soyuz has 2 seats and no place beyond them; a Dragon has 2 and 1 improvised
place, docks a day after its launch and lands a day after its undocking.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from scheduler.domain import Health, HealthFact, Plan, Problem, SeatFact
from scheduler.history.completing import completed
from tests.history.drawn_worlds import Step, published
from tests.rules.worlds import AS_OF, DRAGON, POISK, make_flight, on

MS_1 = make_flight("ms-1", launch=-8, undock=6, crew=("ann", "bob"))
MS_2 = make_flight("ms-2", launch=4, undock=16, crew=("cat",), ports=((POISK, 4),))
CREW_1 = make_flight("crew-1", kind=DRAGON, launch=-6, undock=8, crew=("fay",))
LEFT = {"ann": "ms-2"}  # ann stays when ms-1 leaves on day 6, and goes home in ms-2 on day 16

Row = tuple[str | None, int, int, str]


def number(day: date | None) -> int | None:
    """Give the number of a day."""
    return None if day is None else (day - AS_OF).days


def seat(plan: Plan, person: str) -> list[Row]:
    """List somebody's seats: the ship, the first day, the day after the last, the grade."""
    return [
        (row.flight, (row.from_on - AS_OF).days, (row.to_on - AS_OF).days, row.grade.name)
        for row in plan.seats
        if row.person == person
    ]


def sick(flight: str, health: Health, seats: int | None = None, day: int = -1) -> HealthFact:
    """Make the health of a ship from a day on."""
    return HealthFact(flight, on(day), health, seats, on(-1))


def made(problem: Problem, moves: Mapping[str, Sequence[Step]] | None = None) -> Plan:
    """Complete the plan of the published voyages; ``moves`` are days, ships and grades."""
    rows = {
        person: [SeatFact(person, ship, on(day), grade, on(day)) for day, ship, grade in steps]
        for person, steps in (moves or {}).items()
    }
    return completed(problem, published(problem), rows)
