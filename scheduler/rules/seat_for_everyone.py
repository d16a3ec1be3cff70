"""Seat for everyone: everybody aboard has exactly one place home, its grade told truly."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from scheduler.domain import (
    Finding,
    FlightPlan,
    Grade,
    Plan,
    Problem,
    SeatSpan,
    Stay,
    each_day,
)
from scheduler.rules.base import Rule, spans, stretches

if TYPE_CHECKING:
    from scheduler.board import Board

SEATLESS = "has no seat (G4)"


class SeatForEveryone(Rule):
    """Everybody aboard holds one seat; nobody is below the least grade where one is set.

    Being without a seat (G4) is told, not forbidden, unless ``least_grade`` forbids it: then the
    first goal keeps it rare. A waiver lowers the least grade on its days. Days outside
    ``[as_of, until)`` are not looked at.
    """

    code: ClassVar[str] = "seat-for-everyone"
    ref: ClassVar[str] = "LB-1"
    hardness: ClassVar[str] = "S"
    sentence: ClassVar[str] = "Everybody aboard has one seat home at every moment."
    source: ClassVar[str] = "domain_rules LB-1; design.md section 3"

    def post(self, board: Board) -> None:
        """Forbid every grade below the least one."""
        problem = board.problem
        least = Grade[problem.least_grade]
        if least is Grade.G4:
            return
        sentence = f"Nobody aboard has a seat below {least.name} ({least.meaning})."
        with self.require(board, problem.station.id, sentence, problem.least_grade_at) as require:
            slack = require.slack("least_grade", least, Grade.G4 - least)
            lowered = {n: require.reaches(slack, n) for n in range(1, Grade.G4 - least + 1)}
            for day in board.days:
                least = _least(problem, board.calendar.date(day))
                for grade in Grade:
                    if grade > least:
                        is_forbidden = board.negate(lowered.get(grade - least, False))
                        require.add(board.grades.people(grade, day) == 0, is_forbidden)

    def check(self, plan: Plan, problem: Problem) -> Iterator[Finding]:
        """Walk everybody's days, then compare the grades ship by ship."""
        seats: dict[str, list[SeatSpan]] = {}
        for seat in plan.seats:
            seats.setdefault(seat.person, []).append(seat)
        for stay in plan.stays:
            yield from self._check_stay(plan, problem, stay, seats.get(stay.person, []))
        yield from self._check_grades(plan, problem)
        yield from self._check_strays(plan)

    def _check_stay(
        self, plan: Plan, problem: Problem, stay: Stay, held: list[SeatSpan]
    ) -> Iterator[Finding]:
        """Look at one person's seat while they are aboard, wherever it may change."""
        ships = [ship for seat in held if seat.flight and (ship := plan.flight(seat.flight))]
        turns = [*problem.turning_days, *_ends(held)]
        turns += [day for ship in ships for day in (ship.dock_on, ship.undock_on) if day]
        faults: dict[tuple[str, bool], list[date]] = {}
        for start, end in stretches(*_span_aboard(stay, problem), turns):
            least = _least(problem, start)
            text = _fault(plan, held, start, least)
            if text:
                is_told = text == SEATLESS and least is Grade.G4
                faults.setdefault((text, is_told), []).extend(each_day(start, end))
        for (text, is_told), days in faults.items():
            for start, end in spans(days):
                told = f"{stay.person} {text} from {start} up to {end}."
                yield self.finding(stay.person, told, start, end, is_told=is_told)

    def _check_strays(self, plan: Plan) -> Iterator[Finding]:
        """Find seats held by people while they are not aboard."""
        stays: dict[str, list[Stay]] = {}
        for stay in plan.stays:
            stays.setdefault(stay.person, []).append(stay)
        for seat in plan.seats:
            own = stays.get(seat.person, [])
            turns = [day for stay in own for day in (stay.from_on, stay.to_on) if day]
            away = [
                day
                for start, end in stretches(seat.from_on, seat.to_on, turns)
                if not any(stay.is_aboard_on(start) for stay in own)
                for day in each_day(start, end)
            ]
            for start, end in spans(away):
                text = f"{seat.person} holds a seat from {start} up to {end} but is not aboard."
                yield self.finding(seat.person, text, start, end)

    def _check_grades(self, plan: Plan, problem: Problem) -> Iterator[Finding]:
        """Compare the grades stated in each ship with those that its places give."""
        for flight in plan.flights:
            if flight.flight not in problem.flights:
                continue
            held = list(plan.seats_in(flight.flight))
            turns = [*problem.turning_days, *_ends(held)]
            wrong = [
                day
                for start, end in stretches(*_span_docked(flight, problem), turns)
                if _stated(held, start) != _given(held, start, problem, flight.flight)
                for day in each_day(start, end)
            ]
            for start, end in spans(wrong):
                text = (
                    f"The seat grades stated in {flight.flight} from {start} up to {end} "
                    "are not those that its places give."
                )
                yield self.finding(flight.flight, text, start, end)


def _ends(held: list[SeatSpan]) -> Iterator[date]:
    """Walk the days on which seats begin and end."""
    for seat in held:
        yield seat.from_on
        yield seat.to_on


def _span_aboard(stay: Stay, problem: Problem) -> tuple[date, date]:
    """Give the days of the horizon on which somebody is aboard; an empty span without any."""
    if stay.from_on is None:
        return problem.until, problem.until
    end = problem.until if stay.to_on is None else min(stay.to_on, problem.until)
    return max(stay.from_on, problem.as_of), end


def _span_docked(flight: FlightPlan, problem: Problem) -> tuple[date, date]:
    """Give the days of the horizon on which a ship is docked; an empty span without any."""
    if flight.dock_on is None or flight.undock_on is None or not flight.flies:
        return problem.until, problem.until
    return max(flight.dock_on, problem.as_of), min(flight.undock_on, problem.until)


def _least(problem: Problem, day: date) -> Grade:
    """Give the least grade that is allowed on a day."""
    waiver = problem.waiver("LB-1", "least_grade", problem.station.id, day)
    return Grade(waiver.bound) if waiver else Grade[problem.least_grade]


def _fault(plan: Plan, held: list[SeatSpan], day: date, least: Grade) -> str:
    """Tell what is wrong with one person's seat on one day; nothing when all is well."""
    now = [seat for seat in held if seat.from_on <= day < seat.to_on]
    if len(now) != 1:
        return "has no seat row" if not now else "has two seats at once"
    [seat] = now
    if seat.flight is None or seat.grade is Grade.G4:
        return SEATLESS if seat.flight is None else "is at G4 with a ship named"
    ship = plan.flight(seat.flight)
    if ship is None or not ship.is_docked_on(day):
        return f"has a seat in {seat.flight}, which is not docked,"
    if seat.grade > least:
        return f"is at {seat.grade.name}, below {least.name},"
    return ""


def _stated(held: list[SeatSpan], day: date) -> Counter[Grade]:
    return Counter(seat.grade for seat in held if seat.from_on <= day < seat.to_on)


def _given(held: list[SeatSpan], day: date, problem: Problem, flight: str) -> Counter[Grade]:
    """Seat the people of a ship: certified seats first, to those fitted for it before others."""
    people = [seat.person for seat in held if seat.from_on <= day < seat.to_on]
    places = problem.places_on(flight, day)
    if places.emergency:
        return Counter({Grade.G3: len(people)} if people else {})
    fitted = sum(p in problem.travellers and problem.is_fitted(p, flight) for p in people)
    given: Counter[Grade] = Counter()
    for number in range(len(people)):
        if number >= places.certified:
            given[Grade.G2] += 1
        else:
            given[Grade.G0 if number < fitted else Grade.G1] += 1
    return given
