"""Launch slips: how many days later than published ships flew, by provider and lead time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from statistics import median

from scheduler.domain import Event, EventFact, Facts, Station, Status
from scheduler.history.confidence import median_interval, upper_bound
from scheduler.history.editions import is_stand_in

ENOUGH = 0.8
"""The part of launches that a buffer is to cover; our choice."""


@dataclass(frozen=True)
class Band:
    """Lead times of ``least_days`` to ``most_days``, both included; open without a most."""

    least_days: int
    most_days: int | None

    def holds(self, days: int) -> bool:
        """Say whether a lead time lies in it."""
        return self.least_days <= days and (self.most_days is None or days <= self.most_days)


BANDS = (Band(0, 30), Band(31, 90), Band(91, 180), Band(181, None))
_ROUGH = "became known is assumed"


@dataclass(frozen=True)
class Slip:
    """One published launch day and the day on which the ship flew.

    ``lead_days`` run from the day on which the edition became known to its launch day; they are
    rough where the row says that this day is assumed.
    """

    flight: str
    launcher: str | None
    vehicle_type: str
    known_on: date
    planned_on: date
    flown_on: date
    is_rough: bool = False

    @property
    def days(self) -> int:
        """Count the days by which it flew later; below zero earlier."""
        return (self.flown_on - self.planned_on).days

    @property
    def lead_days(self) -> int:
        """Count the days from the edition to its launch."""
        return (self.planned_on - self.known_on).days


@dataclass(frozen=True)
class SlipGroup:
    """The slips of one provider, of all lead times or of one band.

    A flight counts once, with the edition of the band that was known first: editions of one
    flight are no draws of their own. Without a type all types of the launcher count, without a
    launcher all flights.
    """

    launcher: str | None
    vehicle_type: str | None
    band: Band | None
    editions: int
    slips: tuple[Slip, ...]

    @cached_property
    def days(self) -> tuple[int, ...]:
        """Give the slips in days, the least first."""
        return tuple(sorted(slip.days for slip in self.slips))

    @property
    def median_days(self) -> float:
        """Give the median slip."""
        return float(median(self.days))

    @property
    def interval_days(self) -> tuple[int, int] | None:
        """Give the interval that holds the true median; none where flights are too few to say."""
        return median_interval(self.days)

    @property
    def buffer_days(self) -> int | None:
        """Give a buffer that covers ``ENOUGH`` of launches; none where there are too few."""
        return upper_bound(self.days, ENOUGH)


@dataclass(frozen=True)
class Slips:
    """All published launches that flew, and groups of them.

    ``stand_ins`` counts the rows left out because the flown day stands in for a plan,
    ``waiting`` the published launches of ships that have not flown; ``flown`` the launches.
    """

    slips: tuple[Slip, ...]
    groups: tuple[SlipGroup, ...]
    flown: int
    stand_ins: int
    waiting: int


def launch_slips(facts: Facts, station: Station) -> Slips:
    """Compare every published launch day with the day on which the ship flew.

    A plan that was withdrawn later was published all the same. What became known on the day of
    the launch or after it says nothing of a slip and is left out.
    """
    launches = [row for row in facts.events if row.event is Event.LAUNCH]
    flown = {row.flight: row.on for row in launches if row.status is Status.ACTUAL}
    planned = [row for row in launches if row.status is Status.PLANNED]
    real = [row for row in planned if not is_stand_in(row)]
    slips = tuple(_slips(real, flown, facts, station))
    return Slips(
        slips=slips,
        groups=tuple(_groups(slips)),
        flown=len(flown),
        stand_ins=len(planned) - len(real),
        waiting=sum(row.flight not in flown for row in real),
    )


def _slips(
    rows: Iterable[EventFact], flown: Mapping[str, date], facts: Facts, station: Station
) -> Iterator[Slip]:
    kinds = {fact.id: station.vehicle_types[fact.vehicle_type] for fact in facts.flights}
    for row in sorted(rows, key=lambda row: (row.known_on, row.flight)):
        if row.flight in flown and row.known_on < flown[row.flight]:
            kind = kinds[row.flight]
            yield Slip(
                flight=row.flight,
                launcher=kind.launcher,
                vehicle_type=kind.id,
                known_on=row.known_on,
                planned_on=row.on,
                flown_on=flown[row.flight],
                is_rough=_ROUGH in row.note,
            )


def _groups(slips: tuple[Slip, ...]) -> Iterator[SlipGroup]:
    """Walk the groups: all, each launcher, each of its types; each whole, then by band."""
    if not slips:
        return
    yield from _by_band(None, None, slips)
    for launcher in sorted({slip.launcher or "" for slip in slips}):
        of_launcher = [slip for slip in slips if (slip.launcher or "") == launcher]
        kinds = sorted({slip.vehicle_type for slip in of_launcher})
        if len(kinds) > 1:
            yield from _by_band(launcher, None, of_launcher)
        for kind in kinds:
            of_kind = [slip for slip in of_launcher if slip.vehicle_type == kind]
            yield from _by_band(launcher, kind, of_kind)


def _by_band(launcher: str | None, kind: str | None, slips: Iterable[Slip]) -> Iterator[SlipGroup]:
    listed = list(slips)
    for band in (None, *BANDS):
        found = [slip for slip in listed if band is None or band.holds(max(0, slip.lead_days))]
        if found:
            first = {slip.flight: slip for slip in reversed(found)}
            ordered = sorted(first.values(), key=lambda slip: (slip.known_on, slip.flight))
            yield SlipGroup(launcher, kind, band, len(found), tuple(ordered))
