"""``facts accept``: a plan becomes the next baseline, by rows added to a fact folder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from scheduler.documents.replacing import finish, replace_together
from scheduler.domain import (
    CrewFact,
    Edition,
    EventFact,
    Plan,
    Run,
    Status,
    accepted_edition,
    planned_edition,
    unsaid,
)
from scheduler.errors import Complaint, InputError, SeedError
from scheduler.intake import UNFINISHED, added, new_file, read_facts, rows_by_file
from scheduler.paths import shipped, shown
from scheduler.planning.case import Case, fact_folder
from scheduler.planning.checking import judge
from scheduler.shelf import Shelf


@dataclass(frozen=True)
class Acceptance:
    """What accepting a run adds to a fact folder; nothing is written yet.

    ``rows`` holds the rows of each file that gets any, in words and without what they share;
    ``before`` and ``texts`` those files as they are and as they will be. ``notes`` tell what
    facts cannot say, or say no more.
    """

    folder: Path
    edition: Edition
    rows: Mapping[str, tuple[str, ...]]
    before: Mapping[str, str]
    texts: Mapping[str, str]
    notes: tuple[str, ...] = ()


def accept(
    run: Run, case: Case, folder: Path | None, who: str, why: str, known_on: date | None
) -> Acceptance:
    """Make the rows after which a fact folder says what a run plans; they are checked, not written.

    Known on the day of the run, they count from the next morning on: whoever plans as of the
    run's own morning still meets the baseline that it was made from, and whoever plans as of the
    morning after meets the run.

    Parameters
    ----------
    folder
        The fact folder; by default the one that the run names.
    known_on
        The day of the acceptance; by default the day of the run.

    Raises
    ------
    InputError
        With every fault: the run has no plan or breaks a rule, nobody or no reason is named, the
        day lies before the run, something has happened otherwise since then, or the folder, with
        the new rows in it, would not be read.
    """
    day = known_on or run.as_of
    faults = [*_faults(run, case, day, who, why)]
    if faults:
        raise InputError("\n".join(faults))
    place = folder or _own_folder(run)
    known = read_facts(place, case.station)
    source = f"accepted by {_plain(who)}: {_plain(why)} (run {run.id})"
    edition = accepted_edition(run, case.problem, known.facts, case.station, day, source)
    faults = list(unsaid(run, edition.over(known.facts), case.station, day))
    if faults:
        told = f"So facts cannot say what {run.id} plans. Plan again as of a later morning."
        raise InputError("\n".join([*faults, told]))
    new = {layout.name: cells for layout, cells in rows_by_file(edition).items()}
    rows = {name: tuple(map(_in_words, cells)) for name, cells in new.items()}
    before = {name: known.texts[shown(place / name)] for name in new}
    texts = {name: before[name] + added(before[name], cells) for name, cells in new.items()}
    _read_again(place, texts, case)
    return Acceptance(place, edition, rows, before, texts, tuple(_notes(run, edition)))


def publish(acceptance: Acceptance) -> None:
    """Write the rows of an acceptance: all files or none, also when the program is killed.

    Raises
    ------
    InputError
        When a file cannot be written, or somebody else has changed it since it was read.
    """
    if acceptance.texts:
        intent = acceptance.folder / UNFINISHED
        replace_together(intent, acceptance.before, acceptance.texts)


def finish_earlier(run: Run, folder: Path | None) -> bool:
    """Finish an acceptance that was cut short in a folder; say whether there was one."""
    place = folder or _own_folder(run)
    return finish(place / UNFINISHED)


def fact_files(run: Run, known_on: date, source: str) -> dict[str, str]:
    """Give the plan of a run as fact files of planned rows, by name."""
    edition = planned_edition(run, known_on, source)
    return {layout.name: new_file(layout, rows) for layout, rows in rows_by_file(edition).items()}


def _faults(run: Run, case: Case, known_on: date, who: str, why: str) -> Iterator[str]:
    if not _plain(who):
        yield "--who is empty. Give the name of whoever accepts the plan."
    if not _plain(why):
        yield "--why is empty. Give the reason, for those who read the facts later."
    if known_on < run.as_of:
        told = f"--on is {known_on}, before the morning of the run ({run.as_of})"
        yield f"{told}: the facts that it was made from would change. Give that day or a later one."
    if run.plan is None:
        yield f"{run.id} has no plan (verdict {run.verdict.value}). Give a run with one."
        return
    judgement = judge(run, case)
    for finding in judgement.findings:
        if not finding.is_told:
            yield f"{run.id} breaks {finding.ref}: {finding.text}"


def _plain(words: str) -> str:
    return " ".join(words.split())


def _in_words(cells: Mapping[str, str]) -> str:
    shared = ("known_on", "source")
    return ", ".join(cell for name, cell in cells.items() if cell and name not in shared)


def _own_folder(run: Run) -> Path:
    """Find the fact folder that a run was made from."""
    named = fact_folder(run)
    if named is None:
        raise InputError(f"{run.id} names no fact folder. Give one with --facts.")
    return shipped(str(named))


def _read_again(place: Path, texts: Mapping[str, str], case: Case) -> None:
    """Read the folder as it would be, and tell faults as what they are: of rows not yet there."""
    shelf = Shelf({str(place / name): text for name, text in texts.items()})
    try:
        read_facts(place, case.station, shelf)
    except SeedError as error:
        told = "Nothing was written: with the rows of the plan the folder would not be read."
        last = Complaint(shown(place), 0, 0, f"{told} Plan again with what is known now.")
        raise SeedError([*error.complaints, last]) from None


def _notes(run: Run, edition: Edition) -> Iterator[str]:
    """Tell who and what has no place in the baseline any more, and who has no ship home."""
    plan = run.plan or Plan()
    flights = [row.flight for row in edition.events if _is_withdrawn(row) and row.event == "launch"]
    if flights:
        yield f"No day any more for {_listed(flights)}."
    goes_up = {person for flight in plan.flights for person in flight.crew_up}
    gone = [row.person for row in edition.crew if _is_withdrawn(row) and row.leg == "up"]
    if left := [person for person in gone if person not in goes_up]:
        yield f"No flight any more takes up {_listed(left)}."
    if stranded := [stay.person for stay in plan.stays if stay.from_on and stay.down is None]:
        told = f"The plan brings nobody home of {_listed(stranded)}."
        yield f"{told} The facts go on to say what they said, so planning again counts a change."


def _is_withdrawn(row: EventFact | CrewFact) -> bool:
    return row.status is Status.WITHDRAWN


def _listed(names: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(names))
