"""What was planned, as far as the raw lists tell: the flown days stand in for the plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from scripts.seedmaking.raw import Flight, Row, Step

STAND_IN = "assumed: the flown day stands in for the plan"
KNOWN_BEFORE_LAUNCH = timedelta(days=365)

# The flights around Soyuz MS-22 were collected first: they are known from one day on.
FROM, UNTIL = "2022-09-01", "2024-04-30"
# Its flown docking falls on the day first planned for that of Soyuz MS-23, 2023-03-16.
KNOWN_FROM = {"crs-27": ("2023-02-01", "; before that no plan of the time is known")}


def is_around_ms_22(flight: Flight) -> bool:
    """Say whether a flight was docked at some time from ``FROM`` to ``UNTIL``."""
    return bool(flight.day("dock")) and (
        flight.day("dock") <= UNTIL and (flight.day("undock") or UNTIL) >= FROM
    )


def year_before(day: str) -> str:
    """Give the day on which a plan is assumed to have become known."""
    return str(date.fromisoformat(day) - KNOWN_BEFORE_LAUNCH)


@dataclass(frozen=True)
class Plans:
    """When the plans of one flight became known; ``kept`` are its planned events kept by hand."""

    flight: Flight
    kept: Sequence[Row]

    @property
    def editions(self) -> list[str]:
        """List the days on which the stand-ins become known, the first one first."""
        flight = self.flight
        first = year_before(flight.day("launch"))
        if not is_around_ms_22(flight):
            return [first]
        known_on, _ = KNOWN_FROM.get(flight.flight_id, (FROM, ""))
        is_free = not self.of("launch") and flight.flight_id not in KNOWN_FROM
        return [first, known_on] if is_free and first < known_on else [known_on]

    def of(self, event: str) -> list[Row]:
        """List the plans of one event that are kept by hand."""
        return [row for row in self.kept if row["event"] == event]

    @property
    def is_given_up(self) -> bool:
        """Say whether a first plan was taken back, so that a later one begins anew."""
        return any(row["status"] == "withdrawn" for row in self.kept)

    def stand_ins(self) -> Iterator[Row]:
        """Give the flown days that stand in for the plan."""
        for known_on in self.editions:
            for step in self.flight.steps:
                if step.event != "abort" and step.day > known_on and not self._has_better(step):
                    yield self._row(step, known_on)
        if not is_around_ms_22(self.flight):
            yield from self._after_launch()

    def _after_launch(self) -> Iterator[Row]:
        """Stand in for the way home from the launch on, where what is kept ends before."""
        launched_on = self.flight.day("launch")
        for step in self.flight.steps:
            kept = self.of(step.event)
            is_old = kept and not self.is_given_up and max(r["known_on"] for r in kept)
            if step.event in ("undock", "land") and is_old and is_old < launched_on:
                yield self._row(step, launched_on)

    def _has_better(self, step: Step) -> bool:
        """Say whether plans kept by hand tell of an event from the beginning.

        Around Soyuz MS-22 a kept plan of the same day replaces the stand-in instead. Who was to
        dock elsewhere was not to move as they did.
        """
        if is_around_ms_22(self.flight) or self.is_given_up:
            return False
        docked_at = next((s.port for s in self.flight.steps if s.event == "dock"), "")
        is_elsewhere = any(row["port"] not in ("", docked_at) for row in self.of("dock"))
        return bool(self.of(step.event)) or (step.event == "relocate" and is_elsewhere)

    def _row(self, step: Step, known_on: str) -> Row:
        _, reason = KNOWN_FROM.get(self.flight.flight_id, ("", ""))
        return {
            "flight_id": self.flight.flight_id,
            "event": step.event,
            "port": step.port,
            "at": step.day,
            "status": "planned",
            "known_on": known_on,
            "source": step.source,
            "note": STAND_IN + reason,
        }
