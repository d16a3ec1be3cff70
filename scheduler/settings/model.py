"""The station file as it is written (design.md, 4.1).

Defaults here are those of the domain; where a key may be left out, its description says what
holds then.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import AfterValidator, Field, WithJsonSchema

from scheduler.documents.cadence import CadenceKeys
from scheduler.documents.fields import Count, Day, Days, OneOf, Strict, Text, told
from scheduler.domain import GOALS, Grade

SOURCES_SCHEMA = {
    "anyOf": [
        {"type": "string", "minLength": 1},
        {"type": "object", "additionalProperties": {"type": "string", "minLength": 1}},
    ]
}
ASSUMED_SCHEMA = {"anyOf": [{"const": True}, {"type": "array", "items": {"type": "string"}}]}
RULE_SCHEMA = {
    "type": "object",
    "properties": {"source": SOURCES_SCHEMA, "assumed": ASSUMED_SCHEMA},
    "additionalProperties": {"anyOf": [{"type": "integer"}, {"enum": [g.name for g in Grade]}]},
}
GradeName = Annotated[str, OneOf(*(grade.name for grade in Grade))]


def _sources(value: object) -> object:
    texts = list(value.values()) if isinstance(value, dict) else [value]
    if not texts or not all(isinstance(text, str) and text for text in texts):
        raise told("source is no text. Give where the number comes from, or that for each key.")
    return value


def _assumed(value: object) -> object:
    is_list = isinstance(value, list) and value and all(isinstance(key, str) for key in value)
    if value is not True and not is_list:
        raise told("assumed is neither true nor a list of keys. Give one of them.")
    return value


class Sourced(Strict):
    """Numbers that say where they come from."""

    source: Annotated[Any, AfterValidator(_sources), WithJsonSchema(SOURCES_SCHEMA)] = Field(
        default=None, description="Where the numbers beside it come from: one text, or one a key."
    )
    assumed: Annotated[Any, AfterValidator(_assumed), WithJsonSchema(ASSUMED_SCHEMA)] = Field(
        default=None, description="True where no public number exists, or the keys of such numbers."
    )


class SegmentEntry(Sourced):
    """A part of the station that its own people must run."""

    name: Text = Field(description="The name of the segment.")
    least_crew: Count = Field(description="The people below which the segment counts as unstaffed.")
    wished_crew: Count = Field(description="The people that the segment is wished to have.")
    operated_by: list[Text] = Field(description="The agencies whose people run the segment.")


class PortEntry(Sourced):
    """A place where one ship can be, from the day it comes to the day it goes."""

    segment: Text = Field(description="The segment that the port belongs to.")
    accepts: list[Text] = Field(description="The vehicle types that may use the port.")
    blocked_by: dict[str, list[Text]] = Field(
        default={},
        description="Neighbouring ports, each with the vehicle types that bar this port meanwhile.",
    )
    from_on: Day | None = Field(
        default=None, alias="from", description="The day it comes; always there where left out."
    )
    to_on: Day | None = Field(
        default=None, alias="to", description="The day it is gone; it stays where left out."
    )


class LifeEntry(Sourced):
    """A certified life for ships launched from a day on."""

    from_on: Day = Field(alias="from", description="The first launch day that it holds for.")
    days: Days = Field(description="The days from launch to landing.")


class VehicleTypeEntry(Sourced):
    """One type of ship."""

    seats: Count = Field(default=0, description="People it carries; none where left out.")
    emergency_seats: Count | None = Field(
        default=None, description="People it takes home in an emergency; its seats where left out."
    )
    shelter: Count | None = Field(
        default=None, description="People who can wait in it; its seats where left out."
    )
    life_days: list[LifeEntry] = Field(
        default=[], description="Certified lives by launch day; without limit where left out."
    )
    transit_days: dict[str, Count] = Field(
        default={}, description="Days from launch to dock by flight profile, the default first."
    )
    return_days: Count = Field(
        default=0, description="Days from undocking to landing; none where left out."
    )
    fitted: Text | None = Field(
        default=None, description="The kind of seat: a liner or suit that people are fitted for."
    )
    transfer_days: Count = Field(
        default=0, description="Days of work to move a seat into it; none where left out."
    )
    autonomous: bool = Field(default=True, description="Whether it docks and lands by itself.")
    pads: list[Text] = Field(default=[], description="Pads it launches from, the usual one first.")
    launcher: Text | None = Field(
        default=None, description="Launcher family, which is grounded together."
    )
    lead_days: Count = Field(
        default=0, description="Days from a decision to the launch of a replacement."
    )


class PadEntry(Sourced):
    """A launch pad."""

    turnaround_days: Count = Field(description="The least days between two launches from the pad.")


class LineEntry(Sourced):
    """A chain of crewed flights that relieve one another."""

    wished_handover_days: Count = Field(description="The days of overlap that are wished.")
    least_handover_days: Count = Field(
        description="The days of overlap that a direct handover needs."
    )


class AgencyEntry(Sourced):
    """An agency that flies people."""

    dose_limit_msv: Days | None = Field(
        default=None, description="Career dose limit in millisievert; none where left out."
    )


class CadenceEntry(CadenceKeys, Sourced):
    """How often the flights of one family are wished, in place of published days."""


class StationFile(Strict):
    """A station: its parts, the ships that come to it, and the numbers of its rules."""

    station: Text = Field(description="The id of the station.")
    name: Text = Field(description="The name of the station.")
    segments: dict[str, SegmentEntry] = Field(description="The segments by id.")
    ports: dict[str, PortEntry] = Field(
        description="The ports by id; the first ones are preferred."
    )
    vehicle_types: dict[str, VehicleTypeEntry] = Field(description="The vehicle types by id.")
    pads: dict[str, PadEntry] = Field(default={}, description="Launch pads by id.")
    lines: dict[str, LineEntry] = Field(default={}, description="Lines of crewed flights by id.")
    agencies: dict[str, AgencyEntry] = Field(default={}, description="Agencies by name.")
    cadences: dict[str, CadenceEntry] = Field(
        default={}, description="Cadences by id, from which flights are created."
    )
    skills_always_aboard: list[Text] = Field(
        default=[], description="Skills that somebody aboard always has."
    )
    rules: dict[str, Annotated[dict[str, Any], WithJsonSchema(RULE_SCHEMA)]] = Field(
        default={}, description="Numbers of the rules by reference."
    )
    goals: list[Annotated[str, OneOf(*GOALS)]] = Field(
        default=list(GOALS), min_length=1, description="Goals, the most important first."
    )
    least_grade: GradeName | None = Field(
        default=None, description="Worst seat grade that nobody may be below (LB-1)."
    )
