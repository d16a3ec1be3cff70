"""The JSON Schema of a what-if file, for editors: ``config/schema/what-if.json``."""

from __future__ import annotations

from typing import Any

from scheduler.documents.schema import json_schema
from scheduler.scenarios.file import WhatIfFile


def what_if_schema() -> dict[str, Any]:
    """Give the JSON Schema of a what-if file."""
    return json_schema(WhatIfFile)
