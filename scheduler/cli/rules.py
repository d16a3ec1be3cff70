"""``rotation rules``: what is allowed, with numbers and sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scheduler.cli.common import (
    ColourOption,
    JsonOption,
    StationOption,
    errors_as_text,
    examples,
    show,
    use_colour,
    width,
)

if TYPE_CHECKING:
    from scheduler.domain import Station
    from scheduler.reports import RuleRow
    from scheduler.rules import Rule

EXAMPLES = examples("rotation rules --station config/stations/iss.yaml")


def rules_command(
    station: StationOption = None, as_json: JsonOption = False, colour: ColourOption = None
) -> None:
    """List every rule with its numbers, hardness and source."""
    from scheduler.reports import rules_table
    from scheduler.rules import RULES
    from scheduler.settings import find_station, read_station

    with errors_as_text():
        known = read_station(station or find_station("iss"))
    rows = [_row(rule, known) for rule in RULES]
    if as_json:
        show(_json(rows))
        return
    show(rules_table(rows, width(), use_colour(colour)))


def _row(rule: Rule, station: Station) -> RuleRow:
    from scheduler.reports import RuleRow

    return RuleRow(
        ref=rule.ref,
        code=rule.code,
        hardness=rule.hardness,
        sentence=rule.sentence,
        numbers=tuple(_numbers(rule.ref, station)),
        source=rule.source,
    )


def _numbers(ref: str, station: Station) -> list[str]:
    from scheduler.domain import numbers_of

    own = station.rules.get(ref, {})
    assumed = {one.key for one in station.provenance if one.assumed}
    return [
        f"{number.number} {_amount(own[number.number], number.unit)}"
        + (" (assumed)" if f"rules.{ref}.{number.number}" in assumed else "")
        if number.number in own
        else f"{number.number}: by {' or '.join(number.subjects)}"
        for number in numbers_of(ref)
    ]


def _amount(value: int | str, unit: str) -> str:
    """Read as ``1 day`` or ``14 days``."""
    one = {"people": "person"}.get(unit, unit.removesuffix("s"))
    return f"{value} {one if value == 1 else unit}"


def _json(rows: list[RuleRow]) -> str:
    from dataclasses import asdict

    from scheduler.documents.json_text import json_text

    return json_text({"schema": "rotation.rules/1", "rules": [asdict(row) for row in rows]})
