"""Docked days by ship and type, taken days by port."""

from __future__ import annotations

from dataclasses import replace

from scheduler.domain import Event, EventFact, Facts, Port, PortStay, Status
from scheduler.history.ship_days import (
    PortDays,
    ShipDays,
    TypeDays,
    port_days,
    ship_days,
    type_days,
)
from tests.history.worlds import STATION, day, flown_of, progress, soyuz, world


def moved() -> Facts:
    """Make a world in which Soyuz 1 moves from Rassvet to Poisk on 1 February.

    It is there from 1 January to 1 March, 31 + 28 days; Soyuz 2 comes on 10 February, and all is
    known up to 1 March, the day of the last event: 2 March is the first day of which nothing is.
    """
    facts = world(
        soyuz(1, "2001-01-01", "2001-03-01", "ann"),
        soyuz(2, "2001-02-10", "", "bob"),
    )
    on = day("2001-02-01")
    move = EventFact("soyuz-1", Event.RELOCATE, "poisk-zenith", on, Status.ACTUAL, on)
    return replace(facts, events=(*facts.events, move))


FLOWN = flown_of(moved())
ALL = (day("2001-01-01"), day("2001-03-02"))


def test_ships_with_their_ports() -> None:
    """A ship that is still there counts up to what is known: 10 February to 1 March, 20 days."""
    first, second = ship_days(FLOWN, *ALL)
    assert first == ShipDays(
        "soyuz-1",
        "soyuz-ms",
        day("2001-01-01"),
        day("2001-03-01"),
        (
            PortStay("rassvet-nadir", day("2001-01-01"), day("2001-02-01")),
            PortStay("poisk-zenith", day("2001-02-01"), day("2001-03-01")),
        ),
        is_there=False,
    )
    assert (first.days, second.days, second.is_there) == (59, 20, True)


def test_within_the_days_asked_for() -> None:
    """From 25 January to 12 February: 7 days at Rassvet, 11 at Poisk; Soyuz 2 has two."""
    first, second = ship_days(FLOWN, day("2001-01-25"), day("2001-02-12"))
    assert [(stay.to_on - stay.from_on).days for stay in first.ports] == [7, 11]
    assert (first.days, second.days) == (18, 2)


def test_ships_that_came_later_or_left_before_are_left_out() -> None:
    """Up to the docking of Soyuz 2 there is one ship, from the undocking of Soyuz 1 the other."""
    early = ship_days(FLOWN, day("2001-01-01"), day("2001-02-10"))
    late = ship_days(FLOWN, day("2001-03-01"), day("2001-03-02"))
    assert [ship.flight for ship in (*early, *late)] == ["soyuz-1", "soyuz-2"]


def test_by_type() -> None:
    """The Soyuz ships have 59 + 20 days, the Progress 5; the most come first."""
    facts = moved()
    cargo = world(progress(1, "2001-02-01", "2001-02-06"))
    both = replace(
        facts, flights=(*facts.flights, *cargo.flights), events=(*facts.events, *cargo.events)
    )
    assert type_days(ship_days(flown_of(both), *ALL)) == (
        TypeDays("soyuz-ms", 2, 79, "soyuz-1", 59),
        TypeDays("progress-ms", 1, 5, "progress-1", 5),
    )


def test_by_port() -> None:
    """Rassvet: 31 days of Soyuz 1 and 20 of Soyuz 2, of 60; Poisk came on 15 January: 28 of 46."""
    poisk = Port("poisk-zenith", "RS", ("soyuz-ms",), {}, day("2001-01-15"))
    station = replace(STATION, ports={**STATION.ports, "poisk-zenith": poisk})
    rassvet, other = port_days(ship_days(FLOWN, *ALL), station, *ALL)
    assert rassvet == PortDays("rassvet-nadir", 2, 51, 60)
    assert other == PortDays("poisk-zenith", 1, 28, 46)
    assert (rassvet.share, PortDays("gone", 0, 0, 0).share) == (0.85, 0.0)
