"""Heads and seats: how many people, how many certified seats, how many are worse off, and when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from scheduler.domain import AboardSpan, Grade, Places, Plan, Run, SeatSpan
from scheduler.reports import Context, render
from tests.builders import MS_23, make_run

AS_OF, LATER, UNTIL = date(2023, 1, 11), date(2023, 3, 1), date(2023, 5, 1)
CREW_5 = replace(MS_23, flight="crew-5", dock_on=date(2022, 10, 6), undock_on=date(2023, 6, 1))
BESIDE = replace(MS_23, dock_on=LATER, undock_on=date(2023, 6, 1))


def run_of(*seats: SeatSpan) -> Run:
    """Make a run of seven people; on 1 March a ship docks with three more."""
    aboard = (AboardSpan(AS_OF, LATER, 7, {}), AboardSpan(LATER, UNTIL, 10, {}))
    plan = Plan(flights=(CREW_5, BESIDE), seats=seats, aboard=aboard)
    return replace(make_run(plan=plan), until=UNTIL)


def section(run: Run, context: Context) -> list[str]:
    """Draw the section alone; nothing where it is left out."""
    blocks = render(run, context, width=120).split("\n\n")
    return next((b.splitlines() for b in blocks if b.startswith("Heads and seats")), [])


def test_numbers_stand_over_time() -> None:
    """Seven people, then ten; four certified seats in one ship, seven in two."""
    context = Context(places=lambda flight, _: Places(certified=4 if flight == "crew-5" else 3))
    lines = section(run_of(), context)
    assert [line.split()[0] for line in lines[2:4]] == ["aboard", "certified"]
    assert lines[2].index("7") < lines[2].index("10")
    assert lines[3].index("4") < lines[3].index("7")
    assert lines[-1].strip() == "Fewer certified seats than people: 2023-01-11 to 2023-04-30."


def test_health_of_the_day_counts() -> None:
    """A ship that is left to emergencies on the first days gives no certified seat then."""
    healed_on = date(2023, 2, 1)

    def places(_flight: str, day: date) -> Places:
        return Places(certified=10) if day >= healed_on else Places(emergency=2)

    assert "than people: 2023-01-11 to 2023-01-31." in section(run_of(), Context(places=places))[-1]
    for_all = Context(places=lambda _flight, _day: Places(certified=10))
    assert section(run_of(), for_all)[-1].strip() == "A certified seat for all."


def test_each_time_with_too_few_seats_is_told() -> None:
    """Twice, and over the first of them, from 1 to 9 February, the number changes once."""

    def places(_flight: str, day: date) -> Places:
        if date(2023, 2, 1) <= day < date(2023, 2, 10):
            return Places(certified=3 if day < date(2023, 2, 5) else 2)
        return Places(certified=0 if day == date(2023, 4, 1) else 10)

    told = "than people: 2023-02-01 to 2023-02-09; 2023-04-01."
    assert told in section(run_of(), Context(places=places))[-1]


def test_people_who_are_worse_off_have_rows_of_their_own() -> None:
    """Each grade below the best that anybody holds, the worst last."""
    seats = (
        SeatSpan("rubio", None, AS_OF, LATER, Grade.G4),
        SeatSpan("rubio", "crew-5", LATER, UNTIL, Grade.G2),
        SeatSpan("petelin", "soyuz-ms-22", AS_OF, UNTIL, Grade.G3),
        SeatSpan("mann", "crew-5", AS_OF, UNTIL, Grade.G0),
    )
    labels = [line.split()[0] for line in section(run_of(*seats), Context())[2:6]]
    assert labels == ["aboard", "improvised", "emergency", "no"]
    assert len(section(run_of(), Context())) == 4  # heading, months, one row, legend


def test_without_people_nothing_is_drawn() -> None:
    """As with every section that has nothing to say."""
    assert section(make_run(), Context()) == []
