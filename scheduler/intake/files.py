"""The files of a fact folder as text; missing, strange and unreadable ones are told."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from scheduler.errors import Complaint, SeedError
from scheduler.intake.layout import COMPANIONS, LAYOUTS, UNFINISHED, Layout
from scheduler.intake.spelling import listed, nearest
from scheduler.intake.tokens import physical_lines
from scheduler.shelf import Shelf


def read_texts(folder: Path, shelf: Shelf, complaints: list[Complaint]) -> dict[str, str]:
    """Read the exact text of each fact file that is there, by the name shown to the user.

    Raises
    ------
    SeedError
        When there is no such folder at all.
    """
    if not shelf.is_folder(folder):
        told = "this is no folder" if shelf.exists(folder) else "no such folder"
        needed = listed([layout.name for layout in LAYOUTS if layout.is_required], "and")
        told = f"{told}. Give a folder that holds {needed}."
        raise SeedError([Complaint(shelf.shown(folder), 0, 0, told)])
    if shelf.is_file(folder / UNFINISHED):
        told = "a plan was being accepted here, and that was cut short."
        advice = "Run rotation facts accept again, which finishes it first."
        complaints.append(Complaint(shelf.shown(folder / UNFINISHED), 0, 0, f"{told} {advice}"))
    missing = [layout for layout in LAYOUTS if not shelf.is_file(folder / layout.name)]
    meant = _tell_strangers(folder, shelf, missing, complaints)
    for layout in missing:
        if layout.is_required and layout.name not in meant:
            told = f"the file is missing. Give it, with the header {layout.header}."
            complaints.append(Complaint(shelf.shown(folder / layout.name), 0, 0, told))
    there = (folder / layout.name for layout in LAYOUTS if layout not in missing)
    texts = {shelf.shown(path): text_of(path, shelf, complaints) for path in there}
    return {name: text for name, text in texts.items() if text is not None}


def _tell_strangers(
    folder: Path, shelf: Shelf, absent: Iterable[Layout], complaints: list[Complaint]
) -> set[str]:
    """Tell the CSV files of other names; give the fact files that were probably meant."""
    missing = [layout.name.removesuffix(".csv") for layout in absent]
    own = {layout.name for layout in LAYOUTS}
    passed_over = own.union(COMPANIONS)
    meant: set[str] = set()
    for path in shelf.files_in(folder):
        is_csv = path.suffix.lower() == ".csv"
        if path.name in passed_over or path.name.startswith(".") or not is_csv:
            continue
        guess = nearest(path.stem, missing)
        if guess is None:
            advice = f"Take it out; the fact files are {listed(sorted(own), 'and')}."
        else:
            meant.add(f"{guess}.csv")
            advice = f"Did you mean '{guess}.csv'?"
        told = f"no fact file has this name. {advice}"
        complaints.append(Complaint(shelf.shown(path), 0, 0, told))
    return meant


def text_of(path: Path, shelf: Shelf, complaints: list[Complaint]) -> str | None:
    """Read the exact text of one file; none, and a complaint, where it is no text."""
    try:
        data = shelf.read_bytes(path)
    except OSError as error:
        told = f"the file cannot be read ({error.strerror}). Give one that can."
        complaints.append(Complaint(shelf.shown(path), 0, 0, told))
        return None
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        upto = physical_lines(data[: error.start].decode() + "?")
        told = f"byte 0x{data[error.start]:02X} is not UTF-8. Save the file as UTF-8."
        complaints.append(Complaint(shelf.shown(path), len(upto), len(upto[-1]), told))
        return None
