"""A planning problem in numbers: no solver in it, no rule objects, only days, places and people.

Days are counted from ``as_of``; day ``days`` is ``until``. Spans are half-open. What a rule says of
one event of one ship alone is settled here already, as the days on which the event may be: windows,
readiness, outages, health that forbids leaving, events just past, pins. What is left is what ties
events, ships and people together, and that is for the encodings.

The standard library is all that is needed here, so that a peer's own environment can read it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Self

Span = tuple[int, int]


def each(spans: tuple[Span, ...]) -> Iterator[int]:
    """Walk the days of spans in order."""
    for first, end in spans:
        yield from range(first, end)


@dataclass(frozen=True)
class Life:
    """A ship that launches and lands on days of these spans flies for ``most`` days at most."""

    launch: Span
    land: Span
    most: int


@dataclass(frozen=True)
class Room:
    """What a ship gives in ``[first, end)``: places of each kind, and the most who may land."""

    first: int
    end: int
    certified: int
    improvised: int
    emergency: int
    most_landing: int

    @property
    def total(self) -> int:
        """Count all places."""
        return self.certified + self.improvised + self.emergency


@dataclass(frozen=True)
class Ship:
    """One flight, with the days that are left to its events.

    ``launch_day`` and ``undock_day`` are the published ones, ``calls`` the published ports with the
    day of coming there. ``port`` is where it stands on day 0, ``ports`` where it may come to.
    ``sound_days`` are the days flown beyond which its margin falls short, none where that is not
    counted. ``lead_days`` bind an empty one. ``relieves`` are those before it in its line, the
    nearest first; ``followers`` those after it, of which the next wishes ``wished_after`` days.
    """

    id: str
    is_ahead: bool
    is_docked: bool
    is_optional: bool
    must_fly: bool
    launch_day: int
    undock_day: int
    transit_days: int
    return_days: int
    launch_days: tuple[Span, ...]
    undock_days: tuple[Span, ...]
    move_days: tuple[Span, ...]
    pinned_moves: tuple[int, ...]
    most_moves: int
    ports: tuple[str, ...]
    port: str | None
    calls: tuple[tuple[str, int], ...]
    lives: tuple[Life, ...]
    sound_days: int | None
    seats: int
    rooms: tuple[Room, ...]
    transfer_days: int
    lead_days: int
    crew: tuple[str, ...]
    must_carry: bool
    may_carry: bool
    line: str | None
    wished_handover: int
    least_handover: int
    relieves: tuple[str, ...]
    followers: tuple[str, ...]
    wished_after: int

    def room(self, day: int) -> Room:
        """Give the places of a day."""
        return next(room for room in reversed(self.rooms) if room.first <= day)


@dataclass(frozen=True)
class Human:
    """One person: aboard or on the way (``is_aboard``), or of a ``crew`` still on the ground.

    ``crew`` names the flight that is published to bring them up, ``down`` the one to land in.
    ``fits`` are the ships with a seat of their kind, ``lands_in`` those that they may land in.
    """

    id: str
    crew: str
    down: str
    is_aboard: bool
    launched_day: int
    comes_day: int
    planned_day: int | None
    seat_in: str | None
    segment: str
    fits: tuple[str, ...]
    lands_in: tuple[str, ...]
    least_stay: int
    most_stay: int | None
    return_by: int | None
    unavailable: tuple[Span, ...]
    pinned_up: str | None
    pinned_down: str | None


@dataclass(frozen=True)
class Load:
    """A crew that a ship may bring, and who of it would ride."""

    ship: str
    crew: str
    riders: tuple[str, ...]


@dataclass(frozen=True)
class Queue:
    """The ships of a line still to launch, and the crews that wait for them, both in order."""

    ships: tuple[str, ...]
    crews: tuple[str, ...]
    loads: tuple[Load, ...]


@dataclass(frozen=True)
class Port:
    """A port: days free between two ships, and days on which nobody may stand there."""

    id: str
    gap_days: int
    closed: tuple[Span, ...]


@dataclass(frozen=True)
class Block:
    """No other ship comes to or leaves ``port`` while one of ``ships`` stands at ``neighbour``."""

    port: str
    neighbour: str
    ships: tuple[str, ...]


@dataclass(frozen=True)
class Pad:
    """A launch pad: the least days between launches of its ships."""

    turnaround_days: int
    ships: tuple[str, ...]


@dataclass(frozen=True)
class Segment:
    """A segment with the least people of its own for each day of the horizon."""

    id: str
    least: tuple[int, ...]


@dataclass(frozen=True)
class Relief:
    """A handover that is demanded: ``incoming`` relieves ``outgoing``, directly or not."""

    incoming: str
    outgoing: str
    is_direct: bool


@dataclass(frozen=True)
class Instance:
    """The whole problem. Lists by day have one number for each day of the horizon.

    ``end`` is the last day that an undocking may have, ``waiting`` the crews that are counted when
    nobody brings them up, ``departed`` the undocking days of ships that have left.
    """

    title: str
    as_of: str
    days: int
    end: int
    ships: tuple[Ship, ...]
    people: tuple[Human, ...]
    queues: tuple[Queue, ...]
    waiting: tuple[str, ...]
    ports: tuple[Port, ...]
    blocks: tuple[Block, ...]
    pads: tuple[Pad, ...]
    segments: tuple[Segment, ...]
    departed: tuple[tuple[str, int], ...]
    reliefs: tuple[Relief, ...]
    separation_days: int
    least_aboard: tuple[int, ...]
    most_aboard: tuple[int | None, ...]
    long_term: int | None
    most_crowded_days: int | None
    least_grade: tuple[int, ...]
    goals: tuple[str, ...]

    @cached_property
    def ship(self) -> dict[str, Ship]:
        """Give the ships by id."""
        return {ship.id: ship for ship in self.ships}

    def write(self, file: Path) -> None:
        """Write it as JSON."""
        file.write_text(json.dumps(asdict(self)), "utf-8")

    @classmethod
    def read(cls, file: Path) -> Self:
        """Read it back, the same as it was written."""
        told = _tupled(json.loads(file.read_text("utf-8")))
        ships = tuple(
            Ship(
                **ship
                | {
                    "lives": tuple(Life(**one) for one in ship["lives"]),
                    "rooms": tuple(Room(**one) for one in ship["rooms"]),
                }
            )
            for ship in told["ships"]
        )
        queues = tuple(
            Queue(**queue | {"loads": tuple(Load(**load) for load in queue["loads"])})
            for queue in told["queues"]
        )
        plain = {
            "people": Human,
            "ports": Port,
            "blocks": Block,
            "pads": Pad,
            "segments": Segment,
            "reliefs": Relief,
        }
        parts = {name: tuple(kind(**one) for one in told[name]) for name, kind in plain.items()}
        return cls(**told | parts | {"ships": ships, "queues": queues})


def _tupled(value: Any) -> Any:  # noqa: ANN401  # JSON is what it is
    if isinstance(value, list):
        return tuple(_tupled(one) for one in value)
    if isinstance(value, dict):
        return {name: _tupled(one) for name, one in value.items()}
    return value
