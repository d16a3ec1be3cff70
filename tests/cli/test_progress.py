"""Progress: one line rewritten on a terminal, one line a step elsewhere."""

from __future__ import annotations

from io import StringIO

from scheduler.cli.progress import ProgressLine


class Terminal(StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True


def log_of(*steps: tuple[str, str, str]) -> list[str]:
    """Give the lines that steps leave in a log."""
    log = StringIO()
    with ProgressLine(log) as progress:
        for step in steps:
            progress(*step)
    return log.getvalue().splitlines()


def test_a_log_has_one_line_a_goal() -> None:
    """With the last value of each; a goal that another follows is proved."""
    assert log_of(
        ("seats", "", ""),
        ("seats", "G4 2", "G4 0"),
        ("change", "days 30", "days 0"),
        ("change", "days 24", "days 20"),
    ) == ["seats: G4 2, proved", "change: days 24 (bound days 20)"]


def test_the_last_goal_says_what_it_was_told() -> None:
    """The tie-break has no bound; it tells itself when it is done."""
    assert log_of(
        ("moves", "seat_moves 0", "seat_moves 0"),
        ("earliest", "0 of 9 ties settled", ""),
        ("earliest", "all ties settled", ""),
    ) == ["moves: seat moves 0, proved", "earliest: all ties settled"]


def test_a_goal_of_one_search_proves_nothing_of_another() -> None:
    """The search for the first way was cut short; that the next one begins is no proof."""
    assert log_of(
        ("way 1, seats", "G4 2", "G4 0"),
        ("way 2, seats", "G4 5", "G4 5"),
        ("way 2, change", "days 1", "days 0"),
    ) == [
        "way 1, seats: G4 2 (bound G4 0)",
        "way 2, seats: G4 5, proved",
        "way 2, change: days 1 (bound days 0)",
    ]


def test_a_search_solves_each_goal_once() -> None:
    """Offers are searches of one name: where a goal comes again, another search has begun."""
    assert log_of(
        ("with a waiver, seats", "G4 2", "G4 2"),
        ("with a waiver, change", "days 9", "days 0"),
        ("with a waiver, seats", "G4 2", "G4 2"),
    ) == [
        "with a waiver, seats: G4 2, proved",
        "with a waiver, change: days 9 (bound days 0)",
        "with a waiver, seats: G4 2",
    ]


def test_a_search_without_a_plan_claims_nothing() -> None:
    """An infeasible case goes from its first goal to its conflict."""
    assert log_of(
        ("seats", "", ""),
        ("is there a plan", "", ""),
        ("is there a plan", "no, proved twice", ""),
        ("a conflict", "12 requirements", ""),
        ("a conflict", "3 requirements", ""),
    ) == [
        "seats: not solved",
        "is there a plan: no, proved twice",
        "a conflict: 3 requirements",
    ]


def test_a_goal_that_was_not_reached_says_so() -> None:
    """The time ran out before the solver had an answer to it."""
    assert log_of(("seats", "G4 2", "G4 2"), ("change", "", "")) == [
        "seats: G4 2, proved",
        "change: not solved",
    ]


def test_on_a_terminal_the_line_is_rewritten_and_cleared() -> None:
    """Each step goes back to the start of the line; the report finds it empty."""
    terminal = Terminal()
    with ProgressLine(terminal) as progress:
        progress("seats", "", "")
        progress("seats", "G4 2", "G4 0")
        progress("change", "days 24", "days 20" + " long" * 30)
    steps = terminal.getvalue().split("\r\x1b[2K")
    assert steps[1:3] == ["seats: searching", "seats: G4 2 (bound G4 0)"]
    assert len(steps[3]) == 78
    assert steps[-1] == ""
    assert "\n" not in terminal.getvalue()


def test_nothing_to_tell_writes_nothing() -> None:
    """A case told wrong before the search leaves no line."""
    assert log_of() == []
