"""Extension: nobody aboard stays much longer than published."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from scheduler.domain import Plan, Problem
from scheduler.goals.base import Goal, PartCost, known_stays

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import IntVar

    from scheduler.board import Board, Ship


class ExtensionGoal(Goal):
    """The longest extension, then all of them together, of the people aboard on ``as_of``.

    Somebody left without a ship home in the horizon is extended to ``until`` at the least.
    """

    code: ClassVar[str] = "extension"
    sentence: ClassVar[str] = "Short extensions: the longest first, then their sum."

    def cost(self, board: Board) -> Sequence[PartCost]:
        """Measure each person's landing against the published one."""
        extensions = [*_settled(board), *_loose(board)]
        most = board.calendar.end
        longest = board.model.new_int_var(0, most, "longest-extension")
        for extension in extensions:
            board.model.add(longest >= extension)
        return [
            PartCost("longest", longest, most),
            PartCost("total", sum(extensions), most * max(1, len(extensions))),
        ]

    def score(self, plan: Plan, problem: Problem) -> Mapping[str, int]:
        """Read the extensions of the stays; count open ones to ``until``."""
        days = []
        for stay in known_stays(plan, problem):
            traveller = problem.travellers[stay.person]
            if not traveller.is_aboard or traveller.planned_to_on is None:
                continue
            if stay.to_on is None:
                days.append(max(0, (problem.until - traveller.planned_to_on).days))
            else:
                days.append(stay.extension_days or 0)
        return {"longest": max(days, default=0), "total": sum(days)}


def _settled(board: Board) -> list[IntVar]:
    loose = {person for group in board.seats.groups for person in group.people}
    extensions = []
    for traveller in board.problem.aboard_at_start():
        if traveller.person not in loose and traveller.planned_to_on:
            day = board.calendar.day(traveller.planned_to_on)
            extensions.append(_beyond(board, board.ships[traveller.up], day, []))
    return extensions


def _loose(board: Board) -> list[IntVar]:
    """Make one extension for each copy of a person of a class, ship by ship."""
    extensions = []
    for landing in board.seats.landings:
        if landing.group.crew is not None or landing.people.planned_to_on is None:
            continue
        day = board.calendar.day(landing.people.planned_to_on)
        for number in range(1, landing.people.size + 1):
            reaches = board.new_literal(f"copy:{landing.number.name}:{number}")
            board.model.add(landing.number >= number).only_enforce_if(reaches)
            board.model.add(landing.number < number).only_enforce_if(~reaches)
            if landing.ship is not None:
                extensions.append(_beyond(board, landing.ship, day, [reaches]))
                continue
            open_days = max(0, board.calendar.length - day)
            extension = board.model.new_int_var(0, open_days, f"open:{landing.people.people[0]}")
            board.model.add(extension == open_days).only_enforce_if(reaches)
            extensions.append(extension)
    return extensions


def _beyond(board: Board, ship: Ship, day: int, when: list[IntVar]) -> IntVar:
    extension = board.model.new_int_var(0, board.calendar.end, f"extension:{ship.id}")
    board.model.add(extension >= ship.land.expr - day).only_enforce_if(when)
    return extension
