"""Progress: one line rewritten on a terminal, one line a goal elsewhere."""

from __future__ import annotations

from io import StringIO

from scheduler.cli.progress import ProgressLine


class Terminal(StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True


def test_a_log_has_one_line_a_goal() -> None:
    """With the last value of each; a goal that another follows is proved."""
    log = StringIO()
    with ProgressLine(log) as progress:
        progress("seats", "", "")
        progress("seats", "G4 2", "G4 0")
        progress("change", "days 30", "days 0")
        progress("change", "days 24", "days 20")
    assert log.getvalue() == "seats: G4 2, proved\nchange: days 24 (bound days 20)\n"


def test_the_last_goal_is_told_as_proved_when_the_caller_says_so() -> None:
    """Only the caller knows the verdict; what has no bound has no value worth telling then."""
    log = StringIO()
    with ProgressLine(log) as progress:
        progress("earliest", "0 of 9 numbers settled", "")
        progress.is_proved = True
    assert log.getvalue() == "earliest: proved\n"


def test_a_search_without_a_plan_claims_nothing() -> None:
    """An infeasible case goes from its first goal to its conflict."""
    log = StringIO()
    with ProgressLine(log) as progress:
        progress("seats", "", "")
        progress("conflict", "12 requirements left", "")
        progress("conflict", "3 requirements left", "")
    assert log.getvalue() == "seats: searching\nconflict: 3 requirements left\n"


def test_on_a_terminal_the_line_is_rewritten_and_cleared() -> None:
    """Each step goes back to the start of the line; the report finds it empty."""
    terminal = Terminal()
    with ProgressLine(terminal) as progress:
        progress("seats", "G4 2", "G4 0")
        progress("change", "days 24", "days 20" + " long" * 30)
    steps = terminal.getvalue().split("\r\x1b[2K")
    assert steps[1] == "seats: G4 2 (bound G4 0)"
    assert len(steps[2]) == 78
    assert steps[-1] == ""
    assert "\n" not in terminal.getvalue()


def test_nothing_to_tell_writes_nothing() -> None:
    """A case told wrong before the search leaves no line."""
    log = StringIO()
    with ProgressLine(log):
        pass
    assert log.getvalue() == ""
