"""JSON Schema for editors, from the models that read our YAML files."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from scheduler.documents.json_text import json_text

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema(model: type[BaseModel]) -> dict[str, Any]:
    """Give the JSON Schema 2020-12 of a model, without titles, nulls and defaults of nothing."""
    return {"$schema": DIALECT, **_plain(model.model_json_schema())}


def schema_text(schema: dict[str, Any]) -> str:
    """Write a schema as the text of its file; equal schemas give equal texts."""
    return json_text(schema)


def _plain(schema: dict[str, Any]) -> dict[str, Any]:
    """Leave out what pydantic adds and a reader of the file does not need.

    An optional field may be left out, never null, so ``null`` goes from its types.
    """
    kept = {key: value for key, value in schema.items() if key not in ("title", "discriminator")}
    if kept.get("default", 0) is None:
        del kept["default"]
    for key in ("properties", "$defs"):
        if key in kept:
            kept[key] = {name: _plain(inner) for name, inner in kept[key].items()}
    for key in ("items", "additionalProperties"):
        if isinstance(kept.get(key), dict):
            kept[key] = _plain(kept[key])
    for key in ("anyOf", "oneOf"):
        if key in kept:
            options = [_plain(option) for option in kept.pop(key) if option != {"type": "null"}]
            kept |= options[0] if len(options) == 1 else {key: options}
    return kept
