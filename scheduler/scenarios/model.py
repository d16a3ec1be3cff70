"""The what-if file as it is written (design.md, 4.3): a header and typed, named changes.

Changes are not merged trees: each addresses what it changes by id, can be told of by its line,
and is refused when anything in it is not understood.
"""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, Field, WithJsonSchema, field_validator, model_validator

from scheduler.documents.fields import Count, Day, Fault, Id, OneOf, Strict, Text, told
from scheduler.domain import GOALS, RULE_NUMBERS, Grade, Health, Uncrewed

REFS = tuple(dict.fromkeys(number.rule for number in RULE_NUMBERS))
NUMBER_SCHEMA = {"anyOf": [{"type": "integer", "minimum": 0}, {"enum": [g.name for g in Grade]}]}
GradeName = Annotated[str, OneOf(*(grade.name for grade in Grade))]
RuleRef = Annotated[Text, Field(json_schema_extra={"enum": list(REFS)})]
FLIGHT_PARTS = (
    "earliest_launch",
    "launch_from",
    "latest_launch",
    "earliest_undock",
    "latest_undock",
    "uncrewed",
    "ports",
    "seats_up",
    "optional",
)
PERSON_PARTS = ("unavailable", "must_return_by", "down")
NO_SEATS = (Health.NOMINAL, Health.UNCREWED_ONLY, Health.UNFIT)


def is_whole_number(value: object) -> bool:
    """Say whether a value can be the number of a rule."""
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def is_grade(value: object) -> bool:
    """Say whether a value is a seat grade."""
    return isinstance(value, str) and value in Grade.__members__


def _number(value: object) -> object:
    if not is_whole_number(value) and not is_grade(value):
        raise Fault("no_number")
    return value


Number = Annotated[Any, AfterValidator(_number), WithJsonSchema(NUMBER_SCHEMA)]


def ordered(first: date | None, last: date | None) -> None:
    """Refuse a span that ends before it begins."""
    if first is not None and last is not None and last <= first:
        raise told(f"to is {last}, not after from ({first}). Give a later day.", "to")


def once(names: list[str] | None, *field: str) -> None:
    """Refuse a list that holds a name twice."""
    for place, name in enumerate(names or ()):
        if name in (names or ())[:place]:
            raise told(f"{name!r} stands here twice. Keep one.", *field, place)


class Change(Strict):
    """One change to what is known or asked."""

    why: Text | None = Field(default=None, description="Why it is asked, for readers.")


def says_something(change: Change, parts: tuple[str, ...]) -> None:
    """Refuse a change that gives none of its parts."""
    if all(getattr(change, part) is None for part in parts):
        raise told(f"nothing is changed here. Give one of: {', '.join(parts)}.")


class HealthChange(Change):
    """What a ship may still be used for."""

    change: Literal["health"] = Field(description="The kind of change.")
    flight: Text = Field(description="The flight whose health it is.")
    health: Annotated[str, OneOf(*Health)] = Field(description="What the ship may be used for.")
    seats: Count | None = Field(default=None, description="Seats that it gives meanwhile.")
    from_on: Day = Field(alias="from", description="The first day that it holds.")
    to_on: Day | None = Field(
        default=None, alias="to", description="Day that it no longer holds; open without."
    )

    @model_validator(mode="after")
    def _fits(self) -> Self:
        ordered(self.from_on, self.to_on)
        if self.seats is not None and self.health in NO_SEATS:
            raise told(f"seats stands beside health {self.health!r}. Leave it out.", "seats")
        if self.seats is None and self.health == Health.RESTRICTED:
            raise told("health is 'restricted' to no number. Give seats.", "health")
        return self


class FlightChange(Change):
    """When, where and with whom a flight may fly."""

    change: Literal["flight"] = Field(description="The kind of change.")
    flight: Text = Field(description="The flight that is changed.")
    earliest_launch: Day | None = Field(
        default=None, description="Day from which the ship is ready, in place of the published one."
    )
    launch_from: Day | None = Field(
        default=None, description="First day for the launch; when the ship is ready, stays."
    )
    latest_launch: Day | None = Field(default=None, description="Last day for the launch.")
    earliest_undock: Day | None = Field(default=None, description="First day for the undocking.")
    latest_undock: Day | None = Field(default=None, description="Last day for the undocking.")
    uncrewed: Annotated[str, OneOf(*Uncrewed)] | None = Field(
        default=None, description="Whether it may, must or must not go up empty."
    )
    ports: list[Text] | None = Field(
        default=None, min_length=1, description="The only ports that it may use."
    )
    seats_up: Count | None = Field(default=None, description="Most people that it may bring.")
    optional: bool | None = Field(default=None, description="Whether it need not fly at all.")

    @model_validator(mode="after")
    def _fits(self) -> Self:
        says_something(self, FLIGHT_PARTS)
        once(self.ports, "ports")
        return self


class OutageChange(Change):
    """A pad, port or launcher family out of use."""

    change: Literal["outage"] = Field(description="The kind of change.")
    kind: Annotated[str, OneOf("pad", "port", "launcher")] = Field(
        description="What is out of use."
    )
    subject: Text = Field(description="The id of the pad, port or launcher family.")
    from_on: Day = Field(alias="from", description="The first day out of use.")
    to_on: Day = Field(alias="to", description="The day that it can be used again.")

    @model_validator(mode="after")
    def _fits(self) -> Self:
        ordered(self.from_on, self.to_on)
        return self


class Span(Strict):
    """Days, the last one not included."""

    from_on: Day = Field(alias="from", description="The first day.")
    to_on: Day = Field(alias="to", description="The day after the last one.")

    @model_validator(mode="after")
    def _fits(self) -> Self:
        ordered(self.from_on, self.to_on)
        return self


class PersonChange(Change):
    """When a person cannot fly, must be home, or may land on another ship."""

    change: Literal["person"] = Field(description="The kind of change.")
    person: Text = Field(description="The person that is meant.")
    unavailable: Span | None = Field(default=None, description="Days on which they cannot fly.")
    must_return_by: Day | None = Field(default=None, description="Last day for their landing.")
    down: Text | None = Field(default=None, description="Flight that they may land on, too.")

    @model_validator(mode="after")
    def _fits(self) -> Self:
        says_something(self, PERSON_PARTS)
        return self


class RuleChange(Change):
    """Numbers of a rule, set anew."""

    change: Literal["rule"] = Field(description="The kind of change.")
    rule: RuleRef = Field(description="The reference of the rule.")
    set_: dict[str, Annotated[Any, WithJsonSchema(NUMBER_SCHEMA)]] = Field(
        alias="set", min_length=1, description="The new numbers by their names."
    )
    for_: Text | None = Field(
        default=None, alias="for", description="What they are set for; everything without."
    )


class WaiverChange(Change):
    """A bound moved by name."""

    change: Literal["waiver"] = Field(description="The kind of change.")
    rule: RuleRef = Field(description="The reference of the rule that is waived.")
    subject: Text = Field(
        description="The flight, person, port, pad, segment or station it is for."
    )
    number: Text | None = Field(
        default=None, description="Name of the number, for a rule with several limits."
    )
    bound: Number = Field(description="The new bound in the unit of the number.")
    authority: Text = Field(description="Who signs it.")
    reason: Text = Field(description="Why it can be signed.")
    from_on: Day | None = Field(
        default=None, alias="from", description="First day that it holds; always without."
    )
    to_on: Day | None = Field(
        default=None, alias="to", description="Day that it no longer holds; open without."
    )

    @model_validator(mode="after")
    def _fits(self) -> Self:
        ordered(self.from_on, self.to_on)
        return self


class GoalChange(Change):
    """Another order of the goals."""

    change: Literal["goal"] = Field(description="The kind of change.")
    order: list[Annotated[str, OneOf(*GOALS)]] = Field(
        min_length=1, description="The goals, the most important first; the others are dropped."
    )

    @field_validator("order")
    @classmethod
    def _differ(cls, order: list[str]) -> list[str]:
        once(order)
        return order


class AddFlightChange(Change):
    """A flight that nobody has published."""

    change: Literal["add-flight"] = Field(description="The kind of change.")
    flight: Id = Field(description="A new id: small letters and digits, joined by hyphens.")
    vehicle_type: Text = Field(description="The vehicle type of the ship.")
    launch: Day = Field(description="The first day that it can launch.")
    line: Text | None = Field(default=None, description="Line whose crews it brings.")
    pad: Text | None = Field(default=None, description="Pad; the type's usual one without.")
    hull: Text | None = Field(default=None, description="Name of the hull.")
    name: Text | None = Field(default=None, description="Name for people; the id without.")
    dock: Day | None = Field(default=None, description="Day of docking; the usual one without.")
    undock: Day | None = Field(
        default=None, description="Day of undocking; the end of its life without."
    )
    land: Day | None = Field(default=None, description="Day of landing; the usual one without.")
    port: Text | None = Field(default=None, description="Port it is meant for; any without.")
    seats: Count | None = Field(default=None, description="Seats; the type's without.")
    crew: list[Text] | None = Field(default=None, description="People who go up on it.")
    uncrewed: Annotated[str, OneOf(*Uncrewed)] | None = Field(
        default=None, description="Whether it may go up empty; it may where it has no crew."
    )

    @model_validator(mode="after")
    def _fits(self) -> Self:
        days = [("launch", self.launch), ("dock", self.dock), ("undock", self.undock)]
        known = [(event, day) for event, day in [*days, ("land", self.land)] if day]
        for (before, first), (after, last) in pairwise(known):
            is_docked_and_gone = (before, after) == ("dock", "undock")
            if last < first or (is_docked_and_gone and last == first):
                word = "before" if last < first else "on the day of"
                text = f"{after} is {last}, {word} {before} ({first}). Give a later day."
                raise told(text, after)
        once(self.crew, "crew")
        if self.crew and self.uncrewed == Uncrewed.REQUIRED:
            raise told("uncrewed is 'required' beside a crew. Leave one of them out.", "uncrewed")
        return self


class CancelFlightChange(Change):
    """A flight that does not fly; its crew takes the next ship of the line."""

    change: Literal["cancel-flight"] = Field(description="The kind of change.")
    flight: Text = Field(description="The flight that does not fly.")
