"""The ships on the board: when each launches, docks, moves port, undocks and lands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from ortools.sat.python import cp_model

from scheduler.board.calendar import Calendar
from scheduler.board.limits import DayLimits
from scheduler.board.literals import Literal, Number, Timepoint, negate
from scheduler.domain import Flight, Problem, Standing


@dataclass(frozen=True)
class PortSlot:
    """One port stay that a ship may have, ``[start, end)``; ``at`` has one literal a port."""

    start: Timepoint
    end: Timepoint
    size: Number
    is_used: Literal
    at: dict[str, Literal]


@dataclass(frozen=True)
class Ship:
    """One flight's decisions.

    A ship that does not fly in the horizon launches on the day ``until``, the first day that
    lies outside; then nothing of it happens on any day of the horizon.
    """

    flight: Flight
    flies: Literal
    launch: Timepoint
    dock: Timepoint
    undock: Timepoint
    land: Timepoint
    slots: tuple[PortSlot, ...]

    @property
    def id(self) -> str:
        """Give the flight's id."""
        return self.flight.id

    def is_docked(self, day: int) -> tuple[Literal, Literal]:
        """Give the pair (has docked, has not left) whose conjunction is being at the station."""
        return self.dock.by(day), negate(self.undock.by(day))

    def leaves_on(self, day: int) -> tuple[Literal, Literal, Literal]:
        """Give the literals whose conjunction is leaving the station on a day."""
        return self.undock.by(day), negate(self.undock.by(day - 1)), self.flies

    def docked_sum(self, day: int) -> Number:
        """Give 1 while the ship is at the station and 0 else, for use in sums."""
        return self.dock.by(day) - self.undock.by(day)

    def events(self) -> Iterator[tuple[str, Timepoint, Literal]]:
        """Walk docking, relocations and undocking that are still ahead."""
        if self.flight.standing is not Standing.DOCKED:
            yield "dock", self.dock, self.flies
        for slot in self.slots[1:]:
            yield "relocate", slot.start, slot.is_used
        yield "undock", self.undock, self.flies


def make_ship(
    model: cp_model.CpModel,
    problem: Problem,
    calendar: Calendar,
    flight: Flight,
    limits: DayLimits,
) -> Ship:
    """Put one flight on the board with the days that physics, the past and ``limits`` allow."""
    transit_days = (flight.dock_on - flight.launch_on).days
    if flight.is_ahead:
        launch = Timepoint.open(model, limits.least_launch, calendar.length, f"launch:{flight.id}")
        dock = launch.later(transit_days)
    else:
        launch = Timepoint.known(model, calendar.day(flight.launch_on))
        dock = Timepoint.known(model, calendar.day(flight.dock_on))
    flies = launch.by(calendar.length - 1)
    return_days = (flight.land_on - flight.undock_on).days
    most = calendar.end
    if limits.most_life_days is not None:
        most = min(most, launch.most + limits.most_life_days - return_days)
    least = max(0, dock.least + 1)
    undock = Timepoint.open(model, least, max(least, most), f"undock:{flight.id}")
    if flight.is_ahead:
        model.add(undock.expr >= dock.expr + 1)
        if not isinstance(flies, bool):
            model.add(undock.expr == dock.expr + 1).only_enforce_if(~flies)
    moves = _relocations(model, problem, flight, dock, undock, limits.spare_moves)
    slots = _slots(model, limits.ports, calendar, flight, flies, (dock, *moves, undock))
    return Ship(flight, flies, launch, dock, undock, undock.later(return_days), slots)


def _slots(
    model: cp_model.CpModel,
    ports: tuple[str, ...],
    calendar: Calendar,
    flight: Flight,
    flies: Literal,
    starts: tuple[Timepoint, ...],
) -> tuple[PortSlot, ...]:
    """Make the first port stay and one for each relocation that may be made.

    Only ships with seats are moved: their crew rides along (domain_rules LB-6). A cargo ship
    keeps the relocations that are published for it. A relocation that is not made is put on
    the day of undocking.
    """
    dock, undock = starts[0], starts[-1]
    slots: list[PortSlot] = []
    for number, (start, end) in enumerate(pairwise(starts)):
        name = f"{flight.id}:{number}"
        is_used = flies if number == 0 else _is_before(model, start, undock, f"moves:{name}")
        at = _ports(model, ports, flight, number, name)
        model.add(sum(at.values()) == is_used)
        if number:
            for port, literal in at.items():
                model.add(literal + slots[-1].at.get(port, False) <= 1)
        size = model.new_int_var(0, calendar.end - min(0, dock.least), f"size:{name}")
        model.add(size == end.expr - start.expr)
        slots.append(PortSlot(start, end, size, is_used, at))
    return tuple(slots)


def _relocations(
    model: cp_model.CpModel,
    problem: Problem,
    flight: Flight,
    dock: Timepoint,
    undock: Timepoint,
    spare: int,
) -> list[Timepoint]:
    has_seats = problem.type_of(flight.id).carries_people
    most = problem.bound("PT-3", "most_relocations", flight.id) or 0
    published = len(flight.calls) - 1
    number = max(most, published) + spare if has_seats else max(0, published)
    moves: list[Timepoint] = []
    for index in range(number):
        move = Timepoint.open(
            model, max(0, dock.least + 1), undock.most, f"relocate:{flight.id}:{index}"
        )
        before = moves[-1] if moves else dock
        model.add(move.expr >= before.expr + (0 if moves else 1))
        model.add(move.expr <= undock.expr)
        moves.append(move)
    return moves


def _is_before(
    model: cp_model.CpModel, move: Timepoint, undock: Timepoint, name: str
) -> cp_model.IntVar:
    literal = model.new_bool_var(name)
    model.add(move.expr < undock.expr).only_enforce_if(literal)
    model.add(move.expr == undock.expr).only_enforce_if(~literal)
    return literal


def _ports(
    model: cp_model.CpModel, ports: tuple[str, ...], flight: Flight, number: int, name: str
) -> dict[str, Literal]:
    """Give one literal a port; a docked ship stands where it stands."""
    if number == 0 and flight.standing is Standing.DOCKED and flight.calls:
        return {flight.calls[0].port: True}
    return {port: model.new_bool_var(f"{name}@{port}") for port in ports}
