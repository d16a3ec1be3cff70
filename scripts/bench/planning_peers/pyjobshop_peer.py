"""PyJobShop: ports as machines and ships as jobs, which is the part of planning that it can say.

    .venv-peers/bin/python -m scripts.bench.planning_peers.pyjobshop_peer INSTANCE.json SECONDS

It minimises the days that launches and undockings move, all ships flying; that is one part of one
goal on a smaller problem, so its time stands for no more than that.
"""

from __future__ import annotations

from time import perf_counter
from typing import Any

from pyjobshop import Model  # type: ignore[import-not-found]  # only the peers have it

from scripts.bench.planning_peers.answer import tell
from scripts.bench.planning_peers.instance import Instance, Ship
from scripts.bench.planning_peers.staging import asked, peak_mb

WORKERS = 2
PART = "change:days"
CANNOT = (
    "people, crews and seats",
    "goals but the days moved, and their order",
    "a ship that waits",
    "a count of relocations: they are free",
    "neighbouring ports that block",
    "windows with holes: events are held to the first and last day of them",
)


class Shop:
    """The model: for each ship its launch, its stay in one or two ports, and its events."""

    def __init__(self, instance: Instance) -> None:
        """Make machines, jobs and tasks. All days are shifted so that none is below 0."""
        self._instance = instance
        self.model = Model()
        docks = (ship.launch_day + ship.transit_days for ship in instance.ships)
        self._shift = -min(0, *docks)
        self._ports = {
            port.id: self.model.add_machine(
                breaks=[(a + self._shift, b + self._shift) for a, b in port.closed], name=port.id
            )
            for port in instance.ports
        }
        self._traffic = self.model.add_machine(name="events") if instance.separation_days else None
        self._pads: dict[int, Any] = {}
        self._stays: list[tuple[Ship, Any]] = []
        self.launches = {ship.id: self._add(ship) for ship in instance.ships}
        self._keep_gaps()
        for queue in instance.queues:
            for before, after in zip(queue.ships, queue.ships[1:], strict=False):
                launches = self.launches[before], self.launches[after]
                self.model.add_start_before_start(*launches, delay=1)
        self.model.set_objective(weight_total_tardiness=1, weight_total_earliness=1)

    def _add(self, ship: Ship) -> Any:  # noqa: ANN401  # of a package without types
        """Add a ship; give its launch."""
        model, shift = self.model, self._shift
        stays, launch = [], None
        dock = ship.launch_day + ship.transit_days
        job = model.add_job(due_date=ship.undock_day + shift, name=ship.id)
        first = (ship.launch_days[0][0] if ship.is_ahead else ship.launch_day) + ship.transit_days
        last = ship.launch_days[-1][1] - 1 + ship.transit_days if ship.is_ahead else dock
        for number in range(2 if ship.most_moves else 1):
            is_last = number == (1 if ship.most_moves else 0)
            bounds: dict[str, int] = {}
            if number == 0:
                bounds |= {"earliest_start": first + shift, "latest_start": last + shift}
            if is_last:
                bounds |= {
                    "earliest_end": ship.undock_days[0][0] + shift,
                    "latest_end": ship.undock_days[-1][1] - 1 + shift,
                }
            stay = model.add_task(job, **bounds, allow_idle=True)
            ports = (ship.port,) if ship.port and number == 0 else ship.ports
            for port in ports:
                model.add_mode(stay, self._ports[port], duration=0 if number else 1)
            stays.append(stay)
            self._stays.append((ship, stay))
        if len(stays) > 1:
            model.add_end_at_start(stays[0], stays[1])
        self._add_events(ship, stays)
        if ship.is_ahead:
            launch = self._add_launch(ship, stays)
        return launch

    def _add_events(self, ship: Ship, stays: list[Any]) -> None:
        """Let docking and undocking each take the traffic for as long as events lie apart."""
        if self._traffic is None:
            return
        days = self._instance.separation_days
        if not ship.is_docked:
            docking = self.model.add_task()
            self.model.add_mode(docking, self._traffic, duration=days)
            self.model.add_start_at_start(docking, stays[0])
        undocking = self.model.add_task()
        self.model.add_mode(undocking, self._traffic, duration=days)
        self.model.add_end_at_start(stays[-1], undocking)

    def _add_launch(self, ship: Ship, stays: list[Any]) -> Any:  # noqa: ANN401
        """Add the launch, a job of its own to be held to its published day, and the life."""
        model, turnaround = self.model, self._turnaround(ship)
        due = ship.launch_day + self._shift + turnaround
        job = model.add_job(due_date=due, name=f"launch of {ship.id}")
        launch = model.add_task(job)
        model.add_mode(launch, self._pad(ship), duration=turnaround)
        model.add_start_at_start(launch, stays[0], delay=ship.transit_days)
        most = max((life.most for life in ship.lives), default=None)
        if most is not None:
            model.add_end_before_start(stays[-1], launch, delay=ship.return_days - most)
        return launch

    def _turnaround(self, ship: Ship) -> int:
        pads = [pad for pad in self._instance.pads if ship.id in pad.ships]
        return pads[0].turnaround_days if pads else 1

    def _pad(self, ship: Ship) -> Any:  # noqa: ANN401
        found = [n for n, pad in enumerate(self._instance.pads) if ship.id in pad.ships]
        number = found[0] if found else -1 - len(self._pads)
        if number not in self._pads:
            self._pads[number] = self.model.add_machine(name=f"pad {number}")
        return self._pads[number]

    def _keep_gaps(self) -> None:
        """Leave a port free between two ships."""
        for port in self._instance.ports:
            for one, stay in self._stays:
                for other, following in self._stays:
                    comes = {one.port, *one.ports} & {other.port, *other.ports}
                    if one is not other and port.gap_days and port.id in comes:
                        machine = self._ports[port.id]
                        self.model.add_setup_time(machine, stay, following, port.gap_days)


def main() -> None:
    """Build, solve, tell."""
    instance, limit_s, _ = asked()
    waiting = [ship.id for ship in instance.ships if not ship.launch_days or not ship.undock_days]
    if waiting:
        tell(told="cannot", why=f"a ship that waits ({', '.join(waiting)})")
        return
    begun = perf_counter()
    shop = Shop(instance)
    started = perf_counter()
    tell(told="built", seconds=started - begun, stages=1, lacks=CANNOT)
    result = shop.model.solve(time_limit=limit_s, display=False, num_workers=WORKERS)
    at_s = round(perf_counter() - started, 4)
    status = result.status.value.lower()
    if status == "optimal":
        tell(told="stage", at_s=at_s, stage=0, parts=[PART], values=[round(result.objective)])
    else:
        bound = round(result.lower_bound)
        tell(told="cut", at_s=at_s, stage=0, parts=[PART], bound=bound)
    tell(told="end", at_s=at_s, status=status, plan=None, memory_mb=peak_mb())


if __name__ == "__main__":
    main()
