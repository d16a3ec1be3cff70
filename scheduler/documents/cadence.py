"""A cadence as it is written, alike in station and what-if files, and what cannot be of it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Annotated, Self

from pydantic import Field, model_validator

from scheduler.documents.document import Steps
from scheduler.documents.fields import Count, Day, Strict, Text, told
from scheduler.domain import Cadence, Station, VehicleType

MOST_DAYS = 36_525  # a hundred years: room to count on from any day of a calendar
Period = Annotated[int, Field(ge=1, le=MOST_DAYS)]
Lead = Annotated[int, Field(ge=0, le=MOST_DAYS)]


class CadenceKeys(Strict):
    """How often the flights of one family are wished, in place of published days."""

    vehicle_type: Text = Field(description="The vehicle type of the ships.")
    name: Text | None = Field(
        default=None, description="Name that the flights begin with; made of the id without."
    )
    line: Text | None = Field(
        default=None, description="Line that they belong to; without one: all of the type."
    )
    pad: Text | None = Field(default=None, description="Pad; the type's usual one without.")
    every_days: Period | None = Field(
        default=None, description="Days from one wished launch to the next."
    )
    from_on: Day | None = Field(
        default=None, alias="from", description="First day for a launch; as_of without."
    )
    until: Day | None = Field(
        default=None, description="Day from which no launch is wished; the horizon's end without."
    )
    stay_days: Period | None = Field(
        default=None, description="Days from docking to undocking; a line's crews wait for relief."
    )
    ready: list[Day] | None = Field(
        default=None, min_length=1, description="Days from which the ships are ready, one a flight."
    )
    ready_days_early: Lead | None = Field(
        default=None, description="Days by which each ship is ready before its wished launch."
    )
    seats: Count | None = Field(default=None, description="Seats; the type's without.")
    crew: list[Text] | None = Field(
        default=None, min_length=1, description="Agencies of the people who go up, one a person."
    )
    ports: list[Text] | None = Field(
        default=None, min_length=1, description="Ports that are wished, in turn; any without."
    )

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if self.every_days is None and self.ready is None:
            raise told("nothing says when. Give every_days, or ready with the days of the ships.")
        if self.ready is not None and self.ready_days_early is not None:
            raise told("ready_days_early stands beside ready. Keep one.", "ready_days_early")
        for place, (before, after) in enumerate(pairwise(self.ready or ()), start=1):
            if after <= before:
                text = f"ready is {after} after {before}. Give days in order, each once."
                raise told(text, "ready", place)
        if self.from_on and self.until and self.until <= self.from_on:
            text = f"until is {self.until}, not after from ({self.from_on}). Give a later day."
            raise told(text, "until")
        if self.line is not None and self.stay_days is not None:
            text = "stay_days stands beside a line, whose crews stay until they are relieved."
            raise told(f"{text} Leave it out.", "stay_days")
        if self.line is None and self.stay_days is None:
            raise told("a ship of no line needs its stay. Give stay_days, from docking to leaving.")
        return self


def cadence_of(id_: str, keys: CadenceKeys, at: str, why: str = "") -> Cadence:
    """Turn what is written into a cadence.

    Parameters
    ----------
    at
        Where it is written, ``file:line``.
    """
    return Cadence(
        id=id_,
        vehicle_type=keys.vehicle_type,
        every_days=keys.every_days,
        line=keys.line,
        name=keys.name or "",
        pad=keys.pad,
        from_on=keys.from_on,
        until=keys.until,
        stay_days=keys.stay_days,
        ready_on=tuple(keys.ready or ()),
        ready_days_early=keys.ready_days_early or 0,
        seats=keys.seats,
        crew=tuple(keys.crew or ()),
        ports=tuple(keys.ports or ()),
        at=at,
        why=why,
    )


def cadence_faults(cadence: Cadence, station: Station) -> Iterator[tuple[Steps, str]]:
    """Walk what does not fit the type of ship, each with the steps to it.

    Ids that the station does not know are left to others to complain of.
    """
    kind = station.vehicle_types.get(cadence.vehicle_type)
    if kind is None:
        return
    if cadence.pad in station.pads and cadence.pad not in kind.pads:
        remedy = f"Give one of: {', '.join(kind.pads)}." if kind.pads else "Leave it out."
        yield ("pad",), f"pad {cadence.pad!r} launches no {kind.id}. {remedy}"
    accepting = station.ports_for(kind.id)
    for place, port in enumerate(cadence.ports):
        if port in station.ports and port not in accepting:
            remedy = f"Give one of: {', '.join(accepting)}." if accepting else "No port does."
            yield ("ports", place), f"port {port!r} takes no {kind.id}. {remedy}"
    yield from (_people_faults if kind.carries_people else _cargo_faults)(cadence, kind)


def _people_faults(cadence: Cadence, kind: VehicleType) -> Iterator[tuple[Steps, str]]:
    seats = kind.seats if cadence.seats is None else cadence.seats
    if len(cadence.crew) > seats:
        told = f"crew is {len(cadence.crew)} people, more than there are seats ({seats})."
        yield ("crew",), f"{told} Give fewer."
    if cadence.line is not None and not cadence.crew:
        yield ("line",), "a line is made of crews. Give crew, the agency of each person."


def _cargo_faults(cadence: Cadence, kind: VehicleType) -> Iterator[tuple[Steps, str]]:
    if cadence.line is not None:
        told = f"a {kind.id} carries nobody, so it can be of no line."
        yield ("line",), f"{told} Give another vehicle_type, or leave line out."
    for key in ("seats", "crew"):
        if getattr(cadence, key):
            yield (key,), f"a {kind.id} carries nobody. Leave {key} out."
