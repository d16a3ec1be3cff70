"""A cadence in a what-if: flights created for the horizon, in place of the station file's."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from scheduler.documents.cadence import CadenceKeys
from scheduler.documents.fields import Id
from scheduler.scenarios.model import Change


class CadenceChange(CadenceKeys, Change):
    """How often the flights of one family are wished; its flights are created."""

    change: Literal["cadence"] = Field(description="The kind of change.")
    cadence: Id = Field(description="Its id, which those of its flights begin with.")
