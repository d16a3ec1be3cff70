"""``rotation schema``: the JSON Schema of the files a user writes."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from scheduler.cli.common import examples, one_of, show

EXAMPLES = examples("rotation schema what-if > config/schema/what-if.json")


class SchemaName(StrEnum):
    """The files that have a schema."""

    WHAT_IF = "what-if"
    STATION = "station"


NameArgument = Annotated[
    SchemaName,
    typer.Argument(
        parser=one_of(SchemaName),
        autocompletion=lambda: list(SchemaName),
        metavar="|".join(SchemaName),
        help="Which file.",
    ),
]


def schema_command(name: NameArgument = SchemaName.WHAT_IF) -> None:
    """Print the JSON Schema of what-if or station files."""
    from scheduler.documents.schema import schema_text
    from scheduler.scenarios import what_if_schema
    from scheduler.settings import station_schema

    schemas = {SchemaName.WHAT_IF: what_if_schema, SchemaName.STATION: station_schema}
    show(schema_text(schemas[name]()))
