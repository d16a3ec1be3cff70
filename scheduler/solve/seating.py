"""From counts to people: who of a seat group sits where, and who lands in which ship.

The solver counts alike people. Here each group's counts are split into paths, one a person,
and handed out in order of id: whoever comes first has the path with the fewest moves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from scheduler.board import Board, Number, SeatGroup
from scheduler.domain import Grade, Problem, SeatSpan, riders

Value = Callable[[Number], int]


@dataclass
class Path:
    """One person's places by day, from the first day aboard; ``None`` is no seat."""

    first_day: int
    places: list[str | None] = field(default_factory=list)
    lands_in: str | None = None

    @property
    def moves(self) -> int:
        """Count the changes of place."""
        return sum(
            before != after for before, after in zip(self.places, self.places[1:], strict=False)
        )


def seat_people(board: Board, value: Value) -> tuple[dict[str, Path], dict[str, str | None]]:
    """Give every unsettled person a path, and the ship they land in."""
    paths: dict[str, Path] = {}
    for group in board.seats.groups:
        found = list(_paths(board, group, value))
        paths.update(_hand_out(board, group, found, value))
    return paths, {person: path.lands_in for person, path in paths.items()}


def _paths(board: Board, group: SeatGroup, value: Value) -> Iterator[Path]:
    """Split the daily counts of one group into paths; the newest comer moves first."""
    ongoing: list[Path] = []
    leaves_on = {ship.id: value(ship.undock.expr) for ship in board.ships.values()}
    leaving_on = _leaving(board, group, value)
    for day in board.days:
        target = {
            ship: value(board.seats.held[group.id, ship, day])
            for ship in board.seats.ships_of(group)
            if (group.id, ship, day) in board.seats.held
        }
        staying, moving = [], []
        leaving = leaving_on.get(day, {})
        for path in ongoing:
            place = path.places[-1]
            if place is not None and leaving.get(place, 0) > 0:
                leaving[place] -= 1
                path.lands_in = place
                yield path
            elif place is not None and target.get(place, 0) > 0:
                target[place] -= 1
                path.places.append(place)
                staying.append(path)
            else:
                moving.append(path)
        total = value(board.seats.without[group.id, day]) + sum(target.values())
        newcomers = [Path(day) for _ in range(total - len(moving))]
        free = [ship for ship in sorted(target) for _ in range(target[ship])]
        undocked = {ship for ship, on in leaves_on.items() if on <= day} if moving else ()
        moving.sort(key=lambda path: (path.places[-1] not in undocked, path.places[-1] is None))
        while staying and len(free) < sum(path.places[-1] in undocked for path in moving):
            free.append(staying[-1].places.pop() or "")  # whose ship leaves has the first claim
            moving.append(staying.pop())
        for path in [*moving, *newcomers]:
            path.places.append(free.pop(0) if free else None)
        ongoing = [*staying, *moving, *newcomers]
    yield from ongoing


def _leaving(board: Board, group: SeatGroup, value: Value) -> dict[int, dict[str, int]]:
    """Count the people of a group who leave, by day and ship."""
    leaving: dict[int, dict[str, int]] = {}
    for landing in board.seats.landings:
        ship = landing.ship
        if landing.group is group and ship is not None:
            gone = leaving.setdefault(value(ship.undock.expr), {})
            gone[ship.id] = gone.get(ship.id, 0) + value(landing.number)
    return leaving


def _hand_out(board: Board, group: SeatGroup, paths: list[Path], value: Value) -> dict[str, Path]:
    """Match people and paths, landing ship by landing ship, both in order."""
    lands: dict[str | None, list[str]] = {}
    flown = _flown(board, group, value)
    for people in group.classes:
        left = [person for person in people.people if person in flown]
        for landing in board.seats.landings_of(people):
            number = value(landing.number)
            ship = landing.ship.id if landing.ship else None
            lands.setdefault(ship, []).extend(left[:number])
            left = left[number:]
    open_paths = [path for path in paths if path.lands_in is None]
    for ship, people_in in lands.items():
        gone = sum(path.lands_in == ship for path in paths if path.lands_in)
        if ship is None or value(board.ships[ship].undock.expr) <= 0:
            continue
        for _ in range(len(people_in) - gone):
            nearest = next((p for p in open_paths if p.places[-1] == ship), None)
            if open_paths:
                path = nearest or open_paths[0]
                path.lands_in = ship
                open_paths.remove(path)
    found: dict[str, Path] = {}
    for ship, people_in in lands.items():
        fitting = [path for path in paths if path.lands_in == ship]
        fitting.sort(key=lambda path: (path.moves, [place or "" for place in path.places]))
        unseen = Path(board.calendar.length, lands_in=ship)  # gone on ``as_of``, or come too late
        fitting += [unseen] * (len(people_in) - len(fitting))
        found.update(zip(sorted(people_in), fitting, strict=True))
    return found


def _flown(board: Board, group: SeatGroup, value: Value) -> tuple[str, ...]:
    """List the people of a group who come up at all, or are up."""
    if group.crew is None:
        return group.people
    crew = board.problem.any_flight(group.crew).crew
    return tuple(
        person
        for queue in board.queues
        for ship, literal in queue.carriers(group.crew)
        if value(literal)
        for person in riders(board.problem, ship.id, crew)
    )


def seat_spans(
    problem: Problem, board: Board, paths: dict[str, Path], settled: dict[str, int]
) -> Iterator[SeatSpan]:
    """Turn paths into seat rows with grades, joined over days alike."""
    rows: dict[str, list[tuple[int, str | None, Grade]]] = {person: [] for person in paths}
    for day in board.days:
        seated: dict[str | None, list[str]] = {}
        for person in sorted(paths):
            path = paths[person]
            if path.first_day <= day < path.first_day + len(path.places):
                seated.setdefault(path.places[day - path.first_day], []).append(person)
        for ship, people in seated.items():
            grades = (
                _grades(problem, board, ship, people, day, settled.get(ship, 0))
                if ship
                else dict.fromkeys(people, Grade.G4)
            )
            for person, grade in grades.items():
                rows[person].append((day, ship, grade))
    for person, days in rows.items():
        yield from _join(board, person, days)


def _grades(
    problem: Problem, board: Board, ship: str, people: list[str], day: int, settled: int
) -> dict[str, Grade]:
    places = problem.places_on(ship, board.calendar.date(day))
    if places.emergency:
        return dict.fromkeys(people, Grade.G3)
    kind = problem.type_of(ship).fitted
    fitted = [person for person in people if kind in problem.kinds_of(person)]
    others = [person for person in people if person not in fitted]
    certified = max(0, places.certified - settled)
    return {
        person: Grade.G2 if number >= certified else Grade.G0 if person in fitted else Grade.G1
        for number, person in enumerate([*fitted, *others])
    }


def _join(
    board: Board, person: str, days: list[tuple[int, str | None, Grade]]
) -> Iterator[SeatSpan]:
    start = 0
    for end in range(1, len(days) + 1):
        if end == len(days) or days[end][1:] != days[start][1:]:
            first, ship, grade = days[start]
            date = board.calendar.date
            yield SeatSpan(person, ship, date(first), date(days[end - 1][0] + 1), grade)
            start = end
