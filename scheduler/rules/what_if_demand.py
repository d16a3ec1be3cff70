"""What-if demand: what the planner's own file asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, ClassVar

from scheduler.domain import Demand, DemandKind, Finding, Plan, Problem
from scheduler.rules.base import Rule
from scheduler.rules.what_if_kept import HANDOVERS, is_kept

if TYPE_CHECKING:
    from scheduler.board import Board, Literal, Number, RequirementScope, Ship

SENTENCES = {
    DemandKind.EARLIEST_LAUNCH: "{name} launches on {day} at the earliest.",
    DemandKind.LAUNCH_FROM: "{name} launches on {day} at the earliest.",
    DemandKind.LATEST_LAUNCH: "{name} launches on {day} at the latest.",
    DemandKind.EARLIEST_UNDOCK: "{name} undocks on {day} at the earliest.",
    DemandKind.LATEST_UNDOCK: "{name} undocks on {day} at the latest.",
    DemandKind.PORTS: "{name} uses {ports} only.",
    DemandKind.UNCREWED: "{name} goes up empty.",
    DemandKind.CREWED: "{name} goes up with a crew.",
    DemandKind.PIN_EVENT: "{name} {event} on {day}.",
    DemandKind.PIN_LEG: "{name} rides {event} on {flight}.",
    DemandKind.DIRECT_HANDOVER: "{outgoing} hands over to {name} directly.",
    DemandKind.INDIRECT_HANDOVER: "{outgoing} hands over to {name} indirectly.",
    DemandKind.UNAVAILABLE: "{name} cannot launch from {day} up to {to_on}.",
    DemandKind.RETURN_BY: "{name} lands by {day}.",
}
VERBS = {
    "launch": "launches",
    "dock": "docks",
    "relocate": "relocates",
    "undock": "undocks",
    "land": "lands",
}


class WhatIfDemand(Rule):
    """Each demand of the what-if file holds; a demand names its file and line."""

    code: ClassVar[str] = "what-if-demand"
    ref: ClassVar[str] = "what-if"
    hardness: ClassVar[str] = "P"
    sentence: ClassVar[str] = "What the what-if file demands, holds."
    source: ClassVar[str] = "design.md section 4.3"

    def post(self, board: Board) -> None:
        """Post each demand as one requirement."""
        for demand in board.problem.demands:
            sentence = demanded(board.problem, demand)
            with self.require(board, demand.subject, sentence, demand.at) as require:
                if demand.subject in board.ships:
                    _post_flight(board, demand, require)
                else:
                    _post_person(board, demand, require)

    def check(self, plan: Plan, problem: Problem) -> Iterator[Finding]:
        """Look up what the plan does about each demand."""
        for demand in problem.demands:
            if not is_kept(plan, demand, problem):
                text = f"Not kept ({demand.at}): {demanded(problem, demand)}"
                yield self.finding(demand.subject, text, demand.day)


def demanded(problem: Problem, demand: Demand) -> str:
    """Tell a demand in one sentence."""
    outgoing = problem.any_flight(demand.flight).name if demand.kind in HANDOVERS else ""
    return SENTENCES[demand.kind].format(
        name=problem.name_of(demand.subject),
        outgoing=outgoing,
        day=demand.day,
        to_on=demand.to_on or "further notice",
        ports=", ".join(demand.ports),
        event=VERBS.get(demand.event, demand.event),
        flight=demand.flight,
    )


def _post_flight(board: Board, demand: Demand, require: RequirementScope) -> None:
    ship = board.ships[demand.subject]
    match demand.kind:
        case kind if kind in HANDOVERS:
            _post_handover(board, demand, require)
        case DemandKind.PORTS:
            for slot in ship.slots:
                for port, literal in slot.at.items():
                    if port not in demand.ports and literal is not True:
                        require.forbid(literal)
        case DemandKind.UNCREWED:
            require.forbid(board.is_crewed(ship.id))
        case DemandKind.CREWED:
            require.add_or([board.is_crewed(ship.id)], ship.flies)
        case DemandKind.PIN_EVENT if demand.day:
            _post_pin(board, ship, (demand.event, board.calendar.day(demand.day)), require)
        case _ if demand.day:
            _post_day(board, ship, (demand.kind, board.calendar.day(demand.day)), require)


def _post_day(
    board: Board, ship: Ship, bound: tuple[DemandKind, int], require: RequirementScope
) -> None:
    """Bound a launch or an undocking; one that does not happen is never too early."""
    kind, day = bound
    sooner, later = _slacks(board, require, kind.value, day)
    match kind:
        case DemandKind.EARLIEST_LAUNCH | DemandKind.LAUNCH_FROM:
            require.add(ship.launch.expr >= day - sooner(), ship.flies)
        case DemandKind.LATEST_LAUNCH:
            last = board.calendar.length - 1  # the first day outside is that of a flight that waits
            latest = day + require.slack(kind.value, day, last - day)
            require.add(ship.launch.expr <= latest)
        case DemandKind.EARLIEST_UNDOCK:
            require.add(ship.undock.expr >= day - sooner(), ship.flies)
        case DemandKind.LATEST_UNDOCK:
            require.add(ship.undock.expr <= day + later(), ship.flies)


def _slacks(
    board: Board, require: RequirementScope, number: str, day: int
) -> tuple[Callable[[], Number], Callable[[], Number]]:
    """Offer the days by which a demanded day may come sooner, and later."""
    return (
        lambda: require.slack(number, day, day, step=-1),
        lambda: require.slack(number, day, board.calendar.end - day),
    )


def _post_pin(board: Board, ship: Ship, pin: tuple[str, int], require: RequirementScope) -> None:
    """Hold an event to its day; it has to happen."""
    event, day = pin
    require.add_or([ship.flies])
    if event != "relocate":
        days = {"launch": ship.launch, "dock": ship.dock, "undock": ship.undock, "land": ship.land}
        sooner, later = _slacks(board, require, event, day)
        require.add(days[event].expr >= day - sooner())
        require.add(days[event].expr <= day + later())
        return
    moves: list[Literal] = []
    for slot in ship.slots[1:]:
        moves.append(board.new_literal(f"pinned:{ship.id}"))
        require.add(slot.start.expr == day, moves[-1])
        require.forbid(moves[-1], board.negate(slot.is_used))
    require.add_or(moves)


def _post_handover(board: Board, demand: Demand, require: RequirementScope) -> None:
    """Have one crew relieve the other: docked before its ship undocks, or no sooner than that."""
    comes = board.ships[demand.subject].dock
    pair = (demand.flight, demand.subject)
    possible = [
        one
        for one in board.handovers
        if (one.outgoing.id, one.incoming.id) == pair and one.dock is comes
    ]
    require.add_or([one.happens for one in possible])
    for one in possible:
        if demand.kind is DemandKind.DIRECT_HANDOVER:
            require.add(one.dock.expr < one.undock.expr)
        else:
            require.add(one.dock.expr >= one.undock.expr)


def _post_person(board: Board, demand: Demand, require: RequirementScope) -> None:
    rides = board.rides.of(demand.subject)
    match demand.kind:
        case DemandKind.RETURN_BY if demand.day:
            day = board.calendar.day(demand.day)
            _, later = _slacks(board, require, demand.kind.value, day)
            latest = day + later()
            for ride in rides:
                require.add(ride.down.land.expr <= latest, ride.happens)
            require.add_or([ride.happens for ride in rides])
        case DemandKind.UNAVAILABLE if demand.day:
            first = board.calendar.day(demand.day)
            end = board.calendar.day(demand.to_on) if demand.to_on else board.calendar.end
            for ship, literal in board.rides.lifts(demand.subject):
                begun = board.negate(ship.launch.by(first - 1))
                require.forbid(begun, ship.launch.by(end - 1), literal)
        case DemandKind.PIN_LEG if demand.event == "up":
            lifts = board.rides.lifts(demand.subject)
            require.add_or([literal for ship, literal in lifts if ship.id == demand.flight])
        case DemandKind.PIN_LEG:
            require.add_or([ride.happens for ride in rides if ride.down.id == demand.flight])
