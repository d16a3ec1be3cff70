"""Reads tables back into the parts of a run, with nothing of the code that wrote them."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from datetime import date
from itertools import groupby

from scheduler.domain import (
    AboardSpan,
    Finding,
    FlightPlan,
    GoalResult,
    Grade,
    Handover,
    LifeUse,
    PartResult,
    Plan,
    PortStay,
    SeatSpan,
    Stay,
    WaiverUse,
)

Row = dict[str, str]


def rows(texts: Mapping[str, str], name: str) -> list[Row]:
    """Read one table."""
    return list(csv.DictReader(io.StringIO(texts[f"{name}.csv"], newline=""), strict=True))


def day(text: str) -> date | None:
    """Read a day, or none."""
    return date.fromisoformat(text) if text else None


def sure(text: str) -> date:
    """Read a day that has to be there."""
    return date.fromisoformat(text)


def number(text: str) -> int | None:
    """Read a number, or none."""
    return int(text) if text else None


def ids(text: str) -> tuple[str, ...]:
    """Read a list of ids."""
    return tuple(text.split(";")) if text else ()


def plan_of(texts: Mapping[str, str]) -> Plan:
    """Put a plan together again."""
    ports = rows(texts, "ports")
    return Plan(
        flights=tuple(_flight(row, ports) for row in rows(texts, "flights")),
        stays=tuple(
            Stay(
                r["person"],
                r["up"] or None,
                r["down"] or None,
                day(r["from"]),
                day(r["to"]),
                number(r["days"]),
                day(r["planned_to"]),
                number(r["extension_days"]),
            )
            for r in rows(texts, "stays")
        ),
        seats=tuple(
            SeatSpan(
                r["person"], r["flight"] or None, sure(r["from"]), sure(r["to"]), Grade[r["grade"]]
            )
            for r in rows(texts, "seats")
        ),
        handovers=tuple(
            Handover(r["line"], r["outgoing"], r["incoming"], r["kind"] == "direct", int(r["days"]))
            for r in rows(texts, "handovers")
        ),
        aboard=tuple(_aboard(row) for row in rows(texts, "aboard")),
    )


def _flight(row: Row, ports: list[Row]) -> FlightPlan:
    published = {
        event: sure(row[f"published_{event}"])
        for event in ("launch", "dock", "undock", "land")
        if row[f"published_{event}"]
    }
    life = [row[f"life_{name}_days"] for name in ("used", "limit", "margin")]
    return FlightPlan(
        flight=row["flight"],
        vehicle_type=row["vehicle_type"],
        status=row["status"],
        launch_on=day(row["launch"]),
        dock_on=day(row["dock"]),
        undock_on=day(row["undock"]),
        land_on=day(row["land"]),
        ports=tuple(
            PortStay(port["port"], sure(port["from"]), sure(port["to"]))
            for port in ports
            if port["flight"] == row["flight"]
        ),
        crew_up=ids(row["crew_up"]),
        crew_down=ids(row["crew_down"]),
        hull=row["hull"] or None,
        published=published,
        changed=ids(row["changed"]),
        life=LifeUse(*map(int, life)) if life[0] else None,
    )


def _aboard(row: Row) -> AboardSpan:
    fixed = ("from", "to", "people")
    segments = {name: int(text) for name, text in row.items() if name not in fixed and text}
    return AboardSpan(sure(row["from"]), sure(row["to"]), int(row["people"]), segments)


def goals_of(texts: Mapping[str, str]) -> tuple[GoalResult, ...]:
    """Put the goals together again."""
    found = []
    for (_, goal), parts in groupby(rows(texts, "goals"), lambda r: (r["rank"], r["goal"])):
        told = list(parts)
        results = tuple(
            PartResult(r["part"], int(r["value"]), int(r["bound"]), r["proved"] == "true")
            for r in told
            if r["part"]
        )
        found.append(GoalResult(goal, all(r["proved"] == "true" for r in told), results))
    return tuple(found)


def waivers_of(texts: Mapping[str, str]) -> tuple[WaiverUse, ...]:
    """Put the waivers together again."""
    return tuple(
        WaiverUse(
            r["rule"],
            r["subject"],
            int(r["bound"]),
            number(r["used"]),
            number(r["limit"]),
            r["authority"],
            r["reason"],
            r["needed"] == "true",
        )
        for r in rows(texts, "waivers")
    )


def findings_of(texts: Mapping[str, str]) -> tuple[Finding, ...]:
    """Put the findings together again."""
    return tuple(
        Finding(
            r["ref"],
            r["rule"],
            r["class"],
            r["subject"],
            r["text"],
            day(r["from"]),
            day(r["to"]),
            is_told=r["ref"] == "LB-1",
        )
        for r in rows(texts, "findings")
    )
