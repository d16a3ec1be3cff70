"""The JSON text of every document that is written."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any


def json_text(document: Mapping[str, Any]) -> str:
    """Write a document as JSON text; equal documents give equal texts.

    Raises
    ------
    ValueError
        When a number is infinite or none at all, for JSON has no such: our own bug.
    """
    return json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
