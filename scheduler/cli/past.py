"""``rotation history audit`` and ``replay``: the past, judged and planned again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import typer

from scheduler.cli.common import (
    ColourOption,
    ExitCode,
    FactsOption,
    JsonOption,
    StationOption,
    TimeLimitOption,
    errors_as_text,
    examples,
    show,
    use_colour,
    width,
)

if TYPE_CHECKING:
    from scheduler.history import Replay
    from scheduler.planning import Case

AUDIT_EXAMPLES = examples("rotation history audit", "rotation history audit --json > audit.json")
REPLAY_EXAMPLES = examples(
    "rotation history replay",
    "rotation history replay ms-22-2023-01-11",
    "rotation history replay my-case.yaml --time-limit 20",
)
CaseArgument = Annotated[
    str | None,
    typer.Argument(
        metavar="[CASE]",
        help="A case in config/history, or a what-if file. Default: all of config/history.",
    ),
]


def audit_command(
    facts: FactsOption = None,
    station: StationOption = None,
    as_json: JsonOption = False,
    colour: ColourOption = None,
) -> None:
    """Judge all that was flown by every rule, without the solver.

    Each finding stands beside what really happened, as exceptions.csv in the fact folder
    documents it, or is told as not explained; then the exit status is 1.
    """
    from scheduler.cli.folder import FactFolder
    from scheduler.documents.past import audit_text
    from scheduler.planning import audit_history, read_past
    from scheduler.reports import past_report

    with errors_as_text():
        folder = FactFolder.read(facts, station)
        past = read_past(folder.path, folder.facts, folder.station)
    found = audit_history(past)
    if as_json:
        show(audit_text(folder.station.id, found))
    else:
        show(past_report(found, folder.context, width(), use_colour(colour)))
    raise typer.Exit(ExitCode.FINDINGS if found.unexplained else ExitCode.OK)


def replay_command(
    case: CaseArgument = None,
    facts: FactsOption = None,
    station: StationOption = None,
    time_limit_s: TimeLimitOption = 60.0,
    as_json: JsonOption = False,
    colour: ColourOption = None,
) -> None:
    """Plan a past day again, and set what was flown beside the plan.

    A case is a what-if file: its as_of is the day, and only what was known before it counts.
    What was flown is judged by the same rules and goals. Where both differ, it is said which
    rule or goal makes the difference. Nothing is kept in the database.
    """
    from scheduler.cli.shared import context_of
    from scheduler.documents.past import replays_text
    from scheduler.planning import find_replay, read_case, replay_cases
    from scheduler.reports import replay_report, replays_table

    with errors_as_text():
        names = [case] if case else list(replay_cases())
        cases = {name: read_case(find_replay(name), facts, station) for name in names}
    replays = _replays(cases, time_limit_s)
    if as_json:
        show(replays_text(replays))
    elif case:
        show(replay_report(replays[0], context_of(cases[case]), width(), use_colour(colour)))
    else:
        show(replays_table(replays, width(), use_colour(colour)))


def _replays(cases: dict[str, Case], time_limit_s: float) -> list[Replay]:
    from scheduler.cli.progress import ProgressLine
    from scheduler.planning import Limits, replay

    with ProgressLine() as progress:
        return [
            replay(case, name, Limits(time_limit_s), _of(name, progress))
            for name, case in cases.items()
        ]


def _of(name: str, progress: Callable[[str, str, str], None]) -> Callable[[str, str, str], None]:
    """Tell the case in hand, too."""
    return lambda goal, best, bound: progress(f"{name}, {goal}", best, bound)
