"""What reports are given: names of everybody, crews still to fly, ports that are there."""

from __future__ import annotations

from scheduler.cli.shared import context_of
from scheduler.paths import PROJECT
from scheduler.planning import read_case


def test_crews_are_those_still_to_fly() -> None:
    """Whitson has flown three times before: only Ax-2, which is ahead, counts as published."""
    case = read_case(PROJECT / "config" / "what-if" / "nominal-2022-12.yaml")
    context = context_of(case)
    assert [flight for flight, crew in context.crews.items() if "whitson" in crew] == ["ax-2"]
    assert "soyuz-ms-22" not in context.crews  # launched in September
    assert context.names["sts-111"] == "STS-111"


def test_ports_are_those_that_are_there() -> None:
    """No report of 2022 speaks of Pirs, which left in 2021, nor of the port before Harmony."""
    case = read_case(PROJECT / "config" / "what-if" / "nominal-2022-12.yaml")
    station = context_of(case).station
    assert station is not None
    assert {"pirs-nadir", "destiny-forward"}.isdisjoint(station.ports)
    assert {"prichal-nadir", "harmony-zenith"} <= set(station.ports)
    assert "pirs-nadir" in case.station.ports
