"""The days that are left to each event of a ship, by the rules that bind one event alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from scheduler.domain import Demand, DemandKind, Flight, Problem, Standing
from scripts.bench.planning_peers.instance import Life, Span

OPEN_WITHIN = {"launch-days": ("launch",), "lit-landing": ("land",)}
CLOSED_WITHIN = {"beta-cutout": ("dock", "undock"), "eva": ("dock", "relocate", "undock")}


@dataclass(frozen=True)
class Left:
    """What is left to one ship: days, ports and lives; ``must_fly`` where a demand says so."""

    launch: tuple[Span, ...]
    undock: tuple[Span, ...]
    move: tuple[Span, ...]
    pinned_moves: tuple[int, ...]
    ports: tuple[str, ...]
    lives: tuple[Life, ...]
    must_fly: bool


class EventDays:
    """Works out the days left, ship by ship; ``days`` is the horizon, ``end`` the last day."""

    def __init__(self, problem: Problem, days: int, end: int) -> None:
        """Find the last events behind us."""
        self._problem = problem
        self._days = days
        self._end = end
        moved = [past.on for past in problem.past_events if past.event != "launch"]
        separation = problem.bound("TR-1", "separation_days", problem.station.id) or 0
        self._first_event = self._day(max(moved)) + separation if moved else 0

    def _day(self, on: date) -> int:
        return (on - self._problem.as_of).days

    def of(self, flight: Flight) -> Left:
        """Give what is left to a ship."""
        demands = [one for one in self._problem.demands if one.subject == flight.id]
        pins = {
            one.event: self._day(one.day)
            for one in demands
            if one.kind is DemandKind.PIN_EVENT and one.day and one.event != "relocate"
        }
        launch = self._launch(flight, demands, pins)
        lives = tuple(
            life
            for life in self._lives(flight)
            if any(life.launch[0] <= day < life.launch[1] for day in launch)
        )
        undock = self._undock(flight, demands, pins, lives, launch)
        is_late = any(one.kind is DemandKind.LATEST_LAUNCH for one in demands)
        is_pinned = any(one.kind is DemandKind.PIN_EVENT for one in demands)
        first = (launch[0] if launch else self._days) + (flight.dock_on - flight.launch_on).days
        last = undock[-1] if undock else 0
        moves = self._kept(flight, "relocate", range(max(0, first + 1), last), [])
        return Left(
            spans(launch),
            spans(undock),
            spans(moves),
            tuple(
                self._day(one.day)
                for one in demands
                if one.kind is DemandKind.PIN_EVENT and one.day and one.event == "relocate"
            ),
            self._ports(flight, demands),
            lives,
            not flight.is_ahead or is_late or is_pinned,
        )

    def _launch(self, flight: Flight, demands: Iterable[Demand], pins: dict[str, int]) -> list[int]:
        """Keep the launch days: readiness, lead, outages, pads, windows, demands; docking's too."""
        problem, published = self._problem, self._day(flight.launch_on)
        if not flight.is_ahead:
            return [published]
        least = 0
        if not flight.has_readiness:
            least = max(0, published - (problem.bound("readiness", "early_days", flight.id) or 0))
            if flight.is_added:
                least = max(least, problem.bound("LB-7", "lead_days", flight.id) or 0)
        least = max(least, self._pad_free(flight))
        transit_days = (flight.dock_on - flight.launch_on).days
        tests: list[Callable[[int], bool]] = []
        for one in demands:
            if one.day is None:
                continue
            day = self._day(one.day)
            if one.kind in (DemandKind.EARLIEST_LAUNCH, DemandKind.LAUNCH_FROM):
                least = max(least, day)
            if one.kind is DemandKind.LATEST_LAUNCH:
                tests.append(lambda on, day=day: on <= day)  # type: ignore[misc]
        if "launch" in pins:
            tests.append(lambda on: on == pins["launch"])
        if "dock" in pins:
            tests.append(lambda on: on + transit_days == pins["dock"])
        uses = ("pad", flight.pad), ("launcher", problem.type_of(flight.id).launcher)
        out = [o for o in problem.outages if (o.kind, o.subject) in uses]
        first = problem.as_of.toordinal()
        tests.append(lambda on: not any(o.covers(date.fromordinal(first + on)) for o in out))
        days = self._kept(flight, "launch", range(least, self._days), tests)
        docks = set(self._kept(flight, "dock", [day + transit_days for day in days], []))
        return [day for day in days if day + transit_days in docks]

    def _pad_free(self, flight: Flight) -> int:
        """Give the first day on which the pad has had its turnaround since its last launch."""
        past = [
            past.on
            for past in self._problem.past_events
            if past.event == "launch" and past.pad == flight.pad
        ]
        if not past or flight.pad not in self._problem.station.pads:
            return 0
        turnaround = self._problem.bound("TR-7", "turnaround_days", flight.pad or "") or 0
        return self._day(max(past)) + turnaround

    def _undock(
        self,
        flight: Flight,
        demands: Iterable[Demand],
        pins: dict[str, int],
        lives: tuple[Life, ...],
        launch: list[int],
    ) -> list[int]:
        """Keep the undocking days: life, windows of undocking and landing, health, demands."""
        dock = self._day(flight.dock_on)
        if flight.is_ahead:
            dock = (launch[0] if launch else 0) + (flight.dock_on - flight.launch_on).days
        return_days = (flight.land_on - flight.undock_on).days
        last = self._end
        if lives and launch:
            last = min(last, launch[-1] + max(life.most for life in lives) - return_days)
        tests: list[Callable[[int], bool]] = []
        for one in demands:
            if one.day is None:
                continue
            day = self._day(one.day)
            if one.kind is DemandKind.EARLIEST_UNDOCK:
                tests.append(lambda on, day=day: on >= day)  # type: ignore[misc]
            if one.kind is DemandKind.LATEST_UNDOCK:
                tests.append(lambda on, day=day: on <= day)  # type: ignore[misc]
        if "undock" in pins:
            tests.append(lambda on: on == pins["undock"])
        if "land" in pins:
            tests.append(lambda on: on + return_days == pins["land"])
        days = self._kept(flight, "undock", range(max(0, dock + 1), last + 1), tests)
        lands = set(self._kept(flight, "land", [day + return_days for day in days], []))
        first = self._problem.as_of.toordinal()
        health = self._problem.health_on
        sick = {one.flight for one in self._problem.health_facts}
        sick |= {one.flight for one in self._problem.health_spans}
        return [
            day
            for day in days
            if day + return_days in lands
            and (
                flight.id not in sick
                or health(flight.id, date.fromordinal(first + day)).may_leave_empty
            )
        ]

    def _kept(
        self,
        flight: Flight,
        event: str,
        days: Iterable[int],
        tests: list[Callable[[int], bool]],
    ) -> list[int]:
        """Keep the days on which windows, and events just past, allow an event."""
        names = {self._problem.station.id, flight.vehicle_type, flight.id, flight.pad}
        windows = [w for w in self._problem.windows if w.subject in names]
        inside = [w for w in windows if event in OPEN_WITHIN.get(w.kind, ())]
        outside = [w for w in windows if event in CLOSED_WITHIN.get(w.kind, ())]
        allowed = [self._span(w.from_on, w.to_on) for w in inside]
        closed = [self._span(w.from_on, w.to_on) for w in outside]
        is_past = event == "dock" and flight.standing is Standing.FLYING
        least = 0 if is_past or event in ("launch", "land") else self._first_event
        return [
            day
            for day in days
            if day >= least
            and (not allowed or any(a <= day < b for a, b in allowed))
            and not any(a <= day < b for a, b in closed)
            and all(test(day) for test in tests)
        ]

    def _span(self, from_on: date, to_on: date | None) -> Span:
        return self._day(from_on), self._day(to_on) if to_on else 10**6

    def _ports(self, flight: Flight, demands: Iterable[Demand]) -> tuple[str, ...]:
        """Name the ports that fit (PT-2) and that a what-if leaves."""
        fits = self._problem.station.ports_for(flight.vehicle_type)
        for one in demands:
            if one.kind is DemandKind.PORTS:
                fits = tuple(port for port in fits if port in one.ports)
        return fits

    def _lives(self, flight: Flight) -> Iterator[Life]:
        """Split life (VL-1) by the editions of the launch day and the waivers of the landing."""
        problem = self._problem
        editions = problem.life_editions(flight.id)
        dated = {on for one in problem.waivers for on in (one.from_on, one.to_on) if on}
        starts = [problem.as_of, *sorted(on for on in dated if on > problem.as_of)]
        far = 10**6
        for edition, after in zip(editions, [*editions[1:], None], strict=True):
            begun = -far if edition.from_on == date.min else self._day(edition.from_on)
            launch = begun, self._day(after.from_on) if after else far
            for start, end in zip(starts, [*starts[1:], None], strict=True):
                waiver = problem.waiver("VL-1", "life_days", flight.id, start)
                land = self._day(start), self._day(end) if end else far
                yield Life(launch, land, waiver.bound if waiver else edition.days)


def spans(days: Iterable[int]) -> tuple[Span, ...]:
    """Join sorted days into spans."""
    found: list[list[int]] = []
    for day in days:
        if found and found[-1][1] == day:
            found[-1][1] = day + 1
        else:
            found.append([day, day + 1])
    return tuple((first, end) for first, end in found)
