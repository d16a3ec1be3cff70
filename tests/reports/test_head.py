"""The first lines: who has no seat stands before all else, then how the run ended."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scheduler.domain import Grade, Plan, Run, SeatSpan, Verdict
from scheduler.reports import Context, render
from tests.reports.example import make_run
from tests.reports.example_endings import make_infeasible_run, make_quiet_run, make_undecided_run
from tests.reports.example_ships import AS_OF, UNTIL, day, make_context


def first_lines(run: Run, number: int = 1, context: Context | None = None) -> list[str]:
    """Draw a run and give its first lines."""
    return render(run, context or make_context(), width=100).splitlines()[:number]


def with_seats(*seats: SeatSpan) -> Run:
    """Make the run with other seats."""
    run = make_run()
    assert run.plan
    return replace(run, plan=replace(run.plan, seats=seats))


def test_who_has_no_seat_comes_first() -> None:
    """The first line says how many person-days, who and when; the verdict follows."""
    assert first_lines(make_run(), 2) == [
        "!! 2 person-days without a seat: Rubio, 2023-01-11 to 2023-01-12",
        "Optimal plan, proved: Soyuz MS-22 loses its coolant",
    ]


@pytest.mark.parametrize(
    ("seats", "told"),
    [
        pytest.param(
            [("rubio", "01-11", "01-12")],
            "1 person-day without a seat: Rubio, 2023-01-11",
            id="one-day",
        ),
        pytest.param(
            [("petelin", "01-11", "01-13"), ("rubio", "01-11", "01-13")],
            # 2 people for 2 days
            "4 person-days without a seat: Petelin and Rubio, 2023-01-11 to 2023-01-12",
            id="two-together",
        ),
        pytest.param(
            [("rubio", "02-01", "02-03"), ("petelin", "01-11", "01-12")],
            "3 person-days without a seat: Petelin, 2023-01-11; Rubio, 2023-02-01 to 2023-02-02",
            id="two-apart",
        ),
        pytest.param(
            [("rubio", "01-11", "01-12"), ("rubio", "01-12", "01-14")],
            "3 person-days without a seat: Rubio, 2023-01-11 to 2023-01-13",
            id="neighbours-joined",
        ),
        pytest.param(
            [("rubio", "2022-12-15", "01-13")],
            "2 person-days without a seat: Rubio, 2023-01-11 to 2023-01-12",
            id="from-before-as-of",
        ),
        pytest.param(
            [("rubio", "12-30", "2024-01-05")],
            "1 person-day without a seat: Rubio, 2023-12-30",
            id="past-until",
        ),
    ],
)
def test_days_without_a_seat(seats: list[tuple[str, str, str]], told: str) -> None:
    """Days count within the horizon only, and people with the same days stand together."""
    spans = [SeatSpan(who, None, day(start), day(end), Grade.G4) for who, start, end in seats]
    assert first_lines(with_seats(*spans)) == [f"!! {told}"]


def test_no_alarm_when_everyone_has_a_seat() -> None:
    """A place in an emergency-only ship is a seat; the first line is the verdict."""
    bad = SeatSpan("rubio", "soyuz-ms-22", AS_OF, UNTIL, Grade.G3)
    assert first_lines(with_seats(bad)) == ["Optimal plan, proved: Soyuz MS-22 loses its coolant"]


@pytest.mark.parametrize(
    ("run", "line"),
    [
        (make_quiet_run(), "Optimal plan, proved: As published"),
        (replace(make_quiet_run(), title=""), "Optimal plan, proved"),
        (
            replace(make_quiet_run(), verdict=Verdict.FEASIBLE),
            "Feasible plan, not proved optimal: As published",
        ),
        (
            make_infeasible_run(),
            "Infeasible, proved: no plan exists. Soyuz MS-22 leaks, nobody below G3",
        ),
        (make_undecided_run(), "Undecided: nothing is proved. Soyuz MS-22 loses its coolant"),
    ],
)
def test_verdict_in_words(run: Run, line: str) -> None:
    """The verdict is told in words, with the title of the question."""
    assert first_lines(run) == [line]


def test_what_was_asked_and_who_answered() -> None:
    """Station, days, run and seconds follow; without the station file its id stands."""
    asked, solved = first_lines(make_quiet_run(), 3)[1:]
    assert asked == "International Space Station, as of 2023-01-11, until 2023-12-31"
    assert solved == ("Run 2023-01-11-ms-22-leak-7f3a, 1.0 s of solving (ortools-cp-sat 9.15.6755)")
    assert first_lines(make_quiet_run(), 2, Context())[1].startswith("iss, as of")


def test_created_flights_are_told() -> None:
    """How many, by cadence, after what was asked; of none nothing is said."""
    context = replace(make_context(), created={"soyuz": 3, "cargo": 10})
    assert first_lines(make_quiet_run(), 3, context)[2] == (
        "13 flights created from cadences: 10 cargo, 3 soyuz; "
        "published for them are the days wished"
    )
    one = replace(make_context(), created={"soyuz": 1})
    assert "1 flight created from cadences: 1 soyuz;" in first_lines(make_quiet_run(), 3, one)[2]
    assert "cadence" not in render(make_quiet_run(), make_context())


def test_empty_plan_is_drawn() -> None:
    """A plan that says nothing still has its first lines."""
    text = render(replace(make_quiet_run(), plan=Plan()), make_context())
    assert text.startswith("Optimal plan, proved: As published\n")
