"""A peer's answer in numbers, and the lines of JSON in which it is told."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any, Self


@dataclass(frozen=True)
class Flown:
    """What one ship does: its days, the ports with the day of coming there, who rides."""

    launch: int
    undock: int
    ports: tuple[tuple[str, int], ...]
    up: tuple[str, ...]
    down: tuple[str, ...]


@dataclass(frozen=True)
class Answer:
    """The ships that fly, and where each person sits from which day on; none is no seat."""

    ships: dict[str, Flown]
    seats: dict[str, tuple[tuple[int, str | None], ...]]

    @classmethod
    def of(cls, told: dict[str, Any]) -> Self:
        """Read what was told as JSON."""
        ships = {
            name: Flown(
                one["launch"],
                one["undock"],
                tuple((port, day) for port, day in one["ports"]),
                tuple(one["up"]),
                tuple(one["down"]),
            )
            for name, one in told["ships"].items()
        }
        seats = {
            person: tuple((day, ship) for day, ship in rows)
            for person, rows in told["seats"].items()
        }
        return cls(ships, seats)


def tell(**what: object) -> None:
    """Write one line of JSON at once."""
    print(json.dumps(what), flush=True)


def told_plan(answer: Answer) -> dict[str, object]:
    """Give an answer as JSON takes it."""
    return asdict(answer)
