"""Facts as of a day: what was known on a morning, and what it was beaten by."""

from __future__ import annotations

from datetime import date

import pytest

from scheduler.domain import (
    CrewFact,
    Event,
    EventFact,
    Facts,
    HealthFact,
    OutageFact,
    SeatFact,
    Status,
)
from scheduler.domain.editions import (
    crew_known,
    editions_of,
    health_known,
    outages_known,
    seats_known,
)
from scheduler.domain.fact import Health


def day(number: int) -> date:
    """Give a day of January 2023."""
    return date(2023, 1, number)


def event(
    on: int,
    known_on: int,
    status: Status = Status.PLANNED,
    kind: Event = Event.LAUNCH,
    port: str = "",
) -> EventFact:
    """Make one edition of one event of a flight."""
    return EventFact("soyuz", kind, port or None, day(on), status, day(known_on))


SLIPS = Facts(events=(event(20, 1), event(25, 10), event(27, 15)))


@pytest.mark.parametrize(
    ("as_of", "launch_on"),
    [
        pytest.param(1, None, id="known-on-the-day-itself-is-not-yet-known"),
        pytest.param(2, 20, id="the-first-edition"),
        pytest.param(10, 20, id="the-second-becomes-known-during-the-day"),
        pytest.param(11, 25, id="the-second"),
        pytest.param(31, 27, id="the-newest"),
    ],
)
def test_newest_plan_known_before_the_morning_holds(as_of: int, launch_on: int | None) -> None:
    """Of several plans the one that became known last, before the day, holds."""
    found = editions_of(SLIPS, "soyuz", day(as_of)).published_on(Event.LAUNCH)
    assert found == (day(launch_on) if launch_on else None)


def test_rows_need_not_stand_in_order() -> None:
    """The day a plan became known decides, not its place in the file."""
    facts = Facts(events=(event(27, 15), event(20, 1)))
    assert editions_of(facts, "soyuz", day(31)).published_on(Event.LAUNCH) == day(27)


def test_actual_beats_a_plan_that_became_known_later() -> None:
    """What has happened is not planned any more."""
    facts = Facts(events=(event(20, 20, Status.ACTUAL), event(27, 22)))
    found = editions_of(facts, "soyuz", day(31))
    assert found.actual[Event.LAUNCH].on == day(20)
    assert Event.LAUNCH not in found.planned


def test_withdrawn_takes_back_the_plan() -> None:
    """A withdrawn plan leaves nothing, until there is a newer one."""
    facts = Facts(events=(event(20, 1), event(20, 5, Status.WITHDRAWN), event(28, 9)))
    assert editions_of(facts, "soyuz", day(6)).published_on(Event.LAUNCH) is None
    assert editions_of(facts, "soyuz", day(10)).published_on(Event.LAUNCH) == day(28)


def test_relocations_are_kept_port_by_port() -> None:
    """A later edition for one port leaves the move to another alone."""
    moves = [
        event(12, 1, kind=Event.RELOCATE, port="a"),
        event(18, 1, kind=Event.RELOCATE, port="b"),
    ]
    moves.append(event(14, 3, kind=Event.RELOCATE, port="a"))
    found = editions_of(Facts(events=tuple(moves)), "soyuz", day(31)).relocations
    assert [(row.port, row.on) for row in found] == [("a", day(14)), ("b", day(18))]


def crew(person: str, status: Status, known_on: int | None, leg: str = "up") -> CrewFact:
    """Make one edition of one ride."""
    return CrewFact("soyuz", person, leg, "", status, day(known_on) if known_on else None)


def test_actual_ride_becomes_known_with_the_launch() -> None:
    """An actual row without a day is known the day after its launch, not before."""
    facts = Facts(events=(event(20, 20, Status.ACTUAL),), crew=(crew("ito", Status.ACTUAL, None),))
    assert crew_known(facts, day(20)) == ()
    assert [ride.person for ride in crew_known(facts, day(21))] == ["ito"]


def test_withdrawn_ride_is_gone() -> None:
    """Who was taken off a flight no longer rides it."""
    facts = Facts(crew=(crew("ito", Status.PLANNED, 1), crew("ito", Status.WITHDRAWN, 5)))
    assert len(crew_known(facts, day(5))) == 1
    assert crew_known(facts, day(6)) == ()


def test_newer_health_replaces_the_older_of_the_same_day() -> None:
    """Of two rows for one ship and day, the one known later holds."""
    rows = (
        HealthFact("soyuz", day(3), Health.UNDER_REVIEW, None, day(3)),
        HealthFact("soyuz", day(3), Health.EMERGENCY_ONLY, 2, day(9)),
    )
    assert [row.health for row in health_known(Facts(health=rows), day(9))] == [Health.UNDER_REVIEW]
    assert [row.health for row in health_known(Facts(health=rows), day(10))] == [
        Health.EMERGENCY_ONLY
    ]


def test_seat_move_counts_once_made_and_known() -> None:
    """A move still ahead on ``as_of`` has not been made."""
    move = SeatFact("ito", "crew-5", day(18), "G2", day(14))
    assert seats_known(Facts(seats=(move,)), day(17)) == {}
    assert seats_known(Facts(seats=(move,)), day(18)) == {"ito": (move,)}


@pytest.mark.parametrize(
    ("as_of", "ends"),
    [
        pytest.param(5, [], id="not-known-yet"),
        pytest.param(6, [None], id="open"),
        pytest.param(9, [None], id="the-end-becomes-known-during-the-day"),
        pytest.param(10, [20], id="with-an-end"),
        pytest.param(13, [25], id="with-another-end"),
    ],
)
def test_newer_row_of_an_outage_gives_its_end(as_of: int, ends: list[int | None]) -> None:
    """Of the rows for one subject and first day the one that became known last holds."""
    facts = Facts(
        outages=tuple(
            OutageFact("launcher", "soyuz", day(5), None if to is None else day(to), day(known))
            for to, known in ((25, 12), (None, 5), (20, 9))
        )
    )
    found = [row.to_on for row in outages_known(facts, day(as_of))]
    assert found == [None if end is None else day(end) for end in ends]


def test_outages_that_begin_on_other_days_stand_side_by_side() -> None:
    """A second grounding is no edition of the first; nor is that of another subject."""
    rows = (
        OutageFact("launcher", "shuttle", day(1), day(5), day(1)),
        OutageFact("launcher", "shuttle", day(6), None, day(6)),
        OutageFact("launcher", "soyuz", day(1), None, day(1)),
        OutageFact("pad", "soyuz", day(1), None, day(1)),
    )
    assert outages_known(Facts(outages=rows), day(7)) == tuple(
        sorted(rows, key=lambda row: row.known_on)
    )
