"""Changes that hold the plan to something: an event to a day, a person to a ship, a handover."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from scheduler.documents.fields import Day, OneOf, Text, told
from scheduler.scenarios.model import Change

EVENTS = ("launch", "dock", "relocate", "undock", "land")


class PinEventChange(Change):
    """An event that is to happen on one day."""

    change: Literal["pin"] = Field(description="The kind of change.")
    flight: Text = Field(description="The flight whose event it is.")
    event: Annotated[str, OneOf(*EVENTS)] = Field(description="The event that is pinned.")
    day: Day = Field(description="The day that it is to happen.")


class PinLegChange(Change):
    """A person who is to ride one flight."""

    change: Literal["pin"] = Field(description="The kind of change.")
    person: Text = Field(description="The person who rides.")
    leg: Annotated[str, OneOf("up", "down")] = Field(description="The way that they ride.")
    flight: Text = Field(description="The flight that they ride.")


class HandoverChange(Change):
    """How one crew of a line is to relieve another."""

    change: Literal["handover"] = Field(description="The kind of change.")
    outgoing: Text = Field(description="The flight whose crew is relieved.")
    incoming: Text = Field(description="The flight whose crew relieves it.")
    kind: Annotated[str, OneOf("direct", "indirect")] = Field(
        description="Direct: the new crew docks before the old one undocks; else indirect."
    )

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if self.incoming == self.outgoing:
            text = f"incoming is {self.incoming!r}, as outgoing is. Give another flight."
            raise told(text, "incoming")
        return self
