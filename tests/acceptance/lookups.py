"""The parts of a run document, looked up to be damaged."""

from __future__ import annotations

from tests.acceptance.planned import Json


def flight(run: Json, name: str) -> Json:
    """Find a flight."""
    return _find(run["flights"], "flight", name)


def stay(run: Json, person: str) -> Json:
    """Find a stay."""
    return _find(run["stays"], "person", person)


def seat(run: Json, person: str, ship: str | None) -> Json:
    """Find the seat of a person in a ship."""
    rows = [row for row in run["seats"] if row["flight"] == ship]
    return _find(rows, "person", person)


def handover(run: Json, incoming: str) -> Json:
    """Find the handover to a flight."""
    return _find(run["handovers"], "incoming", incoming)


def part(run: Json, goal: str, name: str) -> Json:
    """Find one part of a goal."""
    return _find(_find(run["goals"], "goal", goal)["parts"], "part", name)


def _find(rows: list[Json], key: str, value: str) -> Json:
    return next(row for row in rows if row[key] == value)


def leaves(run: Json, ship: str, undock: str, land: str) -> None:
    """Let a ship leave on another day, and with it everybody who lands in it."""
    one = flight(run, ship)
    before = one["undock"]
    one["undock"], one["land"], one["ports"][-1]["to"] = undock, land, undock
    for row in (*run["stays"], *run["seats"]):
        if ship in (row.get("down"), row.get("flight")) and row["to"] == before:
            row["to"] = undock
