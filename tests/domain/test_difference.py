"""What differs between two plans: goals in their order, flights and people by id."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from scheduler.domain import (
    Change,
    Comparison,
    Difference,
    FlightPlan,
    GoalResult,
    Grade,
    PartDifference,
    PartResult,
    Plan,
    PortStay,
    Run,
    SeatSpan,
    Stay,
    Verdict,
    WaiverUse,
    difference,
    part_in_words,
)
from tests.builders import MS_23, make_run

RUBIO = Stay("rubio", "soyuz-ms-22", "soyuz-ms-23", None, date(2023, 9, 27), 371, None, 183)
CHUB = Stay("chub", "soyuz-ms-24", "soyuz-ms-24", None, None, 204, None, None)


def run_of(*flights: FlightPlan, stays: tuple[Stay, ...] = ()) -> Run:
    """Make a run of flights and stays."""
    return make_run(plan=Plan(flights=flights, stays=stays))


def scored(*goals: tuple[str, dict[str, int]], is_proved: bool = True) -> Run:
    """Make a run with the parts of goals."""
    results = tuple(
        GoalResult(
            goal,
            is_proved,
            tuple(PartResult(part, value, value, is_proved) for part, value in parts.items()),
        )
        for goal, parts in goals
    )
    return replace(make_run(), goals=results)


def test_a_plan_does_not_differ_from_itself() -> None:
    """Nothing is told."""
    run = run_of(MS_23, stays=(RUBIO, CHUB))
    assert difference(run, run) == Difference()


def test_goals_that_differ_are_told_in_the_order_of_the_second() -> None:
    """Only parts that both have and that differ; the order of the question holds."""
    before = scored(("seats", {"G4": 2, "G3": 88}), ("change", {"days": 24}), ("moves", {"x": 1}))
    after = scored(("change", {"days": 30}), ("seats", {"G4": 2, "G3": 90}), ("margin", {"y": 5}))
    assert difference(before, after).goals == (
        PartDifference("change", "days", 24, 30, is_proved=True),
        PartDifference("seats", "G3", 88, 90, is_proved=True),
    )


def test_a_price_is_proved_when_both_numbers_are() -> None:
    """One that is open on either side leaves it open."""
    proved = scored(("change", {"days": 24}))
    unproved = scored(("change", {"days": 30}), is_proved=False)
    for before, after in ((proved, unproved), (unproved, proved)):
        [part] = difference(before, after).goals
        assert part.is_proved is False


def test_a_flight_is_told_by_what_differs() -> None:
    """Days, ports and crews; what is the same is left out, docking follows the launch."""
    moved = replace(
        MS_23,
        launch_on=date(2023, 3, 16),
        dock_on=date(2023, 3, 16),
        ports=(PortStay("prichal-nadir", date(2023, 3, 16), date(2023, 8, 29)),),
        crew_up=("chub", "kononenko"),
        crew_down=(),
    )
    assert difference(run_of(MS_23), run_of(moved)).flights == (
        Change("soyuz-ms-23", "launch", "2023-02-20", "2023-03-16"),
        Change("soyuz-ms-23", "ports", "poisk-zenith", "prichal-nadir"),
        Change("soyuz-ms-23", "crew up", "", "chub, kononenko"),
        Change("soyuz-ms-23", "crew down", "petelin, prokopyev, rubio", ""),
    )


def test_a_flight_that_flies_no_more_has_its_status_alone() -> None:
    """Its days are no plan any more; of one that flies after all, every day is told."""
    waiting = replace(MS_23, status="waiting", ports=(), crew_down=())
    assert difference(run_of(MS_23), run_of(waiting)).flights == (
        Change("soyuz-ms-23", "status", "planned", "waiting"),
    )
    back = difference(run_of(waiting), run_of(MS_23)).flights
    assert back[:2] == (
        Change("soyuz-ms-23", "status", "waiting", "planned"),
        Change("soyuz-ms-23", "launch", "", "2023-02-20"),
    )


def test_a_flight_that_waits_is_the_same_as_one_that_is_not_told_of() -> None:
    """A plan tells of a ship beyond the horizon only where somebody waits for it."""
    waiting = replace(MS_23, status="waiting", ports=(), crew_down=())
    assert difference(run_of(waiting), run_of()).flights == ()
    assert difference(run_of(), run_of(waiting)).flights == ()
    cancelled = replace(waiting, status="cancelled")
    assert difference(run_of(waiting), run_of(cancelled)).flights == (
        Change("soyuz-ms-23", "status", "waiting", "cancelled"),
    )


def test_a_flight_that_only_one_plan_has_is_told_whole() -> None:
    """A cancelled or added flight differs in everything; flights stand in order of id."""
    spare = replace(MS_23, flight="soyuz-a")
    changes = difference(run_of(MS_23), run_of(MS_23, spare)).flights
    assert {change.subject for change in changes} == {"soyuz-a"}
    assert {change.before for change in changes} == {""}
    both = difference(run_of(), run_of(MS_23, spare)).flights
    assert [change.subject for change in both] == sorted(change.subject for change in both)


def test_people_are_told_by_their_rides_and_days() -> None:
    """Who goes up no more has no days; the grades of seats are in the goals."""
    home = replace(RUBIO, down="crew-5", days=158)
    before = run_of(stays=(RUBIO, CHUB))
    after = run_of(stays=(home, replace(CHUB, up=None, days=None)))
    assert difference(before, after).people == (
        Change("chub", "up", "soyuz-ms-24", ""),
        Change("rubio", "down", "soyuz-ms-23", "crew-5"),
        Change("rubio", "days", "371", "158"),
    )


def test_days_without_a_seat_are_counted() -> None:
    """The last day of a span is not included: from 11 to 13 January are two days."""
    spans = (
        SeatSpan("rubio", None, date(2023, 1, 11), date(2023, 1, 13), Grade.G4),
        SeatSpan("rubio", None, date(2023, 2, 1), date(2023, 2, 2), Grade.G4),
        SeatSpan("rubio", "crew-5", date(2023, 1, 13), date(2023, 2, 1), Grade.G2),
    )
    seated, seatless = run_of(stays=(RUBIO,)), run_of(stays=(RUBIO,))
    assert seatless.plan
    seatless = replace(seatless, plan=replace(seatless.plan, seats=spans))
    assert difference(seated, seatless).people == (Change("rubio", "days without a seat", "", "3"),)


def test_a_run_without_a_plan_compares_as_an_empty_one() -> None:
    """All that the other plans is told; there are no goals to compare."""
    none = replace(make_run(), verdict=Verdict.INFEASIBLE, plan=None, goals=())
    found = difference(none, run_of(MS_23))
    assert found.goals == ()
    assert found.flights


def test_parts_of_goals_are_told_in_words() -> None:
    """As planners call them, one of them in the singular; unknown ones by their names."""
    assert part_in_words("change", "days", 24) == "days moved"
    assert part_in_words("change", "days", 1) == "day moved"
    assert part_in_words("extension", "total", 1) == "day in all extensions"
    assert part_in_words("moves", "relocations", 1) == "relocation"
    assert part_in_words("moves", "seat_moves", 0) == "seat moves"
    assert part_in_words("seats", "G4", 1) == "person-day without a seat"
    assert part_in_words("staffing", "RS", 1) == "person-day missing in RS"
    assert part_in_words("lunch", "boxes") == "lunch boxes"


def test_in_full_people_are_told_by_their_dates_and_seats() -> None:
    """A stay moved by a week is as long as before, but not the same for whoever makes it."""
    seats = (
        SeatSpan("chub", "soyuz-ms-24", date(2023, 9, 15), date(2023, 9, 18), Grade.G2),
        SeatSpan("chub", "crew-7", date(2023, 9, 18), date(2023, 9, 20), Grade.G0),
    )
    first, last = date(2023, 9, 15), date(2024, 4, 6)
    stay = replace(CHUB, from_on=first, to_on=last)
    later = replace(stay, from_on=date(2023, 9, 22), to_on=date(2024, 4, 13))
    before, after = make_run(plan=Plan(stays=(stay,), seats=seats)), run_of(stays=(later,))
    assert difference(run_of(stays=(stay,)), after).people == ()
    assert difference(before, after, in_full=True).people == (
        Change("chub", "aboard from", "2023-09-15", "2023-09-22"),
        Change("chub", "aboard to", "2024-04-06", "2024-04-13"),
        Change("chub", "days at G2", "3", ""),
        Change("chub", "seat in", "soyuz-ms-24, crew-7", ""),
    )


def test_in_full_dockings_and_relocations_are_told() -> None:
    """A ship that stays two days longer at its first port, and docks a day later."""
    ports = (
        PortStay("poisk-zenith", date(2023, 2, 20), date(2023, 4, 6)),
        PortStay("prichal-nadir", date(2023, 4, 6), date(2023, 8, 29)),
    )
    moved = (replace(ports[0], to_on=date(2023, 4, 8)), replace(ports[1], from_on=date(2023, 4, 8)))
    before = run_of(replace(MS_23, ports=ports))
    after = run_of(replace(MS_23, ports=moved, dock_on=date(2023, 2, 21)))
    assert difference(before, after).flights == ()
    assert difference(before, after, in_full=True).flights == (
        Change("soyuz-ms-23", "dock", "2023-02-20", "2023-02-21"),
        Change("soyuz-ms-23", "to prichal-nadir", "2023-04-06", "2023-04-08"),
    )


def test_in_full_waivers_are_told() -> None:
    """One that is used less, and one that only the second plan is given."""
    life = WaiverUse("VL-1", "soyuz-ms-23", 220, 219, 210, "RSC", "analysed", is_needed=True)
    seats = WaiverUse("LB-4", "crew-5", 5, None, 4, "NASA", "foam", is_needed=False)
    before = replace(make_run(), waivers=(life,))
    after = replace(make_run(), waivers=(replace(life, used=215), seats))
    assert difference(before, after).waivers == ()
    assert difference(before, after, in_full=True).waivers == (
        Change("LB-4 crew-5", "waived to", "", "5"),
        Change("LB-4 crew-5", "needed", "", "no"),
        Change("VL-1 soyuz-ms-23", "used", "219", "215"),
    )


def test_a_comparison_is_of_the_same_plan_when_nothing_differs() -> None:
    """Where there is nothing to compare, nothing is claimed."""
    run = run_of(MS_23)
    assert Comparison(run, run, difference(run, run)).is_same
    assert not Comparison(run, run, difference(run, run_of(MS_23, stays=(CHUB,)))).is_same
    assert not Comparison(run, run, None).is_same
