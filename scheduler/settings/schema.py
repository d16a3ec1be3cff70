"""The JSON Schema of a station file, for editors: ``config/schema/station.json``."""

from __future__ import annotations

from typing import Any

from scheduler.documents.schema import json_schema
from scheduler.settings.model import StationFile


def station_schema() -> dict[str, Any]:
    """Give the JSON Schema of a station file."""
    return json_schema(StationFile)
