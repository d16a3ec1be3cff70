"""Pad turnaround: a pad needs days between launches, and neither pad nor launcher may be out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar

from scheduler.domain import Finding, Flight, Outage, Plan, Problem
from scheduler.rules.base import Rule
from scheduler.units import count

if TYPE_CHECKING:
    from scheduler.board import Board


class PadTurnaround(Rule):
    """Launches from one pad keep its turnaround; no launch while pad or launcher is out.

    Launches behind us count. A flight without a pad in the facts uses the first of its type.
    """

    code: ClassVar[str] = "pad-turnaround"
    ref: ClassVar[str] = "TR-7"
    hardness: ClassVar[str] = "C"
    sentence: ClassVar[str] = "A pad needs its turnaround; no launch while pad or launcher is out."
    source: ClassVar[str] = "domain_rules TR-7, TR-8"

    def post(self, board: Board) -> None:
        """Keep the launches of each pad apart and out of every outage."""
        for pad in board.problem.station.pads:
            days = board.problem.bound("TR-7", "turnaround_days", pad) or 0
            ships = [s for s in board.ships.values() if s.flight.pad == pad and s.flight.is_ahead]
            if not days or not ships:
                continue
            sentence = f"Launches from {pad} are at least {count(days, 'day')} apart."
            with self.require(board, pad, sentence) as require:
                kept = days - require.slack("turnaround_days", days, days, step=-1)
                slots = []
                for ship in ships:
                    day, name = ship.launch.expr, f"pad:{ship.id}"
                    slots.append(board.interval(day, kept, day + kept, ship.flies, name))
                past = [on for on, _ in _past_launches(board.problem, pad)]
                newest = board.calendar.day(max(past)) if past else -days
                if newest + days > 0:
                    past_slot = board.interval(newest, kept, newest + kept, True, f"past:{pad}")
                    slots.append(past_slot)
                require.keep_apart(slots)
        for outage in board.problem.outages:
            self._post_outage(board, outage)

    def _post_outage(self, board: Board, outage: Outage) -> None:
        ships = [
            ship
            for ship in board.ships.values()
            if ship.flight.is_ahead and _uses(board.problem, ship.flight, outage)
        ]
        if not ships:
            return
        until = f" up to {outage.to_on}" if outage.to_on else " on"
        sentence = f"{outage.subject} launches nothing from {outage.from_on}{until}."
        with self.require(board, outage.subject, sentence, outage.at) as require:
            for ship in ships:
                first = board.calendar.day(outage.from_on)
                begun = board.negate(ship.launch.by(first - 1))
                end = board.calendar.day(outage.to_on) if outage.to_on else board.calendar.length
                require.forbid(begun, ship.launch.by(end - 1), ship.flies)

    def check(self, plan: Plan, problem: Problem) -> Iterator[Finding]:
        """Sort the launches of each pad; look up every launch in every outage."""
        for pad in problem.station.pads:
            least = problem.bound("TR-7", "turnaround_days", pad) or 0
            launches = sorted(_past_launches(problem, pad))[-1:]
            launches += sorted(
                (day, flight.id) for day, flight in _launching(plan, problem) if flight.pad == pad
            )
            for (first_on, first), (second_on, second) in pairwise(launches):
                if (second_on - first_on).days < least:
                    text = (
                        f"{first} ({first_on}) and {second} ({second_on}) launch from {pad} "
                        f"less than {count(least, 'day')} apart."
                    )
                    yield self.finding(pad, text, first_on, second_on)
        for day, flight in _launching(plan, problem):
            for outage in problem.outages:
                if _uses(problem, flight, outage) and outage.covers(day):
                    text = f"{flight.id} launches on {day} while {outage.subject} is out."
                    yield self.finding(outage.subject, text, day)


def _uses(problem: Problem, flight: Flight, outage: Outage) -> bool:
    if outage.kind == "pad":
        return flight.pad == outage.subject
    return outage.kind == "launcher" and problem.type_of(flight.id).launcher == outage.subject


def _past_launches(problem: Problem, pad: str) -> list[tuple[date, str]]:
    return [
        (past.on, past.flight)
        for past in problem.past_events
        if past.pad == pad and past.event == "launch"
    ]


def _launching(plan: Plan, problem: Problem) -> Iterator[tuple[date, Flight]]:
    """Walk the launches still ahead, each with its day."""
    for planned in plan.flights:
        flight = problem.flights.get(planned.flight)
        if flight is not None and flight.is_ahead and planned.flies and planned.launch_on:
            yield planned.launch_on, flight
