"""Who flies when a ship has fewer places up than its crew has people (domain_rules CT-3)."""

from __future__ import annotations

from scheduler.domain.problem import Problem


def places_up(problem: Problem, flight_id: str) -> int:
    """Count the people a ship may bring up."""
    limit = problem.any_flight(flight_id).seats_up
    return problem.seats(flight_id) if limit is None else min(limit, problem.seats(flight_id))


def riders(problem: Problem, flight_id: str, crew: tuple[str, ...]) -> tuple[str, ...]:
    """Choose who of a crew flies on a ship; the whole crew where it has places for all.

    A commander first, then one person for each segment in turn, then by id: Crew-9 flew two of
    four in this way, its commander and its cosmonaut.
    """
    places = places_up(problem, flight_id)
    if len(crew) <= places:
        return tuple(sorted(crew))
    left = sorted(crew, key=lambda person: (not _commands(problem, person), person))
    chosen: list[str] = []
    while left and len(chosen) < places:
        manned = [problem.segment_of(person) for person in chosen]
        chosen.append(min(left, key=lambda person: manned.count(problem.segment_of(person))))
        left.remove(chosen[-1])
    return tuple(sorted(chosen))


def _commands(problem: Problem, person: str) -> bool:
    return any(skill.endswith("-commander") for skill in problem.people[person].skills)
